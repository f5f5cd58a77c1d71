// SPDX-License-Identifier: GPL-3.0-or-later
#include <bit>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <limits>
#include <random>
#include <set>

#include <QTest>

#include <nlohmann/json.hpp>

#include "core/deploy/deployment.h"
#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/quantise.h"

using roundoff::deploy::apply;
using roundoff::deploy::Deployment;
using roundoff::deploy::Scope;
using roundoff::deploy::WeightError;
using roundoff::deploy::weightError;
using roundoff::format::Overflow;
using roundoff::format::parseFormat;
using roundoff::format::Rounding;
using roundoff::nn::WeightSnapshot;

using Values = std::vector<double>;

namespace {

constexpr std::uint64_t kSeed = 1;

WeightSnapshot snapshot(const Values& values, bool doubleContainer = true) {
    return {{{"layer1.weight", {1, values.size()}, values}}, doubleContainer};
}

Deployment deployment(const char* format, Rounding rounding = Rounding::NearestEven) {
    return {parseFormat(format), rounding, {}, {}};
}

Values rounded(const Deployment& how, const Values& values, std::uint64_t seed = kSeed) {
    return apply(how, snapshot(values), seed).tensors.front().values;
}

WeightError errorOf(const Deployment& how, const Values& values) {
    const WeightSnapshot before = snapshot(values);
    return weightError(how, before, apply(how, before, kSeed));
}

bool sameBits(const Values& a, const Values& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](double x, double y) {
        return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
    });
}

// -0.999, -0.998, ..., 0.999
Values insideOne() {
    Values values;
    for (int i = -999; i <= 999; ++i) {
        values.push_back(i / 1000.0);
    }
    return values;
}

Values randomValues(std::size_t count) {
    std::mt19937_64 generator(9);
    std::uniform_real_distribution<double> exponent(-30.0, 20.0);
    Values values;
    for (std::size_t i = 0; i < count; ++i) {
        values.push_back((generator() % 2 == 0 ? 1.0 : -1.0) * std::exp2(exponent(generator)));
    }
    return values;
}

} // namespace

class TestDeployment : public QObject {
    Q_OBJECT

private slots:
    void oneDecimal_data();
    void oneDecimal();
    void halfIsNumPys();
    void everyFormatIsItsReference_data();
    void everyFormatIsItsReference();
    void decimalsOfFloatsAreFloats();
    void namesAndShapesStay();
    void errorByHand();
    void errorOverAllTensors();
    void nothingLost();
    void lostToInfinity();
    void bits_data();
    void bits();
    void zerosAreOneValue();
    void negativeZeroKeepsItsSign_data();
    void negativeZeroKeepsItsSign();
    void overflow_data();
    void overflow();
    void stochasticIsRepeatable();
    void stochasticDependsOnTheSeed();
    void stochasticDiffersBetweenTensors();
    void stochasticGoesToNeighboursWithoutBias();
    void name_data();
    void name();
};

/// The values of one decimal in (-1, 1): the paper counts 19, -0.9 to 0.9, which is what truncation gives. Nearest
/// rounding also reaches -1 and 1. Bits by hand: 2^4 < 19 and 21 <= 2^5.
void TestDeployment::oneDecimal_data() {
    QTest::addColumn<int>("rounding");
    QTest::addColumn<int>("distinct");
    QTest::newRow("toward-zero") << static_cast<int>(Rounding::TowardZero) << 19;
    QTest::newRow("nearest-even") << static_cast<int>(Rounding::NearestEven) << 21;
    QTest::newRow("nearest-away") << static_cast<int>(Rounding::NearestAway) << 21;
    QTest::newRow("up") << static_cast<int>(Rounding::Up) << 20;     // -0.9 to 1
    QTest::newRow("down") << static_cast<int>(Rounding::Down) << 20; // -1 to 0.9
}

void TestDeployment::oneDecimal() {
    QFETCH(const int, rounding);
    QFETCH(const int, distinct);
    const Deployment how = deployment("DEC1", static_cast<Rounding>(rounding));
    const Values values = rounded(how, insideOne());
    std::set<double> different; // Zeros are one: -0.0 < 0.0 is false.
    for (const double value : values) {
        QVERIFY(value == std::round(value * 10.0) / 10.0);
        different.insert(value);
    }
    QCOMPARE(static_cast<int>(different.size()), distinct);
    const WeightError error = errorOf(how, insideOne());
    QCOMPARE(static_cast<int>(error.distinctValues), distinct);
    QCOMPARE(error.bitsPerWeight, 5);
}

/// tests/golden/pytorch/kernels.json: codes that NumPy's float16 gives for doubles, halfway cases and their neighbours
/// among them.
void TestDeployment::halfIsNumPys() {
    std::ifstream stream(ROUNDOFF_GOLDEN_DIR "/pytorch/kernels.json");
    const auto golden = nlohmann::json::parse(stream).at("float16");
    const auto inputs = golden.at("inputs").get<Values>();
    const auto codes = golden.at("codes").get<std::vector<std::uint64_t>>();
    QVERIFY(inputs.size() >= 100 && inputs.size() == codes.size());
    Values expected;
    for (const std::uint64_t code : codes) {
        expected.push_back(roundoff::format::decode(roundoff::format::kFp16, code));
    }
    QVERIFY(sameBits(rounded(deployment("FP16"), inputs), expected));
}

void TestDeployment::everyFormatIsItsReference_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<int>("rounding");
    for (const char* format : {"FP32", "TF32", "BF16", "FP16", "FP8-E5M2", "FP8-E4M3", "FP6-E3M2", "FP6-E2M3",
                               "FP4-E2M1", "E5M3", "INT4", "FIXED8.4", "DEC0", "DEC3"}) {
        for (const Rounding rounding :
             {Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero, Rounding::Up, Rounding::Down}) {
            const auto roundingName = roundoff::format::name(rounding);
            QTest::addRow("%s %.*s", format, static_cast<int>(roundingName.size()), roundingName.data())
                << QByteArray(format) << static_cast<int>(rounding);
        }
    }
}

/// The slow reference quantiser: code by code exact, and tested on its own.
void TestDeployment::everyFormatIsItsReference() {
    QFETCH(const QByteArray, format);
    QFETCH(const int, rounding);
    const Deployment how = deployment(format.constData(), static_cast<Rounding>(rounding));
    const Values values = randomValues(2'000);
    Values expected;
    for (const double value : values) {
        expected.push_back(roundoff::format::quantise(how.quantisation(), value));
    }
    QVERIFY(sameBits(rounded(how, values), expected));
}

/// What a float network stores after rounding to decimals is a float: the one nearest to the decimal.
void TestDeployment::decimalsOfFloatsAreFloats() {
    const double weight = 0.12345678F;
    const WeightSnapshot after = apply(deployment("DEC3"), snapshot({weight, -weight}, false), kSeed);
    const double expected = 0.123F;
    QVERIFY(sameBits(after.tensors.front().values, {expected, -expected}));
    QVERIFY(expected != 0.123); // Or the test would say nothing.
}

void TestDeployment::namesAndShapesStay() {
    const WeightSnapshot before{
        {{"layer1.weight", {2, 2}, {0.11, 0.22, 0.33, 0.44}}, {"layer1.bias", {2}, {0.55, 0.66}}}, true};
    const WeightSnapshot after = apply(deployment("DEC1"), before, kSeed);
    const WeightSnapshot expected{{{"layer1.weight", {2, 2}, {0.1, 0.2, 0.3, 0.4}}, {"layer1.bias", {2}, {0.6, 0.7}}},
                                  true};
    QVERIFY(after == expected);
}

/// By hand: 1.25, -2.75 and 3 round to 1, -3 and 3. Signal 1.5625 + 7.5625 + 9 = 18.125, noise 2 * 0.0625 = 0.125, the
/// ratio is 145, and 10 log10(145) = 21.613680022349748.
void TestDeployment::errorByHand() {
    const WeightError error = errorOf(deployment("INT8"), {1.25, -2.75, 3.0});
    QVERIFY(std::fabs(error.signalToNoiseDb - 21.613680022349748) < 1e-12);
    QVERIFY(error.maxAbsError == 0.25);
    QCOMPARE(error.distinctValues, std::size_t{3});
}

/// The same values in two tensors: 10 log10((1.5625 + 7.5625 + 9) / 0.125) again.
void TestDeployment::errorOverAllTensors() {
    const WeightSnapshot before{{{"layer1.weight", {1, 2}, {1.25, -2.75}}, {"layer1.bias", {1}, {3.0}}}, true};
    const WeightError error = weightError(deployment("INT8"), before, apply(deployment("INT8"), before, kSeed));
    QVERIFY(std::fabs(error.signalToNoiseDb - 21.613680022349748) < 1e-12);
    QCOMPARE(error.distinctValues, std::size_t{3});
    QCOMPARE(error.bytes, std::size_t{3});
}

void TestDeployment::nothingLost() {
    const WeightError error = errorOf(deployment("FP16"), {0.5, -1.0, 0.0});
    QVERIFY(error.signalToNoiseDb == std::numeric_limits<double>::infinity());
    QVERIFY(error.maxAbsError == 0.0);
}

void TestDeployment::lostToInfinity() {
    const WeightError error = errorOf(deployment("FP16"), {1.0, 1e6});
    QVERIFY(error.signalToNoiseDb == -std::numeric_limits<double>::infinity());
    QVERIFY(error.maxAbsError == std::numeric_limits<double>::infinity());
    QCOMPARE(error.bytes, std::size_t{4});
}

/// Ten weights. Bytes by hand: ten codes, filled up to whole bytes.
void TestDeployment::bits_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<Values>("values");
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("bytes");
    const Values small{-0.4, -0.3, -0.2, -0.1, 0.0, 0.1, 0.2, 0.3, 0.4, 0.4};
    QTest::newRow("FP64") << QByteArray("FP64") << small << 64 << 80;
    QTest::newRow("FP32") << QByteArray("FP32") << small << 32 << 40;
    QTest::newRow("TF32") << QByteArray("TF32") << small << 19 << 24; // 23.75
    QTest::newRow("FP16") << QByteArray("FP16") << small << 16 << 20;
    QTest::newRow("FP8-E4M3") << QByteArray("FP8-E4M3") << small << 8 << 10;
    QTest::newRow("FP6-E2M3") << QByteArray("FP6-E2M3") << small << 6 << 8; // 7.5
    QTest::newRow("FP4-E2M1") << QByteArray("FP4-E2M1") << small << 4 << 5;
    QTest::newRow("INT3") << QByteArray("INT3") << small << 3 << 4; // 3.75
    QTest::newRow("FIXED12.4") << QByteArray("FIXED12.4") << small << 12 << 15;
    QTest::newRow("DEC1, -4 to 4 are 9 levels") << QByteArray("DEC1") << small << 4 << 5;
    QTest::newRow("DEC2, -40 to 40 are 81 levels") << QByteArray("DEC2") << small << 7 << 9; // 8.75
    QTest::newRow("DEC0, zeros of both signs") << QByteArray("DEC0") << small << 1 << 2;     // 1.25
    QTest::newRow("DEC0, one level") << QByteArray("DEC0") << Values(10, 0.25) << 0 << 0;
    QTest::newRow("DEC1, 0 to 7 are 8 levels")
        << QByteArray("DEC1") << Values{0, .1, .2, .3, .4, .5, .6, .7, .7, .7} << 3 << 4;
    QTest::newRow("DEC1, 0 to 8 are 9 levels")
        << QByteArray("DEC1") << Values{0, .1, .2, .3, .4, .5, .6, .7, .7, .8} << 4 << 5;
    QTest::newRow("DEC1, 0 to 7 and a negative zero are 9 levels")
        << QByteArray("DEC1") << Values{-0.0, .1, .2, .3, .4, .5, .6, .7, .7, .7} << 4 << 5;
    QTest::newRow("DEC1 of NaN has no significands")
        << QByteArray("DEC1") << Values{0, .1, .2, .3, .4, .5, .6, .7, .7, std::nan("")} << 64 << 80;
    QTest::newRow("DEC1 of infinity has none")
        << QByteArray("DEC1") << Values{0, .1, .2, .3, .4, .5, .6, .7, .7, std::numeric_limits<double>::infinity()}
        << 64 << 80;
    QTest::newRow("DEC1 of 1e300 has none")
        << QByteArray("DEC1") << Values{0, .1, .2, .3, .4, .5, .6, .7, .7, 1e300} << 64 << 80;
}

void TestDeployment::bits() {
    QFETCH(const QByteArray, format);
    QFETCH(const Values, values);
    QFETCH(const int, bits);
    QFETCH(const int, bytes);
    const WeightError error = errorOf(deployment(format.constData()), values);
    QCOMPARE(error.bitsPerWeight, bits);
    QCOMPARE(static_cast<int>(error.bytes), bytes);
}

void TestDeployment::zerosAreOneValue() {
    QCOMPARE(errorOf(deployment("DEC1"), {-0.01, 0.01, 0.0, -0.0, 0.1}).distinctValues, std::size_t{2});
}

void TestDeployment::negativeZeroKeepsItsSign_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<double>("value");
    for (const char* format : {"DEC1", "FP16", "BF16", "FP8-E4M3", "FP4-E2M1"}) {
        QTest::addRow("%s of -0", format) << QByteArray(format) << -0.0;
        QTest::addRow("%s of a tiny negative", format) << QByteArray(format) << -1e-60;
    }
}

void TestDeployment::negativeZeroKeepsItsSign() {
    QFETCH(const QByteArray, format);
    QFETCH(const double, value);
    QVERIFY(sameBits(rounded(deployment(format.constData()), {value}), {-0.0}));
}

/// Largest values by the formats' specifications: FP16 65504 (IEEE 754), FP8-E4M3 448 (OFP8, table 1), FP4-E2M1 6
/// (MX 1.0).
void TestDeployment::overflow_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<int>("overflow"); // -1: the format's default
    QTest::addColumn<double>("result");
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("FP16 by default") << QByteArray("FP16") << -1 << infinity;
    QTest::newRow("FP16 saturating") << QByteArray("FP16") << static_cast<int>(Overflow::Saturate) << 65504.0;
    QTest::newRow("FP8-E4M3 saturating") << QByteArray("FP8-E4M3") << static_cast<int>(Overflow::Saturate) << 448.0;
    QTest::newRow("FP4-E2M1 by default") << QByteArray("FP4-E2M1") << -1 << 6.0;
    QTest::newRow("INT8") << QByteArray("INT8") << -1 << 127.0;
}

void TestDeployment::overflow() {
    QFETCH(const QByteArray, format);
    QFETCH(const int, overflow);
    QFETCH(const double, result);
    Deployment how = deployment(format.constData());
    if (overflow >= 0) {
        how.overflow = static_cast<Overflow>(overflow);
    }
    QVERIFY(sameBits(rounded(how, {1e6}), {result}));
}

void TestDeployment::stochasticIsRepeatable() {
    const Deployment how = deployment("DEC1", Rounding::Stochastic);
    QVERIFY(sameBits(rounded(how, insideOne(), 7), rounded(how, insideOne(), 7)));
}

void TestDeployment::stochasticDependsOnTheSeed() {
    const Deployment how = deployment("DEC1", Rounding::Stochastic);
    QVERIFY(!sameBits(rounded(how, insideOne(), 7), rounded(how, insideOne(), 8)));
    QVERIFY(!sameBits(rounded(how, insideOne(), 7), rounded(how, insideOne(), 7 + (std::uint64_t{1} << 32U))));
}

void TestDeployment::stochasticDiffersBetweenTensors() {
    const WeightSnapshot before{{{"layer1.weight", {1, 1999}, insideOne()}, {"layer2.weight", {1, 1999}, insideOne()}},
                                true};
    const WeightSnapshot after = apply(deployment("DEC1", Rounding::Stochastic), before, kSeed);
    QVERIFY(!sameBits(after.tensors[0].values, after.tensors[1].values));
}

/// 0.325 goes to 0.4 with a probability of a quarter. Of 10,000 the number is binomial with deviation 43.3; the bound
/// is five of them.
void TestDeployment::stochasticGoesToNeighboursWithoutBias() {
    const Values values = rounded(deployment("DEC1", Rounding::Stochastic), Values(10'000, 0.325));
    int up = 0;
    for (const double value : values) {
        QVERIFY(value == 0.3 || value == 0.4);
        up += value == 0.4 ? 1 : 0;
    }
    QVERIFY2(std::abs(up - 2'500) < 217, qPrintable(QString::number(up)));
}

void TestDeployment::name_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<bool>("activations");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("weights") << QByteArray("DEC3") << false << QByteArray("DEC3");
    QTest::newRow("activations too") << QByteArray("FP8-E4M3") << true << QByteArray("FP8-E4M3+activations");
    QTest::newRow("by its own name") << QByteArray("E5M10") << false << QByteArray("FP16");
}

void TestDeployment::name() {
    QFETCH(const QByteArray, format);
    QFETCH(const bool, activations);
    QFETCH(const QByteArray, name);
    Deployment how = deployment(format.constData());
    how.scope = activations ? Scope::WeightsAndActivations : Scope::Weights;
    QCOMPARE(QByteArray::fromStdString(how.name()), name);
}

QTEST_APPLESS_MAIN(TestDeployment)
#include "tst_deployment.moc"
