// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/experiment_file.h"

#include <atomic>
#include <exception>
#include <utility>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/experiment/step_log.h"
#include "core/store/experiment_connection.h"
#include "core/store/experiment_rows.h"
#include "core/store/run_ledger.h"
#include "core/store/run_reader.h"
#include "core/store/run_rows.h"
#include "core/store/shared_connection.h"
#include "core/store/weight_rows.h"

namespace roundoff::store {
namespace {

using experiment::PlannedRun;
using experiment::RunCheckpoint;
using experiment::RunResult;
using experiment::RunStatus;
using Durability = sqlite::Transaction::Durability;

// One moment of a file that another program may be writing to.
class Snapshot {
public:
    explicit Snapshot(sqlite::Database& database) : database_(database) { database_.execute("BEGIN"); }
    ~Snapshot() {
        try {
            database_.execute("ROLLBACK"); // Nothing was written.
        } catch (const InputError&) {      // It has ended with what failed.
        }
    }
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;
    Snapshot(Snapshot&&) = delete;
    Snapshot& operator=(Snapshot&&) = delete;

private:
    sqlite::Database& database_;
};

// Weights that stay in the file until they are asked for.
RunReader::LeaveInFile leaveIn(const std::shared_ptr<SharedConnection>& file) {
    return [file](std::vector<nn::KeptWeights::Shape> shapes, auto read) {
        return nn::KeptWeights(std::move(shapes), [file, read] { return file->read(read); });
    };
}

// Calls read(reader) for every run of a plan. Others use the file between two runs.
template <typename Value, typename Read>
std::vector<Value> readRuns(SharedConnection& file, const experiment::Plan& plan, Read read) {
    const std::size_t capacity = experiment::StepLog::capacityFor(plan.runs.size());
    std::vector<Value> values;
    values.reserve(plan.runs.size());
    for (const PlannedRun& run : plan.runs) {
        file.use([&](ExperimentConnection& connection) {
            const Snapshot snapshot(connection.database());
            RunReader reader(connection.database(), run, capacity);
            values.push_back(read(reader));
        });
    }
    return values;
}

StoredSpecifications readAtOnce(sqlite::Database& database) {
    const Snapshot snapshot(database);
    return readSpecifications(database);
}

// A file of what this program knows without the one that it had.
std::unique_ptr<ExperimentConnection> rescue(const ExperimentConnection& overwritten, const StoredSpecifications& known,
                                             const std::filesystem::path& path,
                                             std::optional<std::int64_t>& provenance) {
    requireAnotherPlace(overwritten, path);
    return createExperiment(path, [&](sqlite::Database& database) {
        writeOrigin(database);
        writeSpecification(database, SpecificationKind::Saved, known.saved);
        writeSpecification(database, SpecificationKind::Draft, known.draft);
        if (known.ran) {
            writeSpecification(database, SpecificationKind::Ran, known.ran);
            writePlan(database, experiment::makePlan(*known.ran));
            provenance = writeProvenance(database, known.threads);
        }
    });
}

// Changes when another connection commits.
std::int64_t dataVersion(sqlite::Database& database) {
    return database.dataVersion();
}

} // namespace

class ExperimentFile::Implementation {
public:
    explicit Implementation(std::unique_ptr<ExperimentConnection> connection)
        : lastChange(dataVersion(connection->database())), known(readAtOnce(connection->database())) {
        setState(*connection);
        file = std::make_shared<SharedConnection>(std::move(connection));
    }

    ~Implementation() {
        try {
            file->use([this](ExperimentConnection& connection) { ledger.write(connection); });
            file->close();
        } catch (...) { // Nobody is left to be told; problem() has said it.
        }
    }
    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;
    Implementation(Implementation&&) = delete;
    Implementation& operator=(Implementation&&) = delete;

    void setState(const ExperimentConnection& connection) {
        const std::lock_guard lock(mutex);
        whyReadOnly = connection.whyReadOnly();
        writable = connection.writable();
    }

    mutable std::mutex mutex; // Of the next two, which nobody has to wait for.
    std::string whyReadOnly;
    bool writable = false;

    std::int64_t lastChange;    // Used while the file is.
    StoredSpecifications known; // As this program has read or written them last; used while the file is.
    std::atomic<Outside> outside{Outside::Nothing};
    RunLedger ledger;
    std::shared_ptr<SharedConnection> file; // Shared with weights that were left in it.
};

ExperimentFile::ExperimentFile(std::unique_ptr<Implementation> implementation)
    : implementation_(std::move(implementation)) {}

ExperimentFile::~ExperimentFile() = default;

std::shared_ptr<ExperimentFile> ExperimentFile::create(const std::filesystem::path& path,
                                                       const experiment::ExperimentSpec& specification) {
    auto connection = createExperiment(path, [&](sqlite::Database& database) {
        writeOrigin(database);
        writeSpecification(database, SpecificationKind::Saved, specification);
    });
    return std::shared_ptr<ExperimentFile>(new ExperimentFile(std::make_unique<Implementation>(std::move(connection))));
}

std::shared_ptr<ExperimentFile> ExperimentFile::open(const std::filesystem::path& path, Access access) {
    auto connection = openExperiment(path, access == Access::ReadWrite);
    return std::shared_ptr<ExperimentFile>(new ExperimentFile(std::make_unique<Implementation>(std::move(connection))));
}

std::filesystem::path ExperimentFile::path() const {
    return implementation_->file->path();
}

ExperimentFile::Access ExperimentFile::access() const {
    const std::lock_guard lock(implementation_->mutex);
    return implementation_->writable ? Access::ReadWrite : Access::ReadOnly;
}

std::string ExperimentFile::whyReadOnly() const {
    const std::lock_guard lock(implementation_->mutex);
    return implementation_->whyReadOnly;
}

StoredSpecifications ExperimentFile::specifications() const {
    return implementation_->file->use(
        [](ExperimentConnection& connection) { return readAtOnce(connection.database()); });
}

void ExperimentFile::save(const experiment::ExperimentSpec& specification) {
    implementation_->file->use([&](ExperimentConnection& connection) {
        implementation_->ledger.write(connection);
        requireWritable(connection);
        sqlite::Transaction transaction(connection.database(), Durability::Now);
        writeSpecification(connection.database(), SpecificationKind::Saved, specification);
        writeSpecification(connection.database(), SpecificationKind::Draft, std::nullopt);
        transaction.commit();
        implementation_->known.saved = specification;
        implementation_->known.draft.reset();
        connection.settle();
    });
}

void ExperimentFile::keepDraft(const std::optional<experiment::ExperimentSpec>& draft) {
    implementation_->file->use([&](ExperimentConnection& connection) {
        requireWritable(connection);
        sqlite::Transaction transaction(connection.database());
        writeSpecification(connection.database(), SpecificationKind::Draft, draft);
        transaction.commit();
        implementation_->known.draft = draft;
    });
}

void ExperimentFile::beginSweep(const experiment::ExperimentSpec& specification, const experiment::Plan& plan,
                                unsigned threads) {
    implementation_->file->use([&](ExperimentConnection& connection) {
        RunLedger& ledger = implementation_->ledger;
        ledger.write(connection);
        requireWritable(connection);
        sqlite::Database& database = connection.database();
        sqlite::Transaction transaction(database);
        writeSpecification(database, SpecificationKind::Ran, specification);
        writePlan(database, plan);
        const std::int64_t provenance = writeProvenance(database, threads);
        transaction.commit();
        implementation_->known.ran = specification;
        implementation_->known.threads = threads;
        ledger.setProvenance(provenance);
    });
}

std::vector<experiment::RunBefore> ExperimentFile::before(const experiment::Plan& plan) const {
    const auto leave = leaveIn(implementation_->file);
    return readRuns<experiment::RunBefore>(*implementation_->file, plan,
                                           [&](RunReader& run) { return run.before(leave); });
}

std::vector<KeptRun> ExperimentFile::kept(const experiment::Plan& plan) const {
    return readRuns<KeptRun>(*implementation_->file, plan, [](RunReader& run) { return run.kept(); });
}

std::vector<std::shared_ptr<const RunResult>> ExperimentFile::results(const experiment::Plan& plan) const {
    const auto leave = leaveIn(implementation_->file);
    return readRuns<std::shared_ptr<const RunResult>>(*implementation_->file, plan,
                                                      [&](RunReader& run) { return run.result(leave); });
}

std::vector<int> ExperimentFile::weightEpochs(const std::string& run) const {
    return implementation_->file->use(
        [&](ExperimentConnection& connection) { return readWeightEpochs(connection.database(), run); });
}

nn::WeightSnapshot ExperimentFile::weights(const std::string& run, int epoch) const {
    return implementation_->file->use([&](ExperimentConnection& connection) {
        const Snapshot snapshot(connection.database());
        auto weights = readWeights(connection.database(), run, epoch, readRunSpec(connection.database(), run));
        if (weights.tensors.empty()) {
            throw InputError(data::displayPath(connection.file()) + ": holds no weights of run " + run +
                             " after epoch " + std::to_string(epoch) + "; choose another epoch");
        }
        return weights;
    });
}

void ExperimentFile::keepEpoch(const PlannedRun& run, std::shared_ptr<const RunCheckpoint> checkpoint) noexcept {
    RunLedger& ledger = implementation_->ledger;
    try {
        ledger.addCheckpoint(run, std::move(checkpoint));
        implementation_->file->use([&](ExperimentConnection& connection) { ledger.write(connection); });
    } catch (...) { // The next epoch tries again.
        ledger.setProblem(std::current_exception());
    }
}

std::shared_ptr<const RunResult> ExperimentFile::keepResult(const PlannedRun& run,
                                                            std::shared_ptr<const RunResult> result) noexcept {
    RunLedger& ledger = implementation_->ledger;
    try {
        ledger.addResult(run, result);
        implementation_->file->use([&](ExperimentConnection& connection) { ledger.write(connection); });
        // The weights of a stopped run are those of its last batch, which need not be in the file.
        if (ledger.waits(run.id) || result->weights.empty() || result->status == RunStatus::Stopped) {
            return result;
        }
        auto left = std::make_shared<RunResult>(*result);
        left->weights = leaveIn(implementation_->file)(
            result->weights.shapes(), [id = run.id, epoch = static_cast<int>(result->epochs.size()), spec = run.spec,
                                       digest = result->weightsDigest](sqlite::Database& database) {
                return readFinalWeights(database, id, epoch, spec, digest);
            });
        return left;
    } catch (...) {
        ledger.setProblem(std::current_exception());
        return result;
    }
}

std::string ExperimentFile::problem() const {
    return implementation_->ledger.problem();
}

void ExperimentFile::flush() {
    implementation_->file->use([this](ExperimentConnection& connection) {
        implementation_->ledger.write(connection);
        if (const std::string why = problem(); !why.empty()) {
            throw InputError(why);
        }
        if (connection.writable()) {
            connection.settle();
        }
    });
}

ExperimentFile::Moved ExperimentFile::saveAs(const std::filesystem::path& path) {
    return implementation_->file->use([&](ExperimentConnection& connection) {
        RunLedger& ledger = implementation_->ledger;
        ledger.write(connection);
        const bool overwritten = connection.database().overwritten();
        std::optional<std::int64_t> provenance;
        auto copy = !overwritten ? copyExperiment(connection, path)
                                 : rescue(connection, implementation_->known, path, provenance);
        if (overwritten) {
            ledger.beginAnew();
        }
        if (provenance) {
            ledger.setProvenance(*provenance);
        }
        ExperimentConnection& there = *copy;
        implementation_->setState(there);
        implementation_->lastChange = dataVersion(there.database());
        implementation_->file->replace(std::move(copy));
        ledger.write(there);
        return overwritten && provenance ? Moved::WithoutRuns : Moved::Whole;
    });
}

ExperimentFile::Outside ExperimentFile::outside() const {
    std::atomic<Outside>& outside = implementation_->outside;
    implementation_->file->tryUse([&](ExperimentConnection& connection) {
        std::error_code error;
        if (!std::filesystem::exists(connection.file(), error)) {
            outside = Outside::Gone;
        } else if (sqlite::Database& database = connection.database();
                   database.moved() || database.overwritten() || dataVersion(database) != implementation_->lastChange) {
            outside = Outside::Changed;
        } else {
            outside = Outside::Nothing;
        }
    });
    return outside;
}

bool isExperimentFile(const std::filesystem::path& path) {
    return beginsAsExperiment(path);
}

} // namespace roundoff::store
