// SPDX-License-Identifier: GPL-3.0-or-later
// `roundoff paper` as a person calls it, on few images: every experiment with its tables, one report with every figure.
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "tests/app/program.h"

using roundoff::test::call;
using roundoff::test::contents;
using roundoff::test::Outcome;

class TestPaper : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    QString report_;
    int code_ = -1;
    QString error_;

    QString out(const QString& name = {}) const { return folder_.filePath("out/" + name); }
    QStringList weightsIn(const QString& name) const { return QDir(out(name + "/weights")).entryList(QDir::Files); }
    static QStringList paper(const QString& folder) {
        return {"paper",
                "--out",
                folder,
                "--set",
                "dataset.trainLimit=640",
                "--set",
                "training.epochs=1",
                "--set",
                "network.hidden=[16, 8]"};
    }

private slots:
    void initTestCase();
    void everyRunIsDone();
    void everyExperimentHasItsTables_data();
    void everyExperimentHasItsTables();
    void everyFigureIsThere_data();
    void everyFigureIsThere();
    void needsNoNetwork();
    void idsAreUnique();
    void figuresAreXml();
    void everyClaimHasAVerdict();
    void tablesAreComputed();
    void changesAreTold();
    void sameWordsHaveAspects();
    void divergedRunsConfirmNothing();
    void missingFolder();
    void resumingTrainsOnlyWhatIsMissing();
};

void TestPaper::initTestCase() {
    QVERIFY(folder_.isValid());
    const Outcome outcome = call(paper(out()) + QStringList{"--figures", "svg"});
    code_ = outcome.code;
    error_ = QString::fromUtf8(outcome.error);
    report_ = QString::fromUtf8(contents(out("REPORT.html")));
}

void TestPaper::everyRunIsDone() {
    QVERIFY2(code_ == 0, qPrintable(error_));
    constexpr int kRuns = 15 + 5 + 36 + 30 + 3;
    QCOMPARE(error_.count(": done, "), kRuns);
    QVERIFY(error_.contains(QString("[%1/%1] ").arg(kRuns)));
    QVERIFY(error_.contains("REPORT.html"));
}

void TestPaper::everyExperimentHasItsTables_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("runs");
    QTest::newRow("bit-width") << "bit-width" << 15;
    QTest::newRow("inference-only") << "inference-only" << 5;
    QTest::newRow("norm-clipping") << "norm-clipping" << 36;
    QTest::newRow("value-clipping") << "value-clipping" << 30;
    QTest::newRow("decimal-rounding") << "decimal-rounding" << 3;
}

void TestPaper::everyExperimentHasItsTables() {
    QFETCH(const QString, name);
    QFETCH(const int, runs);
    QCOMPARE(contents(out(name + "/runs.csv")).count("\r\n"), runs + 1);
    for (const char* file :
         {"experiment.roundoff", "epochs.csv", "summary.csv", "specification.json", "provenance.json"}) {
        QVERIFY2(!contents(out(name + "/" + file)).isEmpty(), file);
    }
    QVERIFY(report_.contains("id=\"" + name + "\""));
}

void TestPaper::everyFigureIsThere_data() {
    QTest::addColumn<int>("number");
    for (int number = 1; number <= 12; ++number) {
        QTest::addRow("figure %d", number) << number;
    }
}

void TestPaper::everyFigureIsThere() {
    QFETCH(const int, number);
    const QString name = QString("figures/figure-%1").arg(number, 2, 10, QChar('0'));
    QVERIFY(contents(out(name + ".svg")).contains("</svg>"));
    QVERIFY(!contents(out(name + ".csv")).isEmpty());
    const auto place = report_.indexOf(QString("id=\"figure-%1\"").arg(number));
    QVERIFY(place > 0);
    const auto end = report_.indexOf("</figure>", place);
    QVERIFY(report_.mid(place, end - place).contains("<svg"));
}

/// What a page fetches by itself stands in src, in the href of a link element or in CSS's url and @import.
void TestPaper::needsNoNetwork() {
    const QRegularExpression fetched(
        QString("(src|xlink:href)\\s*=\\s*\"(?!data:|#)|<link|<script|url\\((?![\"']?(data:|#))") + "|@import");
    const auto match = fetched.match(report_);
    QVERIFY2(!match.hasMatch(), qPrintable(report_.mid(match.capturedStart() - 40, 120)));
}

void TestPaper::idsAreUnique() {
    QSet<QString> seen;
    auto ids = QRegularExpression(QStringLiteral("\\sid=\"([^\"]*)\"")).globalMatch(report_);
    while (ids.hasNext()) {
        const QString id = ids.next().captured(1);
        QVERIFY2(!seen.contains(id), qPrintable(id));
        seen.insert(id);
    }
    QVERIFY(seen.size() > 12);
}

void TestPaper::figuresAreXml() {
    auto pictures = QRegularExpression(QStringLiteral("<svg.*?</svg>"), QRegularExpression::DotMatchesEverythingOption)
                        .globalMatch(report_);
    int count = 0;
    while (pictures.hasNext()) {
        QXmlStreamReader xml(pictures.next().captured());
        while (!xml.atEnd()) {
            xml.readNext();
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        ++count;
    }
    QVERIFY(count >= 12);
}

void TestPaper::everyClaimHasAVerdict() {
    const QByteArray claims = contents(out("claims.csv"));
    const qsizetype verdicts = claims.count(",confirmed\r\n") + claims.count(",contradicted\r\n") +
                               claims.count(",undecided\r\n") + claims.count(",not tested\r\n");
    QVERIFY(verdicts >= 20);
    QCOMPARE(verdicts, claims.count("\r\n") - 1); // A header, and a line each.
    QCOMPARE(report_.count("class=\"claim\""), verdicts);
}

/// Tables 1 and 2 as the paper prints them: FP64 has 1, 11 and 52 bits, bias 1023, precision 53.
void TestPaper::tablesAreComputed() {
    const auto row = [&](const QString& table) {
        const auto place = report_.indexOf(table);
        const auto begin = report_.indexOf("FP64", place);
        QString text = report_.mid(begin, report_.indexOf("</tr>", begin) - begin);
        return text.remove(QRegularExpression("<[^>]*>")).simplified();
    };
    QVERIFY2(row("Table 1").contains("1 11 52 64"), qPrintable(row("Table 1")));
    QVERIFY2(row("Table 2").contains("1023 53"), qPrintable(row("Table 2")));
}

/// Three options were given, which the presets' explanations know nothing of.
void TestPaper::changesAreTold() {
    QCOMPARE(report_.count("Changed for this report"), 5);
    QVERIFY(report_.contains("training.epochs=1"));
}

/// A sentence of the paper that is tested in several ways says each time in which.
void TestPaper::sameWordsHaveAspects() {
    for (const char* aspect : {"Training time", "Evaluation time", "10% accuracy, truncated", "19 different weights"}) {
        QVERIFY2(report_.count(aspect) >= 2, aspect); // In the overview and on its card.
    }
}

/// A learning rate that no network survives: every run diverges, and the report comes all the same.
void TestPaper::divergedRunsConfirmNothing() {
    const QString folder = folder_.filePath("diverged");
    const Outcome outcome = call(paper(folder) + QStringList{"--quiet", "--set", "optimiser.learningRate=1e6"});
    QVERIFY2(outcome.code == 0, outcome.error.constData());
    const QByteArray claims = contents(folder + "/claims.csv");
    for (const QByteArray& line : claims.split('\n')) {
        QVERIFY2(!line.contains("diverged.") || !line.endsWith(",confirmed\r"), line.constData());
    }
    QVERIFY(claims.contains("diverged."));
    QVERIFY(contents(folder + "/REPORT.html").endsWith("</html>\n"));
}

void TestPaper::missingFolder() {
    const Outcome outcome = call({"paper"});
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.error.contains("--out"));
}

/// Comes last, because it changes the folder.
void TestPaper::resumingTrainsOnlyWhatIsMissing() {
    const QString lost = "value-clipping";
    const QByteArray kept = contents(out("bit-width/runs.csv"));
    const QByteArray before = contents(out(lost + "/weights/" + weightsIn(lost).front()));
    QVERIFY(QFile::remove(out(lost + "/experiment.roundoff")));
    const Outcome outcome = call(paper(out()) + QStringList{"--resume"});
    QVERIFY2(outcome.code == 0, outcome.error.constData());
    QVERIFY2(outcome.error.contains("59 of 89 runs are there"), outcome.error.constData());
    QCOMPARE(outcome.error.count(": done, "), 30);
    QVERIFY(contents(out("bit-width/runs.csv")) == kept); // Times and all.
    QVERIFY(contents(out(lost + "/weights/" + weightsIn(lost).front())) == before);
}

QTEST_GUILESS_MAIN(TestPaper)
#include "tst_paper.moc"
