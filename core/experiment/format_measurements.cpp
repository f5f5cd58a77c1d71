// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include "core/experiment/digest_of_bits.h"
#include "core/experiment/measured_values.h"
#include "core/experiment/measurement.h"
#include "core/format/binary_float.h"
#include "core/format/characteristics.h"
#include "core/format/names.h"
#include "core/format/quantise.h"
#include "core/format/tensor_format.h"
#include "core/kernels/quantise_tensor.h"

namespace roundoff::experiment {
namespace {

using format::Overflow;
using format::Quantisation;
using format::RandomStream;
using format::Rounding;
using format::Subnormals;
using format::TensorFormat;

// Who does the rounding.
enum class Rounder : std::uint8_t { Kernels, Reference };

constexpr std::array kRoundings{Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero,
                                Rounding::Up,          Rounding::Down,        Rounding::Stochastic};
constexpr RandomStream kRandom{7, format::Purpose::StochasticRounding, 5, 0, 0};

// Whether float is a container for the format: it holds every value, or decimals, which go with both.
bool floatHolds(const format::Format& f) {
    if (const auto* binary = std::get_if<format::BinaryFloat>(&f)) {
        return format::contains(format::kFp32, *binary);
    }
    return std::holds_alternative<format::Decimal>(f) || format::codeBits(f).value_or(0) <= 24;
}

// Policies that make a difference.
std::vector<Quantisation> quantisationsTo(const format::Format& f) {
    const bool isFloat = std::holds_alternative<format::BinaryFloat>(f);
    std::vector<Quantisation> all;
    for (const Rounding rounding : kRoundings) {
        for (const Overflow overflow : {Overflow::ToInfinity, Overflow::Saturate, Overflow::ToNan}) {
            for (const Subnormals subnormals : {Subnormals::Keep, Subnormals::Flush}) {
                const bool possible = !format::overflowProblem(f, overflow);
                if (possible && (isFloat || subnormals == Subnormals::Keep)) {
                    all.push_back({f, rounding, overflow, subnormals});
                }
            }
        }
    }
    return all;
}

template <typename T>
void addSpans(const format::Format& f, Rounder rounder, DigestOfBits& digest) {
    const std::vector<T> values = measuredValues<T>(f);
    for (const Quantisation& q : quantisationsTo(f)) {
        std::vector<T> rounded = values;
        if (rounder == Rounder::Kernels) {
            kernels::SpanQuantiser<T> quantise(q);
            quantise(rounded, kRandom);
        } else {
            for (std::size_t i = 0; i < rounded.size(); ++i) {
                rounded[i] = format::quantise(q, rounded[i], kRandom.at(i));
            }
        }
        digest.add<T>(rounded);
    }
}

// Tensors [channels, values] as rows that lie side by side.
constexpr std::array<std::size_t, 2> kShape{kMeasuredChannels, kMeasuredLength};

template <typename T>
std::vector<T> byReference(const TensorFormat& f, Rounding rounding, const std::vector<T>& tensor) {
    std::vector<double> values(tensor.begin(), tensor.end());
    if (const auto* integer = std::get_if<format::ScaledInteger>(&f)) {
        format::quantiseTensor(*integer, values, kShape, rounding, kRandom);
    } else if (const auto* block = std::get_if<format::Block>(&f)) {
        format::quantiseTensor(*block, values, kShape, rounding, kRandom);
    }
    constexpr format::BinaryFloat container = sizeof(T) == 4 ? format::kFp32 : format::kFp64;
    std::vector<T> rounded;
    rounded.reserve(values.size());
    for (const double value : values) { // A code times a scale that was rounded up can lie above the largest float.
        rounded.push_back(static_cast<T>(
            format::quantise(container, value, Rounding::NearestEven, Overflow::Saturate, Subnormals::Keep, 0)));
    }
    return rounded;
}

template <typename T>
std::vector<T> byKernel(const TensorFormat& f, Rounding rounding, std::vector<T> tensor, kernels::Channels channels) {
    const kernels::TensorQuantiser<T> quantise({f, rounding, Overflow::Saturate, Subnormals::Keep});
    const auto [rows, cols] = kShape;
    if (channels == kernels::Channels::Rows) {
        quantise({tensor.data(), rows, cols, cols}, channels, kRandom);
        return tensor;
    }
    std::vector<T> transposed(tensor.size());
    const auto copy = [&tensor, &transposed](auto assign) {
        for (std::size_t i = 0; i < tensor.size(); ++i) {
            assign(tensor[i], transposed[i % kShape[1] * kShape[0] + i / kShape[1]]);
        }
    };
    copy([](T& here, T& there) { there = here; });
    quantise({transposed.data(), cols, rows, rows}, channels, kRandom);
    copy([](T& here, T& there) { here = there; });
    return tensor;
}

template <typename T>
void addTensors(const TensorFormat& f, Rounder rounder, DigestOfBits& digest) {
    for (const std::vector<T>& tensor : measuredTensors<T>()) {
        for (const Rounding rounding : kRoundings) {
            // However the tensor lies in memory, it is the same one.
            for (const auto channels : {kernels::Channels::Rows, kernels::Channels::Columns}) {
                digest.add<T>(rounder == Rounder::Kernels ? byKernel(f, rounding, tensor, channels)
                                                          : byReference(f, rounding, tensor));
            }
        }
    }
}

std::string digestOf(const TensorFormat& f, Rounder rounder) {
    DigestOfBits digest;
    if (const format::Format* scalar = format::scalarFormat(f)) {
        if (floatHolds(*scalar)) {
            addSpans<float>(*scalar, rounder, digest);
        }
        addSpans<double>(*scalar, rounder, digest);
    } else {
        addTensors<float>(f, rounder, digest);
        addTensors<double>(f, rounder, digest);
    }
    return digest.hex();
}

} // namespace

std::vector<Measurement> formatMeasurements() {
    std::vector<std::string> names = format::tabledFormats();
    const std::vector<std::string> sharing = format::tabledTensorFormats();
    names.insert(names.end(), sharing.begin(), sharing.end());
    std::vector<Measurement> measurements;
    for (const std::string& name : names) {
        const TensorFormat f = format::parseTensorFormat(name);
        measurements.push_back({name + ", every mode", [f] { return digestOf(f, Rounder::Kernels); },
                                [f] { return digestOf(f, Rounder::Reference); }});
    }
    return measurements;
}

} // namespace roundoff::experiment
