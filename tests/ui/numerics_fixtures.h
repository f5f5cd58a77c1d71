// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/experiment/run_result.h"
#include "core/nn/telemetry.h"

namespace roundoff::ui {

inline nn::RoleTelemetry roleSeen(int layer, nn::Role role, const nn::RoundingCounts& counts, double signal = 0.0,
                                  double noise = 0.0) {
    nn::RoleTelemetry seen;
    seen.layer = layer;
    seen.role = role;
    seen.counts = counts;
    seen.signal = signal;
    seen.noise = noise;
    return seen;
}

/// Two layers. The first one has activations of which a tenth underflows, the second one gradients too, of which half
/// do; of the second one's updates three in four are swallowed, and the first one's accumulator is narrow.
inline nn::TelemetrySample twoLayers(std::uint32_t step, std::uint32_t epoch = 1) {
    nn::RoundingCounts activations;
    activations.values = 1000;
    activations.zero = 200;
    activations.underflowed = 80;
    activations.subnormal = 40;
    activations.overflowed = 8;
    activations.saturated = 4;
    activations.nonFinite = 8;
    nn::RoundingCounts gradients;
    gradients.values = 64;
    gradients.underflowed = 32;
    nn::TelemetrySample sample;
    sample.step = step;
    sample.epoch = epoch;
    sample.roles = {roleSeen(1, nn::Role::Activations, activations, 1000.0, 1.0),
                    roleSeen(2, nn::Role::Activations, activations, 1.0, 0.0),
                    roleSeen(2, nn::Role::Gradients, gradients)};
    nn::LayerTelemetry first;
    first.layer = 1;
    first.gradientNorm = 0.5;
    first.updates = 10;
    first.additions = 400;
    first.stagnated = 100;
    nn::LayerTelemetry second;
    second.layer = 2;
    second.gradientNorm = 2.0;
    second.updates = 80;
    second.swallowed = 60;
    sample.layers = {first, second};
    return sample;
}

/// Values of one power of two each: too small for FP16, subnormal in it, normal twice, and too large.
inline nn::ExponentTelemetry exponentsSeen(std::uint32_t epoch, int layer, nn::Role role) {
    nn::ExponentTelemetry seen;
    seen.epoch = epoch;
    seen.layer = layer;
    seen.role = role;
    for (const int exponent : {-30, -20, -3, 0, 16}) {
        seen.histogram.counts[static_cast<std::size_t>(exponent - nn::ExponentHistogram::kLowest)] += 10 * epoch;
    }
    return seen;
}

} // namespace roundoff::ui
