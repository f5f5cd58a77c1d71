// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_reader.h"

#include <utility>

#include "core/experiment/diagnosis.h"
#include "core/experiment/step_log.h"
#include "core/store/checkpoint_rows.h"
#include "core/store/measurement_rows.h"
#include "core/store/result_rows.h"
#include "core/store/sqlite/failures.h"
#include "core/store/weight_rows.h"

namespace roundoff::store {
namespace {

using experiment::RunResult;
using experiment::RunStatus;

RunStatus resultStatus(RowStatus status) {
    switch (status) {
    case RowStatus::Done: return RunStatus::Done;
    case RowStatus::Diverged: return RunStatus::Diverged;
    case RowStatus::Failed: return RunStatus::Failed;
    case RowStatus::Running: // By a program that is no more, or still on the way.
    case RowStatus::Stopped: return RunStatus::Stopped;
    }
    return RunStatus::Stopped;
}

int layersOf(const experiment::RunSpec& spec) {
    return static_cast<int>(spec.network.hidden.size()) + 1;
}

// A run of a small plan keeps more points than it would in a plan of very many.
std::vector<experiment::MetricPoint> thinned(std::vector<experiment::MetricPoint> points, std::size_t capacity) {
    if (points.size() <= capacity + 1) { // The last one may be of fewer steps than the others.
        return points;
    }
    experiment::StepLog log(capacity);
    experiment::StepLog::State state;
    state.points = std::move(points);
    log.restore(std::move(state));
    return log.points();
}

} // namespace

RunReader::RunReader(sqlite::Database& database, const experiment::PlannedRun& run, std::size_t stepCapacity)
    : database_(database), run_(run), stepCapacity_(stepCapacity), row_(readRun(database, run)) {}

void RunReader::fail(const std::string& what) const {
    throw sqlite::damaged(database_.file(), "run " + run_.id + ": " + what);
}

bool RunReader::hasEnded() const {
    return row_ && (row_->status == RowStatus::Done || row_->status == RowStatus::Diverged);
}

Measurements RunReader::measured() {
    return readMeasurements(database_, run_.id, {run_.spec.training.epochs, layersOf(run_.spec)});
}

void RunReader::checkEnded(const RunResult& result) const {
    const auto epochs = static_cast<std::size_t>(run_.spec.training.epochs);
    if (result.epochs.empty() || result.weights.empty() ||
        (result.status == RunStatus::Done &&
         (result.epochs.size() != epochs || result.deployments.size() != run_.spec.deployments.size()))) {
        fail("it has ended, but some of what came of it is missing");
    }
}

void RunReader::readFinalWeights(RunResult& result, const LeaveInFile& leave) {
    const int epoch = static_cast<int>(result.epochs.size());
    auto shapes = readWeightShapes(database_, run_.id, epoch, run_.spec);
    if (shapes.empty()) {
        return;
    }
    result.weightsDigest = row_->weightsDigest;
    result.weights = leave(std::move(shapes), [run = run_.id, epoch, spec = run_.spec,
                                               digest = row_->weightsDigest](sqlite::Database& database) {
        return store::readFinalWeights(database, run, epoch, spec, digest);
    });
}

std::shared_ptr<const RunResult> RunReader::result(const LeaveInFile& leave) {
    if (!row_) {
        return nullptr;
    }
    auto result = std::make_shared<RunResult>();
    result->id = run_.id;
    result->status = resultStatus(row_->status);
    result->reason = row_->reason;
    result->trainSeconds = row_->trainSeconds;
    result->evalSeconds = row_->evalSeconds;
    result->nativeTime = row_->nativeTime;
    Measurements all = measured();
    result->epochs = all.epochs;
    if (!hasEnded() && row_->status != RowStatus::Failed && readCheckpointEpoch(database_, run_.id)) {
        const auto checkpoint = readCheckpoint(database_, run_.id, all, run_.spec);
        auto weights = nn::weightsOf(checkpoint->trainer);
        requireNetwork(database_, run_.id, weights, run_.spec);
        result->weightsDigest = nn::digest(weights);
        // Held in memory: those in the file go when the run goes on. There are as many as ran at a time.
        result->weights = std::make_shared<const nn::WeightSnapshot>(std::move(weights));
    } else {
        readFinalWeights(*result, leave);
    }
    result->steps = thinned(std::move(all.steps), stepCapacity_);
    result->telemetry = std::move(all.telemetry);
    result->exponents = std::move(all.exponents);
    result->firstNonFinite = all.firstNonFinite;
    result->deployments = readDeployments(database_, run_);
    if (hasEnded()) {
        checkEnded(*result);
    }
    result->diagnoses = experiment::diagnose(run_.spec, *result);
    return result;
}

experiment::RunBefore RunReader::before(const LeaveInFile& leave) {
    if (hasEnded()) {
        return {result(leave), nullptr};
    }
    if (!row_ || row_->status == RowStatus::Failed || !readCheckpointEpoch(database_, run_.id)) {
        return {};
    }
    auto checkpoint = readCheckpoint(database_, run_.id, measured(), run_.spec);
    return {nullptr, std::make_shared<const experiment::RunCheckpoint>(*std::move(checkpoint))};
}

KeptRun RunReader::kept() {
    if (hasEnded()) {
        return {true, 0};
    }
    if (!row_ || row_->status == RowStatus::Failed) {
        return {};
    }
    return {false, readCheckpointEpoch(database_, run_.id).value_or(0)};
}

nn::WeightSnapshot readFinalWeights(sqlite::Database& database, const std::string& run, int epoch,
                                    const experiment::RunSpec& spec, const std::string& digest) {
    auto weights = readWeights(database, run, epoch, spec);
    if (nn::digest(weights) != digest) {
        throw sqlite::damaged(database.file(), "run " + run + ": its weights are not those that its digest is of");
    }
    return weights;
}

} // namespace roundoff::store
