// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/experiment_rows.h"

#include <array>
#include <utility>

#include "core/data/display_text.h"
#include "core/experiment/spec_json.h"
#include "core/store/provenance.h"
#include "core/store/sqlite/failures.h"

namespace roundoff::store {
namespace {

std::string_view kindText(SpecificationKind kind) {
    constexpr std::array<std::string_view, 3> kKinds{"saved", "draft", "ran"};
    return kKinds.at(static_cast<std::size_t>(kind));
}

} // namespace

void writeOrigin(sqlite::Database& database) {
    auto insert = database.prepare("INSERT OR REPLACE INTO roundoff VALUES(?,?)");
    const std::string version = programVersion();
    const std::string now = utcNow();
    insert.bind("program", "Roundoff").run();
    insert.bind("version", version).run();
    insert.bind("created", now).run();
}

void writeSpecification(sqlite::Database& database, SpecificationKind kind,
                        const std::optional<experiment::ExperimentSpec>& specification) {
    if (!specification) {
        database.prepare("DELETE FROM specification WHERE kind=?").bind(kindText(kind)).run();
        return;
    }
    const std::string json = experiment::toJson(*specification).dump();
    const std::string now = utcNow();
    database.prepare("INSERT OR REPLACE INTO specification VALUES(?,?,?)").bind(kindText(kind), json, now).run();
}

std::optional<experiment::ExperimentSpec> readSpecification(sqlite::Database& database, SpecificationKind kind) {
    auto row = database.prepare("SELECT json FROM specification WHERE kind=?");
    if (!row.bind(kindText(kind)).step()) {
        return std::nullopt;
    }
    return experiment::parseSpecification(row.text(0), data::displayPath(database.file()));
}

StoredSpecifications readSpecifications(sqlite::Database& database) {
    auto saved = readSpecification(database, SpecificationKind::Saved);
    if (!saved) {
        throw sqlite::damaged(database.file(), "it has no specification");
    }
    return {*std::move(saved), readSpecification(database, SpecificationKind::Draft),
            readSpecification(database, SpecificationKind::Ran), readThreads(database)};
}

std::int64_t writeProvenance(sqlite::Database& database, unsigned threads) {
    const std::string now = utcNow();
    auto json = toJson(currentProvenance(threads));
    json.erase("finished"); // It is about to begin.
    json.erase("datasets"); // Read on the way; export tells their digests.
    const std::string text = json.dump();
    database.prepare("INSERT INTO provenance(begun, threads, json) VALUES(?,?,?)").bind(now, threads, text).run();
    return database.lastRow();
}

unsigned readThreads(sqlite::Database& database) {
    constexpr std::int64_t kMostThreads = 4096;
    auto row = database.prepare("SELECT threads FROM provenance ORDER BY id DESC LIMIT 1");
    return row.step() ? static_cast<unsigned>(row.integer(0, 1, kMostThreads)) : 1U;
}

void writePlan(sqlite::Database& database, const experiment::Plan& plan) {
    database.execute("DELETE FROM plan");
    auto insert = database.prepare("INSERT INTO plan VALUES(?,?,?,?,?)");
    for (std::size_t i = 0; i < plan.runs.size(); ++i) {
        const experiment::PlannedRun& run = plan.runs[i];
        const std::string values = experiment::Json(run.axisValues).dump();
        insert.bind(i, run.id, run.label, run.group, values).run();
    }
}

} // namespace roundoff::store
