// SPDX-License-Identifier: GPL-3.0-or-later
// The three products of training as GFLOP/s and as a share of the peak of one core, which is measured beside each: at
// the layers of 784-128-64-10, 784-512-512-10 and 784-2048-2048-10 for batches from 1 to 1,024, and at odd sizes. Eigen
// computes some of the same for comparison.
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

// Arguments: batch, inputs, outputs.
struct Shape {
    explicit Shape(const benchmark::State& state)
        : batch(static_cast<std::size_t>(state.range(0))), inputs(static_cast<std::size_t>(state.range(1))),
          outputs(static_cast<std::size_t>(state.range(2))) {}
    std::size_t batch;
    std::size_t inputs;
    std::size_t outputs;

    [[nodiscard]] double flops() const { return 2.0 * static_cast<double>(batch * inputs * outputs); }
};

template <typename T>
void forwardProduct(benchmark::State& state) {
    const Shape s(state);
    const auto x = filled<T>(s.batch, s.inputs);
    const auto w = filled<T>(s.inputs, s.outputs);
    kernels::Matrix<T> y(s.batch, s.outputs);
    kernels::multiply<T>(x.view(), w.view(), y.view()); // So that memory is there and caches are warm.
    const PeakShare<T> share;
    for (auto _ : state) {
        kernels::multiply<T>(x.view(), w.view(), y.view());
        benchmark::DoNotOptimize(y.data());
    }
    share.report(state, s.flops());
}

template <typename T>
void weightGradient(benchmark::State& state) {
    const Shape s(state);
    const auto x = filled<T>(s.batch, s.inputs);
    const auto dy = filled<T>(s.batch, s.outputs);
    kernels::Matrix<T> dw(s.inputs, s.outputs);
    kernels::multiplyTransposedA<T>(x.view(), dy.view(), dw.view()); // So that memory is there and caches are warm.
    const PeakShare<T> share;
    for (auto _ : state) {
        kernels::multiplyTransposedA<T>(x.view(), dy.view(), dw.view());
        benchmark::DoNotOptimize(dw.data());
    }
    share.report(state, s.flops());
}

template <typename T>
void inputGradient(benchmark::State& state) {
    const Shape s(state);
    const auto dy = filled<T>(s.batch, s.outputs);
    const auto w = filled<T>(s.inputs, s.outputs);
    kernels::Matrix<T> dx(s.batch, s.inputs);
    kernels::Matrix<T> scratch;
    kernels::multiplyTransposedB<T>(dy.view(), w.view(), dx.view(),
                                    scratch); // So that memory is there and caches are warm.
    const PeakShare<T> share;
    for (auto _ : state) {
        kernels::multiplyTransposedB<T>(dy.view(), w.view(), dx.view(), scratch);
        benchmark::DoNotOptimize(dx.data());
    }
    share.report(state, s.flops());
}

template <typename T>
void eigenForward(benchmark::State& state) {
    using M = Eigen::Matrix<T, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
    const M x = M::Random(state.range(0), state.range(1));
    const M w = M::Random(state.range(1), state.range(2));
    M y(state.range(0), state.range(2));
    const PeakShare<T> share;
    for (auto _ : state) {
        y.noalias() = x * w;
        benchmark::DoNotOptimize(y.data());
    }
    share.report(state, Shape(state).flops());
}

constexpr std::array kBatches{1L, 4L, 16L, 64L, 256L, 1024L};

void layers(benchmark::internal::Benchmark* b) {
    for (const auto& layer :
         {std::array{784L, 128L}, {128L, 64L}, {64L, 10L}, {784L, 512L}, {512L, 512L}, {512L, 10L}}) {
        for (const long batch : kBatches) {
            b->Args({batch, layer[0], layer[1]});
        }
    }
    b->Args({64, 784, 2048})->Args({64, 2048, 2048});
}

void oddSizes(benchmark::internal::Benchmark* b) {
    for (const auto& layer : {std::array{784L, 300L}, {300L, 100L}, {100L, 13L}, {100L, 10L}}) {
        for (const long batch : {1L, 13L, 64L, 100L, 300L, 1024L}) {
            b->Args({batch, layer[0], layer[1]});
        }
    }
    b->Args({13, 784, 128})->Args({100, 784, 128})->Args({300, 784, 128});
}

BENCHMARK_TEMPLATE(forwardProduct, float)->Apply(layers)->Apply(oddSizes);
BENCHMARK_TEMPLATE(weightGradient, float)->Apply(layers)->Apply(oddSizes);
BENCHMARK_TEMPLATE(inputGradient, float)->Apply(layers)->Apply(oddSizes);
BENCHMARK_TEMPLATE(forwardProduct, double)->Apply(layers)->Apply(oddSizes);
BENCHMARK_TEMPLATE(weightGradient, double)->Apply(layers)->Apply(oddSizes);
BENCHMARK_TEMPLATE(inputGradient, double)->Apply(layers)->Apply(oddSizes);
BENCHMARK_TEMPLATE(eigenForward, float)->Args({64, 784, 128})->Args({64, 512, 512});

} // namespace
} // namespace roundoff::benchmarks
