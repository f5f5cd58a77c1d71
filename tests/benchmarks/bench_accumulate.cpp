// SPDX-License-Identifier: GPL-3.0-or-later
// Products with narrow accumulators against the FP32 ones at the shapes of the first layer of 784-128-64-10, batch 64.
// `times_fp32` is the ratio of the two times: they take turns in the same process, and the shortest of each counts.
#include <algorithm>
#include <array>
#include <chrono>
#include <limits>

#include <benchmark/benchmark.h>

#include "core/format/binary_float.h"
#include "core/format/quantise.h"
#include "core/kernels/accumulate.h"
#include "core/kernels/gemm.h"

namespace roundoff::benchmarks {
namespace {

using format::Rounding;
using kernels::Matrix;

constexpr std::size_t kBatch = 64;
constexpr std::size_t kInputs = 784;
constexpr std::size_t kOutputs = 128;

// Operands of the size that activations and weights have.
Matrix<float> filled(std::size_t rows, std::size_t cols, float scale) {
    Matrix<float> m(rows, cols);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < cols; ++c) {
            m(r, c) = scale * (static_cast<float>((r * 31 + c * 17) % 101) / 101.0F - 0.5F);
        }
    }
    return m;
}

enum class Which : std::uint8_t { Forward, WeightGradient, InputGradient };

// The operands and results of the three products of training.
struct Layer {
    Matrix<float> x = filled(kBatch, kInputs, 2.0F);
    Matrix<float> w = filled(kInputs, kOutputs, 0.1F);
    Matrix<float> dy = filled(kBatch, kOutputs, 0.01F);
    Matrix<float> y{kBatch, kOutputs};
    Matrix<float> dw{kInputs, kOutputs};
    Matrix<float> dx{kBatch, kInputs};
    Matrix<float> scratch;

    void inFp32(Which which) {
        switch (which) {
        case Which::Forward: return kernels::multiply<float>(x.view(), w.view(), y.view());
        case Which::WeightGradient: return kernels::multiplyTransposedA<float>(x.view(), dy.view(), dw.view());
        case Which::InputGradient: return kernels::multiplyTransposedB<float>(dy.view(), w.view(), dx.view(), scratch);
        }
    }

    void accumulated(const kernels::Accumulator<float>& by, Which which, kernels::AccumulationCounts* counts) {
        const format::RandomStream stream{1, format::Purpose::StochasticRounding, 2, 3, 4};
        switch (which) {
        case Which::Forward: return by.multiply(x.view(), w.view(), y.view(), stream, counts);
        case Which::WeightGradient: return by.multiplyTransposedA(x.view(), dy.view(), dw.view(), stream, counts);
        case Which::InputGradient:
            return by.multiplyTransposedB(dy.view(), w.view(), dx.view(), scratch, stream, counts);
        }
    }
};

template <typename F>
double seconds(F f) {
    const auto start = std::chrono::steady_clock::now();
    f();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

void accumulate(benchmark::State& state, const format::BinaryFloat& f, Rounding rounding, int chunk, Which which,
                bool counting) {
    Layer layer;
    const format::Quantisation q{f, rounding, format::defaultOverflow(f), format::Subnormals::Keep};
    const kernels::Accumulator<float> accumulator({q, chunk});
    kernels::AccumulationCounts counts;
    double shortest = std::numeric_limits<double>::infinity();
    double shortestFp32 = shortest;
    for (auto _ : state) {
        const double time = seconds([&] { layer.accumulated(accumulator, which, counting ? &counts : nullptr); });
        state.SetIterationTime(time);
        shortest = std::min(shortest, time);
        for (int i = 0; i < 4; ++i) {
            shortestFp32 = std::min(shortestFp32, seconds([&] { layer.inFp32(which); }));
        }
        benchmark::DoNotOptimize(layer.y.data());
    }
    state.counters["times_fp32"] = shortest / shortestFp32;
    state.counters["multiply_adds/s"] = static_cast<double>(kBatch * kInputs * kOutputs) / shortest;
}

void registerAll(const std::string& name, const format::BinaryFloat& f, Rounding rounding, int chunk,
                 bool counting = false) {
    for (const auto& [product, which] : {std::pair{"forward", Which::Forward},
                                         {"weightGradient", Which::WeightGradient},
                                         {"inputGradient", Which::InputGradient}}) {
        benchmark::RegisterBenchmark(("accumulate/" + name + "/" + product).c_str(), [=](benchmark::State& state) {
            accumulate(state, f, rounding, chunk, which, counting);
        })->UseManualTime();
    }
}

const bool kRegistered = [] {
    registerAll("FP16", format::kFp16, Rounding::NearestEven, 0);
    registerAll("BF16", format::kBf16, Rounding::NearestEven, 0);
    registerAll("FP8-E4M3", format::kFp8E4M3, Rounding::NearestEven, 0); // May overflow: the exponents are watched.
    registerAll("FP8-E4M3 in chunks of 64", format::kFp8E4M3, Rounding::NearestEven, 64);
    registerAll("FP16 in chunks of 64", format::kFp16, Rounding::NearestEven, 64);
    registerAll("FP4-E2M1", format::kFp4E2M1, Rounding::NearestEven, 0);     // Overflows: computed twice.
    registerAll("FP16 toward zero", format::kFp16, Rounding::TowardZero, 0); // In double lanes.
    registerAll("BF16 toward zero", format::kBf16, Rounding::TowardZero, 0); // Sums are rounded to odd first.
    registerAll("FP16 stochastic", format::kFp16, Rounding::Stochastic, 0);
    registerAll("FP16 counted", format::kFp16, Rounding::NearestEven, 0, true);
    return true;
}();

} // namespace
} // namespace roundoff::benchmarks
