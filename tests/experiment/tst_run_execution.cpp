// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>

#include <QTest>

#include "core/data/locations.h"
#include "core/experiment/run_execution.h"
#include "core/experiment/spec_json.h"
#include "core/store/file_inputs.h"
#include "tests/experiment/small_experiment.h"
#include "tests/experiment/synthetic_inputs.h"

using namespace roundoff::experiment;
using roundoff::runtime::RunControl;
using roundoff::test::smallExperiment;
using roundoff::test::SyntheticInputs;

namespace {

class Recorder final : public RunObserver {
public:
    void onStep(const MetricPoint& point) override { steps.push_back(point); }
    void onEpoch(const EpochResult& epoch) override { epochs.push_back(epoch); }
    void onTelemetry(const roundoff::nn::TelemetrySample& sample) override { telemetry.push_back(sample); }

    std::vector<MetricPoint> steps;
    std::vector<EpochResult> epochs;
    std::vector<roundoff::nn::TelemetrySample> telemetry;
};

// The small experiment with some fields set.
RunSpec smallRun(const QByteArray& changes) {
    Json json = toJson(smallExperiment().base);
    json.erase("fold");
    const Json fields = Json::parse(changes.toStdString());
    for (const auto& [path, value] : fields.items()) {
        setAtPath(json, path, value);
    }
    return specificationFromJson(json).base;
}

std::shared_ptr<const RunResult> execute(const RunSpec& spec, Inputs& inputs, RunObserver& observer) {
    PlannedRun run;
    run.id = runId(spec);
    run.spec = spec;
    const RunControl control;
    return executeRun(run, inputs, control, observer);
}

std::shared_ptr<const RunResult> execute(const RunSpec& spec) {
    SyntheticInputs inputs;
    Recorder recorder;
    return execute(spec, inputs, recorder);
}

} // namespace

class TestRunExecution : public QObject {
    Q_OBJECT

private slots:
    void learnsMnist_data();
    void learnsMnist();
    void learnsTheQuadrants_data();
    void learnsTheQuadrants();
    void observerHearsEverything();
    void epochSumsUpItsSteps();
    void recordsEveryStep();
    void lossScaleFallsUntilItFits();
    void staticScaleThatIsTooLargeSkipsAll();
    void validatesOnTheFold();
    void startsFromGivenWeights();
    void resultDependsOn_data();
    void resultDependsOn();
    void deploymentThatChangesNothing_data();
    void deploymentThatChangesNothing();
    void deploymentOfOtherOverflow();
    void activationsOfEveryPolicyCanBeDeployed_data();
    void activationsOfEveryPolicyCanBeDeployed();
    void fineDeploymentKeepsAccuracy();
    void zeroWeightsGuess();
    void divergingIsAResult_data();
    void divergingIsAResult();
    void missingInputsFail_data();
    void missingInputsFail();
    void stoppedBeforeItBegins();
    void nativeTimes_data();
    void nativeTimes();
};

void TestRunExecution::learnsMnist_data() {
    QTest::addColumn<QByteArray>("precision");
    QTest::newRow("FP32") << QByteArray("FP32");
    QTest::newRow("FP16") << QByteArray("FP16");
}

/// A tenth of MNIST, two epochs, one small layer: published results of such networks on all of MNIST are above 95 %.
void TestRunExecution::learnsMnist() {
    QFETCH(const QByteArray, precision);
    RunSpec spec;
    spec.dataset.trainLimit = 6'000;
    spec.network.hidden = {32};
    spec.training.epochs = 2;
    spec.precision = roundoff::nn::namedPolicy(precision.toStdString());
    roundoff::store::FileInputs inputs(roundoff::data::dataSearchPath());
    Recorder recorder;
    const auto result = execute(spec, inputs, recorder);
    QVERIFY2(result->status == RunStatus::Done, result->reason.c_str());
    const double accuracy = result->epochs.back().test.accuracy;
    QVERIFY2(accuracy > 0.85 && accuracy < 0.99, qPrintable(QString::number(accuracy)));
}

void TestRunExecution::learnsTheQuadrants_data() {
    QTest::addColumn<QByteArray>("changes");
    for (const char* changes :
         {R"({})", R"({"precision":"FP64"})", R"({"precision":"FP16"})", R"({"precision":"BF16"})",
          R"({"precision":"AMP-FP16"})", R"({"precision":"AMP-BF16"})",
          R"({"optimiser":{"kind":"adam","learningRate":0.01}})",
          R"({"optimiser":{"kind":"adamw","learningRate":0.01}})", R"({"network.activation":"tanh"})",
          R"({"network.activation":"sigmoid","optimiser.learningRate":0.3})", R"({"network.hidden":[]})",
          R"({"network.hidden":[8,8,8]})", R"({"training.loss":"mean-squared-error"})",
          R"({"clipping":{"kind":"norm","threshold":0.5}})", R"({"clipping":{"kind":"value","threshold":0.01}})",
          R"({"training.shuffle":false})", R"({"dataset.normalise":"unit"})",
          R"({"lossScaling":{"kind":"static","scale":1024}})",
          R"({"precision":{"weights":"FP16","rounding":"stochastic"}})"}) {
        QTest::newRow(changes) << QByteArray(changes);
    }
}

/// The classes can be told apart by their brightest quadrant: nearly all test images are to be right. Guessing gives a
/// quarter.
void TestRunExecution::learnsTheQuadrants() {
    QFETCH(const QByteArray, changes);
    RunSpec spec = smallRun(changes);
    spec.training.epochs = 10;
    const auto result = execute(spec);
    QVERIFY2(result->status == RunStatus::Done, result->reason.c_str());
    QCOMPARE(result->epochs.size(), std::size_t{10});
    QVERIFY2(result->epochs.back().test.accuracy >= 0.9,
             qPrintable(QString::number(result->epochs.back().test.accuracy)));
    QVERIFY(result->epochs.back().training.loss < result->epochs.front().training.loss);
}

void TestRunExecution::observerHearsEverything() {
    SyntheticInputs inputs;
    Recorder recorder;
    const auto result = execute(smallRun("{}"), inputs, recorder);
    QCOMPARE(recorder.steps.size(), std::size_t{20}); // 96 images in batches of 10, twice.
    for (std::size_t i = 0; i < recorder.steps.size(); ++i) {
        QCOMPARE(recorder.steps[i].step, static_cast<std::uint32_t>(i + 1));
        QCOMPARE(recorder.steps[i].epoch, static_cast<std::uint32_t>(i / 10 + 1));
        QCOMPARE(recorder.steps[i].merged, 1U);
        QVERIFY(recorder.steps[i].loss > 0.0 && recorder.steps[i].gradientNorm > 0.0);
    }
    QVERIFY(recorder.epochs == result->epochs);
}

/// The last of the ten batches has 6 images, the others 10: its loss counts for less.
void TestRunExecution::epochSumsUpItsSteps() {
    SyntheticInputs inputs;
    Recorder recorder;
    const auto result = execute(smallRun(R"({"clipping":{"kind":"norm","threshold":1.0}})"), inputs, recorder);
    double loss = 0.0;
    double norm = 0.0;
    double clipped = 0.0;
    for (std::size_t i = 0; i < 10; ++i) {
        loss += recorder.steps[i].loss * (i == 9 ? 6.0 : 10.0) / 96.0;
        norm += recorder.steps[i].gradientNorm / 10.0;
        clipped += recorder.steps[i].clippedFraction / 10.0;
    }
    const EpochResult& epoch = result->epochs.front();
    QVERIFY(std::fabs(epoch.training.loss - loss) < 1e-12);
    QVERIFY(std::fabs(epoch.gradientNorm - norm) < 1e-12);
    QVERIFY(std::fabs(epoch.clippedFraction - clipped) < 1e-12);
    QVERIFY(clipped > 0.0);
}

void TestRunExecution::recordsEveryStep() {
    SyntheticInputs inputs;
    Recorder recorder;
    const auto result = execute(smallRun(R"({"clipping":{"kind":"value","threshold":0.01}})"), inputs, recorder);
    QCOMPARE(result->steps.size(), std::size_t{20});
    QVERIFY(result->steps == recorder.steps);
}

/// A network that has learned nothing gives some image's right class a probability below 3/8, and so a gradient of more
/// than 0.625 / 10 times the scale in a batch of 10. At 2^24 to 2^20, five steps, that is 65536 and more: no FP16.
void TestRunExecution::lossScaleFallsUntilItFits() {
    const auto result = execute(
        smallRun(R"({"precision":"AMP-FP16","lossScaling":{"kind":"dynamic","scale":16777216}})"));
    QVERIFY2(result->status == RunStatus::Done, result->reason.c_str());
    QCOMPARE(result->steps.size(), std::size_t{20});
    double expected = 16777216.0;
    std::size_t overflows = 0;
    for (std::size_t i = 0; i < result->steps.size(); ++i) {
        const MetricPoint& step = result->steps[i];
        QVERIFY2(step.lossScale == expected, qPrintable(QString("step %1").arg(i + 1)));
        QCOMPARE(std::isfinite(step.gradientNorm), step.skipped == 0);
        QVERIFY(i >= 5 || step.skipped == 1);
        overflows += step.skipped;
        expected *= step.skipped == 1 ? 0.5 : 1.0; // Twenty steps are too few to grow.
    }
    QVERIFY(overflows < 15); // And then it fits: the last epoch trains.
    QCOMPARE(static_cast<std::size_t>(result->epochs[0].skippedSteps + result->epochs[1].skippedSteps), overflows);
    QVERIFY(result->epochs[1].lossScale == expected);
}

/// No step is taken, and nothing is learned.
void TestRunExecution::staticScaleThatIsTooLargeSkipsAll() {
    const auto trained = execute(
        smallRun(R"({"precision":"AMP-FP16","lossScaling":{"kind":"static","scale":1073741824}})"));
    QVERIFY2(trained->status == RunStatus::Done, trained->reason.c_str());
    for (const MetricPoint& step : trained->steps) {
        QVERIFY(step.skipped == 1 && step.lossScale == 1073741824.0);
    }
    QCOMPARE(trained->epochs[1].skippedSteps, std::int64_t{10});
    QVERIFY(trained->epochs[1].lossScale == 1073741824.0);
    QVERIFY(trained->epochs[0].test == trained->epochs[1].test);
}

void TestRunExecution::validatesOnTheFold() {
    RunSpec spec = smallRun("{}");
    spec.fold = {0, 4};
    SyntheticInputs inputs;
    Recorder recorder;
    const auto result = execute(spec, inputs, recorder);
    QCOMPARE(recorder.steps.size(), std::size_t{2 * 8}); // 72 images in batches of 10.
    const Evaluation validation = result->epochs.back().validation.value();
    const double right = validation.accuracy * 24.0;
    QVERIFY(std::fabs(right - std::round(right)) < 1e-9); // A fraction of the 24 images that were held out.
    QVERIFY(validation.loss > 0.0);
    QVERIFY(!execute(smallRun("{}"))->epochs.back().validation);
}

void TestRunExecution::startsFromGivenWeights() {
    roundoff::nn::WeightSnapshot start;
    start.tensors = {{"layer1.weight", {8, 36}, std::vector<double>(288, 0.25)},
                     {"layer1.bias", {8}, std::vector<double>(8, -0.5)},
                     {"layer2.weight", {4, 8}, std::vector<double>(32, 0.125)},
                     {"layer2.bias", {4}, std::vector<double>(4, 0.5)}};
    SyntheticInputs inputs;
    inputs.addWeights("start", start);
    Recorder recorder;
    // Steps too small to be seen next to the weights.
    const auto result = execute(smallRun(R"({"training.initialWeights":"start","optimiser.learningRate":1e-20})"),
                                inputs, recorder);
    QVERIFY(result->status == RunStatus::Done);
    QVERIFY(*result->weights.load() == start);
}

void TestRunExecution::resultDependsOn_data() {
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<bool>("same");
    const auto row = [](const char* changes, bool same) { QTest::newRow(changes) << QByteArray(changes) << same; };
    row(R"({})", true);
    row(R"({"deployments":[{"format":"FP16"}]})", true); // They come after training.
    row(R"({"training.seed":2})", false);
    row(R"({"training.shuffle":false})", false);
    row(R"({"training.batchSize":11})", false);
    row(R"({"precision":"TF32"})", false);
    row(R"({"precision":{"rounding":"toward-zero"}})", true); // FP32 is what the container does by itself.
    row(R"({"precision":{"weights":"FP16","rounding":"toward-zero"}})", false);
    row(R"({"optimiser.momentum":0.8})", false);
    row(R"({"optimiser.beta1":0.8})", true);     // Adam's.
    row(R"({"clipping.threshold":1e-3})", true); // Nothing is clipped.
    row(R"({"clipping":{"kind":"norm","threshold":1e9}})", true);
    row(R"({"clipping":{"kind":"norm","threshold":1e-3}})", false);
}

void TestRunExecution::resultDependsOn() {
    QFETCH(const QByteArray, changes);
    QFETCH(const bool, same);
    QCOMPARE(execute(smallRun(changes))->weightsDigest == execute(smallRun("{}"))->weightsDigest, same);
}

void TestRunExecution::deploymentThatChangesNothing_data() {
    QTest::addColumn<QByteArray>("changes");
    for (
        const char* changes :
        {R"({"deployments":[{"format":"FP64"}]})", R"({"precision":"FP64","deployments":[{"format":"FP64"}]})",
         R"({"precision":"FP16","deployments":[{"format":"FP16"}]})",
         R"({"precision":"FP16","deployments":[{"format":"FP16","scope":"weights-and-activations"}]})",
         R"({"precision":"FP8-E5M2","deployments":[{"format":"FP32"}]})",
         // The network stays what it was trained as, layer by layer.
         R"({"precision":{"layers":{"layer1":{"activations":"FP4-E2M1"}}},"deployments":[{"format":"FP32"}]})",
         R"({"precision":{"layers":{"layer2":{"weights":"FP4-E2M1","activations":"FP8-E5M2"}}},"deployments":[{"format":"FP32"}]})"}) {
        QTest::newRow(changes) << QByteArray(changes);
    }
}

void TestRunExecution::deploymentThatChangesNothing() {
    QFETCH(const QByteArray, changes);
    const auto result = execute(smallRun(changes));
    QVERIFY2(result->status == RunStatus::Done, result->reason.c_str());
    const DeploymentResult& deployed = result->deployments.front();
    QVERIFY(deployed.test == result->epochs.back().test);
    QVERIFY(deployed.accuracyChange == 0.0);
    QVERIFY(deployed.error.maxAbsError == 0.0);
}

/// FP8-E4M3, in which the run trains, has no infinity; the deployment's format does.
void TestRunExecution::deploymentOfOtherOverflow() {
    const auto result = execute(smallRun(
        R"({"precision":"FP8-E4M3","deployments":[{"format":"FP16","overflow":"infinity","scope":"weights-and-activations"}]})"));
    QVERIFY2(result->status == RunStatus::Done, result->reason.c_str());
    QCOMPARE(result->deployments.size(), std::size_t{1});
}

void TestRunExecution::activationsOfEveryPolicyCanBeDeployed_data() {
    QTest::addColumn<QByteArray>("precision");
    QTest::newRow("stepwise") << QByteArray(R"({"arithmetic":"stepwise"})");
    QTest::newRow("narrow accumulator without infinity") << QByteArray(R"({"accumulator":"FP8-E4M3"})");
    QTest::newRow("accumulator that saturates by policy")
        << QByteArray(R"({"accumulator":"FP8-E4M3","overflow":"saturate"})");
    QTest::newRow("accumulator of one layer") << QByteArray(R"({"layers":{"layer2":{"accumulator":"FP16"}}})");
    QTest::newRow("shared scales") << QByteArray(R"("INT8-SYM-CHANNEL")");
    QTest::newRow("FP64") << QByteArray(R"("FP64")");
}

/// A specification that is accepted is not to fail after its training.
void TestRunExecution::activationsOfEveryPolicyCanBeDeployed() {
    QFETCH(const QByteArray, precision);
    SyntheticInputs inputs;
    Recorder recorder;
    const QByteArray deployments = R"([{"format":"INT8-SYM","scope":"weights-and-activations"},
        {"format":"FP16","overflow":"infinity","scope":"weights-and-activations"},
        {"format":"MXFP8-E4M3","scope":"weights-and-activations"},
        {"format":"FIXED12.8","scope":"weights-and-activations"},
        {"format":"DEC2","rounding":"stochastic","scope":"weights-and-activations"}])";
    const auto result = execute(smallRun(R"({"precision":)" + precision + R"(,"deployments":)" + deployments + "}"),
                                inputs, recorder);
    QVERIFY2(result->status == RunStatus::Done, result->reason.c_str());
    QCOMPARE(result->deployments.size(), std::size_t{5});
}

void TestRunExecution::fineDeploymentKeepsAccuracy() {
    RunSpec spec = smallRun(R"({"deployments":[{"format":"DEC3"}]})");
    spec.training.epochs = 10;
    const auto result = execute(spec);
    QVERIFY(result->deployments[0].error.maxAbsError > 0.0);
    QVERIFY(result->deployments[0].test.accuracy >= 0.9);
}

/// Steps too small to matter leave the weights in (-1, 1), where Kaiming's start puts them. Truncated to whole numbers
/// they are all zero, and every image is taken for class 0, which a quarter of them are.
void TestRunExecution::zeroWeightsGuess() {
    const auto result = execute(
        smallRun(R"({"optimiser.learningRate":1e-20,"deployments":[{"format":"DEC0","rounding":"toward-zero"}]})"));
    const DeploymentResult& deployed = result->deployments.front();
    QCOMPARE(deployed.error.distinctValues, std::size_t{1});
    QVERIFY(deployed.test.accuracy == 0.25);
    QVERIFY(deployed.accuracyChange == 0.25 - result->epochs.back().test.accuracy);
}

void TestRunExecution::divergingIsAResult_data() {
    QTest::addColumn<QByteArray>("precision");
    QTest::newRow("FP16") << QByteArray("FP16");
    QTest::newRow("FP32") << QByteArray("FP32");
}

void TestRunExecution::divergingIsAResult() {
    QFETCH(const QByteArray, precision);
    RunSpec spec = smallRun(R"({"optimiser.learningRate":1e30,"deployments":[{"format":"FP16"}]})");
    spec.precision = roundoff::nn::namedPolicy(precision.toStdString());
    const auto result = execute(spec);
    QVERIFY(result->status == RunStatus::Diverged);
    QVERIFY2(result->reason.starts_with("the loss became ") &&
                 result->reason.find("in epoch 1, step ") != std::string::npos,
             result->reason.c_str());
    QVERIFY(result->weights != nullptr && !result->weightsDigest.empty());
    QVERIFY(result->deployments.empty());
}

void TestRunExecution::missingInputsFail_data() {
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("data set") << QByteArray(R"({"dataset.directory":"/nowhere"})")
                              << QByteArray("/nowhere: there is no such folder");
    QTest::newRow("weights") << QByteArray(R"({"training.initialWeights":"none"})")
                             << QByteArray("none: there is no such file");
}

void TestRunExecution::missingInputsFail() {
    QFETCH(const QByteArray, changes);
    QFETCH(const QByteArray, reason);
    const RunSpec spec = smallRun(changes);
    const auto result = execute(spec);
    QVERIFY(result->status == RunStatus::Failed);
    QCOMPARE(QByteArray::fromStdString(result->reason), reason);
    QCOMPARE(result->id, runId(spec));
    QVERIFY(result->epochs.empty() && result->weights == nullptr && result->weightsDigest.empty());
}

void TestRunExecution::stoppedBeforeItBegins() {
    PlannedRun run;
    run.spec = smallRun("{}");
    SyntheticInputs inputs;
    Recorder recorder;
    RunControl control;
    control.requestStop();
    const auto result = executeRun(run, inputs, control, recorder);
    QVERIFY(result->status == RunStatus::Stopped);
    QVERIFY(result->epochs.empty() && recorder.steps.empty());
    QVERIFY(result->weights != nullptr); // The initial ones.
    QCOMPARE(result->reason, std::string());
}

/// "A time is labelled native (the CPU computed in that format) or emulated" (DESIGN.md, section 3).
void TestRunExecution::nativeTimes_data() {
    QTest::addColumn<QByteArray>("changes");
    QTest::addColumn<bool>("native");
    const auto row = [](const char* changes, bool native) { QTest::newRow(changes) << QByteArray(changes) << native; };
    row(R"({"precision":"FP64"})", true);
    row(R"({"precision":"FP32"})", true);
    row(R"({"precision":"FP16"})", false);
    row(R"({"precision":"AMP-FP16"})", false);
    row(R"({"precision":{"activations":"BF16"}})", false);
}

void TestRunExecution::nativeTimes() {
    QFETCH(const QByteArray, changes);
    QFETCH(const bool, native);
    QCOMPARE(execute(smallRun(changes))->nativeTime, native);
}

QTEST_GUILESS_MAIN(TestRunExecution)
#include "tst_run_execution.moc"
