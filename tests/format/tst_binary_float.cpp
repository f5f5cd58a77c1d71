// SPDX-License-Identifier: GPL-3.0-or-later
// The reference quantiser against the definition of rounding: the values of a small format are listed in order, and for
// every point of interest the test itself decides which of the two neighbours each mode has to choose. Known facts come
// from the OCP specifications of OFP8 and MX, and the FP16 digest from the maintainers of github.com/x448/float16.
#include <QCryptographicHash>
#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <vector>

#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/quantise.h"

using namespace roundoff;
using format::BinaryFloat;
using format::Overflow;
using format::Rounding;
using format::Subnormals;

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

BinaryFloat binary(const QString& name) {
    return std::get<BinaryFloat>(format::parseFormat(name.toStdString()));
}

// The value of a positive code by the book: subnormal m * 2^(1 - bias - t), normal (1 + m / 2^t) * 2^(e - bias).
double valueOfCode(const BinaryFloat& f, int exponent, int trailing) {
    const int trailingBits = f.significandBits - 1;
    const double fraction = trailing / std::pow(2.0, trailingBits);
    return exponent == 0 ? fraction * std::pow(2.0, 1 - f.bias) : (1.0 + fraction) * std::pow(2.0, exponent - f.bias);
}

// All finite values from 0 up, then the one that an unbounded exponent would have next.
std::vector<double> ladder(const BinaryFloat& f) {
    const int exponents = 1 << f.exponentBits;
    const int trailings = 1 << (f.significandBits - 1);
    std::vector<double> values;
    for (int exponent = 0; exponent < exponents; ++exponent) {
        for (int trailing = 0; trailing < trailings; ++trailing) {
            const bool top = exponent == exponents - 1;
            const bool ieeeSpecial = f.nonFinite == format::NonFinite::Ieee && top;
            const bool onlyNan = f.nonFinite == format::NonFinite::NanOnly && top && trailing == trailings - 1;
            if (!ieeeSpecial && !onlyNan) {
                values.push_back(valueOfCode(f, exponent, trailing));
            }
        }
    }
    const double largest = values.back();
    values.push_back(largest + std::pow(2.0, std::ilogb(largest) - f.significandBits + 1));
    return values;
}

// Which rung a magnitude between rungs i and i + 1 goes to.
std::size_t choose(const std::vector<double>& rungs, std::size_t i, double magnitude, Rounding rounding,
                   bool negative) {
    if (magnitude == rungs[i]) {
        return i;
    }
    const double toLower = magnitude - rungs[i];
    const double toUpper = rungs[i + 1] - magnitude;
    switch (rounding) {
    case Rounding::NearestEven: return toLower < toUpper || (toLower == toUpper && i % 2 == 0) ? i : i + 1;
    case Rounding::NearestAway: return toLower < toUpper ? i : i + 1;
    case Rounding::TowardZero: return i;
    case Rounding::Up: return negative ? i : i + 1;
    case Rounding::Down: return negative ? i + 1 : i;
    case Rounding::Stochastic: break;
    }
    return i;
}

double expected(const BinaryFloat& f, const std::vector<double>& rungs, double value, Rounding rounding,
                Overflow overflow, Subnormals subnormals) {
    const bool negative = std::signbit(value);
    const double magnitude = std::fabs(value);
    const double largest = rungs[rungs.size() - 2];
    double result = 0.0;
    const bool directedInward = rounding == Rounding::TowardZero || (rounding == Rounding::Up && negative) ||
                                (rounding == Rounding::Down && !negative);
    const auto overflowed = [&] {
        if (overflow == Overflow::ToInfinity) {
            return kInfinity;
        }
        return overflow == Overflow::ToNan ? std::nan("") : largest;
    };
    if (magnitude >= rungs.back()) {
        result = directedInward && magnitude < kInfinity ? largest : overflowed();
    } else {
        const auto above = std::upper_bound(rungs.begin(), rungs.end(), magnitude);
        const auto i = static_cast<std::size_t>(above - rungs.begin()) - 1;
        const std::size_t rung = choose(rungs, i, magnitude, rounding, negative);
        result = rung == rungs.size() - 1 ? overflowed() : rungs[rung];
    }
    if (subnormals == Subnormals::Flush && result < std::pow(2.0, 1 - f.bias)) {
        result = 0.0;
    }
    return negative ? -result : result;
}

// Every value, every midpoint, and both next to one double step away, and what lies beyond the largest.
std::vector<double> pointsOfInterest(const std::vector<double>& rungs) {
    std::vector<double> points;
    const auto add = [&points](double x) {
        for (const double y : {std::nextafter(x, -kInfinity), x, std::nextafter(x, kInfinity)}) {
            if (y >= 0.0) {
                points.push_back(y);
                points.push_back(-y);
            }
        }
    };
    for (std::size_t i = 0; i < rungs.size(); ++i) {
        add(rungs[i]);
        if (i + 1 < rungs.size()) {
            add((rungs[i] + rungs[i + 1]) / 2.0);
            add(rungs[i] + (rungs[i + 1] - rungs[i]) * 0.3);
        }
    }
    add(rungs.back() * 1.5);
    add(rungs.back() * 1e10);
    points.push_back(kInfinity);
    points.push_back(-kInfinity);
    return points;
}

bool same(double a, double b) {
    return (std::isnan(a) && std::isnan(b)) || std::bit_cast<quint64>(a) == std::bit_cast<quint64>(b);
}

} // namespace

class TestBinaryFloat : public QObject {
    Q_OBJECT

private slots:
    void smallFormatsRoundByDefinition_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"E2M1", "E2M2", "E2M3", "E3M1", "E3M2", "E3M4", "E4M1", "E4M3", "E5M2", "E5M5",
                                 "FP8-E4M3", "FP8-E5M2", "FP6-E3M2", "FP6-E2M3", "FP4-E2M1"}) {
            QTest::addRow("%s", name) << name;
        }
    }
    void smallFormatsRoundByDefinition() {
        QFETCH(QString, name);
        const BinaryFloat f = binary(name);
        const auto rungs = ladder(f);
        const auto points = pointsOfInterest(rungs);
        for (const auto overflow : {Overflow::ToInfinity, Overflow::Saturate, Overflow::ToNan}) {
            if (format::overflowProblem(f, overflow)) {
                continue;
            }
            for (const auto rounding :
                 {Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero, Rounding::Up, Rounding::Down}) {
                for (const auto subnormals : {Subnormals::Keep, Subnormals::Flush}) {
                    for (const double x : points) {
                        const double got = format::quantise(f, x, rounding, overflow, subnormals, 0);
                        const double want = expected(f, rungs, x, rounding, overflow, subnormals);
                        QVERIFY2(same(got, want),
                                 qPrintable(QStringLiteral("%1 rounds to %2, not %3 (%4)")
                                                .arg(x, 0, 'g', 17)
                                                .arg(got, 0, 'g', 17)
                                                .arg(want, 0, 'g', 17)
                                                .arg(QString::fromUtf8(format::name(rounding).data()))));
                    }
                }
            }
        }
    }

    void everyCodeReadsBack_data() {
        QTest::addColumn<QString>("name");
        for (const char* name :
             {"E2M1", "E3M2", "E4M3", "FP8-E4M3", "FP8-E5M2", "FP6-E3M2", "FP6-E2M3", "FP4-E2M1", "FP16", "BF16"}) {
            QTest::addRow("%s", name) << name;
        }
    }
    void everyCodeReadsBack() {
        QFETCH(QString, name);
        const BinaryFloat f = binary(name);
        const quint64 quiet = quint64{1} << std::max(f.significandBits - 2, 0);
        for (quint64 code = 0; code < quint64{1} << format::totalBits(f); ++code) {
            const double value = format::decode(f, code);
            const quint64 back = format::encode(f, value);
            // A signalling NaN comes back quiet.
            QCOMPARE(back, std::isnan(value) && f.nonFinite == format::NonFinite::Ieee ? code | quiet : code);
            if (!std::isnan(value)) {
                for (const auto rounding :
                     {Rounding::NearestEven, Rounding::TowardZero, Rounding::Up, Rounding::Down}) {
                    const auto overflow = format::defaultOverflow(f);
                    if (!std::isinf(value)) {
                        QVERIFY(same(format::quantise(f, value, rounding, overflow, Subnormals::Keep, 0), value));
                    }
                }
            }
        }
    }

    void codesMeanWhatTheBookSays_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"E3M2", "E4M3", "FP8-E4M3", "FP6-E2M3", "FP4-E2M1", "FP16"}) {
            QTest::addRow("%s", name) << name;
        }
    }
    void codesMeanWhatTheBookSays() {
        QFETCH(QString, name);
        const BinaryFloat f = binary(name);
        auto rungs = ladder(f);
        rungs.pop_back();
        for (std::size_t code = 0; code < rungs.size(); ++code) { // Positive codes are in the order of their values.
            QCOMPARE(format::decode(f, code), rungs[code]);
        }
    }

    void limits_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("max");
        QTest::addColumn<double>("minNormal");
        QTest::addColumn<double>("minPositive");
        // IEEE 754-2019, table 3.5; OFP8 1.0, table 1; MX 1.0, tables 2 to 4.
        QTest::newRow("FP16") << "FP16" << 65504.0 << 0x1p-14 << 0x1p-24;
        QTest::newRow("FP32") << "FP32" << double(std::numeric_limits<float>::max()) << 0x1p-126 << 0x1p-149;
        QTest::newRow("FP64") << "FP64" << std::numeric_limits<double>::max() << 0x1p-1022 << 0x1p-1074;
        QTest::newRow("BF16") << "BF16" << 0x1.fep127 << 0x1p-126 << 0x1p-133;
        QTest::newRow("FP8-E4M3") << "FP8-E4M3" << 448.0 << 0x1p-6 << 0x1p-9;
        QTest::newRow("FP8-E5M2") << "FP8-E5M2" << 57344.0 << 0x1p-14 << 0x1p-16;
        QTest::newRow("FP6-E3M2") << "FP6-E3M2" << 28.0 << 0.25 << 0.0625;
        QTest::newRow("FP6-E2M3") << "FP6-E2M3" << 7.5 << 1.0 << 0.125;
        QTest::newRow("FP4-E2M1") << "FP4-E2M1" << 6.0 << 1.0 << 0.5;
    }
    void limits() {
        QFETCH(QString, name);
        QTEST(format::maxFinite(binary(name)), "max");
        QTEST(format::minNormal(binary(name)), "minNormal");
        QTEST(format::minPositive(binary(name)), "minPositive");
    }

    void hardwareRoundsDoubleToFloatAlike() {
        // The CPU's own conversion is the oracle for FP32, nearest-even.
        quint64 state = 1;
        for (int i = 0; i < 2'000'000; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            const quint64 exponent = 1023 - 160 + (state >> 40U) % 320;
            const double x = std::bit_cast<double>(((state & 0x800FFFFFFFFFFFFFULL) ^ ((state >> 30U) & 0xFFFFU)) |
                                                   (exponent << 52U));
            const double got = format::quantise(format::kFp32, x, Rounding::NearestEven, Overflow::ToInfinity,
                                                Subnormals::Keep, 0);
            QVERIFY(same(got, static_cast<double>(static_cast<float>(x))));
        }
    }

    void halfCodesWidenToThePublishedDigest() {
        QByteArray bytes;
        for (quint32 code = 0; code < 0x10000; ++code) {
            // A signalling NaN is widened with its quiet bit set, as hardware does it.
            const auto bits = std::bit_cast<quint32>(static_cast<float>(format::decode(format::kFp16, code)));
            for (int i = 0; i < 4; ++i) {
                bytes.append(static_cast<char>(bits >> (8 * i)));
            }
        }
        const QByteArray digest = QCryptographicHash::hash(bytes, QCryptographicHash::Sha512).toHex();
        QVERIFY2(digest.startsWith("1a4ccec9fd7b6e83") && digest.endsWith("38479001aa6"), digest.constData());
    }

    void nanKeepsSignAndPayload() {
        const double nan = std::bit_cast<double>(quint64{0xFFF4800000000001});
        QCOMPARE(format::encode(format::kFp16, format::quantise(format::kFp16, nan, Rounding::NearestEven,
                                                                Overflow::ToInfinity, Subnormals::Keep, 0)),
                 quint64{0xFF20}); // Sign, exponent, quiet bit, payload 0100100000 shifted to ten bits, or quiet.
        QCOMPARE(
            format::quantise(format::kFp4E2M1, nan, Rounding::NearestEven, Overflow::Saturate, Subnormals::Keep, 0),
            6.0);
    }

    void stochasticGoesUpWithTheRightNumbers_data() {
        QTest::addColumn<double>("value");
        QTest::addColumn<quint32>("limit"); // Random numbers below it go up.
        QTest::newRow("exact stays") << 1.0 << quint32{0};
        QTest::newRow("half way") << 1.0 + 0x1p-11 << quint32{0x80000000};
        QTest::newRow("one quarter") << 1.0 + 0x1p-12 << quint32{0x40000000};
        QTest::newRow("subnormal, three quarters") << 0x1.8p-25 << quint32{0xC0000000};
        QTest::newRow("far below the smallest") << 0x1p-40 << quint32{0x10000};
    }
    void stochasticGoesUpWithTheRightNumbers() {
        QFETCH(double, value);
        QFETCH(quint32, limit);
        const auto round = [value](quint32 random) {
            return format::quantise(format::kFp16, value, Rounding::Stochastic, Overflow::ToInfinity, Subnormals::Keep,
                                    random);
        };
        const double low = format::quantise(format::kFp16, value, Rounding::TowardZero, Overflow::ToInfinity,
                                            Subnormals::Keep, 0);
        const double high = format::quantise(format::kFp16, value, Rounding::Up, Overflow::ToInfinity, Subnormals::Keep,
                                             0);
        QCOMPARE(round(limit), low);
        QCOMPARE(round(0xFFFFFFFF), low);
        if (limit > 0) {
            QCOMPARE(round(limit - 1), high);
            QCOMPARE(round(0), high);
        }
    }

    void valuesOfNoCodeAreRefused() {
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument,
                                 static_cast<void>(format::encode(format::kFp16, 1.0 + 0x1p-11)));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, static_cast<void>(format::encode(format::kFp16, 65536.0)));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument, static_cast<void>(format::encode(format::kFp8E4M3, kInfinity)));
        QVERIFY_THROWS_EXCEPTION(std::invalid_argument,
                                 static_cast<void>(format::encode(format::kFp4E2M1, std::nan(""))));
    }
};

QTEST_APPLESS_MAIN(TestBinaryFloat)
#include "tst_binary_float.moc"
