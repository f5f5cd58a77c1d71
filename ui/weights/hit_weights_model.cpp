// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weights/hit_weights_model.h"

#include <cmath>
#include <utility>

#include <QLocale>

namespace roundoff::ui {
namespace {

/// As few digits as tell the value from its neighbours, in single precision if it is one of those.
int shortestDigits(double value) {
    constexpr int kMostDigits = 17;
    const auto narrow = static_cast<float>(value);
    const bool isNarrow = static_cast<double>(narrow) == value;
    for (int digits = 1; digits < kMostDigits; ++digits) {
        const QString text = QString::number(value, 'g', digits);
        if (isNarrow ? text.toFloat() == narrow : text.toDouble() == value) {
            return digits;
        }
    }
    return kMostDigits;
}

QString valueText(double value) {
    return std::isnan(value)   ? QStringLiteral("NaN")
           : std::isinf(value) ? (value > 0.0 ? QStringLiteral("\u221e") : QStringLiteral("\u2212\u221e"))
                               : QLocale().toString(value, 'g', shortestDigits(value));
}

QString positionText(const std::vector<std::size_t>& position) {
    QStringList parts;
    for (const std::size_t index : position) {
        parts << QString::number(index);
    }
    return QStringLiteral("[%1]").arg(parts.join(QStringLiteral(", ")));
}

QVariant sortKey(const deploy::HitWeight& weight, int column) {
    switch (column) {
    case HitWeightsModel::Before: return weight.before;
    case HitWeightsModel::After: return weight.after;
    case HitWeightsModel::Error: return weight.after - weight.before;
    default: break;
    }
    // Row by row.
    double place = 0.0;
    for (const std::size_t index : weight.position) {
        place = place * 0x1p24 + static_cast<double>(index);
    }
    return place;
}

} // namespace

void HitWeightsModel::setReport(std::shared_ptr<const deploy::WeightReport> report) {
    const int rows = report ? static_cast<int>(report->worst.size()) : 0;
    if (rows > 0 && rows == rowCount()) {
        // The list stays where it was scrolled to while a slider is dragged.
        report_ = std::move(report);
        emit dataChanged(index(0, 0), index(rows - 1, ColumnCount - 1));
        return;
    }
    beginResetModel();
    report_ = std::move(report);
    endResetModel();
}

int HitWeightsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !report_ ? 0 : static_cast<int>(report_->worst.size());
}

int HitWeightsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant HitWeightsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (index.column() >= Before ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole && role != kSortRole) {
        return {};
    }
    const deploy::HitWeight& weight = report_->worst[static_cast<std::size_t>(index.row())];
    if (role == kSortRole && index.column() >= Position) {
        return sortKey(weight, index.column());
    }
    const QString tensor = QString::fromStdString(weight.tensor);
    switch (index.column()) {
    case Layer: return tensor.section(u'.', 0, 0);
    case Tensor: return tensor.section(u'.', 1);
    case Position: return positionText(weight.position);
    case Before: return valueText(weight.before);
    case After: return valueText(weight.after);
    case Error: {
        const double error = weight.after - weight.before;
        return std::isfinite(error) ? QLocale().toString(error, 'g', 4) : valueText(error);
    }
    default: return {};
    }
}

QVariant HitWeightsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter) |
                                   (section >= Before ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role == Qt::ToolTipRole && section == Position) {
        return tr("In the tensor, from 0: [output, input] of a weight, [output] of a bias");
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Layer: return tr("Layer");
    case Tensor: return tr("Tensor");
    case Position: return tr("Position");
    case Before: return tr("Before");
    case After: return tr("After");
    case Error: return tr("Error");
    default: return {};
    }
}

} // namespace roundoff::ui
