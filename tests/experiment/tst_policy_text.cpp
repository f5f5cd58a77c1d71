// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>

#include <QTest>

#include "core/base/error.h"
#include "core/experiment/policy_json.h"
#include "core/experiment/policy_text.h"
#include "core/format/names.h"
#include "tests/data/file_fixtures.h"

using namespace roundoff;
using namespace roundoff::experiment;
using roundoff::test::inputErrorOf;

/// Policies as texts. What is expected is written by hand, as texts and as the JSON of a specification.
class TestPolicyText : public QObject {
    Q_OBJECT

private slots:
    void texts_data();
    void texts();
    void meansWhatJsonSays_data();
    void meansWhatJsonSays();
    void offeredPoliciesAreTheirNames();
    void everyRoleFormatReadsBack();
    void everyAccumulatorReadsBack();
    void layersWithOtherNamesAreJson();
    void labelsAreShort_data();
    void labelsAreShort();
    void refuses_data();
    void refuses();
};

void TestPolicyText::texts_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char* name, const char* typed, const char* shown) {
        QTest::newRow(name) << QString(typed) << QString(shown);
    };
    row("name", "FP16", "FP16");
    row("lower case", "bf16", "BF16");
    row("any float", "E5M6", "E5M6");
    row("mixed", "amp-bf16", "AMP-BF16");
    row("rounding", "FP16 stochastic", "FP16 stochastic");
    row("all modifiers", "FP16 stepwise flush saturate toward-zero", "FP16 toward-zero saturate flush stepwise");
    row("modifiers that change nothing", "FP16 keep nearest-even", "FP16");
    row("role", "fp16; Gradients fp32", "FP16, gradients FP32");
    row("role's own rounding and overflow", "FP16, weights bf16 SATURATE up", "FP16, weights BF16 up saturate");
    row("several roles at once", "FP16, activations FP32 gradients FP32", "FP16, activations FP32, gradients FP32");
    row("the later one counts", "FP16, weights BF16, weights FP32", "FP16, weights FP32");
    row("role that changes nothing", "FP16, weights FP16", "FP16");
    row("accumulator", "FP16, accumulator FP16 stochastic chunk 64", "FP16, accumulator FP16 chunk 64 stochastic");
    row("accumulator taken away", "FP16, accumulator BF16, no accumulator", "FP16");
    row("no master weights", "AMP-FP8, no masterweights", "AMP-FP8, no masterWeights");
    row("layer", "FP16, layer3 weights FP32", "FP16, layer3 weights FP32");
    row("layers in order", "FP16, LAYER10 weights FP32, layer2 accumulator BF16 gradients BF16",
        "FP16, layer2 gradients BF16 accumulator BF16, layer10 weights FP32");
    row("layer in two parts", "FP16, layer1 weights FP32, layer1 gradients FP32",
        "FP16, layer1 weights FP32 gradients FP32");
    row("all of a layer", "FP8-E4M3, layer1 FP16 up", "FP8-E4M3, layer1 FP16 up");
    row("all of a layer, and masters", "FP8-E4M3; layer1 FP16 masterWeights FP32",
        "FP8-E4M3, layer1 FP16 masterWeights FP32");
    row("nearest name",
        "FP16, weights FP8-E4M3 saturate, activations FP8-E4M3 saturate, gradients FP8-E5M2, activationGradients "
        "FP8-E5M2, masterWeights FP32, optimiserState FP16",
        "AMP-FP8, optimiserState FP16");
    row("shared scales", "MXFP8-E4M3 stochastic; layer3 weights INT4-SYM-G64",
        "MXFP8-E4M3 stochastic, layer3 weights INT4-SYM-G64");
    row("much space", "  FP16\tup ,, layer1\n  weights   FP32 ; ", "FP16 up, layer1 weights FP32");
}

void TestPolicyText::texts() {
    QFETCH(const QString, typed);
    QFETCH(const QString, shown);
    const nn::PrecisionPolicy policy = parsePolicyText(typed.toStdString());
    QCOMPARE(QString::fromStdString(policyText(policy)), shown);
    QVERIFY(parsePolicyText(shown.toStdString()) == policy);
}

void TestPolicyText::meansWhatJsonSays_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char* text, const char* json) {
        QTest::newRow(text) << QString(text) << QByteArray(json);
    };
    row("FP32, weights FP16", R"({"weights":"FP16"})");
    row("FP32, accumulator BF16 chunk 8 up", R"({"accumulator":{"format":"BF16","chunk":8,"rounding":"up"}})");
    row("FP32 up saturate flush stepwise",
        R"({"rounding":"up","overflow":"saturate","subnormals":"flush","arithmetic":"stepwise"})");
    row("FP32, layer2 BF16", R"({"layers":{"layer2":{"weights":"BF16","activations":"BF16","gradients":"BF16",
                               "activationGradients":"BF16","optimiserState":"BF16"}}})");
    row("FP32, masterWeights FP16 stochastic", R"({"masterWeights":{"format":"FP16","rounding":"stochastic"}})");
}

void TestPolicyText::meansWhatJsonSays() {
    QFETCH(const QString, text);
    QFETCH(const QByteArray, json);
    const nn::PrecisionPolicy policy = policyFromJson(Json::parse(json.toStdString()));
    QVERIFY(parsePolicyText(text.toStdString()) == policy);
    QVERIFY(policyFromJson(Json(text.toStdString())) == policy);
    QCOMPARE(QString::fromStdString(policyText(policy)), text);
}

void TestPolicyText::offeredPoliciesAreTheirNames() {
    for (const std::string& name : nn::offeredPolicies()) {
        QCOMPARE(policyText(parsePolicyText(name)), name);
        QVERIFY2(parsePolicyText(name) == nn::namedPolicy(name), name.c_str());
    }
}

/// Each role of each policy that is offered, in formats of each kind, with and without a rounding and an overflow.
void TestPolicyText::everyRoleFormatReadsBack() {
    for (const std::string& name : nn::offeredPolicies()) {
        for (const nn::Role role : nn::kRoles) {
            for (const char* f :
                 {"FP64", "BF16", "E4M7", "FP8-E4M3", "DEC3", "FIXED8.4", "MXINT8", "INT8-AFFINE-G32"}) {
                for (const bool modified : {false, true}) {
                    nn::RoleFormat cell(format::parseTensorFormat(f));
                    if (modified) {
                        cell.rounding = format::Rounding::Down;
                        cell.overflow = format::Overflow::Saturate;
                    }
                    nn::PrecisionPolicy policy = nn::namedPolicy(name);
                    policy[role] = cell;
                    policy.layers["layer2"].formats[static_cast<std::size_t>(role)] = cell;
                    const std::string text = policyText(policy);
                    QVERIFY2(parsePolicyText(text) == policy, text.c_str());
                }
            }
        }
    }
}

void TestPolicyText::everyAccumulatorReadsBack() {
    for (const char* f : {"BF16", "FP16", "FP8-E4M3", "E5M6"}) {
        for (const int chunk : {0, 1, 64, 65536}) {
            for (const auto rounding : {format::Rounding::NearestEven, format::Rounding::Stochastic}) {
                nn::Accumulator accumulator(std::get<format::BinaryFloat>(format::parseFormat(f)));
                accumulator.chunk = chunk;
                accumulator.rounding = rounding;
                nn::PrecisionPolicy policy;
                policy.accumulator = accumulator;
                policy.layers["layer1"].accumulator = accumulator;
                const std::string text = policyText(policy);
                QVERIFY2(parsePolicyText(text) == policy, text.c_str());
            }
        }
    }
}

void TestPolicyText::layersWithOtherNamesAreJson() {
    for (const char* layer : {"the last, I hope", "Layer1", "layer", "layer1a"}) {
        nn::PrecisionPolicy policy = nn::namedPolicy("FP16");
        policy.layers[layer].formats[0] = nn::RoleFormat(format::kFp32);
        const std::string text = policyText(policy);
        QVERIFY2(text.starts_with('{'), text.c_str());
        QVERIFY(parsePolicyText(text) == policy);
        QVERIFY(!policyLabel(policy));
    }
}

void TestPolicyText::labelsAreShort_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("fits");
    QTest::newRow("80 letters") << "FP16, layer1 weights BF16, layer2 weights BF16, layer3 weights E5M9 nearest-away"
                                << true;
    QTest::newRow("81 letters") << "FP16, layer1 weights BF16, layer2 weights BF16, layer3 weights E5M11 nearest-away"
                                << false;
}

void TestPolicyText::labelsAreShort() {
    QFETCH(const QString, text);
    QFETCH(const bool, fits);
    const auto label = policyLabel(parsePolicyText(text.toStdString()));
    QCOMPARE(label, fits ? std::optional(text.toStdString()) : std::nullopt);
}

void TestPolicyText::refuses_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* text, const char* says) {
        QTest::newRow(name) << QString(text) << QString(says);
    };
    row("nothing", " ; ", "a policy's name is missing");
    row("unknown policy", "FP17", "'FP17' is no precision to train in: choose one of");
    row("unknown word", "FP16 sideways", "'sideways' is neither a rounding");
    row("unknown role", "FP16, layer1 wheels FP32", "'wheels' is no number format");
    row("unknown clause", "FP16, wheels FP32", "'wheels' is no role: choose weights, masterWeights");
    row("unknown word of a role", "FP16, weights FP32 sideways", "'sideways' is neither a rounding");
    row("role without a format", "FP16, weights", "a format's name is missing");
    row("layer without a format", "FP16, layer1", "a format's name is missing");
    row("a role alone", "weights FP16", "put that policy in front of it, as in FP16, weights FP16");
    row("chunk of a role", "FP16, weights FP16 chunk 8", "'chunk' is neither a rounding");
    row("chunk without a number", "FP16, accumulator FP16 chunk", "chunk needs a whole number from 1 to 65536");
    row("chunk of nothing", "FP16, accumulator FP16 chunk 0", "chunk needs a whole number from 1 to 65536");
    row("chunk too large", "FP16, accumulator FP16 chunk 65537", "chunk needs a whole number from 1 to 65536");
    row("chunk with a tail", "FP16, accumulator FP16 chunk 8x", "chunk needs a whole number from 1 to 65536");
    row("accumulator in decimals", "FP16, accumulator DEC3", "DEC3 is no binary float");
    row("nothing to leave out", "FP16, no weights", "can be left out, not 'weights'");
    row("chunk of a wide sum", "FP16, accumulator FP32 chunk 8", "precision.accumulator.chunk: ");
    row("no JSON", "{\"weights\":", "this is not JSON");
}

void TestPolicyText::refuses() {
    QFETCH(const QString, text);
    QFETCH(const QString, says);
    const QString error = inputErrorOf([&] { (void)parsePolicyText(text.toStdString()); });
    QVERIFY2(error.contains(says), qPrintable(error));
}

QTEST_APPLESS_MAIN(TestPolicyText)
#include "tst_policy_text.moc"
