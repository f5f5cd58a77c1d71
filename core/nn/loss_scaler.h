// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/precision_policy.h"
#include "core/nn/specs.h"

namespace roundoff::nn {

/// The kind with Automatic resolved: dynamic for a mixed-precision policy (AMP-*), none for all others.
[[nodiscard]] LossScalingKind effectiveKind(const LossScalingSpec& spec, const PrecisionPolicy& policy);

/// The factor on the loss that keeps small gradients above a narrow format's underflow. Dynamic scaling follows
/// PyTorch's GradScaler: halved after a step with a non-finite gradient, which is skipped, and doubled after 2,000
/// steps in a row without one (torch.cuda.amp.GradScaler; Micikevicius et al.: Mixed precision training, ICLR 2018,
/// section 3.2).
class LossScaler {
public:
    static constexpr double kGrowthFactor = 2.0;
    static constexpr double kBackoffFactor = 0.5;
    static constexpr int kGrowthInterval = 2000;

    /// @param kind  not Automatic
    LossScaler(LossScalingKind kind, double initialScale);

    /// The factor for the next step; 1 without scaling.
    [[nodiscard]] double scale() const { return scale_; }
    /// Whether a step with non-finite gradients is skipped: with scaling only. Without, such a step goes through and
    /// the run diverges, as it would without a scaler.
    [[nodiscard]] bool skipsNonFinite() const { return kind_ != LossScalingKind::None; }

    /// Steps in a row with finite gradients since the scale last changed.
    [[nodiscard]] int finiteSteps() const { return finiteSteps_; }
    /// Goes on from where another one was.
    void restore(double scale, int finiteSteps) {
        scale_ = scale;
        finiteSteps_ = finiteSteps;
    }

    /// Tells how a step went.
    void update(bool gradientsWereFinite);

private:
    LossScalingKind kind_;
    double scale_;
    int finiteSteps_ = 0;
};

} // namespace roundoff::nn
