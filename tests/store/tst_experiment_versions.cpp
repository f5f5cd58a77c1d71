// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/sha256.h"
#include "core/experiment/plan.h"
#include "core/store/experiment_file.h"
#include "tests/support/golden.h"

using namespace roundoff::experiment;
using nlohmann::json;
using roundoff::Sha256;
using roundoff::store::ExperimentFile;
using roundoff::tests::golden;

namespace fs = std::filesystem;

namespace {

double number(const json& hexadecimal) {
    return std::strtod(hexadecimal.get<std::string>().c_str(), nullptr);
}

bool sameEpochs(const json& expected, const std::vector<EpochResult>& found) {
    return std::equal(expected.begin(), expected.end(), found.begin(), found.end(),
                      [](const json& row, const EpochResult& epoch) {
                          return row[0] == epoch.epoch && number(row[1]) == epoch.training.loss &&
                                 number(row[2]) == epoch.training.accuracy && number(row[3]) == epoch.test.loss &&
                                 number(row[4]) == epoch.test.accuracy && number(row[5]) == epoch.gradientNorm &&
                                 number(row[6]) == epoch.lossScale && epoch.skippedSteps == 0 && !epoch.validation;
                      });
}

bool sameSteps(const json& expected, const std::vector<MetricPoint>& found) {
    return std::equal(expected.begin(), expected.end(), found.begin(), found.end(),
                      [](const json& row, const MetricPoint& point) {
                          return row[0] == point.step && row[1] == point.epoch && number(row[2]) == point.loss &&
                                 number(row[3]) == point.gradientNorm;
                      });
}

std::size_t exponentValues(const std::vector<roundoff::nn::ExponentTelemetry>& all) {
    std::size_t values = 0;
    for (const auto& one : all) {
        for (const auto& count : one.histogram.counts) {
            values += count;
        }
    }
    return values;
}

std::string partName(roundoff::nn::StatePart part) {
    using roundoff::nn::StatePart;
    switch (part) {
    case StatePart::Weights: return "weights";
    case StatePart::MasterWeights: return "master_weights";
    case StatePart::FirstMoment: return "first_moment";
    case StatePart::SecondMoment: return "second_moment";
    }
    return {};
}

} // namespace

/// Files that every version of Roundoff has written open, and hold what Python's sqlite3 module found in them when they
/// were made (tests/golden/experiment_files).
class TestExperimentVersions : public QObject {
    Q_OBJECT

private slots:
    void opens_data();
    void opens();
};

void TestExperimentVersions::opens_data() {
    QTest::addColumn<QString>("name");
    for (int version = 1; version <= ExperimentFile::kVersion; ++version) { // Without its fixture, one fails.
        QTest::addRow("version %d", version) << QString("v%1").arg(version);
    }
}

void TestExperimentVersions::opens() {
    QFETCH(const QString, name);
    const json expected = golden("experiment_files/" + name.toStdString() + ".json");
    const QTemporaryDir folder;
    const fs::path path = folder.path().toStdString() + "/x.roundoff";
    fs::copy(fs::path(ROUNDOFF_GOLDEN_DIR) / "experiment_files" / (name.toStdString() + ".roundoff"), path);
    fs::permissions(path, fs::perms::owner_write, fs::perm_options::add); // A source tree may be read-only.

    const auto file = ExperimentFile::open(path);
    QCOMPARE(file->whyReadOnly(), std::string());
    const auto specifications = file->specifications();
    QCOMPARE(specifications.saved.title, expected["title"].get<std::string>());
    QCOMPARE(specifications.threads, expected["threads"].get<unsigned>());
    QVERIFY(specifications.ran == specifications.saved);

    const Plan plan = makePlan(*specifications.ran);
    const std::vector<RunBefore> before = file->before(plan);
    QCOMPARE(plan.runs.size(), expected["runs"].size());
    for (const json& run : expected["runs"]) {
        const auto planned = std::find_if(plan.runs.begin(), plan.runs.end(),
                                          [&](const PlannedRun& one) { return run["run"] == one.id; });
        QVERIFY(planned != plan.runs.end());
        const RunBefore& found = before[static_cast<std::size_t>(planned - plan.runs.begin())];
        if (run["status"] == "done") {
            QVERIFY(found.result);
            const RunResult& result = *found.result;
            QVERIFY(result.status == RunStatus::Done);
            QCOMPARE(result.weightsDigest, run["weights_sha256"].get<std::string>());
            QCOMPARE(result.weights.load()->tensors.size(), std::size_t{4});
            QVERIFY(sameEpochs(run["epochs"], result.epochs));
            QVERIFY(sameSteps(run["steps"], result.steps));
            QCOMPARE(result.telemetry.size(), run["telemetry_samples"].get<std::size_t>());
            QCOMPARE(exponentValues(result.exponents), run["exponent_values"].get<std::size_t>());
            QCOMPARE(result.trainSeconds, number(run["train_seconds"]));
            QCOMPARE(result.nativeTime, run["time_kind"] == "native");
            QCOMPARE(result.deployments.size(), run["deployments"].size());
            const json& deployment = run["deployments"][0];
            QCOMPARE(result.deployments[0].test.accuracy, number(deployment[2]));
            QCOMPARE(result.deployments[0].error.maxAbsError, number(deployment[3]));
            QCOMPARE(result.deployments[0].error.distinctValues, deployment[4].get<std::size_t>());
        } else {
            QVERIFY(found.checkpoint);
            const RunCheckpoint& checkpoint = *found.checkpoint;
            const json& row = run["checkpoint"][0];
            QVERIFY(sameEpochs(run["epochs"], checkpoint.epochs));
            QCOMPARE(checkpoint.epochs.size(), row[0].get<std::size_t>());
            QCOMPARE(checkpoint.steps, row[1].get<std::uint32_t>());
            QCOMPARE(checkpoint.trainer.lossScale, number(row[2]));
            QCOMPARE(checkpoint.trainer.finiteSteps, row[3].get<int>());
            QCOMPARE(checkpoint.trainer.optimiserSteps, row[4].get<std::int64_t>());
            const auto& tensors = checkpoint.trainer.tensors;
            QCOMPARE(tensors.size(), run["checkpoint_tensors"].size());
            for (std::size_t i = 0; i < tensors.size(); ++i) {
                const json& tensor = run["checkpoint_tensors"][i];
                QCOMPARE(tensors[i].parameter, tensor[0].get<std::string>());
                QCOMPARE(partName(tensors[i].part), tensor[1].get<std::string>());
                QCOMPARE(tensors[i].rows, tensor[2].get<std::size_t>());
                QCOMPARE(tensors[i].cols, tensor[3].get<std::size_t>());
                QCOMPARE(Sha256::of(tensors[i].bits), tensor[4].get<std::string>());
            }
        }
    }
}

QTEST_GUILESS_MAIN(TestExperimentVersions)
#include "tst_experiment_versions.moc"
