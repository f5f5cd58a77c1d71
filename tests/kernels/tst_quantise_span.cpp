// SPDX-License-Identifier: GPL-3.0-or-later
// The fast paths against the reference of core/format, bit for bit, for every target, mode and policy.
#include "targets_under_test.h"

#include <bit>
#include <cmath>
#include <limits>

#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/quantise.h"
#include "core/kernels/quantise_span.h"

using namespace roundoff;
using format::Overflow;
using format::Quantisation;
using format::Rounding;
using format::Subnormals;

namespace {

template <typename T>
using Bits = std::conditional_t<sizeof(T) == 4, quint32, quint64>;

// What is near a value of the format, its midpoints, its limits; what no format likes; and a spread over all exponents.
template <typename T>
std::vector<T> testValues(const format::Format& f) {
    std::vector<T> values;
    const auto add = [&values](double x) {
        const T y = static_cast<T>(x);
        for (const T z : {y, std::nextafter(y, T{0}), std::nextafter(y, std::numeric_limits<T>::infinity())}) {
            values.push_back(z);
            values.push_back(-z);
        }
    };
    if (const auto* binary = std::get_if<format::BinaryFloat>(&f)) {
        const double largest = format::maxFinite(*binary);
        const double step = std::ldexp(1.0, std::ilogb(largest) - binary->significandBits + 1);
        for (const double x :
             {largest, largest + step / 2.0, largest + step, format::minNormal(*binary), format::minPositive(*binary),
              format::minPositive(*binary) / 2.0, format::minPositive(*binary) * 1.5,
              format::minPositive(*binary) * 0.75, format::minNormal(*binary) - format::minPositive(*binary) / 2.0}) {
            add(x);
        }
    }
    for (const double x : {0.0, 1.0, 1.5, 0.0025, 0.125, 0.29, 1e-30, 1e30}) {
        add(x);
    }
    constexpr T kInfinity = std::numeric_limits<T>::infinity();
    values.insert(values.end(), {kInfinity, -kInfinity, std::numeric_limits<T>::quiet_NaN(),
                                 std::numeric_limits<T>::denorm_min(), -std::numeric_limits<T>::denorm_min(),
                                 std::numeric_limits<T>::max(), std::numeric_limits<T>::min()});
    quint64 state = 12345;
    for (int i = 0; i < 500; ++i) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        const auto bits = static_cast<Bits<T>>(state >> (64 - 8 * sizeof(T)));
        const T anything = std::bit_cast<T>(bits);
        // Signalling NaNs change when they are passed through a function on some CPUs.
        values.push_back(std::isnan(anything) ? std::numeric_limits<T>::quiet_NaN() : anything);
        const double magnitude = std::ldexp(static_cast<double>(state >> 11U) * 0x1p-53 + 1.0,
                                            static_cast<int>(state % 44) - 30);
        values.push_back(static_cast<T>(state & 1U ? magnitude : -magnitude));
    }
    return values;
}

template <typename T>
void compareWithReference(const Quantisation& q) {
    const std::vector<T> values = testValues<T>(q.format);
    const kernels::SpanQuantiser<T> fast(q);
    const format::RandomStream stream{77, format::Purpose::StochasticRounding, 1, 2, 3};
    constexpr quint64 kFirst = 5;
    std::vector<T> rounded = values;
    fast(rounded, stream, kFirst);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const T want = format::quantise(q, values[i], stream.at(kFirst + i));
        const bool same = std::bit_cast<Bits<T>>(rounded[i]) == std::bit_cast<Bits<T>>(want);
        QVERIFY2(same, qPrintable(QStringLiteral("%1, %2, %3, %4: %5 became %6, not %7")
                                      .arg(QString::fromStdString(format::formatName(q.format)),
                                           QString::fromUtf8(format::name(q.rounding).data()),
                                           QString::fromUtf8(format::name(q.overflow).data()),
                                           QString::fromUtf8(format::name(q.subnormals).data()))
                                      .arg(double(values[i]), 0, 'g', 17)
                                      .arg(double(rounded[i]), 0, 'g', 17)
                                      .arg(double(want), 0, 'g', 17)));
    }
}

template <typename T>
void compareAllModes(const char* name) {
    const auto f = format::parseFormat(name);
    for (const auto rounding : {Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero, Rounding::Up,
                                Rounding::Down, Rounding::Stochastic}) {
        for (const auto overflow : {Overflow::ToInfinity, Overflow::Saturate, Overflow::ToNan}) {
            if (std::holds_alternative<format::BinaryFloat>(f) ? format::overflowProblem(f, overflow).has_value()
                                                               : overflow != Overflow::Saturate) {
                continue;
            }
            for (const auto subnormals : {Subnormals::Keep, Subnormals::Flush}) {
                compareWithReference<T>({f, rounding, overflow, subnormals});
                if (QTest::currentTestFailed()) {
                    return;
                }
            }
        }
    }
}

constexpr std::array kInFloat{"FP32",     "TF32",     "BF16",       "FP16",      "FP8-E5M2", "FP8-E4M3", "FP6-E3M2",
                              "FP6-E2M3", "FP4-E2M1", "E4M3",       "E2M1",      "E3M9",     "E7M10",    "E8M1",
                              "E8M10",    "DEC0",     "DEC1",       "DEC3",      "DEC6",     "INT1",     "INT8",
                              "INT32",    "FIXED8.4", "FIXED16.10", "FIXED32.32"};
constexpr std::array kInDouble{"FP64",     "FP32",     "TF32",       "BF16",       "FP16",      "FP8-E4M3",
                               "FP4-E2M1", "E8M22",    "E9M15",      "E11M51",     "E11M50",    "E11M10",
                               "E2M52",    "E10M40",   "DEC2",       "DEC5",       "DEC15",     "INT8",
                               "INT16",    "FIXED8.4", "FIXED16.10", "FIXED32.16", "FIXED32.32"};

} // namespace

class TestQuantiseSpan : public QObject {
    Q_OBJECT

private slots:
    void equalsTheReference_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("wide");
        for (const std::string& target : kernels::availableTargets()) {
            for (const char* name : kInFloat) {
                QTest::addRow("%s %s in float", target.c_str(), name)
                    << QString::fromStdString(target) << name << false;
            }
            for (const char* name : kInDouble) {
                QTest::addRow("%s %s in double", target.c_str(), name)
                    << QString::fromStdString(target) << name << true;
            }
        }
    }
    void equalsTheReference() {
        QFETCH(QString, target);
        QFETCH(QString, format);
        QFETCH(bool, wide);
        const tests::TargetScope scope(target);
        const QByteArray name = format.toUtf8();
        wide ? compareAllModes<double>(name.constData()) : compareAllModes<float>(name.constData());
    }

    // All FP32 values that FP16 and BF16 tell apart: every code, its midpoint with the next one, and both one step to
    // either side.
    void everyCodeAndMidpoint_data() { tests::addTargetRows(); }
    void everyCodeAndMidpoint() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        for (const auto& f : {format::kFp16, format::kBf16}) {
            std::vector<float> values;
            for (quint32 code = 0; code < 0x10000; ++code) {
                const double value = format::decode(f, code);
                const double next = format::decode(f, code + 1);
                if (!std::isfinite(value) || !std::isfinite(next)) {
                    continue;
                }
                const auto middle = static_cast<float>((value + next) / 2.0);
                for (const float x :
                     {static_cast<float>(value), middle, std::nextafter(middle, 0.0F), std::nextafter(middle, 1e38F)}) {
                    values.push_back(x);
                }
            }
            for (const auto rounding :
                 {Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero, Rounding::Up, Rounding::Down}) {
                const Quantisation q{f, rounding, Overflow::ToInfinity, Subnormals::Keep};
                std::vector<float> rounded = values;
                kernels::SpanQuantiser<float> round(q);
                round(rounded, {});
                for (std::size_t i = 0; i < values.size(); ++i) {
                    QCOMPARE(std::bit_cast<quint32>(rounded[i]),
                             std::bit_cast<quint32>(format::quantise(q, values[i])));
                }
            }
        }
    }

    void shortSpansAndOffsets() {
        const Quantisation q{format::kFp16, Rounding::Stochastic, Overflow::ToInfinity, Subnormals::Keep};
        const kernels::SpanQuantiser<float> round(q);
        const format::RandomStream stream{3, format::Purpose::StochasticRounding, 0, 0, 0};
        std::vector<float> whole(2500);
        for (std::size_t i = 0; i < whole.size(); ++i) {
            whole[i] = 0.1F + static_cast<float>(i) * 1e-4F;
        }
        std::vector<float> pieces = whole;
        round(whole, stream);
        std::size_t first = 0;
        for (std::size_t size = 1; first < pieces.size(); ++size) {
            const std::size_t count = std::min(size, pieces.size() - first);
            round(std::span(pieces).subspan(first, count), stream, first);
            first += count;
        }
        QCOMPARE(pieces, whole); // However a tensor is cut, each element has its own random number.
    }

    void stochasticRoundingIsUnbiased_data() {
        QTest::addColumn<double>("value");
        QTest::newRow("near one") << 1.0003;
        QTest::newRow("small") << 3.14159e-3;
        QTest::newRow("subnormal") << 2.3e-7;
        QTest::newRow("below the smallest") << 1.1e-8;
    }
    void stochasticRoundingIsUnbiased() {
        QFETCH(double, value);
        constexpr std::size_t kDraws = 10'000'000; // Enough to see a bias of a thousandth of the spacing.
        const kernels::SpanQuantiser<float> round(
            {format::kFp16, Rounding::Stochastic, Overflow::ToInfinity, Subnormals::Keep});
        std::vector<float> values(kDraws, static_cast<float>(value));
        round(values, {11, format::Purpose::StochasticRounding, 0, 0, 0});
        double sum = 0.0;
        for (const float x : values) {
            sum += static_cast<double>(x);
        }
        const double exact = static_cast<double>(static_cast<float>(value));
        const auto neighbour = [exact](Rounding rounding) {
            return format::quantise(format::kFp16, exact, rounding, Overflow::ToInfinity, Subnormals::Keep, 0);
        };
        const double low = neighbour(Rounding::Down);
        const double high = neighbour(Rounding::Up);
        const double p = (exact - low) / (high - low);
        const double deviation = (high - low) * std::sqrt(p * (1.0 - p) / static_cast<double>(kDraws));
        QVERIFY2(std::fabs(sum / static_cast<double>(kDraws) - exact) < 4.0 * deviation,
                 qPrintable(QString::number((sum / static_cast<double>(kDraws) - exact) / deviation)));
    }

    void identityIsRecognised() {
        QVERIFY(kernels::SpanQuantiser<float>({format::kFp32, Rounding::Up, Overflow::ToInfinity, Subnormals::Keep})
                    .isIdentity());
        QVERIFY(kernels::SpanQuantiser<double>(
                    {format::kFp64, Rounding::NearestEven, Overflow::ToInfinity, Subnormals::Keep})
                    .isIdentity());
        QVERIFY(!kernels::SpanQuantiser<float>({format::kFp32, Rounding::Up, Overflow::Saturate, Subnormals::Keep})
                     .isIdentity());
        QVERIFY(!kernels::SpanQuantiser<double>({format::kFp32, Rounding::Up, Overflow::ToInfinity, Subnormals::Keep})
                     .isIdentity());
    }
};

QTEST_APPLESS_MAIN(TestQuantiseSpan)
#include "tst_quantise_span.moc"
