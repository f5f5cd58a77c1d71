// SPDX-License-Identifier: GPL-3.0-or-later
// Rounding whole tensors against the reference of core/format, bit for bit: for every target, mode and layout. The
// reference itself is tested against exact rational arithmetic in tests/format/tst_tensor_formats_exact.cpp.
#include "targets_under_test.h"

#include <array>
#include <bit>
#include <cmath>
#include <utility>

#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/kernels/quantise_tensor.h"
#include "tensors_under_test.h"

using namespace roundoff;
using format::Rounding;
using kernels::Channels;
using kernels::TensorQuantiser;
using tests::Tensor;
using tests::Values;

namespace {

constexpr std::array kModes{Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero,
                            Rounding::Up,          Rounding::Down,        Rounding::Stochastic};
constexpr format::RandomStream kStream{77, format::Purpose::StochasticRounding, 1, 2, 3};

template <typename T>
using Bits = std::conditional_t<sizeof(T) == 4, quint32, quint64>;

// The tensor as the reference rounds it, brought to the container.
template <typename T>
Tensor<T> expected(const format::TensorFormat& f, Rounding rounding, const Tensor<T>& tensor) {
    std::vector<double> wide(tensor.values.begin(), tensor.values.end());
    const std::array shape{tensor.channels, tensor.length};
    if (const auto* integer = std::get_if<format::ScaledInteger>(&f)) {
        format::quantiseTensor(*integer, wide, shape, rounding, kStream);
    } else {
        format::quantiseTensor(std::get<format::Block>(f), wide, shape, rounding, kStream);
    }
    Tensor<T> result = tensor;
    for (std::size_t i = 0; i < wide.size(); ++i) {
        result.values[i] = static_cast<T>(
            sizeof(T) == 8 ? wide[i]
                           : format::quantise(format::kFp32, wide[i], Rounding::NearestEven, format::Overflow::Saturate,
                                              format::Subnormals::Keep, 0));
    }
    return result;
}

// The tensor as the kernel rounds it. Its matrix is unaligned and has odd numbers between the rows, which must stay.
template <typename T>
Tensor<T> rounded(const TensorQuantiser<T>& quantiser, Channels channels, const Tensor<T>& tensor) {
    constexpr T kBetween = 12345;
    const bool inRows = channels == Channels::Rows;
    const std::size_t rows = inRows ? tensor.channels : tensor.length;
    const std::size_t cols = inRows ? tensor.length : tensor.channels;
    const std::size_t stride = cols + 3;
    std::vector<T> memory(rows * stride + 1, kBetween);
    const kernels::MatrixView<T> matrix{memory.data() + 1, rows, cols, stride};
    for (std::size_t c = 0; c < tensor.channels; ++c) {
        for (std::size_t i = 0; i < tensor.length; ++i) {
            (inRows ? matrix(c, i) : matrix(i, c)) = tensor.values[c * tensor.length + i];
        }
    }
    quantiser(matrix, channels, kStream);
    Tensor<T> result = tensor;
    for (std::size_t c = 0; c < tensor.channels; ++c) {
        for (std::size_t i = 0; i < tensor.length; ++i) {
            result.values[c * tensor.length + i] = std::exchange(inRows ? matrix(c, i) : matrix(i, c), kBetween);
        }
    }
    if (memory != std::vector<T>(memory.size(), kBetween)) {
        qFatal("something between the rows was changed");
    }
    return result;
}

// The first difference, as a text; empty if there is none.
template <typename T>
QString firstDifference(const Tensor<T>& before, const Tensor<T>& got, const Tensor<T>& want) {
    for (std::size_t i = 0; i < want.values.size(); ++i) {
        if (std::bit_cast<Bits<T>>(got.values[i]) != std::bit_cast<Bits<T>>(want.values[i])) {
            return QStringLiteral("value %1 of channels of %2, %3, became %4 and not %5")
                .arg(QString::number(i), QString::number(want.length),
                     QString::number(double(before.values[i]), 'g', 17),
                     QString::number(double(got.values[i]), 'g', 17), QString::number(double(want.values[i]), 'g', 17));
        }
    }
    return {};
}

// Both ways that channels can lie, in the instruction set in use.
template <typename T>
void compare(const QString& name, Rounding rounding, const Tensor<T>& tensor, const Tensor<T>& want,
             const QString& values) {
    const TensorQuantiser<T> quantiser({format::parseTensorFormat(name.toStdString()), rounding, {}, {}});
    for (const Channels channels : {Channels::Rows, Channels::Columns}) {
        const QString difference = firstDifference(tensor, rounded(quantiser, channels, tensor), want);
        QVERIFY2(difference.isEmpty(),
                 qPrintable(QStringLiteral("%1 bits, %2, %3, %4, channels in %5: %6")
                                .arg(QString::number(8 * sizeof(T)), QString::fromUtf8(format::name(rounding).data()),
                                     QString::fromStdString(kernels::currentTarget()), values,
                                     channels == Channels::Rows ? QStringLiteral("rows") : QStringLiteral("columns"),
                                     difference)));
    }
}

template <typename T>
void compareOnAllTargets(const QString& name, const std::vector<Rounding>& modes,
                         const std::vector<std::pair<QString, Tensor<T>>>& tensors) {
    const format::TensorFormat f = format::parseTensorFormat(name.toStdString());
    std::vector<Tensor<T>> wanted;
    for (const auto& named : tensors) {
        for (const Rounding rounding : modes) {
            wanted.push_back(expected(f, rounding, named.second));
        }
    }
    for (const std::string& target : kernels::availableTargets()) { // Outside: changing it takes time.
        const tests::TargetScope scope(QString::fromStdString(target));
        auto want = wanted.cbegin();
        for (const auto& [values, tensor] : tensors) {
            for (const Rounding rounding : modes) {
                compare(name, rounding, tensor, *want++, values);
                if (QTest::currentTestFailed()) {
                    return;
                }
            }
        }
    }
}

template <typename T>
void compareAll(const QString& name, const std::vector<Values>& kinds, std::size_t channels, std::size_t length) {
    const format::TensorFormat f = format::parseTensorFormat(name.toStdString());
    std::vector<std::pair<QString, Tensor<T>>> tensors;
    for (const Values kind : kinds) {
        tensors.emplace_back(tests::nameOf(kind), tests::makeTensor<T>(kind, f, channels, length));
    }
    compareOnAllTargets<T>(name, {kModes.begin(), kModes.end()}, tensors);
}

void addFormat(const QString& name) {
    QTest::addRow("%s", qPrintable(name)) << name;
}

} // namespace

class TestQuantiseTensor : public QObject {
    Q_OBJECT

private slots:
    // In pieces of 5 the last of a channel is shorter, pieces of 32 end where the channels do or beyond.
    void everyFormat_data() {
        QTest::addColumn<QString>("name");
        for (const char* sharing : {"", "-CHANNEL", "-G5", "-G32"}) {
            for (int bits = 1; bits <= 16; ++bits) {
                if (bits > 1) {
                    addFormat(QStringLiteral("INT%1-SYM%2").arg(bits).arg(QLatin1String(sharing)));
                }
                addFormat(QStringLiteral("INT%1-AFFINE%2").arg(bits).arg(QLatin1String(sharing)));
            }
        }
        for (const char* name : {"MXFP8-E5M2", "MXFP8-E4M3", "MXFP6-E3M2", "MXFP6-E2M3", "MXFP4", "MXINT8",
                                 "BLOCK16-FP4-E2M1", "BLOCK5-FP8-E4M3", "BLOCK1-E3M4", "BLOCK8-BF16", "BLOCK7-E2M13",
                                 "BLOCK3-FIXED2.0", "BLOCK6-FIXED16.16"}) {
            addFormat(QLatin1String(name));
        }
    }
    void everyFormat() {
        QFETCH(QString, name);
        compareAll<float>(name, tests::allValues(), 11, 37);
        compareAll<double>(name, tests::allValues(), 11, 37);
    }

    // More than the kernels work on together: columns, rows, pieces, and random numbers of a row.
    void largeTensors_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"INT8-SYM", "INT8-SYM-CHANNEL", "INT5-AFFINE-G7", "INT4-SYM-G48", "INT16-AFFINE-G100",
                                 "MXFP8-E4M3", "MXINT8", "BLOCK16-FP4-E2M1"}) {
            addFormat(QLatin1String(name));
        }
    }
    void largeTensors() {
        QFETCH(QString, name);
        for (const auto& [channels, length] : {std::pair<std::size_t, std::size_t>{3, 2501}, {75, 150}}) {
            compareAll<float>(name, {Values::Uniform}, channels, length);
            compareAll<double>(name, {Values::Uniform}, channels, length);
        }
    }

    void oddShapes_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"INT8-SYM", "INT8-AFFINE-CHANNEL", "INT4-SYM-G3", "MXFP4", "MXINT8"}) {
            addFormat(QLatin1String(name));
        }
    }
    void oddShapes() {
        QFETCH(QString, name);
        for (const auto& [channels, length] :
             {std::pair<std::size_t, std::size_t>{1, 1}, {1, 10}, {10, 1}, {33, 2}, {2, 65}, {0, 4}, {4, 0}}) {
            compareAll<float>(name, tests::allValues(), channels, length);
            compareAll<double>(name, tests::allValues(), channels, length);
        }
    }

    // A number decides at fraction * 2^32 = number + 1: values there, and one step to either side.
    void randomNumbersDecideExactly_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("step");
        QTest::newRow("INT8-SYM") << "INT8-SYM" << 1.0;
        QTest::newRow("INT8-SYM, scale 5") << "INT8-SYM-CHANNEL" << 5.0;
        QTest::newRow("MXINT8") << "MXINT8" << 1.0;
        QTest::newRow("MXFP8-E4M3") << "MXFP8-E4M3" << 32.0; // Between 256 and 512.
    }
    void randomNumbersDecideExactly() {
        QFETCH(QString, name);
        QFETCH(double, step);
        Tensor<double> tensor{6, 64, {}};
        for (std::size_t i = 0; i < 6 * 64; ++i) {
            const double least = step == 32.0 ? 256.0 : step * static_cast<double>(i % 3);
            const double edge = least + (kStream.at(i) + 1.0) * 0x1p-32 * step;
            const double far = i < 192 ? 0.0 : 1000.0;
            const double value = i % 4 == 1 ? std::nextafter(edge, far) : edge;
            tensor.values.push_back(i % 32 == 0 ? 127.0 * step : (i % 5 == 0 ? -value : value));
        }
        compareOnAllTargets<double>(name, {Rounding::Stochastic}, {{QStringLiteral("edges"), tensor}});
    }

    // Quotients that double takes for ties of FP32's, though they are none.
    void scalesNearTies() {
        constexpr double kTie = 127.0 * (1.0 + 0x1p-24);
        for (const double largest : {kTie, std::nextafter(kTie, 0.0), std::nextafter(kTie, 200.0)}) {
            Tensor<double> tensor{1, 4, {largest, 100.0, -3.0, 0.7}};
            compareOnAllTargets<double>(QStringLiteral("INT8-SYM"), {Rounding::NearestEven},
                                        {{QStringLiteral("near a tie"), tensor}});
            tensor.values = {2.0 * largest, 254.0, 3.0, 0.7};
            compareOnAllTargets<double>(QStringLiteral("INT7-AFFINE"), {Rounding::Up},
                                        {{QStringLiteral("near a tie"), tensor}});
        }
    }

    // Zero points that double takes for ties, though they are none.
    void zeroPointsNearTies() {
        constexpr double kScale = 0x1.8ab3c6p-3;
        Tensor<double> tensor{255 * 3, 3, {}};
        for (int i = 0; i < 255 * 3; ++i) {
            const double tie = (i / 3 + 0.5) * kScale;
            const double low = i % 3 == 0 ? tie : std::nextafter(tie, i % 3 == 1 ? 0.0 : 100.0);
            tensor.values.insert(tensor.values.end(), {-low, 255.0 * kScale - low, kScale});
        }
        compareOnAllTargets<double>(QStringLiteral("INT8-AFFINE-CHANNEL"), {Rounding::NearestEven},
                                    {{QStringLiteral("zero points"), tensor}});
    }

    // [2 inputs, 3 outputs], by hand: the scales are 1, 0.5 and 0.25.
    void columnsAreChannels() {
        kernels::Matrix<double> m(2, 3);
        const std::array<double, 6> before{7.0, 3.5, -1.75, 3.2, -0.7, 0.4};
        const std::array<double, 6> after{7.0, 3.5, -1.75, 3.0, -0.5, 0.5};
        std::array<double, 6> got{};
        for (std::size_t i = 0; i < 6; ++i) {
            m(i / 3, i % 3) = before[i];
        }
        TensorQuantiser<double>({format::parseTensorFormat("INT4-SYM-CHANNEL"), Rounding::NearestEven, {}, {}})(
            m.view(), Channels::Columns, {});
        for (std::size_t i = 0; i < 6; ++i) {
            got[i] = m(i / 3, i % 3);
        }
        QCOMPARE(got, after);
    }

    void paddingStaysZero() {
        kernels::Matrix<float> m(5, 3);
        for (std::size_t i = 0; i < 15; ++i) {
            m(i / 3, i % 3) = 0.1F * static_cast<float>(i) - 0.3F;
        }
        for (const Channels channels : {Channels::Rows, Channels::Columns}) {
            TensorQuantiser<float>({format::parseTensorFormat("INT3-AFFINE-G2"), Rounding::Up, {}, {}})(m.view(),
                                                                                                        channels, {});
            for (std::size_t r = 0; r < m.rows(); ++r) {
                for (std::size_t c = m.cols(); c < m.stride(); ++c) {
                    QCOMPARE(std::bit_cast<quint32>(m(r, c)), 0U);
                }
            }
        }
    }

    // Each value has the random number of its place in the storage, whichever way the channels lie.
    void scalarFormatsRoundTheStorage_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"FP16", "FP8-E4M3", "DEC2"}) {
            addFormat(QLatin1String(name));
        }
    }
    void scalarFormatsRoundTheStorage() {
        QFETCH(QString, name);
        const auto f = format::parseTensorFormat(name.toStdString());
        kernels::Matrix<float> m(6, 5);
        for (std::size_t i = 0; i < m.storage().size(); ++i) {
            m.storage()[i] = 0.0123F * static_cast<float>(i);
        }
        kernels::Matrix<float> bySpan = m;
        const kernels::TensorQuantisation q{f, Rounding::Stochastic, format::Overflow::Saturate,
                                            format::Subnormals::Flush};
        const kernels::SpanQuantiser<float> span({std::get<format::Format>(f), q.rounding, q.overflow, q.subnormals});
        span(bySpan.storage(), kStream);
        const TensorQuantiser<float> quantiser(q);
        QVERIFY(quantiser.isScalar());
        QVERIFY(!quantiser.isIdentity());
        QCOMPARE(quantiser.quantisation(), q);
        QCOMPARE(quantiser.scalar().quantisation(), span.quantisation());
        for (const Channels channels : {Channels::Rows, Channels::Columns}) {
            kernels::Matrix<float> byTensor = m;
            quantiser(byTensor.view(), channels, kStream);
            QVERIFY(std::ranges::equal(byTensor.storage(), bySpan.storage()));
        }
    }

    void identityIsRecognised() {
        QVERIFY(TensorQuantiser<float>().isIdentity());
        QVERIFY(TensorQuantiser<double>().isIdentity());
        QVERIFY(TensorQuantiser<float>({format::Format(format::kFp32), Rounding::NearestEven, {}, {}}).isIdentity());
        QVERIFY(!TensorQuantiser<double>({format::Format(format::kFp32), Rounding::NearestEven, {}, {}}).isIdentity());
        const TensorQuantiser<float> shared({format::parseTensorFormat("MXFP4"), Rounding::NearestEven, {}, {}});
        QVERIFY(!shared.isIdentity());
        QVERIFY(!shared.isScalar());
    }
};

QTEST_APPLESS_MAIN(TestQuantiseTensor)
#include "tst_quantise_tensor.moc"
