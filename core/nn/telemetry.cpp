// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/telemetry.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace roundoff::nn {
namespace {

constexpr std::array<std::string_view, 17> kOperationNames{"the inputs",
                                                           "the product of inputs and weights",
                                                           "the sum with the biases",
                                                           "the activation function",
                                                           "the loss",
                                                           "the gradient of the loss",
                                                           "the gradient through the activation function",
                                                           "the gradient through the product",
                                                           "the gradient of the weights",
                                                           "the gradient of the biases",
                                                           "the division by the loss scale",
                                                           "the clipping of the gradients",
                                                           "the first moment (velocity)",
                                                           "the second moment",
                                                           "the division by the root of the second moment",
                                                           "the update of the weights",
                                                           "the rounding of the master weights"};
static_assert(kOperationNames.size() == static_cast<std::size_t>(TensorOperation::WeightRounding) + 1);

bool before(const RoleTelemetry& a, const RoleTelemetry& b) {
    return a.layer != b.layer ? a.layer < b.layer : a.role < b.role;
}

// Both lists are in order; what only one of them has is kept as it is.
template <typename Item, typename Before, typename Add>
std::vector<Item> mergeOrdered(const std::vector<Item>& a, const std::vector<Item>& b, Before isBefore, Add add) {
    std::vector<Item> result;
    result.reserve(std::max(a.size(), b.size()));
    auto left = a.begin();
    auto right = b.begin();
    while (left != a.end() || right != b.end()) {
        if (right == b.end() || (left != a.end() && isBefore(*left, *right))) {
            result.push_back(*left++);
        } else if (left == a.end() || isBefore(*right, *left)) {
            result.push_back(*right++);
        } else {
            result.push_back(*left++);
            add(result.back(), *right++);
        }
    }
    return result;
}

} // namespace

std::string_view operationName(TensorOperation operation) {
    return kOperationNames.at(static_cast<std::size_t>(operation));
}

RoundingCounts& RoundingCounts::operator+=(const RoundingCounts& other) {
    values += other.values;
    underflowed += other.underflowed;
    subnormal += other.subnormal;
    overflowed += other.overflowed;
    saturated += other.saturated;
    nonFinite += other.nonFinite;
    zero += other.zero;
    nanReplaced += other.nanReplaced;
    return *this;
}

std::uint64_t ExponentHistogram::total() const {
    return std::accumulate(counts.begin(), counts.end(), std::uint64_t{0});
}

ExponentHistogram& ExponentHistogram::operator+=(const ExponentHistogram& other) {
    for (std::size_t i = 0; i < kBins; ++i) {
        counts[i] += other.counts[i];
    }
    return *this;
}

std::optional<double> RoleTelemetry::signalToNoiseDb() const {
    if (!(signal > 0.0)) {
        return std::nullopt;
    }
    return noise == 0.0 ? std::numeric_limits<double>::infinity() : 10.0 * std::log10(signal / noise);
}

TelemetrySample merged(const TelemetrySample& a, const TelemetrySample& b) {
    TelemetrySample result;
    result.epoch = b.epoch;
    result.step = b.step;
    result.sampled = a.sampled + b.sampled;
    result.roles = mergeOrdered(a.roles, b.roles, before, [](RoleTelemetry& sum, const RoleTelemetry& other) {
        sum.counts += other.counts;
        sum.signal += other.signal;
        sum.noise += other.noise;
    });
    const auto byLayer = [](const LayerTelemetry& x, const LayerTelemetry& y) { return x.layer < y.layer; };
    const double weightA = static_cast<double>(a.sampled) / static_cast<double>(result.sampled);
    result.layers = mergeOrdered(
        a.layers, b.layers, byLayer, [weightA](LayerTelemetry& sum, const LayerTelemetry& other) {
            sum.gradientNorm = std::sqrt(weightA * sum.gradientNorm * sum.gradientNorm +
                                         (1.0 - weightA) * other.gradientNorm * other.gradientNorm);
            sum.updates += other.updates;
            sum.swallowed += other.swallowed;
            sum.additions += other.additions;
            sum.stagnated += other.stagnated;
            sum.accumulatorUnderflowed += other.accumulatorUnderflowed;
            sum.accumulatorOverflowed += other.accumulatorOverflowed;
        });
    return result;
}

} // namespace roundoff::nn
