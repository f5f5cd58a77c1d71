// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace roundoff::benchmarks {

/// Multiply-add peak of one core in FLOP/s, measured once in this process: the best of several bursts.
template <typename T>
[[nodiscard]] double peakFlops();

} // namespace roundoff::benchmarks
