// SPDX-License-Identifier: GPL-3.0-or-later
// Stochastic rounding: unbiased over 10^7 draws, and still where nothing is to be rounded. The neighbours of each value
// are multiples of a spacing that is worked out by hand in its row. The seeds are fixed: a test that passes always
// passes.
#include "targets_under_test.h"

#include <array>
#include <cmath>
#include <cstring>
#include <vector>

#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/quantise.h"
#include "core/kernels/quantise_span.h"
#include "core/kernels/quantise_tensor.h"

using namespace roundoff;
using format::RandomStream;
using format::Rounding;

namespace {

constexpr std::size_t kDraws = 10'000'000;
constexpr std::size_t kPiece = 100'000; // Values that are rounded in one go.

format::Quantisation stochastic(const format::Format& f) {
    return {f, Rounding::Stochastic, format::defaultOverflow(f), format::Subnormals::Keep};
}

kernels::TensorQuantiser<double> tensorQuantiser(const QString& name) {
    return kernels::TensorQuantiser<double>({format::parseTensorFormat(name.toStdString()), Rounding::Stochastic,
                                             format::Overflow::Saturate, format::Subnormals::Keep});
}

// How often each neighbour was drawn, and whether there was anything else.
struct Draws {
    double low = 0.0;
    double high = 0.0;
    std::size_t highCount = 0;
    std::size_t count = 0;
    std::size_t others = 0;

    template <typename T>
    void add(std::span<const T> rounded) {
        for (const T value : rounded) {
            highCount += value == static_cast<T>(high) ? 1 : 0;
            others += value != static_cast<T>(high) && value != static_cast<T>(low) ? 1 : 0;
        }
        count += rounded.size();
    }

    // (mean - value) in standard deviations of the mean: that of a binomial distribution.
    [[nodiscard]] double deviations(double value) const {
        const double p = (value - low) / (high - low);
        const double found = static_cast<double>(highCount) / static_cast<double>(count);
        return (found - p) / std::sqrt(p * (1.0 - p) / static_cast<double>(count));
    }
};

Draws neighboursOf(double value, double spacing) {
    const double k = std::floor(value / spacing);
    return {k * spacing, (k + 1.0) * spacing};
}

template <typename T>
void draw(const format::Format& f, double value, Draws& draws) {
    const kernels::SpanQuantiser<T> quantise(stochastic(f));
    const RandomStream stream{20261123, format::Purpose::StochasticRounding, 0, 0, 0};
    std::vector<T> values(kPiece);
    for (std::size_t first = 0; first < kDraws; first += kPiece) {
        std::fill(values.begin(), values.end(), static_cast<T>(value));
        quantise(values, stream, first);
        draws.add<T>(values);
    }
}

void verify(const Draws& draws, double value) {
    QCOMPARE(draws.others, std::size_t{0});
    QCOMPARE(draws.count, kDraws);
    QVERIFY2(std::fabs(draws.deviations(value)) < 5.0, qPrintable(QString::number(draws.deviations(value))));
}

// The same bits as numbers, so that -0 and 0 differ.
template <typename T>
bool sameBits(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}

} // namespace

class TestStochasticRounding : public QObject {
    Q_OBJECT

private slots:
    void unbiased_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("value");
        QTest::addColumn<double>("spacing"); // 2^(exponent - stored bits), or that of the subnormals.
        QTest::newRow("FP16 near one") << "FP16" << 1.0003 << 0x1p-10;
        QTest::newRow("FP16 large") << "FP16" << 40001.5 << 32.0;
        QTest::newRow("FP16 small, negative") << "FP16" << -3.14159e-3 << 0x1p-19;
        QTest::newRow("FP16 subnormal") << "FP16" << 2.3e-7 << 0x1p-24;
        QTest::newRow("FP16 below the smallest") << "FP16" << 1.1e-8 << 0x1p-24;
        QTest::newRow("FP16 far below the smallest") << "FP16" << 1e-12 << 0x1p-24;
        QTest::newRow("BF16 near one") << "BF16" << 1.0003 << 0x1p-7;
        QTest::newRow("BF16 large, negative") << "BF16" << -1e30 << 0x1p92; // 2^99 < 1e30 < 2^100
        QTest::newRow("BF16 subnormal") << "BF16" << 2.5e-40 << 0x1p-133;
        QTest::newRow("BF16 below the smallest") << "BF16" << 3e-41 << 0x1p-133;
        QTest::newRow("FP8-E4M3 near one") << "FP8-E4M3" << 1.03 << 0.125;
        QTest::newRow("FP8-E4M3 large") << "FP8-E4M3" << 390.0 << 32.0;
        QTest::newRow("FP8-E4M3 subnormal") << "FP8-E4M3" << 0.005 << 0x1p-9;
        QTest::newRow("FP8-E4M3 below the smallest") << "FP8-E4M3" << -0.0003 << 0x1p-9;
        QTest::newRow("E9M15, in double") << "E9M15" << 1.00001 << 0x1p-15;
        QTest::newRow("FIXED8.4") << "FIXED8.4" << 3.14159 << 0.0625;
        QTest::newRow("FIXED8.4 below the smallest") << "FIXED8.4" << -0.001 << 0.0625;
        QTest::newRow("FIXED16.10 small") << "FIXED16.10" << 0.0101 << 0x1p-10;
        QTest::newRow("FIXED32.16 large, negative") << "FIXED32.16" << -31234.56789 << 0x1p-16;
        QTest::newRow("INT8") << "INT8" << -99.7 << 1.0;
        QTest::newRow("DEC3") << "DEC3" << 0.12345 << 0.001;
        QTest::newRow("DEC3 below the smallest") << "DEC3" << 0.00002 << 0.001;
        QTest::newRow("DEC1 large, negative") << "DEC1" << -1234.567 << 0.1;
    }
    void unbiased() {
        QFETCH(QString, name);
        QFETCH(double, value);
        QFETCH(double, spacing);
        const auto f = format::parseFormat(name.toStdString());
        if (format::fitsFloat(f)) {
            value = double{static_cast<float>(value)}; // What is in the container is what is rounded.
        }
        Draws draws = neighboursOf(value, spacing);
        if (std::holds_alternative<format::Decimal>(f)) { // Its values are the doubles nearest to the multiples.
            draws.low = format::quantise({f, Rounding::Down, format::Overflow::Saturate, format::Subnormals::Keep},
                                         value);
            draws.high = format::quantise({f, Rounding::Up, format::Overflow::Saturate, format::Subnormals::Keep},
                                          value);
            QVERIFY(std::fabs(draws.low - std::floor(value / spacing) * spacing) < 1e-12);
            QVERIFY(std::fabs(draws.high - draws.low - spacing) < 1e-12);
        }
        format::fitsFloat(f) ? draw<float>(f, value, draws) : draw<double>(f, value, draws);
        verify(draws, value);
    }

    void unbiasedWithSharedScales_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("largest"); // Every 32nd value: it decides the scale of all.
        QTest::addColumn<double>("value");   // The others.
        QTest::addColumn<double>("spacing");
        QTest::newRow("INT8-SYM") << "INT8-SYM" << 127.0 << 3.3 << 1.0; // 127 / 127
        QTest::newRow("INT8-SYM, below one step") << "INT8-SYM" << 127.0 << -0.01 << 1.0;
        QTest::newRow("INT4-AFFINE") << "INT4-AFFINE" << 3.75 << 1.3 << 0.25; // 3.75 / 15
        // MX: the scale of blocks whose largest value is 3 is 2^(1 - emax), emax being 8 for E4M3, 2 for E2M1.
        QTest::newRow("MXFP8-E4M3") << "MXFP8-E4M3" << 3.0 << 0.3 << 0x1p-5;               // 2^(-2 - 3)
        QTest::newRow("MXFP8-E4M3 subnormal") << "MXFP8-E4M3" << 3.0 << 0.0001 << 0x1p-16; // 2^(-9 - 7)
        QTest::newRow("MXFP8-E4M3 below the smallest") << "MXFP8-E4M3" << 3.0 << 4e-6 << 0x1p-16;
        QTest::newRow("MXFP4") << "MXFP4" << 3.0 << -1.1 << 0.5;       // 2 * 0.5, and 1.1 is 2.2 of the scale 0.5
        QTest::newRow("MXINT8") << "MXINT8" << 3.0 << 0.333 << 0x1p-5; // 2^(1 - 6)
    }
    void unbiasedWithSharedScales() {
        QFETCH(QString, name);
        QFETCH(double, largest);
        QFETCH(double, value);
        QFETCH(double, spacing);
        const kernels::TensorQuantiser<double> quantise = tensorQuantiser(name);
        constexpr std::size_t kBlocks = 3226; // 31 draws each, 100006 in all
        Draws draws = neighboursOf(value, spacing);
        std::vector<double> tensor(32 * kBlocks);
        std::vector<double> drawn;
        for (std::uint32_t piece = 0; draws.count < kDraws; ++piece) {
            for (std::size_t i = 0; i < tensor.size(); ++i) {
                tensor[i] = i % 32 == 0 ? largest : value;
            }
            const RandomStream stream{20261123, format::Purpose::Deployment, piece, 0, 0};
            quantise({tensor.data(), 1, tensor.size(), tensor.size()}, kernels::Channels::Rows, stream);
            drawn.clear();
            for (std::size_t i = 0; i < tensor.size(); ++i) {
                if (i % 32 != 0) {
                    drawn.push_back(tensor[i]);
                }
            }
            drawn.resize(std::min(drawn.size(), kDraws - draws.count));
            draws.add<double>(drawn);
        }
        verify(draws, value);
    }

    void exactValuesNeverMove_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"FP16", "BF16", "FP8-E4M3", "FP8-E5M2", "FP4-E2M1", "E3M9"}) {
            QTest::addRow("%s", name) << name;
        }
    }
    void exactValuesNeverMove() {
        QFETCH(QString, name);
        const auto f = format::parseFormat(name.toStdString());
        const auto& binary = std::get<format::BinaryFloat>(f);
        std::vector<float> values;
        for (std::uint64_t code = 0; code < std::uint64_t{1} << format::totalBits(binary); ++code) {
            const double value = format::decode(binary, code);
            if (std::isfinite(value)) {
                values.push_back(static_cast<float>(value));
            }
        }
        const kernels::SpanQuantiser<float> quantise(stochastic(f));
        for (std::uint64_t draw = 0; draw < 20; ++draw) {
            std::vector<float> rounded = values;
            quantise(rounded, {draw, format::Purpose::StochasticRounding, 0, 0, 0});
            QVERIFY(sameBits(rounded, values));
        }
    }

    void exactFixedPointAndDecimalsNeverMove_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("perUnit"); // Its values are the doubles nearest to k / perUnit.
        QTest::newRow("FIXED16.8") << "FIXED16.8" << 256.0;
        QTest::newRow("INT16") << "INT16" << 1.0;
        QTest::newRow("DEC3") << "DEC3" << 1000.0;
        QTest::newRow("DEC2") << "DEC2" << 100.0;
    }
    void exactFixedPointAndDecimalsNeverMove() {
        QFETCH(QString, name);
        QFETCH(double, perUnit);
        std::vector<double> values;
        for (int k = -30'000; k <= 30'000; ++k) {
            values.push_back(k / perUnit);
        }
        const kernels::SpanQuantiser<double> quantise(stochastic(format::parseFormat(name.toStdString())));
        for (std::uint64_t draw = 0; draw < 20; ++draw) {
            std::vector<double> rounded = values;
            quantise(rounded, {draw, format::Purpose::StochasticRounding, 0, 0, 0});
            QVERIFY(sameBits(rounded, values));
        }
    }

    void exactTensorsNeverMove_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("largest"); // The integers from -largest to largest are values of the format.
        QTest::newRow("INT8-SYM") << "INT8-SYM" << 127;
        QTest::newRow("INT8-AFFINE") << "INT8-AFFINE" << 127; // With 128: -127 to 128 are 256 values, the scale is 1.
        QTest::newRow("MXFP8-E4M3") << "MXFP8-E4M3" << 14;    // 448 * 2^-5; 15 would be beyond the largest element.
        QTest::newRow("MXINT8") << "MXINT8" << 127;
    }
    void exactTensorsNeverMove() {
        QFETCH(QString, name);
        QFETCH(int, largest);
        std::vector<double> values;
        for (int k = -largest; k <= largest; ++k) {
            values.push_back(k);
        }
        const bool affine = name.contains(QLatin1String("AFFINE"));
        if (affine) {
            values.push_back(largest + 1);
        }
        const kernels::TensorQuantiser<double> quantise = tensorQuantiser(name);
        for (std::uint64_t draw = 0; draw < 100; ++draw) {
            std::vector<double> rounded = values;
            quantise({rounded.data(), 1, rounded.size(), rounded.size()}, kernels::Channels::Rows,
                     {draw, format::Purpose::Deployment, 0, 0, 0});
            QCOMPARE(rounded, values);
        }
    }
};

QTEST_APPLESS_MAIN(TestStochasticRounding)
#include "tst_stochastic_rounding.moc"
