// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/deploy/deployment.h"
#include "core/nn/precision_policy.h"
#include "core/nn/specs.h"

namespace roundoff::experiment {

/// How pixels become inputs: Standard is (x / 255 - mean) / deviation with the data set's mean and deviation, Unit is x
/// / 255.
enum class Normalisation : std::uint8_t { Standard, Unit };

struct DatasetSpec {
    std::string name = "mnist";
    std::optional<std::string> directory; ///< Another folder with the data set's files; without one, the shipped ones.
    std::optional<int> trainLimit;        ///< Only the first so many training images.
    Normalisation normalise = Normalisation::Standard;

    bool operator==(const DatasetSpec&) const = default;
};

struct TrainingSpec {
    int epochs = 5;
    int batchSize = 64;
    std::uint64_t seed = 1;
    bool shuffle = true;
    std::optional<std::string> initialWeights; ///< A safetensors file to start from.
    nn::Loss loss = nn::Loss::CrossEntropy;
    int telemetryStride = 100; ///< Steps from one look inside the network to the next; 0 for none.
    int weightsStride = 0;     ///< Epochs from one whose weights the experiment file keeps to the next; 0 for the last
                               ///< only.

    bool operator==(const TrainingSpec&) const = default;
};

/// One part of a k-fold cross-validation of the training set; count 0 trains on all of it.
struct Fold {
    int index = 0;
    int count = 0;

    bool operator==(const Fold&) const = default;
};

/// Everything that determines one training run, bit for bit.
struct RunSpec {
    DatasetSpec dataset;
    nn::NetworkSpec network;
    nn::OptimiserSpec optimiser;
    TrainingSpec training;
    nn::PrecisionPolicy precision;
    nn::LossScalingSpec lossScaling;
    nn::ClippingSpec clipping;
    std::vector<deploy::Deployment> deployments;
    Fold fold;

    bool operator==(const RunSpec&) const = default;
};

} // namespace roundoff::experiment
