// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace roundoff::data {

/// Which samples of a training set one fold trains on, and which it validates on. Both ascending; together they are all
/// samples, each once.
struct FoldIndices {
    std::vector<std::uint32_t> training;
    std::vector<std::uint32_t> validation;

    bool operator==(const FoldIndices&) const = default;
};

/// One fold of a stratified k-fold cross-validation.
///
/// The samples of each class are put into an order drawn from the seed and dealt to the folds in turn; a class starts
/// with the fold after the one where the class before it ended. So the validation sets of two folds differ by at most
/// one sample of each class, and by at most one sample in all. Over all folds, each sample is validated on once.
///
/// The order depends only on the labels and the seed: it is the same on every system.
/// @param labels the class of each sample.
/// @param folds number of folds, at least 2 and at most the number of samples.
/// @param fold 0 to folds - 1.
/// @throws InputError if `folds` or `fold` is out of range.
[[nodiscard]] FoldIndices stratifiedFold(std::span<const std::uint8_t> labels, int folds, int fold, std::uint64_t seed);

/// The samples that a limited training set consists of: the first `limit` in file order, or all of them when there are
/// fewer or there is no limit. The files of MNIST are in no particular order, and so the limit needs no seed.
/// @throws InputError if `limit` is 0.
[[nodiscard]] std::vector<std::uint32_t> limitedIndices(std::size_t count, std::optional<std::size_t> limit);

} // namespace roundoff::data
