// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>

#include <QTest>

#include "core/format/binary_float.h"
#include "core/format/fixed_point.h"
#include "core/format/names.h"
#include "core/format/number_line.h"
#include "core/format/quantise.h"

using namespace roundoff;
using format::Binade;
using format::OrderedValues;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

OrderedValues valuesOf(const QString& name, double scale = 1.0, int zeroPoint = 0) {
    return {format::parseTensorFormat(name.toStdString()), {scale, zeroPoint}};
}

/// The distinct finite values of a format of at most 16 bits, by decoding every code.
std::set<double> decodedValues(const format::Format& f) {
    std::set<double> values;
    for (std::uint64_t code = 0; code < std::uint64_t{1} << format::codeBits(f).value(); ++code) {
        const auto* binary = std::get_if<format::BinaryFloat>(&f);
        const auto* integer = std::get_if<format::Integer>(&f);
        const double value = binary != nullptr    ? format::decode(*binary, code)
                             : integer != nullptr ? format::decode(format::asFixedPoint(*integer), code)
                                                  : format::decode(std::get<format::FixedPoint>(f), code);
        if (std::isfinite(value)) {
            values.insert(value == 0.0 ? 0.0 : value);
        }
    }
    return values;
}

std::vector<double> allOf(const OrderedValues& values) {
    std::vector<double> all;
    for (std::int64_t number = values.least(); number <= values.greatest(); ++number) {
        all.push_back(values[number]);
    }
    return all;
}

void addSmallFormats() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"FP16", "BF16", "FP8-E5M2", "FP8-E4M3", "FP6-E3M2", "FP6-E2M3", "FP4-E2M1", "E4M3", "E2M1",
                             "INT1", "INT4", "INT16", "FIXED8.4", "FIXED4.4", "FIXED1.0"}) {
        QTest::newRow(name) << name;
    }
}

QString described(const std::vector<Binade>& binades) {
    QStringList parts;
    for (const Binade& binade : binades) {
        parts << QString("2^%1:%2%3").arg(binade.exponent).arg(binade.count).arg(binade.subnormal ? "s" : "");
    }
    return parts.join(' ');
}

} // namespace

class TstNumberLine : public QObject {
    Q_OBJECT

private slots:
    void valuesAreThoseOfTheCodes_data() { addSmallFormats(); }
    void valuesAreThoseOfTheCodes() {
        QFETCH(QString, name);
        const std::set<double> decoded = decodedValues(format::parseFormat(name.toStdString()));
        QCOMPARE(allOf(valuesOf(name)), std::vector<double>(decoded.begin(), decoded.end()));
    }

    void codesAreThoseOfTheValues_data() { addSmallFormats(); }
    void codesAreThoseOfTheValues() {
        QFETCH(QString, name);
        const format::Format f = format::parseFormat(name.toStdString());
        const OrderedValues values = valuesOf(name);
        for (std::int64_t number = values.least(); number <= values.greatest(); ++number) {
            QCOMPARE(values.code(number), format::encode(f, values[number]));
        }
    }

    void flushedSubnormalsAreNoValues() {
        auto flushing = std::get<format::BinaryFloat>(format::parseFormat("FP8-E4M3"));
        flushing.subnormals = false;
        const std::set<double> decoded = decodedValues(flushing);
        const OrderedValues values{format::Format(flushing)};
        QCOMPARE(allOf(values), std::vector<double>(decoded.begin(), decoded.end()));
        QCOMPARE(values.code(1), std::optional<std::uint64_t>(0x08)); // S.0001.000, OFP8's smallest normal
        QCOMPARE(values[1], 0x1p-6);
    }

    void sharedScales_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("scale");
        QTest::addColumn<int>("zeroPoint");
        QTest::addColumn<QList<double>>("expected");
        using List = QList<double>;
        // Codes -3 to 3; the lowest of two's complement is unused.
        QTest::newRow("symmetric") << "INT3-SYM" << 0.5 << 0 << List{-1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5};
        QTest::newRow("affine") << "INT2-AFFINE" << 0.25 << 1 << List{-0.25, 0.0, 0.25, 0.5};
        // OCP MX 1.0, table 5, times 2^3.
        QTest::newRow("block of FP4") << "MXFP4" << 8.0 << 0 << List{-48.0, -32.0, -24.0, -16.0, -12.0, -8.0, -4.0, 0.0,
                                                                     4.0,   8.0,   12.0,  16.0,  24.0,  32.0, 48.0};
        QTest::newRow("block of fixed point")
            << "BLOCK8-FIXED3.1" << 2.0 << 0 << List{-3.0, -2.0, -1.0, 0.0, 1.0, 2.0, 3.0};
    }
    void sharedScales() {
        QFETCH(QString, name);
        QFETCH(double, scale);
        QFETCH(int, zeroPoint);
        QFETCH(QList<double>, expected);
        QCOMPARE(allOf(valuesOf(name, scale, zeroPoint)), std::vector<double>(expected.begin(), expected.end()));
    }

    void affineCodesCountFromTheZeroPoint() {
        const OrderedValues values = valuesOf("INT8-AFFINE", 0.1, 200);
        QCOMPARE(values.least(), std::int64_t{-200});
        QCOMPARE(values.code(0), std::optional<std::uint64_t>(200));
        QCOMPARE(values.code(55), std::optional<std::uint64_t>(255));
    }

    void counts_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("low");
        QTest::addColumn<double>("high");
        QTest::addColumn<quint64>("expected");
        // By hand: 2 * (2047 * 2^52 - 1) + 1 finite values, the zeros being one.
        QTest::newRow("all of FP64") << "FP64" << -kInfinity << kInfinity << quint64{18437736874454810623U};
        QTest::newRow("one binade and its end") << "FP32" << 1.0 << 2.0 << quint64{8388609};
        QTest::newRow("decimals") << "DEC2" << -0.05 << 0.05 << quint64{11};
        QTest::newRow("none between neighbours") << "FP4-E2M1" << 4.1 << 5.9 << quint64{0};
        QTest::newRow("zero alone") << "FP16" << 0.0 << 0.0 << quint64{1};
    }
    void counts() {
        QFETCH(QString, name);
        QFETCH(double, low);
        QFETCH(double, high);
        QTEST(static_cast<quint64>(valuesOf(name).count(low, high)), "expected");
    }

    void nearest_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("x");
        QTest::addColumn<double>("expected");
        QTest::newRow("below") << "FP4-E2M1" << 4.9 << 4.0;
        QTest::newRow("above") << "FP4-E2M1" << 5.1 << 6.0;
        QTest::newRow("tie") << "FP4-E2M1" << 5.0 << 4.0;
        QTest::newRow("beyond the greatest") << "FP4-E2M1" << 1e9 << 6.0;
        QTest::newRow("beyond the least") << "FP4-E2M1" << -1e9 << -6.0;
        QTest::newRow("a value") << "DEC1" << 0.3 << 0.3;
    }
    void nearest() {
        QFETCH(QString, name);
        QFETCH(double, x);
        const OrderedValues values = valuesOf(name);
        QTEST(values[values.nearest(x)], "expected");
    }

    void sparseStretchesListTheirValues() {
        // FP4: 0, 0.5, 1, 1.5, 2, 3, 4, 6.
        const std::array edges{0.0, 1.0, 2.0, 6.0};
        const auto line = format::numberLine(valuesOf("FP4-E2M1"), edges, 3);
        QCOMPARE(line.size(), std::size_t{3});
        QCOMPARE(line[0].numbers, (std::vector<std::int64_t>{0, 1})); // 0 and 0.5; 1 is the next one's
        QCOMPARE(line[1].numbers, (std::vector<std::int64_t>{2, 3}));
        QVERIFY(!line[1].dense);
        QVERIFY(line[2].dense);
        QCOMPARE(line[2].count, std::uint64_t{4}); // 2, 3, 4 and the end, 6
        QVERIFY(line[2].numbers.empty());
    }

    void stretchesHaveEveryValueOnce_data() { addSmallFormats(); }
    void stretchesHaveEveryValueOnce() {
        QFETCH(QString, name);
        const std::set<double> decoded = decodedValues(format::parseFormat(name.toStdString()));
        const std::vector<double> edges{-1e6, -100.0, -1.0, -0.1, 0.0, 1e-3, 0.5, 0.5, 7.0, 1e6};
        const auto line = format::numberLine(valuesOf(name), edges, 0);
        for (std::size_t i = 0; i < line.size(); ++i) {
            const auto expected = std::count_if(decoded.begin(), decoded.end(), [&](double value) {
                return value >= edges[i] && (value < edges[i + 1] || (i + 1 == line.size() && value == edges[i + 1]));
            });
            QCOMPARE(line[i].count, static_cast<std::uint64_t>(expected));
        }
    }

    void density_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("negative");
        QTest::addColumn<QString>("expected");
        // By hand from the specifications' tables of values.
        QTest::newRow("FP4") << "FP4-E2M1" << false << "2^-1:1s 2^0:2 2^1:2 2^2:2";
        QTest::newRow("OCP E4M3 has no 480") << "FP8-E4M3" << false
                                             << "2^-9:1s 2^-8:2s 2^-7:4s 2^-6:8 2^-5:8 2^-4:8 2^-3:8 2^-2:8 2^-1:8 "
                                                "2^0:8 2^1:8 2^2:8 2^3:8 2^4:8 2^5:8 2^6:8 2^7:8 2^8:7";
        QTest::newRow("integers") << "INT5" << false << "2^0:1 2^1:2 2^2:4 2^3:8";
        QTest::newRow("two's complement has one more below zero") << "INT5" << true << "2^0:1 2^1:2 2^2:4 2^3:8 2^4:1";
        QTest::newRow("fixed point") << "FIXED4.2" << false << "2^-2:1 2^-1:2 2^0:4";
        QTest::newRow("no positive values") << "INT1" << false << "";
        // 0.1, 0.2, 0.3 0.4, 0.5 to 0.9, 1.0 to 1.9, ...
        QTest::newRow("decimals") << "DEC1" << false << "2^-4:1 2^-3:1 2^-2:2 2^-1:5 2^0:10 2^1:20 2^2:40";
    }
    void density() {
        QFETCH(QString, name);
        QFETCH(bool, negative);
        std::vector<Binade> binades = format::binades(valuesOf(name), negative);
        if (name.startsWith("DEC")) { // They have no end to speak of.
            binades.resize(7);
        }
        QTEST(described(binades), "expected");
    }

    void densityOfWideFormats_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("binades");
        QTest::addColumn<int>("subnormal");
        QTest::addColumn<quint64>("inOne");
        // IEEE 754-2019, table 3.5: emin - trailing bits to emax, 2^trailing values each.
        QTest::newRow("FP16") << "FP16" << 40 << 10 << quint64{1024};
        QTest::newRow("FP32") << "FP32" << 277 << 23 << quint64{8388608};
        QTest::newRow("FP64") << "FP64" << 2098 << 52 << quint64{4503599627370496};
    }
    void densityOfWideFormats() {
        QFETCH(QString, name);
        const std::vector<Binade> binades = format::binades(valuesOf(name));
        QTEST(static_cast<int>(binades.size()), "binades");
        QTEST(static_cast<int>(
                  std::count_if(binades.begin(), binades.end(), [](const Binade& binade) { return binade.subnormal; })),
              "subnormal");
        const auto one = std::find_if(binades.begin(), binades.end(), [](const Binade& b) { return b.exponent == 0; });
        QTEST(static_cast<quint64>(one->count), "inOne");
    }

    void densityAddsUp_data() { addSmallFormats(); }
    void densityAddsUp() {
        QFETCH(QString, name);
        const OrderedValues values = valuesOf(name);
        std::uint64_t sum = 1; // zero
        for (const bool negative : {false, true}) {
            for (const Binade& binade : format::binades(values, negative)) {
                sum += binade.count;
            }
        }
        QCOMPARE(sum, static_cast<std::uint64_t>(decodedValues(format::parseFormat(name.toStdString())).size()));
    }
};

QTEST_APPLESS_MAIN(TstNumberLine)
#include "tst_number_line.moc"
