// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "core/experiment/plan.h"
#include "ui/document/precision_text.h"
#include "ui/precision/own_policies.h"
#include "ui/precision/policy_names.h"

using namespace roundoff;
using namespace roundoff::ui;

/// Policies under names of one's own, in a folder made for the test.
class TstOwnPolicies : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;

    [[nodiscard]] QString folder() const { return folder_->filePath("settings/policies"); }
    void write(const QString& name, const QByteArray& bytes) const {
        QVERIFY(QDir().mkpath(folder()));
        QFile file(folder() + '/' + name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void aFolderNeedNotBeThere() {
        OwnPolicies own;
        own.setFolder(folder());
        QVERIFY(own.policies().isEmpty());
        QVERIFY(own.problems().isEmpty());
    }

    void savedPoliciesAreThereAgain() {
        const nn::PrecisionPolicy policy = parsePrecision("AMP-FP8, accumulator FP16 chunk 64, layer3 weights FP32 up");
        OwnPolicies own;
        own.setFolder(folder());
        QSignalSpy changed(&own, &OwnPolicies::changed);
        own.save("Careful FP8", policy);
        QCOMPARE(changed.count(), 1);
        OwnPolicies later;
        later.setFolder(folder());
        QVERIFY(later.policies() == (QList<OwnPolicy>{{"Careful FP8", policy}}));
        QCOMPARE(later.nameOf(policy), QString("Careful FP8"));
        QCOMPARE(later.find("careful fp8")->name, QString("Careful FP8"));
        QVERIFY(later.nameOf(nn::namedPolicy("FP16")).isEmpty());
    }

    void aFileHoldsTheWholePolicy() {
        OwnPolicies own;
        own.setFolder(folder());
        own.save("Plain", nn::namedPolicy("FP16"));
        const QStringList files = QDir(folder()).entryList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QFile file(folder() + '/' + files.front());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QJsonObject json = QJsonDocument::fromJson(file.readAll()).object();
        QCOMPARE(json["name"].toString(), QString("Plain"));
        QCOMPARE(json["precision"].toObject()["gradients"].toString(), QString("FP16"));
    }

    void savingAgainReplaces() {
        OwnPolicies own;
        own.setFolder(folder());
        own.save("Mine", nn::namedPolicy("FP16"));
        own.save("mine", nn::namedPolicy("BF16"));
        QVERIFY(own.policies() == (QList<OwnPolicy>{{"mine", nn::namedPolicy("BF16")}}));
        QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 1);
    }

    void renaming() {
        OwnPolicies own;
        own.setFolder(folder());
        own.save("One", nn::namedPolicy("FP16"));
        own.save("Two", nn::namedPolicy("BF16"));
        own.rename("One", "Three");
        QVERIFY(own.find("One") == nullptr);
        QVERIFY(own.find("Three")->policy == nn::namedPolicy("FP16"));
        QVERIFY_EXCEPTION_THROWN(own.rename("Three", "two"), InputError);
        QVERIFY(own.find("Two")->policy == nn::namedPolicy("BF16"));
        own.rename("Three", "THREE");
        QCOMPARE(own.find("three")->name, QString("THREE"));
        QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 2);
    }

    void removing() {
        OwnPolicies own;
        own.setFolder(folder());
        own.save("One", nn::namedPolicy("FP16"));
        own.remove("one");
        QVERIFY(own.policies().isEmpty());
        QVERIFY(QDir(folder()).entryList(QDir::Files).isEmpty());
    }

    void brokenFilesAreLeftOut_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no object") << QByteArray("[1]");
        QTest::newRow("another version") << QByteArray(R"({"roundoffPolicy": 2, "name": "Bad", "precision": "FP16"})");
        QTest::newRow("no name") << QByteArray(R"({"roundoffPolicy": 1, "precision": "FP16"})");
        QTest::newRow("a name that is none")
            << QByteArray(R"({"roundoffPolicy": 1, "name": "a,b", "precision": "FP16"})");
        QTest::newRow("unknown format") << QByteArray(
            R"({"roundoffPolicy": 1, "name": "Bad", "precision": {"weights": "FP17"}})");
        QTest::newRow("a name twice") << QByteArray(R"({"roundoffPolicy": 1, "name": "GOOD", "precision": "FP16"})");
        QTest::newRow("too large") << QByteArray(2 << 20, ' ');
    }

    void brokenFilesAreLeftOut() {
        QFETCH(QByteArray, bytes);
        OwnPolicies writer;
        writer.setFolder(folder());
        writer.save("Good", nn::namedPolicy("FP16"));
        write("policy-zzz.json", bytes);
        OwnPolicies own;
        own.setFolder(folder());
        QCOMPARE(own.policies().size(), 1);
        QCOMPARE(own.problems().size(), 1);
        QVERIFY(own.problems().front().startsWith("policy-zzz.json: "));
    }

    void aFileThatHoldsSomethingElseStays_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("renamed by hand") << QByteArray(
            R"({"roundoffPolicy": 1, "name": "Other", "precision": "BF16"})");
        QTest::newRow("to be repaired") << QByteArray(R"({"roundoffPolicy": 1, "name": "Mine", "precision": )");
    }

    void aFileThatHoldsSomethingElseStays() {
        QFETCH(QByteArray, bytes);
        write("policy-mine.json", bytes);
        OwnPolicies own;
        own.setFolder(folder());
        own.save("Mine", nn::namedPolicy("FP16"));
        own.save("Mine", nn::namedPolicy("TF32")); // Replaces its own file.
        QFile file(folder() + "/policy-mine.json");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
        QVERIFY(own.find("Mine")->policy == nn::namedPolicy("TF32"));
        QCOMPARE(QDir(folder()).entryList(QDir::Files).size(), 2);
        own.remove("Mine");
        QCOMPARE(QDir(folder()).entryList(QDir::Files), QStringList("policy-mine.json"));
    }

    void whatAnotherWindowSavedIsReplaced() {
        OwnPolicies one;
        one.setFolder(folder());
        OwnPolicies other;
        other.setFolder(folder());
        other.save("Mine", nn::namedPolicy("FP16"));
        one.save("MINE", nn::namedPolicy("BF16"));
        QVERIFY(one.policies() == (QList<OwnPolicy>{{"MINE", nn::namedPolicy("BF16")}}));
        QVERIFY(one.problems().isEmpty());
    }

    void names_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("fit");
        QTest::newRow("words") << "Careful FP8 (2nd)" << true;
        QTest::newRow("umlauts") << QString::fromUtf8("Vorsichtig für Gewichte") << true;
        QTest::newRow("nothing") << "  " << false;
        QTest::newRow("a path") << "../mine" << false;
        QTest::newRow("a comma") << "a, b" << false;
        QTest::newRow("a brace") << "{a" << false;
        QTest::newRow("a format") << "fp16" << false;
        QTest::newRow("a format first") << "FP16 mine" << false;
        QTest::newRow("any format") << "E5M6" << false;
        QTest::newRow("a recipe") << "AMP-FP16" << false;
        QTest::newRow("a role first") << "weights of mine" << false;
        QTest::newRow("a layer") << "layer3" << false;
        QTest::newRow("core's word") << "Custom" << false;
        QTest::newRow("40 letters") << QString(40, 'a') << true;
        QTest::newRow("41 letters") << QString(41, 'a') << false;
    }

    void names() {
        QFETCH(QString, name);
        QFETCH(bool, fit);
        QCOMPARE(policyNameProblem(name).isEmpty(), fit);
        OwnPolicies own;
        own.setFolder(folder());
        if (fit) {
            own.save(name, nn::namedPolicy("FP16"));
            OwnPolicies later;
            later.setFolder(folder());
            QVERIFY(later.find(name) != nullptr);
        } else {
            QVERIFY_EXCEPTION_THROWN(own.save(name, nn::namedPolicy("FP16")), InputError);
        }
    }

    void aPolicyThatCannotBeUsedIsNotSaved() {
        nn::PrecisionPolicy policy;
        policy[nn::Role::Weights] = format::Format(format::Integer{8});
        OwnPolicies own;
        own.setFolder(folder());
        QVERIFY_EXCEPTION_THROWN(own.save("Bad", policy), InputError);
        QVERIFY(own.policies().isEmpty());
    }

    void theyAreKeptBesideTheSettings() {
        const QSettings settings(folder_->filePath("Roundoff.ini"), QSettings::IniFormat);
        QCOMPARE(ownPoliciesFolder(settings), QFileInfo(folder_->filePath("policies")).absoluteFilePath());
    }

    void runsBearTheirNames() {
        const auto careful = parsePrecision("FP16, layer2 weights FP32");
        const auto other = parsePrecision("FP16, gradients FP32");
        ownPolicies().setFolder(folder());
        ownPolicies().save("Careful", careful);
        experiment::ExperimentSpec specification;
        specification.vary.push_back({"precision", {"FP16", precisionJson(careful), precisionJson(other)}});
        specification.vary.push_back({"training.epochs", {1, 2}});
        experiment::Plan plan = experiment::makePlan(specification);
        const std::string id = plan.runs[2].id;
        QCOMPARE(plan.runs[2].group, std::string("FP16, layer2 weights FP32, epochs 1"));
        namePolicies(plan);
        QCOMPARE(plan.runs[0].group, std::string("FP16, epochs 1"));
        QCOMPARE(plan.runs[2].group, std::string("Careful, epochs 1"));
        QCOMPARE(plan.runs[4].label, std::string("FP16, gradients FP32, epochs 1"));
        QCOMPARE(plan.runs[2].id, id);
        ownPolicies().setFolder(QString());
    }

    void aSinglePolicyHasItsName() {
        experiment::ExperimentSpec specification;
        specification.base.precision = parsePrecision("FP16, gradients FP32");
        specification.repeats.seeds = 2;
        experiment::Plan plan = experiment::makePlan(specification);
        namePolicies(plan);
        QCOMPARE(plan.runs[0].group, std::string("FP16, gradients FP32"));
        QCOMPARE(plan.runs[1].label, std::string("FP16, gradients FP32, seed 2"));
    }
};

QTEST_MAIN(TstOwnPolicies)
#include "tst_own_policies.moc"
