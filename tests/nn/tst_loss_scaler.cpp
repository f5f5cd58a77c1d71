// SPDX-License-Identifier: GPL-3.0-or-later
// Scripted sequences against the documented behaviour of torch.cuda.amp.GradScaler: halved at an overflow, doubled
// after 2,000 steps without one.
#include <QTest>

#include "core/nn/loss_scaler.h"

using namespace roundoff;
using nn::LossScaler;
using nn::LossScalingKind;

class TestLossScaler : public QObject {
    Q_OBJECT

private slots:
    void growsAfterTwoThousandFiniteSteps() {
        LossScaler scaler(LossScalingKind::Dynamic, 65536.0);
        for (int i = 0; i < 1999; ++i) {
            scaler.update(true);
        }
        QCOMPARE(scaler.scale(), 65536.0);
        scaler.update(true);
        QCOMPARE(scaler.scale(), 131072.0);
        for (int i = 0; i < 2000; ++i) {
            scaler.update(true);
        }
        QCOMPARE(scaler.scale(), 262144.0);
    }

    void anOverflowHalvesAndStartsTheCountAgain() {
        LossScaler scaler(LossScalingKind::Dynamic, 65536.0);
        for (int i = 0; i < 1999; ++i) {
            scaler.update(true);
        }
        scaler.update(false);
        QCOMPARE(scaler.scale(), 32768.0);
        for (int i = 0; i < 1999; ++i) {
            scaler.update(true);
        }
        QCOMPARE(scaler.scale(), 32768.0);
        scaler.update(true);
        QCOMPARE(scaler.scale(), 65536.0);
        scaler.update(false);
        scaler.update(false);
        QCOMPARE(scaler.scale(), 16384.0);
    }

    void growthStopsAtTheLargestFloat() {
        LossScaler scaler(LossScalingKind::Dynamic, 0x1p127);
        for (int i = 0; i < 2000; ++i) {
            scaler.update(true);
        }
        QCOMPARE(scaler.scale(), 0x1p127);
    }

    void staticAndNoneStay() {
        LossScaler fixed(LossScalingKind::Static, 1024.0);
        fixed.update(false);
        QCOMPARE(fixed.scale(), 1024.0);
        QVERIFY(fixed.skipsNonFinite());
        LossScaler none(LossScalingKind::None, 1024.0);
        none.update(false);
        QCOMPARE(none.scale(), 1.0);
        QVERIFY(!none.skipsNonFinite());
    }

    void mixedPrecisionBringsDynamicScaling() {
        const nn::LossScalingSpec automatic;
        QCOMPARE(nn::effectiveKind(automatic, nn::namedPolicy("AMP-FP16")), LossScalingKind::Dynamic);
        QCOMPARE(nn::effectiveKind(automatic, nn::namedPolicy("AMP-BF16")), LossScalingKind::Dynamic);
        QCOMPARE(nn::effectiveKind(automatic, nn::namedPolicy("FP16")), LossScalingKind::None);
        QCOMPARE(nn::effectiveKind({LossScalingKind::None, 1.0}, nn::namedPolicy("AMP-FP16")), LossScalingKind::None);
    }
};

QTEST_APPLESS_MAIN(TestLossScaler)
#include "tst_loss_scaler.moc"
