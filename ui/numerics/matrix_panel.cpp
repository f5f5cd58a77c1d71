// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/matrix_panel.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/numerics/heat_colours.h"
#include "ui/numerics/heat_view.h"
#include "ui/weights/switch_row.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

nn::TelemetrySample wholeRun(const std::vector<nn::TelemetrySample>& samples) {
    nn::TelemetrySample whole = samples.empty() ? nn::TelemetrySample{} : samples.front();
    for (std::size_t i = 1; i < samples.size(); ++i) {
        whole = nn::merged(whole, samples[i]);
    }
    return whole;
}

} // namespace

MatrixPanel::MatrixPanel(QWidget* parent)
    : QWidget(parent), model_(new NumericsModel(this)), view_(new HeatView(*model_, this)), title_(new QLabel(this)),
      when_(new TintedLabel(&ThemeColors::muted, this)), slider_(new QSlider(Qt::Horizontal, this)),
      scale_(new HeatScale(this)) {
    setObjectName(QStringLiteral("matrixPanel"));
    auto* foot = new QHBoxLayout;
    foot->addWidget(scale_, 2);
    foot->addWidget(slider_, 1);
    foot->addWidget(when_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeHeader());
    layout->addWidget(view_, 1);
    layout->addLayout(foot);

    connect(view_->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (current.isValid() && !selecting_) {
            layer_ = model_->layerAt(current.row());
            role_ = model_->roleAt(current.column()).value_or(role_);
            emit chosen(layer_, role_);
        }
    });
    connect(view_, &HeatView::saveRequested, this, &MatrixPanel::saveRequested);
    connect(view_, &HeatView::copied, this, [this] { emit message(tr("The table is on the clipboard."), false); });
    connect(slider_, &QSlider::valueChanged, this, &MatrixPanel::showSample);
}

QWidget* MatrixPanel::makeHeader() {
    QFont bold = font();
    bold.setBold(true);
    title_->setFont(bold);
    title_->setObjectName(QStringLiteral("matrixTitle"));
    title_->setBuddy(view_);
    title_->setMinimumWidth(1);
    when_->setObjectName(QStringLiteral("matrixWhen"));
    slider_->setObjectName(QStringLiteral("matrixStep"));
    slider_->setAccessibleName(tr("Step"));
    slider_->setToolTip(tr("Which of the steps that were looked at is shown"));
    slider_->setMinimumWidth(90);
    slider_->setRange(0, 0);
    slider_->hide();
    auto* header = new QWidget(this);
    auto* times = new SwitchRow(
        {{QStringLiteral("wholeRun"), tr("Whole run")}, {QStringLiteral("atStep"), tr("One step")}}, header);
    connect(times, &SwitchRow::chosen, this, [this](int index) {
        atStep_ = index == 1;
        slider_->setVisible(atStep_);
        showSample();
    });
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(title_);
    layout->addStretch(1);
    layout->addWidget(times);
    const auto addButton = [&](const QString& name, const QString& icon, const QString& text, auto slot) {
        auto* button = new QToolButton(header);
        button->setObjectName(name);
        button->setIcon(actionIcon(icon));
        button->setToolTip(text);
        button->setAccessibleName(text);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, slot);
        layout->addWidget(button);
    };
    addButton(QStringLiteral("copyMatrix"), QStringLiteral("copy"), tr("Copy table"), [this] { copy(); });
    addButton(QStringLiteral("saveMatrix"), QStringLiteral("save"), tr("Save CSV…"), [this] { emit saveRequested(); });
    return header;
}

void MatrixPanel::setContent(const std::vector<nn::TelemetrySample>& samples, Measure measure,
                             const nn::PrecisionPolicy& policy) {
    const int last = std::max(0, static_cast<int>(samples.size()) - 1);
    const bool follows = slider_->value() == slider_->maximum(); // The newest step, while the run is watched.
    samples_ = samples;
    measure_ = measure;
    policy_ = policy;
    {
        const QSignalBlocker quiet(slider_);
        slider_->setRange(0, last);
        if (follows) {
            slider_->setValue(last);
        }
    }
    title_->setText(measureName(measure));
    title_->setToolTip(measureHelp(measure));
    scale_->setMeasure(measure);
    scale_->setToolTip(measureHelp(measure));
    showSample();
}

void MatrixPanel::showSample() {
    const QLocale locale;
    if (samples_.empty()) {
        when_->clear();
        model_->setContent({}, measure_, policy_);
        return;
    }
    const nn::TelemetrySample sample = atStep_ ? samples_[static_cast<std::size_t>(slider_->value())]
                                               : wholeRun(samples_);
    when_->setText(atStep_ ? tr("step %1, epoch %2").arg(locale.toString(sample.step), locale.toString(sample.epoch))
                           : tr("%Ln step(s) looked at", nullptr, static_cast<int>(sample.sampled)));
    model_->setContent(sample, measure_, policy_);
    select(layer_, role_);
}

void MatrixPanel::select(int layer, nn::Role role) {
    layer_ = layer;
    role_ = role;
    QModelIndex index = model_->indexOf(layer, role);
    if (!index.isValid()) {
        index = model_->index(0, 0);
    }
    selecting_ = true;
    view_->setCurrentIndex(index);
    selecting_ = false;
}

void MatrixPanel::copy() {
    view_->copy();
}

} // namespace roundoff::ui
