// SPDX-License-Identifier: GPL-3.0-or-later
// Losses and their gradients against PyTorch (tests/golden/pytorch/kernels.json), and where no number is finite.
#include "targets_under_test.h"

#include <cmath>
#include <limits>

#include "core/format/binary_float.h"
#include "core/kernels/elementwise.h"
#include "core/kernels/loss.h"
#include "tests/support/golden.h"

using namespace roundoff;
using kernels::Matrix;

namespace {

Matrix<double> matrix(const nlohmann::json& rows) {
    Matrix<double> m(rows.size(), rows[0].size());
    for (std::size_t r = 0; r < m.rows(); ++r) {
        for (std::size_t c = 0; c < m.cols(); ++c) {
            m(r, c) = rows[r][c].get<double>();
        }
    }
    return m;
}

void compareMatrices(const Matrix<double>& got, const Matrix<double>& want, double tolerance) {
    for (std::size_t r = 0; r < want.rows(); ++r) {
        for (std::size_t c = 0; c < want.cols(); ++c) {
            QVERIFY2(std::fabs(got(r, c) - want(r, c)) <= tolerance,
                     qPrintable(QStringLiteral("[%1, %2]").arg(r).arg(c)));
        }
    }
}

} // namespace

class TestLoss : public QObject {
    Q_OBJECT

private slots:
    void softmaxCrossEntropyIsPyTorchs_data() { tests::addTargetRows(); }
    void softmaxCrossEntropyIsPyTorchs() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        const auto json = tests::golden("pytorch/kernels.json")["softmaxCrossEntropy"];
        const Matrix<double> logits = matrix(json["logits"]);
        const auto labels = json["labels"].get<std::vector<std::uint8_t>>();
        std::vector<double> losses(labels.size());
        Matrix<double> gradient(logits.rows(), logits.cols());
        kernels::softmaxCrossEntropy<double>(logits.view(), labels, losses, gradient.view(),
                                             1.0 / static_cast<double>(labels.size()));
        for (std::size_t b = 0; b < losses.size(); ++b) {
            const double want = json["rowLoss"][b].get<double>();
            QVERIFY(std::fabs(losses[b] - want) <= 1e-14 * std::fmax(1.0, std::fabs(want)));
        }
        compareMatrices(gradient, matrix(json["gradient"]), 1e-15);
    }

    void meanSquaredErrorIsPyTorchs() {
        const auto json = tests::golden("pytorch/kernels.json")["meanSquaredError"];
        const Matrix<double> outputs = matrix(json["outputs"]);
        const auto labels = json["labels"].get<std::vector<std::uint8_t>>();
        std::vector<double> losses(labels.size());
        Matrix<double> gradient(outputs.rows(), outputs.cols());
        kernels::meanSquaredError<double>(outputs.view(), labels, losses, gradient.view(),
                                          1.0 / static_cast<double>(labels.size()));
        double mean = 0.0;
        for (const double loss : losses) {
            mean += loss / static_cast<double>(losses.size());
        }
        QVERIFY(std::fabs(mean - json["loss"].get<double>()) < 1e-15);
        compareMatrices(gradient, matrix(json["gradient"]), 1e-16);
    }

    void activationsArePyTorchs_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("sigmoid") << "sigmoid";
        QTest::newRow("tanh") << "tanh";
    }
    void activationsArePyTorchs() {
        QFETCH(QString, name);
        const bool sigmoid = name == QLatin1String("sigmoid");
        const auto json = tests::golden("pytorch/kernels.json")[name.toStdString()];
        auto x = json["inputs"].get<std::vector<double>>();
        std::vector<double> gradient(x.size(), 1.0);
        sigmoid ? kernels::sigmoid<double>(x) : kernels::tanh<double>(x);
        sigmoid ? kernels::sigmoidGradient<double>(x, gradient) : kernels::tanhGradient<double>(x, gradient);
        for (std::size_t i = 0; i < x.size(); ++i) {
            QVERIFY(std::fabs(x[i] - json["outputs"][i].get<double>()) <= 1e-15);
            QVERIFY(std::fabs(gradient[i] - json["derivatives"][i].get<double>()) <= 2e-15);
        }
    }

    void roundingIsNumPysAndPyTorchs() {
        const auto json = tests::golden("pytorch/kernels.json");
        const auto check = [](const nlohmann::json& part, const format::BinaryFloat& f) {
            for (std::size_t i = 0; i < part["inputs"].size(); ++i) {
                const double value = format::quantise(f, part["inputs"][i].get<double>(), format::Rounding::NearestEven,
                                                      format::Overflow::ToInfinity, format::Subnormals::Keep, 0);
                QCOMPARE(format::encode(f, value), part["codes"][i].get<quint64>());
            }
        };
        check(json["float16"], format::kFp16);
        check(json["bfloat16"], format::kBf16);
    }

    void infiniteLogitsGiveNan() {
        Matrix<float> logits(1, 10);
        logits(0, 3) = std::numeric_limits<float>::infinity();
        std::vector<float> losses(1);
        kernels::softmaxCrossEntropy<float>(std::as_const(logits).view(), std::vector<std::uint8_t>{1}, losses, {},
                                            1.0F);
        QVERIFY(!std::isfinite(losses[0]));
    }

    void theScaleMultipliesTheGradientOnly() {
        Matrix<double> logits(2, 10);
        logits(0, 1) = 1.0;
        logits(1, 4) = -2.0;
        const std::vector<std::uint8_t> labels{1, 4};
        std::vector<double> losses(2);
        std::vector<double> scaledLosses(2);
        Matrix<double> gradient(2, 10);
        Matrix<double> scaled(2, 10);
        kernels::softmaxCrossEntropy<double>(std::as_const(logits).view(), labels, losses, gradient.view(), 0.5);
        kernels::softmaxCrossEntropy<double>(std::as_const(logits).view(), labels, scaledLosses, scaled.view(),
                                             0.5 * 1024.0);
        QCOMPARE(scaledLosses, losses);
        for (std::size_t c = 0; c < 10; ++c) {
            QCOMPARE(scaled(0, c), gradient(0, c) * 1024.0); // A power of two is exact.
        }
    }
};

QTEST_APPLESS_MAIN(TestLoss)
#include "tst_loss.moc"
