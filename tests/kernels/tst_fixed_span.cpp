// SPDX-License-Identifier: GPL-3.0-or-later
// Spans of fixed point: every width and position of the point, all modes, both containers, every target. Once against
// integer arithmetic on eighths of a step, and once, for values of any kind, against the reference of core/format.
#include "targets_under_test.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

#include "core/format/fixed_point.h"
#include "core/format/names.h"
#include "core/format/quantise.h"
#include "core/kernels/quantise_span.h"

using namespace roundoff;
using format::FixedPoint;
using format::Rounding;

namespace {

constexpr std::array kRoundings{Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero,
                                Rounding::Up,          Rounding::Down,        Rounding::Stochastic};
constexpr format::RandomStream kStream{2026, format::Purpose::StochasticRounding, 7, 8, 9};
constexpr quint64 kFirst = 3;

template <typename T>
using Bits = std::conditional_t<sizeof(T) == 4, quint32, quint64>;

qint64 largestCode(const FixedPoint& f) {
    return (qint64{1} << (f.bits - 1)) - 1;
}

// The code that `eighths` of a step become: two's complement of so many bits, saturating.
qint64 roundedCode(int bits, qint64 eighths, Rounding rounding, quint32 random) {
    const bool negative = eighths < 0;
    const qint64 magnitude = negative ? -eighths : eighths;
    const qint64 below = magnitude / 8;
    const qint64 rest = magnitude % 8;
    bool up = false;
    switch (rounding) {
    case Rounding::NearestEven: up = rest > 4 || (rest == 4 && below % 2 != 0); break;
    case Rounding::NearestAway: up = rest >= 4; break;
    case Rounding::TowardZero: break;
    case Rounding::Up: up = rest > 0 && !negative; break;
    case Rounding::Down: up = rest > 0 && negative; break;
    case Rounding::Stochastic: up = qint64{random} < rest << 29; break; // rest / 8 * 2^32
    }
    const qint64 code = (below + (up ? 1 : 0)) * (negative ? -1 : 1);
    return std::clamp(code, -largestCode({bits, 0}) - 1, largestCode({bits, 0}));
}

// Around zero, both ends and some way inside and outside of them, as far as the container holds them.
template <typename T>
std::vector<qint64> eighthsAround(const FixedPoint& f) {
    const qint64 most = largestCode(f);
    std::vector<qint64> eighths;
    for (const qint64 centre : {qint64{0}, most, -most - 1, most / 3, -most / 3, 2 * most, -3 * most}) {
        for (qint64 e = 8 * centre - 34; e <= 8 * centre + 34; ++e) {
            if (static_cast<qint64>(static_cast<T>(e)) == e) {
                eighths.push_back(e);
            }
        }
    }
    return eighths;
}

// Neighbours in the container of values that decide, what no format likes, and a spread over all exponents.
template <typename T>
std::vector<T> valuesOfAnyKind(const FixedPoint& f) {
    using Limits = std::numeric_limits<T>;
    std::vector<T> values{Limits::infinity(), Limits::quiet_NaN(), Limits::max(), Limits::min(), Limits::denorm_min()};
    const double step = format::step(f);
    for (const double x :
         {0.0, step / 4.0, step / 2.0, step, step * 1.5, format::maxFinite(f), format::maxFinite(f) + step / 2.0,
          format::maxFinite(f) - step / 2.0, -format::lowest(f), -format::lowest(f) + step / 2.0, 0x1p31, 0x1p32,
          0x1p52 * step, 0x1p53 * step, 0x1p53, 0x1p63, 1e30, 1e-30}) {
        const T y = static_cast<T>(x);
        values.insert(values.end(), {y, std::nextafter(y, T{0}), std::nextafter(y, Limits::infinity())});
    }
    quint64 state = 99;
    for (int i = 0; i < 300; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const T anything = std::bit_cast<T>(static_cast<Bits<T>>(state >> (64 - 8 * sizeof(T))));
        // Signalling NaNs change when they are passed through a function on some CPUs.
        values.push_back(std::isnan(anything) ? Limits::quiet_NaN() : anything);
        const double fraction = static_cast<double>(state >> 11U) * 0x1p-53 + 1.0;
        values.push_back(static_cast<T>(std::ldexp(fraction * step, static_cast<int>((state >> 5U) % 40) - 5)));
    }
    for (std::size_t i = 0, count = values.size(); i < count; ++i) {
        values.push_back(-values[i]);
    }
    return values;
}

// The first element that is not what it should be, as a text; empty if all are.
template <typename T, class Expected>
QString firstMistake(const format::Format& f, const std::vector<T>& values, Rounding rounding, Expected expected) {
    const kernels::SpanQuantiser<T> quantise({f, rounding, format::Overflow::Saturate, format::Subnormals::Keep});
    std::vector<T> got = values;
    quantise(got, kStream, kFirst);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const T want = expected(i, kStream.at(kFirst + i));
        if (std::bit_cast<Bits<T>>(got[i]) != std::bit_cast<Bits<T>>(want)) {
            return QStringLiteral("%1, %2: %3 became %4 and not %5")
                .arg(QString::fromStdString(format::formatName(f)),
                     QString::fromUtf8(format::name(rounding).data(), qsizetype(format::name(rounding).size())))
                .arg(double{values[i]}, 0, 'g', 17)
                .arg(double{got[i]}, 0, 'g', 17)
                .arg(double{want}, 0, 'g', 17);
        }
    }
    return {};
}

template <typename T>
QString firstMistakeInEighths(int bits) {
    for (int fractionBits = 0; fractionBits <= bits; ++fractionBits) {
        const FixedPoint f{bits, fractionBits};
        const std::vector<qint64> eighths = eighthsAround<T>(f);
        std::vector<T> values;
        for (const qint64 e : eighths) {
            values.push_back(static_cast<T>(std::ldexp(static_cast<double>(e), -fractionBits - 3)));
        }
        for (const Rounding rounding : kRoundings) {
            const QString mistake = firstMistake<T>(f, values, rounding, [&](std::size_t i, quint32 random) {
                const qint64 code = roundedCode(bits, eighths[i], rounding, random);
                return static_cast<T>(std::ldexp(static_cast<double>(code), -fractionBits));
            });
            if (!mistake.isEmpty()) {
                return mistake;
            }
        }
    }
    return {};
}

template <typename T>
QString firstDifferenceFromReference(int bits) {
    std::vector<format::Format> formats{format::Integer{bits}};
    for (int fractionBits = 0; fractionBits <= bits; ++fractionBits) {
        formats.push_back(FixedPoint{bits, fractionBits});
    }
    for (const format::Format& f : formats) {
        const auto* fixed = std::get_if<FixedPoint>(&f);
        const std::vector<T> values = valuesOfAnyKind<T>(fixed != nullptr ? *fixed : FixedPoint{bits, 0});
        for (const Rounding rounding : kRoundings) {
            const format::Quantisation q{f, rounding, format::Overflow::Saturate, format::Subnormals::Keep};
            const QString difference = firstMistake<T>(f, values, rounding, [&](std::size_t i, quint32 random) {
                return format::quantise(q, values[i], random);
            });
            if (!difference.isEmpty()) {
                return difference;
            }
        }
    }
    return {};
}

void addWidthRows() {
    QTest::addColumn<QString>("target");
    QTest::addColumn<int>("bits");
    QTest::addColumn<bool>("wide");
    for (const std::string& target : kernels::availableTargets()) {
        for (int bits = 1; bits <= 32; ++bits) {
            QTest::addRow("%s %d bits in float", target.c_str(), bits)
                << QString::fromStdString(target) << bits << false;
            QTest::addRow("%s %d bits in double", target.c_str(), bits)
                << QString::fromStdString(target) << bits << true;
        }
    }
}

} // namespace

class TestFixedSpan : public QObject {
    Q_OBJECT

private slots:
    void eighthsOfAStep_data() { addWidthRows(); }
    void eighthsOfAStep() {
        QFETCH(QString, target);
        QFETCH(int, bits);
        QFETCH(bool, wide);
        const tests::TargetScope scope(target);
        QCOMPARE(wide ? firstMistakeInEighths<double>(bits) : firstMistakeInEighths<float>(bits), QString());
    }

    void equalsTheReference_data() { addWidthRows(); }
    void equalsTheReference() {
        QFETCH(QString, target);
        QFETCH(int, bits);
        QFETCH(bool, wide);
        const tests::TargetScope scope(target);
        QCOMPARE(wide ? firstDifferenceFromReference<double>(bits) : firstDifferenceFromReference<float>(bits),
                 QString());
    }

    // A fraction goes up if its random number is below floor(fraction * 2^32): it does at random + 1, does not at
    // random, nor anywhere in between.
    void lastBitOfTheRandomNumber_data() { tests::addTargetRows(); }
    void lastBitOfTheRandomNumber() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        const FixedPoint f{16, 10};
        constexpr std::array kBelow{0.0, 1.0, 513.0, 30'000.0}; // Steps
        std::vector<double> values;
        std::vector<double> expected;
        for (std::size_t i = 0; i < 3000; ++i) {
            const double random = kStream.at(kFirst + i);
            const double below = kBelow.at(i % kBelow.size());
            const double turning = below + (random + 1.0) * 0x1p-32;
            const std::array steps{below + random * 0x1p-32, std::nextafter(turning, 0.0), turning};
            const std::size_t place = i % steps.size();
            const double sign = i % 2 == 0 ? 0x1p-10 : -0x1p-10;
            values.push_back(sign * steps.at(place));
            expected.push_back(sign * (place == 2 ? below + 1.0 : below) + 0.0);
        }
        QCOMPARE(firstMistake<double>(f, values, Rounding::Stochastic,
                                      [&](std::size_t i, quint32 /*random*/) { return expected[i]; }),
                 QString());
    }
};

QTEST_APPLESS_MAIN(TestFixedSpan)
#include "tst_fixed_span.moc"
