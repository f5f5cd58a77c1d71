// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/deployment.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "core/base/error.h"
#include "core/deploy/bit_stream.h"
#include "core/deploy/packed_weights.h"
#include "core/deploy/shared_scales.h"
#include "core/format/names.h"
#include "core/format/quantise.h"
#include "core/kernels/quantise_span.h"

namespace roundoff::deploy {
namespace {

std::vector<double> sortedValues(const nn::WeightSnapshot& weights) {
    std::vector<double> values;
    values.reserve(weights.parameterCount());
    for (const auto& tensor : weights.tensors) {
        for (const double value : tensor.values) {
            if (!std::isnan(value)) {
                values.push_back(value);
            }
        }
    }
    std::sort(values.begin(), values.end());
    return values;
}

int bitsPerWeight(const format::Format& f, const nn::WeightSnapshot& weights) {
    if (const auto bits = format::codeBits(f)) {
        return *bits;
    }
    try {
        return significandRange(std::get<format::Decimal>(f), weights).bits();
    } catch (const InputError&) {
        return 64; // Weights without significands are kept as doubles.
    }
}

} // namespace

std::string Deployment::name() const {
    return format::tensorFormatName(format) + (scope == Scope::WeightsAndActivations ? "+activations" : "");
}

std::string Deployment::label() const {
    return name() + (rounding == format::Rounding::NearestEven ? "" : " " + std::string(format::name(rounding))) +
           (overflow ? " " + std::string(format::name(*overflow)) : "");
}

format::Quantisation Deployment::quantisation() const {
    const auto& scalar = std::get<format::Format>(format);
    return {scalar, rounding, overflow.value_or(format::defaultOverflow(scalar)), format::Subnormals::Keep};
}

nn::WeightSnapshot apply(const Deployment& deployment, const nn::WeightSnapshot& weights, std::uint64_t seed) {
    nn::WeightSnapshot result = weights;
    if (format::scalarFormat(deployment.format) == nullptr) {
        roundToSharedScales(deployment.format, deployment.rounding, seed, result);
        return result;
    }
    const kernels::SpanQuantiser<double> wide(deployment.quantisation());
    // Decimals are those of the container; rounding a float to a binary format is the same in double.
    const bool inFloat = !weights.doubleContainer &&
                         format::scalarFormatOf<format::Decimal>(deployment.format) != nullptr;
    std::uint32_t number = 0;
    for (auto& tensor : result.tensors) {
        const format::RandomStream stream{seed, format::Purpose::Deployment, number++, 0, 0};
        if (inFloat) {
            std::vector<float> narrow(tensor.values.size());
            std::transform(tensor.values.begin(), tensor.values.end(), narrow.begin(),
                           [](double value) { return static_cast<float>(value); });
            kernels::SpanQuantiser<float> quantise(deployment.quantisation());
            quantise(narrow, stream);
            std::copy(narrow.begin(), narrow.end(), tensor.values.begin());
        } else {
            wide(tensor.values, stream);
        }
    }
    return result;
}

WeightError weightError(const Deployment& deployment, const nn::WeightSnapshot& before,
                        const nn::WeightSnapshot& after) {
    WeightError error;
    double signal = 0.0;
    double noise = 0.0;
    for (std::size_t t = 0; t < before.tensors.size(); ++t) {
        const auto& w = before.tensors[t].values;
        const auto& q = after.tensors[t].values;
        for (std::size_t i = 0; i < w.size(); ++i) {
            const double difference = w[i] - q[i];
            signal += w[i] * w[i];
            noise += difference * difference;
            error.maxAbsError = std::fmax(error.maxAbsError, std::fabs(difference));
        }
    }
    error.signalToNoiseDb = noise == 0.0 ? std::numeric_limits<double>::infinity() : 10.0 * std::log10(signal / noise);
    const std::vector<double> sorted = sortedValues(after);
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        error.distinctValues += i == 0 || sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    const std::size_t count = after.parameterCount();
    if (const format::Format* scalar = format::scalarFormat(deployment.format)) {
        const int bits = bitsPerWeight(*scalar, after);
        error.bitsPerWeight = bits;
        error.bytes = packedBytes(count, bits);
    } else {
        const std::size_t bits = storedBits(deployment.format, after);
        error.bitsPerWeight = count == 0 ? 0.0 : static_cast<double>(bits) / static_cast<double>(count);
        error.bytes = (bits + 7) / 8;
    }
    return error;
}

} // namespace roundoff::deploy
