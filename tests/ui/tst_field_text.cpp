// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/error.h"
#include "core/experiment/fields.h"
#include "ui/document/axis_text.h"
#include "ui/document/deployment_text.h"
#include "ui/document/field_text.h"
#include "ui/document/precision_text.h"

using namespace roundoff;
using namespace roundoff::ui;

/// Texts of the form and the values they stand for. What is expected is written by hand.
class TstFieldText : public QObject {
    Q_OBJECT

private slots:
    void splitsValues_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("lists");
        QTest::addColumn<QStringList>("values");
        QTest::newRow("one") << "0.1" << false << QStringList{"0.1"};
        QTest::newRow("several") << "0.1, 0.5,1" << false << QStringList{"0.1", "0.5", "1"};
        QTest::newRow("separator at the end") << "0.1," << false << QStringList{"0.1"};
        QTest::newRow("range") << "1..6" << false << QStringList{"1", "2", "3", "4", "5", "6"};
        QTest::newRow("range of one") << "3..3" << false << QStringList{"3"};
        QTest::newRow("range and more") << "1..3, 10" << false << QStringList{"1", "2", "3", "10"};
        QTest::newRow("range of names") << "DEC1..3" << false << QStringList{"DEC1", "DEC2", "DEC3"};
        QTest::newRow("range of names in full") << "DEC1..DEC3" << false << QStringList{"DEC1", "DEC2", "DEC3"};
        QTest::newRow("range with a word after")
            << "DEC1..2 toward-zero" << false << QStringList{"DEC1 toward-zero", "DEC2 toward-zero"};
        QTest::newRow("lists") << "128, 64; 32" << true << QStringList{"128, 64", "32"};
        QTest::newRow("nothing") << "  " << false << QStringList();
    }

    void splitsValues() {
        QFETCH(QString, text);
        QFETCH(bool, lists);
        QFETCH(QStringList, values);
        QCOMPARE(splitValues(text, lists), values);
    }

    void refusesRanges_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("backwards") << "6..1";
        QTest::newRow("endless") << "1..1000000";
    }

    void refusesRanges() {
        QFETCH(QString, text);
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(splitValues(text, false)), InputError);
    }

    void refusesValues_data() {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::newRow("not a number") << "optimiser.learningRate"
                                      << "fast";
        QTest::newRow("decimal comma") << "optimiser.learningRate"
                                       << "0,1";
        QTest::newRow("nothing") << "optimiser.learningRate"
                                 << "";
        QTest::newRow("out of range") << "optimiser.momentum"
                                      << "1.5";
        QTest::newRow("not whole") << "training.epochs"
                                   << "2.5";
        QTest::newRow("zero") << "training.epochs"
                              << "0";
        QTest::newRow("negative width") << "network.hidden"
                                        << "128, -1";
        QTest::newRow("unknown choice") << "network.activation"
                                        << "softplus";
        QTest::newRow("unknown format") << "precision"
                                        << "FP17";
        QTest::newRow("unknown word") << "precision"
                                      << "FP16 sideways";
    }

    void refusesValues() {
        QFETCH(QString, path);
        QFETCH(QString, text);
        const experiment::Field& field = experiment::fieldAt(path.toStdString());
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(parseValue(field, text)), InputError);
    }

    void everyDefaultReadsBack() {
        const experiment::RunSpec defaults;
        for (const experiment::Field& field : experiment::fields()) {
            if (field.kind != experiment::FieldKind::Deployments) {
                const experiment::Json value = field.get(defaults);
                QVERIFY2(parseValue(field, valueText(field, value)) == value, field.path.c_str());
            }
        }
    }

    void everyChoiceHasAText() {
        for (const experiment::Field& field : experiment::fields()) {
            for (const std::string& choice : field.choices) {
                // What has no text of its own is shown as it stands in a specification, in lower case.
                QVERIFY2(choiceText(choice) != QString::fromStdString(choice), choice.c_str());
                QVERIFY(parseValue(field, choiceText(choice)) == experiment::Json(choice));
            }
        }
    }

    void precisions_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::newRow("name") << "FP16"
                              << "FP16";
        QTest::newRow("lower case") << "bf16"
                                    << "BF16";
        QTest::newRow("any float") << "E5M6"
                                   << "E5M6";
        QTest::newRow("mixed") << "AMP-BF16"
                               << "AMP-BF16";
        QTest::newRow("rounding") << "FP16 stochastic"
                                  << "FP16 stochastic";
        QTest::newRow("all") << "FP16 stepwise flush saturate toward-zero"
                             << "FP16 toward-zero saturate flush stepwise";
        QTest::newRow("role") << "fp16; Gradients fp32"
                              << "FP16, gradients FP32";
        QTest::newRow("role's own rounding and overflow") << "FP16, weights bf16 SATURATE up"
                                                          << "FP16, weights BF16 up saturate";
        QTest::newRow("several roles at once") << "FP16, activations FP32 gradients FP32"
                                               << "FP16, activations FP32, gradients FP32";
        QTest::newRow("accumulator") << "FP16, accumulator FP16 stochastic chunk 64"
                                     << "FP16, accumulator FP16 chunk 64 stochastic";
        QTest::newRow("no master weights") << "AMP-FP8, no masterweights"
                                           << "AMP-FP8, no masterWeights";
        QTest::newRow("layer") << "FP16, layer3 weights FP32"
                               << "FP16, layer3 weights FP32";
        QTest::newRow("layers in order") << "FP16, LAYER10 weights FP32, layer2 accumulator BF16 gradients BF16"
                                         << "FP16, layer2 gradients BF16 accumulator BF16, layer10 weights FP32";
        QTest::newRow("all of a layer") << "FP8-E4M3, layer1 FP16 up"
                                        << "FP8-E4M3, layer1 FP16 up";
        QTest::newRow("all of a layer, and masters") << "FP8-E4M3; layer1 FP16 masterWeights FP32"
                                                     << "FP8-E4M3, layer1 FP16 masterWeights FP32";
        QTest::newRow("nearest name") << "FP16, weights FP8-E4M3 saturate, activations FP8-E4M3 saturate, gradients "
                                         "FP8-E5M2, activationGradients FP8-E5M2, masterWeights FP32, optimiserState "
                                         "FP16"
                                      << "AMP-FP8, optimiserState FP16";
        QTest::newRow("shared scales") << "MXFP8-E4M3 stochastic; layer3 weights INT4-SYM-G64"
                                       << "MXFP8-E4M3 stochastic, layer3 weights INT4-SYM-G64";
    }

    void precisions() {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        const nn::PrecisionPolicy policy = parsePrecision(typed);
        QCOMPARE(precisionText(policy), shown);
        QVERIFY(precisionOf(precisionJson(policy)) == policy);
    }

    void layersWithOtherNamesAreJson() {
        nn::PrecisionPolicy policy = nn::namedPolicy("FP16");
        policy.layers["the last, I hope"].formats[0] = nn::RoleFormat(format::kFp32);
        const QString text = precisionText(policy);
        QVERIFY(text.startsWith('{'));
        QVERIFY(parsePrecision(text) == policy);
    }

    void everyOfferedPolicyReadsBack() {
        for (const std::string& name : nn::offeredPolicies()) {
            QCOMPARE(precisionText(parsePrecision(QString::fromStdString(name))), QString::fromStdString(name));
        }
    }

    void refusesPrecisions_data() {
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown role") << "FP16, layer1 wheels FP32";
        QTest::newRow("role without a format") << "FP16, weights";
        QTest::newRow("layer without a format") << "FP16, layer1";
        QTest::newRow("a role alone") << "weights FP16";
        QTest::newRow("chunk of a role") << "FP16, weights FP16 chunk 8";
        QTest::newRow("chunk without a number") << "FP16, accumulator FP16 chunk";
        QTest::newRow("chunk too large") << "FP16, accumulator FP16 chunk 65537";
        QTest::newRow("accumulator in decimals") << "FP16, accumulator DEC3";
        QTest::newRow("nothing to leave out") << "FP16, no weights";
        QTest::newRow("not exact") << "FP16, accumulator FP64 chunk 8";
    }

    void refusesPrecisions() {
        QFETCH(QString, text);
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(parsePrecision(text)), InputError);
    }

    void splitsPrecisions_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("policies");
        QTest::newRow("names") << "FP16, BF16" << QStringList{"FP16", "BF16"};
        QTest::newRow("range") << "E5M1..2" << QStringList{"E5M1", "E5M2"};
        QTest::newRow("a policy's roles stay with it")
            << "FP32, FP16, layer3 weights FP32, no masterWeights, BF16"
            << QStringList{"FP32", "FP16, layer3 weights FP32, no masterWeights", "BF16"};
        QTest::newRow("semicolons") << "FP16; gradients FP32, BF16" << QStringList{"FP16; gradients FP32", "BF16"};
        QTest::newRow("JSON") << R"({"weights": "FP16", "layers": {}})"
                              << QStringList{R"({"weights": "FP16", "layers": {}})"};
    }

    void splitsPrecisions() {
        QFETCH(QString, text);
        QFETCH(QStringList, policies);
        QCOMPARE(splitPrecisions(text), policies);
    }

    void deployments_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("shown");
        QTest::newRow("format") << "fp16"
                                << "FP16";
        QTest::newRow("decimals") << "DEC3 toward-zero"
                                  << "DEC3 toward-zero";
        QTest::newRow("default rounding") << "DEC3 nearest-even"
                                          << "DEC3";
        QTest::newRow("all") << "FP8-E5M2 +activations saturate up"
                             << "FP8-E5M2 up saturate +activations";
    }

    void deployments() {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        const deploy::Deployment deployment = parseDeployment(typed);
        QCOMPARE(deploymentText(deployment), shown);
        QVERIFY(parseDeployment(shown) == deployment);
    }

    void groupsAreWords() {
        const experiment::Json norm = parseAxisValue("clipping", "norm 0.5");
        QVERIFY(norm == experiment::Json({{"kind", "norm"}, {"threshold", 0.5}}));
        QCOMPARE(axisValueText("clipping", norm), QString("norm 0.5"));
        QVERIFY(parseAxisValue("clipping", "none") == experiment::Json({{"kind", "none"}}));
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(parseAxisValue("clipping", "norm 1 2")), InputError);
        QVERIFY_EXCEPTION_THROWN(static_cast<void>(parseAxisValue("clipping", "norm -1")), InputError);
    }

    void tellsWhatWouldGiveAnEffect() {
        experiment::ExperimentSpec specification;
        const experiment::Field& threshold = experiment::fieldAt("clipping.threshold");
        const QString why = whyWithoutEffect(threshold, specification);
        QVERIFY(why.contains(choiceText("norm")) && why.contains(choiceText("value")));
        specification.base.clipping.kind = nn::ClippingKind::Norm;
        QCOMPARE(whyWithoutEffect(threshold, specification), QString());
    }

    void oneValueOfAnAxisIsEnoughForAnEffect() {
        experiment::ExperimentSpec specification;
        specification.vary.push_back({"clipping.kind", {"none", "norm"}});
        QCOMPARE(whyWithoutEffect(experiment::fieldAt("clipping.threshold"), specification), QString());
    }
};

QTEST_MAIN(TstFieldText)
#include "tst_field_text.moc"
