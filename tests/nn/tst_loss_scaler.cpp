// SPDX-License-Identifier: GPL-3.0-or-later
// Scripted sequences, worked out by hand from the documentation of torch.cuda.amp.GradScaler: "If any optimizer steps
// were skipped the scale is multiplied by backoff_factor to reduce it. If growth_interval unskipped iterations occur
// consecutively, the scale is multiplied by growth_factor to increase it", with 0.5, 2000 and 2.
#include <vector>

#include <QTest>

#include "core/nn/loss_scaler.h"

using namespace roundoff;
using nn::LossScaler;
using nn::LossScalingKind;

// One stretch of a script: so many steps, with finite gradients or not, and the scale after the last of them.
struct Stretch {
    int steps = 0;
    bool finite = true;
    double scale = 0.0;
};
using Script = std::vector<Stretch>;

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

    void script_data() {
        QTest::addColumn<LossScalingKind>("kind");
        QTest::addColumn<double>("initial");
        QTest::addColumn<Script>("script");
        constexpr bool kGood = true;
        constexpr bool kOverflow = false;
        const auto dynamic = [](const char* name, const Script& script) {
            QTest::newRow(name) << LossScalingKind::Dynamic << 65536.0 << script;
        };
        dynamic("grows at every 2,000th good step",
                {{1999, kGood, 65536.0}, {1, kGood, 131072.0}, {1999, kGood, 131072.0}, {1, kGood, 262144.0}});
        dynamic("grows three times", {{6000, kGood, 524288.0}});
        dynamic("overflows at once", {{1, kOverflow, 32768.0}, {1999, kGood, 32768.0}, {1, kGood, 65536.0}});
        dynamic("an overflow in the middle takes back the count", {{1000, kGood, 65536.0},
                                                                   {1, kOverflow, 32768.0},
                                                                   {1000, kGood, 32768.0},
                                                                   {999, kGood, 32768.0},
                                                                   {1, kGood, 65536.0}});
        dynamic("an overflow in place of the 2,000th good step", {{1999, kGood, 65536.0},
                                                                  {1, kOverflow, 32768.0},
                                                                  {1, kGood, 32768.0},
                                                                  {1998, kGood, 32768.0},
                                                                  {1, kGood, 65536.0}});
        dynamic("grows and overflows with the next step", {{2000, kGood, 131072.0},
                                                           {1, kOverflow, 65536.0},
                                                           {1999, kGood, 65536.0},
                                                           {1, kGood, 131072.0},
                                                           {1, kOverflow, 65536.0}});
        dynamic("sixteen overflows", {{16, kOverflow, 1.0}, {2000, kGood, 2.0}});
        dynamic("goes below 1", {{20, kOverflow, 0.0625}, {2000, kGood, 0.125}});
        dynamic("good steps between overflows do not add up", {{1500, kGood, 65536.0},
                                                               {1, kOverflow, 32768.0},
                                                               {1500, kGood, 32768.0},
                                                               {1, kOverflow, 16384.0},
                                                               {1500, kGood, 16384.0},
                                                               {1, kOverflow, 8192.0},
                                                               {2000, kGood, 16384.0}});
        dynamic("every other step overflows", {{1, kOverflow, 32768.0},
                                               {1, kGood, 32768.0},
                                               {1, kOverflow, 16384.0},
                                               {1, kGood, 16384.0},
                                               {1, kOverflow, 8192.0},
                                               {1, kGood, 8192.0}});
        QTest::newRow("starts elsewhere")
            << LossScalingKind::Dynamic << 3.0 << Script{{1, kOverflow, 1.5}, {1, kOverflow, 0.75}, {2000, kGood, 1.5}};
        QTest::newRow("a static scale stays")
            << LossScalingKind::Static << 1024.0 << Script{{4000, kGood, 1024.0}, {50, kOverflow, 1024.0}};
        QTest::newRow("none stays") << LossScalingKind::None << 1024.0
                                    << Script{{4000, kGood, 1.0}, {50, kOverflow, 1.0}};
    }
    void script() {
        QFETCH(const LossScalingKind, kind);
        QFETCH(const double, initial);
        QFETCH(const Script, script);
        LossScaler scaler(kind, initial);
        for (std::size_t i = 0; i < script.size(); ++i) {
            for (int step = 0; step < script[i].steps; ++step) {
                scaler.update(script[i].finite);
            }
            QVERIFY2(scaler.scale() == script[i].scale,
                     qPrintable(QString("after stretch %1: %2").arg(i + 1).arg(scaler.scale())));
        }
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
