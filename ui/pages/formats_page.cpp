// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/formats_page.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSplitter>
#include <QVBoxLayout>

#include "core/format/names.h"
#include "ui/formats/format_panel.h"
#include "ui/formats/formats_model.h"
#include "ui/formats/value_reading.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

constexpr auto kFirstValue = "12.345"; // The paper's figure 1.

QString nameOf(format::Rounding rounding) {
    const std::string_view name = format::name(rounding);
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

} // namespace

FormatsPage::FormatsPage(QWidget* parent)
    : QWidget(parent), model_(new FormatsModel(this)), value_(new QLineEdit(QLatin1String(kFirstValue), this)),
      rounding_(new QComboBox(this)), problem_(new TintedLabel(&ThemeColors::error, this)),
      first_(new FormatPanel(tr("F&ormat"), QStringLiteral("FP32"), this)),
      second_(new FormatPanel(tr("&And"), QStringLiteral("FP16"), this)),
      table_(new DataTable(*model_, FormatsModel::kSortRole, this)) {
    setObjectName(QStringLiteral("formatsPage"));
    first_->setObjectName(QStringLiteral("firstFormat"));
    second_->setObjectName(QStringLiteral("secondFormat"));
    value_->setObjectName(QStringLiteral("formatValue"));
    value_->setToolTip(tr("A number: decimal, C99 hexadecimal such as 0x1.8p3, inf or nan"));
    value_->setMaximumWidth(fontMetrics().averageCharWidth() * 36);
    rounding_->setObjectName(QStringLiteral("formatRounding"));
    rounding_->setToolTip(tr("How a value between two neighbours of the format is brought to one of them"));
    // Stochastic rounding has no one answer to show.
    for (const auto rounding : {format::Rounding::NearestEven, format::Rounding::NearestAway,
                                format::Rounding::TowardZero, format::Rounding::Up, format::Rounding::Down}) {
        rounding_->addItem(nameOf(rounding));
    }
    problem_->setObjectName(QStringLiteral("valueProblem"));
    table_->setObjectName(QStringLiteral("formatsTable"));
    table_->setAccessibleName(tr("Formats"));
    table_->horizontalHeader()->setStretchLastSection(false);
    table_->setToolTip(tr("Double-click a format to see the number in it"));
    connect(value_, &QLineEdit::textChanged, this, &FormatsPage::refresh);
    connect(rounding_, &QComboBox::currentTextChanged, this, &FormatsPage::refresh);
    connect(table_, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        first_->setFormat(model_->index(table_->sourceRow(index), 0).data().toString());
    });

    auto* valueName = new QLabel(tr("Va&lue"), this);
    valueName->setBuddy(value_);
    auto* roundingName = new QLabel(tr("&Rounding"), this);
    roundingName->setBuddy(rounding_);
    auto* head = new QHBoxLayout;
    head->addWidget(valueName);
    head->addWidget(value_, 1);
    head->addSpacing(12);
    head->addWidget(roundingName);
    head->addWidget(rounding_);
    head->addWidget(problem_, 1);
    head->addStretch();
    auto* content = new QWidget(this);
    panels_ = new QBoxLayout(QBoxLayout::LeftToRight, content);
    panels_->setContentsMargins(0, 4, 0, 12);
    panels_->setSpacing(16);
    panels_->addWidget(first_, 1);
    panels_->addWidget(second_, 1);
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    auto* splitter = new QSplitter(Qt::Vertical, this);
    splitter->setObjectName(QStringLiteral("formatsSplitter"));
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(scroll);
    splitter->addWidget(table_);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({390, 350});
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 0);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(splitter, 1);
    refresh();
}

void FormatsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Side by side they are compared best, as long as 16 bits fit into a row.
    constexpr int kLeastForTwo = 800;
    panels_->setDirection(width() < kLeastForTwo ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void FormatsPage::refresh() {
    const std::optional<double> value = readNumber(value_->text());
    problem_->setText(value ? QString() : tr("This is no number: try 0.1, 1e-3, 0x1.8p3, inf or nan"));
    if (value) {
        const format::Rounding rounding = format::parseRounding(rounding_->currentText().toStdString());
        first_->setValue(*value, rounding);
        second_->setValue(*value, rounding);
    }
}

} // namespace roundoff::ui
