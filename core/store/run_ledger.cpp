// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_ledger.h"

#include <utility>

#include "core/base/error.h"
#include "core/data/display_text.h"

namespace roundoff::store {
namespace {

// The weights of the last epoch are kept in any case.
bool keepsWeights(const experiment::PlannedRun& run, int epoch) {
    const int stride = run.spec.training.weightsStride;
    return stride > 0 && epoch % stride == 0 && epoch < run.spec.training.epochs;
}

} // namespace

void requireWritable(const ExperimentConnection& connection) {
    if (!connection.writable()) {
        const std::string& why = connection.whyReadOnly();
        throw InputError(data::displayPath(connection.file()) + ": is open for reading only" +
                         (why.empty() ? "" : ": " + why) + "; save it under another name");
    }
}

void RunLedger::addCheckpoint(const experiment::PlannedRun& run,
                              std::shared_ptr<const experiment::RunCheckpoint> checkpoint) {
    const bool keeps = keepsWeights(run, checkpoint->epochs.back().epoch);
    pending_.add(run, std::move(checkpoint), keeps);
}

void RunLedger::addResult(const experiment::PlannedRun& run,
                          const std::shared_ptr<const experiment::RunResult>& result) {
    pending_.add(run, std::make_shared<const EndedRun>(endedRun(result, run.spec.training.seed)));
}

void RunLedger::write(ExperimentConnection& connection) {
    std::string problem;
    for (const PendingRun& run : pending_.all()) {
        try {
            requireWritable(connection);
            write(connection.database(), run);
            pending_.remove(run);
        } catch (const InputError& error) {
            problem = error.what();
        }
    }
    setProblem(std::move(problem));
}

void RunLedger::write(sqlite::Database& database, const PendingRun& pending) {
    if (pending.checkpoint != nullptr) {
        writer_.writeCheckpoint(database, pending.run, *pending.checkpoint);
    }
    if (pending.ended != nullptr) {
        writer_.writeEnd(database, pending.run, *pending.ended);
    }
    for (const auto& [epoch, checkpoint] : pending.forWeights) {
        RunWriter::writeEpochWeights(database, pending.run, epoch, nn::weightsOf(checkpoint->trainer));
    }
}

std::string RunLedger::problem() const {
    const std::lock_guard lock(mutex_);
    return outOfMemory_ ? "there is not enough memory to keep what was trained; close other programs" : problem_;
}

void RunLedger::setProblem(std::string problem) {
    const std::lock_guard lock(mutex_);
    problem_ = std::move(problem);
    outOfMemory_ = false;
}

void RunLedger::setProblem(const std::exception_ptr& why) noexcept {
    try {
        std::rethrow_exception(why);
    } catch (const InputError& error) {
        try {
            setProblem(std::string(error.what()));
            return;
        } catch (...) { // No memory for it.
        }
    } catch (...) { // Memory has run out.
    }
    const std::lock_guard lock(mutex_);
    outOfMemory_ = true;
}

} // namespace roundoff::store
