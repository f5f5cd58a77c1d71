// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/format_panel.h"

#include <cmath>
#include <utility>

#include <QComboBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/format/characteristics.h"
#include "core/format/names.h"
#include "core/format/number_text.h"
#include "core/format/quantise.h"
#include "ui/figures/exact_decimal.h"
#include "ui/figures/format_bits.h"
#include "ui/formats/format_diagram_widget.h"
#include "ui/formats/value_reading.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

QLineEdit* readOnlyField(const QString& name, const QString& what, QWidget* parent) {
    auto* field = new QLineEdit(parent);
    field->setObjectName(name);
    field->setAccessibleName(what);
    field->setReadOnly(true);
    field->setFrame(false);
    QPalette palette = field->palette();
    palette.setColor(QPalette::Base, Qt::transparent);
    field->setPalette(palette);
    return field;
}

void showText(QLineEdit* field, const QString& text) {
    field->setText(text);
    field->setCursorPosition(0);
    field->setToolTip(text);
}

// The error against what was typed: exact, where both are numbers.
QString errorText(double value, double stored) {
    if (!std::isfinite(value) || !std::isfinite(stored)) {
        const bool same = value == stored || (std::isnan(value) && std::isnan(stored));
        return same ? QStringLiteral("0") : QStringLiteral("\u2013");
    }
    const ExactDecimal error = ExactDecimal::of(stored) - ExactDecimal::typed(value);
    if (error.isZero()) {
        return FormatPanel::tr("0, stored exactly");
    }
    const double size = readNumber(everyDigit(error)).value_or(0.0);
    if (value == 0.0) {
        return fewDigits(size);
    }
    return FormatPanel::tr("%1 (%2\u00a0%)").arg(fewDigits(size), fewDigits(100.0 * size / std::fabs(value)));
}

} // namespace

FormatPanel::FormatPanel(const QString& which, const QString& format, QWidget* parent)
    : QWidget(parent), picker_(new QComboBox(this)), problem_(new TintedLabel(&ThemeColors::error, this)),
      diagram_(new FormatDiagramWidget(this)),
      stored_(readOnlyField(QStringLiteral("stored"), tr("Stored value"), this)),
      hexadecimal_(readOnlyField(QStringLiteral("hexFloat"), tr("Stored value in hexadecimal"), this)) {
    picker_->setObjectName(QStringLiteral("formatPicker"));
    picker_->setAccessibleName(which);
    picker_->setEditable(true);
    picker_->setInsertPolicy(QComboBox::NoInsert);
    picker_->setToolTip(tr("A format's name; also E<e>M<m>, INT<n>, FIXED<n>.<f> and DEC<d>, such as E5M6"));
    for (const std::string& name : format::tabledFormats()) {
        picker_->addItem(QString::fromStdString(name));
    }
    picker_->setCurrentText(format);
    picker_->setMinimumContentsLength(12);
    problem_->setObjectName(QStringLiteral("formatProblem"));
    problem_->setWordWrap(true);
    connect(picker_, &QComboBox::currentTextChanged, this, &FormatPanel::refresh);

    auto* name = new QLabel(which, this);
    name->setBuddy(picker_);
    auto* head = new QHBoxLayout;
    head->addWidget(name);
    head->addWidget(picker_);
    head->addWidget(problem_, 1);
    head->addStretch();
    auto* facts = new QGridLayout;
    facts->setHorizontalSpacing(10);
    facts->setVerticalSpacing(0);
    const auto fact = [&](int row, const QString& caption, QWidget* field) {
        auto* label = new TintedLabel(&ThemeColors::muted, this);
        label->setText(caption);
        facts->addWidget(label, row, 0);
        facts->addWidget(field, row, 1);
    };
    fact(0, tr("Stored exactly"), stored_);
    fact(1, tr("Hexadecimal"), hexadecimal_);
    facts->setColumnStretch(1, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(diagram_);
    layout->addLayout(facts);
    layout->addStretch(1);
}

void FormatPanel::setValue(double value, format::Rounding rounding) {
    value_ = value;
    rounding_ = rounding;
    refresh();
}

void FormatPanel::setFormat(const QString& name) {
    picker_->setCurrentText(name);
}

void FormatPanel::refresh() {
    if (!value_) {
        return;
    }
    try {
        const format::Format chosen = format::parseFormat(picker_->currentText().trimmed().toStdString());
        const FormatBits parts = takeApart(chosen, *value_, rounding_);
        problem_->clear();
        diagram_->setNumber(chosen, *value_, rounding_);
        showText(stored_, std::isfinite(parts.stored) ? everyDigit(ExactDecimal::of(parts.stored))
                                                      : QString::fromStdString(format::hexFloat(parts.stored)));
        showText(hexadecimal_, QString::fromStdString(format::hexFloat(parts.stored)));
        // The diagram is a picture: what it shows is said too.
        const QString code = parts.code ? QString::fromStdString(
                                              format::hexCode(*parts.code, format::codeBits(chosen).value_or(1)))
                                        : tr("none");
        diagram_->setAccessibleDescription(tr("Code %1, error %2").arg(code, errorText(*value_, parts.stored)));
    } catch (const InputError& error) {
        // What was shown last stays until the name is one.
        problem_->setText(QString::fromUtf8(error.what()));
    }
}

} // namespace roundoff::ui
