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
    }

    void precisions() {
        QFETCH(QString, typed);
        QFETCH(QString, shown);
        const nn::PrecisionPolicy policy = parsePrecision(typed);
        QCOMPARE(precisionText(policy), shown);
        QVERIFY(precisionOf(precisionJson(policy)) == policy);
    }

    void customPrecisionIsJson() {
        nn::PrecisionPolicy policy = nn::namedPolicy("FP16");
        policy[nn::Role::Gradients] = nn::namedPolicy("FP32")[nn::Role::Weights];
        const QString text = precisionText(policy);
        QVERIFY(text.startsWith('{'));
        QVERIFY(parsePrecision(text) == policy);
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
