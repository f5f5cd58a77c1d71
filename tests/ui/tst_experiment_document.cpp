// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "core/experiment/fields.h"
#include "ui/document/experiment_document.h"
#include "ui/document/specification_file.h"

using namespace roundoff;
using namespace roundoff::ui;
using experiment::Json;

class TstExperimentDocument : public QObject {
    Q_OBJECT

private slots:
    void undoBringsBackEveryChange() {
        ExperimentDocument document(defaultExperiment());
        std::vector<experiment::ExperimentSpec> history{document.specification()};
        const auto remember = [&] { history.push_back(document.specification()); };
        document.setValue("optimiser.learningRate", 0.5);
        remember();
        document.setAxis("training.batchSize", {16, 32});
        remember();
        document.setAlternatives("precision", {"FP32"});
        remember();
        document.setDeployments({deploy::Deployment{}});
        remember();
        document.setRepeats({5, 2});
        remember();
        document.setTitle("Another");
        remember();
        document.collapseAxis("training.batchSize");
        remember();
        document.replace(experiment::ExperimentSpec(), QString(), "Reset");
        remember();
        QCOMPARE(document.undoStack().count(), static_cast<int>(history.size()) - 1);
        for (std::size_t step = history.size() - 1; step-- > 0;) {
            document.undoStack().undo();
            QVERIFY2(document.specification() == history[step], QByteArray::number(static_cast<int>(step)).constData());
        }
        for (std::size_t step = 1; step < history.size(); ++step) {
            document.undoStack().redo();
            QVERIFY2(document.specification() == history[step], QByteArray::number(static_cast<int>(step)).constData());
        }
    }

    void editsOfOneSettingAreOneCommand() {
        ExperimentDocument document(defaultExperiment());
        document.setValue("optimiser.learningRate", 0.1);
        document.setValue("optimiser.learningRate", 0.12);
        QCOMPARE(document.undoStack().count(), 1);
        QCOMPARE(document.undoStack().undoText(), QString("Change of learning rate"));
        document.setValue("training.epochs", 7);
        QCOMPARE(document.undoStack().count(), 2);
        document.undoStack().undo();
        document.undoStack().undo();
        QVERIFY(document.specification() == defaultExperiment());
    }

    void thereAndBackIsNoCommand() {
        ExperimentDocument document(defaultExperiment());
        const int epochs = document.specification().base.training.epochs;
        document.setValue("training.epochs", epochs + 1);
        document.setValue("training.epochs", epochs);
        QCOMPARE(document.undoStack().count(), 0);
    }

    void refusedValuesChangeNothing() {
        ExperimentDocument document(defaultExperiment());
        QSignalSpy changed(&document, &ExperimentDocument::changed);
        QVERIFY_EXCEPTION_THROWN(document.setValue("training.epochs", 0), InputError);
        QCOMPARE(changed.count(), 0);
        QVERIFY(document.specification() == defaultExperiment());
    }

    void severalAlternativesAreAnAxisAndOneIsNone() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        document.setAlternatives("precision", {"FP64", "FP16"});
        QCOMPARE(document.specification().base.precision.name(), std::string("FP64"));
        QVERIFY(*document.axisValues("precision") == (std::vector<Json>{"FP64", "FP16"}));
        document.setAlternatives("precision", {"FP16"});
        QCOMPARE(document.specification().base.precision.name(), std::string("FP16"));
        QVERIFY(document.axisValues("precision") == nullptr);
    }

    void knowsWhetherItsFileIsUpToDate() {
        QTemporaryDir folder;
        const QString path = folder.filePath("a.json");
        ExperimentDocument document(defaultExperiment());
        document.setTitle("Mine");
        QVERIFY(!document.isModified());
        writeSpecificationFile(path, document.specification());
        document.markSaved(path);
        QVERIFY(!document.isModified());
        document.setValue("training.epochs", 9);
        QVERIFY(document.isModified());
        document.undoStack().undo();
        QVERIFY(!document.isModified());
    }

    void filesReadBack() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QString::fromUtf8("Größe.json"));
        experiment::ExperimentSpec specification = defaultExperiment();
        specification.repeats = {5, 3};
        specification.vary.push_back({"network.hidden", {Json::array({128, 64}), Json::array({32})}});
        specification.base.deployments = {deploy::Deployment{}};
        writeSpecificationFile(path, specification);
        QVERIFY(readSpecificationFile(path) == specification);
    }

    void damagedFilesAreNamed() {
        QTemporaryDir folder;
        const QString path = folder.filePath("broken.json");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ \"roundoff\": 1, \"trainning\": {} }");
        file.close();
        try {
            static_cast<void>(readSpecificationFile(path));
            QFAIL("was read");
        } catch (const InputError& error) {
            QVERIFY(QByteArray(error.what()).contains("broken.json"));
        }
    }
};

QTEST_MAIN(TstExperimentDocument)
#include "tst_experiment_document.moc"
