// SPDX-License-Identifier: GPL-3.0-or-later
// What the command line says of formats whose values share scales, and makes of numbers. Bits by hand: a scale of FP32
// for 64 values of 4 bits are 4.5 bits a value, one of E8M0 for 32 are 4.25. Scales and codes by hand, from the rules
// that each row names.
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include "tests/app/program.h"

using roundoff::test::call;
using roundoff::test::Outcome;

namespace {

QJsonObject row(const QString& name) {
    for (const QJsonValue& value : QJsonDocument::fromJson(call({"formats", "--json"}).out).array()) {
        if (value["name"] == name) {
            return value.toObject();
        }
    }
    return {};
}

} // namespace

class TestTensorFormatCommands : public QObject {
    Q_OBJECT

private slots:
    void groups() {
        QCOMPARE(row("INT4-SYM-G64"), (QJsonObject{{"name", "INT4-SYM-G64"},
                                                   {"kind", "scaled integer"},
                                                   {"bits", 4},
                                                   {"scheme", "symmetric"},
                                                   {"min", -7},
                                                   {"max", 7},
                                                   {"scaleFormat", "FP32"},
                                                   {"scaleRule", "max |x| / 7"},
                                                   {"sharing", 64},
                                                   {"bitsPerValue", 4.5}}));
    }

    void channels() {
        QCOMPARE(row("INT8-AFFINE-CHANNEL"), (QJsonObject{{"name", "INT8-AFFINE-CHANNEL"},
                                                          {"kind", "scaled integer"},
                                                          {"bits", 8},
                                                          {"scheme", "affine"},
                                                          {"min", 0},
                                                          {"max", 255},
                                                          {"scaleFormat", "FP32"},
                                                          {"scaleRule", "(max(x, 0) - min(x, 0)) / 255"},
                                                          {"zeroPointRule", "-min(x, 0) / scale"},
                                                          {"sharing", "channel"}}));
    }

    void blocks() {
        QCOMPARE(row("MXFP4"), (QJsonObject{{"name", "MXFP4"},
                                            {"kind", "block"},
                                            {"bits", 4},
                                            {"element", "FP4-E2M1"},
                                            {"blockSize", 32},
                                            {"scaleFormat", "E8M0"},
                                            {"scaleRule", "2^(floor(log2(max |x|)) - 2)"},
                                            {"sharing", 32},
                                            {"bitsPerValue", 4.25}}));
    }

    void theTableHasThem() {
        const Outcome formats = call({"formats"});
        QCOMPARE(formats.code, 0);
        for (const char* name :
             {"INT8-SYM", "INT8-AFFINE", "MXFP8-E5M2", "MXFP8-E4M3", "MXFP6-E3M2", "MXFP6-E2M3", "MXFP4", "MXINT8"}) {
            QVERIFY2(formats.out.contains(QByteArray("\n") + name + " "), name);
        }
    }

    void theTableFitsItsWidth() {
        for (const QByteArray& line : call({"formats"}).out.split('\n')) {
            QVERIFY2(line.size() <= 100, line.constData());
        }
    }

    void convert_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QByteArray>("scales");
        // The scale is 127 / 127. Two's complement; 2.5 is a tie; the lowest code, 0x80, is never used.
        QTest::newRow("INT8-SYM") << QStringList{"INT8-SYM"} << QByteArray("127\n-127\n2.5\n-1\n-0\nnan\n-inf\n")
                                  << QByteArray("0x7f 0x1.fcp+6\n0x81 -0x1.fcp+6\n0x02 0x1p+1\n0xff -0x1p+0\n0x00 "
                                                "0x0p+0\n0x00 0x0p+0\n0x81 -0x1.fcp+6\n")
                                  << QByteArray("0 7 0x1p+0 0\n");
        // From -1 to 2 in 15 steps: the scale is 0.2 in FP32, the zero point 1 / 0.2 = 5. 0.5 is 2.5 steps of 1/5, but
        // of the FP32 number, which is larger than 0.2, a little less: 2. Code 7 means 2 * 0.2.
        QTest::newRow("INT4-AFFINE") << QStringList{"INT4-AFFINE"} << QByteArray("-1\n2\n0\n0.5\n")
                                     << QByteArray("0x0 -0x1.0000004p+0\n0xf 0x1.0000004p+1\n0x5 0x0p+0\n0x7 "
                                                   "0x1.99999ap-2\n")
                                     << QByteArray("0 4 0x1.99999ap-3 5\n");
        // Two groups: 7 / 7 and 3.5 / 7.
        QTest::newRow("groups") << QStringList{"INT4-SYM-G2"} << QByteArray("7\n1\n3.5\n-1\n")
                                << QByteArray("0x7 0x1.cp+2\n0x1 0x1p+0\n0x7 0x1.cp+1\n0xe -0x1p+0\n")
                                << QByteArray("0 2 0x1p+0 0\n2 2 0x1p-1 0\n");
        QTest::newRow("a channel is the row")
            << QStringList{"INT4-SYM-CHANNEL"} << QByteArray("7\n-2\n") << QByteArray("0x7 0x1.cp+2\n0xe -0x1p+1\n")
            << QByteArray("0 2 0x1p+0 0\n");
        // MX 1.0, section 6.3: floor(log2(24)) - 2 is 2, the scale 4; the elements are 6, -0.5, 0 and, of 1.5, 2.
        QTest::newRow("MXFP4") << QStringList{"MXFP4"} << QByteArray("24\n-2\n-0\n7\n")
                               << QByteArray("0x7 0x1.8p+4\n0x9 -0x1p+1\n0x8 -0x0p+0\n0x4 0x1p+3\n")
                               << QByteArray("0 4 0x1p+2 0\n");
        // floor(log2(1.5)) - 0 is 0; codes are 64ths in two's complement.
        QTest::newRow("MXINT8") << QStringList{"MXINT8"} << QByteArray("1.5\n-0.25\n")
                                << QByteArray("0x60 0x1.8p+0\n0xf0 -0x1p-2\n") << QByteArray("0 2 0x1p+0 0\n");
        QTest::newRow("toward zero") << QStringList{"MXFP4", "--rounding", "toward-zero"} << QByteArray("24\n7\n")
                                     << QByteArray("0x7 0x1.8p+4\n0x3 0x1.8p+2\n") << QByteArray("0 2 0x1p+2 0\n");
        // A block with a NaN is NaN, the next one is not.
        QTest::newRow("NaN in a block") << QStringList{"BLOCK2-FP8-E4M3"} << QByteArray("1\nnan\n448\n2\n")
                                        << QByteArray("- nan\n- nan\n0x7e 0x1.cp+8\n0x40 0x1p+1\n")
                                        << QByteArray("0 2 nan 0\n2 2 0x1p+0 0\n");
        QTest::newRow("nothing") << QStringList{"MXFP4"} << QByteArray() << QByteArray() << QByteArray();
    }
    void convert() {
        QFETCH(QStringList, options);
        QFETCH(QByteArray, input);
        const QStringList arguments = QStringList{"convert", "--format"} + options;
        const Outcome plain = call(arguments, input);
        QCOMPARE(plain.code, 0);
        QTEST(plain.out, "output");
        QCOMPARE(plain.error, QByteArray());
        const Outcome withScales = call(arguments + QStringList{"--scales"}, input);
        QCOMPARE(withScales.code, 0);
        QTEST(withScales.out, "output");
        QTEST(withScales.error, "scales");
    }

    void stochasticConversionFollowsTheSeed() {
        const auto with = [](const QString& seed) {
            return call({"convert", "--format", "MXFP4", "--rounding", "stochastic", "--seed", seed},
                        QByteArray("5\n").repeated(64))
                .out;
        };
        QCOMPARE(with("3"), with("3"));
        QVERIFY(with("3") != with("4"));
        QVERIFY(with("3").contains("0x6 0x1p+2\n") && with("3").contains("0x7 0x1.8p+2\n"));
    }

    void whatCannotBeAskedIsRefused_data() {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("overflow") << QStringList{"mxfp4", "--overflow", "infinity"}
                                  << QByteArray("roundoff: --overflow: MXFP4 always saturates, since its scales follow "
                                                "the values: choose saturate\n");
        QTest::newRow("flush") << QStringList{"MXFP4", "--subnormals", "flush"}
                               << QByteArray("roundoff: --subnormals: MXFP4 always keeps subnormal elements: choose "
                                             "keep\n");
        QTest::newRow("scales of a format without")
            << QStringList{"FP16", "--scales"}
            << QByteArray("roundoff: --scales: FP16 has no scales: leave the option out\n");
        QTest::newRow("a line that is no number")
            << QStringList{"INT8-SYM"}
            << QByteArray("roundoff: standard input, line 2: 'x' is no number: write a decimal, a C99 hexadecimal "
                          "float, inf or nan\n");
    }
    void whatCannotBeAskedIsRefused() {
        QFETCH(QStringList, options);
        const Outcome outcome = call(QStringList{"convert", "--format"} + options, "1\nx\n");
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.out, QByteArray());
        QTEST(outcome.error, "message");
    }
};

QTEST_APPLESS_MAIN(TestTensorFormatCommands)
#include "tst_tensor_format_commands.moc"
