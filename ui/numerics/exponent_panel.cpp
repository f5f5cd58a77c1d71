// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/exponent_panel.h"

#include <algorithm>

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include "ui/numerics/exponent_view.h"
#include "ui/numerics/measure.h"
#include "ui/weights/switch_row.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {

ExponentPanel::ExponentPanel(QWidget* parent)
    : QFrame(parent), title_(new QLabel(this)), epoch_(new TintedLabel(&ThemeColors::muted, this)),
      slider_(new QSlider(Qt::Horizontal, this)), readout_(new TintedLabel(&ThemeColors::muted, this)),
      view_(new ExponentView(this)) {
    setObjectName(QStringLiteral("exponentPanel"));
    title_->setTextFormat(Qt::PlainText);
    readout_->setObjectName(QStringLiteral("exponentReadout"));
    readout_->setMinimumWidth(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(makeHeader());
    layout->addWidget(view_, 1);
    auto* foot = new QHBoxLayout;
    foot->addWidget(readout_, 1);
    foot->addWidget(slider_);
    foot->addWidget(epoch_);
    layout->addLayout(foot);
    connect(view_, &ExponentView::read, this, [this](const QString& text) {
        readout_->setText(text.isEmpty() ? tr("Point at a bar to read it.") : text);
    });
    connect(view_, &ExponentView::message, this, &ExponentPanel::message);
    connect(slider_, &QSlider::valueChanged, this, &ExponentPanel::showEpoch);
    emit view_->read(QString());
}

QWidget* ExponentPanel::makeHeader() {
    QFont bold = font();
    bold.setBold(true);
    title_->setFont(bold);
    title_->setObjectName(QStringLiteral("exponentTitle"));
    title_->setBuddy(view_);
    title_->setMinimumWidth(1);
    epoch_->setObjectName(QStringLiteral("exponentEpoch"));
    slider_->setObjectName(QStringLiteral("exponentSlider"));
    slider_->setAccessibleName(tr("Epoch"));
    slider_->setToolTip(tr("Which epoch's values are counted"));
    slider_->setMinimumWidth(60);
    slider_->setPageStep(1);
    slider_->setRange(0, 0);
    auto* header = new QWidget(this);
    auto* axis = new SwitchRow(
        {{QStringLiteral("linearExponents"), tr("Linear")}, {QStringLiteral("logExponents"), tr("Log")}}, header);
    connect(axis, &SwitchRow::chosen, this, [this](int index) {
        logarithmic_ = index == 1;
        showEpoch();
        emit logarithmicChosen();
    });
    auto* layout = new QHBoxLayout(header);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(title_, 1);
    layout->addWidget(axis);
    return header;
}

void ExponentPanel::setLogarithmic(bool logarithmic) {
    const char* name = logarithmic ? "logExponents" : "linearExponents";
    findChild<QAbstractButton*>(QLatin1String(name))->setChecked(true);
}

void ExponentPanel::setContent(const Content& content, const std::vector<nn::ExponentTelemetry>& exponents) {
    const bool follows = slider_->value() == slider_->maximum(); // The newest epoch, until a person goes back.
    content_ = content;
    epochs_.clear();
    for (const nn::ExponentTelemetry& seen : exponents) {
        if (seen.layer == content.layer && seen.role == content.role) {
            epochs_.push_back(seen);
        }
    }
    {
        const QSignalBlocker quiet(slider_);
        const int last = std::max(0, static_cast<int>(epochs_.size()) - 1);
        slider_->setRange(0, last);
        if (follows) {
            slider_->setValue(last);
        }
    }
    slider_->setVisible(epochs_.size() > 1);
    readout_->setVisible(!epochs_.empty());
    showEpoch();
}

void ExponentPanel::updateTitle() {
    const QString format = content_.range.name.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(content_.range.name);
    heading_ = QStringLiteral("%1, %2%3").arg(layerHeading(content_.layer), roleHeading(content_.role), format);
    title_->setText(title_->fontMetrics().elidedText(heading_, Qt::ElideRight, title_->width()));
    title_->setToolTip(plainToolTip(content_.range.shared
                                        ? tr("%1: the values share scales that are computed from each tensor, so "
                                             "there is no fixed range")
                                              .arg(heading_)
                                        : heading_));
}

void ExponentPanel::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    layout()->activate(); // The title has its new width.
    updateTitle();
}

void ExponentPanel::showEpoch() {
    updateTitle();
    if (epochs_.empty()) {
        epoch_->clear();
        view_->setNotice(content_.finished ? tr("No exponents of these values were counted.")
                                           : tr("The exponents come when the run has ended."));
        return;
    }
    const nn::ExponentTelemetry& shown = epochs_[static_cast<std::size_t>(slider_->value())];
    epoch_->setText(tr("epoch %1").arg(QLocale().toString(shown.epoch)));
    view_->setContent({.histogram = shown.histogram, .range = content_.range, .logarithmic = logarithmic_},
                      QStringLiteral("%1, %2, %3").arg(content_.run, heading_, epoch_->text()));
}

} // namespace roundoff::ui
