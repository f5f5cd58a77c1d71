// SPDX-License-Identifier: GPL-3.0-or-later
// One product, and one sum, of every two values of formats of at most 8 bits, against rational arithmetic
// (tests/support/small_formats.h) that knows nothing of the code under test: all modes and policies, every target.
#include "targets_under_test.h"

#include <cmath>

#include "core/format/names.h"
#include "core/format/quantise.h"
#include "core/kernels/accumulate.h"
#include "tests/support/small_formats.h"

using namespace roundoff;
using format::Overflow;
using format::Rounding;
using format::Subnormals;
using kernels::Matrix;
using tests::Rational;
using tests::SmallFormat;

namespace {

constexpr format::RandomStream kStream{2026, format::Purpose::StochasticRounding, 9, 8, 7};

// The finite values of a format, of both signs.
std::vector<double> finiteValues(const SmallFormat& f) {
    std::vector<double> values;
    for (const tests::Meaning& code : f.codes) {
        if (code.kind == tests::Meaning::Kind::Finite) {
            values.push_back((code.negative ? -1.0 : 1.0) * tests::asDouble(code.magnitude));
        }
    }
    return values;
}

// An exact result and where it lies in the format.
struct Exact {
    double sign; // Of its sign, and zero if it is.
    tests::Place place;
};

Exact locate(const SmallFormat& f, const Rational& value) {
    const bool negative = value < 0;
    const double sign = value == 0 ? 0.0 : (negative ? -1.0 : 1.0);
    return {sign, tests::placeOf(f, negative, abs(value))};
}

template <typename Operation>
std::vector<double> expected(const SmallFormat& f, const Operation& operation, const format::Quantisation& q) {
    std::vector<double> results;
    const std::size_t cols = operation.b.cols();
    for (std::size_t i = 0; i < operation.exact.size(); ++i) {
        const Exact& e = operation.exact[i];
        const std::uint32_t random = kStream.at(operation.number(i / cols, i % cols));
        const double result = e.sign == 0.0
                                  ? 0.0
                                  : tests::rounded(f, e.sign, e.place, q.rounding, q.overflow, q.subnormals, random);
        results.push_back(result);
    }
    return results;
}

QString firstDifference(const Matrix<float>& got, const std::vector<double>& expected) {
    for (std::size_t i = 0; i < expected.size(); ++i) {
        const double value = double{got(i / got.cols(), i % got.cols())};
        // Products of zero, or that become zero, are added to +0, and so their sign is lost.
        if (!(value == 0.0 && expected[i] == 0.0) && !tests::sameNumber(value, expected[i])) {
            return QStringLiteral("(%1, %2) became %3 and not %4")
                .arg(i / got.cols())
                .arg(i % got.cols())
                .arg(value, 0, 'g', 9)
                .arg(expected[i], 0, 'g', 9);
        }
    }
    return {};
}

// Column vector times row vector: every product, added to +0.
struct Products {
    Matrix<float> a;
    Matrix<float> b;
    std::vector<Exact> exact;

    Products(const SmallFormat& f, const std::vector<double>& values) : a(values.size(), 1), b(1, values.size()) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            a(i, 0) = b(0, i) = static_cast<float>(values[i]);
            for (const double other : values) {
                exact.push_back(locate(f, tests::exactly(values[i]) * tests::exactly(other)));
            }
        }
    }

    // Depth 1: the products' numbers.
    [[nodiscard]] std::uint64_t number(std::size_t row, std::size_t col) const {
        return 4 * (row * ((b.cols() + 1) / 2) + col / 2) + col % 2;
    }
};

// Rows (x, 1) times columns (1, y): every sum x + y of values, which are what they were after multiplying by 1.
struct Sums {
    Matrix<float> a;
    Matrix<float> b;
    std::vector<Exact> exact;

    Sums(const SmallFormat& f, const std::vector<double>& values) : a(values.size(), 2), b(2, values.size()) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            a(i, 0) = b(1, i) = static_cast<float>(values[i]);
            a(i, 1) = b(0, i) = 1.0F;
            for (const double other : values) {
                exact.push_back(locate(f, tests::exactly(values[i]) + tests::exactly(other)));
            }
        }
    }

    // Depth 2: the numbers of the second sums.
    [[nodiscard]] std::uint64_t number(std::size_t row, std::size_t col) const {
        return 4 * ((2 * row + 1) * ((b.cols() + 1) / 2) + col / 2) + 2 + col % 2;
    }
};

template <typename Operation>
QString firstMistakeInAnyMode(const SmallFormat& f, Subnormals subnormals) {
    std::vector<double> values = finiteValues(f);
    if (subnormals == Subnormals::Flush) {
        const double smallest = f.smallestNormal.convert_to<double>();
        std::erase_if(values, [smallest](double x) { return x != 0.0 && std::fabs(x) < smallest; });
    }
    const Operation operation(f, values);
    for (const Rounding rounding : tests::kRoundings) {
        for (const Overflow overflow : tests::kOverflows) {
            const format::Quantisation q{format::parseFormat(f.name), rounding, overflow, subnormals};
            if (format::overflowProblem(q.format, overflow)) {
                continue;
            }
            const std::vector<double> want = expected(f, operation, q);
            const kernels::Accumulator<float> accumulator({q, 0});
            for (const std::string& target : kernels::availableTargets()) {
                const tests::TargetScope scope(QString::fromStdString(target));
                Matrix<float> c(values.size(), values.size());
                accumulator.multiply(operation.a.view(), operation.b.view(), c.view(), kStream);
                const QString difference = firstDifference(c, want);
                if (!difference.isEmpty()) {
                    return QStringLiteral("%1, %2, %3: ")
                               .arg(QString::fromStdString(target), QString::fromUtf8(format::name(rounding).data()),
                                    QString::fromUtf8(format::name(overflow).data())) +
                           difference;
                }
            }
        }
    }
    return {};
}

} // namespace

class TestAccumulateExact : public QObject {
    Q_OBJECT

private slots:
    void initTestCase_data() {
        QTest::addColumn<QString>("format");
        // E6M1: 64 bits from the first to the last of a sum, more than double has.
        for (const char* name : {"FP8-E5M2", "FP8-E4M3", "FP6-E3M2", "FP4-E2M1", "E6M1"}) {
            QTest::newRow(name) << name;
        }
    }

    void everyProductAndSumIsRoundedOnce_data() {
        QTest::addColumn<bool>("sums");
        QTest::addColumn<bool>("flush");
        QTest::newRow("products") << false << false;
        QTest::newRow("products, flushed") << false << true;
        QTest::newRow("sums") << true << false;
        QTest::newRow("sums, flushed") << true << true;
    }
    void everyProductAndSumIsRoundedOnce() {
        QFETCH_GLOBAL(QString, format);
        QFETCH(bool, sums);
        QFETCH(bool, flush);
        const auto formats = tests::smallFormats();
        const auto f = std::find_if(formats.begin(), formats.end(),
                                    [&](const SmallFormat& g) { return g.name == format.toStdString(); });
        QVERIFY(f != formats.end());
        const auto subnormals = flush ? Subnormals::Flush : Subnormals::Keep;
        QCOMPARE(sums ? firstMistakeInAnyMode<Sums>(*f, subnormals) : firstMistakeInAnyMode<Products>(*f, subnormals),
                 QString());
    }
};

QTEST_APPLESS_MAIN(TestAccumulateExact)
#include "tst_accumulate_exact.moc"
