// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/estimate.h"

#include <algorithm>
#include <chrono>
#include <limits>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "core/experiment/run_execution.h"
#include "core/experiment/spec_json.h"
#include "core/experiment/usual_sizes.h"
#include "core/nn/trainer.h"

namespace roundoff::experiment {
namespace {

// Above this many multiply-adds a step, measuring would take longer than a person waits.
constexpr double kMeasurableStep = 4e9;
constexpr double kAssumedRate = 2e10; // Multiply-adds a second, for steps too large to measure.

// Products of one image: weights of the first layer are used twice in training (no gradient of the images), others
// thrice.
struct ImageCost {
    double training = 0.0;
    double evaluation = 0.0;
};

ImageCost imageCost(const RunSpec& run, std::size_t inputs, std::size_t classes) {
    const auto widths = nn::layerWidths(run.network, inputs, classes);
    ImageCost cost;
    for (std::size_t i = 1; i < widths.size(); ++i) {
        const double products = static_cast<double>(widths[i - 1]) * static_cast<double>(widths[i]);
        cost.evaluation += products;
        cost.training += products * (i == 1 ? 2.0 : 3.0);
    }
    return cost;
}

double imagesTrained(const RunSpec& run, std::size_t trainingImages) {
    return static_cast<double>(imagesPerEpoch(run, trainingImages).training) * run.training.epochs;
}

double imagesEvaluated(const RunSpec& run, std::size_t trainingImages, std::size_t testImages) {
    const auto perEpoch = static_cast<double>(testImages + imagesPerEpoch(run, trainingImages).validation);
    return perEpoch * run.training.epochs + static_cast<double>(testImages * run.deployments.size());
}

double measureStepSeconds(const RunSpec& run) {
    using Clock = std::chrono::steady_clock;
    const auto batchSize = static_cast<std::size_t>(run.training.batchSize);
    const std::vector<std::uint8_t> pixels(kUsualInputs * batchSize, 100);
    const std::vector<std::uint8_t> labels(batchSize, 3);
    nn::Examples examples{pixels, labels, kUsualInputs, {}};
    for (std::size_t i = 0; i < examples.table.size(); ++i) {
        examples.table[i] = static_cast<double>(i) / 255.0;
    }
    std::vector<std::uint32_t> batch(batchSize);
    for (std::size_t i = 0; i < batchSize; ++i) {
        batch[i] = static_cast<std::uint32_t>(i);
    }
    const auto trainer = nn::Trainer::make({run.network, run.optimiser, run.precision, run.lossScaling, run.clipping,
                                            run.training.loss, batchSize, run.training.seed},
                                           examples, kUsualClasses);
    double best = std::numeric_limits<double>::infinity();
    const auto begin = Clock::now();
    // The first step warms the caches; the shortest of the others is the one that nothing disturbed.
    for (std::uint32_t i = 0; i < 100; ++i) {
        const auto stepBegin = Clock::now();
        trainer->step(examples, batch, 1, i);
        const auto now = Clock::now();
        best = i == 0 ? best : std::min(best, std::chrono::duration<double>(now - stepBegin).count());
        if (i >= 2 && now - begin > std::chrono::milliseconds(10)) {
            break;
        }
    }
    return best;
}

double stepSeconds(const RunSpec& run) {
    static std::mutex mutex;
    static std::map<std::string, double> measured;
    RunSpec key = run;
    key.dataset = {};
    key.training = {};
    key.training.batchSize = run.training.batchSize;
    key.training.loss = run.training.loss;
    key.deployments.clear();
    key.fold = {};
    const std::string name = toJson(key).dump();
    const std::lock_guard lock(mutex);
    const auto found = measured.find(name);
    return found != measured.end() ? found->second : measured.emplace(name, measureStepSeconds(run)).first->second;
}

} // namespace

double multiplyAdds(const RunSpec& run, std::size_t inputs, std::size_t classes, std::size_t trainingImages,
                    std::size_t testImages) {
    const ImageCost cost = imageCost(run, inputs, classes);
    return cost.training * imagesTrained(run, trainingImages) +
           cost.evaluation * imagesEvaluated(run, trainingImages, testImages);
}

double estimateSeconds(const Plan& plan, unsigned threads) {
    double total = 0.0;
    double longest = 0.0;
    for (const PlannedRun& planned : plan.runs) {
        const RunSpec& run = planned.spec;
        const ImageCost cost = imageCost(run, kUsualInputs, kUsualClasses);
        const double stepCost = cost.training * run.training.batchSize;
        const double perImage = stepCost > kMeasurableStep ? cost.training / kAssumedRate
                                                           : stepSeconds(run) / run.training.batchSize;
        const double evaluation = perImage * cost.evaluation / cost.training;
        const double seconds = perImage * imagesTrained(run, kUsualTrainingImages) +
                               evaluation * imagesEvaluated(run, kUsualTrainingImages, kUsualTestImages);
        total += seconds;
        longest = std::max(longest, seconds);
    }
    const auto workers = static_cast<double>(
        std::clamp<std::size_t>(threads, 1, std::max<std::size_t>(plan.runs.size(), 1)));
    return std::max(total / workers, longest);
}

double estimateBytes(const RunSpec& run, std::size_t inputs, std::size_t classes) {
    const auto widths = nn::layerWidths(run.network, inputs, classes);
    double parameters = 0.0;
    double activations = static_cast<double>(inputs);
    for (std::size_t i = 1; i < widths.size(); ++i) {
        parameters += static_cast<double>(widths[i - 1] + 1) * static_cast<double>(widths[i]);
        activations += 2.0 * static_cast<double>(widths[i]);
    }
    const double element = run.precision.needsDouble() ? 8.0 : 4.0;
    const double states = run.optimiser.kind == nn::OptimiserKind::Sgd ? 1.0 : 2.0;
    const double copies = 2.0 + states + (run.precision[nn::Role::MasterWeights] ? 1.0 : 0.0);
    const double snapshots = 2.0 * sizeof(double); // Final weights, and a deployment of them.
    return parameters * (copies * element + snapshots) + activations * run.training.batchSize * element;
}

} // namespace roundoff::experiment
