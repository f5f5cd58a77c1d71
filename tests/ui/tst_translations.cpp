// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QTest>
#include <QTranslator>

#include "core/experiment/diagnosis.h"
#include "core/experiment/fields.h"
#include "core/experiment/presets.h"

using namespace roundoff;

/// The texts that core keeps in English are translated too, though no tool finds them there.
class TstTranslations : public QObject {
    Q_OBJECT

private:
    QTranslator core_;

    void addText(const char* context, const std::string& text) {
        if (!text.empty()) {
            QTest::newRow(text.c_str()) << QByteArray(context) << QByteArray::fromStdString(text);
        }
    }

private slots:
    void initTestCase() { QVERIFY(core_.load(":/translations/core_de.qm")); }

    void coreTextsHaveAGermanOne_data() {
        QTest::addColumn<QByteArray>("context");
        QTest::addColumn<QByteArray>("text");
        for (const experiment::Field& field : experiment::fields()) {
            addText("Field", field.label);
            addText("Field", field.help);
            addText("Field", field.unit);
        }
        for (const experiment::Preset& preset : experiment::loadPresets({ROUNDOFF_RESOURCE_DIR})) {
            addText("Preset", preset.spec.title);
            addText("Preset", preset.summary);
            for (const std::string& choice : preset.choices) {
                addText("Preset", choice);
            }
            for (const experiment::Claim& claim : preset.claims) {
                addText("Preset", claim.aspect); // The paper's own words stay English.
            }
        }
        for (const std::string& sentence : experiment::claimSentences()) {
            addText("Claim", sentence);
        }
        for (const std::string& sentence : experiment::diagnosisSentences()) {
            addText("Diagnosis", sentence);
        }
        for (const std::string& word : experiment::diagnosisWords()) {
            addText("Diagnosis", word);
        }
    }

    void coreTextsHaveAGermanOne() {
        QFETCH(QByteArray, context);
        QFETCH(QByteArray, text);
        QVERIFY(!core_.translate(context.constData(), text.constData()).isEmpty());
    }

    void nothingIsUnfinished_data() {
        QTest::addColumn<QString>("file");
        QTest::newRow("German") << "roundoff_de.ts";
        QTest::newRow("English plurals") << "roundoff_en.ts";
        QTest::newRow("German texts of core") << "core_de.ts";
    }

    void nothingIsUnfinished() {
        QFETCH(QString, file);
        QFile source(QStringLiteral(ROUNDOFF_RESOURCE_DIR "/translations/") + file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const QByteArray text = source.readAll();
        QVERIFY(text.contains("<message"));
        QCOMPARE(text.count("type=\"unfinished\""), 0);
    }
};

QTEST_MAIN(TstTranslations)
#include "tst_translations.moc"
