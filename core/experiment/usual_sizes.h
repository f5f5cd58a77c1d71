// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace roundoff::experiment {

// What is assumed before a data set is read: MNIST's sizes, which every data set of the catalogue shares.
inline constexpr std::size_t kUsualInputs = 784; ///< Pixels of an image.
inline constexpr std::size_t kUsualClasses = 10;
inline constexpr std::size_t kUsualTrainingImages = 60'000;
inline constexpr std::size_t kUsualTestImages = 10'000;

} // namespace roundoff::experiment
