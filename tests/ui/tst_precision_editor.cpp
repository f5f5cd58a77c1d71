// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include "ui/document/experiment_document.h"
#include "ui/document/precision_text.h"
#include "ui/experiment_form/experiment_form.h"
#include "ui/precision/own_policies.h"
#include "ui/precision/policy_editor.h"
#include "ui/precision/policy_model.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/chips_edit.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

const QList<LayerPlace> kThreeLayers{{"layer1", "784 x 128"}, {"layer2", "128 x 64"}, {"layer3", "64 x 10"}};

/// The editor of a policy for three layers, with a folder of its own.
struct Editor {
    QTemporaryDir folder;
    OwnPolicies own;
    std::unique_ptr<PolicyEditor> window;

    explicit Editor(const QString& policy) {
        own.setFolder(folder.path());
        window = std::make_unique<PolicyEditor>(parsePrecision(policy), kThreeLayers, own);
        window->show();
    }

    template <typename Widget>
    [[nodiscard]] Widget* find(const char* name) const {
        return window->findChild<Widget*>(name);
    }
    [[nodiscard]] QTableView* matrix() const { return find<QTableView>("precisionMatrix"); }
    [[nodiscard]] QString text() const { return precisionText(window->policy()); }
    [[nodiscard]] bool canBeTaken() const {
        for (const QPushButton* button : window->findChildren<QPushButton*>()) {
            if (button->text().contains("OK")) {
                return button->isEnabled();
            }
        }
        return false;
    }
    void select(int row, int column) const { matrix()->setCurrentIndex(matrix()->model()->index(row, column)); }
    void choose(const char* box, const QString& text) const {
        auto* combo = find<QComboBox>(box);
        combo->setCurrentIndex(combo->findText(text));
        emit combo->activated(combo->currentIndex());
    }
};

} // namespace

/// The editor of a policy's matrix and the row of the form that opens it, driven as a person would.
class TstPrecisionEditor : public QObject {
    Q_OBJECT

private:
    static ChipsEdit* chipsOf(const ExperimentForm& form) {
        return form.findChild<QWidget*>("row.precision")->findChild<ChipsEdit*>("values");
    }
    static Chip* chipOf(const ExperimentForm& form, const QString& value) {
        for (Chip* chip : chipsOf(form)->findChildren<Chip*>()) {
            if (chip->value() == value && chip->isVisibleTo(chipsOf(form))) {
                return chip;
            }
        }
        return nullptr;
    }
    static PolicyEditor* openEditor(const ExperimentForm& form) {
        return form.findChild<PolicyEditor*>("policyEditor");
    }

private slots:
    void typingIntoACell() {
        const Editor editor("FP16");
        editor.select(3, 0);
        QTest::keyClick(editor.matrix(), Qt::Key_F2);
        auto* box = editor.find<QComboBox>("cellEditor");
        QVERIFY(box != nullptr);
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), "FP32");
        QTest::keyClick(box, Qt::Key_Return);
        QTRY_COMPARE(editor.text(), QString("FP16, layer3 weights FP32"));
        QVERIFY(editor.window->isVisible());
    }

    void returnInTheCompletionsTakesWhatWasTyped() {
        const Editor editor("FP16");
        editor.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(editor.window.get()));
        editor.select(3, 0);
        QTest::keyClick(editor.matrix(), Qt::Key_F2);
        auto* box = editor.find<QComboBox>("cellEditor");
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), "BF16");
        QTRY_VERIFY(box->completer()->popup()->isVisible());
        QTest::keyClick(box->completer()->popup(), Qt::Key_Return);
        QTRY_COMPARE(editor.text(), QString("FP16, layer3 weights BF16"));
    }

    void lookingIntoACellChangesNothing() {
        const Editor editor("FP16");
        editor.select(3, 0);
        QTest::keyClick(editor.matrix(), Qt::Key_F2);
        QTest::keyClick(editor.find<QComboBox>("cellEditor"), Qt::Key_Return);
        QTest::qWait(1);
        QCOMPARE(editor.text(), QString("FP16"));
    }

    void allSelectedCellsTakeAFormat() {
        const Editor editor("FP16");
        editor.select(2, 0);
        editor.matrix()->selectionModel()->select(
            QItemSelection(editor.matrix()->model()->index(2, 0), editor.matrix()->model()->index(3, 0)),
            QItemSelectionModel::Select);
        editor.choose("cellFormat", "BF16");
        QCOMPARE(editor.text(), QString("FP16, layer2 weights BF16, layer3 weights BF16"));
    }

    void fieldsOfTheCurrentCell() {
        const Editor editor("FP16");
        editor.select(0, 6);
        QVERIFY(editor.find<QSpinBox>("cellChunk")->isEnabled());
        editor.choose("cellFormat", "FP16");
        editor.choose("cellRounding", "stochastic");
        editor.choose("cellOverflow", "saturate");
        editor.find<QSpinBox>("cellChunk")->setValue(64);
        QCOMPARE(editor.text(), QString("FP16, accumulator FP16 chunk 64 stochastic saturate"));
        editor.select(1, 0);
        QVERIFY(!editor.find<QSpinBox>("cellChunk")->isEnabled());
        editor.choose("cellRounding", "up");
        QCOMPARE(editor.text(), QString("FP16, accumulator FP16 chunk 64 stochastic saturate, layer1 weights FP16 up"));
        editor.select(0, 6);
        editor.choose("cellFormat", "FP32"); // Takes neither a chunk nor a rounding along.
        QCOMPARE(editor.text(), QString("FP16, accumulator FP32, layer1 weights FP16 up"));
    }

    void keysFillDownAndClear() {
        const Editor editor("FP16");
        editor.select(1, 2);
        editor.choose("cellFormat", "FP32");
        editor.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(editor.window.get()));
        editor.matrix()->setFocus();
        QTest::keyClick(editor.matrix(), Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(editor.window->policy().layers.size(), std::size_t{3});
        editor.matrix()->selectColumn(2);
        QTest::keyClick(editor.matrix(), Qt::Key_Delete);
        QVERIFY(editor.window->policy().layers.empty());
    }

    void settingsOfTheWholePolicy() {
        const Editor editor("FP16");
        editor.choose("policyRounding", "toward-zero");
        editor.choose("policyOverflow", "saturate");
        editor.choose("policySubnormals", "flush");
        editor.choose("policyArithmetic", "stepwise");
        QCOMPARE(editor.text(), QString("FP16 toward-zero saturate flush stepwise"));
    }

    void problemsStandWhereTheyBelong_data() {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("format");
        QTest::newRow("no format") << 0 << "FP17";
        QTest::newRow("no scale") << 2 << "INT8";
    }

    void problemsStandWhereTheyBelong() {
        QFETCH(int, row);
        QFETCH(QString, format);
        const Editor editor("FP16");
        QVERIFY(editor.canBeTaken());
        editor.select(row, 0);
        auto* box = editor.find<QComboBox>("cellFormat");
        box->lineEdit()->selectAll();
        QTest::keyClicks(box->lineEdit(), format);
        QTest::keyClick(box->lineEdit(), Qt::Key_Return);
        QVERIFY(editor.find<QLabel>("cellProblem")->isVisible());
        QVERIFY(editor.find<QLabel>("cellProblem")->text().contains(format));
        QVERIFY(!editor.canBeTaken());
        QVERIFY(editor.window->isVisible());
        editor.choose("cellFormat", "FP32");
        QVERIFY(!editor.find<QLabel>("cellProblem")->isVisible());
        QVERIFY(editor.canBeTaken());
    }

    void problemsOfTheWholePolicyStandBesideItsFields() {
        const Editor editor("FP8-E4M3");
        editor.choose("policyOverflow", "infinity");
        QVERIFY(editor.find<QLabel>("policySettingProblem")->isVisible());
        QVERIFY(!editor.canBeTaken());
    }

    void startingFromANamedPolicy() {
        const Editor editor("FP16, layer3 weights FP32");
        QCOMPARE(editor.find<QComboBox>("policyChooser")->currentIndex(), -1);
        editor.choose("policyChooser", "AMP-BF16");
        QCOMPARE(editor.text(), QString("AMP-BF16"));
        QVERIFY(!editor.find<QLabel>("policyExplanation")->text().isEmpty());
    }

    void theSentenceIsLive() {
        const Editor editor("FP16");
        const QString before = editor.find<QLabel>("policySentence")->text();
        editor.select(3, 0);
        editor.choose("cellFormat", "FP32");
        const QString after = editor.find<QLabel>("policySentence")->text();
        QVERIFY(after != before);
        QVERIFY(after.contains("Layer 3 keeps FP32 weights."));
    }

    void savingUnderAName() {
        const Editor editor("FP16, layer3 weights FP32");
        editor.find<QPushButton>("savePolicy")->click();
        auto* dialog = editor.window->findChild<QInputDialog*>("policyName");
        QVERIFY(dialog != nullptr);
        dialog->setTextValue("Careful");
        dialog->accept();
        QVERIFY(editor.own.find("Careful")->policy == editor.window->policy());
        QCOMPARE(editor.find<QComboBox>("policyChooser")->currentText(), QString("Careful"));
        editor.find<QPushButton>("removePolicy")->click();
        QVERIFY(editor.own.policies().isEmpty());
    }

    void replacingOneIsAsked() {
        Editor editor("FP16, layer3 weights FP32");
        editor.own.save("Careful", nn::namedPolicy("BF16"));
        editor.find<QPushButton>("savePolicy")->click();
        auto* dialog = editor.window->findChild<QInputDialog*>("policyName");
        dialog->setTextValue("Careful");
        dialog->accept();
        auto* question = editor.window->findChild<QMessageBox*>("replacePolicy");
        QVERIFY(question != nullptr);
        QVERIFY(question->text().contains("Careful"));
        QCOMPARE(question->textFormat(), Qt::PlainText);
        question->reject();
        QVERIFY(editor.own.find("Careful")->policy == nn::namedPolicy("BF16"));
    }

    void aNameThatIsNotFitIsRefused() {
        const Editor editor("FP16, layer3 weights FP32");
        editor.find<QPushButton>("savePolicy")->click();
        auto* dialog = editor.window->findChild<QInputDialog*>("policyName");
        dialog->setTextValue("FP16");
        dialog->accept();
        QVERIFY(editor.own.policies().isEmpty());
        QVERIFY(editor.find<QLabel>("ownPolicyProblem")->isVisible());
    }

    void brokenFilesAreTold() {
        QTemporaryDir folder;
        QFile file(folder.filePath("policy-broken.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        OwnPolicies own;
        own.setFolder(folder.path());
        PolicyEditor editor(nn::namedPolicy("FP16"), kThreeLayers, own);
        QVERIFY(editor.findChild<QLabel*>("ownPolicyProblem")->text().contains("policy-broken.json"));
    }

    void missingLayersCanBeRemoved() {
        const Editor editor("FP16, layer3 weights FP32, layer9 weights FP32");
        QVERIFY(editor.find<QLabel>("missingLayers")->isVisible());
        editor.find<QPushButton>("removeMissing")->click();
        QCOMPARE(editor.text(), QString("FP16, layer3 weights FP32"));
        QVERIFY(!editor.find<QLabel>("missingLayers")->isVisible());
    }

    void aChipIsEditedInOneStep() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        document.setAlternatives("precision", {"FP32", "FP16", "BF16"});
        ExperimentForm form(document);
        form.show();
        QTest::mouseDClick(chipOf(form, "FP16"), Qt::LeftButton);
        const QPointer<PolicyEditor> editor = openEditor(form);
        QVERIFY(editor != nullptr);
        editor->model().setData(editor->model().index(3, 0), "FP32");
        editor->accept();
        const QStringList edited{"FP32", "FP16, layer3 weights FP32", "BF16"};
        QCOMPARE(chipsOf(form)->values(), edited);
        QCOMPARE(document.axisValues("precision")->size(), std::size_t{3});
        QVERIFY(precisionOf((*document.axisValues("precision"))[1]).layers.contains("layer3"));
        document.undoStack().undo();
        QCOMPARE(chipsOf(form)->values(), (QStringList{"FP32", "FP16", "BF16"}));
        document.undoStack().redo();
        QCOMPARE(chipsOf(form)->values(), edited);
        QTRY_VERIFY(editor == nullptr);
    }

    void cancellingChangesNothing() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        ExperimentForm form(document);
        form.show();
        form.findChild<QPushButton*>("editPrecision")->click();
        PolicyEditor* editor = openEditor(form);
        editor->model().setData(editor->model().index(0, 0), "FP16");
        editor->reject();
        QCOMPARE(document.undoStack().count(), 0);
        QCOMPARE(chipsOf(form)->values(), QStringList{"FP32"});
    }

    void editingIntoAnotherChipJoinsThem() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        document.setAlternatives("precision", {"FP32", "FP16"});
        ExperimentForm form(document);
        form.show();
        QTest::mouseDClick(chipOf(form, "FP16"), Qt::LeftButton);
        openEditor(form)->model().setPolicy(nn::namedPolicy("FP32"));
        openEditor(form)->accept();
        QCOMPARE(chipsOf(form)->values(), QStringList{"FP32"});
        QVERIFY(document.axisValues("precision") == nullptr);
    }

    void theMeaningIsThatOfTheCurrentChip() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        document.setAlternatives("precision", {"FP32", "BF16"});
        ExperimentForm form(document);
        form.show();
        auto* meaning = form.findChild<QLabel*>("meaning");
        QVERIFY(meaning->text().startsWith("FP32: "));
        QTest::mouseClick(chipOf(form, "BF16"), Qt::LeftButton);
        QVERIFY(meaning->text().startsWith("BF16: "));
        QVERIFY(chipOf(form, "BF16")->toolTip().contains("rounded to BF16"));
    }

    void aTypedPolicyMayHaveRoles() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        ExperimentForm form(document);
        form.show();
        QTest::keyClicks(chipsOf(form)->findChild<QLineEdit*>(), "fp16; layer3 weights fp32");
        QVERIFY(chipsOf(form)->commit());
        QCOMPARE(chipsOf(form)->values(), (QStringList{"FP32", "FP16, layer3 weights FP32"}));
    }

    void ownPoliciesAreTypedByName() {
        QTemporaryDir folder;
        ownPolicies().setFolder(folder.path());
        ExperimentDocument document{experiment::ExperimentSpec()};
        ExperimentForm form(document);
        form.show();
        ownPolicies().save("Careful", parsePrecision("FP16, layer3 weights FP32"));
        QTest::keyClicks(chipsOf(form)->findChild<QLineEdit*>(), "careful,");
        QVERIFY(document.axisValues("precision") != nullptr);
        // The specification holds the whole policy.
        QVERIFY((*document.axisValues("precision"))[1].is_object());
        QVERIFY(chipOf(form, "FP16, layer3 weights FP32")->findChild<QLabel*>() != nullptr);
        QStringList labels;
        for (const QLabel* label : chipOf(form, "FP16, layer3 weights FP32")->findChildren<QLabel*>()) {
            labels << label->text();
        }
        QVERIFY(labels.contains("Careful"));
        ownPolicies().setFolder(QString());
    }

    void layersThatAreGoneAreAProblemOfTheForm() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        document.setAlternatives("precision", {"FP32", precisionJson(parsePrecision("FP16, layer3 weights FP32"))});
        ExperimentForm form(document);
        form.show();
        QCOMPARE(form.problem(), QString());
        auto* remove = form.findChild<QPushButton*>("removeMissingLayers");
        QVERIFY(!remove->isVisibleTo(&form));
        document.setValue("network.hidden", experiment::Json::array({128}));
        QVERIFY(form.problem().contains("layer3"));
        QVERIFY(remove->isVisibleTo(form.findChild<QWidget*>("row.precision")));
        remove->click();
        QCOMPARE(form.problem(), QString());
        QCOMPARE(chipsOf(form)->values(), (QStringList{"FP32", "FP16"}));
        document.undoStack().undo();
        QVERIFY(form.problem().contains("layer3"));
    }
};

QTEST_MAIN(TstPrecisionEditor)
#include "tst_precision_editor.moc"
