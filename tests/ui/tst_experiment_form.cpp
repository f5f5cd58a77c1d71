// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>

#include "core/experiment/fields.h"
#include "ui/document/experiment_document.h"
#include "ui/document/field_text.h"
#include "ui/experiment_form/experiment_form.h"
#include "ui/widgets/chips_edit.h"

using namespace roundoff;
using namespace roundoff::ui;
using experiment::Field;
using experiment::FieldKind;
using experiment::Json;

namespace {

/// Another value than the default, by the kind of a field.
Json otherValue(const Field& field) {
    const experiment::RunSpec defaults;
    switch (field.kind) {
    case FieldKind::Integer: return 7;
    case FieldKind::Real: return 0.625;
    case FieldKind::Boolean: return !field.get(defaults).get<bool>();
    case FieldKind::Choice: return field.choices.back();
    case FieldKind::Text: return "somewhere/else";
    case FieldKind::IntegerList: return Json::array({30, 20, 10});
    case FieldKind::Precision: return "BF16";
    case FieldKind::Deployments: break;
    }
    return nullptr;
}

/// Gives the document the first choice of another field that lets this one have an effect.
void makeEffective(const Field& field, ExperimentDocument& document) {
    for (const Field& other : experiment::fields()) {
        for (const std::string& choice : other.choices) {
            if (whyWithoutEffect(field, document.specification()).isEmpty()) {
                return;
            }
            document.setValue(other.path, choice);
        }
    }
}

void type(QLineEdit* line, const QString& text) {
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
}

} // namespace

class TstExperimentForm : public QObject {
    Q_OBJECT

private:
    static QWidget* rowOf(const ExperimentForm& form, const std::string& path) {
        return form.findChild<QWidget*>("row." + QString::fromStdString(path));
    }
    static QLineEdit* lineOf(const ExperimentForm& form, const std::string& path) {
        auto* row = rowOf(form, path);
        auto* line = row->findChild<QLineEdit*>("value");
        return line != nullptr ? line : row->findChild<QWidget*>("value")->findChild<QLineEdit*>();
    }
    static void addFields() {
        QTest::addColumn<QString>("path");
        for (const Field& field : experiment::fields()) {
            if (field.kind != FieldKind::Deployments) {
                QTest::newRow(field.path.c_str()) << QString::fromStdString(field.path);
            }
        }
    }

private slots:
    void documentReachesTheForm_data() { addFields(); }

    void documentReachesTheForm() {
        QFETCH(QString, path);
        const Field& field = experiment::fieldAt(path.toStdString());
        ExperimentDocument document{experiment::ExperimentSpec()};
        ExperimentForm form(document);
        const Json value = otherValue(field);
        document.setValue(field.path, value);
        auto* row = rowOf(form, field.path);
        if (field.kind == FieldKind::Precision) {
            QCOMPARE(row->findChild<ChipsEdit*>()->values(), QStringList{"BF16"});
        } else if (field.kind == FieldKind::Boolean) {
            QCOMPARE(row->findChild<QCheckBox*>()->isChecked(), value.get<bool>());
        } else if (field.kind == FieldKind::Choice) {
            QCOMPARE(row->findChild<QComboBox*>()->currentText(), choiceText(value.get<std::string>()));
        } else {
            QCOMPARE(lineOf(form, field.path)->text(), valueText(field, value));
        }
    }

    void typingReachesTheDocument_data() { addFields(); }

    void typingReachesTheDocument() {
        QFETCH(QString, path);
        const Field& field = experiment::fieldAt(path.toStdString());
        ExperimentDocument document{experiment::ExperimentSpec()};
        makeEffective(field, document);
        ExperimentForm form(document);
        form.show();
        const Json value = otherValue(field);
        const experiment::ExperimentSpec before = document.specification();
        QUndoStack& edits = document.undoStack();
        const int first = edits.index();
        auto* row = rowOf(form, field.path);
        if (field.kind == FieldKind::Precision) {
            auto* chips = row->findChild<ChipsEdit*>();
            QTest::keyClick(chips->findChild<QLineEdit*>(), Qt::Key_Backspace);
            QTest::keyClicks(chips->findChild<QLineEdit*>(), "BF16,");
        } else if (field.kind == FieldKind::Boolean) {
            row->findChild<QCheckBox*>()->click();
        } else if (field.kind == FieldKind::Choice) {
            auto* box = row->findChild<QComboBox*>();
            QTest::keyClick(box, Qt::Key_End);
            QTest::keyClick(box, Qt::Key_Return);
        } else {
            type(lineOf(form, field.path), valueText(field, value));
        }
        if (field.kind != FieldKind::Choice || field.choices.size() > 1) {
            QVERIFY2(field.get(document.specification().base) == value,
                     field.get(document.specification().base).dump().c_str());
        }
        QCOMPARE(form.problem(), QString());

        // It can be taken back, by a name that says what it was, and made again.
        const experiment::ExperimentSpec after = document.specification();
        if (after == before) {
            return; // There was nothing else to choose.
        }
        QVERIFY(edits.canUndo() && !edits.undoText().isEmpty());
        const int last = edits.index();
        while (edits.index() > first) {
            edits.undo();
        }
        QVERIFY(document.specification() == before);
        while (edits.index() < last) {
            edits.redo();
        }
        QVERIFY(document.specification() == after);
    }

    void aFieldBecomesAnAxisAndBack() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        ExperimentForm form(document);
        form.show();
        auto* row = rowOf(form, "optimiser.learningRate");
        auto* vary = row->findChild<QToolButton*>("vary");
        vary->click();
        QVERIFY(*document.axisValues("optimiser.learningRate") == std::vector<Json>{0.01});
        auto* chips = row->findChild<ChipsEdit*>("values");
        QTest::keyClicks(chips->findChild<QLineEdit*>(), "0.1, 0.5");
        QVERIFY(chips->commit());
        QVERIFY(*document.axisValues("optimiser.learningRate") == (std::vector<Json>{0.01, 0.1, 0.5}));
        vary->click();
        QVERIFY(document.axisValues("optimiser.learningRate") == nullptr);
        QCOMPARE(document.specification().base.optimiser.learningRate, 0.01);
    }

    void aGroupBecomesAnAxis() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        ExperimentForm form(document);
        form.show();
        form.findChild<QToolButton*>("varyGroup.clipping")->click();
        auto* chips = form.findChild<QWidget*>("axis.clipping")->findChild<ChipsEdit*>();
        QTest::keyClicks(chips->findChild<QLineEdit*>(), "norm 1, value 0.5");
        QVERIFY(chips->commit());
        QVERIFY(*document.axisValues("clipping") == (std::vector<Json>{{{"kind", "none"}},
                                                                       {{"kind", "norm"}, {"threshold", 1.0}},
                                                                       {{"kind", "value"}, {"threshold", 0.5}}}));
    }

    void whatIsNoValueIsExplainedAndKept() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        ExperimentForm form(document);
        form.show();
        QSignalSpy changed(&form, &ExperimentForm::problemChanged);
        QLineEdit* line = lineOf(form, "optimiser.learningRate");
        type(line, "-1");
        QVERIFY(changed.count() > 0);
        QVERIFY(!form.problem().isEmpty());
        QVERIFY(!rowOf(form, "optimiser.learningRate")->findChild<QLabel*>("problem")->text().isEmpty());
        // Another setting's change does not take away what was typed here.
        document.setValue("training.epochs", 9);
        QCOMPARE(line->text(), QString("-1"));
        type(line, "0.25");
        QCOMPARE(form.problem(), QString());
        QCOMPARE(document.specification().base.optimiser.learningRate, 0.25);
    }

    void typingIsNotRewritten() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        ExperimentForm form(document);
        form.show();
        QLineEdit* line = lineOf(form, "optimiser.learningRate");
        type(line, "0.50");
        QCOMPARE(line->text(), QString("0.50"));
        QCOMPARE(document.specification().base.optimiser.learningRate, 0.5);
    }

    void undoReachesTheForm() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        ExperimentForm form(document);
        form.show();
        QLineEdit* line = lineOf(form, "training.epochs");
        const QString before = line->text();
        type(line, "77");
        document.undoStack().undo();
        QCOMPARE(line->text(), before);
    }

    void fieldsWithoutEffectAreDisabled() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        ExperimentForm form(document);
        auto* row = rowOf(form, "optimiser.beta1");
        QVERIFY(!lineOf(form, "optimiser.beta1")->isEnabled());
        QVERIFY(row->toolTip().contains(choiceText("adam")));
        document.setValue("optimiser.kind", "adam");
        QVERIFY(lineOf(form, "optimiser.beta1")->isEnabled());
        QVERIFY(!lineOf(form, "optimiser.momentum")->isEnabled());
    }

    void theLastPrecisionIsMissed() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        ExperimentForm form(document);
        form.show();
        auto* chips = rowOf(form, "precision")->findChild<ChipsEdit*>();
        QTest::keyClick(chips->findChild<QLineEdit*>(), Qt::Key_Backspace);
        QVERIFY(!form.problem().isEmpty());
        QTest::keyClicks(chips->findChild<QLineEdit*>(), "FP16,");
        QCOMPARE(form.problem(), QString());
        QCOMPARE(document.specification().base.precision.name(), std::string("FP16"));
    }

    void repeatsAndTitle() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        ExperimentForm form(document);
        form.show();
        type(lineOf(form, "title"), "Folds");
        type(lineOf(form, "repeats.folds"), "5");
        type(lineOf(form, "repeats.seeds"), "3");
        QCOMPARE(document.specification().title, std::string("Folds"));
        QCOMPARE(document.specification().repeats, (experiment::Repeats{5, 3}));
        type(lineOf(form, "repeats.folds"), "1");
        QVERIFY(!form.problem().isEmpty());
        QCOMPARE(document.specification().repeats, (experiment::Repeats{5, 3}));
    }

    void problemsOfThePlanStandBesideTheirField() {
        ExperimentDocument document{experiment::ExperimentSpec()};
        ExperimentForm form(document);
        form.setPlanProblem("network.hidden: too large for this machine");
        QCOMPARE(rowOf(form, "network.hidden")->findChild<QLabel*>("problem")->text(),
                 QString("too large for this machine"));
        form.setPlanProblem({});
        QVERIFY(rowOf(form, "network.hidden")->findChild<QLabel*>("problem")->text().isEmpty());
    }
};

QTEST_MAIN(TstExperimentForm)
#include "tst_experiment_form.moc"
