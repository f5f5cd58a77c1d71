// SPDX-License-Identifier: GPL-3.0-or-later
// Training that goes on from a state has the same bits as training that never stopped, under every kind of policy.
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include <QTest>

#include "core/base/error.h"
#include "reference_policies.h"
#include "synthetic_examples.h"

using namespace roundoff;

namespace {

constexpr std::size_t kFeatures = 20;
constexpr std::size_t kExamples = 45;
constexpr std::size_t kBatch = 8;
constexpr std::size_t kClasses = 10;
constexpr std::uint32_t kSteps = 6; // The last batch is shorter.

const tests::SyntheticExamples& data() {
    static const tests::SyntheticExamples examples(kExamples, kFeatures);
    return examples;
}

std::unique_ptr<nn::Trainer> makeTrainer(const nn::TrainerSpec& spec) {
    return nn::Trainer::make(spec, data().view(), kClasses);
}

nn::TrainerSpec specOf(const tests::TrainingCase& training) {
    nn::TrainerSpec spec = training.spec;
    spec.batchSize = kBatch;
    return spec;
}

void train(nn::Trainer& trainer, std::uint32_t from, std::uint32_t to) {
    for (std::uint32_t step = from; step < to; ++step) {
        const std::size_t first = step * kBatch;
        const auto batch = data().indices(first, std::min(kBatch, kExamples - first));
        trainer.step(data().view(), batch, 1, step);
    }
}

nn::TrainerState stateAfter(const nn::TrainerSpec& spec, std::uint32_t steps) {
    const auto trainer = makeTrainer(spec);
    train(*trainer, 0, steps);
    return trainer->state();
}

nn::TrainerSpec adamSpec(const char* policy) {
    nn::TrainerSpec spec;
    spec.network.hidden = {7};
    spec.optimiser.kind = nn::OptimiserKind::Adam;
    spec.precision = nn::namedPolicy(policy);
    spec.batchSize = kBatch;
    return spec;
}

// What `restore` says of a state that has been tampered with; empty if it takes it.
template <typename Change>
QString refusal(const nn::TrainerSpec& spec, const Change& change) {
    nn::TrainerState state = stateAfter(spec, 2);
    change(state);
    try {
        makeTrainer(spec)->restore(state);
    } catch (const InputError& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

class TestTrainerState : public QObject {
    Q_OBJECT

private slots:
    void goesOnWithTheSameBits_data() {
        QTest::addColumn<int>("index");
        const auto& cases = tests::trainingCases();
        for (std::size_t i = 0; i < cases.size(); ++i) {
            QTest::newRow(cases[i].name.c_str()) << static_cast<int>(i);
        }
    }
    void goesOnWithTheSameBits() {
        QFETCH(const int, index);
        const nn::TrainerSpec spec = specOf(tests::trainingCases()[static_cast<std::size_t>(index)]);
        const nn::TrainerState straight = stateAfter(spec, kSteps);
        for (std::uint32_t stop = 1; stop < kSteps; ++stop) {
            const nn::TrainerState held = stateAfter(spec, stop);
            const auto trainer = makeTrainer(spec);
            trainer->restore(held);
            QVERIFY2(trainer->state() == held, qPrintable(QStringLiteral("restored after step %1").arg(stop)));
            train(*trainer, stop, kSteps);
            QVERIFY2(trainer->state() == straight, qPrintable(QStringLiteral("stopped after step %1").arg(stop)));
        }
    }

    void weightsAreThoseOfTheTrainer_data() {
        QTest::addColumn<QString>("policy");
        QTest::newRow("float container") << "AMP-BF16";
        QTest::newRow("double container") << "FP64";
    }
    void weightsAreThoseOfTheTrainer() {
        QFETCH(const QString, policy);
        const auto trainer = makeTrainer(adamSpec(policy.toStdString().c_str()));
        train(*trainer, 0, 3);
        QVERIFY(nn::weightsOf(trainer->state()) == trainer->weights());
    }

    // SGD with momentum keeps a velocity, without it nothing; Adam two moments; a mixed policy master weights.
    void holdsWhatTheOptimiserKeeps_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<double>("momentum");
        QTest::addColumn<QString>("policy");
        QTest::addColumn<int>("tensors"); // Of two layers with a weight and a bias each.
        QTest::newRow("SGD without momentum") << int(nn::OptimiserKind::Sgd) << 0.0 << "FP32" << 4;
        QTest::newRow("SGD") << int(nn::OptimiserKind::Sgd) << 0.9 << "FP32" << 8;
        QTest::newRow("AdamW") << int(nn::OptimiserKind::AdamW) << 0.9 << "FP32" << 12;
        QTest::newRow("Adam with master weights") << int(nn::OptimiserKind::Adam) << 0.9 << "AMP-FP16" << 16;
    }
    void holdsWhatTheOptimiserKeeps() {
        QFETCH(const int, kind);
        QFETCH(const double, momentum);
        QFETCH(const QString, policy);
        QFETCH(const int, tensors);
        nn::TrainerSpec spec = adamSpec(policy.toStdString().c_str());
        spec.optimiser.kind = static_cast<nn::OptimiserKind>(kind);
        spec.optimiser.momentum = momentum;
        const nn::TrainerState state = stateAfter(spec, 2);
        QCOMPARE(static_cast<int>(state.tensors.size()), tensors);
        QCOMPARE(state.optimiserSteps, 2);
    }

    void refusesWhatIsNotItsOwn() {
        const nn::TrainerSpec spec = adamSpec("FP32");
        QCOMPARE(refusal(spec, [](nn::TrainerState&) {}), QString());
        QVERIFY(refusal(spec, [](auto& s) { s.doubleContainer = true; }).contains("another policy"));
        QVERIFY(refusal(spec, [](auto& s) { s.tensors.pop_back(); }).contains("layer2.bias is missing"));
        QVERIFY(refusal(spec, [](auto& s) { s.tensors.push_back(s.tensors.back()); }).contains("does not have"));
        QVERIFY(refusal(spec, [](auto& s) { std::swap(s.tensors[0], s.tensors[1]); }).contains("missing"));
        QVERIFY(refusal(spec, [](auto& s) { s.tensors[0].rows += 1; }).contains("21 x 7"));
        QVERIFY(refusal(spec, [](auto& s) { s.tensors[0].bits.pop_back(); }).contains("does not fit"));
        QVERIFY(refusal(spec, [](auto& s) {
                    s.lossScale = std::numeric_limits<double>::quiet_NaN();
                }).contains("out of range"));
        QVERIFY(refusal(spec, [](auto& s) { s.finiteSteps = -1; }).contains("out of range"));
        QVERIFY(refusal(spec, [](auto& s) { s.finiteSteps = 2000; }).contains("out of range"));
        QVERIFY(refusal(spec, [](auto& s) { s.optimiserSteps = -1; }).contains("out of range"));
    }

    void weightsOfADamagedStateAreRefused_data() {
        QTest::addColumn<quint64>("rows");
        QTest::addColumn<quint64>("cols");
        QTest::addColumn<int>("bytes");
        constexpr auto kHuge = std::numeric_limits<quint64>::max();
        QTest::newRow("too few bytes") << quint64{2} << quint64{3} << 20;
        QTest::newRow("too many bytes") << quint64{2} << quint64{3} << 28;
        QTest::newRow("a product that wraps around") << (quint64{1} << 63U) << quint64{2} << 0;
        QTest::newRow("no rows") << quint64{0} << kHuge << 0;
        QTest::newRow("no columns") << kHuge << quint64{0} << 0;
    }
    void weightsOfADamagedStateAreRefused() {
        QFETCH(const quint64, rows);
        QFETCH(const quint64, cols);
        QFETCH(const int, bytes);
        nn::TrainerState state;
        state.tensors.push_back({"layer1.weight", nn::StatePart::Weights, rows, cols,
                                 std::vector<std::byte>(static_cast<std::size_t>(bytes))});
        QVERIFY_THROWS_EXCEPTION(InputError, static_cast<void>(nn::weightsOf(state)));
    }
};

QTEST_APPLESS_MAIN(TestTrainerState)
#include "tst_trainer_state.moc"
