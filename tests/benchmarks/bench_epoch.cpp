// SPDX-License-Identifier: GPL-3.0-or-later
// An epoch's worth of training steps (938 batches of 64 images, 784-128-64-10) on synthetic images, on one thread: the
// time of an epoch, GFLOP/s over its 27.3 GFLOP of products, and the share of this core's measured peak.
#include <vector>

#include <benchmark/benchmark.h>

#include "core/experiment/estimate.h"
#include "core/experiment/telemetry_recorder.h"
#include "core/format/names.h"
#include "core/format/random_stream.h"
#include "core/nn/trainer.h"
#include "peak.h"

namespace roundoff::benchmarks {
namespace {

constexpr std::size_t kInputs = 784;
constexpr std::size_t kImages = 60'000;
constexpr std::size_t kBatch = 64;

struct Images {
    std::vector<std::uint8_t> pixels = std::vector<std::uint8_t>(kInputs * kImages);
    std::vector<std::uint8_t> labels = std::vector<std::uint8_t>(kImages);

    Images() {
        const format::RandomStream stream{1, format::Purpose::Initialisation, 0, 0, 0};
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            pixels[i] = i % 5 == 0 ? static_cast<std::uint8_t>(i * 2654435761U >> 20U) : 0; // As sparse as digits are.
        }
        for (std::size_t i = 0; i < labels.size(); ++i) {
            labels[i] = static_cast<std::uint8_t>(stream.at(i) % 10);
        }
    }
};

void epoch(benchmark::State& state, const char* policy, nn::OptimiserKind optimiser, const char* accumulator = nullptr,
           int telemetryStride = 0) {
    static const Images images;
    nn::Examples examples{images.pixels, images.labels, kInputs, {}};
    for (std::size_t i = 0; i < examples.table.size(); ++i) {
        examples.table[i] = (static_cast<double>(i) / 255.0 - 0.1307) / 0.3081;
    }
    experiment::RunSpec run;
    run.training.epochs = 1;
    nn::TrainerSpec spec;
    spec.precision = nn::namedPolicy(policy);
    if (accumulator != nullptr) {
        spec.precision.accumulator = std::get<format::BinaryFloat>(format::parseFormat(accumulator));
    }
    spec.watch = telemetryStride != 0;
    nn::StepProbe probe(nn::StepProbe::Purpose::Statistics);
    std::uint32_t steps = 0;
    std::uint32_t looks = 0;
    spec.optimiser.kind = optimiser;
    spec.optimiser.learningRate = optimiser == nn::OptimiserKind::Sgd ? 0.01 : 0.001;
    const auto trainer = nn::Trainer::make(spec, examples, 10);
    std::vector<std::uint32_t> batch(kBatch);
    std::uint32_t number = 0;
    for (auto _ : state) {
        for (std::uint32_t step = 0; step < kImages / kBatch; ++step) {
            for (std::size_t i = 0; i < kBatch; ++i) {
                batch[i] = static_cast<std::uint32_t>((step * kBatch + i) * 7919 %
                                                      kImages); // A scattered order, as shuffling gives.
            }
            const bool look = telemetryStride != 0 && steps++ % static_cast<std::uint32_t>(telemetryStride) == 0;
            probe.setCountsAccumulation(look && looks++ % experiment::TelemetryRecorder::kAccumulationLooks == 0);
            benchmark::DoNotOptimize(trainer->step(examples, batch, ++number, step, look ? &probe : nullptr));
            if (look) {
                benchmark::DoNotOptimize(probe.takeSample());
                benchmark::DoNotOptimize(probe.takeExponents());
            }
        }
    }
    // Products of training only: 2 (784 128 2 + 128 64 3 + 64 10 3) 60,000 = 27.3e9.
    const double flops = 2.0 * experiment::multiplyAdds(run, kInputs, 10, kImages, 0) *
                         static_cast<double>(state.iterations());
    state.counters["FLOP/s"] = benchmark::Counter(flops, benchmark::Counter::kIsRate);
    const double peak = spec.precision.needsDouble() ? peakFlops<double>() : peakFlops<float>();
    state.counters["of_peak"] = benchmark::Counter(flops / peak, benchmark::Counter::kIsRate);
}

using nn::OptimiserKind;
BENCHMARK_CAPTURE(epoch, FP32_sgd, "FP32", OptimiserKind::Sgd)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, FP16_sgd, "FP16", OptimiserKind::Sgd)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, BF16_sgd, "BF16", OptimiserKind::Sgd)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, FP64_sgd, "FP64", OptimiserKind::Sgd)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, FP32_adam, "FP32", OptimiserKind::Adam)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, FP16_adam, "FP16", OptimiserKind::Adam)->Unit(benchmark::kMillisecond);
// Telemetry as it is by default, and as often as can be: against the same policy above.
BENCHMARK_CAPTURE(epoch, FP32_sgd_telemetry_100, "FP32", OptimiserKind::Sgd, nullptr, 100)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, FP16_sgd_telemetry_100, "FP16", OptimiserKind::Sgd, nullptr, 100)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, FP16_sgd_telemetry_1, "FP16", OptimiserKind::Sgd, nullptr, 1)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, FP32_sgd_FP16_accumulator, "FP32", OptimiserKind::Sgd, "FP16")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, FP16_sgd_FP16_accumulator, "FP16", OptimiserKind::Sgd, "FP16")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, BF16_sgd_BF16_accumulator, "BF16", OptimiserKind::Sgd, "BF16")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, FP32_sgd_FP16_accumulator_telemetry_100, "FP32", OptimiserKind::Sgd, "FP16", 100)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, INT8_weights, "INT8-SYM-CHANNEL", OptimiserKind::Sgd)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, MXFP8, "MXFP8-E4M3", OptimiserKind::Sgd)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(epoch, BF16_stochastic, "BF16-SR", OptimiserKind::Sgd)->Unit(benchmark::kMillisecond);

} // namespace
} // namespace roundoff::benchmarks
