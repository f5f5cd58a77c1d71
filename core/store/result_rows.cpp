// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/result_rows.h"

#include <limits>

#include "core/experiment/diagnosis.h"
#include "core/experiment/field_values.h"
#include "core/experiment/sentence.h"
#include "core/experiment/strict_json.h"
#include "core/format/names.h"
#include "core/store/sqlite/failures.h"

namespace roundoff::store {
namespace {

using experiment::DeploymentResult;
using experiment::Json;

constexpr std::int64_t kMaxSize = std::numeric_limits<std::int64_t>::max();

std::string deploymentText(const deploy::Deployment& deployment) {
    return experiment::deploymentsToJson({deployment}).at(0).dump();
}

} // namespace

void writeDeployments(sqlite::Database& database, const std::string& run, const experiment::RunResult& result) {
    database.prepare("DELETE FROM deployments WHERE run=?").bind(run).run();
    auto insert = database.prepare("INSERT INTO deployments VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?)");
    for (std::size_t i = 0; i < result.deployments.size(); ++i) {
        const DeploymentResult& deployed = result.deployments[i];
        const std::string name = deployed.deployment.name();
        const std::string json = deploymentText(deployed.deployment);
        insert
            .bind(run, i, name, format::name(deployed.deployment.rounding), deployed.test.loss, deployed.test.accuracy,
                  deployed.accuracyChange, deployed.error.bitsPerWeight, deployed.error.bytes,
                  deployed.error.signalToNoiseDb, deployed.error.maxAbsError, deployed.error.distinctValues, json)
            .run();
    }
}

void writeDiagnoses(sqlite::Database& database, const std::string& run, const experiment::RunResult& result) {
    database.prepare("DELETE FROM diagnoses WHERE run=?").bind(run).run();
    auto insert = database.prepare("INSERT INTO diagnoses VALUES(?,?,?,?,?)");
    for (std::size_t i = 0; i < result.diagnoses.size(); ++i) {
        const experiment::Diagnosis& diagnosis = result.diagnoses[i];
        const std::string what = experiment::english(diagnosis.what);
        const std::string advice = experiment::english(diagnosis.advice);
        insert.bind(run, i, experiment::troubleName(diagnosis.trouble), what, advice).run();
    }
}

void writeHistograms(sqlite::Database& database, const std::string& run, const std::vector<WeightHistogram>& all) {
    database.prepare("DELETE FROM histograms WHERE run=?").bind(run).run();
    // Deployments that differ in nothing that their labels say have the same weights.
    auto insert = database.prepare("INSERT OR REPLACE INTO histograms VALUES(?,?,?,?,?,?,?)");
    for (const WeightHistogram& shown : all) {
        const deploy::Histogram& histogram = shown.histogram;
        for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
            insert
                .bind(run, shown.layer, shown.deployment, bin, histogram.binLow(bin), histogram.binHigh(bin),
                      histogram.counts[bin])
                .run();
        }
    }
}

std::vector<DeploymentResult> readDeployments(sqlite::Database& database, const experiment::PlannedRun& run) {
    const auto& planned = run.spec.deployments;
    std::vector<DeploymentResult> all;
    auto rows = database.prepare("SELECT json, test_loss, test_accuracy, accuracy_change, bits_per_weight, bytes, "
                                 "sqnr_db, max_abs_error, distinct_values FROM deployments WHERE run=? "
                                 "ORDER BY position");
    rows.bind(run.id);
    while (rows.step()) {
        DeploymentResult deployed;
        if (all.size() == planned.size() || rows.text(0) != deploymentText(planned[all.size()])) {
            throw sqlite::damaged(database.file(),
                                  "run " + run.id + ": its deployments are not those of its specification");
        }
        deployed.deployment = planned[all.size()];
        deployed.test = {rows.real(1), rows.real(2)};
        deployed.accuracyChange = rows.real(3);
        deployed.error.bitsPerWeight = rows.real(4);
        deployed.error.bytes = static_cast<std::size_t>(rows.integer(5, 0, kMaxSize));
        deployed.error.signalToNoiseDb = rows.real(6);
        deployed.error.maxAbsError = rows.real(7);
        deployed.error.distinctValues = static_cast<std::size_t>(rows.integer(8, 0, kMaxSize));
        all.push_back(deployed);
    }
    return all;
}

} // namespace roundoff::store
