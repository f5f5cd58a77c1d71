// SPDX-License-Identifier: GPL-3.0-or-later
// An epoch of training on MNIST (60,000 images in a new order, 938 batches of 64, the last one of 32) on one thread:
// its time, GFLOP/s over the arithmetic of its products, and the share of this core's peak, measured beside it.
#include <algorithm>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

#include <benchmark/benchmark.h>

#include "core/base/error.h"
#include "core/data/catalogue.h"
#include "core/data/locations.h"
#include "core/experiment/batches.h"
#include "core/experiment/estimate.h"
#include "core/experiment/telemetry_recorder.h"
#include "core/format/names.h"
#include "core/nn/trainer.h"
#include "peak.h"

namespace roundoff::benchmarks {
namespace {

using format::Rounding;
using nn::OptimiserKind;

struct Case {
    std::string name;
    std::string policy;
    OptimiserKind optimiser = OptimiserKind::Sgd;
    std::vector<int> hidden{128, 64};
    std::optional<Rounding> rounding{};       ///< Of every role, instead of the policy's own.
    std::optional<std::string> accumulator{}; ///< Binary format of the products' sums.
    std::uint32_t telemetryStride = 0;
};

experiment::RunSpec makeRun(const Case& c) {
    experiment::RunSpec run;
    run.network.hidden = c.hidden;
    run.precision = nn::namedPolicy(c.policy);
    if (c.rounding) {
        run.precision.rounding = *c.rounding;
    }
    if (c.accumulator) {
        run.precision.accumulator = std::get<format::BinaryFloat>(format::parseFormat(*c.accumulator));
    }
    run.optimiser.kind = c.optimiser;
    run.optimiser.learningRate = c.optimiser == OptimiserKind::Sgd ? 0.01 : 0.001;
    run.training.epochs = 1;
    run.training.telemetryStride = static_cast<int>(c.telemetryStride);
    return run;
}

// What a run does in an epoch of training, without what it writes down and tells.
class Epochs {
public:
    Epochs(const experiment::RunSpec& run, const data::Dataset& dataset)
        : run_(run), examples_(experiment::makeExamples(dataset, dataset.training, run.dataset.normalise)),
          trainer_(nn::Trainer::make({run.network, run.optimiser, run.precision, run.lossScaling, run.clipping,
                                      run.training.loss, static_cast<std::size_t>(run.training.batchSize),
                                      run.training.seed, run.training.telemetryStride != 0},
                                     examples_, static_cast<std::size_t>(dataset.classes))),
          telemetry_(run.training.telemetryStride) {}

    void next() {
        ++epoch_;
        std::vector<std::uint32_t> order(examples_.count());
        std::iota(order.begin(), order.end(), 0U);
        experiment::shuffle(order, run_.training.seed, epoch_);
        const auto batchSize = static_cast<std::size_t>(run_.training.batchSize);
        std::uint32_t step = 0;
        for (std::size_t first = 0; first < order.size(); first += batchSize) {
            const auto batch = std::span<const std::uint32_t>(order).subspan(first,
                                                                             std::min(batchSize, order.size() - first));
            nn::StepProbe* probe = telemetry_.probeFor(++globalStep_);
            benchmark::DoNotOptimize(trainer_->step(examples_, batch, epoch_, step++, probe));
            if (probe != nullptr) {
                benchmark::DoNotOptimize(telemetry_.finish(epoch_, globalStep_));
            }
        }
    }

private:
    experiment::RunSpec run_;
    nn::Examples examples_;
    std::unique_ptr<nn::Trainer> trainer_;
    experiment::TelemetryRecorder telemetry_;
    std::uint32_t epoch_ = 0;
    std::uint32_t globalStep_ = 0;
};

const data::Dataset& mnist() {
    static const auto dataset = data::loadDataset("mnist", data::findDataset("mnist", data::dataSearchPath()));
    return *dataset;
}

template <typename T>
void timeEpochs(benchmark::State& state, const experiment::RunSpec& run) {
    Epochs epochs(run, mnist());
    const PeakShare<T> share;
    for (auto _ : state) {
        epochs.next();
    }
    // Products of training only: of 784-128-64-10, 2 (784 128 2 + 128 64 3 + 64 10 3) 60,000 = 27.3e9.
    share.report(state,
                 2.0 * experiment::multiplyAdds(run, mnist().training.features(), 10, mnist().training.size(), 0));
}

void epoch(benchmark::State& state, const Case& c) {
    try {
        const experiment::RunSpec run = makeRun(c);
        run.precision.needsDouble() ? timeEpochs<double>(state, run) : timeEpochs<float>(state, run);
    } catch (const InputError& error) {
        state.SkipWithError(error.what());
    }
}

const bool kRegistered = [] {
    std::vector<Case> cases;
    for (const char* policy : {"FP32", "FP16", "BF16", "FP8-E5M2", "E6M9", "FP64"}) {
        cases.push_back({std::string(policy) + "_sgd", policy});
        cases.push_back({std::string(policy) + "_adam", policy, OptimiserKind::Adam});
    }
    for (const char* policy : {"FP16", "BF16", "FP8-E5M2"}) {
        cases.push_back({std::string(policy) + "_stochastic_sgd", policy, {}, {128, 64}, Rounding::Stochastic});
    }
    cases.push_back({"BF16-SR_sgd", "BF16-SR"});
    for (const char* policy : {"FP32", "FP16", "BF16", "FP64"}) {
        cases.push_back({"784-512-512-10/" + std::string(policy) + "_sgd", policy, OptimiserKind::Sgd, {512, 512}});
    }
    cases.push_back({"784-512-512-10/FP32_adam", "FP32", OptimiserKind::Adam, {512, 512}});
    cases.push_back({"784-512-512-10/BF16_stochastic_sgd", "BF16", {}, {512, 512}, Rounding::Stochastic});
    cases.push_back({"784-2048-2048-10/FP32_sgd", "FP32", OptimiserKind::Sgd, {2048, 2048}});
    cases.push_back({"784-2048-2048-10/FP32_adam", "FP32", OptimiserKind::Adam, {2048, 2048}});
    // Telemetry as it is by default, and as often as can be: against the same policy above.
    for (const char* policy : {"FP32", "FP16", "BF16"}) {
        cases.push_back({std::string(policy) + "_sgd_telemetry_100", policy, {}, {128, 64}, {}, {}, 100});
    }
    cases.push_back({"FP16_sgd_telemetry_1", "FP16", {}, {128, 64}, {}, {}, 1});
    cases.push_back({"FP32_sgd_FP16_accumulator", "FP32", {}, {128, 64}, {}, "FP16"});
    cases.push_back({"FP16_sgd_FP16_accumulator", "FP16", {}, {128, 64}, {}, "FP16"});
    cases.push_back({"BF16_sgd_BF16_accumulator", "BF16", {}, {128, 64}, {}, "BF16"});
    cases.push_back({"FP32_sgd_FP16_accumulator_telemetry_100", "FP32", {}, {128, 64}, {}, "FP16", 100});
    cases.push_back({"INT8_weights", "INT8-SYM-CHANNEL"});
    cases.push_back({"MXFP8", "MXFP8-E4M3"});
    for (const Case& c : cases) {
        benchmark::RegisterBenchmark(("epoch/" + c.name).c_str(), [c](benchmark::State& state) {
            epoch(state, c);
        })->Unit(benchmark::kMillisecond);
    }
    return true;
}();

} // namespace
} // namespace roundoff::benchmarks
