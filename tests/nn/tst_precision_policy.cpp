// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/error.h"
#include "core/format/binary_float.h"
#include "core/nn/precision_policy.h"

using namespace roundoff;
using nn::PrecisionPolicy;
using nn::Role;

class TestPrecisionPolicy : public QObject {
    Q_OBJECT

private slots:
    void namesReadBack() {
        for (const std::string& name : nn::offeredPolicies()) {
            QCOMPARE(nn::namedPolicy(name).name(), name);
            nn::validate(nn::namedPolicy(name));
        }
        QCOMPARE(nn::namedPolicy("E6M5").name(), std::string("E6M5"));
        QCOMPARE(PrecisionPolicy().name(), std::string("FP32"));
    }

    void mixedPrecisionKeepsMasterWeights() {
        const PrecisionPolicy policy = nn::namedPolicy("AMP-FP16");
        QVERIFY(policy[Role::Weights] == format::Format(format::kFp16));
        QVERIFY(policy[Role::Gradients] == format::Format(format::kFp16));
        QVERIFY(policy[Role::MasterWeights] == format::Format(format::kFp32));
        QVERIFY(policy[Role::OptimiserState] == format::Format(format::kFp32));
        QVERIFY(!nn::namedPolicy("FP16")[Role::MasterWeights].has_value());
    }

    void theContainerFollowsTheWidestFormat_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("wide");
        QTest::newRow("FP64") << "FP64" << true;
        QTest::newRow("FP32") << "FP32" << false;
        QTest::newRow("FP16") << "FP16" << false;
        QTest::newRow("AMP-BF16") << "AMP-BF16" << false;
        QTest::newRow("12 significand bits") << "E8M11" << true;
        QTest::newRow("11 significand bits") << "E8M10" << false;
        QTest::newRow("nine exponent bits") << "E9M3" << true;
    }
    void theContainerFollowsTheWidestFormat() {
        QFETCH(QString, name);
        QTEST(nn::namedPolicy(name.toStdString()).needsDouble(), "wide");
    }

    void oneWideRoleOrLayerIsEnough() {
        PrecisionPolicy policy;
        policy[Role::OptimiserState] = format::kFp64;
        QVERIFY(policy.needsDouble());
        PrecisionPolicy layered;
        layered.layers["layer2"].formats[static_cast<std::size_t>(Role::Weights)] = format::kFp64;
        QVERIFY(layered.needsDouble());
        PrecisionPolicy accumulated;
        accumulated.accumulator = format::kFp64;
        QVERIFY(accumulated.needsDouble());
        nn::validate(accumulated);
    }

    void whatCannotBeComputedIsRefused() {
        PrecisionPolicy wideAccumulator;
        wideAccumulator.accumulator = format::ieeeLike(8, 11); // 12 significand bits
        QVERIFY_THROWS_EXCEPTION(InputError, nn::validate(wideAccumulator));
        PrecisionPolicy narrowInDouble = nn::namedPolicy("FP64");
        narrowInDouble.accumulator = format::kFp16;
        QVERIFY_THROWS_EXCEPTION(InputError, nn::validate(narrowInDouble));
        PrecisionPolicy chunkedFp32;
        chunkedFp32.accumulator = format::kFp32;
        chunkedFp32.accumulator->chunk = 64;
        QVERIFY_THROWS_EXCEPTION(InputError, nn::validate(chunkedFp32));
        PrecisionPolicy unscaled;
        unscaled[Role::Weights] = format::Format(format::Integer{8});
        QVERIFY_THROWS_EXCEPTION(InputError, nn::validate(unscaled));
        PrecisionPolicy stepwiseBlocks = nn::namedPolicy("MXFP8-E4M3");
        nn::validate(stepwiseBlocks);
        stepwiseBlocks.arithmetic = nn::Arithmetic::Stepwise;
        QVERIFY_THROWS_EXCEPTION(InputError, nn::validate(stepwiseBlocks));
        PrecisionPolicy roleWithoutInfinity;
        roleWithoutInfinity[Role::Weights] = format::kFp8E4M3;
        roleWithoutInfinity[Role::Weights]->overflow = format::Overflow::ToInfinity;
        QVERIFY_THROWS_EXCEPTION(InputError, nn::validate(roleWithoutInfinity));
        PrecisionPolicy noInfinity = nn::namedPolicy("FP8-E4M3");
        noInfinity.overflow = format::Overflow::ToInfinity;
        QVERIFY_THROWS_EXCEPTION(InputError, nn::validate(noInfinity));
        for (const char* name : {"INT8", "AMP-FP32", "AMP-", "half", ""}) {
            QVERIFY_THROWS_EXCEPTION(InputError, static_cast<void>(nn::namedPolicy(name)));
        }
    }

    void layersOverrideRoles() {
        PrecisionPolicy policy = nn::namedPolicy("FP16");
        policy.layers["layer1"].formats[static_cast<std::size_t>(Role::Weights)] = format::kFp32;
        QCOMPARE(policy.name(), std::string("custom"));
        QVERIFY(policy.formatsOf("layer1")[static_cast<std::size_t>(Role::Weights)] == format::Format(format::kFp32));
        QVERIFY(policy.formatsOf("layer1")[static_cast<std::size_t>(Role::Activations)] ==
                format::Format(format::kFp16));
        QVERIFY(policy.formatsOf("layer2")[static_cast<std::size_t>(Role::Weights)] == format::Format(format::kFp16));
    }
};

QTEST_APPLESS_MAIN(TestPrecisionPolicy)
#include "tst_precision_policy.moc"
