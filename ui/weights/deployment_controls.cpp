// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weights/deployment_controls.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/format/names.h"
#include "core/format/quantise.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

constexpr int kMostDecimals = 6;
constexpr int kFirstDecimals = 3;

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QWidget* group(QWidget* parent, std::initializer_list<QWidget*> widgets) {
    auto* group = new QWidget(parent);
    auto* layout = new QHBoxLayout(group);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(6);
    for (QWidget* widget : widgets) {
        layout->addWidget(widget);
    }
    group->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return group;
}

QLabel* labelFor(QWidget* widget, const QString& text) {
    auto* label = new QLabel(text, widget->parentWidget());
    label->setBuddy(widget);
    return label;
}

} // namespace

DeploymentControls::DeploymentControls(QWidget* parent)
    : QWidget(parent), decimals_(new QRadioButton(tr("&Decimals"), this)), slider_(new QSlider(Qt::Horizontal, this)),
      digits_(new QSpinBox(this)), named_(new QRadioButton(tr("F&ormat"), this)), name_(new QComboBox(this)),
      rounding_(new QComboBox(this)), overflow_(new QComboBox(this)), scope_(new QComboBox(this)),
      problem_(new TintedLabel(&ThemeColors::error, this)) {
    problem_->setObjectName(QStringLiteral("formatProblem"));
    problem_->setWordWrap(true);
    problem_->hide();
    auto* row = new QWidget(this);
    auto* flow = new FlowLayout(row);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(6);
    flow->addWidget(makeDecimals());
    flow->addWidget(makeFormat());
    flow->addWidget(makeRounding());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(row);
    layout->addWidget(problem_);

    auto* either = new QButtonGroup(this);
    either->addButton(decimals_);
    either->addButton(named_);
    decimals_->setChecked(true);
    slider_->setValue(kFirstDecimals);
    digits_->setValue(kFirstDecimals);
    update();

    connect(slider_, &QSlider::valueChanged, this, [this](int digits) {
        const QSignalBlocker quietDigits(digits_);
        const QSignalBlocker quietChoice(decimals_); // One change is told once.
        digits_->setValue(digits);
        decimals_->setChecked(true);
        update();
        emit changed();
    });
    connect(digits_, &QSpinBox::valueChanged, slider_, &QSlider::setValue);
    // One of the two buttons tells for both.
    connect(decimals_, &QRadioButton::toggled, this, [this] {
        update();
        emit changed();
    });
    connect(name_, &QComboBox::editTextChanged, this, [this] {
        const QSignalBlocker quiet(decimals_);
        named_->setChecked(true);
        update();
        emit changed();
    });
    for (const QComboBox* combo : {rounding_, overflow_, scope_}) {
        connect(combo, &QComboBox::currentIndexChanged, this, &DeploymentControls::changed);
    }
}

std::optional<deploy::Deployment> DeploymentControls::deployment() const {
    if (!format_) {
        return std::nullopt;
    }
    deploy::Deployment deployment;
    deployment.format = *format_;
    deployment.rounding = static_cast<format::Rounding>(rounding_->currentData().toInt());
    if (overflow_->currentIndex() > 0) {
        deployment.overflow = static_cast<format::Overflow>(overflow_->currentData().toInt());
    }
    deployment.scope = static_cast<deploy::Scope>(scope_->currentData().toInt());
    return deployment;
}

QWidget* DeploymentControls::makeDecimals() {
    constexpr int kSliderWidth = 150;
    decimals_->setObjectName(QStringLiteral("decimalsChoice"));
    decimals_->setToolTip(tr("Round every weight to so many digits after the point"));
    slider_->setObjectName(QStringLiteral("decimalsSlider"));
    slider_->setAccessibleName(tr("Decimals"));
    slider_->setToolTip(tr("Digits after the point that the weights keep; drag, or use the arrow keys"));
    slider_->setRange(0, kMostDecimals);
    slider_->setPageStep(1);
    slider_->setTickPosition(QSlider::TicksBelow);
    slider_->setTickInterval(1);
    slider_->setFixedWidth(kSliderWidth);
    digits_->setObjectName(QStringLiteral("decimalsSpin"));
    digits_->setAccessibleName(tr("Decimals"));
    digits_->setRange(0, kMostDecimals);
    return group(this, {decimals_, slider_, digits_});
}

QWidget* DeploymentControls::makeFormat() {
    named_->setObjectName(QStringLiteral("formatChoice"));
    named_->setToolTip(tr("Round every weight to a number format"));
    name_->setObjectName(QStringLiteral("formatName"));
    name_->setAccessibleName(tr("Format"));
    name_->setToolTip(tr("Choose a format or type its name: E<exponent bits>M<significand bits>, INT<bits>, "
                         "FIXED<bits>.<fraction bits>, DEC<decimals>. Integers and fixed point have no scale here."));
    name_->setEditable(true);
    name_->setInsertPolicy(QComboBox::NoInsert);
    for (const std::string& known : format::namedFormats()) {
        name_->addItem(QString::fromStdString(known));
    }
    for (const char* other : {"E4M3", "E5M6", "FIXED12.11", "FIXED8.7", "FIXED8.4", "FIXED4.3", "INT8", "INT4"}) {
        name_->addItem(QLatin1String(other));
    }
    for (const std::string& known : format::tabledTensorFormats()) {
        name_->addItem(QString::fromStdString(known));
    }
    name_->setCurrentText(QStringLiteral("FP16"));
    return group(this, {named_, name_});
}

QWidget* DeploymentControls::makeRounding() {
    using format::Overflow;
    using format::Rounding;
    rounding_->setObjectName(QStringLiteral("roundingMode"));
    rounding_->setAccessibleName(tr("Rounding"));
    rounding_->setToolTip(tr("How a weight between two values of the format is brought to one of them"));
    for (const Rounding mode : {Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero, Rounding::Up,
                                Rounding::Down, Rounding::Stochastic}) {
        rounding_->addItem(toQString(format::name(mode)), static_cast<int>(mode));
    }
    overflow_->setObjectName(QStringLiteral("overflowPolicy"));
    overflow_->setAccessibleName(tr("Overflow"));
    overflow_->setToolTip(tr("What becomes of weights beyond the format's largest value"));
    overflow_->addItem(tr("default"));
    for (const Overflow policy : {Overflow::ToInfinity, Overflow::Saturate, Overflow::ToNan}) {
        overflow_->addItem(toQString(format::name(policy)), static_cast<int>(policy));
    }
    scope_->setObjectName(QStringLiteral("deploymentScope"));
    scope_->setAccessibleName(tr("Applies to"));
    scope_->setToolTip(tr("Whether inputs and hidden values are rounded to the format too; binary floats only"));
    scope_->addItem(tr("weights"), static_cast<int>(deploy::Scope::Weights));
    scope_->addItem(tr("weights and activations"), static_cast<int>(deploy::Scope::WeightsAndActivations));
    return group(this, {labelFor(rounding_, tr("Rounding")), rounding_, labelFor(overflow_, tr("Overflow")), overflow_,
                        labelFor(scope_, tr("Round")), scope_});
}

void DeploymentControls::update() {
    format_.reset();
    QString problem;
    if (decimals_->isChecked()) {
        format_ = format::Decimal{digits_->value()};
    } else {
        try {
            format_ = format::parseTensorFormat(name_->currentText().trimmed().toStdString());
        } catch (const InputError& error) {
            problem = QString::fromUtf8(error.what());
        }
    }
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
    if (!format_) {
        return;
    }
    offerOverflows(*format_);
    const bool binary = format::scalarFormatOf<format::BinaryFloat>(*format_) != nullptr;
    scope_->setEnabled(binary);
    if (!binary) {
        const QSignalBlocker quiet(scope_);
        scope_->setCurrentIndex(0);
    }
}

void DeploymentControls::offerOverflows(const format::TensorFormat& format) {
    const QSignalBlocker quiet(overflow_);
    auto* model = qobject_cast<QStandardItemModel*>(overflow_->model());
    for (int index = 1; index < overflow_->count(); ++index) {
        const auto policy = static_cast<format::Overflow>(overflow_->itemData(index).toInt());
        const auto problem = format::tensorOverflowProblem(format, policy);
        model->item(index)->setEnabled(!problem);
        overflow_->setItemData(index, problem ? QString::fromStdString(*problem) : QString(), Qt::ToolTipRole);
        if (problem && overflow_->currentIndex() == index) {
            overflow_->setCurrentIndex(0);
        }
    }
    overflow_->setEnabled(format::scalarFormatOf<format::Decimal>(format) == nullptr);
    if (!overflow_->isEnabled()) {
        overflow_->setCurrentIndex(0);
    }
}

} // namespace roundoff::ui
