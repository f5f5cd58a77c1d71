// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/formats_model.h"

#include <array>
#include <cmath>
#include <limits>
#include <optional>

#include <QLocale>

#include "core/format/names.h"

namespace roundoff::ui {
namespace {

template <typename T>
QVariant orNothing(const std::optional<T>& value) {
    return value ? QVariant(*value) : QVariant();
}

format::Characteristics describe(const format::Format& f) {
    return format::characteristics(f);
}

format::Characteristics describe(const format::ScaledInteger& f) {
    format::Characteristics c;
    c.kind = format::FormatKind::Integer;
    c.bits = f.bits;
    c.min = format::lowestCode(f);
    c.max = format::highestCode(f);
    c.minPositive = 1.0;
    c.infinity = false;
    c.nan = false;
    return c;
}

format::Characteristics describe(const format::Block& f) {
    format::Characteristics c = format::characteristics(f.element);
    c.infinity = false; // Blocks saturate, and
    c.nan = true;       // their scale may be NaN.
    return c;
}

QString nameOfKind(const format::Characteristics& c, const format::TensorFormat& f) {
    if (std::holds_alternative<format::Block>(f)) {
        return FormatsModel::tr("block with a shared scale; limits at scale 1");
    }
    if (std::holds_alternative<format::ScaledInteger>(f)) {
        return FormatsModel::tr("integer with a scale; limits at scale 1");
    }
    const std::string_view kind = format::kindName(c.kind);
    return QString::fromUtf8(kind.data(), static_cast<qsizetype>(kind.size()));
}

/// How many values share a scale, where that is fixed.
std::optional<std::size_t> sharedBy(const format::TensorFormat& format) {
    if (const auto* block = std::get_if<format::Block>(&format)) {
        return static_cast<std::size_t>(block->size);
    }
    const auto* integer = std::get_if<format::ScaledInteger>(&format);
    return integer != nullptr && integer->sharing == format::Sharing::Group
               ? std::optional(static_cast<std::size_t>(integer->groupSize))
               : std::nullopt;
}

/// Bits that a value takes with its share of the scale; without it, where that depends on the tensor.
QVariant bitsPerValue(const format::TensorFormat& format) {
    const std::optional<int> bits = format::tensorCodeBits(format);
    const std::optional<std::size_t> size = sharedBy(format);
    if (!bits || !size) {
        return orNothing(bits);
    }
    const std::array shape{*size};
    const auto* block = std::get_if<format::Block>(&format);
    const std::size_t all = block != nullptr ? format::storedBits(*block, shape)
                                             : format::storedBits(std::get<format::ScaledInteger>(format), shape);
    return static_cast<double>(all) / static_cast<double>(*size);
}

QVariant scaleOf(const format::TensorFormat& format) {
    if (std::holds_alternative<format::Block>(format)) {
        return FormatsModel::tr("E8M0 for %1").arg(*sharedBy(format));
    }
    const auto* integer = std::get_if<format::ScaledInteger>(&format);
    if (integer == nullptr) {
        return {};
    }
    switch (integer->sharing) {
    case format::Sharing::Group: return FormatsModel::tr("FP32 for %1").arg(integer->groupSize);
    case format::Sharing::Channel: return FormatsModel::tr("FP32 a channel");
    case format::Sharing::Tensor: break;
    }
    return FormatsModel::tr("FP32 a tensor");
}

} // namespace

FormatsModel::FormatsModel(QObject* parent) : QAbstractTableModel(parent) {
    std::vector<std::string> names = format::tabledFormats();
    const std::vector<std::string> shared = format::tabledTensorFormats();
    names.insert(names.end(), shared.begin(), shared.end());
    for (const std::string& name : names) {
        const format::TensorFormat format = format::parseTensorFormat(name);
        rows_.push_back({std::visit([](const auto& f) { return describe(f); }, format), format});
        rows_.back().characteristics.name = name;
    }
}

int FormatsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int FormatsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant FormatsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    const QVariant cell = value(rows_[static_cast<std::size_t>(index.row())], column);
    switch (role) {
    case Qt::DisplayRole:
        if (!cell.isValid()) {
            return QStringLiteral("\u2013");
        }
        switch (cell.typeId()) {
        case QMetaType::Bool: return cell.toBool() ? tr("yes") : tr("no");
        case QMetaType::Double: {
            constexpr int kDigits = 6;
            const double number = cell.toDouble();
            return column == Column::DecimalDigits ? QLocale().toString(number, 'f', 2)
                                                   : QLocale().toString(number, 'g', kDigits);
        }
        case QMetaType::Int: return QString::number(cell.toInt());
        default: return cell;
        }
    case kSortRole:
        if (column == Column::Name || column == Column::Scale) {
            return cell.toString();
        }
        return cell.isValid() ? cell.toDouble() : -std::numeric_limits<double>::infinity();
    case Qt::ToolTipRole:
        if (column == Column::Name) {
            const Row& row = rows_[static_cast<std::size_t>(index.row())];
            return nameOfKind(row.characteristics, row.format);
        }
        return cell.typeId() == QMetaType::Double ? QVariant(QLocale().toString(cell.toDouble(), 'g', 17)) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (column == Column::Name ? Qt::AlignLeft : Qt::AlignRight));
    default: return {};
    }
}

QVariant FormatsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    }
    if (section < 0 || section >= kColumns) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::AlignVCenter | (column == Column::Name ? Qt::AlignLeft : Qt::AlignRight));
    }
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) {
        return {};
    }
    const bool help = role == Qt::ToolTipRole;
    switch (column) {
    case Column::Name: return help ? tr("The name that specifications and the command line take") : tr("Format");
    case Column::Bits: return help ? tr("All bits, the sign included (the paper's table 1)") : tr("Bits");
    case Column::PerValue:
        return help ? tr("Bits that a value takes with its share of the scale, where that is the same in every tensor")
                    : tr("Per value");
    case Column::Scale: return help ? tr("The format of a shared scale, and how many values share it") : tr("Scale");
    case Column::Sign: return help ? tr("Bits of the sign (table 1)") : tr("Sign");
    case Column::Exponent: return help ? tr("Bits of the exponent (table 1)") : tr("Exponent");
    case Column::Significand:
        return help ? tr("Bits of the significand that are stored, without the implicit one (table 1)")
                    : tr("Significand");
    case Column::Bias: return help ? tr("What is added to the exponent where it is stored (table 2)") : tr("Bias");
    case Column::Precision:
        return help ? tr("Bits of the significand with the implicit one (table 2)") : tr("Precision");
    case Column::DecimalDigits:
        return help ? tr("Decimal digits that the precision is worth: precision \u00d7 log\u2081\u2080 2 (table 2)")
                    : tr("Digits");
    case Column::Max: return help ? tr("The largest finite value") : tr("Largest");
    case Column::MinNormal: return help ? tr("The smallest positive normal value") : tr("Min normal");
    case Column::MinPositive:
        return help ? tr("The smallest positive value, subnormal where there are subnormals") : tr("Min positive");
    case Column::Epsilon: return help ? tr("The distance from 1 to the next larger value") : tr("Epsilon");
    case Column::Infinity: return help ? tr("Whether there are infinities") : tr("Infinity");
    case Column::Nan: return help ? tr("Whether there is a NaN") : tr("NaN");
    }
    return {};
}

QVariant FormatsModel::value(const Row& from, Column column) {
    const format::Characteristics& row = from.characteristics;
    switch (column) {
    case Column::Name: return QString::fromStdString(row.name);
    case Column::Bits: return orNothing(row.bits);
    case Column::PerValue: return bitsPerValue(from.format);
    case Column::Scale: return scaleOf(from.format);
    case Column::Sign: return orNothing(row.signBits);
    case Column::Exponent: return orNothing(row.exponentBits);
    case Column::Significand: return orNothing(row.significandBits);
    case Column::Bias: return orNothing(row.bias);
    case Column::Precision: return orNothing(row.precision);
    case Column::DecimalDigits: return orNothing(row.decimalDigits);
    case Column::Max: return orNothing(row.max);
    case Column::MinNormal: return orNothing(row.minNormal);
    case Column::MinPositive: return orNothing(row.minPositive);
    case Column::Epsilon: return orNothing(row.epsilon);
    case Column::Infinity: return orNothing(row.infinity);
    case Column::Nan: return orNothing(row.nan);
    }
    return {};
}

} // namespace roundoff::ui
