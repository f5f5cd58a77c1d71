// SPDX-License-Identifier: GPL-3.0-or-later
// Every binary float, fixed point and integer of at most 8 bits, every code and every place where rounding turns, in
// all modes and policies, against rational arithmetic that knows the definitions and not the code
// (tests/support/small_formats.h).
#include <QTest>

#include "core/format/binary_float.h"
#include "core/format/fixed_point.h"
#include "core/format/names.h"
#include "core/format/quantise.h"
#include "tests/support/small_formats.h"

using namespace roundoff;
using format::Overflow;
using format::Rounding;
using format::Subnormals;
using tests::Meaning;
using tests::SmallFormat;

namespace {

double decode(const format::Format& f, std::uint64_t code) {
    if (const auto* binary = std::get_if<format::BinaryFloat>(&f)) {
        return format::decode(*binary, code);
    }
    const auto* integer = std::get_if<format::Integer>(&f);
    return format::decode(integer != nullptr ? format::asFixedPoint(*integer) : std::get<format::FixedPoint>(f), code);
}

QString text(std::string_view view) {
    return QString::fromUtf8(view.data(), static_cast<qsizetype>(view.size()));
}

QString number(double value) {
    return QString::number(value, 'g', 17) +
           (value == 0.0 && std::signbit(value) ? QStringLiteral(" (-0)") : QString());
}

// Random numbers that tell where stochastic rounding turns: on both sides of the threshold, and the ends.
std::vector<std::uint32_t> randomNumbers(Rounding rounding, std::uint32_t threshold) {
    if (rounding != Rounding::Stochastic) {
        return {0};
    }
    std::vector<std::uint32_t> numbers{0, 0x80000000U, 0xFFFFFFFFU, threshold};
    if (threshold > 0) {
        numbers.push_back(threshold - 1);
    }
    return numbers;
}

// What went wrong first at a point, in any mode and policy; empty if nothing did.
QString firstMistake(const SmallFormat& small, const format::Format& f, double point) {
    const tests::Place place = std::isfinite(point) ? tests::placeOf(small, point) : tests::Place{};
    for (const Rounding rounding : tests::kRoundings) {
        for (const std::uint32_t random : randomNumbers(rounding, place.threshold)) {
            for (const Overflow overflow : tests::kOverflows) {
                for (const Subnormals subnormals : tests::kSubnormals) {
                    const double want = tests::rounded(small, point, place, rounding, overflow, subnormals, random);
                    const double got = format::quantise({f, rounding, overflow, subnormals}, point, random);
                    if (!tests::sameNumber(got, want) || std::signbit(got) != std::signbit(want)) {
                        return QStringLiteral("%1 became %2 and not %3: %4, %5, %6, random number %7")
                            .arg(number(point), number(got), number(want), text(format::name(rounding)),
                                 text(format::name(overflow)), text(format::name(subnormals)))
                            .arg(random);
                    }
                }
            }
        }
    }
    return {};
}

// The code of a NaN with this sign and payload by IEEE 754-2019, 6.2.3: quiet, and the payload's leading bits.
std::uint64_t nanCode(const SmallFormat& f, double nan) {
    const auto bits = std::bit_cast<std::uint64_t>(nan);
    const std::uint64_t quiet = bits | (std::uint64_t{1} << 51U);
    const int exponentBits = f.bits - 1 - f.trailingBits;
    const std::uint64_t trailing = (quiet & 0xFFFFFFFFFFFFFULL) >> (52 - f.trailingBits);
    const std::uint64_t exponent = ((std::uint64_t{1} << exponentBits) - 1) << f.trailingBits;
    return (bits >> 63U << (f.bits - 1)) | exponent | trailing;
}

} // namespace

class TestSmallFormatsExact : public QObject {
    Q_OBJECT

private:
    const std::vector<SmallFormat> formats_ = tests::smallFormats();

    void addFormatRows() const {
        QTest::addColumn<int>("number");
        for (std::size_t i = 0; i < formats_.size(); ++i) {
            QTest::addRow("%s", formats_[i].name.c_str()) << static_cast<int>(i);
        }
    }
    [[nodiscard]] const SmallFormat& small(int number) const { return formats_.at(static_cast<std::size_t>(number)); }

private slots:
    void thereAreAsManyFormatsAsCounted() {
        // 5 + 4 + 3 + 2 + 1 pairs of fields with 2 to 6 exponent bits, 5 of OCP, n + 1 points in n bits, 8 integers.
        QCOMPARE(formats_.size(), std::size_t{15 + 5 + (2 + 3 + 4 + 5 + 6 + 7 + 8 + 9) + 8});
    }

    void codesMeanWhatTheDefinitionSays_data() { addFormatRows(); }
    void codesMeanWhatTheDefinitionSays() {
        QFETCH(int, number);
        const auto f = format::parseFormat(small(number).name);
        QCOMPARE(format::codeBits(f), small(number).bits);
        QCOMPARE(small(number).codes.size(), std::size_t{1} << small(number).bits);
        for (std::size_t code = 0; code < small(number).codes.size(); ++code) {
            const Meaning& meaning = small(number).codes[code];
            const double value = decode(f, code);
            const QByteArray where = "code " + QByteArray::number(static_cast<qulonglong>(code), 16);
            QVERIFY2(std::signbit(value) == meaning.negative, where.constData());
            QVERIFY2(std::isnan(value) == (meaning.kind == Meaning::Kind::Nan), where.constData());
            QVERIFY2(std::isinf(value) == (meaning.kind == Meaning::Kind::Infinity), where.constData());
            if (meaning.kind == Meaning::Kind::Finite) {
                QVERIFY2(abs(tests::exactly(value)) == meaning.magnitude, where.constData());
            }
        }
    }

    void codesComeBack_data() { addFormatRows(); }
    void codesComeBack() {
        QFETCH(int, number);
        const SmallFormat& s = small(number);
        const auto f = format::parseFormat(s.name);
        for (std::size_t code = 0; code < s.codes.size(); ++code) {
            // A signalling NaN comes back quiet: with the first bit of its significand set.
            const bool ieeeNan = s.codes[code].kind == Meaning::Kind::Nan && s.hasInfinity;
            const std::size_t quiet = ieeeNan ? std::size_t{1} << (s.trailingBits - 1) : 0;
            QCOMPARE(format::encode(f, decode(f, code)), code | quiet);
        }
    }

    void roundingIsExact_data() { addFormatRows(); }
    void roundingIsExact() {
        QFETCH(int, number);
        const auto f = format::parseFormat(small(number).name);
        for (const double point : tests::pointsAround<double>(small(number))) {
            const QString mistake = firstMistake(small(number), f, point);
            QVERIFY2(mistake.isEmpty(), qPrintable(mistake));
        }
    }

    void nanBecomesWhatIsStated_data() { addFormatRows(); }
    void nanBecomesWhatIsStated() {
        QFETCH(int, number);
        const SmallFormat& s = small(number);
        const auto f = format::parseFormat(s.name);
        for (const std::uint64_t bits : {0x7FF8000000000000ULL, 0xFFF8000000000000ULL, 0x7FF0000000000001ULL,
                                         0xFFF5555555555555ULL, 0x7FFFFFFFFFFFFFFFULL}) {
            const auto nan = std::bit_cast<double>(bits);
            for (const Rounding rounding : tests::kRoundings) {
                for (const Overflow overflow : tests::kOverflows) {
                    for (const Subnormals subnormals : tests::kSubnormals) {
                        const double got = format::quantise({f, rounding, overflow, subnormals}, nan, 0x80000000U);
                        if (!s.isFloat) {
                            QVERIFY(tests::sameNumber(got, 0.0));
                        } else if (!s.hasNan) {
                            QCOMPARE(got, tests::asDouble(s.rungs[0][s.rungs[0].size() - 2])); // The largest value.
                        } else {
                            QVERIFY(std::isnan(got));
                            const std::uint64_t allOnes = (std::uint64_t{1} << (s.bits - 1)) - 1;
                            const std::uint64_t onlyNan = (bits >> 63U << (s.bits - 1)) | allOnes;
                            QCOMPARE(format::encode(f, got), s.hasInfinity ? nanCode(s, nan) : onlyNan);
                        }
                    }
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestSmallFormatsExact)
#include "tst_small_formats_exact.moc"
