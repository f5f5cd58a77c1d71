// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference_trainer.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "core/nn/loss_scaler.h"

namespace roundoff::tests {
namespace {

using nn::Role;
using nn::TensorUse;

// U(+-1 / sqrt(fan-in)), as PyTorch's linear layers start.
template <typename T>
void start(LearnedTensor<T>& parameter, std::size_t fanIn, std::uint64_t seed) {
    const double bound = 1.0 / std::sqrt(static_cast<double>(fanIn));
    const format::RandomStream stream{seed, format::Purpose::Initialisation, parameter.id, 0, 0};
    std::vector<T>& w = parameter.updated().values;
    for (std::size_t i = 0; i < w.size(); ++i) {
        w[i] = static_cast<T>((2.0 * stream.uniformAt(i) - 1.0) * bound);
    }
    parameter.store({seed, 0, 0});
}

// Sixteen partial sums by place, added pairwise.
template <typename T>
double sumOfSquares(const Tensor<T>& tensor) {
    std::vector<T> padded(tensor.places());
    for (std::size_t i = 0; i < tensor.values.size(); ++i) {
        padded[tensor.place(i)] = tensor.values[i];
    }
    std::array<double, 16> partial{};
    for (std::size_t i = 0; i < padded.size(); ++i) {
        partial[i % 16] += static_cast<double>(padded[i]) * static_cast<double>(padded[i]);
    }
    for (std::size_t width = 8; width > 0; width /= 2) {
        for (std::size_t k = 0; k < width; ++k) {
            partial[k] += partial[k + width];
        }
    }
    return partial[0];
}

template <typename T>
std::size_t rightAnswers(const Tensor<T>& outputs, std::span<const std::uint8_t> labels) {
    std::size_t right = 0;
    for (std::size_t b = 0; b < outputs.rows; ++b) {
        const T* row = &outputs(b, 0);
        const auto best = std::max_element(row, row + outputs.cols) - row;
        right += best == labels[b] && !std::isnan(row[best]) ? 1 : 0;
    }
    return right;
}

template <typename T>
nn::WeightTensor exported(const std::string& name, const std::vector<std::size_t>& shape, const Tensor<T>& values) {
    return {name, shape, {values.values.begin(), values.values.end()}};
}

} // namespace

template <typename T>
ReferenceTrainer<T>::ReferenceTrainer(const nn::TrainerSpec& spec, std::size_t inputs, std::size_t classes)
    : spec_(spec), scaling_(nn::effectiveKind(spec.lossScaling, spec.precision)),
      scale_(scaling_ == nn::LossScalingKind::None ? 1.0 : spec.lossScaling.scale) {
    const std::vector<std::size_t> widths = nn::layerWidths(spec.network, inputs, classes);
    for (std::size_t l = 1; l < widths.size(); ++l) {
        precisions_.emplace_back(spec.precision, "layer" + std::to_string(l));
    }
    std::uint32_t id = 0; // A linear layer and its non-linearity follow each other.
    for (std::size_t l = 0; l < precisions_.size(); ++l) {
        layers_.emplace_back(widths[l], widths[l + 1], id++, precisions_[l]);
        activations_.push_back({spec.network.activation, id++, &precisions_[l]});
        start(layers_[l].weight, widths[l], spec.seed);
        start(layers_[l].bias, widths[l], spec.seed);
    }
}

template <typename T>
nn::StepOutcome ReferenceTrainer<T>::step(const nn::Examples& examples, std::span<const std::uint32_t> batch,
                                          std::uint32_t epoch, std::uint32_t step) {
    const StepPlace place{spec_.seed, epoch, step};
    std::vector<std::uint8_t> labels;
    for (const std::uint32_t i : batch) {
        labels.push_back(examples.labels[i]);
    }
    std::vector<Tensor<T>> activations{inputs(examples, batch, place)};
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        Tensor<T> y = layers_[l].forward(activations.back(), place);
        activations.push_back(l + 1 < layers_.size() ? activations_[l].forward(std::move(y), place) : std::move(y));
    }

    nn::StepOutcome outcome;
    outcome.lossScale = scale_;
    outcome.correct = rightAnswers(activations.back(), labels);
    const LossReference<T> loss(spec_.loss, activations.back(), labels, scale_, precisions_.back(), place);
    for (const T value : loss.losses) {
        outcome.loss += static_cast<double>(value);
    }
    outcome.loss /= static_cast<double>(batch.size());
    backward(activations, loss.gradient, place);

    if (scaling_ != nn::LossScalingKind::None) {
        unscale(place);
        if (!gradientsAreFinite()) {
            outcome.skipped = true;
            outcome.gradientNorm = std::numeric_limits<double>::infinity();
            updateScale(false);
            return outcome;
        }
    }
    clip(outcome, place);
    ++steps_;
    const OptimiserReference<T> optimiser(spec_.optimiser, steps_, place);
    for (LearnedTensor<T>* parameter : parameters()) {
        optimiser(*parameter);
    }
    updateScale(true);
    return outcome;
}

template <typename T>
Tensor<T> ReferenceTrainer<T>::inputs(const nn::Examples& examples, std::span<const std::uint32_t> batch,
                                      const StepPlace& place) const {
    const auto& round = precisions_.front()[Role::Activations];
    Tensor<T> x(batch.size(), examples.features);
    for (std::size_t b = 0; b < x.rows; ++b) {
        for (std::size_t i = 0; i < x.cols; ++i) {
            const auto value = static_cast<T>(examples.table[examples.image(batch[b])[i]]);
            x(b, i) = round.isScalar() ? round.constant(value) : value;
        }
    }
    if (!round.isScalar()) {
        round(x, place.stream(0, TensorUse::Input));
    }
    return x;
}

template <typename T>
void ReferenceTrainer<T>::backward(const std::vector<Tensor<T>>& activations, Tensor<T> gradient,
                                   const StepPlace& place) {
    for (std::size_t l = layers_.size(); l-- > 0;) {
        layers_[l].backward(activations[l], gradient, place);
        if (l > 0) {
            gradient = activations_[l - 1].backward(activations[l], layers_[l].inputGradient(gradient, place), place);
        }
    }
}

template <typename T>
std::vector<LearnedTensor<T>*> ReferenceTrainer<T>::parameters() {
    std::vector<LearnedTensor<T>*> all;
    for (LinearReference<T>& layer : layers_) {
        all.insert(all.end(), {&layer.weight, &layer.bias});
    }
    return all;
}

template <typename T>
void ReferenceTrainer<T>::unscale(const StepPlace& place) {
    if (scale_ == 1.0) {
        return;
    }
    const auto inverse = static_cast<T>(1.0 / scale_);
    for (LearnedTensor<T>* parameter : parameters()) {
        for (T& g : parameter->gradient.values) {
            g *= inverse;
        }
        parameter->precision->unscaled()(parameter->gradient, place.stream(parameter->id, TensorUse::Unscaled));
    }
}

template <typename T>
bool ReferenceTrainer<T>::gradientsAreFinite() {
    const auto all = parameters();
    return std::all_of(all.begin(), all.end(), [](const LearnedTensor<T>* p) {
        return std::all_of(p->gradient.values.begin(), p->gradient.values.end(), [](T g) { return std::isfinite(g); });
    });
}

// torch.nn.utils.clip_grad_norm_ and clip_grad_value_.
template <typename T>
void ReferenceTrainer<T>::clip(nn::StepOutcome& outcome, const StepPlace& place) {
    double squares = 0.0;
    std::size_t elements = 0;
    for (const LearnedTensor<T>* parameter : parameters()) {
        const double norm = std::sqrt(sumOfSquares(parameter->gradient));
        squares += norm * norm;
        elements += parameter->gradient.values.size();
    }
    outcome.gradientNorm = std::sqrt(squares);

    const double coefficient = spec_.clipping.threshold / (outcome.gradientNorm + 1e-6);
    const bool byValue = spec_.clipping.kind == nn::ClippingKind::Value;
    if (spec_.clipping.kind == nn::ClippingKind::None || (!byValue && !(coefficient < 1.0))) {
        return;
    }
    const auto limit = static_cast<T>(spec_.clipping.threshold);
    std::size_t changed = 0;
    for (LearnedTensor<T>* parameter : parameters()) {
        for (T& g : parameter->gradient.values) {
            changed += std::fabs(g) > limit ? 1 : 0;
            if (!byValue) {
                g *= static_cast<T>(coefficient);
            } else if (std::fabs(g) > limit) {
                g = std::copysign(limit, g);
            }
        }
        parameter->precision->unscaled()(parameter->gradient, place.stream(parameter->id, TensorUse::Clipped));
    }
    outcome.clippedFraction = byValue ? static_cast<double>(changed) / static_cast<double>(elements) : 1.0;
}

// torch.cuda.amp.GradScaler: halved after an overflow, doubled after 2,000 steps without one.
template <typename T>
void ReferenceTrainer<T>::updateScale(bool finite) {
    if (scaling_ != nn::LossScalingKind::Dynamic) {
        return;
    }
    finiteSteps_ = finite ? finiteSteps_ + 1 : 0;
    if (!finite) {
        scale_ /= 2.0;
    } else if (finiteSteps_ == 2000) {
        scale_ *= 2.0;
        finiteSteps_ = 0;
    }
}

template <typename T>
nn::WeightSnapshot ReferenceTrainer<T>::weights() const {
    nn::WeightSnapshot snapshot;
    snapshot.doubleContainer = sizeof(T) == sizeof(double);
    for (std::size_t l = 0; l < layers_.size(); ++l) {
        const std::string name = "layer" + std::to_string(l + 1);
        const Tensor<T>& weight = layers_[l].weight.values;
        snapshot.tensors.push_back(exported(name + ".weight", {weight.rows, weight.cols}, weight));
        snapshot.tensors.push_back(exported(name + ".bias", {weight.rows}, layers_[l].bias.values));
    }
    return snapshot;
}

template class ReferenceTrainer<float>;
template class ReferenceTrainer<double>;

} // namespace roundoff::tests
