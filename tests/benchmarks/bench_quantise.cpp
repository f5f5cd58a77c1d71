// SPDX-License-Identifier: GPL-3.0-or-later
// Rounding spans in the first-level cache, and whole tensors of a network's first layer to formats whose values share
// scales, in elements a second, for the ways that the kernels have.
#include <algorithm>
#include <array>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/format/names.h"
#include "core/format/quantise.h"
#include "core/kernels/quantise_span.h"
#include "core/kernels/quantise_tensor.h"

namespace roundoff::benchmarks {
namespace {

format::Quantisation quantisationOf(const char* name, format::Rounding rounding) {
    return {format::parseFormat(name), rounding, format::Overflow::ToInfinity, format::Subnormals::Keep};
}

template <typename T>
std::vector<T> smallNumbers() {
    std::vector<T> numbers(4096);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        numbers[i] = static_cast<T>((static_cast<double>(i * 7919 % 4096) - 2048.0) * 1.2345e-4);
    }
    return numbers;
}

template <typename T>
void quantise(benchmark::State& state, const char* name, format::Rounding rounding) {
    const kernels::SpanQuantiser<T> round(quantisationOf(name, rounding));
    const std::vector<T> source = smallNumbers<T>();
    std::vector<T> values = source;
    for (auto _ : state) {
        values = source;
        round(values, {1, format::Purpose::StochasticRounding, 0, 0, 0});
        benchmark::DoNotOptimize(values.data());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(source.size()) * state.iterations());
}

void inFloat(benchmark::State& state, const char* name, format::Rounding rounding) {
    quantise<float>(state, name, rounding);
}

void inDouble(benchmark::State& state, const char* name, format::Rounding rounding) {
    quantise<double>(state, name, rounding);
}

// The reference on the same numbers.
void oneByOne(benchmark::State& state, const char* name, format::Rounding rounding) {
    const format::Quantisation q = quantisationOf(name, rounding);
    const format::RandomStream stream{1, format::Purpose::StochasticRounding, 0, 0, 0};
    const std::vector<double> source = smallNumbers<double>();
    std::vector<double> values = source;
    for (auto _ : state) {
        for (std::size_t i = 0; i < source.size(); ++i) {
            values[i] = format::quantise(q, source[i], rounding == format::Rounding::Stochastic ? stream.at(i) : 0);
        }
        benchmark::DoNotOptimize(values.data());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(source.size()) * state.iterations());
}

kernels::Matrix<float> uniformMatrix(std::size_t rows, std::size_t cols) {
    kernels::Matrix<float> m(rows, cols);
    for (std::size_t i = 0; i < rows * cols; ++i) {
        m(i / cols, i % cols) = (static_cast<float>(i * 7919 % 65536) - 32768.0F) * 3.1e-6F;
    }
    return m;
}

void quantiseTensor(benchmark::State& state, kernels::Matrix<float>& m, kernels::Channels channels, const char* name,
                    format::Rounding rounding) {
    const kernels::TensorQuantiser<float> round({format::parseTensorFormat(name), rounding, {}, {}});
    const kernels::Matrix<float> source = m;
    for (auto _ : state) {
        std::ranges::copy(source.storage(), m.data());
        round(m.view(), channels, {1, format::Purpose::StochasticRounding, 0, 0, 0});
        benchmark::DoNotOptimize(m.data());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(m.rows() * m.cols()) * state.iterations());
}

void weights(benchmark::State& state, const char* name, format::Rounding rounding) {
    kernels::Matrix<float> m = uniformMatrix(784, 128);
    quantiseTensor(state, m, kernels::Channels::Columns, name, rounding);
}

void activations(benchmark::State& state, const char* name, format::Rounding rounding) {
    kernels::Matrix<float> m = uniformMatrix(64, 784);
    quantiseTensor(state, m, kernels::Channels::Rows, name, rounding);
}

// The reference on the same weights.
void weightsReference(benchmark::State& state, const char* name, format::Rounding rounding) {
    constexpr std::array<std::size_t, 2> kShape{128, 784};
    const format::TensorFormat f = format::parseTensorFormat(name);
    const kernels::Matrix<float> m = uniformMatrix(784, 128);
    std::vector<double> source;
    for (std::size_t i = 0; i < 128 * 784; ++i) {
        source.push_back(static_cast<double>(m(i % 784, i / 784)));
    }
    std::vector<double> values = source;
    for (auto _ : state) {
        values = source;
        const format::RandomStream stream{1, format::Purpose::StochasticRounding, 0, 0, 0};
        if (const auto* integer = std::get_if<format::ScaledInteger>(&f)) {
            format::quantiseTensor(*integer, values, kShape, rounding, stream);
        } else {
            format::quantiseTensor(std::get<format::Block>(f), values, kShape, rounding, stream);
        }
        benchmark::DoNotOptimize(values.data());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(source.size()) * state.iterations());
}

using format::Rounding;
BENCHMARK_CAPTURE(inFloat, FP16_nearest_even, "FP16", Rounding::NearestEven);
BENCHMARK_CAPTURE(inFloat, BF16_nearest_even, "BF16", Rounding::NearestEven);
BENCHMARK_CAPTURE(inFloat, E4M3_nearest_even, "E4M3", Rounding::NearestEven);
BENCHMARK_CAPTURE(inFloat, FP16_toward_zero, "FP16", Rounding::TowardZero);
BENCHMARK_CAPTURE(inFloat, FP16_stochastic, "FP16", Rounding::Stochastic);
BENCHMARK_CAPTURE(inFloat, BF16_stochastic, "BF16", Rounding::Stochastic);
BENCHMARK_CAPTURE(inFloat, E4M3_stochastic, "E4M3", Rounding::Stochastic);
BENCHMARK_CAPTURE(inFloat, DEC3_nearest_even, "DEC3", Rounding::NearestEven);
BENCHMARK_CAPTURE(inDouble, FP16_nearest_even, "FP16", Rounding::NearestEven);
BENCHMARK_CAPTURE(inDouble, DEC3_nearest_even, "DEC3", Rounding::NearestEven);

#define FIXED_POINT(way)                                                                                               \
    BENCHMARK_CAPTURE(way, FIXED16_10_nearest_even, "FIXED16.10", Rounding::NearestEven);                              \
    BENCHMARK_CAPTURE(way, FIXED16_10_nearest_away, "FIXED16.10", Rounding::NearestAway);                              \
    BENCHMARK_CAPTURE(way, FIXED16_10_toward_zero, "FIXED16.10", Rounding::TowardZero);                                \
    BENCHMARK_CAPTURE(way, FIXED16_10_up, "FIXED16.10", Rounding::Up);                                                 \
    BENCHMARK_CAPTURE(way, FIXED16_10_down, "FIXED16.10", Rounding::Down);                                             \
    BENCHMARK_CAPTURE(way, FIXED16_10_stochastic, "FIXED16.10", Rounding::Stochastic);                                 \
    BENCHMARK_CAPTURE(way, INT8_nearest_even, "INT8", Rounding::NearestEven);
FIXED_POINT(inFloat)
FIXED_POINT(inDouble)
FIXED_POINT(oneByOne)
#undef FIXED_POINT

#define SHARED_SCALES(way)                                                                                             \
    BENCHMARK_CAPTURE(way, INT8_nearest_even, "INT8-SYM", Rounding::NearestEven);                                      \
    BENCHMARK_CAPTURE(way, INT8_channel_nearest_even, "INT8-SYM-CHANNEL", Rounding::NearestEven);                      \
    BENCHMARK_CAPTURE(way, INT8_group_nearest_even, "INT8-SYM-G64", Rounding::NearestEven);                            \
    BENCHMARK_CAPTURE(way, INT4_affine_group_nearest_even, "INT4-AFFINE-G32", Rounding::NearestEven);                  \
    BENCHMARK_CAPTURE(way, MXFP8_nearest_even, "MXFP8-E4M3", Rounding::NearestEven);                                   \
    BENCHMARK_CAPTURE(way, MXINT8_nearest_even, "MXINT8", Rounding::NearestEven);                                      \
    BENCHMARK_CAPTURE(way, INT8_toward_zero, "INT8-SYM", Rounding::TowardZero);                                        \
    BENCHMARK_CAPTURE(way, INT8_stochastic, "INT8-SYM", Rounding::Stochastic);                                         \
    BENCHMARK_CAPTURE(way, MXFP8_stochastic, "MXFP8-E4M3", Rounding::Stochastic);
SHARED_SCALES(weights)
SHARED_SCALES(activations)
SHARED_SCALES(weightsReference)
#undef SHARED_SCALES

} // namespace
} // namespace roundoff::benchmarks
