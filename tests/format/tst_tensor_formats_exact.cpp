// SPDX-License-Identifier: GPL-3.0-or-later
// Block formats and scaled integers against exact rational arithmetic: all codes and ties of the formats of at most 8
// bits, and random tensors, in all rounding modes. tests/golden/tensor_formats/README.md says how they were computed.
#include <QTest>

#include <bit>
#include <vector>

#include "core/format/names.h"
#include "core/format/tensor_format.h"
#include "core/format/tensor_rows.h"
#include "tests/support/golden.h"

using namespace roundoff;
using format::Block;
using format::RandomStream;
using format::Rounding;
using format::ScaledInteger;
using nlohmann::json;
using Shape = std::vector<std::size_t>;
using Values = std::vector<double>;

namespace {

void addCases(const char* file) {
    QTest::addColumn<int>("number");
    QTest::addColumn<int>("mode");
    const json golden = tests::golden(file);
    for (std::size_t c = 0; c < golden["cases"].size(); ++c) {
        const auto format = golden["cases"][c]["format"].get<std::string>();
        for (std::size_t m = 0; m < golden["modes"].size(); ++m) {
            const auto mode = golden["modes"][m].get<std::string>();
            QTest::addRow("%zu %s %s", c, format.c_str(), mode.c_str()) << static_cast<int>(c) << static_cast<int>(m);
        }
    }
}

// One case in one mode.
struct Case {
    Case(const json& golden, int number, int mode)
        : all(golden["cases"][static_cast<std::size_t>(number)]),
          format(format::parseTensorFormat(all["format"].get<std::string>())), shape(all["shape"].get<Shape>()),
          rounding(format::parseRounding(golden["modes"][static_cast<std::size_t>(mode)].get<std::string>())),
          stream{golden["seed"].get<std::uint64_t>(), format::Purpose::Deployment, 0, 0, 0} {
        for (const json& value : all["values"]) {
            values.push_back(value[0].get<double>());
            const bool higher = value.size() == 4 && value[3].get<std::string>()[static_cast<std::size_t>(mode)] == 'h';
            expected.push_back(value[higher ? 2 : 1].get<double>());
        }
    }

    json all;
    format::TensorFormat format;
    Shape shape;
    Rounding rounding;
    RandomStream stream;
    Values values;
    Values expected; // of integers codes
};

bool sameBits(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

// The first value whose rounding is not the expected one, as a text; empty if there is none.
QString firstDifference(const Values& values, const Values& got, const Values& expected) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!sameBits(got[i], expected[i])) {
            return QStringLiteral("value %1, %2, became %3 and not %4")
                .arg(QString::number(i), QString::number(values[i], 'g', 17), QString::number(got[i], 'g', 17),
                     QString::number(expected[i], 'g', 17));
        }
    }
    return values.size() == got.size() && got.size() == expected.size() ? QString() : QStringLiteral("sizes differ");
}

} // namespace

class TestTensorFormatsExact : public QObject {
    Q_OBJECT

private:
    const json blocks_ = tests::golden("tensor_formats/blocks.json");
    const json integers_ = tests::golden("tensor_formats/integers.json");

private slots:
    void blocks_data() { addCases("tensor_formats/blocks.json"); }
    void blocks() {
        QFETCH(int, number);
        QFETCH(int, mode);
        const Case c(blocks_, number, mode);
        Values got = c.values;
        format::quantiseTensor(std::get<Block>(c.format), got, c.shape, c.rounding, c.stream);
        QCOMPARE(firstDifference(c.values, got, c.expected), QString());
    }

    void blockScales_data() {
        QTest::addColumn<int>("number");
        for (std::size_t c = 0; c < blocks_["cases"].size(); ++c) {
            QTest::addRow("%zu", c) << static_cast<int>(c);
        }
    }
    void blockScales() {
        QFETCH(int, number);
        const Case c(blocks_, number, 0);
        std::vector<int> exponents;
        format::forEachPiece(format::rowsOf(c.shape), 32, [&](std::size_t first, std::size_t length) {
            const auto block = std::span(c.values).subspan(first, length);
            exponents.push_back(format::scaleExponent(std::get<Block>(c.format), block).value_or(999));
        });
        QCOMPARE(exponents, c.all["exponents"].get<std::vector<int>>());
    }

    void integers_data() { addCases("tensor_formats/integers.json"); }
    void integers() {
        QFETCH(int, number);
        QFETCH(int, mode);
        const Case c(integers_, number, mode);
        const auto& format = std::get<ScaledInteger>(c.format);
        const auto scales = c.all["scales"].get<Values>();
        const auto zeroPoints = c.all["zeroPoints"].get<std::vector<int>>();
        // As many values share a scale as the format says: what belongs to which scale is counted here, by hand.
        const std::size_t columns = c.shape.back();
        const std::size_t length = format.sharing == format::Sharing::Tensor  ? c.values.size()
                                   : format.sharing == format::Sharing::Group ? 8
                                                                              : columns;
        Values expected;
        std::size_t scale = 0;
        for (std::size_t i = 0; i < c.values.size(); ++i) {
            const std::size_t place = format.sharing == format::Sharing::Tensor ? i : i % columns;
            scale += i > 0 && place % length == 0 ? 1 : 0;
            expected.push_back((c.expected[i] - zeroPoints.at(scale)) * scales.at(scale));
        }
        QCOMPARE(scale + 1, scales.size());
        Values got = c.values;
        format::quantiseTensor(format, got, c.shape, c.rounding, c.stream);
        QCOMPARE(firstDifference(c.values, got, expected), QString());
    }
};

QTEST_APPLESS_MAIN(TestTensorFormatsExact)
#include "tst_tensor_formats_exact.moc"
