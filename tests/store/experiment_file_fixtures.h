// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdio>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include <QDir>
#include <QTemporaryDir>

#include "core/experiment/run_execution.h"
#include "core/experiment/spec_json.h"
#include "core/experiment/sweep.h"
#include "core/store/experiment_file.h"
#include "tests/experiment/small_experiment.h"
#include "tests/experiment/synthetic_inputs.h"
#include "tests/support/quick_folder.h"

namespace roundoff::test {

/// A folder for a test's files, gone with it.
class FileFolder {
public:
    [[nodiscard]] std::filesystem::path file(const char* name = "experiment.roundoff") const {
        return std::filesystem::path(folder_.path().toStdString()) / name;
    }

private:
    QTemporaryDir folder_{tests::quickFolder()};
};

/// The small experiment with some fields set: {"optimiser.kind": "adam"}.
inline experiment::ExperimentSpec smallExperimentWith(const std::string& changes) {
    experiment::Json json = experiment::toJson(smallExperiment());
    const auto fields = experiment::Json::parse(changes);
    for (const auto& [path, value] : fields.items()) {
        experiment::setAtPath(json, path, value);
    }
    return experiment::specificationFromJson(json);
}

/// All of a number's bits. What kind of NaN it is does not matter.
inline std::string bitsText(double value) {
    std::array<char, 20> text{};
    std::snprintf(text.data(), text.size(), "%016llx",
                  static_cast<unsigned long long>(std::bit_cast<std::uint64_t>(value)));
    return std::isnan(value) ? "nan" : text.data();
}

/// A result bit for bit as lines of text, so that a test can say where two differ.
/// @param times  whether to include them: no two runs take equally long
class ResultText {
public:
    ResultText(const experiment::RunResult& result, bool times) : times_(times) {
        line("run", result.id, static_cast<int>(result.status), result.reason, result.nativeTime, result.weightsDigest);
        if (times) {
            line("times", result.trainSeconds, result.evalSeconds);
        }
        for (const auto& epoch : result.epochs) {
            add(epoch);
        }
        for (const auto& step : result.steps) {
            line("step", step.epoch, step.step, step.merged, step.skipped, step.loss, step.gradientNorm,
                 step.clippedFraction, step.lossScale);
        }
        for (const auto& sample : result.telemetry) {
            add(sample);
        }
        for (const auto& seen : result.exponents) {
            line("exponents", seen.epoch, seen.layer, static_cast<int>(seen.role));
            for (const auto count : seen.histogram.counts) {
                lines_.back() += " " + std::to_string(count);
            }
        }
        if (const auto& first = result.firstNonFinite) {
            line("first", first->epoch, first->step, first->layer, static_cast<int>(first->role),
                 static_cast<int>(first->operation), first->nan, first->rounding, first->skipped);
        }
        for (const auto& diagnosis : result.diagnoses) {
            line("diagnosis", experiment::english(diagnosis.what), experiment::english(diagnosis.advice));
        }
        for (const auto& d : result.deployments) {
            line("deployment", d.deployment.label(), d.test.loss, d.test.accuracy, d.accuracyChange,
                 d.error.signalToNoiseDb, d.error.maxAbsError, d.error.distinctValues, d.error.bitsPerWeight,
                 d.error.bytes);
        }
        if (const auto weights = result.weights.load()) {
            add(*weights);
        }
    }

    /// The first line that is not the same; empty if all are.
    [[nodiscard]] std::string differenceFrom(const ResultText& other) const {
        const auto [mine, its] = std::mismatch(lines_.begin(), lines_.end(), other.lines_.begin(), other.lines_.end());
        if (mine == lines_.end() && its == other.lines_.end()) {
            return "";
        }
        return (mine != lines_.end() ? *mine : "nothing") + "\n  instead of\n" +
               (its != other.lines_.end() ? *its : "nothing");
    }

private:
    void add(const experiment::EpochResult& epoch) {
        line("epoch", epoch.epoch, epoch.training.loss, epoch.training.accuracy, epoch.validation.has_value(),
             epoch.validation ? epoch.validation->loss : 0.0, epoch.validation ? epoch.validation->accuracy : 0.0,
             epoch.test.loss, epoch.test.accuracy, epoch.gradientNorm, epoch.clippedFraction, epoch.lossScale,
             epoch.skippedSteps);
        if (times_) {
            line("its times", epoch.trainSeconds, epoch.evalSeconds);
        }
    }
    void add(const nn::TelemetrySample& sample) {
        line("look", sample.epoch, sample.step, sample.sampled);
        for (const auto& seen : sample.roles) {
            const auto& counts = seen.counts;
            line("role", seen.layer, static_cast<int>(seen.role), seen.signal, seen.noise, counts.values,
                 counts.underflowed, counts.subnormal, counts.overflowed, counts.saturated, counts.nonFinite,
                 counts.zero, counts.nanReplaced);
        }
        for (const auto& seen : sample.layers) {
            line("layer", seen.layer, seen.gradientNorm, seen.updates, seen.swallowed, seen.additions, seen.stagnated,
                 seen.accumulatorUnderflowed, seen.accumulatorOverflowed);
        }
    }
    void add(const nn::WeightSnapshot& weights) {
        for (const auto& tensor : weights.tensors) {
            line("tensor", tensor.name, weights.doubleContainer, tensor.shape.size(), tensor.shape.front());
            for (const double value : tensor.values) {
                lines_.back() += " " + bitsText(value);
            }
        }
    }

    template <typename... Values>
    void line(const Values&... values) {
        lines_.emplace_back();
        ((lines_.back() += text(values) + " "), ...);
    }
    static std::string text(const std::string& value) { return value; }
    static std::string text(const char* value) { return value; }
    static std::string text(double value) { return bitsText(value); }
    template <std::integral T>
    static std::string text(T value) {
        return std::to_string(value);
    }

    bool times_;
    std::vector<std::string> lines_;
};

/// Where two results differ; empty if they do not.
inline std::string difference(const experiment::RunResult& one, const experiment::RunResult& other, bool times) {
    return ResultText(one, times).differenceFrom(ResultText(other, times));
}

/// Hands everything to a file, and keeps the results as they came.
class ListeningJournal final : public experiment::RunJournal {
public:
    explicit ListeningJournal(std::shared_ptr<experiment::RunJournal> file) : file_(std::move(file)) {}

    void keepEpoch(const experiment::PlannedRun& run,
                   std::shared_ptr<const experiment::RunCheckpoint> checkpoint) noexcept override {
        file_->keepEpoch(run, std::move(checkpoint));
    }
    [[nodiscard]] std::shared_ptr<const experiment::RunResult>
    keepResult(const experiment::PlannedRun& run,
               std::shared_ptr<const experiment::RunResult> result) noexcept override {
        {
            const std::lock_guard lock(mutex_);
            results_[run.id] = result;
        }
        return file_->keepResult(run, std::move(result));
    }

    /// Not while the sweep runs.
    [[nodiscard]] std::shared_ptr<const experiment::RunResult> result(const std::string& run) const {
        return results_.at(run);
    }

private:
    std::shared_ptr<experiment::RunJournal> file_;
    std::mutex mutex_;
    std::map<std::string, std::shared_ptr<const experiment::RunResult>> results_;
};

/// Keeps the checkpoints of one run, and its result.
class CheckpointJournal final : public experiment::RunJournal {
public:
    void keepEpoch(const experiment::PlannedRun& /*run*/,
                   std::shared_ptr<const experiment::RunCheckpoint> checkpoint) noexcept override {
        all.push_back(std::move(checkpoint));
    }
    [[nodiscard]] std::shared_ptr<const experiment::RunResult>
    keepResult(const experiment::PlannedRun& /*run*/,
               std::shared_ptr<const experiment::RunResult> r) noexcept override {
        result = r;
        return r;
    }
    std::vector<std::shared_ptr<const experiment::RunCheckpoint>> all;
    std::shared_ptr<const experiment::RunResult> result;
};

/// Runs a plan to its end into a file that is there, as `before` says.
/// @return the results by run of the plan
inline std::vector<std::shared_ptr<const experiment::RunResult>>
runInto(const std::shared_ptr<experiment::RunJournal>& journal, const experiment::Plan& plan,
        std::vector<experiment::RunBefore> before = {}, unsigned threads = 2) {
    std::vector<std::shared_ptr<const experiment::RunResult>> results(plan.runs.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        results[i] = before[i].result;
    }
    experiment::Sweep sweep(plan, std::make_shared<SyntheticInputs>(), threads, {std::move(before), journal});
    sweep.start();
    sweep.wait();
    for (const experiment::SweepEvent& event : sweep.drainEvents()) {
        if (const auto* finished = std::get_if<experiment::RunFinished>(&event)) {
            results.at(finished->run) = finished->result;
        }
    }
    return results;
}

/// Hears of nothing, but makes checkpoints for a journal and stops the run after so many epochs.
class StoppingObserver final : public experiment::RunObserver {
public:
    StoppingObserver(experiment::RunJournal* journal, const experiment::PlannedRun& run, int epochs,
                     runtime::RunControl& control)
        : journal_(journal), run_(run), epochs_(epochs), control_(control) {}

    void onStep(const experiment::MetricPoint& /*point*/) override {}
    void onTelemetry(const nn::TelemetrySample& /*sample*/) override {}
    void onEpoch(const experiment::EpochResult& /*epoch*/) override {
        if (--epochs_ == 0) {
            control_.requestStop();
        }
    }
    bool wantsCheckpoints() const override { return journal_ != nullptr; }
    void onCheckpoint(const std::shared_ptr<const experiment::RunCheckpoint>& checkpoint) override {
        journal_->keepEpoch(run_, checkpoint);
    }

private:
    experiment::RunJournal* journal_;
    const experiment::PlannedRun& run_;
    int epochs_;
    runtime::RunControl& control_;
};

/// Runs one run on this thread until so many epochs are done; all of them if that is negative.
/// @param journal  gets the checkpoints; may be null
/// @param from  where to go on; null to begin
inline std::shared_ptr<const experiment::RunResult>
execute(const experiment::PlannedRun& run, experiment::RunJournal* journal, int epochs,
        const experiment::RunCheckpoint* from, std::size_t stepCapacity = experiment::StepLog::kDefaultCapacity) {
    SyntheticInputs inputs;
    runtime::RunControl control;
    StoppingObserver observer(journal, run, epochs, control);
    return executeRun(run, inputs, control, observer, stepCapacity, from);
}

} // namespace roundoff::test
