// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/weights/paper_note.h"

using namespace roundoff;
using namespace roundoff::ui;

class TstWeightsPaperNote : public QObject {
    Q_OBJECT

private slots:
    /// The numbers are the paper's section on decimal rounding, and counted by hand: -0.9 to 0.9, and -1 to 1.
    void says_data() {
        QTest::addColumn<int>("digits");
        QTest::addColumn<int>("rounding");
        QTest::addColumn<double>("accuracy");
        QTest::addColumn<QStringList>("words");
        const auto nearest = static_cast<int>(format::Rounding::NearestEven);
        const auto truncating = static_cast<int>(format::Rounding::TowardZero);
        QTest::newRow("chance level by truncating")
            << 1 << truncating << 0.101 << QStringList{"Chance level", "19", "21"};
        QTest::newRow("no decimals") << 0 << truncating << 0.098 << QStringList{"Chance level", " 1 ", " 3"};
        QTest::newRow("this machine contradicts") << 1 << truncating << 0.55 << QStringList{"55.00 %", "19"};
        QTest::newRow("nearest") << 1 << nearest << 0.87 << QStringList{"21", "19", "toward-zero"};
        QTest::newRow("nothing to say about two decimals") << 2 << truncating << 0.7 << QStringList{};
        QTest::newRow("nor about another mode") << 1 << static_cast<int>(format::Rounding::Up) << 0.1 << QStringList{};
    }
    void says() {
        QFETCH(int, digits);
        QFETCH(int, rounding);
        QFETCH(double, accuracy);
        QFETCH(QStringList, words);
        StudyAnswer answer;
        answer.deployment.format = format::Decimal{digits};
        answer.deployment.rounding = static_cast<format::Rounding>(rounding);
        answer.test = experiment::Evaluation{1.0, accuracy};
        answer.classes = 10;
        const QString note = paperNote(answer);
        QCOMPARE(note.isEmpty(), words.isEmpty());
        for (const QString& word : words) {
            QVERIFY2(note.contains(word), qPrintable(note));
        }
    }

    void saysNothingBeforeTheAccuracyIsKnown() {
        StudyAnswer answer;
        answer.deployment.format = format::Decimal{1};
        QVERIFY(paperNote(answer).isEmpty());
    }
};

QTEST_MAIN(TstWeightsPaperNote)
#include "tst_weights_paper_note.moc"
