// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>

#include <QByteArray>
#include <QTest>

#include "core/deploy/deployment.h"
#include "core/deploy/packed_weights.h"
#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/quantise.h"
#include "tests/data/file_fixtures.h"

using namespace roundoff::deploy;
using roundoff::format::BinaryFloat;
using roundoff::format::Decimal;
using roundoff::format::Format;
using roundoff::format::parseFormat;
using roundoff::format::Rounding;
using roundoff::nn::WeightSnapshot;
using roundoff::test::inputErrorOf;

using Values = std::vector<double>;
Q_DECLARE_METATYPE(SignificandRange)

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint64_t kSeed = 3;

enum Container { Float, Double };

WeightSnapshot snapshot(const Values& values, Container container = Double) {
    return {{{"layer1.weight", {1, values.size()}, values}}, container == Double};
}

bool sameBits(const WeightSnapshot& a, const WeightSnapshot& b) {
    const auto same = [](double x, double y) {
        return std::bit_cast<std::uint64_t>(x) == std::bit_cast<std::uint64_t>(y);
    };
    return a.doubleContainer == b.doubleContainer && a.tensors.size() == b.tensors.size() &&
           std::equal(a.tensors.begin(), a.tensors.end(), b.tensors.begin(), [&](const auto& s, const auto& t) {
               return s.name == t.name && s.shape == t.shape &&
                      std::equal(s.values.begin(), s.values.end(), t.values.begin(), t.values.end(), same);
           });
}

// Zeros of both signs, tiny numbers, and random ones of all magnitudes up to the largest, in two tensors.
WeightSnapshot manyWeights(double largest, Container container) {
    Values values{0.0,
                  -0.0,
                  1e-300,
                  -1e-300,
                  0x1p-149,
                  -0x1p-1074,
                  1e-9,
                  -1e-9,
                  0.0005,
                  0.125,
                  0.9 * largest,
                  -0.95 * largest,
                  0.6180339887 * largest};
    std::mt19937_64 generator(11);
    std::uniform_real_distribution<double> one(-1.0, 1.0);
    for (int i = 0; i < 3'000; ++i) {
        const double value = one(generator);
        values.push_back(std::min(1.0, largest) * value);                                   // As trained weights are,
        values.push_back(std::ldexp(largest * value, -static_cast<int>(generator() % 60))); // of any magnitude,
        values.push_back(std::copysign(largest * (0.5 + 0.45 * std::fabs(value)), value));  // and next to the largest.
    }
    if (container == Float) {
        std::transform(values.begin(), values.end(), values.begin(),
                       [](double value) { return static_cast<double>(static_cast<float>(value)); });
    }
    const auto half = values.begin() + 4'001;
    WeightSnapshot weights{{{"layer1.weight", {4'001}, {values.begin(), half}}}, container == Double};
    const Values rest(half, values.end());
    weights.tensors.push_back({"layer2.weight", {rest.size(), 1}, rest});
    return weights;
}

QByteArray codesOf(const PackedWeights& packed) {
    return QByteArray(reinterpret_cast<const char*>(packed.codes.data()), static_cast<qsizetype>(packed.codes.size()))
        .toHex();
}

PackedWeights packedByHand(const char* format, int bits, const SignificandRange& range, std::size_t count,
                           const QByteArray& codes) {
    PackedWeights packed;
    packed.format = parseFormat(format);
    packed.doubleContainer = true;
    packed.bits = bits;
    packed.range = range;
    packed.tensors = {{"layer1.weight", {count}}};
    for (const char byte : QByteArray::fromHex(codes)) {
        packed.codes.push_back(static_cast<std::byte>(byte));
    }
    return packed;
}

QByteArray nameOf(Rounding rounding) {
    const auto text = roundoff::format::name(rounding);
    return {text.data(), static_cast<qsizetype>(text.size())};
}

} // namespace

class TestPackedWeights : public QObject {
    Q_OBJECT

private slots:
    void decimalsRoundTrip_data();
    void decimalsRoundTrip();
    void formatsRoundTrip_data();
    void formatsRoundTrip();
    void codesByHand_data();
    void codesByHand();
    void ranges_data();
    void ranges();
    void noWeights();
    void widerCodesUnpackToTheSame();
    void sizeNeedsNoCodes_data();
    void sizeNeedsNoCodes();
    void sizeIsTheDeployments();
    void refusesWeights_data();
    void refusesWeights();
    void refusesWidths_data();
    void refusesWidths();
    void refusesCodes_data();
    void refusesCodes();
};

void TestPackedWeights::decimalsRoundTrip_data() {
    QTest::addColumn<int>("digits");
    QTest::addColumn<int>("rounding");
    QTest::addColumn<int>("container");
    for (int digits = 0; digits <= 15; ++digits) {
        for (const Rounding rounding : {Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero,
                                        Rounding::Up, Rounding::Down, Rounding::Stochastic}) {
            for (const Container container : {Float, Double}) {
                QTest::addRow("DEC%d %s %s", digits, nameOf(rounding).constData(),
                              container == Float ? "float" : "double")
                    << digits << static_cast<int>(rounding) << static_cast<int>(container);
            }
        }
    }
}

/// Every rounded weight that is below 2^53 / 10^digits comes back bit for bit.
void TestPackedWeights::decimalsRoundTrip() {
    QFETCH(const int, digits);
    QFETCH(const int, rounding);
    QFETCH(const int, container);
    const double largest = 0x1p53 / std::pow(10.0, digits);
    const Deployment how{Decimal{digits}, static_cast<Rounding>(rounding), {}, {}};
    const WeightSnapshot rounded = apply(how, manyWeights(largest, static_cast<Container>(container)), kSeed);
    const PackedWeights packed = pack(how.format, rounded);
    QCOMPARE(packed.bits, 54); // From -0.95 * 2^53 to almost as much.
    QCOMPARE(packed.codes.size(), (rounded.parameterCount() * 54 + 7) / 8);
    QVERIFY(sameBits(unpack(packed), rounded));
}

void TestPackedWeights::sizeNeedsNoCodes_data() {
    QTest::addColumn<QByteArray>("format");
    for (const char* format : {"DEC0", "DEC3", "FP16", "INT8", "FIXED8.4"}) {
        QTest::newRow(format) << QByteArray(format);
    }
}

/// All but the codes is as `pack` has it, and so is what is refused.
void TestPackedWeights::sizeNeedsNoCodes() {
    QFETCH(const QByteArray, format);
    const Format parsed = parseFormat(format.toStdString());
    const WeightSnapshot rounded = apply({parsed, Rounding::NearestEven, {}, {}},
                                         snapshot({0.0, -0.4, 1.25, -3.5, 7.0}, Float), kSeed);
    const PackedWeights size = packWithoutCodes(parsed, rounded);
    PackedWeights packed = pack(parsed, rounded);
    QCOMPARE(size.bytes(), packed.codes.size());
    packed.codes.clear();
    QVERIFY(size == packed);
    const WeightSnapshot unrounded = snapshot({0.123456, 1.0}, Float);
    QCOMPARE(inputErrorOf([&] { static_cast<void>(packWithoutCodes(parsed, unrounded)); }),
             inputErrorOf([&] { static_cast<void>(pack(parsed, unrounded)); }));
}

void TestPackedWeights::formatsRoundTrip_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<int>("bits");
    QTest::addColumn<int>("container");
    const std::pair<const char*, int> formats[] = {
        {"FP64", 64},    {"FP32", 32},    {"TF32", 19},       {"BF16", 16},    {"FP16", 16}, {"FP8-E5M2", 8},
        {"FP8-E4M3", 8}, {"FP6-E3M2", 6}, {"FP6-E2M3", 6},    {"FP4-E2M1", 4}, {"E4M3", 8},  {"E2M1", 4},
        {"E11M52", 64},  {"E8M1", 10},    {"INT32", 32},      {"INT16", 16},   {"INT8", 8},  {"INT4", 4},
        {"INT1", 1},     {"FIXED8.4", 8}, {"FIXED32.16", 32}, {"FIXED7.7", 7},
    };
    for (const auto& [format, bits] : formats) {
        QTest::addRow("%s float", format) << QByteArray(format) << bits << static_cast<int>(Float);
        QTest::addRow("%s double", format) << QByteArray(format) << bits << static_cast<int>(Double);
    }
}

void TestPackedWeights::formatsRoundTrip() {
    QFETCH(const QByteArray, format);
    QFETCH(const int, bits);
    QFETCH(const int, container);
    const Deployment how{parseFormat(format.constData()), Rounding::NearestEven, {}, {}};
    const bool binary = roundoff::format::scalarFormatOf<BinaryFloat>(how.format) != nullptr;
    WeightSnapshot weights = manyWeights(container == Float ? (binary ? 3e38 : 1e3) : 1e300,
                                         static_cast<Container>(container));
    Values& values = weights.tensors[0].values;
    values.insert(values.end(), {kNan, -kNan});
    if (binary) {
        values.insert(values.end(), {kInfinity, -kInfinity});
    }
    weights.tensors[0].shape = {values.size()};
    const WeightSnapshot rounded = apply(how, weights, kSeed);
    const PackedWeights packed = pack(how.format, rounded);
    QCOMPARE(packed.bits, bits);
    QVERIFY(sameBits(unpack(packed), rounded));
}

/// Worked out on paper: code i begins at bit i * bits, low bits first. Codes of floats are those of IEEE 754 and of
/// OCP's tables.
void TestPackedWeights::codesByHand_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<Values>("values");
    QTest::addColumn<int>("width"); // -1: the least
    QTest::addColumn<QByteArray>("codes");
    const auto row = [](const char* name, const char* format, const Values& values, int width, const char* codes) {
        QTest::newRow(name) << QByteArray(format) << values << width << QByteArray(codes);
    };
    row("codes 0, 3, 5 of -2 to 3", "DEC1", {-0.2, 0.1, 0.3}, -1, "5801"); // 3 << 3 | 5 << 6 = 344
    row("in 4 bits each", "DEC1", {-0.2, 0.1, 0.3}, 4, "3005");
    row("in 8 bits each", "DEC1", {-0.2, 0.1, 0.3}, 8, "000305");
    row("negative zero is code 6", "DEC1", {-0.2, -0.0, 0.3}, -1, "7001");       // 6 << 3 | 5 << 6 = 368
    row("zero beside it is code 2", "DEC1", {-0.2, -0.0, 0.0, 0.3}, -1, "b00a"); // 6 << 3 | 2 << 6 | 5 << 9 = 2736
    row("nine single bits", "DEC1", {0, .1, 0, .1, .1, 0, 0, .1, .1}, -1, "9a01");
    row("one level needs no bits", "DEC2", {0.5, 0.5, 0.5}, -1, "");
    row("two zeros need one bit", "DEC2", {0.0, -0.0, -0.0}, -1, "06");
    row("FP64", "FP64", {1.0}, -1, "000000000000f03f");
    row("FP16", "FP16", {1.0, -2.0}, -1, "003c00c0");
    row("FP16 in 64 bits", "FP16", {1.0, -2.0}, 64, "003c00000000000000c0000000000000");
    row("TF32, 19 bits", "TF32", {1.0, -1.0}, -1, "00fc01e02f"); // 0x1fc00 | 0x5fc00 << 19
    row("FP4", "FP4-E2M1", {0.5, -6.0, 1.0}, -1, "f102");        // Codes 1, 15, 2.
    row("FP6", "FP6-E2M3", {1.0, -1.0}, -1, "080a");             // Codes 8, 40: 8 | 40 << 6 = 2568.
    row("INT3", "INT3", {-1.0, 2.0, 3.0}, -1, "d700");           // 7 | 2 << 3 | 3 << 6 = 215
    row("FIXED8.4", "FIXED8.4", {1.5, -8.0}, -1, "1880");
    // 1 | 2 << 13 | 3 << 26 | 4 << 39 | 0x1fff << 52 = 0x1fff002000c004001, which takes 65 bits.
    row("over the edge of 64 bits", "INT13", {1.0, 2.0, 3.0, 4.0, -1.0}, -1, "0140000c0002f0ff01");
}

void TestPackedWeights::codesByHand() {
    QFETCH(const QByteArray, format);
    QFETCH(const Values, values);
    QFETCH(const int, width);
    QFETCH(const QByteArray, codes);
    const PackedWeights packed = pack(parseFormat(format.constData()), snapshot(values),
                                      width < 0 ? std::nullopt : std::optional(width));
    QCOMPARE(codesOf(packed), codes);
    QVERIFY(sameBits(unpack(packed), {{{"layer1.weight", {1, values.size()}, values}}, true}));
}

void TestPackedWeights::ranges_data() {
    QTest::addColumn<int>("digits");
    QTest::addColumn<Values>("values");
    QTest::addColumn<SignificandRange>("range");
    QTest::addColumn<int>("levels");
    QTest::addColumn<int>("bits");
    const auto row = [](const char* name, int digits, const Values& values, const SignificandRange& range, int levels,
                        int bits) { QTest::newRow(name) << digits << values << range << levels << bits; };
    row("one", 2, {0.29}, {29, 29, false}, 1, 0);
    row("two", 2, {0.29, 0.3}, {29, 30, false}, 2, 1);
    row("the paper's 19 values", 1, {-0.9, 0.9, 0.0}, {-9, 9, false}, 19, 5);
    row("and a negative zero", 1, {-0.9, 0.9, -0.0}, {-9, 9, true}, 20, 5);
    row("16 levels", 3, {0.001, 0.016}, {1, 16, false}, 16, 4);
    row("17 levels", 3, {0.001, 0.017}, {1, 17, false}, 17, 5);
    row("16 levels and a negative zero", 0, {-0.0, 15.0}, {0, 15, true}, 17, 5);
    row("nothing but negative zeros", 5, {-0.0, -0.0}, {0, 0, true}, 2, 1);
    row("0.29 * 100 is no whole number", 2, {-0.29, -1.13}, {-113, -29, false}, 85, 7);
}

void TestPackedWeights::ranges() {
    QFETCH(const int, digits);
    QFETCH(const Values, values);
    QFETCH(const SignificandRange, range);
    QFETCH(const int, levels);
    QFETCH(const int, bits);
    const SignificandRange found = significandRange(Decimal{digits}, snapshot(values));
    QVERIFY(found == range);
    QCOMPARE(found.levels(), static_cast<std::uint64_t>(levels));
    QCOMPARE(found.bits(), bits);
}

void TestPackedWeights::noWeights() {
    const WeightSnapshot none{{{"empty", {0, 3}, {}}}, false};
    for (const char* format : {"DEC3", "FP16"}) {
        const PackedWeights packed = pack(parseFormat(format), none);
        QCOMPARE(packed.count(), std::size_t{0});
        QVERIFY(packed.codes.empty());
        QVERIFY(unpack(packed) == none);
    }
}

void TestPackedWeights::widerCodesUnpackToTheSame() {
    const Deployment how{Decimal{3}, Rounding::TowardZero, {}, {}};
    const WeightSnapshot rounded = apply(how, manyWeights(1.0, Float), kSeed);
    for (int bits = pack(how.format, rounded).bits; bits <= 64; ++bits) {
        QVERIFY2(sameBits(unpack(pack(how.format, rounded, bits)), rounded), qPrintable(QString::number(bits)));
    }
}

/// What a deployment says that its weights take is what they take.
void TestPackedWeights::sizeIsTheDeployments() {
    for (const char* format : {"DEC0", "DEC2", "DEC6", "FP16", "FP6-E2M3", "INT3"}) {
        const Deployment how{parseFormat(format), Rounding::NearestEven, {}, {}};
        const WeightSnapshot weights = manyWeights(1.0, Float);
        const WeightSnapshot rounded = apply(how, weights, kSeed);
        const WeightError error = weightError(how, weights, rounded);
        const PackedWeights packed = pack(how.format, rounded);
        QCOMPARE(error.bitsPerWeight, packed.bits);
        QCOMPARE(error.bytes, packed.codes.size());
    }
}

void TestPackedWeights::refusesWeights_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<double>("value");
    QTest::addColumn<int>("container");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* format, double value, Container container, const char* says) {
        QTest::newRow(name) << QByteArray(format) << value << static_cast<int>(container) << QString(says);
    };
    row("NaN", "DEC3", kNan, Double, "is nan: only finite weights have significands");
    row("infinity", "DEC3", -kInfinity, Float, "is -inf: only finite weights");
    row("2^53", "DEC0", 0x1p53, Double, "is 9007199254740992: from 9007199254740992 on, numbers are too coarse for 0");
    row("2^53 in float", "DEC0", -0x1p53, Float, "is -9007199254740992: from 9007199254740992 on");
    row("huge", "DEC15", 10.0, Double, "is 10: from 9.007199254740993 on, numbers are too coarse for 15 decimals");
    row("largest double", "DEC1", std::numeric_limits<double>::max(), Double, "too coarse for 1 decimal;");
    row("a digit too many", "DEC1", 0.15, Double, "is 0.15: it has more than 1 decimal;");
    row("next to a decimal", "DEC1", std::nextafter(0.3, 1.0), Double, "it has more than 1 decimal;");
    row("tiny", "DEC15", 0x1p-1074, Double, "is 5e-324: it has more than 15 decimals;");
    row("a double among floats", "DEC1", 0.1, Float, "is 0.1: it is no single-precision number");
    row("not rounded to FP16", "FP16", 0.1, Double, "is 0.1: it is no value of FP16; round the weights");
    row("beyond FP16", "FP16", 65536.0, Double, "is 65536: it is no value of FP16");
    row("no NaN there", "FP4-E2M1", kNan, Double, "is nan: it is no value of FP4-E2M1");
    row("no infinity there", "FP8-E4M3", kInfinity, Double, "is inf: it is no value of FP8-E4M3");
    row("a NaN's payload", "FP16", std::bit_cast<double>(0x7FF8'0000'0000'0001U), Double, "no value of FP16");
    row("no negative zero there", "INT8", -0.0, Double, "is -0: it is no value of INT8");
    row("half", "INT8", 0.5, Double, "is 0.5: it is no value of INT8");
    row("beyond INT8", "INT8", 128.0, Double, "is 128: it is no value of INT8");
    row("FP64 among floats", "FP64", 0.1, Float, "is 0.1: it is no single-precision number");
    row("saturated integer among floats", "INT32", 2147483647.0, Float, "it is no single-precision number");
}

void TestPackedWeights::refusesWeights() {
    QFETCH(const QByteArray, format);
    QFETCH(const double, value);
    QFETCH(const int, container);
    QFETCH(const QString, says);
    const WeightSnapshot weights = snapshot({0.0, 1.0, value}, static_cast<Container>(container));
    const QString error = inputErrorOf([&] { (void)pack(parseFormat(format.constData()), weights); });
    QVERIFY2(error.startsWith("weight 3 of layer1.weight is "), qPrintable(error));
    QVERIFY2(error.contains(says), qPrintable(error));
}

void TestPackedWeights::refusesWidths_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<Values>("values");
    QTest::addColumn<int>("bits");
    QTest::addColumn<QString>("says");
    QTest::newRow("a bit too few") << QByteArray("DEC1") << Values{-0.2, 0.3} << 2
                                   << "DEC1 significands from -2 to 3 need 3 bits a weight, not 2: give 3 to 64";
    QTest::newRow("one for the negative zero")
        << QByteArray("DEC1") << Values{-0.0, 0.7} << 3
        << "DEC1 significands from 0 to 7 and a negative zero need 4 bits a weight, not 3";
    QTest::newRow("none for two levels") << QByteArray("DEC0") << Values{0.0, 1.0} << 0 << "need 1 bit a weight, not 0";
    QTest::newRow("less than none") << QByteArray("DEC0") << Values{0.0} << -1 << "need 0 bits a weight, not -1";
    QTest::newRow("too many") << QByteArray("DEC1") << Values{0.1} << 65 << "not 65";
    QTest::newRow("codes cut") << QByteArray("INT8") << Values{1.0} << 7 << "codes of INT8 need 8 bits a weight, not 7";
    QTest::newRow("codes too wide") << QByteArray("FP64") << Values{1.0} << 65 << "not 65";
}

void TestPackedWeights::refusesWidths() {
    QFETCH(const QByteArray, format);
    QFETCH(const Values, values);
    QFETCH(const int, bits);
    QFETCH(const QString, says);
    const QString error = inputErrorOf([&] { (void)pack(parseFormat(format.constData()), snapshot(values), bits); });
    QVERIFY2(error.contains(says), qPrintable(error));
}

void TestPackedWeights::refusesCodes_data() {
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<int>("bits");
    QTest::addColumn<SignificandRange>("range");
    QTest::addColumn<qulonglong>("count");
    QTest::addColumn<QByteArray>("codes");
    QTest::addColumn<QString>("says");
    const auto row = [](const char* name, const char* format, int bits, const SignificandRange& range,
                        unsigned long long count, const char* codes, const char* says) {
        QTest::newRow(name) << QByteArray(format) << bits << range << qulonglong{count} << QByteArray(codes)
                            << QString(says);
    };
    const SignificandRange ten{-4, 5, false};
    row("too few bytes", "DEC1", 4, ten, 3, "00", "have 1 bytes of codes where 2 are needed");
    row("too many bytes", "DEC1", 4, ten, 3, "000000", "have 3 bytes of codes where 2 are needed");
    row("beyond the highest", "DEC1", 4, ten, 2, "a0", "the code 10 of packed weight 2 of layer1.weight");
    row("beyond the negative zero", "DEC1", 4, {-4, 5, true}, 2, "0b", "the code 11 of packed weight 1");
    row("beyond INT3", "INT3", 4, {}, 2, "80", "the code 8 of packed weight 2");
    row("beyond FP16", "FP16", 24, {}, 1, "000001", "the code 65536");
    row("width above 64", "DEC1", 65, ten, 0, "", "65 bits");
    row("negative width", "DEC1", -1, ten, 0, "", "-1 bits");
    row("range turned round", "DEC1", 4, {5, -4, false}, 0, "", "no significands between 5 and -4");
    row("range too low", "DEC1", 4, {-(std::int64_t{1} << 53) - 1, 0, false}, 0, "", "no significands between");
    row("range too high", "DEC1", 4, {0, std::numeric_limits<std::int64_t>::max(), false}, 0, "", "no significands");
    row("more than can be", "DEC1", 0, {}, kMaxPackedWeights + 1, "", "more than 50000000 weights");
    row("more than memory has", "DEC1", 0, {}, std::numeric_limits<std::size_t>::max(), "", "more than 50000000");
}

void TestPackedWeights::refusesCodes() {
    QFETCH(const QByteArray, format);
    QFETCH(const int, bits);
    QFETCH(const SignificandRange, range);
    QFETCH(const qulonglong, count);
    QFETCH(const QByteArray, codes);
    QFETCH(const QString, says);
    const PackedWeights packed = packedByHand(format.constData(), bits, range, count, codes);
    const QString error = inputErrorOf([&] { (void)unpack(packed); });
    QVERIFY2(error.contains(says), qPrintable(error));
}

QTEST_APPLESS_MAIN(TestPackedWeights)
#include "tst_packed_weights.moc"
