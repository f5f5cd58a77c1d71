// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/trainer.h"

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include "core/kernels/elementwise.h"
#include "core/kernels/reduce.h"
#include "core/nn/initialisation.h"

namespace roundoff::nn {
namespace {

template <typename T>
class TypedTrainer final : public Trainer {
public:
    TypedTrainer(const TrainerSpec& spec, const Examples& training, std::size_t classes)
        : spec_(spec), batchCapacity_(std::max(spec.batchSize, kEvaluationBatch)),
          network_(makeNetwork<T>(spec.network, spec.precision, training.features, classes, batchCapacity_)),
          outputPrecision_(
              std::make_shared<const LayerPrecision<T>>(spec.precision, layerName(spec.network.hidden.size() + 1))),
          loss_(spec.loss, outputPrecision_), table_(training.table, LayerPrecision<T>(spec.precision, layerName(1))),
          scaler_(effectiveKind(spec.lossScaling, spec.precision), spec.lossScaling.scale),
          optimiser_(spec.optimiser, network_->parameters()) {
        for (const auto& layer : network_->layers()) {
            initialiseKaimingUniform(layer->parameters(), spec.seed);
        }
    }

    StepOutcome step(const Examples& examples, std::span<const std::uint32_t> batch, std::uint32_t epoch,
                     std::uint32_t step) override {
        const StepKey key{spec_.seed, epoch, step};
        const std::size_t size = batch.size();
        labels_.resize(size);
        for (std::size_t i = 0; i < size; ++i) {
            labels_[i] = examples.labels[batch[i]];
        }
        table_.gather(examples, batch, network_->input(size));

        StepOutcome outcome;
        outcome.lossScale = scaler_.scale();
        const auto outputs = network_->forward(size, key);
        const BatchOutcome loss = loss_.evaluate(outputs, labels_, network_->outputGradient(size), outcome.lossScale,
                                                 key);
        outcome.loss = loss.lossSum / static_cast<double>(size);
        outcome.correct = loss.correct;
        network_->backward(size, key);

        if (scaler_.skipsNonFinite()) {
            unscale(key);
            if (!gradientsAreFinite()) {
                outcome.skipped = true;
                outcome.gradientNorm = std::numeric_limits<double>::infinity();
                scaler_.update(false);
                return outcome;
            }
        }
        const ClippingOutcome clipping = clipGradients<T>(spec_.clipping, network_->parameters(), key);
        outcome.gradientNorm = clipping.norm;
        outcome.clippedFraction = clipping.clippedFraction;
        optimiser_.step(key);
        scaler_.update(true);
        return outcome;
    }

    BatchOutcome evaluate(const Examples& examples, std::span<const std::uint32_t> indices, std::uint32_t epoch,
                          const std::function<bool()>& goOn) override {
        const InputTable<T> table(examples.table, LayerPrecision<T>(spec_.precision, layerName(1)));
        return nn::evaluate<T>(*network_, loss_, table, examples, indices, kEvaluationBatch, {spec_.seed, epoch, 0},
                               goOn);
    }

    WeightSnapshot weights() const override { return network_->snapshot(); }

    void setWeights(const WeightSnapshot& weights) override { network_->assign(weights, {spec_.seed, 0, 0}); }

    double lossScale() const override { return scaler_.scale(); }

private:
    void unscale(const StepKey& key) {
        if (scaler_.scale() == 1.0) {
            return;
        }
        const T inverse = static_cast<T>(1.0 / scaler_.scale());
        for (Parameter<T>* parameter : network_->parameters()) {
            const std::span<T> gradient = parameter->gradient().storage();
            kernels::apply<T>(kernels::Operation::Multiply, gradient, inverse, gradient);
            unscaledQuantiser(parameter->precision())(
                gradient, roundingStream(key, tensorId(parameter->id(), TensorUse::Unscaled)));
        }
    }

    [[nodiscard]] bool gradientsAreFinite() const {
        for (const Parameter<T>* parameter : network_->parameters()) {
            if (!kernels::allFinite<T>(parameter->gradient().storage())) {
                return false;
            }
        }
        return true;
    }

    TrainerSpec spec_;
    std::size_t batchCapacity_;
    std::unique_ptr<Network<T>> network_;
    std::shared_ptr<const LayerPrecision<T>> outputPrecision_;
    LossFunction<T> loss_;
    InputTable<T> table_;
    LossScaler scaler_;
    Optimiser<T> optimiser_;
    std::vector<std::uint8_t> labels_;
};

} // namespace

std::unique_ptr<Trainer> Trainer::make(const TrainerSpec& spec, const Examples& training, std::size_t classes) {
    validate(spec.precision);
    if (spec.precision.needsDouble()) {
        return std::make_unique<TypedTrainer<double>>(spec, training, classes);
    }
    return std::make_unique<TypedTrainer<float>>(spec, training, classes);
}

} // namespace roundoff::nn
