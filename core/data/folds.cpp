// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/folds.h"

#include <algorithm>
#include <compare>
#include <limits>
#include <numeric>
#include <string>

#include "core/base/error.h"
#include "core/format/random_stream.h"

namespace roundoff::data {
namespace {

/// A sample with its place in the order in which samples are dealt: class by class, by `draw` within a class.
struct DealtSample {
    std::uint8_t label;
    std::uint64_t draw;
    std::uint32_t index;

    auto operator<=>(const DealtSample&) const = default;
};

} // namespace

FoldIndices stratifiedFold(std::span<const std::uint8_t> labels, int folds, int fold, std::uint64_t seed) {
    if (folds < 2) {
        throw InputError("repeats.folds is " + std::to_string(folds) +
                         "; cross-validation needs at least 2 folds (0 trains on all samples)");
    }
    if (fold < 0 || fold >= folds) {
        throw InputError("fold " + std::to_string(fold) + " does not exist; " + std::to_string(folds) +
                         " folds are numbered 0 to " + std::to_string(folds - 1));
    }
    if (labels.size() < static_cast<std::size_t>(folds)) {
        throw InputError("repeats.folds is " + std::to_string(folds) + ", but there are only " +
                         std::to_string(labels.size()) + " training samples; use fewer folds or more samples");
    }
    if (labels.size() > std::numeric_limits<std::uint32_t>::max()) {
        throw InputError("a training set of " + std::to_string(labels.size()) +
                         " samples is too large for folds; set dataset.trainLimit");
    }

    // Ordering by a random number each is a shuffle that needs no bounded random integers.
    const format::RandomStream stream{.seed = seed, .purpose = format::Purpose::Folds};
    std::vector<DealtSample> dealt;
    dealt.reserve(labels.size());
    for (std::size_t i = 0; i < labels.size(); ++i) {
        const auto index = static_cast<std::uint32_t>(i);
        dealt.push_back({labels[i], stream.wideAt(index), index});
    }
    std::ranges::sort(dealt);

    FoldIndices result;
    result.validation.reserve(labels.size() / static_cast<std::size_t>(folds) + 1);
    result.training.reserve(labels.size());
    for (std::size_t i = 0; i < dealt.size(); ++i) {
        const bool validates = i % static_cast<std::size_t>(folds) == static_cast<std::size_t>(fold);
        (validates ? result.validation : result.training).push_back(dealt[i].index);
    }
    std::ranges::sort(result.training);
    std::ranges::sort(result.validation);
    return result;
}

std::vector<std::uint32_t> limitedIndices(std::size_t count, std::optional<std::size_t> limit) {
    if (limit == std::size_t{0}) {
        throw InputError("dataset.trainLimit is 0; training needs at least 1 sample (null takes all of them)");
    }
    std::vector<std::uint32_t> indices(std::min(count, limit.value_or(count)));
    std::iota(indices.begin(), indices.end(), std::uint32_t{0});
    return indices;
}

} // namespace roundoff::data
