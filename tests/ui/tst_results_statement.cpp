// SPDX-License-Identifier: GPL-3.0-or-later
#include <QLocale>
#include <QTest>

#include "ui/results/result_text.h"
#include "ui/results/statement.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

const experiment::Repeats kFolds{.folds = 5, .seeds = 1};
const experiment::Repeats kSeeds{.folds = 0, .seeds = 3};

SummaryLine line(const std::string& group, const std::string& metric = "test_accuracy") {
    SummaryLine made;
    made.group = group;
    made.metric = metric;
    made.summary = experiment::Summary{5, 0.97, 0.002, 0.967, 0.973};
    return made;
}

SummaryLine compared(const std::string& group, double difference, std::optional<double> p,
                     std::optional<double> equivalenceP) {
    SummaryLine made = line(group);
    made.baseline = "FP64";
    made.comparison = experiment::Comparison{};
    made.comparison->difference = difference;
    made.comparison->pValue = p;
    made.comparison->equivalenceP = equivalenceP;
    made.pairs = 5;
    return made;
}

QString plain(QString text) {
    return text.replace(QChar(0xa0), QLatin1Char(' '));
}

} // namespace

/// The sentences, from numbers that are made up so that each has one reason to be said.
class TstResultsStatement : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void oneComparison_data() {
        QTest::addColumn<double>("difference");
        QTest::addColumn<double>("p");
        QTest::addColumn<double>("equivalenceP");
        QTest::addColumn<QStringList>("says");
        QTest::addColumn<QString>("doesNotSay");
        QTest::newRow("equivalent") << 0.0004 << 0.4 << 0.003
                                    << QStringList{"FP16 and FP64 are equivalent within 0.5 percentage points",
                                                   "TOST, p = 0.003", "5 fold", "Nadeau-Bengio"}
                                    << "lower";
        QTest::newRow("neither") << -0.004 << 0.2 << 0.06
                                 << QStringList{"no difference was shown (paired t test, p = 0.200)",
                                                "but neither was equivalence"}
                                 << "are equivalent";
        QTest::newRow("lower") << -0.012 << 0.0004 << 0.99
                               << QStringList{"FP16 is lower than FP64 by 1.20 percentage points", "p < 0.001"}
                               << "equivalent";
        QTest::newRow("higher") << 0.012 << 0.01 << 0.99
                                << QStringList{"FP16 is higher than FP64 by 1.20 percentage points"} << "equivalent";
        QTest::newRow("small but shown") << -0.002 << 0.01 << 0.01
                                         << QStringList{"FP16 is lower than FP64 by 0.20 percentage points",
                                                        "yet equivalent within 0.5"}
                                         << "neither";
        QTest::newRow("just not significant")
            << -0.012 << 0.05 << 0.99 << QStringList{"no difference was shown"} << "lower";
    }
    void oneComparison() {
        QFETCH(double, difference);
        QFETCH(double, p);
        QFETCH(double, equivalenceP);
        QFETCH(QStringList, says);
        QFETCH(QString, doesNotSay);
        const QString text = plain(statement({line("FP64"), compared("FP16", difference, p, equivalenceP)}, kFolds));
        for (const QString& part : std::as_const(says)) {
            QVERIFY2(text.contains(part), qPrintable(text));
        }
        QVERIFY2(!text.contains(doesNotSay), qPrintable(text));
    }

    void severalComparisonsShareTheLevel() {
        // 0.03 is below 0.05, but not below 0.05 / 2.
        const QString text = statement(
            {line("FP64"), compared("FP32", -0.01, 0.03, 0.9), compared("FP16", -0.01, 0.02, 0.9)}, kFolds);
        QVERIFY2(text.contains("Between FP32 and FP64 no difference was shown"), qPrintable(text));
        QVERIFY2(text.contains("FP16 is lower than FP64"), qPrintable(text));
        QVERIFY2(text.contains("0.05 / 2 (Bonferroni)"), qPrintable(text));
    }

    void manyComparisonsAreToldAsLists() {
        const QString text = statement({line("FP64"), compared("A", 0.0, 0.9, 0.01), compared("B", 0.001, 0.5, 0.02),
                                        compared("C", -0.2, 0.001, 1.0), compared("D", 0.004, 0.2, 0.3)},
                                       kFolds);
        QVERIFY2(text.contains("Equivalent to FP64 within 0.5 percentage points (TOST, p < 0.05 each): A; B."),
                 qPrintable(text));
        QVERIFY2(plain(text).contains(QStringLiteral("Different from FP64 (paired t test): C (\u221220.00 pp).")),
                 qPrintable(text));
        QVERIFY2(text.contains("nor equivalence was shown: D."), qPrintable(text));
        QVERIFY2(text.contains("0.05 / 4"), qPrintable(text));
    }

    void oneRepeatTellsNothing() {
        const QString text = statement({line("FP64"), compared("FP16", -0.3, std::nullopt, std::nullopt)}, kSeeds);
        QVERIFY2(text.contains("30.00 percentage points in the only repeat"), qPrintable(text));
        QVERIFY2(!text.contains("Bonferroni"), qPrintable(text));
    }

    void adviceIsForThoseWithoutRepeats() {
        SummaryLine one = line("FP32");
        one.summary = experiment::Summary{1, 0.97, {}, {}, {}};
        QVERIFY(statement({one}, {.folds = 0, .seeds = 1}).contains("Add folds or seeds"));
        QVERIFY(!statement({one}, kFolds).contains("Add folds or seeds"));
    }

    void whatIsNotTestedTakesNothingOfTheLevel() {
        const QString text = statement(
            {line("FP64"), compared("FP32", -0.01, 0.03, 0.9), compared("FP16", -0.3, std::nullopt, std::nullopt)},
            kFolds);
        QVERIFY2(text.contains("FP32 is lower than FP64"), qPrintable(text));
        QVERIFY2(!text.contains("Bonferroni"), qPrintable(text));
    }

    void seedsShareNoImages() {
        const QString text = statement({line("FP64"), compared("FP16", 0.0, 1.0, 0.0)}, kSeeds);
        QVERIFY2(text.contains("seed"), qPrintable(text));
        QVERIFY2(!text.contains("Nadeau"), qPrintable(text));
    }

    void oneGroupHasAnInterval() {
        const QString text = plain(statement({line("FP32")}, kFolds));
        QVERIFY2(text.contains("FP32: 97.00 % in the mean (95 % interval 96.70 % to 97.30 %"), qPrintable(text));
    }

    void emulatedTimesAreNotTheFormats() {
        SummaryLine native = line("FP64", "train_seconds");
        native.nativeTime = true;
        native.summary->mean = 2.5;
        SummaryLine emulated = line("FP16", "train_seconds");
        emulated.summary->mean = 1.25;
        const QString text = plain(statement({native, emulated}, kFolds));
        QVERIFY2(text.contains("Native, the time of the format itself: FP64 2.50 s."), qPrintable(text));
        QVERIFY2(text.contains("Emulated, which says nothing about the format's own speed: FP16 1.25 s."),
                 qPrintable(text));
    }

    void withoutRunsNothingIsSaid() {
        SummaryLine none = line("FP64");
        none.summary.reset();
        QVERIFY(statement({none}, kFolds).contains("nothing to say yet"));
    }

    void conditionsNameWhatRanBeside() {
        // Never more at a time than there are runs.
        QVERIFY(timeConditions(8, 3, 16).contains("3 run"));
        QVERIFY(timeConditions(2, 15, 2).contains("on 2 core"));
    }
};

QTEST_MAIN(TstResultsStatement)
#include "tst_results_statement.moc"
