// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/experiment/course.h"
#include "core/experiment/diagnosis.h"
#include "core/format/tensor_format.h"
#include "core/nn/loss_scaler.h"

namespace roundoff::experiment {

/// What a format holds; nothing where the format has no such end, or it depends on the tensor.
struct FormatLimits {
    std::optional<double> largest;
    std::optional<double> smallestNormal;
    std::optional<double> smallest; ///< Above zero, under the policy's handling of subnormals.
};

/// @param format  of one of the policy's tensors
[[nodiscard]] FormatLimits limitsOf(const nn::PrecisionPolicy& policy, const format::TensorFormat& format);

/// A role's format in a layer, from 1; nothing for master weights that are not kept.
[[nodiscard]] std::optional<nn::RoleFormat> roleFormat(const nn::PrecisionPolicy& policy, int layer, nn::Role role);

/// Everything that the checks of a run look at.
class Evidence {
public:
    Evidence(const RunSpec& run, const RunResult& result);

    [[nodiscard]] const RunSpec& run() const { return run_; }
    [[nodiscard]] const RunResult& result() const { return result_; }
    [[nodiscard]] Course course() const { return course_; }
    [[nodiscard]] bool troubled() const { return course_ != Course::Learned; }
    /// All samples of the run as one.
    [[nodiscard]] const nn::TelemetrySample& total() const { return total_; }
    [[nodiscard]] nn::LossScalingKind lossScaling() const { return lossScaling_; }
    [[nodiscard]] int layers() const { return static_cast<int>(run_.network.hidden.size()) + 1; }

    [[nodiscard]] std::optional<nn::RoleFormat> role(int layer, nn::Role role) const {
        return roleFormat(run_.precision, layer, role);
    }
    /// The accumulator of a layer, if it is narrower than the container.
    [[nodiscard]] std::optional<nn::Accumulator> narrowAccumulator(int layer) const;
    /// What the optimiser updates: the master weights, or the weights.
    [[nodiscard]] nn::Role updatedRole(int layer) const;
    [[nodiscard]] FormatLimits limits(const format::TensorFormat& format) const {
        return limitsOf(run_.precision, format);
    }

    /// The first infinity or NaN of a run that it put an end to.
    [[nodiscard]] const nn::FirstNonFinite* fatalValue() const;
    /// What the fatal value is a sign of.
    [[nodiscard]] std::optional<Trouble> fatalTrouble() const;

private:
    const RunSpec& run_;
    const RunResult& result_;
    Course course_;
    nn::TelemetrySample total_;
    nn::LossScalingKind lossScaling_;
};

/// How much a finding weighs, most first.
enum class Weight : std::uint8_t {
    Cause,  ///< Where the value came from that put an end to the run.
    Fatal,  ///< Puts an end to learning by itself.
    Strong, ///< Would be worth knowing of a run that learned, too.
    Slight  ///< May explain a run that did not learn.
};

struct WeighedDiagnosis {
    Diagnosis diagnosis;
    Weight weight = Weight::Slight;
};

/// From which share on something is slight, and from which on strong.
struct Thresholds {
    double slight = 1.0;
    double strong = 1.0;
};

/// Nothing if it is not worth a word: too little, or slight in a run that learned.
[[nodiscard]] std::optional<Weight> weigh(const Evidence& evidence, double share, const Thresholds& thresholds);

/// A format in place of one whose range is too small: one of 8 bits if that does, else BF16, else FP32; nothing if no
/// common format has a much larger one.
[[nodiscard]] std::optional<std::string> formatWithLargerRange(const format::TensorFormat& current,
                                                               const FormatLimits& limits);
/// The same for one whose smallest value is too large.
[[nodiscard]] std::optional<std::string> formatWithSmallerValues(const format::TensorFormat& current,
                                                                 const FormatLimits& limits);

/// part / whole; 0 of nothing.
[[nodiscard]] double shareOf(std::uint64_t part, std::uint64_t whole);

} // namespace roundoff::experiment
