// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_rows.h"

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/experiment/field_values.h"
#include "core/experiment/run_execution.h"
#include "core/experiment/spec_json.h"
#include "core/experiment/strict_json.h"
#include "core/store/provenance.h"
#include "core/store/run_texts.h"
#include "core/store/sqlite/failures.h"

namespace roundoff::store {
namespace {

using experiment::Json;

// The specification of a run with its fold, which an experiment's has not.
experiment::RunSpec runSpecOf(const std::string& text) {
    constexpr int kMostFolds = 1000;
    Json json = experiment::parseStrictJson(text);
    if (!json.is_object() || !json.contains("fold") || !json["fold"].is_object()) {
        throw InputError("fold: is missing");
    }
    const Json fold = json["fold"];
    json.erase("fold");
    experiment::RunSpec run = experiment::specificationFromJson(json).base;
    run.fold.count = experiment::readInteger<int>(fold.value("count", Json()), 0, kMostFolds);
    run.fold.index = experiment::readInteger<int>(fold.value("index", Json()), 0, std::max(run.fold.count - 1, 0));
    return run;
}

bool isRun(const std::string& text, const std::string& id) {
    try {
        return experiment::runId(runSpecOf(text)) == id;
    } catch (const Json::exception&) { // No JSON.
        return false;
    } catch (const InputError&) { // No specification.
        return false;
    }
}

} // namespace

void writeRun(sqlite::Database& database, const experiment::PlannedRun& run, const RunRow& row,
              const std::vector<nn::KeptWeights::Shape>& shapes, std::optional<std::int64_t> provenance) {
    const experiment::RunSpec& spec = run.spec;
    const std::string specification = experiment::toJson(spec).dump();
    const std::string network = networkText(spec, shapes);
    const std::string optimiser = fieldText(spec, "optimiser.kind");
    const std::string precision = spec.precision.name();
    const std::string clipping = clippingText(spec);
    const std::string now = utcNow();
    database.prepare("INSERT OR REPLACE INTO runs VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")
        .bind(run.id, specification, spec.dataset.name, network, optimiser, precision, clipping, foldNumber(spec),
              spec.training.seed, statusText(row.status), row.reason, row.trainSeconds, row.evalSeconds,
              row.nativeTime ? "native" : "emulated", row.weightsDigest, provenance, now)
        .run();
}

std::optional<RunRow> readRun(sqlite::Database& database, const experiment::PlannedRun& run) {
    auto columns = database.prepare("SELECT specification, status, reason, train_seconds, eval_seconds, time_kind, "
                                    "weights_sha256 FROM runs WHERE run=?");
    if (!columns.bind(run.id).step()) {
        return std::nullopt;
    }
    const std::string specification = columns.text(0);
    if (specification != experiment::toJson(run.spec).dump() && !isRun(specification, run.id)) {
        return std::nullopt;
    }
    RunRow row;
    row.status = statusFromText(database, columns.text(1));
    row.reason = data::displayMessage(columns.text(2));
    row.trainSeconds = columns.real(3);
    row.evalSeconds = columns.real(4);
    row.nativeTime = columns.text(5) == "native";
    row.weightsDigest = data::displayMessage(columns.text(6));
    return row;
}

experiment::RunSpec readRunSpec(sqlite::Database& database, const std::string& run) {
    auto row = database.prepare("SELECT specification FROM runs WHERE run=?");
    if (!row.bind(run).step()) {
        throw InputError(data::displayPath(database.file()) + ": holds nothing of run " + data::displayText(run));
    }
    const std::string specification = row.text(0);
    if (!isRun(specification, run)) {
        throw sqlite::damaged(database.file(), "run " + data::displayText(run) + ": its specification is not its own");
    }
    return runSpecOf(specification);
}

} // namespace roundoff::store
