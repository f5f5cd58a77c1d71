// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include "core/experiment/merging_log.h"
#include "core/experiment/run_result.h"
#include "core/nn/step_probe.h"
#include "core/nn/trainer.h"

namespace roundoff::experiment {

/// Looks into every so-many-th step of a run and keeps what is seen, in bounded memory.
class TelemetryRecorder {
public:
    static constexpr std::size_t kCapacity = 512;          ///< Samples kept; beyond that neighbours are merged.
    static constexpr std::uint32_t kAccumulationLooks = 4; ///< Accumulators are counted in every so-many-th look.

    /// @param stride  steps from one look to the next; 0 for none
    explicit TelemetryRecorder(int stride) : stride_(static_cast<std::uint32_t>(stride)) {}

    /// The probe for a step, or null if it is not looked into.
    /// @param globalStep  from 1; the first is looked into
    [[nodiscard]] nn::StepProbe* probeFor(std::uint32_t globalStep);

    /// What the probe saw in the step it was for.
    nn::TelemetrySample finish(std::uint32_t epoch, std::uint32_t globalStep);

    /// Keeps where a step met an infinity or NaN: the first that ended the run, before the first that was skipped.
    void note(const nn::FirstNonFinite& found, std::uint32_t globalStep);

    struct State {
        MergingLog<nn::TelemetrySample>::State log;
        std::vector<nn::ExponentTelemetry> exponents;
        std::optional<nn::FirstNonFinite> first;

        bool operator==(const State&) const = default;
    };
    /// What it has kept so far; and to go on from that. To be called between steps.
    [[nodiscard]] State state() const { return {log_.state(), exponents_, first_}; }
    void restore(State state);

    /// Hands all over to a result.
    void moveInto(RunResult& result);

private:
    std::uint32_t stride_;
    nn::StepProbe probe_{nn::StepProbe::Purpose::Statistics};
    MergingLog<nn::TelemetrySample> log_{kCapacity};
    std::vector<nn::ExponentTelemetry> exponents_;
    std::optional<nn::FirstNonFinite> first_;
};

} // namespace roundoff::experiment
