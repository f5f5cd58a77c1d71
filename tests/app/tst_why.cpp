// SPDX-License-Identifier: GPL-3.0-or-later
// What `roundoff run` says about a run that diverges. Adam's epsilon of 1e-8 is below half of FP16's smallest value,
// 2^-24 = 6e-8, so that it is 0; pixels of MNIST's margins that are always 0 give gradients of 0, and 0 / 0 is NaN.
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include "tests/app/program.h"

using roundoff::test::call;
using roundoff::test::contents;

class TestWhy : public QObject {
    Q_OBJECT

private:
    // Standard error of two repeats.
    static QByteArray errorsOf(const QTemporaryDir& folder, const QStringList& options) {
        QFile file(folder.filePath("specification.json"));
        if (!file.open(QIODevice::WriteOnly)) {
            return "cannot write the specification";
        }
        file.write(R"({"dataset":{"trainLimit":640,"normalise":"unit"},"network":{"hidden":[16]},
                       "optimiser":{"kind":"adam","learningRate":0.001},"training":{"epochs":1},"repeats":{"seeds":2},
                       "precision":{"weights":"FP16","activations":"FP16","gradients":"FP16",
                                    "activationGradients":"FP16","optimiserState":"FP16","arithmetic":"stepwise"}})");
        file.close();
        return call(QStringList{"run", file.fileName(), "--out", folder.filePath("out")} + options).error;
    }

private slots:
    void saysOnceWhyRunsOfAGroupDiverged() {
        const QTemporaryDir folder;
        const QByteArray errors = errorsOf(folder, {});
        QVERIFY2(
            errors.contains("\nFP16 stepwise diverged in 2 of 2 runs: Adam's epsilon 1e-8 is 0 in FP16; from step "),
            errors.constData());
        QVERIFY2(errors.contains("divides by zero.\n  Keep the optimiser state in FP32 or use epsilon 1e-4.\n"),
                 errors.constData());
        QCOMPARE(errors.count("Keep the optimiser state"), 1);
        const QByteArray table = contents(folder.filePath("out/diagnoses.csv"));
        QCOMPARE(table.count(",epsilon-underflow,"), 2); // One a run.
    }

    void quietSaysNothing() {
        const QTemporaryDir folder;
        QCOMPARE(errorsOf(folder, {"--quiet"}), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestWhy)
#include "tst_why.moc"
