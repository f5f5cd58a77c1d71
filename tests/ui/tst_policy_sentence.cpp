// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "ui/document/precision_text.h"
#include "ui/precision/policy_sentence.h"

using namespace roundoff;
using namespace roundoff::ui;

/// What policies mean, in sentences that are written by hand.
class TstPolicySentence : public QObject {
    Q_OBJECT

private slots:
    void sentences_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<QString>("sentence");
        const auto row = [](const char* policy, const char* sentence) { QTest::newRow(policy) << policy << sentence; };
        row("FP32", "Everything is kept in FP32. Computed in FP32 arithmetic; times are native.");
        row("FP64", "Everything is kept in FP64. Computed in FP64 arithmetic; times are native.");
        row("FP16", "Everything is rounded to FP16; the rounded weights themselves are updated. Computed in FP32 "
                    "arithmetic; times are emulated.");
        row("AMP-FP8, accumulator FP16 chunk 64, layer3 weights FP32",
            "Weights and activations are rounded to FP8-E4M3 (saturating), gradients to FP8-E5M2; optimiser states "
            "stay in FP32; FP32 master weights are updated; products are summed in FP16 in chunks of 64. Layer 3 keeps "
            "FP32 weights. Computed in FP32 arithmetic; times are emulated.");
        row("BF16-SR", "Weights and optimiser states are rounded to BF16 (stochastic), activations and gradients to "
                       "BF16; the rounded weights themselves are updated. Computed in FP32 arithmetic; times are "
                       "emulated.");
        row("INT8-SYM-CHANNEL",
            "Weights and activations are rounded to INT8-SYM-CHANNEL; gradients and optimiser states stay in FP32; "
            "FP32 master weights are updated. Computed in FP32 arithmetic; times are emulated.");
        row("FP16 toward-zero saturate flush stepwise",
            "Everything is rounded to FP16; the rounded weights themselves are updated. Rounding is toward zero. "
            "Overflow stops at the largest value. Subnormal results become zero. Every elementary operation is "
            "rounded. Computed in FP32 arithmetic; times are emulated.");
        row("FP32, gradients FP16",
            "Weight gradients are rounded to FP16; weights, activations, activation gradients and optimiser states "
            "stay in FP32. Computed in FP32 arithmetic; times are emulated.");
        row("DEC3", "Everything is rounded to DEC3; the rounded weights themselves are updated. Computed in FP64 "
                    "arithmetic; times are emulated.");
        row("FP16, layer1 FP32, layer3 FP32, layer2 gradients BF16 up accumulator FP16",
            "Everything is rounded to FP16; the rounded weights themselves are updated. Layer 1 and Layer 3 keep "
            "everything in FP32. Layer 2 has BF16 (up) weight gradients. Layer 2: products are summed in FP16. "
            "Computed in FP32 arithmetic; times are emulated.");
        row("FP16, layer2 masterWeights FP32",
            "Everything is rounded to FP16; the rounded weights themselves are updated. Layer 2 keeps FP32 master "
            "weights. Computed in FP32 arithmetic; times are emulated.");
    }

    void sentences() {
        QFETCH(QString, policy);
        QFETCH(QString, sentence);
        QCOMPARE(policySentence(parsePrecision(policy)), sentence);
    }
};

QTEST_MAIN(TstPolicySentence)
#include "tst_policy_sentence.moc"
