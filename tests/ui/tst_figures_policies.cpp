// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include <QTemporaryDir>
#include <QTest>

#include "core/experiment/spec_json.h"
#include "ui/figures/experiment_figures.h"
#include "ui/precision/own_policies.h"
#include "ui/precision/policy_names.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

/// An experiment whose runs are all done.
store::ExperimentResults doneRuns(const QByteArray& specification) {
    store::ExperimentResults results;
    results.spec = experiment::parseSpecification(specification.toStdString(), "test");
    results.plan = experiment::makePlan(results.spec);
    for (const experiment::PlannedRun& planned : results.plan.runs) {
        auto result = std::make_shared<experiment::RunResult>();
        result->id = planned.id;
        result->status = experiment::RunStatus::Done;
        result->epochs.resize(1);
        results.runs.push_back(result);
    }
    return results;
}

const QString kLongPolicy = QStringLiteral(
    "BF16, layer1 weights FP32, layer2 weights FP32, layer3 weights FP32 optimiserState FP32");

} // namespace

/// What figures call precisions that have no name of their own.
class TstFiguresPolicies : public QObject {
    Q_OBJECT

private slots:
    void names_data() {
        QTest::addColumn<QByteArray>("specification");
        QTest::addColumn<QStringList>("labels");
        QTest::addColumn<QStringList>("precisions");
        QTest::addColumn<QStringList>("series");
        const auto row = [](const char* name, const QByteArray& specification, const QStringList& labels,
                            const QStringList& precisions, const QStringList& series) {
            QTest::newRow(name) << specification << labels << precisions << series;
        };
        row("alone", R"({"precision":"FP16, gradients FP32"})", {"FP16, gradients FP32"}, {"FP16, gradients FP32"},
            {"FP16, gradients FP32"});
        row("along a numeric axis",
            R"({"vary":{"precision":["FP32",{"weights":"FP16"}],"optimiser.learningRate":[0.1,0.2]}})",
            {"FP32, learning rate 0.1", "FP32, learning rate 0.2", "FP32, weights FP16, learning rate 0.1",
             "FP32, weights FP16, learning rate 0.2"},
            {"FP32", "FP32", "FP32, weights FP16", "FP32, weights FP16"},
            {"FP32", "FP32", "FP32, weights FP16", "FP32, weights FP16"});
        row("a part of the precision varies too",
            R"({"precision":"FP16","vary":{"precision.gradients":["FP32","BF16"],"clipping.threshold":[1,2]}})",
            {"precision.gradients FP32, threshold 1", "precision.gradients FP32, threshold 2",
             "precision.gradients BF16, threshold 1", "precision.gradients BF16, threshold 2"},
            {"FP16, gradients FP32", "FP16, gradients FP32", "FP16, gradients BF16", "FP16, gradients BF16"},
            {"FP16, gradients FP32", "FP16, gradients FP32", "FP16, gradients BF16", "FP16, gradients BF16"});
        row("a part of the precision is the axis",
            R"({"precision":"FP16, accumulator FP16 chunk 4","vary":{"precision.accumulator.chunk":[8,16]}})",
            {"precision.accumulator.chunk 8", "precision.accumulator.chunk 16"},
            {"FP16, accumulator FP16 chunk 8", "FP16, accumulator FP16 chunk 16"},
            {"FP16, accumulator FP16", "FP16, accumulator FP16"});
        row("too long for a legend",
            R"({"vary":{"precision":["BF16",")" + kLongPolicy.toUtf8() + R"("],"optimiser.learningRate":[0.1,0.2]}})",
            {"BF16, learning rate 0.1", "BF16, learning rate 0.2", "custom precision 2, learning rate 0.1",
             "custom precision 2, learning rate 0.2"},
            {"BF16", "BF16", kLongPolicy, kLongPolicy}, {"BF16", "BF16", "custom precision 2", "custom precision 2"});
    }

    void names() {
        QFETCH(const QByteArray, specification);
        QFETCH(const QStringList, labels);
        QFETCH(const QStringList, precisions);
        QFETCH(const QStringList, series);
        const FigureData data = figureData(doneRuns(specification));
        QStringList seenLabels;
        QStringList seenPrecisions;
        QStringList seenSeries;
        for (const FigureGroup& group : data.groups) {
            seenLabels << group.label;
            seenPrecisions << group.precision;
            seenSeries << group.series;
        }
        QCOMPARE(seenLabels, labels);
        QCOMPARE(seenPrecisions, precisions);
        QCOMPARE(seenSeries, series);
    }

    /// As in the window, which relabels the plan.
    void ownNamesComeFirst() {
        const QTemporaryDir folder;
        ownPolicies().setFolder(folder.path());
        ownPolicies().save(
            "Careful", experiment::parseSpecification(R"({"precision":")" + kLongPolicy.toStdString() + R"("})", "test")
                           .base.precision);
        store::ExperimentResults results = doneRuns(
            R"({"vary":{"optimiser.learningRate":[0.1,0.2],"precision":["BF16",")" + kLongPolicy.toUtf8() + R"("]}})");
        namePolicies(results.plan);
        const FigureData data = figureData(results);
        ownPolicies().setFolder(QString());
        QCOMPARE(data.groups[1].label, QString("learning rate 0.1, Careful"));
        QCOMPARE(data.groups[1].precision, QString("Careful"));
        QCOMPARE(data.groups[1].series, QString("Careful"));
    }
};

QTEST_MAIN(TstFiguresPolicies)
#include "tst_figures_policies.moc"
