// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/loss_scaler.h"

namespace roundoff::nn {

LossScalingKind effectiveKind(const LossScalingSpec& spec, const PrecisionPolicy& policy) {
    if (spec.kind != LossScalingKind::Automatic) {
        return spec.kind;
    }
    return policy.name().starts_with("AMP-") ? LossScalingKind::Dynamic : LossScalingKind::None;
}

LossScaler::LossScaler(LossScalingKind kind, double initialScale)
    : kind_(kind), scale_(kind == LossScalingKind::None ? 1.0 : initialScale) {}

void LossScaler::update(bool gradientsWereFinite) {
    if (kind_ != LossScalingKind::Dynamic) {
        return;
    }
    if (!gradientsWereFinite) {
        scale_ *= kBackoffFactor;
        finiteSteps_ = 0;
        return;
    }
    ++finiteSteps_;
    if (finiteSteps_ == kGrowthInterval) {
        // GradScaler keeps its scale in FP32 and does not grow it beyond what that holds.
        const double grown = scale_ * kGrowthFactor;
        scale_ = grown <= 0x1.fffffep+127 ? grown : scale_;
        finiteSteps_ = 0;
    }
}

} // namespace roundoff::nn
