// SPDX-License-Identifier: GPL-3.0-or-later
#include "peak.h"

#include <algorithm>
#include <chrono>

#include "core/kernels/gemm.h"

namespace roundoff::benchmarks {

template <typename T>
double peakFlops() {
    static const double best = [] {
        using Clock = std::chrono::steady_clock;
        double fastest = 0.0;
        for (int burst = 0; burst < 50; ++burst) {
            const auto begin = Clock::now();
            const double work = kernels::multiplyAddPeak<T>(200'000);
            fastest = std::max(fastest, work / std::chrono::duration<double>(Clock::now() - begin).count());
        }
        return fastest;
    }();
    return best;
}

template double peakFlops<float>();
template double peakFlops<double>();

} // namespace roundoff::benchmarks
