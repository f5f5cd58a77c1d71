// SPDX-License-Identifier: GPL-3.0-or-later
// The three products of training at the shapes of 784-128-64-10 and at odd ones, as GFLOP/s and as a share of the peak
// of one core, which is measured in the same process. Eigen computes the same products for comparison.
#include <array>

#include <benchmark/benchmark.h>

#include <Eigen/Core>

#include "core/kernels/gemm.h"
#include "peak.h"

namespace roundoff::benchmarks {
namespace {

template <typename T>
kernels::Matrix<T> filled(std::size_t rows, std::size_t cols) {
    kernels::Matrix<T> m(rows, cols);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < cols; ++c) {
            m(r, c) = static_cast<T>(static_cast<double>((r * 31 + c * 17) % 101) / 101.0 - 0.5);
        }
    }
    return m;
}

template <typename T>
void report(benchmark::State& state, double flopsPerIteration) {
    const double done = flopsPerIteration * static_cast<double>(state.iterations());
    state.counters["FLOP/s"] = benchmark::Counter(done, benchmark::Counter::kIsRate);
    state.counters["of_peak"] = benchmark::Counter(done / peakFlops<T>(), benchmark::Counter::kIsRate);
}

double flops(const benchmark::State& state) {
    return 2.0 * static_cast<double>(state.range(0)) * static_cast<double>(state.range(1)) *
           static_cast<double>(state.range(2));
}

// Arguments: batch, inputs, outputs.
struct Shape {
    explicit Shape(const benchmark::State& state)
        : batch(static_cast<std::size_t>(state.range(0))), inputs(static_cast<std::size_t>(state.range(1))),
          outputs(static_cast<std::size_t>(state.range(2))) {}
    std::size_t batch;
    std::size_t inputs;
    std::size_t outputs;
};

template <typename T>
void forwardProduct(benchmark::State& state) {
    const Shape s(state);
    const auto x = filled<T>(s.batch, s.inputs);
    const auto w = filled<T>(s.inputs, s.outputs);
    kernels::Matrix<T> y(s.batch, s.outputs);
    for (auto _ : state) {
        kernels::multiply<T>(x.view(), w.view(), y.view());
        benchmark::DoNotOptimize(y.data());
    }
    report<T>(state, flops(state));
}

template <typename T>
void weightGradient(benchmark::State& state) {
    const Shape s(state);
    const auto x = filled<T>(s.batch, s.inputs);
    const auto dy = filled<T>(s.batch, s.outputs);
    kernels::Matrix<T> dw(s.inputs, s.outputs);
    for (auto _ : state) {
        kernels::multiplyTransposedA<T>(x.view(), dy.view(), dw.view());
        benchmark::DoNotOptimize(dw.data());
    }
    report<T>(state, flops(state));
}

template <typename T>
void inputGradient(benchmark::State& state) {
    const Shape s(state);
    const auto dy = filled<T>(s.batch, s.outputs);
    const auto w = filled<T>(s.inputs, s.outputs);
    kernels::Matrix<T> dx(s.batch, s.inputs);
    kernels::Matrix<T> scratch;
    for (auto _ : state) {
        kernels::multiplyTransposedB<T>(dy.view(), w.view(), dx.view(), scratch);
        benchmark::DoNotOptimize(dx.data());
    }
    report<T>(state, flops(state));
}

template <typename T>
void eigenForward(benchmark::State& state) {
    using M = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const M x = M::Random(state.range(0), state.range(1));
    const M w = M::Random(state.range(1), state.range(2));
    M y(state.range(0), state.range(2));
    for (auto _ : state) {
        y.noalias() = x * w;
        benchmark::DoNotOptimize(y.data());
    }
    report<T>(state, flops(state));
}

void shapes(benchmark::internal::Benchmark* b) {
    for (const auto& shape : {std::array{64L, 784L, 128L},
                              {64L, 128L, 64L},
                              {64L, 64L, 10L},
                              {64L, 784L, 512L},
                              {64L, 512L, 512L},
                              {1L, 784L, 128L},
                              {13L, 300L, 100L},
                              {1024L, 784L, 128L}}) {
        b->Args({shape[0], shape[1], shape[2]});
    }
}

BENCHMARK_TEMPLATE(forwardProduct, float)->Apply(shapes);
BENCHMARK_TEMPLATE(weightGradient, float)->Apply(shapes);
BENCHMARK_TEMPLATE(inputGradient, float)->Apply(shapes);
BENCHMARK_TEMPLATE(forwardProduct, double)->Apply(shapes);
BENCHMARK_TEMPLATE(weightGradient, double)->Apply(shapes);
BENCHMARK_TEMPLATE(eigenForward, float)->Args({64, 784, 128})->Args({64, 512, 512});

} // namespace
} // namespace roundoff::benchmarks
