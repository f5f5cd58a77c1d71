// SPDX-License-Identifier: GPL-3.0-or-later
// Rounding spans in the first-level cache, in elements a second, for the ways that the kernels have.
#include <vector>

#include <benchmark/benchmark.h>

#include "core/format/names.h"
#include "core/kernels/quantise_span.h"

namespace roundoff::benchmarks {
namespace {

template <typename T>
void quantise(benchmark::State& state, const char* name, format::Rounding rounding) {
    const kernels::SpanQuantiser<T> round(
        {format::parseFormat(name), rounding, format::Overflow::ToInfinity, format::Subnormals::Keep});
    std::vector<T> source(4096);
    for (std::size_t i = 0; i < source.size(); ++i) {
        source[i] = static_cast<T>((static_cast<double>(i * 7919 % 4096) - 2048.0) * 1.2345e-4);
    }
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

using format::Rounding;
BENCHMARK_CAPTURE(inFloat, FP16_nearest_even, "FP16", Rounding::NearestEven);
BENCHMARK_CAPTURE(inFloat, BF16_nearest_even, "BF16", Rounding::NearestEven);
BENCHMARK_CAPTURE(inFloat, E4M3_nearest_even, "E4M3", Rounding::NearestEven);
BENCHMARK_CAPTURE(inFloat, FP16_toward_zero, "FP16", Rounding::TowardZero);
BENCHMARK_CAPTURE(inFloat, FP16_stochastic, "FP16", Rounding::Stochastic);
BENCHMARK_CAPTURE(inFloat, DEC3_nearest_even, "DEC3", Rounding::NearestEven);
BENCHMARK_CAPTURE(inDouble, FP16_nearest_even, "FP16", Rounding::NearestEven);

} // namespace
} // namespace roundoff::benchmarks
