// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/error.h"
#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/quantise.h"

using namespace roundoff;

class TestFormatNames : public QObject {
    Q_OBJECT

private slots:
    void namesReadBack_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("bits"); // Of a code, counted by hand; 0 for none.
        const std::pair<const char*, int> kNames[] = {
            {"FP64", 64},    {"FP32", 32},    {"TF32", 19},      {"BF16", 16},    {"FP16", 16},
            {"FP8-E5M2", 8}, {"FP8-E4M3", 8}, {"FP6-E3M2", 6},   {"FP6-E2M3", 6}, {"FP4-E2M1", 4},
            {"E4M3", 8},     {"E6M9", 16},    {"E11M51", 63},    {"INT8", 8},     {"INT1", 1},
            {"INT32", 32},   {"FIXED8.4", 8}, {"FIXED16.0", 16}, {"DEC0", 0},     {"DEC15", 0}};
        for (const auto& [name, bits] : kNames) {
            QTest::addRow("%s", name) << name << bits;
        }
    }
    void namesReadBack() {
        QFETCH(QString, name);
        const auto f = format::parseFormat(name.toStdString());
        QCOMPARE(QString::fromStdString(format::formatName(f)), name);
        QTEST(format::codeBits(f).value_or(0), "bits");
        QCOMPARE(format::parseFormat(name.toLower().toStdString()), f);
    }

    void formatsHaveOneNameEach() {
        QCOMPARE(format::formatName(format::ieeeLike(5, 10)), std::string("FP16"));
        QCOMPARE(format::formatName(format::parseFormat("E5M2")),
                 std::string("FP8-E5M2")); // OCP's is the IEEE-like one.
        QVERIFY(format::parseFormat("E4M3") != format::parseFormat("FP8-E4M3"));
    }

    void nonsenseIsRefused_data() {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"",         "FP",      "FP17",  "E1M3",  "E12M3", "E4M0",  "E4M53", "E04M3",
              "E4M3x",    "E4",      "M3",    "INT0",  "INT33", "INT-8", "INT",   "FIXED8",
              "FIXED8.9", "FIXED8.", "DEC16", "DEC-1", "DEC",   " FP16", "FP16 ", "E999999999999M3"}) {
            QTest::addRow("'%s'", name) << name;
        }
    }
    void nonsenseIsRefused() {
        QFETCH(QString, name);
        QVERIFY_THROWS_EXCEPTION(InputError, static_cast<void>(format::parseFormat(name.toStdString())));
    }

    void modesReadBack() {
        for (const char* name : {"nearest-even", "nearest-away", "toward-zero", "up", "down", "stochastic"}) {
            QCOMPARE(format::name(format::parseRounding(name)), std::string_view(name));
        }
        for (const char* name : {"infinity", "saturate", "nan"}) {
            QCOMPARE(format::name(format::parseOverflow(name)), std::string_view(name));
        }
        for (const char* name : {"keep", "flush"}) {
            QCOMPARE(format::name(format::parseSubnormals(name)), std::string_view(name));
        }
        QVERIFY_THROWS_EXCEPTION(InputError, static_cast<void>(format::parseRounding("nearest")));
    }

    void overflowFollowsWhatTheFormatHas() {
        using format::Overflow;
        QCOMPARE(format::defaultOverflow(format::kFp16), Overflow::ToInfinity);
        QCOMPARE(format::defaultOverflow(format::kFp8E4M3), Overflow::ToNan);
        QCOMPARE(format::defaultOverflow(format::kFp4E2M1), Overflow::Saturate);
        QVERIFY(!format::overflowProblem(format::kFp8E4M3, Overflow::ToNan));
        QVERIFY(format::overflowProblem(format::kFp8E4M3, Overflow::ToInfinity));
        QVERIFY(format::overflowProblem(format::kFp6E3M2, Overflow::ToNan));
        QVERIFY(format::overflowProblem(format::Integer{8}, Overflow::ToInfinity));
    }

    void floatHoldsWhatItCan() {
        for (const char* name : {"FP32", "FP16", "BF16", "TF32", "FP8-E4M3", "FP4-E2M1", "E8M10"}) {
            QVERIFY2(format::fitsFloat(format::parseFormat(name)), name);
        }
        for (const char* name : {"FP64", "E8M11", "E8M22", "E9M3", "E11M10", "DEC3", "INT8"}) {
            QVERIFY2(!format::fitsFloat(format::parseFormat(name)), name);
        }
    }
};

QTEST_APPLESS_MAIN(TestFormatNames)
#include "tst_format_names.moc"
