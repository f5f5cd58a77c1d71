// SPDX-License-Identifier: GPL-3.0-or-later
// The program as a person calls it: exit codes, messages, what convert prints, what a run writes. Codes and values of
// convert are those of IEEE 754 and OCP's tables, by hand.
#include <stdexcept>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include "tests/app/program.h"

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using roundoff::test::call;
using roundoff::test::contents;
using roundoff::test::Outcome;

namespace {

// A safetensors file of the floats -0.21, 0.12 and 0.34, called `weights`.
QString threeWeights(const QTemporaryDir& folder) {
    QFile file(folder.filePath("weights"));
    const QByteArray header = R"({"w":{"dtype":"F32","shape":[3],"data_offsets":[0,12]}} )";
    QByteArray bytes(8 + 12, '\0');
    qToLittleEndian<quint64>(static_cast<quint64>(header.size()), bytes.data());
    qToLittleEndian<float>(-0.21F, bytes.data() + 8);
    qToLittleEndian<float>(0.12F, bytes.data() + 12);
    qToLittleEndian<float>(0.34F, bytes.data() + 16);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.insert(8, header)) != bytes.size()) {
        throw std::runtime_error("the test cannot write its weights");
    }
    return file.fileName();
}

// Small enough for a test, on the real images.
QStringList smallRun(const QString& out) {
    return {"run",
            "bit-width",
            "--out",
            out,
            "--quiet",
            "--set",
            "dataset.trainLimit=500",
            "--set",
            "network.hidden=[16]",
            "--set",
            "training.epochs=2",
            "--set",
            "repeats.folds=0"};
}

} // namespace

class TestCommandLine : public QObject {
    Q_OBJECT

private slots:
    void convertPrintsCodeAndValue_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("output");
        QTest::newRow("FP16") << QStringList{"--format", "FP16"}
                              << QByteArray("65504\n65520\n-0\n0x1p-24\n0x1p-25\nnan\n-inf\n1e9\n")
                              << QByteArray("0x7bff 0x1.ffcp+15\n0x7c00 inf\n0x8000 -0x0p+0\n0x0001 0x1p-24\n0x0000 "
                                            "0x0p+0\n0x7e00 nan\n0xfc00 -inf\n0x7c00 inf\n");
        QTest::newRow("toward zero stops at the largest")
            << QStringList{"--format", "FP16", "--rounding", "toward-zero"} << QByteArray("1e9\n")
            << QByteArray("0x7bff 0x1.ffcp+15\n");
        QTest::newRow("saturated") << QStringList{"--format", "FP16", "--overflow", "saturate"} << QByteArray("inf\n")
                                   << QByteArray("0x7bff 0x1.ffcp+15\n");
        QTest::newRow("flushed") << QStringList{"--format", "FP16", "--subnormals", "flush"} << QByteArray("-0x1p-15\n")
                                 << QByteArray("0x8000 -0x0p+0\n");
        QTest::newRow("OCP E4M3") << QStringList{"--format", "FP8-E4M3"} << QByteArray("448\n1000\n0.001953125\n")
                                  << QByteArray("0x7e 0x1.cp+8\n0x7f nan\n0x01 0x1p-9\n");
        QTest::newRow("IEEE-like E4M3") << QStringList{"--format", "E4M3"} << QByteArray("240\n1000\n")
                                        << QByteArray("0x77 0x1.ep+7\n0x78 inf\n");
        QTest::newRow("FP4") << QStringList{"--format", "FP4-E2M1"} << QByteArray("5\n100\n-0.3\n")
                             << QByteArray("0x6 0x1p+2\n0x7 0x1.8p+2\n0x9 -0x1p-1\n");
        QTest::newRow("INT8") << QStringList{"--format", "INT8"} << QByteArray("-1\n200\n2.5\n")
                              << QByteArray("0xff -0x1p+0\n0x7f 0x1.fcp+6\n0x02 0x1p+1\n");
        QTest::newRow("FIXED8.4") << QStringList{"--format", "FIXED8.4"} << QByteArray("1.5\n-8\n")
                                  << QByteArray("0x18 0x1.8p+0\n0x80 -0x1p+3\n");
        QTest::newRow("DEC2") << QStringList{"--format", "DEC2"} << QByteArray("0.125\n")
                              << QByteArray("- 0x1.eb851eb851eb8p-4\n");
        QTest::newRow("FP64") << QStringList{"--format", "FP64"} << QByteArray("0.1\n")
                              << QByteArray("0x3fb999999999999a 0x1.999999999999ap-4\n");
    }
    void convertPrintsCodeAndValue() {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, input);
        const Outcome outcome = call(QStringList{"convert"} + options, input);
        QCOMPARE(outcome.code, 0);
        QTEST(outcome.out, "output");
    }

    void stochasticConversionFollowsTheSeed() {
        const auto with = [](const QString& seed) {
            return call({"convert", "--format", "FP8-E5M2", "--rounding", "stochastic", "--seed", seed},
                        QByteArray("1.1\n").repeated(64))
                .out;
        };
        QCOMPARE(with("3"), with("3"));
        QVERIFY(with("3") != with("4"));
        QVERIFY(with("3").contains("0x3c 0x1p+0") && with("3").contains("0x3d 0x1.4p+0"));
    }

    void badInputExitsWithTwoAndOneLine_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("mentions");
        const QStringList run{"run", "bit-width", "--out", "never"};
        QTest::newRow("unknown command option")
            << run + QStringList{"--speed"} << QByteArray() << QByteArray("--speed");
        QTest::newRow("no such preset") << QStringList{"run", "tea", "--out", "never"} << QByteArray()
                                        << QByteArray("tea");
        QTest::newRow("unknown field") << run + QStringList{"--set", "optimiser.rate=1"} << QByteArray()
                                       << QByteArray("optimiser.rate");
        QTest::newRow("out of range") << run + QStringList{"--set", "training.batchSize=0"} << QByteArray()
                                      << QByteArray("training.batchSize");
        QTest::newRow("wrong type") << run + QStringList{"--set", "training.shuffle=maybe"} << QByteArray()
                                    << QByteArray("training.shuffle");
        QTest::newRow("no such folder") << run + QStringList{"--set", "dataset.directory=nowhere"} << QByteArray()
                                        << QByteArray("nowhere");
        QTest::newRow("too large for memory") << run + QStringList{"--set", "network.hidden=[1000000,1000000]"}
                                              << QByteArray() << QByteArray("network.hidden");
        QTest::newRow("unknown figure format")
            << run + QStringList{"--figures", "bmp"} << QByteArray() << QByteArray("bmp");
        QTest::newRow("no number") << QStringList{"convert", "--format", "FP16"} << QByteArray("1\nx\n")
                                   << QByteArray("line 2");
        QTest::newRow("impossible overflow") << QStringList{"convert", "--format", "FP4-E2M1", "--overflow", "nan"}
                                             << QByteArray() << QByteArray("FP4-E2M1");
    }
    void badInputExitsWithTwoAndOneLine() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, input);
        QFETCH(QByteArray, mentions);
        const QTemporaryDir folder;
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        const Outcome outcome = call(arguments, input);
        QDir::setCurrent(before);
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.error.count('\n'), 1);
        QVERIFY2(outcome.error.contains(mentions), outcome.error.constData());
        QVERIFY(QDir(folder.path()).isEmpty()); // Nothing is written.
    }

    void packPrintsWhatItTakes() {
        const QTemporaryDir folder;
        const QString packed = folder.filePath("packed.safetensors");
        const Outcome outcome = call({"pack", threeWeights(folder), "--format", "DEC1", "--out", packed});
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        const qint64 size = QFileInfo(packed).size();
        // -0.2, 0.1 and 0.3 are three of six levels: 3 bits.
        QCOMPARE(outcome.out, QByteArray("3 weights in 3 bits each: 2 bytes of codes, a file of %1 bytes, %2 times the "
                                         "12 bytes of FP32\n")
                                  .replace("%1", QByteArray::number(size))
                                  .replace("%2", QByteArray::number(static_cast<double>(size) / 12.0, 'f', 3)));
    }

    void unpackGivesTheRoundedWeights() {
        const QTemporaryDir folder;
        const QString packed = folder.filePath("packed.safetensors");
        const QString plain = folder.filePath("plain.safetensors");
        QCOMPARE(call({"pack", threeWeights(folder), "--format", "DEC1", "--bits", "8", "--out", packed}).code, 0);
        const Outcome outcome = call({"unpack", packed, "--out", plain});
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        QCOMPARE(outcome.out, QByteArray("3 weights in FP32\n"));
        QCOMPARE(contents(plain).right(12).toHex(), QByteArray("cdcc4cbecdcccc3d9a99993e")); // -0.2, 0.1, 0.3
    }

    void packingWhatWasUnpackedGivesTheSameFile() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("results");
        QCOMPARE(call(smallRun(out) + QStringList{"--set", R"(deployments=[{"format":"DEC3"}])"}).code, 0);
        const QDir packed(out + "/packed");
        QCOMPARE(packed.entryList({"*-DEC3-nearest-even.safetensors"}).size(), 3);
        for (const QString& name : packed.entryList(QDir::Files)) {
            const QString plain = folder.filePath("plain");
            const QString again = folder.filePath("again");
            QCOMPARE(call({"unpack", packed.filePath(name), "--out", plain}).code, 0);
            QCOMPARE(call({"pack", plain, "--format", "DEC3", "--out", again}).code, 0);
            QVERIFY(contents(again) == contents(packed.filePath(name)));
        }
    }

    void whatCannotBePackedExitsWithTwoAndOneLine_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QByteArray>("mentions");
        QTest::newRow("no such file") << QStringList{"pack", "nowhere", "--format", "DEC1"} << QByteArray("nowhere");
        QTest::newRow("no such format") << QStringList{"pack", "weights", "--format", "DEC16"} << QByteArray("DEC16");
        QTest::newRow("bits too few") << QStringList{"pack", "weights", "--format", "DEC1", "--bits", "2"}
                                      << QByteArray("weights: DEC1 significands from -2 to 3 need 3 bits");
        QTest::newRow("bits too many") << QStringList{"pack", "weights", "--format", "DEC1", "--bits", "65"}
                                       << QByteArray("--bits");
        QTest::newRow("not packed") << QStringList{"unpack", "weights"}
                                    << QByteArray("weights: no valid file of packed weights");
        QTest::newRow("no weights") << QStringList{"unpack"} << QByteArray("packed");
    }
    void whatCannotBePackedExitsWithTwoAndOneLine() {
        QFETCH(QStringList, arguments);
        QFETCH(QByteArray, mentions);
        const QTemporaryDir folder;
        (void)threeWeights(folder);
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(folder.path()));
        const Outcome outcome = call(arguments + QStringList{"--out", "out"});
        QDir::setCurrent(before);
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.error.count('\n'), 1);
        QVERIFY2(outcome.error.contains(mentions), outcome.error.constData());
        QVERIFY(!QFile::exists(folder.filePath("out")));
    }

    void damagedFilesAreNamedWithTheirPlace() {
        const QTemporaryDir folder;
        QFile file(folder.filePath("spec.json"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\n  \"title\": \"x\",\n  oops\n}\n");
        file.close();
        const Outcome outcome = call({"run", file.fileName(), "--out", folder.filePath("out")});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.error.contains("line 3"), outcome.error.constData());
        QVERIFY(!QFile::exists(folder.filePath("out")));
    }

    void aRunWritesItsFiles() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("results");
        const Outcome outcome = call(smallRun(out) + QStringList{"--figures", "svg,png"});
        QVERIFY2(outcome.code == 0, outcome.error.constData());
        for (const char* name :
             {"runs.csv", "epochs.csv", "deployments.csv", "histograms.csv", "summary.csv", "specification.json",
              "provenance.json", "figures/accuracy.svg", "figures/accuracy.png", "figures/accuracy.csv"}) {
            QVERIFY2(QFile::exists(out + '/' + name), name);
        }
        const QByteArrayList lines = contents(out + "/runs.csv").split('\n');
        QCOMPARE(lines.size(), 5); // Header, three runs, and what follows the last line break.
        QCOMPARE(QDir(out + "/weights").entryList({"*.safetensors"}).size(), 3);
    }

    void threadsAndTargetsDoNotChangeTheWeights() {
        const QTemporaryDir folder;
        QByteArrayList digests;
        const QByteArray targets = call({"verify"}).out;
        for (const auto& [threads, target] : {std::pair{"1", "best"}, {"2", "best"}, {"2", "avx2"}}) {
            const QString out = folder.filePath(
                QStringLiteral("%1-%2").arg(QLatin1String(threads), QLatin1String(target)));
            const Outcome outcome = call(smallRun(out) + QStringList{"--threads", threads}, {},
                                         {QStringLiteral("ROUNDOFF_TARGET=") + target});
            if (outcome.code == 2 && QByteArray(target) == "avx2") {
                continue; // This CPU has no AVX2.
            }
            QCOMPARE(outcome.code, 0);
            QByteArray all;
            for (const QByteArray& line : contents(out + "/runs.csv").split('\n')) {
                all += line.mid(line.lastIndexOf(',') + 1);
            }
            digests.append(all);
        }
        QVERIFY(targets.contains("target"));
        QVERIFY(digests.size() >= 2);
        for (const QByteArray& digest : digests) {
            QCOMPARE(digest, digests.front());
        }
    }

#ifdef Q_OS_UNIX
    void anInterruptKeepsWhatIsFinished() {
        const QTemporaryDir folder;
        const QString out = folder.filePath("results");
        QProcess process;
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QStringLiteral(ROUNDOFF_PROGRAM),
                      {"run", "bit-width", "--out", out, "--threads", "1", "--set", "training.epochs=1000", "--set",
                       "dataset.trainLimit=2000", "--set", "repeats.folds=0", "--set",
                       R"(vary.training.epochs=[1,1000])"});
        QByteArray progress;
        for (int i = 0; i < 600 && !progress.contains("[1/"); ++i) { // Until the first run is done.
            process.waitForReadyRead(100);
            progress += process.readAll();
        }
        QVERIFY2(progress.contains("[1/"), progress.constData());
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(30'000));
        QCOMPARE(process.exitCode(), 130);
        const QByteArray runs = contents(out + "/runs.csv");
        QVERIFY(runs.contains(",done,1,"));
        QVERIFY(runs.contains(",stopped,"));
    }
#endif

    void listsAreReadable() {
        const Outcome presets = call({"presets", "--json"});
        QCOMPARE(presets.code, 0);
        QVERIFY(QJsonDocument::fromJson(presets.out).isArray());
        QVERIFY(call({"presets"}).out.contains("bit-width"));
        const Outcome formats = call({"formats", "--json"});
        QCOMPARE(formats.code, 0);
        const QJsonDocument table = QJsonDocument::fromJson(formats.out);
        // Tables 1 and 2 of the paper: fields of FP16, bias 15, 11 bits of precision.
        bool found = false;
        for (qsizetype i = 0; table[i].isObject(); ++i) {
            const QJsonObject row = table[i].toObject();
            if (row["name"] == QLatin1String("FP16")) {
                found = true;
                QCOMPARE(row["exponentBits"].toInt(), 5);
                QCOMPARE(row["significandBits"].toInt(), 10);
                QCOMPARE(row["bits"].toInt(), 16);
                QCOMPARE(row["bias"].toInt(), 15);
                QCOMPARE(row["precision"].toInt(), 11);
                QVERIFY(qAbs(row["decimalDigits"].toDouble() - 3.31) < 0.005);
            }
        }
        QVERIFY(found);
        QCOMPARE(call({"--version"}).code, 0);
        QCOMPARE(call({"--help"}).code, 0);
    }

    void thisMachineVerifies() {
        const Outcome outcome = call({"verify"});
        QVERIFY2(outcome.code == 0, outcome.out.constData());
        QCOMPARE(outcome.out.count("\nok "), outcome.out.count('\n') - 1); // All but the line that names the target.
    }

    void everyFormatIsVerifiedOnEveryTarget_data() {
        QTest::addColumn<QString>("target");
        for (const char* target : {"best", "avx2", "sse4", "neon", "generic"}) {
            QTest::addRow("%s", target) << target;
        }
    }
    void everyFormatIsVerifiedOnEveryTarget() {
        QFETCH(QString, target);
        const Outcome outcome = call({"verify"}, {}, {"ROUNDOFF_TARGET=" + target});
        if (outcome.code == 2) {
            QSKIP("this machine has no such instruction set");
        }
        const QJsonDocument formats = QJsonDocument::fromJson(call({"formats", "--json"}).out);
        QVERIFY(formats.array().size() > 30);
        for (const QJsonValue& format : formats.array()) {
            const QByteArray end = "  " + format["name"].toString().toUtf8() + ", every mode\n";
            const qsizetype line = outcome.out.lastIndexOf('\n', outcome.out.indexOf(end)) + 1;
            QVERIFY2(outcome.out.contains(end) && outcome.out.mid(line, 3) == "ok ", end.constData());
        }
    }

    void anUnknownTargetIsRefused() {
        QCOMPARE(call({"verify"}, {}, {"ROUNDOFF_TARGET=mmx"}).code, 2);
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_command_line.moc"
