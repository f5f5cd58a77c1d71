// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/telemetry_recorder.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace roundoff::experiment {
namespace {

// Histograms are kept by epoch; of very long runs only the first and the latest so many, about a megabyte.
constexpr std::size_t kMostHistograms = 2048;

} // namespace

nn::StepProbe* TelemetryRecorder::probeFor(std::uint32_t globalStep) {
    if (stride_ == 0 || (globalStep - 1) % stride_ != 0) {
        return nullptr;
    }
    probe_.setCountsAccumulation((globalStep - 1) / stride_ % kAccumulationLooks == 0);
    return &probe_;
}

nn::TelemetrySample TelemetryRecorder::finish(std::uint32_t epoch, std::uint32_t globalStep) {
    nn::TelemetrySample sample = probe_.takeSample();
    sample.epoch = epoch;
    sample.step = globalStep;
    log_.add(sample);
    for (nn::ExponentTelemetry& seen : probe_.takeExponents()) {
        seen.epoch = epoch;
        const auto same = std::find_if(exponents_.rbegin(), exponents_.rend(), [&seen](const auto& known) {
            return known.epoch == seen.epoch && known.layer == seen.layer && known.role == seen.role;
        });
        if (same != exponents_.rend()) {
            same->histogram += seen.histogram;
        } else {
            // A role may be seen for the first time in a later look: skipped steps have no updates.
            const auto place = std::upper_bound(exponents_.begin(), exponents_.end(), seen,
                                                [](const nn::ExponentTelemetry& a, const nn::ExponentTelemetry& b) {
                                                    return std::tuple(a.epoch, a.layer, a.role) <
                                                           std::tuple(b.epoch, b.layer, b.role);
                                                });
            exponents_.insert(place, seen);
        }
    }
    if (exponents_.size() > kMostHistograms) {
        const std::uint32_t dropped = exponents_[kMostHistograms / 2].epoch;
        std::erase_if(exponents_, [dropped](const auto& known) { return known.epoch == dropped; });
    }
    return sample;
}

void TelemetryRecorder::note(const nn::FirstNonFinite& found, std::uint32_t globalStep) {
    if (!first_ || (first_->skipped && !found.skipped)) {
        first_ = found;
        first_->step = globalStep;
    }
}

void TelemetryRecorder::restore(State state) {
    log_.restore(std::move(state.log));
    exponents_ = std::move(state.exponents);
    first_ = state.first;
}

void TelemetryRecorder::moveInto(RunResult& result) {
    result.telemetry = log_.points();
    result.exponents = std::move(exponents_);
    result.firstNonFinite = first_;
}

} // namespace roundoff::experiment
