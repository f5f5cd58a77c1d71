// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/experiment/inputs.h"

namespace roundoff::test {

inline constexpr std::uint32_t kSide = 6;
inline constexpr std::size_t kFeatures = std::size_t{kSide} * kSide;
inline constexpr int kClasses = 4;

/// Images of kSide x kSide pixels, the classes in turn: class c is a bright quadrant c in dim noise.
inline data::ImageSet quadrantImages(std::size_t count, std::uint32_t seed) {
    std::mt19937 generator(seed);
    data::ImageSet set;
    set.rows = kSide;
    set.columns = kSide;
    for (std::size_t i = 0; i < count; ++i) {
        const auto label = static_cast<std::uint8_t>(i % kClasses);
        set.labels.push_back(label);
        for (std::uint32_t row = 0; row < kSide; ++row) {
            for (std::uint32_t column = 0; column < kSide; ++column) {
                const bool bright = (row < kSide / 2) == (label < 2) && (column < kSide / 2) == (label % 2 == 0);
                set.pixels.push_back(static_cast<std::uint8_t>((bright ? 128U : 0U) + generator() % 100));
            }
        }
    }
    return set;
}

inline std::shared_ptr<const data::Dataset> quadrants(std::size_t training = 96, std::size_t test = 40) {
    auto dataset = std::make_shared<data::Dataset>();
    dataset->name = "quadrants";
    dataset->title = "Quadrants";
    dataset->classes = kClasses;
    dataset->training = quadrantImages(training, 1);
    dataset->test = quadrantImages(test, 2);
    dataset->digests = {{"images", std::string(64, 'a')}, {"labels", std::string(64, 'b')}};
    dataset->mean = 0.25;
    dataset->deviation = 0.25;
    return dataset;
}

/// Gives every run the same small data set, but to those that ask for a directory, which is never there.
class SyntheticInputs final : public experiment::Inputs {
public:
    explicit SyntheticInputs(std::shared_ptr<const data::Dataset> dataset = quadrants())
        : dataset_(std::move(dataset)) {}

    /// What `weights(path)` gives from now on. Not while runs are under way.
    void addWeights(const std::string& path, nn::WeightSnapshot snapshot) {
        weights_[path] = std::make_shared<const nn::WeightSnapshot>(std::move(snapshot));
    }

    [[nodiscard]] std::shared_ptr<const data::Dataset> dataset(const experiment::DatasetSpec& spec) override {
        if (spec.directory) {
            throw InputError(*spec.directory + ": there is no such folder");
        }
        return dataset_;
    }

    [[nodiscard]] std::shared_ptr<const nn::WeightSnapshot> weights(const std::string& path) override {
        const auto found = weights_.find(path);
        if (found == weights_.end()) {
            throw InputError(path + ": there is no such file");
        }
        return found->second;
    }

private:
    const std::shared_ptr<const data::Dataset> dataset_;
    std::map<std::string, std::shared_ptr<const nn::WeightSnapshot>> weights_;
};

} // namespace roundoff::test
