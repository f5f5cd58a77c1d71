// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/trainer.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/kernels/elementwise.h"
#include "core/kernels/reduce.h"
#include "core/nn/initialisation.h"
#include "core/nn/store_tensor.h"

namespace roundoff::nn {
namespace {

template <typename T>
class TypedTrainer final : public Trainer {
public:
    TypedTrainer(const TrainerSpec& spec, const Examples& training, std::size_t classes)
        : spec_(spec), batchCapacity_(std::max(spec.batchSize, kEvaluationBatch)),
          network_(makeNetwork<T>(spec.network, spec.precision, training.features, classes, batchCapacity_)),
          outputPrecision_(std::make_shared<const LayerPrecision<T>>(spec.precision, spec.network.hidden.size() + 1)),
          loss_(spec.loss, outputPrecision_), table_(training.table, LayerPrecision<T>(spec.precision, 1)),
          scaler_(effectiveKind(spec.lossScaling, spec.precision), spec.lossScaling.scale),
          optimiser_(spec.optimiser, network_->parameters()), team_(spec.threads) {
        for (const auto& layer : network_->layers()) {
            initialiseKaimingUniform(layer->parameters(), spec.seed);
        }
        optimiser_.setWatch(spec.watch);
    }

    StepOutcome step(const Examples& examples, std::span<const std::uint32_t> batch, std::uint32_t epoch,
                     std::uint32_t step, StepProbe* probe) override {
        const StepContext context{spec_.seed, epoch, step, probe, &team_};
        const std::size_t size = batch.size();
        labels_.resize(size);
        for (std::size_t i = 0; i < size; ++i) {
            labels_[i] = examples.labels[batch[i]];
        }
        table_.gather(examples, batch, network_->input(size), context);

        StepOutcome outcome;
        outcome.lossScale = scaler_.scale();
        const BatchOutcome loss = computeGradients(context);
        outcome.loss = loss.lossSum / static_cast<double>(size);
        outcome.correct = loss.correct;

        if (scaler_.skipsNonFinite()) {
            unscale(context);
            if (!gradientsAreFinite()) {
                outcome.skipped = true;
                outcome.gradientNorm = std::numeric_limits<double>::infinity();
                lookForNonFinite(context, outcome);
                scaler_.update(false);
                return outcome;
            }
        }
        ClippingOutcome clipping = clipGradients<T>(spec_.clipping, network_->parameters(), context);
        if (!std::isfinite(outcome.loss) || !std::isfinite(clipping.norm)) {
            if (lookForNonFinite(context, outcome)) { // It has computed the gradients anew, without clipping them.
                if (scaler_.skipsNonFinite()) {
                    unscale(unprobed(context));
                }
                clipping = clipGradients<T>(spec_.clipping, network_->parameters(), unprobed(context));
            }
        }
        outcome.gradientNorm = clipping.norm;
        outcome.clippedFraction = clipping.clippedFraction;
        const auto fault = optimiser_.step(context);
        if (fault && !found_) {
            tell(*fault, context, outcome);
        }
        scaler_.update(true);
        return outcome;
    }

    BatchOutcome evaluate(const Examples& examples, std::span<const std::uint32_t> indices, std::uint32_t epoch,
                          const std::function<bool()>& goOn) override {
        const InputTable<T> table(examples.table, LayerPrecision<T>(spec_.precision, 1));
        return nn::evaluate<T>(*network_, loss_, table, examples, indices, kEvaluationBatch,
                               {spec_.seed, epoch, 0, nullptr, &team_}, goOn);
    }

    WeightSnapshot weights() const override { return network_->snapshot(); }

    void setWeights(const WeightSnapshot& weights) override { network_->assign(weights, {spec_.seed, 0, 0}); }

    TrainerState state() const override {
        TrainerState state;
        state.doubleContainer = std::is_same_v<T, double>;
        state.lossScale = scaler_.scale();
        state.finiteSteps = scaler_.finiteSteps();
        state.nonFiniteFound = found_;
        state.skipTold = skipTold_;
        optimiser_.save(state);
        return state;
    }

    void restore(const TrainerState& state) override {
        if (state.doubleContainer != std::is_same_v<T, double>) {
            throw InputError("the state is of another policy; run it from the beginning");
        }
        constexpr std::int64_t kMostSteps = std::int64_t{1} << 53; // Counted in a double by Adam's corrections.
        if (!(state.lossScale >= 0.0) || !std::isfinite(state.lossScale) || state.finiteSteps < 0 ||
            state.finiteSteps >= LossScaler::kGrowthInterval || state.optimiserSteps < 0 ||
            state.optimiserSteps > kMostSteps) {
            throw InputError("the state's loss scale or steps are out of range; run it from the beginning");
        }
        optimiser_.restore(state);
        scaler_.restore(state.lossScale, state.finiteSteps);
        found_ = state.nonFiniteFound;
        skipTold_ = state.skipTold;
    }

    double lossScale() const override { return scaler_.scale(); }

private:
    // Forward and backward on the batch that has been gathered.
    BatchOutcome computeGradients(const StepContext& context) {
        const std::size_t size = labels_.size();
        const auto outputs = network_->forward(size, context);
        const BatchOutcome loss = loss_.evaluate(outputs, labels_, network_->outputGradient(size), scaler_.scale(),
                                                 context);
        network_->backward(size, context);
        return loss;
    }

    static StepContext unprobed(StepContext context) {
        context.probe = nullptr;
        return context;
    }

    // Computes the step once more under a probe, unless a first one has been found before: the weights have not moved
    // and the random bits are counted, so everything comes out as it did. Returns whether it has computed.
    bool lookForNonFinite(const StepContext& context, StepOutcome& outcome) {
        if (!spec_.watch || found_ || (outcome.skipped && skipTold_)) {
            return false;
        }
        StepProbe probe(StepProbe::Purpose::FirstNonFinite);
        StepContext watched = context;
        watched.probe = &probe;
        static_cast<void>(computeGradients(watched));
        if (scaler_.skipsNonFinite()) {
            unscale(watched);
        }
        if (probe.firstNonFinite()) {
            tell(*probe.firstNonFinite(), context, outcome);
        }
        return true;
    }

    void tell(FirstNonFinite first, const StepContext& context, StepOutcome& outcome) {
        first.epoch = context.epoch;
        first.step = context.step;
        first.skipped = outcome.skipped;
        outcome.firstNonFinite = first;
        // A skipped step is not the end: what comes after it may be. Of skipped ones the first is told.
        found_ = !first.skipped;
        skipTold_ = true;
    }

    void unscale(const StepContext& context) {
        if (scaler_.scale() == 1.0) {
            return;
        }
        const T inverse = static_cast<T>(1.0 / scaler_.scale());
        for (Parameter<T>* parameter : network_->parameters()) {
            const std::span<T> gradient = parameter->gradient().storage();
            kernels::divide(&team_, gradient.size(), kSharedPiece, [&](std::size_t first, std::size_t last) {
                const std::span<T> part = gradient.subspan(first, last - first);
                kernels::apply<T>(kernels::Operation::Multiply, part, inverse, part);
            });
            storeUnscaledGradient(*parameter, TensorOperation::Unscale, TensorUse::Unscaled, context);
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
    kernels::ThreadTeam team_;
    std::vector<std::uint8_t> labels_;
    bool found_ = false; // the first infinity or NaN
    bool skipTold_ = false;
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
