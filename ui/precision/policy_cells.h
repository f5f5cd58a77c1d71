// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

#include <QString>
#include <QStringList>

#include "core/nn/precision_policy.h"

namespace roundoff::ui {

/// Columns of the precision matrix: the roles in the order of `nn::kRoles`, then the accumulator.
inline constexpr int kAccumulatorColumn = static_cast<int>(nn::kRoleCount);
inline constexpr int kPolicyColumns = kAccumulatorColumn + 1;

/// The column's name in specifications (weights, ..., accumulator), and for people ("Weights").
[[nodiscard]] QString columnKey(int column);
[[nodiscard]] QString columnLabel(int column);
/// What the numbers of the column are, for its tooltip.
[[nodiscard]] QString columnHelp(int column);

/// A cell in words, as `roleFormatText` and `accumulatorText` give it; nothing if a layer has what all layers have, or
/// if there are no master weights or no accumulator of its own.
/// @param layer  empty for the row of all layers
[[nodiscard]] std::optional<QString> cellText(const nn::PrecisionPolicy& policy, const std::string& layer, int column);

/// Reads a cell.
/// @throws InputError; the policy has not changed then
void setCell(nn::PrecisionPolicy& policy, const std::string& layer, int column, const QString& text);

/// Back to what all layers have; in the row of all layers back to FP32, to no master weights, or to the accumulator
/// that the formats bring.
void clearCell(nn::PrecisionPolicy& policy, const std::string& layer, int column);

/// What products are summed in without an accumulator of one's own: FP32, or FP64 if the formats need it.
[[nodiscard]] QString containerName(const nn::PrecisionPolicy& policy);

/// What a cell has beside its format.
struct CellProperties {
    std::optional<format::Rounding> rounding; ///< Without one, the policy's.
    std::optional<format::Overflow> overflow; ///< Without one, the policy's.
    int chunk = 0;                            ///< Of accumulators; 0 for one chain.

    bool operator==(const CellProperties&) const = default;
};

/// Those of a cell's text, and the text with others.
/// @throws InputError if the text is no cell
[[nodiscard]] CellProperties cellProperties(int column, const QString& text);
[[nodiscard]] QString withProperties(int column, const QString& text, const CellProperties& properties);

/// The names offered for a cell of the column, widest first.
[[nodiscard]] QStringList offeredFormats(int column);

} // namespace roundoff::ui
