// SPDX-License-Identifier: GPL-3.0-or-later
// Deployments in formats whose values share scales, against arithmetic by hand. What the formats do with a tensor is
// tested in tests/format.
#include <QTest>

#include <cmath>
#include <limits>
#include <vector>

#include "core/deploy/deployment.h"

using namespace roundoff;
using deploy::apply;
using deploy::Deployment;
using deploy::WeightError;
using deploy::weightError;
using format::Rounding;
using nn::WeightSnapshot;
using Values = std::vector<double>;

namespace {

constexpr std::uint64_t kSeed = 1;

Deployment deployment(const QString& name, Rounding rounding = Rounding::NearestEven) {
    return {format::parseTensorFormat(name.toStdString()), rounding, {}, {}};
}

// 3 outputs of 2 inputs, and their biases.
WeightSnapshot snapshot(bool doubleContainer = true) {
    return {{{"layer1.weight", {3, 2}, {7.0, 3.2, 0.7, -0.33, -0.07, 0.05}}, {"layer1.bias", {3}, {1.0, 0.0, -7.0}}},
            doubleContainer};
}

// Values from -1 to 1 in equal steps, in rows of 64.
WeightSnapshot uniform() {
    WeightSnapshot weights{{{"layer1.weight", {64, 64}, Values(4096)}}, true};
    for (std::size_t i = 0; i < 4096; ++i) {
        weights.tensors[0].values[i * 1021 % 4096] = (static_cast<double>(i) - 2047.5) / 2047.5; // 1021 is odd.
    }
    return weights;
}

} // namespace

class TestSharedScales : public QObject {
    Q_OBJECT

private slots:
    void everyChannelHasItsScale() {
        const WeightSnapshot after = apply(deployment("INT4-SYM-CHANNEL"), snapshot(), kSeed);
        const Values& w = after.tensors[0].values;
        const double second = static_cast<double>(0.7F / 7.0F); // 0.1 in FP32
        const double third = static_cast<double>(0.07F / 7.0F);
        QCOMPARE(Values(w.begin(), w.begin() + 2), Values({7.0, 3.0}));
        QVERIFY(std::fabs(w[2] - 7 * second) < 1e-7 && std::fabs(w[3] + 3 * second) < 1e-7);
        QVERIFY(std::fabs(w[4] + 7 * third) < 1e-8 && std::fabs(w[5] - 5 * third) < 1e-8);
        QCOMPARE(after.tensors[1].values, Values({1.0, 0.0, -7.0})); // The bias is one channel of scale 1.
    }

    void everyTensorHasItsScale() {
        const WeightSnapshot after = apply(deployment("INT4-SYM"), snapshot(), kSeed);
        QCOMPARE(after.tensors[0].values, Values({7.0, 3.0, 1.0, 0.0, 0.0, 0.0}));
        QCOMPARE(after.tensors[1].values, Values({1.0, 0.0, -7.0}));
    }

    void namesAndShapesStay() {
        const WeightSnapshot before = snapshot();
        const WeightSnapshot after = apply(deployment("MXFP4"), before, kSeed);
        QCOMPARE(after.tensors.size(), before.tensors.size());
        for (std::size_t i = 0; i < before.tensors.size(); ++i) {
            QCOMPARE(after.tensors[i].name, before.tensors[i].name);
            QCOMPARE(after.tensors[i].shape, before.tensors[i].shape);
        }
        QCOMPARE(after.doubleContainer, before.doubleContainer);
    }

    void containersOfFloatsStayThat() {
        const WeightSnapshot before{{{"layer1.weight", {1, 2}, {static_cast<double>(0.1F), 0.05}}}, false};
        const double code = apply(deployment("INT8-SYM"), before, kSeed).tensors[0].values[0];
        QCOMPARE(code, static_cast<double>(static_cast<float>(code)));
        WeightSnapshot inDouble = before;
        inDouble.doubleContainer = true;
        const double product = apply(deployment("INT8-SYM"), inDouble, kSeed).tensors[0].values[0];
        QVERIFY(product != static_cast<double>(static_cast<float>(product))); // 31 bits: else this tests nothing.
        QCOMPARE(code, static_cast<double>(static_cast<float>(product)));
    }

    void theLargestFloatStaysFinite() {
        const double largest = std::numeric_limits<float>::max();
        for (const char* name : {"INT8-SYM", "INT16-AFFINE", "INT3-SYM", "MXFP8-E5M2", "MXINT8"}) {
            const WeightSnapshot before{{{"layer1.weight", {1, 2}, {largest, 1.0}}}, false};
            const double after = apply(deployment(name), before, kSeed).tensors[0].values[0];
            QVERIFY2(after > 0.7 * largest && after <= largest, name);
        }
    }

    // 6 weights in 3 rows and 3 biases.
    void storage_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("bits");
        QTest::newRow("INT8-SYM") << "INT8-SYM" << 9 * 8 + 2 * 32;
        QTest::newRow("INT8-SYM-CHANNEL") << "INT8-SYM-CHANNEL" << 9 * 8 + 4 * 32;
        QTest::newRow("INT5-AFFINE-G2") << "INT5-AFFINE-G2" << 9 * 5 + (3 + 2) * (32 + 5);
        QTest::newRow("MXFP4") << "MXFP4" << 9 * 4 + 4 * 8;
        QTest::newRow("MXFP6-E2M3") << "MXFP6-E2M3" << 9 * 6 + 4 * 8;
    }
    void storage() {
        QFETCH(QString, name);
        QFETCH(int, bits);
        const WeightSnapshot before = snapshot();
        const WeightError error = weightError(deployment(name), before, apply(deployment(name), before, kSeed));
        QCOMPARE(error.bitsPerWeight, bits / 9.0);
        QCOMPARE(error.bytes, static_cast<std::size_t>((bits + 7) / 8));
    }

    void noWeightsTakeNothing() {
        const WeightError error = weightError(deployment("INT8-SYM"), {}, {});
        QCOMPARE(error.bitsPerWeight, 0.0);
        QCOMPARE(error.bytes, std::size_t{0});
    }

    // Rounding to steps of 1 / 127 leaves an error of variance step^2 / 12, and values uniform in [-1, 1] have 1 / 3:
    // 10 log10(4 * 127^2) = 48.1 dB, and with 4 bits 10 log10(4 * 7^2) = 22.9 dB. Affine codes are 255 and 15 steps.
    void noiseOfUniformValues_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<double>("decibels");
        QTest::newRow("INT8-SYM") << "INT8-SYM" << 10 * std::log10(4.0 * 127 * 127);
        QTest::newRow("INT4-SYM") << "INT4-SYM" << 10 * std::log10(4.0 * 7 * 7);
        QTest::newRow("INT8-AFFINE") << "INT8-AFFINE" << 10 * std::log10(255.0 * 255);
        QTest::newRow("INT5-AFFINE") << "INT5-AFFINE" << 10 * std::log10(31.0 * 31);
    }
    void noiseOfUniformValues() {
        QFETCH(QString, name);
        QFETCH(double, decibels);
        const WeightError error = weightError(deployment(name), uniform(), apply(deployment(name), uniform(), kSeed));
        QVERIFY2(std::fabs(error.signalToNoiseDb - decibels) < 0.6, qPrintable(QString::number(error.signalToNoiseDb)));
    }

    void smallerGroupsLoseLess() {
        double last = 0.0;
        for (const char* name : {"INT4-SYM", "INT4-SYM-CHANNEL", "INT4-SYM-G16", "INT4-SYM-G4"}) {
            const double now = weightError(deployment(name), uniform(), apply(deployment(name), uniform(), kSeed))
                                   .signalToNoiseDb;
            QVERIFY2(now > last, name);
            last = now;
        }
    }

    void stochasticFollowsSeedAndTensor() {
        for (const char* name : {"INT4-SYM-CHANNEL", "MXFP4"}) {
            const Deployment how = deployment(name, Rounding::Stochastic);
            QVERIFY(apply(how, uniform(), 1) == apply(how, uniform(), 1));
            QVERIFY(!(apply(how, uniform(), 1) == apply(how, uniform(), 2)));
            WeightSnapshot twice = uniform();
            twice.tensors.push_back(twice.tensors.front());
            const WeightSnapshot after = apply(how, twice, 1);
            QVERIFY(after.tensors[0].values != after.tensors[1].values);
        }
    }

    void name() {
        QCOMPARE(deployment("int4-sym-g64").name(), std::string("INT4-SYM-G64"));
        QCOMPARE(deployment("mxfp4").name(), std::string("MXFP4"));
    }
};

QTEST_APPLESS_MAIN(TestSharedScales)
#include "tst_shared_scales.moc"
