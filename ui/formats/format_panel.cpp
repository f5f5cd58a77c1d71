// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/format_panel.h"

#include <algorithm>
#include <cmath>

#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include "core/format/number_text.h"
#include "ui/figures/exact_decimal.h"
#include "ui/figures/format_bits.h"
#include "ui/formats/format_diagram_widget.h"
#include "ui/formats/shared_values_model.h"
#include "ui/formats/value_reading.h"
#include "ui/widgets/data_table.h"
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

FormatPanel::FormatPanel(QWidget* parent)
    : QWidget(parent), diagram_(new FormatDiagramWidget(this)),
      stored_(readOnlyField(QStringLiteral("stored"), tr("Stored value"), this)),
      hexadecimal_(readOnlyField(QStringLiteral("hexFloat"), tr("Stored value in hexadecimal"), this)),
      sharedValues_(new SharedValuesModel(this)), sharedTitle_(new TintedLabel(&ThemeColors::muted, this)),
      sharedTable_(new DataTable(*sharedValues_, SharedValuesModel::kSortRole, this)) {
    sharedTitle_->setText(tr("Numbers that share the scale"));
    sharedTable_->setObjectName(QStringLiteral("sharedValues"));
    sharedTable_->setAccessibleName(sharedTitle_->text());
    sharedTable_->horizontalHeader()->setStretchLastSection(false);
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
    layout->addWidget(diagram_);
    layout->addLayout(facts);
    layout->addWidget(sharedTitle_);
    layout->addWidget(sharedTable_);
    layout->addStretch(1);
}

void FormatPanel::setNumber(const FormatUse& use, double value) {
    const FormatBits parts = takeApart(use, value);
    diagram_->setNumber(use, value);
    showText(stored_, std::isfinite(parts.stored) ? everyDigit(ExactDecimal::of(parts.stored))
                                                  : QString::fromStdString(format::hexFloat(parts.stored)));
    showText(hexadecimal_, QString::fromStdString(format::hexFloat(parts.stored)));
    // The diagram is a picture: what it shows is said too.
    const QString code = parts.code ? QString::fromStdString(
                                          format::hexCode(*parts.code, format::tensorCodeBits(use.format).value_or(1)))
                                    : tr("none");
    diagram_->setAccessibleDescription(tr("Code %1, error %2").arg(code, errorText(value, parts.stored)));
    sharedValues_->setNumber(use, value);
    const bool shared = sharedValues_->rowCount() > 1;
    sharedTitle_->setVisible(shared);
    sharedTable_->setVisible(shared);
    constexpr int kMostHeight = 260;
    sharedTable_->setFixedHeight(std::min(sharedTable_->heightOfRows(), kMostHeight));
}

} // namespace roundoff::ui
