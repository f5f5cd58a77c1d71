// SPDX-License-Identifier: GPL-3.0-or-later
#include "peak.h"

#include <algorithm>
#include <chrono>

#include "core/kernels/multiply_add_peak.h"

namespace roundoff::benchmarks {
namespace {

// In FLOP/s: the best of short bursts, so that an interrupted one does not count.
template <typename T>
double measurePeak() {
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    double fastest = 0.0;
    while (Clock::now() - start < std::chrono::milliseconds(5)) {
        const auto begin = Clock::now();
        const double work = kernels::multiplyAddPeak<T>(20'000);
        fastest = std::max(fastest, work / std::chrono::duration<double>(Clock::now() - begin).count());
    }
    return fastest;
}

} // namespace

template <typename T>
PeakShare<T>::PeakShare() : before_(measurePeak<T>()) {}

template <typename T>
void PeakShare<T>::report(benchmark::State& state, double flops) const {
    using benchmark::Counter;
    const double peak = std::max(before_, measurePeak<T>());
    const double done = flops * static_cast<double>(state.iterations());
    state.counters["FLOP/s"] = Counter(done, Counter::kIsRate);
    state.counters["of_peak"] = Counter(done / peak, Counter::kIsRate);
    state.counters["peak"] = peak;
}

template class PeakShare<float>;
template class PeakShare<double>;

} // namespace roundoff::benchmarks
