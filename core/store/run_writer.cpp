// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_writer.h"

#include <utility>

#include "core/experiment/run_execution.h"
#include "core/store/checkpoint_rows.h"
#include "core/store/measurement_rows.h"
#include "core/store/provenance.h"
#include "core/store/result_rows.h"
#include "core/store/run_rows.h"
#include "core/store/weight_rows.h"

namespace roundoff::store {
namespace {

std::vector<nn::KeptWeights::Shape> shapesOf(const nn::TrainerState& state) {
    std::vector<nn::KeptWeights::Shape> shapes;
    for (const nn::StateTensor& tensor : state.tensors) {
        if (tensor.part == nn::StatePart::Weights) {
            shapes.push_back(tensor.parameter.ends_with(".bias") ? nn::KeptWeights::Shape{tensor.cols}
                                                                 : nn::KeptWeights::Shape{tensor.cols, tensor.rows});
        }
    }
    return shapes;
}

RunRow rowOf(const experiment::PlannedRun& run, const experiment::RunCheckpoint& checkpoint) {
    RunRow row;
    row.nativeTime = experiment::isNative(run.spec.precision);
    for (const experiment::EpochResult& epoch : checkpoint.epochs) { // In the order in which the run adds them up.
        row.trainSeconds += epoch.trainSeconds;
        row.evalSeconds += epoch.evalSeconds;
    }
    return row;
}

RunRow rowOf(const experiment::RunResult& result) {
    return {rowStatus(result.status), result.reason,     result.trainSeconds,
            result.evalSeconds,       result.nativeTime, result.weightsDigest};
}

// What is left of an earlier time that the run was trained is replaced by what comes now; weights of epochs that it
// goes on from are its own.
void removeStaleWeights(sqlite::Database& database, const std::string& run, int epoch) {
    removeWeights(database, run, readCheckpointEpoch(database, run) ? epoch : 0);
}

} // namespace

EndedRun endedRun(const std::shared_ptr<const experiment::RunResult>& result, std::uint64_t seed) {
    EndedRun ended{result, result->weights.load(), {}};
    ended.histograms = weightHistograms(*result, seed); // Of the weights that are held now.
    return ended;
}

const Measurements* RunWriter::writtenOf(const std::string& run) const {
    const auto found = written_.find(run);
    return found != written_.end() ? &found->second : nullptr;
}

void RunWriter::writeCheckpoint(sqlite::Database& database, const experiment::PlannedRun& run,
                                const experiment::RunCheckpoint& checkpoint) {
    Measurements now = measurementsOf(checkpoint);
    const Measurements* before = writtenOf(run.id);
    sqlite::Transaction transaction(database);
    if (before == nullptr) {
        removeStaleWeights(database, run.id, checkpoint.epochs.back().epoch);
        writeDeployments(database, run.id, {});
        writeDiagnoses(database, run.id, {});
        writeHistograms(database, run.id, {});
    }
    writeRun(database, run, rowOf(run, checkpoint), shapesOf(checkpoint.trainer), provenance_);
    writeMeasurements(database, run.id, before, now);
    store::writeCheckpoint(database, run.id, checkpoint);
    transaction.commit();
    written_[run.id] = std::move(now);
}

void RunWriter::writeEpochWeights(sqlite::Database& database, const experiment::PlannedRun& run, int epoch,
                                  const nn::WeightSnapshot& weights) {
    sqlite::Transaction transaction(database);
    writeWeights(database, run.id, epoch, weights);
    transaction.commit();
}

void RunWriter::writeEnd(sqlite::Database& database, const experiment::PlannedRun& run, const EndedRun& ended) {
    const experiment::RunResult& result = *ended.result;
    sqlite::Transaction transaction(database);
    if (result.status == experiment::RunStatus::Stopped && readCheckpointEpoch(database, run.id)) {
        const std::string now = utcNow();
        database.prepare("UPDATE runs SET status=?, changed=? WHERE run=?")
            .bind(statusText(RowStatus::Stopped), now, run.id)
            .run();
    } else {
        const int epochs = static_cast<int>(result.epochs.size());
        const Measurements* before = writtenOf(run.id);
        if (before == nullptr) {
            removeStaleWeights(database, run.id, epochs);
        }
        removeWeights(database, run.id, ended.weights != nullptr ? epochs : 0);
        if (ended.weights != nullptr) {
            writeWeights(database, run.id, epochs, *ended.weights);
        }
        writeRun(database, run, rowOf(result), result.weights.shapes(), provenance_);
        writeMeasurements(database, run.id, before, measurementsOf(result));
        writeDeployments(database, run.id, result);
        writeDiagnoses(database, run.id, result);
        writeHistograms(database, run.id, ended.histograms);
        removeCheckpoint(database, run.id);
    }
    transaction.commit();
    written_.erase(run.id);
}

} // namespace roundoff::store
