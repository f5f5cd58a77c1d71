// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/numerics_model.h"

#include <algorithm>
#include <set>

#include "core/store/csv.h"
#include "ui/widgets/plain_text.h"

namespace roundoff::ui {
namespace {

std::vector<int> layersOf(const nn::TelemetrySample& sample) {
    std::set<int> layers;
    for (const nn::RoleTelemetry& role : sample.roles) {
        layers.insert(role.layer);
    }
    for (const nn::LayerTelemetry& layer : sample.layers) {
        layers.insert(layer.layer);
    }
    return {layers.begin(), layers.end()};
}

std::vector<nn::Role> rolesOf(const nn::TelemetrySample& sample) {
    std::vector<nn::Role> roles;
    for (const nn::Role role : nn::kRoles) {
        if (std::ranges::any_of(sample.roles, [&](const auto& seen) { return seen.role == role; })) {
            roles.push_back(role);
        }
    }
    return roles;
}

} // namespace

QString formatText(const nn::PrecisionPolicy& policy, int layer, nn::Role role) {
    const nn::RoleFormats formats = policy.formatsOf("layer" + std::to_string(layer));
    const auto& format = formats[static_cast<std::size_t>(role)];
    return format ? QString::fromStdString(format::tensorFormatName(format->format)) : QString();
}

void NumericsModel::setContent(const nn::TelemetrySample& sample, Measure measure, const nn::PrecisionPolicy& policy) {
    std::vector<int> layers = layersOf(sample);
    std::vector<nn::Role> roles = rolesOf(sample);
    // While a run is watched, the selected cell stays where it is.
    const bool sameShape = layers == layers_ && roles == roles_ && isByRole(measure) == isByRole(measure_);
    if (!sameShape) {
        beginResetModel();
    }
    sample_ = sample;
    measure_ = measure;
    policy_ = policy;
    layers_ = std::move(layers);
    roles_ = std::move(roles);
    if (!sameShape) {
        endResetModel();
    } else if (rowCount() > 0 && columnCount() > 0) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

std::optional<nn::Role> NumericsModel::roleAt(int column) const {
    return isByRole(measure_) ? std::optional(roles_[static_cast<std::size_t>(column)]) : std::nullopt;
}

QModelIndex NumericsModel::indexOf(int layer, nn::Role role) const {
    const auto row = std::ranges::find(layers_, layer);
    if (row == layers_.end()) {
        return {};
    }
    const auto rowNumber = static_cast<int>(row - layers_.begin());
    if (!isByRole(measure_)) {
        return index(rowNumber, 0);
    }
    const auto column = std::ranges::find(roles_, role);
    return column == roles_.end() ? QModelIndex() : index(rowNumber, static_cast<int>(column - roles_.begin()));
}

int NumericsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(layers_.size());
}

int NumericsModel::columnCount(const QModelIndex& parent) const {
    if (parent.isValid() || layers_.empty()) {
        return 0;
    }
    return isByRole(measure_) ? static_cast<int>(roles_.size()) : 1;
}

const nn::RoleTelemetry* NumericsModel::roleTelemetry(int row, int column) const {
    const int layer = layerAt(row);
    const nn::Role role = roles_[static_cast<std::size_t>(column)];
    const auto found = std::ranges::find_if(sample_.roles,
                                            [&](const auto& seen) { return seen.layer == layer && seen.role == role; });
    return found == sample_.roles.end() ? nullptr : &*found;
}

const nn::LayerTelemetry* NumericsModel::layerTelemetry(int row) const {
    const auto found = std::ranges::find(sample_.layers, layerAt(row), &nn::LayerTelemetry::layer);
    return found == sample_.layers.end() ? nullptr : &*found;
}

std::optional<double> NumericsModel::valueAt(int row, int column) const {
    if (isByRole(measure_)) {
        const nn::RoleTelemetry* role = roleTelemetry(row, column);
        return role == nullptr ? std::nullopt : measured(measure_, *role);
    }
    const nn::LayerTelemetry* layer = layerTelemetry(row);
    return layer == nullptr ? std::nullopt : measured(measure_, *layer);
}

QVariant NumericsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) {
        return {};
    }
    const std::optional<double> value = valueAt(index.row(), index.column());
    switch (role) {
    case Qt::DisplayRole: return value ? measuredText(measure_, *value) : QString();
    case kValueRole: return value ? QVariant(*value) : QVariant();
    case kStrengthRole: {
        const std::optional<double> strength = value ? measuredStrength(measure_, *value) : std::nullopt;
        return strength ? QVariant(*strength) : QVariant();
    }
    case Qt::ToolTipRole: return plainToolTip(toolTip(index.row(), index.column()));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2: %3")
            .arg(layerHeading(layerAt(index.row())),
                 headerData(index.column(), Qt::Horizontal, Qt::AccessibleTextRole).toString(),
                 value ? measuredText(measure_, *value) : tr("nothing"));
    case Qt::TextAlignmentRole: return QVariant::fromValue(Qt::Alignment(Qt::AlignCenter));
    default: return {};
    }
}

QString NumericsModel::toolTip(int row, int column) const {
    const QString layer = layerHeading(layerAt(row));
    if (!isByRole(measure_)) {
        const nn::LayerTelemetry* seen = layerTelemetry(row);
        return layer + u'\n' + (seen == nullptr ? tr("Nothing was seen of it") : countsText(measure_, *seen));
    }
    const nn::Role role = roles_[static_cast<std::size_t>(column)];
    const nn::RoleTelemetry* seen = roleTelemetry(row, column);
    if (seen == nullptr) {
        return tr("%1 has no tensor of this role: %2").arg(layer, roleHeading(role));
    }
    return QStringLiteral("%1, %2 (%3)\n%4")
        .arg(layer, roleHeading(role), formatText(policy_, layerAt(row), role), countsText(*seen));
}

QString NumericsModel::formatOfColumn(int column) const {
    const nn::Role role = roles_[static_cast<std::size_t>(column)];
    QString common;
    for (int row = 0; row < rowCount(); ++row) {
        if (roleTelemetry(row, column) == nullptr) {
            continue;
        }
        const QString format = formatText(policy_, layerAt(row), role);
        if (!common.isEmpty() && format != common) {
            return tr("various");
        }
        common = format;
    }
    return common;
}

QVariant NumericsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    const int count = orientation == Qt::Horizontal ? columnCount() : rowCount();
    if (section < 0 || section >= count) {
        return {};
    }
    if (orientation == Qt::Vertical) {
        return role == Qt::DisplayRole ? QVariant(layerHeading(layerAt(section))) : QVariant();
    }
    if (role == Qt::ToolTipRole) {
        return measureHelp(measure_);
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole) {
        return {};
    }
    if (!isByRole(measure_)) {
        return measureSubject(measure_);
    }
    const QString heading = roleHeading(roles_[static_cast<std::size_t>(section)]);
    const QString format = formatOfColumn(section);
    return role == Qt::DisplayRole ? heading + u'\n' + format : QStringLiteral("%1 (%2)").arg(heading, format);
}

std::string NumericsModel::csv(const QString& run) const {
    const std::string label = run.toStdString();
    if (isByRole(measure_)) {
        store::Csv csv{"run",         "last_step", "sampled",    "layer",     "role",       "values",       "zero",
                       "underflowed", "subnormal", "overflowed", "saturated", "non_finite", "nan_replaced", "sqnr_db"};
        for (const nn::RoleTelemetry& seen : sample_.roles) {
            const nn::RoundingCounts& counts = seen.counts;
            csv.cell(label).cell(sample_.step).cell(sample_.sampled).cell(seen.layer).cell(nn::roleName(seen.role));
            csv.cell(counts.values).cell(counts.zero).cell(counts.underflowed).cell(counts.subnormal);
            csv.cell(counts.overflowed)
                .cell(counts.saturated)
                .cell(counts.nonFinite)
                .cell(counts.nanReplaced)
                .cell(seen.signalToNoiseDb());
            csv.endRow();
        }
        return csv.text();
    }
    store::Csv csv{"run",
                   "last_step",
                   "sampled",
                   "layer",
                   "gradient_norm",
                   "updates",
                   "swallowed",
                   "additions",
                   "stagnated",
                   "accumulator_underflowed",
                   "accumulator_overflowed"};
    for (const nn::LayerTelemetry& seen : sample_.layers) {
        csv.cell(label).cell(sample_.step).cell(sample_.sampled).cell(seen.layer).cell(seen.gradientNorm);
        csv.cell(seen.updates).cell(seen.swallowed).cell(seen.additions).cell(seen.stagnated);
        csv.cell(seen.accumulatorUnderflowed).cell(seen.accumulatorOverflowed);
        csv.endRow();
    }
    return csv.text();
}

} // namespace roundoff::ui
