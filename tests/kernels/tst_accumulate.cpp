// SPDX-License-Identifier: GPL-3.0-or-later
// The fast accumulators against the plain loops over format::quantise, bit for bit, for every target, mode and policy.
// That the steps are rounded as they should be is said by tst_accumulate_exact.cpp and tst_accumulate_cases.cpp.
#include "targets_under_test.h"

#include <bit>
#include <cmath>
#include <limits>

#include "core/format/binary_float.h"
#include "core/format/names.h"
#include "core/format/quantise.h"
#include "core/kernels/accumulate.h"
#include "core/kernels/gemm.h"
#include "core/kernels/transpose.h"

using namespace roundoff;
using format::Overflow;
using format::Quantisation;
using format::Rounding;
using format::Subnormals;
using kernels::Accumulation;
using kernels::AccumulationCounts;
using kernels::Accumulator;
using kernels::Matrix;

namespace {

constexpr format::RandomStream kStream{5, format::Purpose::StochasticRounding, 6, 7, 8};
constexpr std::array kFormats{"FP16", "BF16", "TF32", "FP8-E5M2", "FP8-E4M3", "FP4-E2M1", "E5M5", "E8M1"};
constexpr std::array kModes{Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero,
                            Rounding::Up,          Rounding::Down,        Rounding::Stochastic};

enum class Operands { FullPrecision, Half, Tiny, Special, Large };
constexpr std::array kOperands{Operands::FullPrecision, Operands::Half, Operands::Tiny, Operands::Special,
                               Operands::Large};

// Numbers from a spread of binades, so that sums stagnate, cancel and carry.
Matrix<float> random(std::size_t rows, std::size_t cols, std::uint32_t tensor, Operands kind) {
    const format::RandomStream stream{1, format::Purpose::Initialisation, tensor, 0, 0};
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    Matrix<float> m(rows, cols);
    for (std::size_t i = 0; i < rows * cols; ++i) {
        const double uniform = stream.uniformAt(2 * i) - 0.5;
        const auto choice = static_cast<int>(stream.uniformAt(2 * i + 1) * 16.0);
        float x = static_cast<float>(std::ldexp(uniform, choice % 8 - 3));
        switch (kind) {
        case Operands::FullPrecision: break;
        case Operands::Half:
            x = static_cast<float>(
                format::decode(format::kFp16, static_cast<std::uint64_t>(stream.uniformAt(2 * i) * 0x7800) |
                                                  (choice % 2 == 0 ? 0x8000U : 0U)));
            break;
        case Operands::Tiny: // Products from far below float's smallest subnormal to just above the formats' ones.
            x = static_cast<float>(std::ldexp(uniform, choice < 2 ? -140 : -5 * choice));
            break;
        case Operands::Special:
            x = choice == 0 ? 0.0F : choice == 1 ? -0.0F : x;
            x = choice == 2 && i % 7 == 0 ? kInfinity : choice == 3 && i % 7 == 0 ? -kInfinity : x;
            x = choice == 4 && i % 7 == 0 ? std::numeric_limits<float>::quiet_NaN() : x;
            break;
        case Operands::Large: x = static_cast<float>(std::ldexp(uniform, choice < 2 ? 127 : 3 * choice)); break;
        }
        m(i / cols, i % cols) = x;
    }
    return m;
}

Matrix<float> transposed(const Matrix<float>& m) {
    Matrix<float> t(m.cols(), m.rows());
    kernels::transpose<float>(m.view(), t.view());
    return t;
}

QString differences(const Matrix<float>& got, const Matrix<float>& want) {
    for (std::size_t r = 0; r < want.rows(); ++r) {
        for (std::size_t c = 0; c < want.stride(); ++c) { // The padding is part of the promise.
            const float x = got.data()[r * got.stride() + c];
            const float y = want.data()[r * want.stride() + c];
            if (std::bit_cast<quint32>(x) != std::bit_cast<quint32>(y)) {
                return QStringLiteral("(%1, %2) is %3, not %4")
                    .arg(r)
                    .arg(c)
                    .arg(double{x}, 0, 'g', 9)
                    .arg(double{y}, 0, 'g', 9);
            }
        }
    }
    return {};
}

struct Shape {
    std::size_t m;
    std::size_t k;
    std::size_t n;
};

// A product and what comes out of it by the plain loops.
struct Case {
    Accumulation accumulation;
    Operands kind;
    Matrix<float> a;
    Matrix<float> b;
    Matrix<float> want;
    AccumulationCounts counts;

    Case(const Accumulation& how, Operands operands, const Shape& s)
        : accumulation(how), kind(operands), a(random(s.m, s.k, 1, kind)), b(random(s.k, s.n, 2, kind)),
          want(s.m, s.n) {
        kernels::referenceProduct(accumulation, a.view(), b.view(), want.view(), kStream, &counts);
    }

    [[nodiscard]] QString text() const {
        const Quantisation& q = accumulation.quantisation;
        return QStringLiteral("%1 x %2 x %3, %4, %5, chunk %6, operands %7")
            .arg(a.rows())
            .arg(a.cols())
            .arg(b.cols())
            .arg(QString::fromUtf8(format::name(q.overflow).data()),
                 QString::fromUtf8(format::name(q.subnormals).data()))
            .arg(accumulation.chunk)
            .arg(static_cast<int>(kind));
    }
};

// What comes out otherwise on the target in use, as a text; empty if all is right.
QString mistake(const Case& example) {
    const Accumulator<float> accumulator(example.accumulation);
    const Matrix<float> at = transposed(example.a);
    const Matrix<float> bt = transposed(example.b);
    Matrix<float> c(example.want.rows(), example.want.cols());
    Matrix<float> scratch;
    QString text;
    const auto compare = [&](const char* what) {
        const QString difference = differences(c, example.want);
        std::fill(c.storage().begin(), c.storage().end(), 42.0F); // Old values must not shine through.
        if (!difference.isEmpty()) {
            text += QStringLiteral("%1, %2: %3; ").arg(example.text(), QString::fromUtf8(what), difference);
        }
    };
    AccumulationCounts counts;
    accumulator.multiply(example.a.view(), example.b.view(), c.view(), kStream);
    compare("A B");
    accumulator.multiplyTransposedA(at.view(), example.b.view(), c.view(), kStream);
    compare("A^T B");
    accumulator.multiplyTransposedB(example.a.view(), bt.view(), c.view(), scratch, kStream);
    compare("A B^T");
    accumulator.multiply(example.a.view(), example.b.view(), c.view(), kStream, &counts);
    compare("counting");
    return counts == example.counts ? text : text + example.text() + ": other counts";
}

// The first mistake of any target. Asking the processor for its targets takes far longer than most of the products.
QString firstMistake(const std::vector<Case>& cases) {
    for (const std::string& target : kernels::availableTargets()) {
        const tests::TargetScope scope(QString::fromStdString(target));
        for (const Case& example : cases) {
            if (const QString text = mistake(example); !text.isEmpty()) {
                return QString::fromStdString(target) + ", " + text;
            }
        }
    }
    return {};
}

std::vector<Case> casesOfMode(const format::Format& f, Rounding rounding) {
    std::vector<Case> cases;
    for (const auto overflow : {Overflow::ToInfinity, Overflow::Saturate, Overflow::ToNan}) {
        if (format::overflowProblem(f, overflow)) {
            continue;
        }
        for (const auto subnormals : {Subnormals::Keep, Subnormals::Flush}) {
            const Quantisation q{f, rounding, overflow, subnormals};
            const bool isDefault = overflow == format::defaultOverflow(f) && subnormals == Subnormals::Keep;
            for (const Operands kind : kOperands) {
                for (const int chunk : isDefault ? std::vector{0, 1, 7, 64} : std::vector{0, 7}) {
                    for (const Shape& shape : {Shape{1, 1, 1}, {3, 17, 5}, {2, 70, 18}}) {
                        cases.emplace_back(Accumulation{q, chunk}, kind, shape);
                    }
                }
                if (isDefault) {
                    cases.emplace_back(Accumulation{q, 0}, kind, Shape{9, 113, 45});
                }
            }
        }
    }
    return cases;
}

} // namespace

class TestAccumulate : public QObject {
    Q_OBJECT

private slots:
    void equalsTheReference_data() {
        QTest::addColumn<QString>("format");
        QTest::addColumn<int>("mode");
        for (const char* format : kFormats) {
            for (const Rounding mode : kModes) {
                QTest::addRow("%s %s", format, format::name(mode).data()) << format << static_cast<int>(mode);
            }
        }
    }
    void equalsTheReference() {
        QFETCH(QString, format);
        QFETCH(int, mode);
        const auto cases = casesOfMode(format::parseFormat(format.toStdString()), static_cast<Rounding>(mode));
        QCOMPARE(firstMistake(cases), QString());
    }

    void manyRowsAndColumns() { // Every remainder of the register blocks, and rows of one matrix wider than another's.
        std::vector<Case> cases;
        for (const Rounding rounding : {Rounding::NearestEven, Rounding::Stochastic}) {
            const Quantisation q{format::kFp16, rounding, Overflow::ToInfinity, Subnormals::Keep};
            for (std::size_t m = 1; m <= 9; ++m) {
                for (std::size_t n = 1; n <= 67; n += 3) {
                    cases.emplace_back(Accumulation{q, 0}, Operands::FullPrecision, Shape{m, 3, n});
                }
            }
        }
        QCOMPARE(firstMistake(cases), QString());
    }

    void noProductsGiveZero_data() { tests::addTargetRows(); }
    void noProductsGiveZero() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        for (const Rounding mode : kModes) {
            const Accumulator<float> accumulator({{format::kFp16, mode, Overflow::ToInfinity, Subnormals::Keep}, 0});
            const Matrix<float> a(3, 0);
            const Matrix<float> b(0, 4);
            Matrix<float> c(3, 4);
            std::fill(c.storage().begin(), c.storage().end(), 42.0F);
            accumulator.multiply(a.view(), b.view(), c.view(), kStream);
            QVERIFY(std::all_of(c.storage().begin(), c.storage().end(),
                                [](float x) { return std::bit_cast<quint32>(x) == 0; }));
        }
    }

    void paddingOfTheOperandsDoesNotMatter_data() { tests::addTargetRows(); }
    void paddingOfTheOperandsDoesNotMatter() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        Matrix<float> a = random(9, 20, 1, Operands::Half);
        Matrix<float> b = random(20, 10, 2, Operands::Half);
        const Accumulator<float> accumulator(
            {{format::kFp16, Rounding::NearestEven, Overflow::ToInfinity, Subnormals::Keep}, 0});
        Matrix<float> clean(9, 10);
        AccumulationCounts cleanCounts;
        accumulator.multiply(a.view(), b.view(), clean.view(), kStream, &cleanCounts);
        for (Matrix<float>* m : {&a, &b}) {
            for (std::size_t r = 0; r < m->rows(); ++r) {
                std::fill(m->data() + r * m->stride() + m->cols(), m->data() + (r + 1) * m->stride(),
                          std::numeric_limits<float>::quiet_NaN());
            }
        }
        Matrix<float> c(9, 10);
        AccumulationCounts counts;
        accumulator.multiply(a.view(), b.view(), c.view(), kStream, &counts);
        QCOMPARE(differences(c, clean), QString());
        QVERIFY(counts == cleanCounts);
        accumulator.multiply(a.view(), b.view(), c.view(), kStream);
        QCOMPARE(differences(c, clean), QString());
    }

    // A sum of n numbers that stochastic rounding leaves unbiased is right on average where nearest-even stands still.
    void stochasticSumsAreUnbiased() {
        constexpr std::size_t kOutputs = 4096;
        constexpr std::size_t kDepth = 64;
        const Quantisation q{format::kFp8E4M3, Rounding::Stochastic, Overflow::ToNan, Subnormals::Keep};
        Matrix<float> a(kOutputs, kDepth);
        std::fill(a.storage().begin(), a.storage().end(), 0.3F);
        Matrix<float> b(kDepth, 1);
        for (std::size_t k = 0; k < kDepth; ++k) {
            b(k, 0) = 1.0F;
        }
        Matrix<float> c(kOutputs, 1);
        Accumulator<float>({q, 0}).multiply(a.view(), b.view(), c.view(), kStream);
        double sum = 0.0;
        double squares = 0.0;
        for (std::size_t row = 0; row < kOutputs; ++row) {
            sum += double{c(row, 0)};
            squares += double{c(row, 0)} * double{c(row, 0)};
        }
        const double mean = sum / kOutputs;
        const double deviation = std::sqrt((squares / kOutputs - mean * mean) / kOutputs);
        QVERIFY2(std::fabs(mean - kDepth * double{0.3F}) < 4.0 * deviation, qPrintable(QString::number(mean)));
    }
};

QTEST_APPLESS_MAIN(TestAccumulate)
#include "tst_accumulate.moc"
