// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include "core/store/results.h"

namespace roundoff::store {

/// Calls f(planned, result) for every run that began, in the order of the plan.
template <typename F>
void forEachRun(const ExperimentResults& results, F f) {
    for (std::size_t i = 0; i < results.plan.runs.size(); ++i) {
        if (results.runs[i] != nullptr) {
            f(results.plan.runs[i], *results.runs[i]);
        }
    }
}

} // namespace roundoff::store
