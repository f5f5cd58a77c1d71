// SPDX-License-Identifier: GPL-3.0-or-later
// Diagnoses of made-up runs. Limits of formats are those of IEEE 754 and OCP's tables: FP16 from 2^-24 to 65504,
// FP8-E4M3 from 2^-9 to 448, FP8-E5M2 to 57344; shares and scales are worked out by hand.
#include <algorithm>
#include <array>
#include <vector>

#include <QTest>

#include "core/experiment/diagnosis.h"
#include "tests/experiment/made_up_runs.h"

using namespace roundoff;
using namespace roundoff::experiment;
using nn::Role;
using nn::TensorOperation;
using roundoff::test::MadeUpRun;
using roundoff::test::madeUpSpec;

namespace {

constexpr const char* kFp16 = R"("precision":"FP16")";
constexpr const char* kFp16Adam = R"("precision":"FP16","optimiser":{"kind":"adam","learningRate":0.001})";
constexpr const char* kStepwiseAdam =
    R"("precision":{"weights":"FP16","activations":"FP16","gradients":"FP16","activationGradients":"FP16",
       "optimiserState":"FP16","arithmetic":"stepwise"},"optimiser":{"kind":"adam","learningRate":0.001})";
constexpr const char* kFp16Masters =
    R"("precision":{"weights":"FP16","masterWeights":"FP32","activations":"FP16","gradients":"FP16",
       "activationGradients":"FP16"},"lossScaling":{"kind":"none"})";
constexpr const char*
    kSaturatingE4M3 = R"("precision":{"weights":"FP8-E4M3","activations":"FP8-E4M3","overflow":"saturate"})";
constexpr const char* kFp16Accumulator = R"("precision":{"accumulator":"FP16"})";
constexpr const char* kE5M2InChunks = R"("precision":{"accumulator":{"format":"FP8-E5M2","chunk":64}})";

nn::FirstNonFinite found(std::uint32_t step, int layer, Role role, TensorOperation operation, bool rounding) {
    return {1, step, layer, role, operation, false, rounding, false};
}

nn::RoundingCounts underflowed(std::uint64_t values, std::uint64_t underflows, std::uint64_t zeros) {
    return {.values = values, .underflowed = underflows, .zero = zeros};
}

// 90 % of the gradients below 2^-24; to bring 95 % up there takes a factor of 2^6.
MadeUpRun losingGradients(MadeUpRun run) {
    return run.saw(1, Role::ActivationGradients, underflowed(1000, 720, 200))
        .histogramOf(1, Role::ActivationGradients, {{-30, 60}, {-26, 30}, {-20, 10}});
}

MadeUpRun growing(MadeUpRun run) {
    for (std::size_t i = 190; i < 199; ++i) {
        run.steps[i].gradientNorm = std::pow(10.0, static_cast<double>(i) - 192.0);
    }
    return run;
}

MadeUpRun everySecondSkipped(MadeUpRun run) {
    for (std::size_t i = 0; i < run.steps.size(); i += 2) {
        run.steps[i].skipped = 1;
    }
    return run;
}

struct Case {
    const char* name;
    const char* spec;
    RunResult result;
    const char* trouble; ///< The first; none for a run that should have no word said about it.
    const char* what = "";
    const char* advice = "";
};

std::vector<Case> ofEpsilon() {
    auto divided = found(12, 2, Role::OptimiserState, TensorOperation::Division, false);
    divided.nan = true;
    return {{"epsilon is zero, and divides", kStepwiseAdam, MadeUpRun::diverging().first(divided), "epsilon-underflow",
             "Adam's epsilon 1e-8 is 0 in FP16; from step 12 (epoch 1) on, layer 2 divides by zero.",
             "Keep the optimiser state in FP32 or use epsilon 1e-4."},
            {"epsilon is zero, and it learned", kStepwiseAdam, MadeUpRun::learning(), "epsilon-underflow",
             "Adam's epsilon 1e-8 is 0 in FP16; wherever the second moment is zero, a step divides by zero.",
             "Keep the optimiser state in FP32 or use epsilon 1e-4."},
            {"no epsilon", R"("optimiser":{"kind":"adam","epsilon":0})", MadeUpRun::diverging().first(divided),
             "epsilon-underflow", "Adam's epsilon is 0; from step 12 (epoch 1) on, layer 2 divides by zero.",
             "Use epsilon 1e-8."},
            {"second moments are lost", kFp16Adam,
             MadeUpRun::stalling().saw(1, Role::OptimiserState, underflowed(100, 20, 0)), "epsilon-underflow",
             "In layer 1, 20 % of the optimiser state became zero in FP16; where the second moment did, a step is "
             "divided by Adam's epsilon 1e-8 alone and becomes far too long.",
             "Keep the optimiser state in FP32 or use epsilon 1e-4."},
            {"second moments are lost in FP8: no useful epsilon would do",
             R"("precision":"FP8-E4M3","optimiser":{"kind":"adam"})",
             MadeUpRun::stalling().saw(1, Role::OptimiserState, underflowed(100, 20, 0)), "epsilon-underflow",
             "In layer 1, 20 % of the optimiser state became zero in FP8-E4M3; where the second moment did, a step is "
             "divided by Adam's epsilon 1e-8 alone and becomes far too long.",
             "Keep the optimiser state in FP32."},
            {"second moments are lost, but it learned", kFp16Adam,
             MadeUpRun::learning().saw(1, Role::OptimiserState, underflowed(100, 20, 0)), nullptr},
            {"epsilon holds in fused arithmetic", kFp16Adam, MadeUpRun::learning(), nullptr}};
}

std::vector<Case> ofRanges() {
    const auto product = found(7, 2, Role::Activations, TensorOperation::Product, true);
    return {
        {"activations overflow", kFp16, MadeUpRun::diverging().first(product), "activation-overflow",
         "In step 7 (epoch 1) the first infinity appeared: in the activations of layer 2, in the product of inputs and "
         "weights, by rounding to FP16, whose largest value is 65504.",
         "Keep the activations in a format with a larger range, such as BF16, or let overflow saturate."},
        {"activations overflow, and were counted", kFp16,
         MadeUpRun::diverging().first(product).saw(2, Role::Activations, {.values = 1000, .overflowed = 42}),
         "activation-overflow",
         "In step 7 (epoch 1) the first infinity appeared: in the activations of layer 2, in the product of inputs and "
         "weights, by rounding to FP16, whose largest value is 65504. Of all values looked at there, 4.2 % were beyond "
         "it.",
         "Keep the activations in a format with a larger range, such as BF16, or let overflow saturate."},
        {"activations overflow, and only counts tell", kFp16,
         MadeUpRun::stalling().saw(2, Role::Activations, {.values = 1000, .overflowed = 1}), "activation-overflow",
         "0.1 % of the activations of layer 2 were beyond the largest value of FP16, 65504; first seen in step 51 "
         "(epoch "
         "1).",
         "Keep the activations in a format with a larger range, such as BF16, or let overflow saturate."},
        {"activations saturate", kSaturatingE4M3,
         MadeUpRun::stalling()
             .saw(1, Role::Activations, {.values = 1000})
             .saw(1, Role::Activations, {.values = 1000, .saturated = 60}),
         "activation-overflow",
         "3 % of the activations of layer 1 were beyond the largest value of FP8-E4M3, 448, and were set to it; first "
         "seen in step 101 (epoch 2).",
         "Keep the activations in a format with a larger range, such as FP8-E5M2, or try a smaller learning rate than "
         "0.01."},
        {"activations saturate a little, and it learned", kSaturatingE4M3,
         MadeUpRun::learning().saw(1, Role::Activations, {.values = 1000, .saturated = 30}), nullptr},
        {"scales of the tensor saturate by design", R"("precision":"MXFP4")",
         MadeUpRun::learning().saw(1, Role::Activations, {.values = 1000, .saturated = 100}), nullptr},
        {"gradients overflow", kFp16,
         MadeUpRun::diverging().first(found(9, 1, Role::Gradients, TensorOperation::WeightGradient, true)),
         "gradient-overflow",
         "In step 9 (epoch 1) the first infinity appeared: in the gradients of layer 1, in the gradient of the "
         "weights, "
         "by rounding to FP16, whose largest value is 65504.",
         "Keep the gradients in a format with a larger range, such as BF16, or use dynamic loss scaling, which skips "
         "such steps."},
        {"squares of gradients overflow", kFp16Adam,
         MadeUpRun::diverging().first(found(9, 1, Role::OptimiserState, TensorOperation::SecondMoment, true)),
         "gradient-overflow",
         "In step 9 (epoch 1) the first infinity appeared: in the optimiser state of layer 1, in the second moment, by "
         "rounding to FP16, whose largest value is 65504.",
         "Keep the optimiser state in a format with a larger range, such as BF16, or try a smaller learning rate than "
         "0.001."},
        {"weights overflow", kFp16,
         MadeUpRun::diverging().first(found(9, 1, Role::Weights, TensorOperation::Update, true)), "weight-overflow",
         "In step 9 (epoch 1) the first infinity appeared: in the weights of layer 1, in the update of the weights, by "
         "rounding to FP16, whose largest value is 65504.",
         "Keep the weights in a format with a larger range, such as BF16, or try a smaller learning rate than 0.01."},
        {"steps grow", R"("optimiser":{"learningRate":10})", growing(MadeUpRun::diverging()), "weight-overflow",
         "Training blew up: the norm of the gradients rose from 0.5 in the first step to 1e6 in step 199.",
         "Try a smaller learning rate than 10, or clip the norm of the gradients at 0.5."},
        {"steps grow though they are clipped", R"("optimiser":{"learningRate":10},"clipping":{"kind":"norm"})",
         growing(MadeUpRun::diverging()), "weight-overflow",
         "Training blew up: the norm of the gradients rose from 0.5 in the first step to 1e6 in step 199.",
         "Try a smaller learning rate than 10."},
        {"arithmetic of FP32 overflows", "",
         MadeUpRun::diverging().first(found(7, 2, Role::Activations, TensorOperation::Product, false)),
         "activation-overflow",
         "In step 7 (epoch 1) the first infinity appeared: in the activations of layer 2, in the product of inputs and "
         "weights, by the arithmetic itself, before any rounding.",
         "Try a smaller learning rate than 0.01."},
    };
}

std::vector<Case> ofGradients() {
    const char*
        lost = "90 % of the activation gradients of layer 1 became zero, because FP16 has nothing between 0 and "
               "2^-24.";
    return {
        {"gradients underflow", kFp16, losingGradients(MadeUpRun::stalling()), "gradient-underflow", lost,
         "Scale the loss, dynamically or by 64, with which 100 % of them would be large enough, together with master "
         "weights in FP32, so that they stay so when the scale is divided out; or keep them in a format with smaller "
         "values, such as BF16."},
        {"gradients underflow, with master weights", kFp16Masters, losingGradients(MadeUpRun::stalling()),
         "gradient-underflow", lost,
         "Scale the loss, dynamically or by 64, with which 100 % of them would be large enough; or keep them in a "
         "format with smaller values, such as BF16."},
        {"gradients underflow, with a scale", R"("precision":"FP16","lossScaling":{"kind":"static","scale":1024})",
         losingGradients(MadeUpRun::stalling()), "gradient-underflow", lost,
         "Scale the loss by 65536 instead of 1024, with which 100 % of them would be large enough; or keep them in a "
         "format with smaller values, such as BF16."},
        {"gradients underflow, with dynamic scaling", R"("precision":"AMP-FP16")",
         losingGradients(MadeUpRun::stalling()), "gradient-underflow", lost,
         "Keep the activation gradients in a format with smaller values, such as BF16."},
        {"gradients underflow, but others leave no room", kFp16,
         losingGradients(MadeUpRun::stalling()).histogramOf(2, Role::Gradients, {{14, 1}}), "gradient-underflow", lost,
         "Keep the activation gradients in a format with smaller values, such as BF16."},
        {"the last per cent of the gradients need no scale", kFp16,
         MadeUpRun::stalling()
             .saw(1, Role::Gradients, underflowed(100, 60, 0))
             .histogramOf(1, Role::Gradients, {{-40, 4}, {-26, 96}}),
         "gradient-underflow",
         "60 % of the gradients of layer 1 became zero, because FP16 has nothing between 0 and 2^-24.",
         "Scale the loss, dynamically or by 4, with which 96 % of them would be large enough, together with master "
         "weights in FP32, so that they stay so when the scale is divided out; or keep them in a format with smaller "
         "values, such as BF16."},
        {"gradients underflow in decimals", R"("precision":{"gradients":"DEC2"})",
         MadeUpRun::stalling().saw(2, Role::Gradients, underflowed(1000, 700, 0)), "gradient-underflow",
         "70 % of the gradients of layer 2 became zero, because DEC2 has nothing between 0 and 0.01.",
         "Keep the gradients in a format with smaller values, such as BF16."},
        {"gradients underflow in a block format", R"("precision":{"gradients":"MXFP4"})",
         MadeUpRun::stalling().saw(2, Role::Gradients, underflowed(1000, 999, 0)), "gradient-underflow",
         "99.9 % of the gradients of layer 2 became zero in MXFP4.",
         "Keep the gradients in a wider format, such as FP32."},
        {"half of the gradients underflow, but it learned", kFp16,
         MadeUpRun::learning().saw(1, Role::Gradients, underflowed(1000, 500, 0)), nullptr},
        {"subnormals are flushed", R"("precision":{"gradients":"FP16","subnormals":"flush"})",
         MadeUpRun::stalling().saw(1, Role::Gradients, underflowed(1000, 500, 0)), "gradient-underflow",
         "50 % of the gradients of layer 1 became zero, because FP16 has nothing between 0 and 2^-14.",
         "Keep the gradients in a format with smaller values, such as BF16."},
        {"the scale falls to the end", R"("precision":"AMP-FP16")", MadeUpRun::stalling().skipped(30, 65536),
         "loss-scale-collapse",
         "Since step 171 every step was skipped, because gradients were infinite or NaN; the loss scale fell from "
         "65536 "
         "to 2^-13.",
         "No scale helps, because it overflows at any: try a smaller learning rate than 0.01, or a format with a "
         "larger "
         "range for the activations and their gradients, such as BF16."},
        {"the scale falls, and no format has more range", R"("precision":"AMP-BF16")",
         MadeUpRun::stalling().skipped(30, 65536), "loss-scale-collapse",
         "Since step 171 every step was skipped, because gradients were infinite or NaN; the loss scale fell from "
         "65536 "
         "to 2^-13.",
         "No scale helps, because it overflows at any: try a smaller learning rate than 0.01."},
        {"the static scale is too large", R"("precision":"FP16","lossScaling":{"kind":"static","scale":1048576})",
         everySecondSkipped(MadeUpRun::learning()), "loss-scale-collapse",
         "50 % of the steps were skipped, because gradients, scaled by 2^20, were infinite or NaN.",
         "Use a smaller loss scale than 2^20, or dynamic loss scaling."},
        {"a scale comes down from where it began", R"("precision":"AMP-FP16")",
         MadeUpRun::learning().skipped(10, 65536), nullptr},
    };
}

std::vector<Case> ofUpdates() {
    const nn::LayerTelemetry swallowed{.layer = 1, .updates = 1000, .swallowed = 930};
    const nn::LayerTelemetry half{.layer = 1, .updates = 1000, .swallowed = 600};
    const char* inBf16 = "93 % of the updates of layer 1 changed nothing: the steps are too small for the weights in "
                         "BF16.";
    return {
        {"updates are swallowed, but it learned", R"("precision":"BF16")", MadeUpRun::learning().saw(swallowed),
         "swallowed-updates", inBf16,
         "Keep master weights in FP32, round the weights stochastically, or try a larger learning rate than 0.01."},
        {"some updates are swallowed, but it learned", R"("precision":"BF16")", MadeUpRun::learning().saw(half),
         nullptr},
        {"updates are swallowed at random by design", R"("precision":"BF16-SR")", MadeUpRun::learning().saw(swallowed),
         nullptr},
        {"updates are swallowed at random, and it stalls", R"("precision":"BF16-SR")",
         MadeUpRun::stalling().saw(swallowed), "swallowed-updates", inBf16,
         "Keep master weights in FP32, or try a larger learning rate than 0.01."},
        {"updates are swallowed in FP32", R"("optimiser":{"learningRate":1e-9})", MadeUpRun::stalling().saw(swallowed),
         "swallowed-updates",
         "93 % of the updates of layer 1 changed nothing: the steps are too small for the weights in FP32.",
         "Try a larger learning rate than 1e-9."},
        {"master weights swallow them", R"("precision":{"masterWeights":"BF16"})", MadeUpRun::stalling().saw(swallowed),
         "swallowed-updates",
         "93 % of the updates of layer 1 changed nothing: the steps are too small for the master weights in BF16.",
         "Keep master weights in FP32, round the master weights stochastically, or try a larger learning rate than "
         "0.01."},
        {"every step is clipped", R"("clipping":{"kind":"norm","threshold":0.1})",
         MadeUpRun::learning().clipped(1, 0.5), "clipping-always",
         "100 % of the steps were clipped: the norm of the gradients is 0.5 in the median, the threshold 0.1.",
         "Try a threshold of 0.5, which is that median."},
        {"some steps are clipped", R"("clipping":{"kind":"norm"})", MadeUpRun::stalling().clipped(0.9, 1.5), "stalled",
         "The loss went from 2.3 to 2.3, and nothing that was seen inside the network explains it.",
         "Try another learning rate than 0.01."},
        {"most elements are clipped", R"("clipping":{"kind":"value","threshold":0.001})",
         MadeUpRun::stalling().clipped(0.8, 0.5), "clipping-always",
         "80 % of the elements of the gradients were clipped to 0.001.", "Try a larger threshold, such as 0.01."},
        {"sums stagnate", kFp16Accumulator,
         MadeUpRun::stalling().saw({.layer = 1, .additions = 1000, .stagnated = 300}), "accumulator-stagnation",
         "30 % of the additions in layer 1 left the running sum as it was: in the accumulator, FP16, it grew too large "
         "for what was added.",
         "Accumulate in FP32, or in chunks of 64."},
        {"sums of chunks stagnate", kE5M2InChunks,
         MadeUpRun::learning().saw({.layer = 1, .additions = 1000, .stagnated = 600}), "accumulator-stagnation",
         "60 % of the additions in layer 1 left the running sum as it was: in the accumulator, FP8-E5M2, it grew too "
         "large for what was added.",
         "Accumulate in FP32."},
        {"products become zero", kFp16Accumulator,
         MadeUpRun::stalling().saw({.layer = 2, .additions = 400, .accumulatorUnderflowed = 600}),
         "accumulator-stagnation",
         "60 % of the products in layer 2 became zero in their accumulator, FP16, which has nothing between 0 and "
         "2^-24.",
         "Accumulate in FP32."},
        {"sums overflow", kE5M2InChunks,
         MadeUpRun::diverging().first(found(3, 1, Role::Activations, TensorOperation::Product, false)),
         "accumulator-overflow",
         "In step 3 (epoch 1) the first infinity appeared: in layer 1, in the product of inputs and weights, where a "
         "sum "
         "left the range of its accumulator, FP8-E5M2, whose largest value is 57344.",
         "Accumulate in FP32."},
        {"sums overflow, and only counts tell", kFp16Accumulator,
         MadeUpRun::stalling().saw({.layer = 1, .additions = 1000, .accumulatorOverflowed = 20}),
         "accumulator-overflow",
         "2 % of the additions in layer 1 left the range of their accumulator, FP16, whose largest value is 65504.",
         "Accumulate in FP32, or in chunks of 64."},
        {"some sums stagnate, but it learned", kFp16Accumulator,
         MadeUpRun::learning().saw({.layer = 1, .additions = 1000, .stagnated = 300}), nullptr},
    };
}

std::vector<Case> ofNoCause() {
    MadeUpRun lost = MadeUpRun::learning();
    lost.epochs.back().training.accuracy = 0.55;
    MadeUpRun tooEarly = MadeUpRun::stalling();
    tooEarly.steps.resize(90);
    MadeUpRun failed = MadeUpRun::stalling();
    failed.status = RunStatus::Failed;
    return {
        {"what was learned is lost", "", lost, "stalled",
         "Of an accuracy of 97 % on the training images 55 % was left, and nothing that was seen inside the network "
         "explains it.",
         "Try another learning rate than 0.01."},
        {"a narrow format stalls", R"("precision":"BF16")", MadeUpRun::stalling(), "stalled",
         "The loss went from 2.3 to 2.3, and nothing that was seen inside the network explains it.",
         "Try the same in FP32, which tells whether the precision is to blame, and another learning rate than "
         "0.01."},
        {"it diverges unseen", R"("precision":"BF16","training":{"telemetryStride":0})", MadeUpRun::diverging(),
         "stalled", "The loss is no finite number, and nothing that was seen inside the network explains it.",
         "Switch telemetry on (training.telemetryStride) and run it again."},
        {"it is too early to tell", "", tooEarly, nullptr},
        {"it never ran", "", failed, nullptr},
        {"it learns", "", MadeUpRun::learning(), nullptr}};
}

const std::vector<Case>& cases() {
    static const std::vector<Case> kAll = [] {
        std::vector<Case> all;
        for (const auto& some : {ofEpsilon(), ofRanges(), ofGradients(), ofUpdates(), ofNoCause()}) {
            all.insert(all.end(), some.begin(), some.end());
        }
        return all;
    }();
    return kAll;
}

void caseRows() {
    QTest::addColumn<qsizetype>("number");
    for (std::size_t i = 0; i < cases().size(); ++i) {
        QTest::newRow(cases()[i].name) << static_cast<qsizetype>(i);
    }
}

QStringList troublesOf(const char* spec, const RunResult& result) {
    QStringList names;
    for (const Diagnosis& diagnosis : diagnose(madeUpSpec(spec), result)) {
        const std::string_view name = troubleName(diagnosis.trouble);
        names << QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
    }
    return names;
}

} // namespace

class TestDiagnosis : public QObject {
    Q_OBJECT

private slots:
    void saysWhatHappenedAndWhatToTry_data() { caseRows(); }
    void saysWhatHappenedAndWhatToTry();
    void everyTextIsListed_data() { caseRows(); }
    void everyTextIsListed();
    void causesComeFirst_data();
    void causesComeFirst();
    void skippedStepIsNoCause();
};

void TestDiagnosis::saysWhatHappenedAndWhatToTry() {
    QFETCH(const qsizetype, number);
    const Case& expected = cases()[static_cast<std::size_t>(number)];
    const auto diagnoses = diagnose(madeUpSpec(expected.spec), expected.result);
    QCOMPARE(diagnoses.empty(), expected.trouble == nullptr);
    if (expected.trouble != nullptr) {
        QCOMPARE(QString::fromStdString(english(diagnoses[0].what)), QString(expected.what));
        QCOMPARE(QString::fromStdString(english(diagnoses[0].advice)), QString(expected.advice));
        QCOMPARE(troublesOf(expected.spec, expected.result), QStringList{expected.trouble}); // And nothing else.
    }
}

/// A text that is not in the list could not be translated.
void TestDiagnosis::everyTextIsListed() {
    QFETCH(const qsizetype, number);
    const Case& made = cases()[static_cast<std::size_t>(number)];
    const auto has = [](const std::vector<std::string>& all, const std::string& text) {
        return std::find(all.begin(), all.end(), text) != all.end();
    };
    // What begins with a small letter, or is a number that is none, is a word; all else are numbers and names.
    const auto isWord = [](const std::string& text) { return (text[0] >= 'a' && text[0] <= 'z') || text == "NaN"; };
    for (const Diagnosis& diagnosis : diagnose(madeUpSpec(made.spec), made.result)) {
        for (const Sentence& sentence : {diagnosis.what, diagnosis.advice}) {
            QVERIFY2(has(diagnosisSentences(), sentence.text), sentence.text.c_str());
            for (const std::string& argument : sentence.arguments) {
                QVERIFY2(!isWord(argument) || has(diagnosisWords(), argument), argument.c_str());
            }
        }
    }
}

void TestDiagnosis::causesComeFirst_data() {
    QTest::addColumn<QByteArray>("spec");
    QTest::addColumn<qsizetype>("run");
    QTest::addColumn<QStringList>("troubles");
    QTest::newRow("growth before the overflow that it leads to")
        << QByteArray(kFp16) << qsizetype{0} << QStringList{"weight-overflow", "activation-overflow"};
    QTest::newRow("Adam's lost moments before the overflow that they lead to")
        << QByteArray(kFp16Adam) << qsizetype{4} << QStringList{"epsilon-underflow", "activation-overflow"};
    QTest::newRow("what ended the run before what made it worse")
        << QByteArray(kFp16) << qsizetype{1} << QStringList{"activation-overflow", "gradient-underflow"};
    QTest::newRow("the slight is not told beside what ended the run")
        << QByteArray(kFp16) << qsizetype{5} << QStringList{"activation-overflow"};
    QTest::newRow("the strong before the slight")
        << QByteArray(kFp16) << qsizetype{2} << QStringList{"swallowed-updates", "gradient-underflow"};
    QTest::newRow("what comes first in a step before what follows")
        << QByteArray(kFp16) << qsizetype{3} << QStringList{"gradient-underflow", "swallowed-updates"};
}

void TestDiagnosis::causesComeFirst() {
    QFETCH(const QByteArray, spec);
    QFETCH(const qsizetype, run);
    QFETCH(const QStringList, troubles);
    const auto product = found(7, 2, Role::Activations, TensorOperation::Product, true);
    const nn::LayerTelemetry swallowed{.layer = 1, .updates = 1000, .swallowed = 930};
    const nn::RoundingCounts slight = underflowed(1000, 600, 0);
    const nn::RoundingCounts strong = underflowed(1000, 950, 0);
    const std::array<RunResult, 6> results{growing(MadeUpRun::diverging()).first(product),
                                           MadeUpRun::diverging().first(product).saw(1, Role::Gradients, strong),
                                           MadeUpRun::stalling().saw(1, Role::Gradients, slight).saw(swallowed),
                                           MadeUpRun::stalling().saw(swallowed).saw(1, Role::Gradients, strong),
                                           MadeUpRun::diverging().first(product).saw(1, Role::OptimiserState, slight),
                                           MadeUpRun::diverging().first(product).saw(1, Role::Gradients, slight)};
    QCOMPARE(troublesOf(spec.constData(), results[static_cast<std::size_t>(run)]), troubles);
}

/// Dynamic scaling begins with a scale that is too large: its first infinity is no reason for anything.
void TestDiagnosis::skippedStepIsNoCause() {
    auto skipped = found(1, 2, Role::ActivationGradients, TensorOperation::LossGradient, true);
    skipped.skipped = true;
    const char* spec = R"("precision":"AMP-FP16")";
    QCOMPARE(troublesOf(spec, MadeUpRun::learning().first(skipped)), QStringList());
    QCOMPARE(
        QString::fromStdString(english(firstNonFiniteSentence(madeUpSpec(spec), skipped))),
        QString("In step 1 (epoch 1) the first infinity appeared: in the activation gradients of layer 2, in the "
                "gradient of the loss, by rounding to FP16, whose largest value is 65504. Loss scaling skipped the "
                "step."));
}

QTEST_APPLESS_MAIN(TestDiagnosis)
#include "tst_diagnosis.moc"
