// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

namespace roundoff::kernels {

/// The range of a format, for counting: magnitudes in the container.
template <typename T>
struct FormatRange {
    T minNormal = 0; ///< Smaller ones are subnormal; 0: none are.
    T maxFinite = 0; ///< Infinity for formats without an end.
};

/// How many values met what when they were rounded; a value may count in several.
struct RoundingEffects {
    std::uint64_t zero = 0;        ///< Zero before.
    std::uint64_t underflowed = 0; ///< Not zero before, zero after.
    std::uint64_t subnormal = 0;   ///< Not zero after, and below the smallest normal value.
    std::uint64_t overflowed = 0;  ///< Finite before, infinite or NaN after.
    std::uint64_t saturated = 0;   ///< Beyond the largest finite value before, another and finite one after.
    std::uint64_t nonFinite = 0;   ///< Infinite or NaN after.
    std::uint64_t nanReplaced = 0; ///< NaN before, a number after.

    bool operator==(const RoundingEffects&) const = default;
};

/// @param before, after  values before and after rounding, as many
template <typename T>
[[nodiscard]] RoundingEffects countRoundingEffects(std::span<const T> before, std::span<const T> after,
                                                   const FormatRange<T>& range);

/// Steps of an optimiser that were not zero, and those of them that changed nothing.
struct UpdateEffects {
    std::uint64_t updates = 0;
    std::uint64_t swallowed = 0;

    bool operator==(const UpdateEffects&) const = default;
};

/// @param direction  where the step goes; zero for no step
/// @param before, after  the weights, as many
template <typename T>
[[nodiscard]] UpdateEffects countUpdateEffects(std::span<const T> direction, std::span<const T> before,
                                               std::span<const T> after);

} // namespace roundoff::kernels
