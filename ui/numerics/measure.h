// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include <QString>

#include "core/nn/telemetry.h"
#include "ui/charts/chart_choice.h"

namespace roundoff::ui {

/// What the Numerics page can show of a layer, or of a role of a layer.
enum class Measure : std::uint8_t {
    Underflowed,
    Subnormal,
    Overflowed,
    Saturated,
    SignalToNoise,
    SwallowedUpdates,
    AccumulatorStagnation,
    GradientNorm
};

inline constexpr std::array kMeasures{Measure::Underflowed,
                                      Measure::Subnormal,
                                      Measure::Overflowed,
                                      Measure::Saturated,
                                      Measure::SignalToNoise,
                                      Measure::SwallowedUpdates,
                                      Measure::AccumulatorStagnation,
                                      Measure::GradientNorm};

/// Whether each role of a layer has the measure; else each layer has it once.
[[nodiscard]] bool isByRole(Measure measure);

/// "Underflowed to zero"
[[nodiscard]] QString measureName(Measure measure);
/// A sentence that says what is counted, and of what.
[[nodiscard]] QString measureHelp(Measure measure);
/// Its name in settings and tables: underflowed, ...
[[nodiscard]] QString measureKey(Measure measure);
/// Of what a layer has the measure, where it is not by role: "Updates".
[[nodiscard]] QString measureSubject(Measure measure);

/// The role that has most to do with a measure that is not by role.
[[nodiscard]] nn::Role measureRole(Measure measure);

/// The measure of a role: a share of the values that were not zero before rounding, or dB; nothing where there were
/// none, or if the measure is not by role.
[[nodiscard]] std::optional<double> measured(Measure measure, const nn::RoleTelemetry& role);
/// The measure of a layer: a share, or a norm; nothing without anything that could be counted, or if it is by role.
[[nodiscard]] std::optional<double> measured(Measure measure, const nn::LayerTelemetry& layer);

/// The value as a person reads it: "12.3 %", "< 0.01 %", "31.2 dB".
[[nodiscard]] QString measuredText(Measure measure, double value);

/// How strongly a cell with the value is coloured, from 0 to 1. Shares are compared by their logarithm, because a
/// thousandth of the values may be what breaks a network: 0.01 % is 0, 100 % is 1. Noise counts from 60 dB down to 0.
/// Norms have no better or worse, and no strength.
[[nodiscard]] std::optional<double> measuredStrength(Measure measure, double value);

/// The measure as a chart draws it, from the history's samples.
[[nodiscard]] Quantity measuredQuantity(Measure measure);

/// All counts of a role in lines of words.
[[nodiscard]] QString countsText(const nn::RoleTelemetry& role);
/// All counts of a layer that have to do with the measure.
[[nodiscard]] QString countsText(Measure measure, const nn::LayerTelemetry& layer);

/// "Activations", as a heading.
[[nodiscard]] QString roleHeading(nn::Role role);
/// "Layer 2"
[[nodiscard]] QString layerHeading(int layer);

} // namespace roundoff::ui
