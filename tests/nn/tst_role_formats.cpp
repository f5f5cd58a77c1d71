// SPDX-License-Identifier: GPL-3.0-or-later
// That every stored tensor of the training loop is a tensor of its role's format, and what mixed precision does with
// its master weights.
#include <QTest>

#include <bit>
#include <cmath>

#include "core/format/binary_float.h"
#include "core/nn/evaluation.h"
#include "core/nn/initialisation.h"
#include "core/nn/optimiser.h"
#include "core/nn/trainer.h"
#include "synthetic_examples.h"

using namespace roundoff;

namespace {

bool isValueOf(const format::BinaryFloat& f, double value) {
    const double rounded = format::quantise(f, value, format::Rounding::NearestEven, format::Overflow::ToInfinity,
                                            format::Subnormals::Keep, 0);
    return std::bit_cast<quint64>(rounded) == std::bit_cast<quint64>(value);
}

template <typename Storage>
bool allValuesOf(const format::BinaryFloat& f, const Storage& storage) {
    return std::all_of(storage.begin(), storage.end(),
                       [&f](auto value) { return isValueOf(f, static_cast<double>(value)); });
}

nn::TrainerSpec smallSpec(const char* policy) {
    nn::TrainerSpec spec;
    spec.network.hidden = {24, 16};
    spec.precision = nn::namedPolicy(policy);
    spec.batchSize = 32;
    return spec;
}

} // namespace

class TestRoleFormats : public QObject {
    Q_OBJECT

private slots:
    void everyTensorOfTheLoopIsInItsFormat_data() {
        QTest::addColumn<QString>("policy");
        QTest::addColumn<int>("activation");
        for (const char* policy : {"FP16", "BF16", "E4M6", "E5M5"}) {
            for (const auto activation : {nn::Activation::Relu, nn::Activation::Sigmoid, nn::Activation::Tanh}) {
                QTest::addRow("%s %d", policy, int(activation)) << policy << int(activation);
            }
        }
    }
    void everyTensorOfTheLoopIsInItsFormat() {
        QFETCH(QString, policy);
        QFETCH(int, activation);
        constexpr std::size_t kBatch = 16;
        constexpr std::size_t kFeatures = 40;
        const auto precisionPolicy = nn::namedPolicy(policy.toStdString());
        const auto f = *format::scalarFormatOf<format::BinaryFloat>(precisionPolicy[nn::Role::Weights]->format);
        const tests::SyntheticExamples data(kBatch, kFeatures);
        const auto examples = data.view();
        nn::NetworkSpec spec;
        spec.hidden = {20, 11};
        spec.activation = static_cast<nn::Activation>(activation);
        const auto network = nn::makeNetwork<float>(spec, precisionPolicy, kFeatures, 10, kBatch);
        for (const auto& layer : network->layers()) {
            nn::initialiseKaimingUniform(layer->parameters(), 3);
        }
        const auto precision = std::make_shared<const nn::LayerPrecision<float>>(precisionPolicy, 1);
        nn::LossFunction<float> loss(nn::Loss::CrossEntropy, precision);
        const nn::InputTable<float> table(examples.table, *precision);
        nn::Optimiser<float> optimiser({}, network->parameters());
        for (std::uint32_t step = 0; step < 3; ++step) {
            const nn::StepContext key{1, 1, step};
            table.gather(examples, data.indices(0, kBatch), network->input(kBatch), key);
            QVERIFY(allValuesOf(f, network->input(kBatch).storage())); // Inputs are activations.
            const auto outputs = network->forward(kBatch, key);
            QVERIFY(allValuesOf(f, outputs.storage()));
            static_cast<void>(loss.evaluate(outputs, data.labels, network->outputGradient(kBatch), 1.0, key));
            QVERIFY(allValuesOf(f, network->outputGradient(kBatch).storage()));
            network->backward(kBatch, key);
            for (auto* parameter : network->parameters()) {
                QVERIFY2(allValuesOf(f, parameter->gradient().storage()), parameter->name().c_str());
            }
            optimiser.step(key);
            for (auto* parameter : network->parameters()) {
                QVERIFY2(allValuesOf(f, parameter->values().storage()), parameter->name().c_str());
            }
        }
    }

    void masterWeightsAreFinerThanTheWeights() {
        const auto spec = smallSpec("AMP-FP16");
        const auto network = nn::makeNetwork<float>(spec.network, spec.precision, 40, 10, 64);
        for (const auto& layer : network->layers()) {
            nn::initialiseKaimingUniform(layer->parameters(), 3);
        }
        bool finer = false;
        for (auto* parameter : network->parameters()) {
            for (std::size_t i = 0; i < parameter->values().storage().size(); ++i) {
                const float weight = parameter->values().storage()[i];
                const float master = parameter->updated().storage()[i];
                QVERIFY(isValueOf(format::kFp16, static_cast<double>(weight)));
                QCOMPARE(static_cast<double>(weight),
                         format::quantise(format::kFp16, static_cast<double>(master), format::Rounding::NearestEven,
                                          format::Overflow::ToInfinity, format::Subnormals::Keep, 0));
                finer = finer || weight != master;
            }
        }
        QVERIFY(finer);
    }

    void policiesLearn_data() {
        QTest::addColumn<QString>("policy");
        for (const char* policy : {"FP64", "FP32", "TF32", "BF16", "FP16", "AMP-FP16", "AMP-BF16"}) {
            QTest::addRow("%s", policy) << policy;
        }
    }
    void policiesLearn() {
        QFETCH(QString, policy);
        const tests::SyntheticExamples data(640, 40);
        const auto examples = data.view();
        const auto trainer = nn::Trainer::make(smallSpec(policy.toUtf8().constData()), examples, 10);
        double first = 0.0;
        double last = 0.0;
        for (std::uint32_t epoch = 1; epoch <= 12; ++epoch) {
            last = 0.0;
            for (std::uint32_t step = 0; step < 20; ++step) {
                last += trainer->step(examples, data.indices(step * 32, 32), epoch, step).loss / 20.0;
            }
            first = epoch == 1 ? last : first;
        }
        QVERIFY2(last < 0.2 * first, qPrintable(QStringLiteral("%1 to %2").arg(first).arg(last)));
    }

    void anOverflowSkipsTheStepAndHalvesTheScale() {
        const tests::SyntheticExamples data(64, 40);
        const auto examples = data.view();
        auto spec = smallSpec("AMP-FP16");
        spec.lossScaling = {nn::LossScalingKind::Dynamic,
                            0x1p40}; // Far beyond FP16: the gradients of the logits overflow at once.
        const auto trainer = nn::Trainer::make(spec, examples, 10);
        const auto before = trainer->weights();
        const auto outcome = trainer->step(examples, data.indices(0, 32), 1, 0);
        QVERIFY(outcome.skipped);
        QCOMPARE(outcome.lossScale, 0x1p40);
        QCOMPARE(trainer->lossScale(), 0x1p39);
        QVERIFY(trainer->weights() == before);
        QVERIFY(std::isfinite(outcome.loss)); // The loss itself is not scaled.
        bool stepped = false;
        for (std::uint32_t step = 1; step < 60 && !stepped; ++step) {
            stepped = !trainer->step(examples, data.indices(0, 32), 1, step).skipped;
        }
        QVERIFY(stepped);
        QVERIFY(!(trainer->weights() == before));
    }

    void scalingByAPowerOfTwoChangesNothingInFp32() {
        const tests::SyntheticExamples data(320, 40);
        const auto examples = data.view();
        auto spec = smallSpec("FP32");
        const auto plain = nn::Trainer::make(spec, examples, 10);
        spec.lossScaling = {nn::LossScalingKind::Static, 1024.0};
        const auto scaled = nn::Trainer::make(spec, examples, 10);
        for (std::uint32_t step = 0; step < 10; ++step) {
            static_cast<void>(plain->step(examples, data.indices(step * 32, 32), 1, step));
            static_cast<void>(scaled->step(examples, data.indices(step * 32, 32), 1, step));
        }
        QVERIFY(plain->weights() == scaled->weights());
    }
};

QTEST_APPLESS_MAIN(TestRoleFormats)
#include "tst_role_formats.moc"
