// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/run_execution.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <exception>
#include <mutex>
#include <utility>

#include "core/base/error.h"
#include "core/experiment/batches.h"
#include "core/experiment/deployment_evaluator.h"
#include "core/experiment/diagnosis.h"
#include "core/experiment/step_log.h"
#include "core/experiment/telemetry_recorder.h"
#include "core/nn/trainer.h"

namespace roundoff::experiment {
namespace {

using Clock = std::chrono::steady_clock;

// Wall-clock time of a stretch of work, pauses left out.
class Stopwatch {
public:
    explicit Stopwatch(const Clock::duration& pausedTime) : pausedTime_(pausedTime) { restart(); }

    void restart() {
        begin_ = Clock::now();
        pausedBefore_ = pausedTime_;
    }
    [[nodiscard]] double seconds() const {
        return std::chrono::duration<double>(Clock::now() - begin_ - (pausedTime_ - pausedBefore_)).count();
    }

private:
    const Clock::duration& pausedTime_;
    Clock::time_point begin_;
    Clock::duration pausedBefore_{};
};

class Execution {
public:
    Execution(const PlannedRun& run, Inputs& inputs, const runtime::RunControl& control, RunObserver& observer,
              std::size_t stepCapacity, const RunCheckpoint* from, unsigned threads)
        : run_(run.spec), inputs_(inputs), control_(control), observer_(observer), from_(from), threads_(threads),
          stepLog_(stepCapacity), telemetry_(run.spec.training.telemetryStride) {
        result_.id = run.id;
        result_.nativeTime = isNative(run_.precision);
    }

    RunResult run() {
        prepare();
        if (from_ != nullptr) {
            goOnFrom(*from_);
        }
        trainAll();
        result_.steps = stepLog_.points();
        telemetry_.moveInto(result_);
        const auto weights = std::make_shared<const nn::WeightSnapshot>(trainer_->weights());
        result_.weights = weights;
        result_.weightsDigest = nn::digest(*weights);
        if (result_.status == RunStatus::Done) {
            deployAll(*weights);
        }
        result_.diagnoses = diagnose(run_, result_);
        return std::move(result_);
    }

    RunResult failed(const std::string& reason) {
        result_.status = RunStatus::Failed;
        result_.reason = reason;
        return std::move(result_);
    }

private:
    void prepare() {
        dataset_ = inputs_.dataset(run_.dataset);
        training_ = makeExamples(*dataset_, dataset_->training, run_.dataset.normalise);
        test_ = makeExamples(*dataset_, dataset_->test, run_.dataset.normalise);
        split_ = splitTrainingSet(run_, dataset_->training);
        const nn::TrainerSpec spec{run_.network,
                                   run_.optimiser,
                                   run_.precision,
                                   run_.lossScaling,
                                   run_.clipping,
                                   run_.training.loss,
                                   static_cast<std::size_t>(run_.training.batchSize),
                                   run_.training.seed,
                                   run_.training.telemetryStride != 0,
                                   threads_};
        trainer_ = nn::Trainer::make(spec, training_, static_cast<std::size_t>(dataset_->classes));
        if (run_.training.initialWeights) {
            const auto initial = inputs_.weights(*run_.training.initialWeights);
            try {
                trainer_->setWeights(*initial);
            } catch (const InputError& error) {
                throw InputError("training.initialWeights: " + *run_.training.initialWeights + ": " + error.what());
            }
        }
        goOn_ = [this] { return control_.goOn(pausedTime_); };
    }

    void goOnFrom(const RunCheckpoint& checkpoint) {
        if (checkpoint.epochs.empty() || checkpoint.epochs.back().epoch != static_cast<int>(checkpoint.epochs.size()) ||
            checkpoint.epochs.size() > static_cast<std::size_t>(run_.training.epochs)) {
            throw InputError("the checkpoint has other epochs than this run; run it from the beginning");
        }
        trainer_->restore(checkpoint.trainer);
        result_.epochs = checkpoint.epochs;
        for (const EpochResult& epoch : result_.epochs) {
            result_.trainSeconds += epoch.trainSeconds;
            result_.evalSeconds += epoch.evalSeconds;
        }
        globalStep_ = checkpoint.steps;
        stepLog_.restore(checkpoint.stepLog);
        telemetry_.restore(checkpoint.telemetry);
    }

    void trainAll() {
        result_.status = RunStatus::Done;
        for (int epoch = static_cast<int>(result_.epochs.size()) + 1;
             epoch <= run_.training.epochs && result_.status == RunStatus::Done; ++epoch) {
            trainEpoch(epoch);
        }
    }

    void trainEpoch(int number) {
        EpochResult epoch;
        epoch.epoch = number;
        Stopwatch watch(pausedTime_);
        if (!trainBatches(epoch)) {
            return;
        }
        epoch.trainSeconds = watch.seconds();
        watch.restart();
        evaluateEpoch(epoch);
        epoch.evalSeconds = watch.seconds();
        if (!goOn_()) { // The evaluation may be incomplete.
            result_.status = RunStatus::Stopped;
            result_.reason.clear();
            return;
        }
        result_.trainSeconds += epoch.trainSeconds;
        result_.evalSeconds += epoch.evalSeconds;
        result_.epochs.push_back(epoch);
        if (result_.status == RunStatus::Done && observer_.wantsCheckpoints()) {
            observer_.onCheckpoint(std::make_shared<const RunCheckpoint>(
                RunCheckpoint{result_.epochs, globalStep_, stepLog_.state(), telemetry_.state(), trainer_->state()}));
        }
        observer_.onEpoch(epoch);
    }

    // Returns whether the epoch is to be kept: not if it was stopped on the way.
    bool trainBatches(EpochResult& epoch) {
        std::vector<std::uint32_t> order = split_.training;
        if (run_.training.shuffle) {
            shuffle(order, run_.training.seed, static_cast<std::uint32_t>(epoch.epoch));
        }
        const auto batchSize = static_cast<std::size_t>(run_.training.batchSize);
        double lossSum = 0.0;
        std::size_t seen = 0;
        std::size_t correct = 0;
        std::size_t steps = 0;
        for (std::size_t first = 0; first < order.size(); first += batchSize) {
            if (!goOn_()) {
                result_.status = RunStatus::Stopped;
                return false;
            }
            const auto batch = std::span<const std::uint32_t>(order).subspan(first,
                                                                             std::min(batchSize, order.size() - first));
            ++globalStep_;
            const nn::StepOutcome step = takeStep(batch, static_cast<std::uint32_t>(epoch.epoch),
                                                  static_cast<std::uint32_t>(steps));
            ++steps;
            seen += batch.size();
            lossSum += step.loss * static_cast<double>(batch.size());
            correct += step.correct;
            epoch.skippedSteps += step.skipped ? 1 : 0;
            if (!step.skipped) {
                epoch.gradientNorm += step.gradientNorm;
                epoch.clippedFraction += step.clippedFraction;
            }
            const MetricPoint point{static_cast<std::uint32_t>(epoch.epoch),
                                    globalStep_,
                                    1,
                                    step.skipped ? 1U : 0U,
                                    step.loss,
                                    step.gradientNorm,
                                    step.clippedFraction,
                                    step.lossScale};
            observer_.onStep(point);
            stepLog_.add(point);
            if (!std::isfinite(step.loss) && !step.skipped) {
                result_.status = RunStatus::Diverged;
                result_.reason = std::string("the loss became ") + (std::isnan(step.loss) ? "NaN" : "infinite") +
                                 " in epoch " + std::to_string(epoch.epoch) + ", step " + std::to_string(globalStep_);
                break;
            }
        }
        const double taken = static_cast<double>(steps) - static_cast<double>(epoch.skippedSteps);
        epoch.training = {lossSum / static_cast<double>(seen),
                          static_cast<double>(correct) / static_cast<double>(seen)};
        epoch.gradientNorm = taken > 0.0 ? epoch.gradientNorm / taken : 0.0;
        epoch.clippedFraction = taken > 0.0 ? epoch.clippedFraction / taken : 0.0;
        epoch.lossScale = trainer_->lossScale();
        return true;
    }

    nn::StepOutcome takeStep(std::span<const std::uint32_t> batch, std::uint32_t epoch, std::uint32_t stepInEpoch) {
        nn::StepProbe* probe = telemetry_.probeFor(globalStep_);
        nn::StepOutcome outcome = trainer_->step(training_, batch, epoch, stepInEpoch, probe);
        if (probe != nullptr) {
            observer_.onTelemetry(telemetry_.finish(epoch, globalStep_));
        }
        if (outcome.firstNonFinite) {
            telemetry_.note(*outcome.firstNonFinite, globalStep_);
        }
        return outcome;
    }

    void evaluateEpoch(EpochResult& epoch) {
        const auto number = static_cast<std::uint32_t>(epoch.epoch);
        if (!split_.validation.empty()) {
            epoch.validation = makeEvaluation(trainer_->evaluate(training_, split_.validation, number, goOn_),
                                              split_.validation.size());
        }
        epoch.test = makeEvaluation(trainer_->evaluate(test_, {}, number, goOn_), test_.count());
    }

    void deployAll(const nn::WeightSnapshot& trained) {
        const DeploymentEvaluator evaluator(run_, dataset_);
        std::mutex asking; // Pauses are counted once, whichever thread waits them out.
        const auto goOn = [&] {
            const std::lock_guard lock(asking);
            return goOn_();
        };
        for (const deploy::Deployment& deployment : run_.deployments) {
            DeploymentResult deployed;
            deployed.deployment = deployment;
            const nn::WeightSnapshot weights = deploy::apply(deployment, trained, run_.training.seed);
            deployed.error = deploy::weightError(deployment, trained, weights);
            deployed.test = evaluator.evaluate(deployment, weights, goOn, threads_);
            deployed.accuracyChange = deployed.test.accuracy - result_.epochs.back().test.accuracy;
            if (!goOn_()) {
                result_.status = RunStatus::Stopped;
                break;
            }
            result_.deployments.push_back(deployed);
        }
    }

    const RunSpec run_;
    Inputs& inputs_;
    const runtime::RunControl& control_;
    RunObserver& observer_;
    RunResult result_;
    std::shared_ptr<const data::Dataset> dataset_;
    nn::Examples training_;
    nn::Examples test_;
    Split split_;
    std::unique_ptr<nn::Trainer> trainer_;
    std::function<bool()> goOn_;
    Clock::duration pausedTime_{};
    const RunCheckpoint* from_;
    unsigned threads_;
    std::uint32_t globalStep_ = 0;
    StepLog stepLog_;
    TelemetryRecorder telemetry_;
};

} // namespace

std::shared_ptr<const RunResult> executeRun(const PlannedRun& run, Inputs& inputs, const runtime::RunControl& control,
                                            RunObserver& observer, std::size_t stepCapacity, const RunCheckpoint* from,
                                            unsigned threads) {
    Execution execution(run, inputs, control, observer, stepCapacity, from, threads);
    try {
        return std::make_shared<const RunResult>(execution.run());
    } catch (const std::bad_alloc&) {
        return std::make_shared<const RunResult>(execution.failed("there is not enough memory for this network"));
    } catch (const std::exception& error) {
        return std::make_shared<const RunResult>(execution.failed(error.what()));
    }
}

ImageCounts imagesPerEpoch(const RunSpec& run, std::size_t trainingImages) {
    ImageCounts images{trainingImages, 0};
    if (run.dataset.trainLimit) {
        images.training = std::min(images.training, static_cast<std::size_t>(*run.dataset.trainLimit));
    }
    if (run.fold.count > 1) {
        const auto folds = static_cast<std::size_t>(run.fold.count);
        images.validation = (images.training + folds - 1 - static_cast<std::size_t>(run.fold.index)) / folds;
        images.training -= images.validation;
    }
    return images;
}

std::size_t stepsPerEpoch(const RunSpec& run, std::size_t trainingImages) {
    const auto batch = static_cast<std::size_t>(run.training.batchSize);
    return (imagesPerEpoch(run, trainingImages).training + batch - 1) / batch;
}

bool isNative(const nn::PrecisionPolicy& policy) {
    const std::string name = policy.name();
    return name == "FP64" || name == "FP32";
}

} // namespace roundoff::experiment
