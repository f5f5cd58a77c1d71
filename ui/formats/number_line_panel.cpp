// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/number_line_panel.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/formats/density_view.h"
#include "ui/formats/number_line_view.h"
#include "ui/weights/switch_row.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/icons.h"

namespace roundoff::ui {
namespace {

constexpr double kZoomPerClick = 0.5;
constexpr auto kLinear = "linearLine";
constexpr auto kLogarithmic = "logarithmicLine";

} // namespace

NumberLinePanel::NumberLinePanel(QWidget* parent)
    : QWidget(parent), scale_(new SwitchRow({{QString::fromLatin1(kLinear), tr("Linear")},
                                             {QString::fromLatin1(kLogarithmic), tr("log\u2082 of the magnitude")}},
                                            this)),
      line_(new NumberLineView(this)), density_(new DensityView(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 12);
    layout->setSpacing(8);
    layout->addWidget(makeTools());
    layout->addWidget(line_, 1);
    layout->addWidget(density_, 1);
    connect(scale_, &SwitchRow::chosen, this, [this](int index) { line_->setLogarithmic(index == 1); });
    connect(line_, &NumberLineView::axisChanged, this, [this] {
        const bool logarithmic = isLogarithmic();
        setLogarithmic(logarithmic);
        showDensity();
        emit logarithmicChanged(logarithmic);
    });
}

QWidget* NumberLinePanel::makeTools() {
    auto* tools = new QWidget(this);
    auto* flow = new FlowLayout(tools);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(6);
    flow->addWidget(scale_);
    auto* buttons = new QWidget(tools);
    auto* row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    connect(
        addTool(*row, QStringLiteral("zoomOut"), QStringLiteral("\u2212"), tr("Show more of the line (wheel, \u2212)")),
        &QAbstractButton::clicked, this, [this] { line_->zoom(1.0 / kZoomPerClick); });
    connect(
        addTool(*row, QStringLiteral("zoomIn"), QStringLiteral("+"), tr("Show less of the line, larger (wheel, +)")),
        &QAbstractButton::clicked, this, [this] { line_->zoom(kZoomPerClick); });
    connect(addTool(*row, QStringLiteral("showNeighbours"), tr("Neighbours"),
                    tr("Show the number between its neighbours in the coarser format (N)")),
            &QAbstractButton::clicked, this, [this] { line_->showPart(LinePart::Neighbours); });
    connect(addTool(*row, QStringLiteral("showWhole"), tr("Whole range"), tr("Show all values of both formats (W)")),
            &QAbstractButton::clicked, this, [this] { line_->showPart(LinePart::Whole); });
    connect(
        addTool(*row, QStringLiteral("resetLine"), tr("Reset"), tr("Show what was shown first (Home, double click)")),
        &QAbstractButton::clicked, this, [this] { line_->showPart(LinePart::Home); });
    QAbstractButton* copy = addTool(*row, QStringLiteral("copyLine"), tr("Copy picture"),
                                    tr("Put the number line on the clipboard as a picture; the menu of each picture "
                                       "copies its data too"));
    copy->setIcon(actionIcon(QStringLiteral("copy")));
    connect(copy, &QAbstractButton::clicked, line_, &PlotView::copy);
    QAbstractButton* save = addTool(*row, QStringLiteral("saveLine"), tr("Save picture..."),
                                    tr("Save the number line for print, as SVG, PNG or PDF, or its values as CSV"));
    save->setIcon(actionIcon(QStringLiteral("save")));
    connect(save, &QAbstractButton::clicked, line_, &PlotView::saveRequested);
    buttons->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    flow->addWidget(buttons);
    return tools;
}

QAbstractButton* NumberLinePanel::addTool(QHBoxLayout& row, const QString& name, const QString& text,
                                          const QString& toolTip) {
    auto* button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    button->setAccessibleName(text.size() == 1 ? toolTip : text);
    button->setAutoDefault(false);
    if (text.size() == 1) {
        button->setFixedWidth(button->sizeHint().height() + 4);
    }
    row.addWidget(button);
    return button;
}

void NumberLinePanel::setNumber(const QList<FormatUse>& uses, double value) {
    line_->setNumber(uses, value);
    showDensity();
}

void NumberLinePanel::setLogarithmic(bool logarithmic) {
    // The switch tells the line.
    findChild<QAbstractButton*>(QString::fromLatin1(logarithmic ? kLogarithmic : kLinear))->setChecked(true);
}

bool NumberLinePanel::isLogarithmic() const {
    return line_->lines().axis.logarithmic;
}

void NumberLinePanel::showDensity() {
    const NumberLines& lines = line_->lines();
    density_->setDensities({.uses = lines.uses,
                            .value = lines.value,
                            .exponents = isLogarithmic() ? std::optional(lines.axis.range) : std::nullopt});
}

} // namespace roundoff::ui
