// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <span>

#include "core/experiment/batches.h"
#include "core/experiment/measurement.h"
#include "core/format/random_stream.h"
#include "core/nn/trainer.h"

namespace roundoff::experiment {
namespace {

std::string trainedWeights(const nn::PrecisionPolicy& policy, nn::OptimiserKind optimiser) {
    constexpr std::size_t kImages = 256;
    constexpr std::size_t kFeatures = 64;
    constexpr std::size_t kClasses = 10;
    const format::RandomStream stream{5, format::Purpose::Initialisation, 9, 0, 0};
    std::vector<std::uint8_t> pixels(kImages * kFeatures);
    std::vector<std::uint8_t> labels(kImages);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        pixels[i] = static_cast<std::uint8_t>(stream.at(i));
    }
    for (std::size_t i = 0; i < labels.size(); ++i) {
        labels[i] = static_cast<std::uint8_t>(stream.at(pixels.size() + i) % kClasses);
    }
    nn::Examples examples{pixels, labels, kFeatures, {}};
    for (std::size_t i = 0; i < examples.table.size(); ++i) {
        examples.table[i] = (static_cast<double>(i) / 255.0 - 0.5) / 0.25;
    }
    nn::TrainerSpec spec;
    spec.network.hidden = {24, 16};
    spec.optimiser.kind = optimiser;
    spec.precision = policy;
    spec.batchSize = 32;
    const auto trainer = nn::Trainer::make(spec, examples, kClasses);
    std::vector<std::uint32_t> order(kImages);
    for (std::uint32_t epoch = 1; epoch <= 3; ++epoch) {
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = static_cast<std::uint32_t>(i);
        }
        shuffle(order, spec.seed, epoch);
        for (std::uint32_t step = 0; step < kImages / spec.batchSize; ++step) {
            trainer->step(examples, std::span(order).subspan(step * spec.batchSize, spec.batchSize), epoch, step);
        }
    }
    return nn::digest(trainer->weights());
}

Measurement training(const std::string& policy, const std::string& optimiser, nn::OptimiserKind kind) {
    return {"weights trained in " + policy + " with " + optimiser,
            [=] { return trainedWeights(nn::namedPolicy(policy), kind); },
            {}};
}

// FP16 stored and accumulated, everything rounded stochastically.
nn::PrecisionPolicy stochasticAccumulation() {
    nn::PrecisionPolicy policy = nn::namedPolicy("FP16");
    policy.rounding = format::Rounding::Stochastic;
    policy.accumulator = format::kFp16;
    policy.accumulator->chunk = 16;
    return policy;
}

nn::PrecisionPolicy stepwise() {
    nn::PrecisionPolicy policy = nn::namedPolicy("BF16");
    policy.arithmetic = nn::Arithmetic::Stepwise;
    return policy;
}

} // namespace

std::vector<Measurement> trainingMeasurements() {
    using nn::OptimiserKind;
    return {training("FP64", "Adam", OptimiserKind::Adam),
            training("FP32", "SGD", OptimiserKind::Sgd),
            training("FP16", "SGD", OptimiserKind::Sgd),
            training("AMP-BF16", "AdamW", OptimiserKind::AdamW),
            training("AMP-FP8", "SGD", OptimiserKind::Sgd),
            training("BF16-SR", "Adam", OptimiserKind::Adam),
            training("INT8-AFFINE-CHANNEL", "SGD", OptimiserKind::Sgd),
            training("INT4-SYM-G64", "Adam", OptimiserKind::Adam),
            training("MXFP8-E4M3", "SGD", OptimiserKind::Sgd),
            training("MXFP4", "Adam", OptimiserKind::Adam),
            training("DEC3", "SGD", OptimiserKind::Sgd),
            training("FIXED16.10", "SGD", OptimiserKind::Sgd),
            {"weights trained with FP16 accumulators, all rounded stochastically",
             [] { return trainedWeights(stochasticAccumulation(), OptimiserKind::Sgd); },
             {}},
            {"weights trained in BF16, stepwise, with Adam",
             [] { return trainedWeights(stepwise(), OptimiserKind::Adam); },
             {}}};
}

} // namespace roundoff::experiment
