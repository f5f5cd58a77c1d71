// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/policy_cells.h"

#include <array>

#include <QCoreApplication>

#include "core/format/names.h"
#include "core/format/quantise.h"
#include "ui/document/precision_cell_text.h"

namespace roundoff::ui {
namespace {

struct PolicyCellsText {
    Q_DECLARE_TR_FUNCTIONS(PolicyCells)
};

using nn::LayerOverride;
using nn::PrecisionPolicy;

struct Column {
    const char* label;
    const char* help;
};

constexpr std::array<Column, kPolicyColumns> kColumns{{
    {QT_TRANSLATE_NOOP("PolicyCells", "Weights"),
     QT_TRANSLATE_NOOP("PolicyCells", "Weights and biases as the products see them")},
    {QT_TRANSLATE_NOOP("PolicyCells", "Master weights"),
     QT_TRANSLATE_NOOP("PolicyCells", "A copy of the weights that the optimiser updates; without one it updates the "
                                      "rounded weights themselves")},
    {QT_TRANSLATE_NOOP("PolicyCells", "Activations"),
     QT_TRANSLATE_NOOP("PolicyCells", "What layers hand on, the inputs included")},
    {QT_TRANSLATE_NOOP("PolicyCells", "Gradients"), QT_TRANSLATE_NOOP("PolicyCells", "Gradients of the weights")},
    {QT_TRANSLATE_NOOP("PolicyCells", "Activation gradients"),
     QT_TRANSLATE_NOOP("PolicyCells", "Gradients that layers hand back")},
    {QT_TRANSLATE_NOOP("PolicyCells", "Optimiser state"),
     QT_TRANSLATE_NOOP("PolicyCells", "Velocities and moments of the optimiser")},
    {QT_TRANSLATE_NOOP("PolicyCells", "Accumulator"),
     QT_TRANSLATE_NOOP("PolicyCells", "What products are summed in: every product and every sum is rounded once")},
}};

std::size_t at(int column) {
    return static_cast<std::size_t>(column);
}

} // namespace

QString columnKey(int column) {
    return column == kAccumulatorColumn ? QStringLiteral("accumulator")
                                        : wordOf(nn::roleName(nn::kRoles.at(at(column))));
}

QString columnLabel(int column) {
    return PolicyCellsText::tr(kColumns.at(at(column)).label);
}

QString columnHelp(int column) {
    return PolicyCellsText::tr(kColumns.at(at(column)).help);
}

std::optional<QString> cellText(const PrecisionPolicy& policy, const std::string& layer, int column) {
    const auto found = policy.layers.find(layer);
    if (!layer.empty() && found == policy.layers.end()) {
        return std::nullopt;
    }
    if (column == kAccumulatorColumn) {
        const auto& accumulator = layer.empty() ? policy.accumulator : found->second.accumulator;
        return accumulator ? std::optional(accumulatorText(*accumulator)) : std::nullopt;
    }
    const auto& role = (layer.empty() ? policy.formats : found->second.formats).at(at(column));
    return role ? std::optional(roleFormatText(*role)) : std::nullopt;
}

void setCell(PrecisionPolicy& policy, const std::string& layer, int column, const QString& text) {
    if (column == kAccumulatorColumn) {
        const nn::Accumulator accumulator = parseAccumulator(text);
        (layer.empty() ? policy.accumulator : policy.layers[layer].accumulator) = accumulator;
    } else {
        const nn::RoleFormat role = parseRoleFormat(text);
        (layer.empty() ? policy.formats : policy.layers[layer].formats).at(at(column)) = role;
    }
}

void clearCell(PrecisionPolicy& policy, const std::string& layer, int column) {
    if (layer.empty()) {
        if (column == kAccumulatorColumn) {
            policy.accumulator.reset();
        } else {
            policy.formats.at(at(column)) = PrecisionPolicy().formats.at(at(column));
        }
        return;
    }
    const auto found = policy.layers.find(layer);
    if (found == policy.layers.end()) {
        return;
    }
    if (column == kAccumulatorColumn) {
        found->second.accumulator.reset();
    } else {
        found->second.formats.at(at(column)).reset();
    }
    if (found->second == LayerOverride()) {
        policy.layers.erase(found);
    }
}

QString containerName(const PrecisionPolicy& policy) {
    return policy.needsDouble() ? QStringLiteral("FP64") : QStringLiteral("FP32");
}

CellProperties cellProperties(int column, const QString& text) {
    if (column == kAccumulatorColumn) {
        const nn::Accumulator accumulator = parseAccumulator(text);
        return {accumulator.rounding, accumulator.overflow, accumulator.chunk};
    }
    const nn::RoleFormat role = parseRoleFormat(text);
    return {role.rounding, role.overflow, 0};
}

QString withProperties(int column, const QString& text, const CellProperties& properties) {
    if (column == kAccumulatorColumn) {
        nn::Accumulator accumulator = parseAccumulator(text);
        accumulator.rounding = properties.rounding;
        accumulator.overflow = properties.overflow;
        accumulator.chunk = properties.chunk;
        return accumulatorText(accumulator);
    }
    nn::RoleFormat role = parseRoleFormat(text);
    role.rounding = properties.rounding;
    role.overflow = properties.overflow;
    return roleFormatText(role);
}

QStringList offeredFormats(int column) {
    QStringList names;
    for (const std::string& name : format::namedFormats()) {
        const format::Format f = format::parseFormat(name);
        const bool native = name == "FP32" || name == "FP64";
        if (column != kAccumulatorColumn || native || format::fitsFloat(f)) {
            names << QString::fromStdString(name);
        }
    }
    if (column != kAccumulatorColumn) {
        for (const std::string& name : format::tabledTensorFormats()) {
            names << QString::fromStdString(name);
        }
    }
    return names;
}

} // namespace roundoff::ui
