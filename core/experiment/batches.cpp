// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/batches.h"

#include <utility>

#include "core/data/folds.h"
#include "core/format/random_stream.h"

namespace roundoff::experiment {
namespace {

// The high half of number * range, a uniform number below `range` but for a bias of range / 2^64.
std::uint64_t scaleDown(std::uint64_t number, std::uint64_t range) {
    const std::uint64_t low = (number & 0xFFFFFFFFU) * range;
    const std::uint64_t high = (number >> 32U) * range;
    return (high + (low >> 32U)) >> 32U;
}

} // namespace

nn::Examples makeExamples(const data::Dataset& dataset, const data::ImageSet& images, Normalisation normalisation) {
    nn::Examples examples;
    examples.pixels = images.pixels;
    examples.labels = images.labels;
    examples.features = images.features();
    for (std::size_t i = 0; i < examples.table.size(); ++i) {
        const double unit = static_cast<double>(i) / 255.0;
        examples.table[i] = normalisation == Normalisation::Unit ? unit : (unit - dataset.mean) / dataset.deviation;
    }
    return examples;
}

Split splitTrainingSet(const RunSpec& run, const data::ImageSet& images) {
    const std::size_t limit = run.dataset.trainLimit ? static_cast<std::size_t>(*run.dataset.trainLimit)
                                                     : images.size();
    Split split;
    if (run.fold.count == 0) {
        split.training = data::limitedIndices(images.size(), limit);
        return split;
    }
    const std::span<const std::uint8_t> labels = std::span(images.labels).first(std::min(limit, images.size()));
    data::FoldIndices fold = data::stratifiedFold(labels, run.fold.count, run.fold.index, run.training.seed);
    split.training = std::move(fold.training);
    split.validation = std::move(fold.validation);
    return split;
}

void shuffle(std::vector<std::uint32_t>& indices, std::uint64_t seed, std::uint32_t epoch) {
    const format::RandomStream stream{seed, format::Purpose::Shuffle, 0, epoch, 0};
    for (std::size_t i = indices.size(); i > 1; --i) {
        std::swap(indices[i - 1], indices[scaleDown(stream.wideAt(i), i)]);
    }
}

} // namespace roundoff::experiment
