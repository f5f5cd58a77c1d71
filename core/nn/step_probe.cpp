// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/step_probe.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "core/format/binary_float.h"
#include "core/format/fixed_point.h"
#include "core/kernels/elementwise.h"
#include "core/kernels/reduce.h"
#include "core/kernels/rounding_effects.h"

namespace roundoff::nn {
namespace {

// Exponents are counted of at most about so many values of a tensor, evenly spread: a histogram needs no more.
constexpr std::size_t kExponentSamples = 4096;

template <typename T>
kernels::FormatRange<T> rangeOf(const format::TensorFormat& tensorFormat) {
    // Formats with shared scales have a range only together with a tensor; decimals have no end.
    kernels::FormatRange<T> range{T{0}, std::numeric_limits<T>::infinity()};
    if (const auto* binary = format::scalarFormatOf<format::BinaryFloat>(tensorFormat)) {
        range = {static_cast<T>(format::minNormal(*binary)), static_cast<T>(format::maxFinite(*binary))};
    } else if (const auto* fixed = format::scalarFormatOf<format::FixedPoint>(tensorFormat)) {
        range.maxFinite = static_cast<T>(format::maxFinite(*fixed));
    }
    return range;
}

template <typename T>
void countExponents(std::span<const T> values, std::size_t total, ExponentHistogram& histogram) {
    // Odd, so that it meets all columns of a matrix in turn.
    const std::size_t stride = (total / kExponentSamples) | 1U;
    for (std::size_t i = 0; i < values.size(); i += stride) {
        const double magnitude = std::fabs(static_cast<double>(values[i]));
        const auto field = static_cast<int>(std::bit_cast<std::uint64_t>(magnitude) >> 52U);
        if (field == 0x7FF || magnitude == 0.0) {
            continue;
        }
        const int exponent = std::clamp(field - 1023, ExponentHistogram::kLowest, ExponentHistogram::kHighest);
        ++histogram.counts[static_cast<std::size_t>(exponent - ExponentHistogram::kLowest)];
    }
}

template <typename T>
void takeElements(std::span<const T> storage, const PaddedRows& rows, std::vector<T>& elements) {
    elements.clear();
    for (std::size_t i = 0; i < storage.size();) {
        const std::size_t column = (rows.first + i) % rows.stride;
        const std::size_t toRowEnd = std::min(rows.stride - column, storage.size() - i);
        const std::size_t inside = column < rows.cols ? std::min(rows.cols - column, toRowEnd) : 0;
        elements.insert(elements.end(), storage.begin() + static_cast<std::ptrdiff_t>(i),
                        storage.begin() + static_cast<std::ptrdiff_t>(i + inside));
        i += toRowEnd;
    }
}

} // namespace

template <>
StepProbe::Values<float>& StepProbe::values<float>() {
    return floats_;
}

template <>
StepProbe::Values<double>& StepProbe::values<double>() {
    return doubles_;
}

template <typename T>
void StepProbe::remember(std::span<const T> storage, const PaddedRows& rows) {
    takeElements(storage, rows, values<T>().before);
}

template <typename T>
void StepProbe::lookForNonFinite(int layer, Role role, TensorOperation operation, std::span<const T> before,
                                 std::span<const T> after) {
    if (first_ || kernels::allFinite<T>(after)) {
        return;
    }
    const auto found = std::find_if(after.begin(), after.end(), [](T value) { return !std::isfinite(value); });
    const T unroundedValue = before[static_cast<std::size_t>(found - after.begin())];
    first_ = FirstNonFinite{0,
                            0,
                            layer,
                            role,
                            operation,
                            std::isnan(*found) || std::isnan(unroundedValue),
                            std::isfinite(unroundedValue),
                            false};
}

template <typename T>
void StepProbe::seeRounded(int layer, Role role, TensorOperation operation, const kernels::TensorQuantisation& how,
                           std::span<const T> storage, const PaddedRows& rows) {
    takeElements(storage, rows, values<T>().after);
    const std::span<T> before(values<T>().before);
    const std::span<const T> after(values<T>().after);
    if (purpose_ == Purpose::FirstNonFinite) {
        lookForNonFinite<T>(layer, role, operation, before, after);
        return;
    }
    if (operation == TensorOperation::Unscale || operation == TensorOperation::Clip) {
        return;
    }
    RoleTelemetry& telemetry = roles_.try_emplace({layer, role}, RoleTelemetry{layer, role, {}, 0.0, 0.0})
                                   .first->second;
    const auto effects = kernels::countRoundingEffects<T>(before, after, rangeOf<T>(how.format));
    telemetry.counts += {after.size(),      effects.underflowed, effects.subnormal, effects.overflowed,
                         effects.saturated, effects.nonFinite,   effects.zero,      effects.nanReplaced};
    countExponents<T>(before, rows.total, exponents_[{layer, role}]);
    const double signal = kernels::sumOfSquares<T>(before);
    kernels::apply<T>(kernels::Operation::Subtract, before, after, before);
    const double noise = kernels::sumOfSquares<T>(before);
    if (std::isfinite(signal) && std::isfinite(noise)) {
        telemetry.signal += signal;
        telemetry.noise += noise;
    }
}

template <typename T>
void StepProbe::seeUnrounded(int layer, Role role, TensorOperation operation, std::span<const T> values) {
    if (purpose_ == Purpose::FirstNonFinite) {
        lookForNonFinite<T>(layer, role, operation, values, values);
    }
}

template <typename T>
void StepProbe::seeUpdate(int layer, std::span<const T> direction, std::span<const T> before,
                          std::span<const T> after) {
    const kernels::UpdateEffects effects = kernels::countUpdateEffects<T>(direction, before, after);
    LayerTelemetry& telemetry = layerAt(layer);
    telemetry.updates += effects.updates;
    telemetry.swallowed += effects.swallowed;
}

void StepProbe::seeAccumulation(int layer, const kernels::AccumulationCounts& counts) {
    LayerTelemetry& telemetry = layerAt(layer);
    telemetry.additions += counts.additions;
    telemetry.stagnated += counts.stagnated;
    telemetry.accumulatorUnderflowed += counts.underflowed;
    telemetry.accumulatorOverflowed += counts.overflowed;
}

void StepProbe::seeGradient(int layer, double sumOfSquares) {
    layerAt(layer).gradientNorm += sumOfSquares;
}

LayerTelemetry& StepProbe::layerAt(int layer) {
    LayerTelemetry& telemetry = layers_[layer];
    telemetry.layer = layer;
    return telemetry;
}

TelemetrySample StepProbe::takeSample() {
    TelemetrySample sample;
    for (const auto& [place, telemetry] : std::exchange(roles_, {})) {
        sample.roles.push_back(telemetry);
    }
    for (auto& [number, telemetry] : std::exchange(layers_, {})) {
        sample.layers.push_back(telemetry);
        sample.layers.back().gradientNorm = std::sqrt(telemetry.gradientNorm);
    }
    return sample;
}

std::vector<ExponentTelemetry> StepProbe::takeExponents() {
    std::vector<ExponentTelemetry> result;
    for (const auto& [place, histogram] : std::exchange(exponents_, {})) {
        result.push_back({0, place.first, place.second, histogram});
    }
    return result;
}

template void StepProbe::remember(std::span<const float>, const PaddedRows&);
template void StepProbe::remember(std::span<const double>, const PaddedRows&);
template void StepProbe::seeRounded(int, Role, TensorOperation, const kernels::TensorQuantisation&,
                                    std::span<const float>, const PaddedRows&);
template void StepProbe::seeRounded(int, Role, TensorOperation, const kernels::TensorQuantisation&,
                                    std::span<const double>, const PaddedRows&);
template void StepProbe::seeUnrounded(int, Role, TensorOperation, std::span<const float>);
template void StepProbe::seeUnrounded(int, Role, TensorOperation, std::span<const double>);
template void StepProbe::seeUpdate(int, std::span<const float>, std::span<const float>, std::span<const float>);
template void StepProbe::seeUpdate(int, std::span<const double>, std::span<const double>, std::span<const double>);

} // namespace roundoff::nn
