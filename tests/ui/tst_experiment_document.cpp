// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

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

Q_DECLARE_METATYPE(std::function<void(ExperimentDocument&)>)

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
        document.replace(experiment::ExperimentSpec(), "reset to defaults");
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
        QCOMPARE(document.undoStack().undoText(), QString("change of learning rate"));
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

    void whatIsLoadedCannotBeUndone() {
        ExperimentDocument document(defaultExperiment());
        document.setTitle("Mine");
        QSignalSpy replaced(&document, &ExperimentDocument::replaced);
        document.load(experiment::ExperimentSpec());
        QVERIFY(document.specification() == experiment::ExperimentSpec());
        QCOMPARE(replaced.count(), 1);
        QVERIFY(!document.undoStack().canUndo());
    }

    void everyChangeHasAName_data() {
        using Edit = std::function<void(ExperimentDocument&)>;
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("name");
        const auto row = [](const char* tag, const char* name, Edit edit) {
            QTest::newRow(tag) << std::move(edit) << QString::fromLatin1(name);
        };
        row("value", "change of batch size", [](auto& document) { document.setValue("training.batchSize", 5); });
        row("axis", "change of batch size", [](auto& document) { document.setAxis("training.batchSize", {5, 6}); });
        row("group", "change of clipping", [](auto& document) {
            document.setAxis("clipping", {Json::object({{"kind", "none"}})});
        });
        row("alternatives", "change of precision",
            [](auto& document) { document.setAlternatives("precision", {"FP16"}); });
        row("one of several", "change of precision", [](auto& document) { document.collapseAxis("precision"); });
        row("deployments", "change of deployments",
            [](auto& document) { document.setDeployments({deploy::Deployment{}}); });
        row("title", "change of title", [](auto& document) { document.setTitle("Another"); });
        row("repeats", "change of repeats", [](auto& document) { document.setRepeats({2, 2}); });
        row("all", "reset to defaults",
            [](auto& document) { document.replace(experiment::ExperimentSpec(), "reset to defaults"); });
    }
    void everyChangeHasAName() {
        QFETCH(std::function<void(ExperimentDocument&)>, edit);
        QFETCH(QString, name);
        ExperimentDocument document(defaultExperiment());
        edit(document);
        QCOMPARE(document.undoStack().undoText(), name);
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
