// SPDX-License-Identifier: GPL-3.0-or-later
// Element-wise steps against the C library in double (which is exact to a rounding for these), on every target, and the
// same bits on every target that has FMA.
#include "targets_under_test.h"

#include <bit>
#include <cmath>
#include <functional>
#include <limits>

#include "core/kernels/elementwise.h"

using namespace roundoff;
using kernels::Function;
using kernels::Operation;

namespace {

template <typename T>
std::vector<T> grid(double low, double high, std::size_t count = 1003) {
    std::vector<T> x(count);
    for (std::size_t i = 0; i < count; ++i) {
        x[i] = static_cast<T>(low + (high - low) * static_cast<double>(i) / static_cast<double>(count - 1));
    }
    return x;
}

// Distance from the exact value in units of the container's last place there.
template <typename T>
double errorInUlps(T got, double exact) {
    const T nearest = static_cast<T>(exact);
    const double ulp = static_cast<double>(std::nextafter(std::fabs(nearest), std::numeric_limits<T>::infinity()) -
                                           std::fabs(nearest));
    return std::fabs(static_cast<double>(got) - exact) / ulp;
}

template <typename T>
void compare(std::vector<T> x, const std::function<void(std::span<T>)>& kernel, double (*exact)(double),
             double maxUlps) {
    const std::vector<T> input = x;
    kernel(x);
    for (std::size_t i = 0; i < x.size(); ++i) {
        const double want = exact(static_cast<double>(input[i]));
        QVERIFY2(errorInUlps(x[i], want) <= maxUlps, qPrintable(QStringLiteral("f(%1) = %2, not %3")
                                                                    .arg(double(input[i]), 0, 'g', 17)
                                                                    .arg(double(x[i]), 0, 'g', 17)
                                                                    .arg(want, 0, 'g', 17)));
    }
}

double logistic(double x) {
    return 1.0 / (1.0 + std::exp(-x));
}

} // namespace

class TestElementwise : public QObject {
    Q_OBJECT

private slots:
    void functionsAreAccurate_data() { tests::addTargetRows(); }
    void functionsAreAccurate() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        compare<float>(
            grid<float>(-80, 80), [](auto x) { kernels::apply<float>(Function::Exp, x); }, std::exp, 2.0);
        compare<double>(
            grid<double>(-700, 700), [](auto x) { kernels::apply<double>(Function::Exp, x); }, std::exp, 2.0);
        compare<float>(
            grid<float>(1e-6, 1000), [](auto x) { kernels::apply<float>(Function::Log, x); }, std::log, 4.0);
        compare<double>(
            grid<double>(1e-6, 1000), [](auto x) { kernels::apply<double>(Function::Log, x); }, std::log, 4.0);
        compare<double>(
            grid<double>(-30, 30), [](auto x) { kernels::sigmoid<double>(x); }, logistic, 4.0);
        compare<float>(
            grid<float>(-30, 30), [](auto x) { kernels::sigmoid<float>(x); }, logistic, 4.0);
        compare<double>(
            grid<double>(-10, 10), [](auto x) { kernels::tanh<double>(x); }, std::tanh, 8.0);
        compare<float>(
            grid<float>(-10, 10), [](auto x) { kernels::tanh<float>(x); }, std::tanh, 8.0);
    }

    void allFmaTargetsAgree() {
        std::vector<std::vector<float>> narrow;
        std::vector<std::vector<double>> wide;
        for (const std::string& target : tests::fmaTargets()) {
            const tests::TargetScope scope(QString::fromStdString(target));
            auto f = grid<float>(-20, 20);
            auto d = grid<double>(-20, 20);
            kernels::sigmoid<float>(f);
            kernels::tanh<double>(d);
            kernels::apply<float>(Function::Log, f);
            kernels::apply<double>(Function::Exp, d);
            narrow.push_back(f);
            wide.push_back(d);
        }
        for (std::size_t i = 1; i < narrow.size(); ++i) {
            QCOMPARE(narrow[i], narrow[0]);
            QCOMPARE(wide[i], wide[0]);
        }
    }

    void operationsAreTheCpus_data() { tests::addTargetRows(); }
    void operationsAreTheCpus() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        const auto a = grid<double>(-3, 5, 77);
        const auto b = grid<double>(0.5, 9, 77);
        std::vector<double> out(a.size());
        const auto check = [&](Operation op, double (*exact)(double, double)) {
            kernels::apply<double>(op, a, std::span<const double>(b), out);
            for (std::size_t i = 0; i < out.size(); ++i) {
                QCOMPARE(out[i], exact(a[i], b[i]));
            }
            kernels::apply<double>(op, a, 0.7, out);
            for (std::size_t i = 0; i < out.size(); ++i) {
                QCOMPARE(out[i], exact(a[i], 0.7));
            }
        };
        check(Operation::Add, [](double x, double y) { return x + y; });
        check(Operation::Subtract, [](double x, double y) { return x - y; });
        check(Operation::Multiply, [](double x, double y) { return x * y; });
        check(Operation::Divide, [](double x, double y) { return x / y; });
        auto roots = b;
        kernels::apply<double>(Function::SquareRoot, roots);
        for (std::size_t i = 0; i < roots.size(); ++i) {
            QCOMPARE(roots[i], std::sqrt(b[i]));
        }
    }

    void reluAndItsGradient_data() { tests::addTargetRows(); }
    void reluAndItsGradient() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        std::vector<float> x{
            -1.5F, -0.0F, 0.0F, 2.5F, std::numeric_limits<float>::infinity(), -std::numeric_limits<float>::infinity(),
            1e-40F};
        kernels::relu<float>(x);
        QCOMPARE(x, (std::vector<float>{0, 0, 0, 2.5F, std::numeric_limits<float>::infinity(), 0, 1e-40F}));
        QVERIFY(!std::signbit(x[1]));
        std::vector<float> nan{std::numeric_limits<float>::quiet_NaN()};
        kernels::relu<float>(nan);
        QVERIFY(std::isnan(nan[0]));
        std::vector<float> gradient(x.size(), 3.0F);
        kernels::reluGradient<float>(x, gradient);
        QCOMPARE(gradient, (std::vector<float>{0, 0, 0, 3, 3, 0, 3}));
    }

    void gradientsOfSigmoidAndTanh() {
        const std::vector<double> y{0.0, 0.25, 0.5, 1.0};
        std::vector<double> gradient(4, 2.0);
        kernels::sigmoidGradient<double>(y, gradient);
        QCOMPARE(gradient, (std::vector<double>{0.0, 0.375, 0.5, 0.0}));
        gradient.assign(4, 2.0);
        kernels::tanhGradient<double>(y, gradient);
        QCOMPARE(gradient, (std::vector<double>{2.0, 1.875, 1.5, 0.0}));
    }

    void columnSumsAreChainsOfRows_data() { tests::addTargetRows(); }
    void columnSumsAreChainsOfRows() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        kernels::Matrix<float> x(50, 21);
        for (std::size_t r = 0; r < x.rows(); ++r) {
            for (std::size_t c = 0; c < x.cols(); ++c) {
                x(r, c) = static_cast<float>(std::cos(static_cast<double>(r * 21 + c)));
            }
        }
        kernels::Matrix<float> sums(1, 21);
        kernels::columnSums<float>(std::as_const(x).view(), sums.data());
        for (std::size_t c = 0; c < x.cols(); ++c) {
            float sum = 0;
            for (std::size_t r = 0; r < x.rows(); ++r) {
                sum += x(r, c);
            }
            QCOMPARE(sums(0, c), sum);
        }
        kernels::addRow<float>(x.view(), sums.data());
        QCOMPARE(x(0, 0), 1.0F + sums(0, 0));
    }
};

QTEST_APPLESS_MAIN(TestElementwise)
#include "tst_elementwise.moc"
