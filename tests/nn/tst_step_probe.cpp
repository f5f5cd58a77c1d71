// SPDX-License-Identifier: GPL-3.0-or-later
// What is seen inside a step of training: that looking changes nothing, that the counts are those of the tensors, and
// that the first value that is not finite is found where arithmetic by hand puts it.
#include <QTest>

#include <cmath>

#include "core/format/binary_float.h"
#include "core/nn/trainer.h"
#include "synthetic_examples.h"

using namespace roundoff;
using nn::Role;
using nn::TensorOperation;

namespace {

constexpr std::size_t kFeatures = 40;
constexpr std::size_t kBatch = 32;

nn::TrainerSpec smallSpec(const QString& policy) {
    nn::TrainerSpec spec;
    spec.network.hidden = {24, 11}; // Rows with padding.
    spec.precision = nn::namedPolicy(policy.toStdString());
    spec.batchSize = kBatch;
    return spec;
}

const nn::RoleTelemetry* find(const nn::TelemetrySample& sample, int layer, Role role) {
    for (const nn::RoleTelemetry& telemetry : sample.roles) {
        if (telemetry.layer == layer && telemetry.role == role) {
            return &telemetry;
        }
    }
    return nullptr;
}

nn::TelemetrySample oneStep(const nn::TrainerSpec& spec, const nn::WeightSnapshot* weights = nullptr) {
    const tests::SyntheticExamples data(kBatch, kFeatures);
    const auto examples = data.view();
    const auto trainer = nn::Trainer::make(spec, examples, 10);
    if (weights != nullptr) {
        trainer->setWeights(*weights);
    }
    nn::StepProbe probe(nn::StepProbe::Purpose::Statistics);
    probe.setCountsAccumulation(true);
    trainer->step(examples, data.indices(0, kBatch), 1, 0, &probe);
    return probe.takeSample();
}

// The first infinity or NaN of at most `most` steps, with the step in which it was met.
std::optional<nn::FirstNonFinite> train(const nn::TrainerSpec& spec, std::uint32_t most) {
    const tests::SyntheticExamples data(kBatch, kFeatures);
    const auto examples = data.view();
    const auto trainer = nn::Trainer::make(spec, examples, 10);
    for (std::uint32_t step = 0; step < most; ++step) {
        const nn::StepOutcome outcome = trainer->step(examples, data.indices(0, kBatch), 1, step);
        if (outcome.firstNonFinite && !outcome.firstNonFinite->skipped) {
            return outcome.firstNonFinite;
        }
    }
    return std::nullopt;
}

} // namespace

class TestStepProbe : public QObject {
    Q_OBJECT

private slots:
    void lookingChangesNothing_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<bool>("stepwise");
        for (const char* policy : {"FP64", "FP32", "FP16", "AMP-FP16", "BF16-SR", "INT8-AFFINE-CHANNEL", "MXFP4"}) {
            QTest::addRow("%s", policy) << policy << false;
        }
        QTest::newRow("FP16 stepwise") << "FP16" << true;
        QTest::newRow("narrow accumulator") << "narrow" << false;
    }
    void lookingChangesNothing() {
        QFETCH(QString, policy);
        QFETCH(bool, stepwise);
        nn::TrainerSpec spec = smallSpec(policy == "narrow" ? "BF16-SR" : policy);
        if (policy == "narrow") {
            spec.precision.accumulator = format::kFp16;
            spec.precision.accumulator->rounding = format::Rounding::Stochastic;
        }
        spec.network.activation = nn::Activation::Tanh;
        spec.optimiser.kind = nn::OptimiserKind::Adam;
        spec.optimiser.epsilon = 1e-3;
        spec.clipping = {nn::ClippingKind::Norm, 0.5};
        if (stepwise) {
            spec.precision.arithmetic = nn::Arithmetic::Stepwise;
        }
        const tests::SyntheticExamples data(4 * kBatch, kFeatures);
        const auto examples = data.view();
        const auto plain = nn::Trainer::make(spec, examples, 10);
        spec.watch = true;
        const auto watched = nn::Trainer::make(spec, examples, 10);
        nn::StepProbe probe(nn::StepProbe::Purpose::Statistics);
        for (std::uint32_t step = 0; step < 8; ++step) {
            const auto batch = data.indices(step % 4 * kBatch, kBatch);
            plain->step(examples, batch, 1, step);
            watched->step(examples, batch, 1, step, step % 2 == 0 ? &probe : nullptr);
        }
        QCOMPARE(nn::digest(watched->weights()), nn::digest(plain->weights()));
    }

    void everyRoleIsSeenWithAllItsValues() {
        const nn::TelemetrySample sample = oneStep(smallSpec("AMP-FP16"));
        const std::size_t inputs[] = {kFeatures, 24, 11};
        const std::size_t outputs[] = {24, 11, 10};
        for (int layer = 1; layer <= 3; ++layer) {
            const std::size_t in = inputs[layer - 1];
            const std::size_t out = outputs[layer - 1];
            const std::size_t parameters = in * out + out;
            for (const Role role : {Role::Weights, Role::MasterWeights, Role::OptimiserState}) {
                const auto* seen = find(sample, layer, role);
                QVERIFY(seen != nullptr);
                QCOMPARE(seen->counts.values, parameters);
            }
            QCOMPARE(find(sample, layer, Role::Gradients)->counts.values, parameters); // Scaled; not again unscaled.
            // The product, the sum with the bias, and before the first layer the images.
            QCOMPARE(find(sample, layer, Role::Activations)->counts.values,
                     2 * kBatch * out + (layer == 1 ? kBatch * in : 0));
            const auto* backward = find(sample, layer, Role::ActivationGradients);
            // Layer 3: of the loss and toward layer 2; layer 2: toward layer 1; nobody needs the images' gradient.
            QCOMPARE(backward != nullptr ? backward->counts.values : 0,
                     kBatch * (layer == 3 ? out + in : (layer == 2 ? in : 0)));
        }
        QCOMPARE(sample.layers.size(), std::size_t{3});
        for (const nn::LayerTelemetry& layer : sample.layers) {
            QVERIFY(layer.gradientNorm > 0.0 && std::isfinite(layer.gradientNorm));
            QVERIFY(layer.updates > 0);
        }
    }

    void fp32LosesNothing() {
        const nn::TelemetrySample sample = oneStep(smallSpec("FP32"));
        QVERIFY(!sample.roles.empty());
        for (const nn::RoleTelemetry& role : sample.roles) {
            QCOMPARE(role.noise, 0.0);
            QCOMPARE(role.counts.underflowed + role.counts.overflowed + role.counts.saturated, std::uint64_t{0});
            QVERIFY(!role.signalToNoiseDb() || std::isinf(*role.signalToNoiseDb()));
        }
    }

    // With p significand bits rounding to nearest leaves noise of about 2^-2p / 12 of the signal; FP16 has 11 bits,
    // BF16 has 8: about 72 and 54 dB (6.02 dB a bit). Small gradients that lose bits to underflow are not looked at.
    void moreBitsMeanLessNoise_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<double>("decibels");
        QTest::newRow("FP16") << "FP16" << 72.0;
        QTest::newRow("BF16") << "BF16" << 54.0;
        QTest::newRow("FP8-E4M3") << "FP8-E4M3" << 30.0;
    }
    void moreBitsMeanLessNoise() {
        QFETCH(QString, policy);
        QFETCH(double, decibels);
        const nn::TelemetrySample sample = oneStep(smallSpec(policy));
        const auto ratio = find(sample, 2, Role::Activations)->signalToNoiseDb();
        QVERIFY(ratio.has_value());
        // The product's rounding is seen as well as the sum's, which often is exact: up to 3 dB more.
        QVERIFY2(std::fabs(*ratio - decibels) < 6.0, qPrintable(QString::number(*ratio)));
    }

    // Weights of 1 and steps below 2^-12 of them: FP16's neighbours of 1 are 2^-11 below and 2^-10 above, so every step
    // is swallowed; with FP32 master weights only the tiniest ones are.
    void swallowedUpdates_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<bool>("swallowed");
        QTest::newRow("FP16") << "FP16" << true;
        QTest::newRow("AMP-FP16") << "AMP-FP16" << false;
    }
    void swallowedUpdates() {
        QFETCH(QString, policy);
        QFETCH(bool, swallowed);
        nn::TrainerSpec spec = smallSpec(policy);
        spec.network.hidden = {};
        spec.lossScaling = {nn::LossScalingKind::Static, 1024.0};
        spec.optimiser.momentum = 0.0;
        spec.optimiser.learningRate = 1e-4;
        nn::WeightSnapshot ones;
        ones.tensors = {{"layer1.weight", {10, kFeatures}, std::vector<double>(10 * kFeatures, 1.0)},
                        {"layer1.bias", {10}, std::vector<double>(10, 1.0)}};
        const nn::TelemetrySample sample = oneStep(spec, &ones);
        const nn::LayerTelemetry& layer = sample.layers.front();
        QVERIFY(layer.updates > 300);
        if (swallowed) {
            QCOMPARE(layer.swallowed, layer.updates);
        } else {
            QVERIFY(layer.swallowed < layer.updates / 10);
        }
    }

    void accumulatorsThatStagnateAreSeen() {
        nn::TrainerSpec spec = smallSpec("FP32");
        spec.precision.accumulator = format::kFp8E4M3;
        const nn::TelemetrySample sample = oneStep(spec);
        // 40 inputs times 24 outputs, for 32 images, less the products that are zero.
        QVERIFY(sample.layers[0].additions > 30'000);
        QVERIFY(sample.layers[0].stagnated > sample.layers[0].additions / 100);
        QCOMPARE(oneStep(smallSpec("FP32")).layers[0].additions, std::uint64_t{0});
    }

    // 1e-8 is below half of FP16's smallest value, 2^-24, so the constant is 0; a gradient's square times 0.001 is 0,
    // too, as soon as the gradient is below about 0.005. Then Adam divides by zero.
    void adamsEpsilonUnderflows() {
        nn::TrainerSpec spec = smallSpec("FP16");
        spec.precision.arithmetic = nn::Arithmetic::Stepwise;
        spec.optimiser.kind = nn::OptimiserKind::Adam;
        spec.optimiser.learningRate = 0.001;
        spec.watch = true;
        const auto first = train(spec, 5);
        QVERIFY(first.has_value());
        QVERIFY(first->operation == TensorOperation::Division);
        QVERIFY(first->role == Role::OptimiserState);
        QCOMPARE(first->step, 0U);
        spec.optimiser.epsilon = 1e-4;
        QVERIFY(!train(spec, 5).has_value());
    }

    // Weights of 30,000 and inputs near 1 to 3: forty products sum to more than 65,504.
    void activationsOverflow() {
        nn::TrainerSpec spec = smallSpec("FP16");
        spec.watch = true;
        const tests::SyntheticExamples data(kBatch, kFeatures);
        const auto examples = data.view();
        const auto trainer = nn::Trainer::make(spec, examples, 10);
        nn::WeightSnapshot weights = trainer->weights();
        for (double& value : weights.tensors[2].values) { // layer2.weight
            value = 30'000.0;
        }
        trainer->setWeights(weights);
        const auto outcome = trainer->step(examples, data.indices(0, kBatch), 2, 17);
        QVERIFY(outcome.firstNonFinite.has_value());
        const nn::FirstNonFinite& first = *outcome.firstNonFinite;
        QCOMPARE(first.layer, 2);
        QVERIFY(first.role == Role::Activations);
        QVERIFY(first.operation == TensorOperation::Product);
        QVERIFY(first.rounding);
        QVERIFY(!first.nan);
        QVERIFY(!first.skipped);
        QCOMPARE(first.epoch, 2U);
        QCOMPARE(first.step, 17U);
    }

    // A loss scale of 2^40 makes gradients that FP16 cannot hold; the step is skipped, and told of.
    void skippedStepsAreTold() {
        nn::TrainerSpec spec = smallSpec("AMP-FP16");
        spec.lossScaling = {nn::LossScalingKind::Dynamic, 0x1p40};
        spec.watch = true;
        const tests::SyntheticExamples data(kBatch, kFeatures);
        const auto examples = data.view();
        const auto trainer = nn::Trainer::make(spec, examples, 10);
        const auto outcome = trainer->step(examples, data.indices(0, kBatch), 1, 0);
        QVERIFY(outcome.skipped);
        QVERIFY(outcome.firstNonFinite.has_value());
        QVERIFY(outcome.firstNonFinite->skipped);
        QCOMPARE(outcome.firstNonFinite->layer, 3);
        QVERIFY(outcome.firstNonFinite->role == Role::ActivationGradients);
        QVERIFY(outcome.firstNonFinite->operation == TensorOperation::LossGradient);
    }

    // The same scale in stepwise arithmetic, where the gradient of the loss is rounded number by number: it is named
    // there, too.
    void stepwiseLossGradientsAreSeen() {
        nn::TrainerSpec spec = smallSpec("FP16");
        spec.precision.arithmetic = nn::Arithmetic::Stepwise;
        const nn::TelemetrySample plain = oneStep(spec);
        QCOMPARE(find(plain, 3, Role::ActivationGradients)->counts.values, kBatch * (10 + 11));
        spec.lossScaling = {nn::LossScalingKind::Static, 1e9};
        spec.watch = true;
        const tests::SyntheticExamples data(kBatch, kFeatures);
        const auto examples = data.view();
        const auto outcome = nn::Trainer::make(spec, examples, 10)->step(examples, data.indices(0, kBatch), 1, 0);
        QVERIFY(outcome.firstNonFinite.has_value());
        QCOMPARE(outcome.firstNonFinite->layer, 3);
        QVERIFY(outcome.firstNonFinite->role == Role::ActivationGradients);
        QVERIFY(outcome.firstNonFinite->operation == TensorOperation::LossGradient);
    }

    // sqrt(1 - 0.999) is 0.03: below half of 2^-3, the smallest value of E2M3 with a bias of 1, so Adam's correction is
    // 0.
    void adamsCorrectionUnderflows() {
        nn::TrainerSpec spec = smallSpec("FP32");
        spec.precision[Role::OptimiserState] = format::ieeeLike(2, 3);
        spec.precision.arithmetic = nn::Arithmetic::Stepwise;
        spec.optimiser.kind = nn::OptimiserKind::Adam;
        spec.watch = true;
        const auto first = train(spec, 3);
        QVERIFY(first.has_value());
        QVERIFY(first->operation == TensorOperation::Division);
    }

    void exponentsAreThoseOfTheValues() {
        nn::StepProbe probe(nn::StepProbe::Purpose::Statistics);
        const std::vector<float> values{1.0F, 1.5F, -3.0F, 0.25F, 0.0F, 0x1p-149F, 0x1p127F};
        const nn::PaddedRows rows{values.size(), values.size(), values.size(), 0};
        probe.remember<float>(values, rows);
        probe.seeRounded<float>(2, Role::Gradients, TensorOperation::WeightGradient,
                                {format::Format(format::kFp32), {}, {}, {}}, values, rows);
        const auto seen = probe.takeExponents();
        QCOMPARE(seen.size(), std::size_t{1});
        const auto at = [&seen](int exponent) {
            return seen[0].histogram.counts[static_cast<std::size_t>(exponent - nn::ExponentHistogram::kLowest)];
        };
        QCOMPARE(at(0), 2U);
        QCOMPARE(at(1), 1U);
        QCOMPARE(at(-2), 1U);
        QCOMPARE(at(nn::ExponentHistogram::kLowest), 1U);
        QCOMPARE(at(nn::ExponentHistogram::kHighest), 1U);
        QCOMPARE(seen[0].histogram.total(), std::uint64_t{6});
        QVERIFY(probe.takeExponents().empty());
    }

    void samplesMerge() {
        nn::TelemetrySample a;
        a.epoch = 1;
        a.step = 1;
        a.roles = {{1, Role::Weights, {10, 1, 0, 0, 0, 0, 2, 0}, 4.0, 1.0}};
        a.layers = {{1, 3.0, 10, 5, 0, 0, 0, 0}};
        nn::TelemetrySample b = a;
        b.step = 51;
        b.roles.push_back({2, Role::Gradients, {7, 0, 0, 0, 0, 0, 0, 0}, 1.0, 0.0});
        b.layers[0].gradientNorm = 4.0;
        const nn::TelemetrySample both = merged(a, b);
        QCOMPARE(both.step, 51U);
        QCOMPARE(both.sampled, 2U);
        QCOMPARE(both.roles.size(), std::size_t{2});
        QCOMPARE(both.roles[0].counts.values, std::uint64_t{20});
        QCOMPARE(both.roles[0].signal, 8.0);
        QCOMPARE(both.layers[0].gradientNorm, std::sqrt(12.5)); // (9 + 16) / 2
        QCOMPARE(both.layers[0].swallowed, std::uint64_t{10});
    }
};

QTEST_APPLESS_MAIN(TestStepProbe)
#include "tst_step_probe.moc"
