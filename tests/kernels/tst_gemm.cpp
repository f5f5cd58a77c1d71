// SPDX-License-Identifier: GPL-3.0-or-later
// The products against the definition, a chain of std::fma in increasing k, bit for bit; and against Eigen, which
// computes them another way, within rounding.
#include "targets_under_test.h"

#include <Eigen/Core>

#include <cmath>

#include "core/format/random_stream.h"
#include "core/kernels/gemm.h"
#include "core/kernels/transpose.h"

using namespace roundoff;
using kernels::Matrix;

namespace {

template <typename T>
Matrix<T> random(std::size_t rows, std::size_t cols, std::uint32_t tensor) {
    const format::RandomStream stream{1, format::Purpose::Initialisation, tensor, 0, 0};
    Matrix<T> m(rows, cols);
    for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t c = 0; c < cols; ++c) {
            m(r, c) = static_cast<T>(stream.uniformAt(r * cols + c) - 0.5);
        }
    }
    return m;
}

template <typename T>
Matrix<T> transposed(const Matrix<T>& m) {
    Matrix<T> t(m.cols(), m.rows());
    for (std::size_t r = 0; r < m.rows(); ++r) {
        for (std::size_t c = 0; c < m.cols(); ++c) {
            t(c, r) = m(r, c);
        }
    }
    return t;
}

// Without FMA the promise is that of multiplying and adding, each rounded.
template <typename T>
T chain(const Matrix<T>& a, const Matrix<T>& b, std::size_t row, std::size_t col, bool fused) {
    T sum = 0;
    for (std::size_t k = 0; k < a.cols(); ++k) {
        sum = fused ? std::fma(a(row, k), b(k, col), sum) : static_cast<T>(a(row, k) * b(k, col)) + sum;
    }
    return sum;
}

template <typename T>
bool equalBits(const Matrix<T>& c, const Matrix<T>& a, const Matrix<T>& b) {
    const bool fused = kernels::targetHasFma();
    for (std::size_t r = 0; r < c.rows(); ++r) {
        for (std::size_t col = 0; col < c.cols(); ++col) {
            if (c(r, col) != chain(a, b, r, col, fused)) {
                return false;
            }
        }
        for (std::size_t col = c.cols(); col < c.stride(); ++col) {
            if (c.data()[r * c.stride() + col] != T{0}) {
                return false; // The padding is part of the promise.
            }
        }
    }
    return true;
}

template <typename T>
void checkShape(std::size_t m, std::size_t k, std::size_t n, kernels::ThreadTeam* team = nullptr) {
    const Matrix<T> a = random<T>(m, k, 1);
    const Matrix<T> b = random<T>(k, n, 2);
    const Matrix<T> at = transposed(a);
    const Matrix<T> bt = transposed(b);
    const auto what = QStringLiteral("%1 x %2 x %3").arg(m).arg(k).arg(n);
    Matrix<T> c(m, n);
    c.data()[c.stride() - 1] = T{42}; // Old values must not shine through.
    kernels::multiply<T>(a.view(), b.view(), c.view(), team);
    QVERIFY2(equalBits(c, a, b), qPrintable("A B, " + what));
    Matrix<T> c2(m, n);
    kernels::multiplyTransposedA<T>(at.view(), b.view(), c2.view(), team);
    QVERIFY2(equalBits(c2, a, b), qPrintable("A^T B, " + what));
    Matrix<T> c3(m, n);
    Matrix<T> scratch;
    kernels::multiplyTransposedB<T>(a.view(), bt.view(), c3.view(), scratch, team);
    QVERIFY2(equalBits(c3, a, b), qPrintable("A B^T, " + what));
}

} // namespace

class TestGemm : public QObject {
    Q_OBJECT

private slots:
    void everyTargetFollowsTheChain_data() { tests::addTargetRows(); }
    void everyTargetFollowsTheChain() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        for (const std::size_t m : {1, 2, 3, 5, 7, 8, 13, 30}) {
            for (const std::size_t n : {1, 7, 10, 16, 17, 33, 48, 100}) {
                checkShape<float>(m, 37, n);
                checkShape<double>(m, 37, n);
            }
        }
        checkShape<float>(64, 784, 128);
        checkShape<double>(64, 128, 10);
        checkShape<float>(2, 1, 400); // Both ways of A B^T: few rows and many, wide and narrow.
        checkShape<float>(300, 2, 3);
        // Chains that rest on the way, of the panels within a matrix and of those at its edge.
        checkShape<float>(19, 700, 50);
        checkShape<double>(40, 513, 27);
        checkShape<float>(3, 0, 20);
    }

    void everyTeamFollowsTheChain_data() { tests::addTargetRows(); }
    void everyTeamFollowsTheChain() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        for (const unsigned threads : {2U, 3U, 5U}) {
            kernels::ThreadTeam team(threads);
            checkShape<float>(70, 90, 203, &team);  // Divided by columns,
            checkShape<double>(300, 90, 50, &team); // by rows,
            checkShape<float>(5, 7, 9, &team);      // and not at all.
        }
    }

    void agreesWithEigen() {
        using M = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
        const Matrix<double> a = random<double>(61, 307, 1);
        const Matrix<double> b = random<double>(307, 45, 2);
        Matrix<double> c(61, 45);
        kernels::multiply<double>(a.view(), b.view(), c.view());
        const auto view = [](const Matrix<double>& m) {
            return Eigen::Map<const M, 0, Eigen::OuterStride<>>(
                m.data(), static_cast<Eigen::Index>(m.rows()), static_cast<Eigen::Index>(m.cols()),
                Eigen::OuterStride<>(static_cast<Eigen::Index>(m.stride())));
        };
        const M product = view(a) * view(b);
        QVERIFY((view(c) - product).cwiseAbs().maxCoeff() < 1e-13);
    }

    void paddingOfTheOperandsDoesNotMatter() {
        Matrix<float> a = random<float>(9, 20, 1);
        Matrix<float> b = random<float>(20, 10, 2);
        Matrix<float> clean(9, 10);
        kernels::multiply<float>(std::as_const(a).view(), std::as_const(b).view(), clean.view());
        for (std::size_t r = 0; r < b.rows(); ++r) {
            for (std::size_t c = b.cols(); c < b.stride(); ++c) {
                b.data()[r * b.stride() + c] = std::numeric_limits<float>::quiet_NaN();
            }
        }
        Matrix<float> c(9, 10);
        kernels::multiply<float>(std::as_const(a).view(), std::as_const(b).view(), c.view());
        QVERIFY(std::equal(c.storage().begin(), c.storage().end(), clean.storage().begin()));
    }

    void transposeMovesEverything() {
        for (const auto& [rows, cols] : {std::pair<std::size_t, std::size_t>{1, 1}, {3, 17}, {16, 16}, {50, 33}}) {
            const Matrix<float> a = random<float>(rows, cols, 3);
            Matrix<float> b(cols, rows);
            kernels::transpose<float>(a.view(), b.view());
            const Matrix<float> expected = transposed(a);
            QVERIFY(std::equal(b.storage().begin(), b.storage().end(), expected.storage().begin()));
        }
    }
};

QTEST_APPLESS_MAIN(TestGemm)
#include "tst_gemm.moc"
