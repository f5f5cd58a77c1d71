// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "core/format/format.h"

namespace roundoff::experiment {

// What measurements round: the same values on every machine.

/// Values of all magnitudes from below a format's smallest to beyond its largest one, of both signs. Their last bits
/// are often zero, so that ties and values of the format are among them. Then the limits, zeros, infinities and NaNs.
/// @tparam T  float or double
template <typename T>
[[nodiscard]] std::vector<T> measuredValues(const format::Format& f);

inline constexpr std::size_t kMeasuredChannels = 9;
inline constexpr std::size_t kMeasuredLength = 100; ///< Not a multiple of any format's group or block.

/// Two tensors [kMeasuredChannels, kMeasuredLength]: one whose values are all of similar sizes, and one whose channels
/// have their own, from the smallest to the largest, with one of integers and halves (ties of a scale of 1) and one of
/// zeros with infinities and NaNs.
template <typename T>
[[nodiscard]] std::array<std::vector<T>, 2> measuredTensors();

} // namespace roundoff::experiment
