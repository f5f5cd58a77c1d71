// SPDX-License-Identifier: GPL-3.0-or-later
// Telemetry of whole runs: when it is taken, that it can be switched off, and that it changes no result.
#include <QTest>

#include "core/experiment/plan.h"
#include "core/experiment/run_execution.h"
#include "core/experiment/telemetry_recorder.h"
#include "small_experiment.h"
#include "synthetic_inputs.h"

using namespace roundoff;
using namespace roundoff::experiment;

namespace {

class Listener final : public RunObserver {
public:
    void onStep(const MetricPoint&) override {}
    void onEpoch(const EpochResult&) override {}
    void onTelemetry(const nn::TelemetrySample& sample) override { samples.push_back(sample); }

    std::vector<nn::TelemetrySample> samples;
};

std::shared_ptr<const RunResult> execute(const RunSpec& spec, Listener& listener) {
    test::SyntheticInputs inputs;
    PlannedRun run;
    run.id = runId(spec);
    run.spec = spec;
    const runtime::RunControl control;
    return executeRun(run, inputs, control, listener);
}

} // namespace

class TestTelemetryRecorder : public QObject {
    Q_OBJECT

private slots:
    // Two epochs of 96 images in batches of 10: 20 steps.
    void oneLookAStride_data() {
        QTest::addColumn<int>("stride");
        QTest::addColumn<int>("looks");
        QTest::newRow("every step") << 1 << 20;
        QTest::newRow("every third") << 3 << 7; // Steps 1, 4, ..., 19.
        QTest::newRow("only the first") << 100 << 1;
        QTest::newRow("off") << 0 << 0;
    }
    void oneLookAStride() {
        QFETCH(int, stride);
        QFETCH(int, looks);
        RunSpec spec = test::smallExperiment().base;
        spec.training.telemetryStride = stride;
        Listener listener;
        const auto result = execute(spec, listener);
        QCOMPARE(static_cast<int>(listener.samples.size()), looks);
        QVERIFY(result->telemetry == listener.samples);
        for (int i = 0; i < looks; ++i) {
            const nn::TelemetrySample& sample = result->telemetry[static_cast<std::size_t>(i)];
            QCOMPARE(sample.step, static_cast<std::uint32_t>(1 + i * stride));
            QCOMPARE(sample.epoch, sample.step <= 10 ? 1U : 2U);
            QCOMPARE(sample.sampled, 1U);
            QVERIFY(!sample.roles.empty());
        }
        QCOMPARE(result->exponents.empty(), looks == 0);
    }

    void resultsDoNotDependOnIt() {
        RunSpec spec = test::smallExperiment().base;
        spec.precision = nn::namedPolicy("FP8-E4M3");
        Listener listener;
        spec.training.telemetryStride = 0;
        const auto without = execute(spec, listener);
        spec.training.telemetryStride = 1;
        const auto with = execute(spec, listener);
        QCOMPARE(with->weightsDigest, without->weightsDigest);
        QCOMPARE(with->epochs.back().test.accuracy, without->epochs.back().test.accuracy);
    }

    void longRunsAreThinned() {
        TelemetryRecorder recorder(1);
        constexpr std::uint32_t kSteps = 5 * TelemetryRecorder::kCapacity;
        for (std::uint32_t step = 1; step <= kSteps; ++step) {
            recorder.probeFor(step)->seeGradient(1, 4.0);
            static_cast<void>(recorder.finish(1 + step / 10, step));
        }
        RunResult result;
        recorder.moveInto(result);
        QVERIFY(result.telemetry.size() <= TelemetryRecorder::kCapacity + 1);
        std::uint32_t steps = 0;
        for (const nn::TelemetrySample& sample : result.telemetry) {
            steps += sample.sampled;
            QCOMPARE(sample.layers.front().gradientNorm, 2.0);
        }
        QCOMPARE(steps, kSteps);
    }

    void whatEndedTheRunComesBeforeWhatWasSkipped() {
        TelemetryRecorder recorder(1);
        nn::FirstNonFinite skipped;
        skipped.skipped = true;
        recorder.note(skipped, 3);
        recorder.note(skipped, 4);
        recorder.note({}, 9);
        recorder.note({}, 10);
        RunResult result;
        recorder.moveInto(result);
        QVERIFY(!result.firstNonFinite->skipped);
        QCOMPARE(result.firstNonFinite->step, 9U);
    }

    void aRunThatDivergesSaysWhereAndWhy() {
        RunSpec spec = test::smallExperiment().base;
        spec.precision = nn::namedPolicy("FP16");
        spec.precision.arithmetic = nn::Arithmetic::Stepwise;
        spec.optimiser.kind = nn::OptimiserKind::Adam;
        Listener listener;
        const auto result = execute(spec, listener);
        QVERIFY(result->status == RunStatus::Diverged);
        QVERIFY(result->firstNonFinite.has_value());
        QVERIFY(result->firstNonFinite->operation == nn::TensorOperation::Division);
        QVERIFY(!result->diagnoses.empty());
        QVERIFY(result->diagnoses.front().trouble == Trouble::EpsilonUnderflow);
    }
};

QTEST_APPLESS_MAIN(TestTelemetryRecorder)
#include "tst_telemetry_recorder.moc"
