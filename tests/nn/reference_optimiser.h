// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/specs.h"
#include "reference_layers.h"

namespace roundoff::tests {

/// One step of SGD with momentum (torch.optim.SGD), Adam (Kingma, Ba: Adam: a method for stochastic optimization, ICLR
/// 2015, algorithm 1) or AdamW (Loshchilov, Hutter: Decoupled weight decay regularization, ICLR 2019, algorithm 2),
/// one number after the other.
template <typename T>
class OptimiserReference {
public:
    /// @param steps  how many were done, this one included
    OptimiserReference(const nn::OptimiserSpec& spec, long steps, const StepPlace& place);

    void operator()(LearnedTensor<T>& parameter) const;

private:
    void stepFusedSgd(LearnedTensor<T>& parameter) const;
    void stepFusedAdam(LearnedTensor<T>& parameter) const;
    void stepStepwiseSgd(LearnedTensor<T>& parameter) const;
    void stepStepwiseAdam(LearnedTensor<T>& parameter) const;

    nn::OptimiserSpec spec_;
    StepPlace place_;
    double rate_;       ///< The learning rate; for Adam, over 1 - beta1^t.
    double correction_; ///< sqrt(1 - beta2^t)
    double keep_;       ///< What AdamW's decay leaves of a weight.
};

} // namespace roundoff::tests
