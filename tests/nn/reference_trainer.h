// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/nn/trainer.h"
#include "reference_optimiser.h"

namespace roundoff::tests {

/// Whole steps of training as DESIGN has them, in plain loops over vectors: every product a chain of std::fma or of
/// sums and products rounded one by one, every rounding a call of `format::quantise` or `format::quantiseTensor`, every
/// random number asked for by its place. Slow and obviously right; of the kernels it uses only exp, log and tanh.
/// @tparam T  the container that the policy needs
template <typename T>
class ReferenceTrainer {
public:
    ReferenceTrainer(const nn::TrainerSpec& spec, std::size_t inputs, std::size_t classes);
    ReferenceTrainer(const ReferenceTrainer&) = delete;
    ReferenceTrainer& operator=(const ReferenceTrainer&) = delete;

    /// @param epoch  from 1
    /// @param step  in the epoch, from 0
    nn::StepOutcome step(const nn::Examples& examples, std::span<const std::uint32_t> batch, std::uint32_t epoch,
                         std::uint32_t step);

    [[nodiscard]] nn::WeightSnapshot weights() const;

private:
    [[nodiscard]] Tensor<T> inputs(const nn::Examples& examples, std::span<const std::uint32_t> batch,
                                   const StepPlace& place) const;
    void backward(const std::vector<Tensor<T>>& activations, Tensor<T> gradient, const StepPlace& place);
    [[nodiscard]] std::vector<LearnedTensor<T>*> parameters();
    void unscale(const StepPlace& place);
    [[nodiscard]] bool gradientsAreFinite();
    void clip(nn::StepOutcome& outcome, const StepPlace& place);
    void updateScale(bool finite);

    nn::TrainerSpec spec_;
    nn::LossScalingKind scaling_;
    std::vector<LayerRounding<T>> precisions_;
    std::vector<LinearReference<T>> layers_;
    std::vector<ActivationReference<T>> activations_;
    double scale_;
    int finiteSteps_ = 0;
    long steps_ = 0;
};

} // namespace roundoff::tests
