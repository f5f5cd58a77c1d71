// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

namespace roundoff::benchmarks {

/// Holds what a benchmark does against this core's multiply-add peak with elements of type T, which is measured beside
/// it, before and after (5 ms each): the clock of a machine drifts by more than what is looked for.
template <typename T>
class PeakShare {
public:
    PeakShare();

    /// Sets the counters FLOP/s, of_peak (share of the higher of both peaks) and peak (that peak, in FLOP/s).
    /// @param flops  floating-point operations of one iteration; a multiply-add is two
    void report(benchmark::State& state, double flops) const;

private:
    double before_;
};

} // namespace roundoff::benchmarks
