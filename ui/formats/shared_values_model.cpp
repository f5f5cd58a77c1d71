// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/shared_values_model.h"

#include <cmath>
#include <limits>

#include <QLocale>

#include "core/format/number_text.h"
#include "ui/formats/value_reading.h"

namespace roundoff::ui {
namespace {

QString shortText(double value) {
    constexpr int kDigits = 7;
    return QLocale().toString(value, 'g', kDigits);
}

/// Against what was typed, exactly.
double errorOf(double number, double stored) {
    if (!std::isfinite(number) || !std::isfinite(stored)) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    return readNumber(everyDigit(ExactDecimal::of(stored) - ExactDecimal::typed(number))).value_or(0.0);
}

/// What is stored, with the scale taken out again.
double elementOf(const FormatUse& use, const FormatBits& bits) {
    if (!bits.shared) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    const double element = bits.stored / bits.shared->scale;
    return std::holds_alternative<format::ScaledInteger>(use.format) ? std::round(element) + bits.shared->zeroPoint
                                                                     : element;
}

} // namespace

void SharedValuesModel::setNumber(const FormatUse& use, double value) {
    beginResetModel();
    rows_.clear();
    if (hasSharedScale(use)) {
        codeBits_ = format::tensorCodeBits(use.format).value_or(1);
        // A scale belongs to the numbers and not to their order: each is rounded with the others as its companions.
        const std::vector<double> all = sharingWith(use, value);
        for (std::size_t i = 0; i < all.size(); ++i) {
            FormatUse own = use;
            own.companions = all;
            own.companions.erase(own.companions.begin() + static_cast<std::ptrdiff_t>(i));
            const FormatBits bits = takeApart(own, all[i]);
            rows_.push_back({all[i], bits, elementOf(use, bits)});
        }
    }
    endResetModel();
}

int SharedValuesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int SharedValuesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant SharedValuesModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Row& row = rows_[static_cast<std::size_t>(index.row())];
    const auto column = static_cast<Column>(index.column());
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    }
    if (role == kSortRole) {
        switch (column) {
        case Column::Number: return row.number;
        case Column::Code: return QVariant::fromValue(static_cast<qulonglong>(row.bits.code.value_or(0)));
        case Column::Element: return row.element;
        case Column::Stored: return row.bits.stored;
        case Column::Error: return errorOf(row.number, row.bits.stored);
        }
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (column) {
    case Column::Number: return shortText(row.number);
    case Column::Code:
        return row.bits.code ? QString::fromStdString(format::hexCode(*row.bits.code, codeBits_))
                             : QStringLiteral("\u2013");
    case Column::Element: return shortText(row.element);
    case Column::Stored: return shortText(row.bits.stored);
    case Column::Error: return fewDigits(errorOf(row.number, row.bits.stored));
    }
    return {};
}

QVariant SharedValuesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    }
    if (section < 0 || section >= kColumns) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    const bool help = role == Qt::ToolTipRole;
    switch (static_cast<Column>(section)) {
    case Column::Number: return help ? tr("The numbers that share the scale") : tr("Number");
    case Column::Code: return help ? tr("The bits that are stored for it") : tr("Code");
    case Column::Element:
        return help ? tr("What the code says without the scale; of integers, the code") : tr("Element");
    case Column::Stored:
        return help ? tr("The element, less the zero point if there is one, times the scale") : tr("Stored");
    case Column::Error: return help ? tr("What is stored, less the number") : tr("Error");
    }
    return {};
}

} // namespace roundoff::ui
