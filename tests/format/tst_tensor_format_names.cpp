// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/error.h"
#include "core/format/names.h"
#include "core/format/tensor_format.h"

using namespace roundoff;
using format::IntegerScheme;
using format::ScaledInteger;
using format::Sharing;

class TestTensorFormatNames : public QObject {
    Q_OBJECT

private slots:
    void namesReadBack_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("bits"); // Of a code.
        const std::pair<const char*, int> kNames[] = {{"FP16", 16},
                                                      {"INT8", 8},
                                                      {"DEC3", 0},
                                                      {"INT2-SYM", 2},
                                                      {"INT16-SYM-CHANNEL", 16},
                                                      {"INT4-SYM-G64", 4},
                                                      {"INT1-AFFINE", 1},
                                                      {"INT8-AFFINE-CHANNEL", 8},
                                                      {"INT3-AFFINE-G65536", 3},
                                                      {"MXFP8-E5M2", 8},
                                                      {"MXFP8-E4M3", 8},
                                                      {"MXFP6-E3M2", 6},
                                                      {"MXFP6-E2M3", 6},
                                                      {"MXFP4", 4},
                                                      {"MXINT8", 8},
                                                      {"BLOCK16-FP4-E2M1", 4},
                                                      {"BLOCK1-BF16", 16},
                                                      {"BLOCK64-E4M3", 8},
                                                      {"BLOCK32-FIXED4.2", 4}};
        for (const auto& [name, bits] : kNames) {
            QTest::addRow("%s", name) << name << bits;
        }
    }
    void namesReadBack() {
        QFETCH(QString, name);
        const auto f = format::parseTensorFormat(name.toStdString());
        QCOMPARE(QString::fromStdString(format::tensorFormatName(f)), name);
        QTEST(format::tensorCodeBits(f).value_or(0), "bits");
        QVERIFY(format::parseTensorFormat(name.toLower().toStdString()) == f);
    }

    void integersMeanWhatTheirNamesSay() {
        QVERIFY(format::parseTensorFormat("INT8") == format::TensorFormat(format::Format(format::Integer{8})));
        QVERIFY(format::parseTensorFormat("INT4-AFFINE-G64") ==
                format::TensorFormat(ScaledInteger{4, IntegerScheme::Affine, Sharing::Group, 64}));
        QVERIFY(format::parseTensorFormat("INT8-SYM-CHANNEL") ==
                format::TensorFormat(ScaledInteger{8, IntegerScheme::Symmetric, Sharing::Channel, 0}));
    }

    void blocksOf32AreMx() {
        QCOMPARE(format::tensorFormatName(format::parseTensorFormat("BLOCK32-FP4-E2M1")), std::string("MXFP4"));
        QCOMPARE(format::tensorFormatName(format::parseTensorFormat("BLOCK32-FIXED8.6")), std::string("MXINT8"));
    }

    void nonsenseIsRefused_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"",
                                 "INT1-SYM",
                                 "INT17-SYM",
                                 "INT0-AFFINE",
                                 "INT-SYM",
                                 "INT8-",
                                 "INT8-SYM-",
                                 "INT8-SYMM",
                                 "INT8-SYM-ROW",
                                 "INT8-SYM-G",
                                 "INT8-SYM-G0",
                                 "INT8-SYM-G065",
                                 "INT8-SYM-G65537",
                                 "INT8-SYM-G64-",
                                 "INT8-SYM-G64-CHANNEL",
                                 "INT8-CHANNEL",
                                 "FP16-SYM",
                                 "MXFP8",
                                 "MXFP4 ",
                                 "MXINT4",
                                 "BLOCK32",
                                 "BLOCK-FP16",
                                 "BLOCK0-FP16",
                                 "BLOCK32-FP32",
                                 "BLOCK32-FP64",
                                 "BLOCK32-E9M3",
                                 "BLOCK32-DEC3",
                                 "BLOCK32-INT8",
                                 "BLOCK32-FIXED1.0",
                                 "BLOCK32-MXFP4",
                                 "BLOCK32-INT8-SYM"}) {
            QTest::addRow("'%s'", name) << name;
        }
    }
    void nonsenseIsRefused() {
        QFETCH(QString, name);
        QVERIFY_THROWS_EXCEPTION(InputError, static_cast<void>(format::parseTensorFormat(name.toStdString())));
    }

    void whatIsOutOfRangeIsTold_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char* name, const char* problem) { QTest::newRow(name) << name << problem; };
        row("INT8-SYM-G1000000", "a group has 1 to 65536 values, not 1000000");
        row("INT8-AFFINE-G0", "a group has 1 to 65536 values, not 0");
        row("INT8-SYM-G99999999999999999999", "a group has 1 to 65536 values, not 99999999999999999999");
        row("BLOCK0-FP4-E2M1", "a block has 1 to 65536 values, not 0");
        row("block65537-bf16", "a block has 1 to 65536 values, not 65537");
        row("INT17-SYM", "INT<bits>-SYM has 2 to 16 bits, not 17");
        row("INT1-SYM", "INT<bits>-SYM has 2 to 16 bits, not 1");
        row("INT0-AFFINE-CHANNEL", "INT<bits>-AFFINE has 1 to 16 bits, not 0");
    }
    void whatIsOutOfRangeIsTold() {
        QFETCH(QString, name);
        QFETCH(QString, problem);
        try {
            static_cast<void>(format::parseTensorFormat(name.toStdString()));
            QFAIL("was read");
        } catch (const InputError& error) {
            QCOMPARE(QString::fromUtf8(error.what()), "'" + name + "' is no number format: " + problem);
        }
    }

    void whereOneNumberIsRoundedTheReasonIsTold_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("instead");
        QTest::newRow("MXFP4") << "mxfp4"
                               << "FP4-E2M1";
        QTest::newRow("integer") << "INT8-SYM-G64"
                                 << "INT8";
        QTest::newRow("block") << "BLOCK16-BF16"
                               << "BF16";
    }
    void whereOneNumberIsRoundedTheReasonIsTold() {
        QFETCH(QString, name);
        QFETCH(QString, instead);
        try {
            static_cast<void>(format::parseFormat(name.toStdString()));
            QFAIL("was read");
        } catch (const InputError& error) {
            const QString message = QString::fromUtf8(error.what());
            QVERIFY2(message.startsWith(name.toUpper() + " computes its scales from all values of a tensor"),
                     qPrintable(message));
            QVERIFY2(message.contains("choose " + instead + ","), qPrintable(message));
        }
    }

    void scalarFormatsAreFound() {
        const auto decimal = format::parseTensorFormat("DEC3");
        const auto shared = format::parseTensorFormat("INT8-SYM");
        QCOMPARE(format::scalarFormatOf<format::Decimal>(decimal)->digits, 3);
        QVERIFY(format::scalarFormatOf<format::Integer>(decimal) == nullptr);
        QVERIFY(format::scalarFormatOf<format::Integer>(shared) == nullptr);
        QVERIFY(format::holdingFormat(decimal) == format::Format(format::Decimal{3}));
        QVERIFY(format::holdingFormat(shared) == format::Format(format::kFp64));
    }

    void overflowIsSaturation() {
        using format::Overflow;
        for (const char* name : {"INT8-SYM", "MXFP8-E5M2"}) {
            const auto f = format::parseTensorFormat(name);
            QVERIFY(!format::tensorOverflowProblem(f, Overflow::Saturate));
            QVERIFY(format::tensorOverflowProblem(f, Overflow::ToInfinity));
            QVERIFY(format::tensorOverflowProblem(f, Overflow::ToNan));
        }
        QVERIFY(!format::tensorOverflowProblem(format::parseTensorFormat("FP16"), Overflow::ToInfinity));
        QVERIFY(format::tensorOverflowProblem(format::parseTensorFormat("INT8"), Overflow::ToInfinity));
    }

    void theTablesFormatsExist() {
        const auto names = format::tabledTensorFormats();
        QVERIFY(!names.empty());
        for (const std::string& name : names) {
            QCOMPARE(format::tensorFormatName(format::parseTensorFormat(name)), name);
        }
    }
};

QTEST_APPLESS_MAIN(TestTensorFormatNames)
#include "tst_tensor_format_names.moc"
