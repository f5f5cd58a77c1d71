// SPDX-License-Identifier: GPL-3.0-or-later
// How many threads share a run changes no bit of it, under every kind of policy: with a network that is large enough
// for products, roundings, norms and updates to be divided.
#include <memory>

#include <QTest>

#include "reference_policies.h"
#include "synthetic_examples.h"

using namespace roundoff;

namespace {

constexpr std::size_t kFeatures = 300;
constexpr std::size_t kExamples = 64;
constexpr std::size_t kClasses = 10;

const tests::SyntheticExamples& data() {
    static const tests::SyntheticExamples examples(kExamples, kFeatures);
    return examples;
}

struct Trained {
    nn::TrainerState state;
    nn::BatchOutcome evaluation;
};

Trained train(nn::TrainerSpec spec, unsigned threads) {
    spec.network.hidden = {203, 100}; // The first product is divided by columns, its gradient by rows.
    spec.batchSize = kExamples;
    spec.threads = threads;
    spec.watch = true;
    const auto trainer = nn::Trainer::make(spec, data().view(), kClasses);
    for (std::uint32_t step = 0; step < 2; ++step) {
        trainer->step(data().view(), data().indices(0, kExamples - step), 1, step);
    }
    return {trainer->state(), trainer->evaluate(data().view(), {}, 1, [] { return true; })};
}

} // namespace

class TestThreadsOfARun : public QObject {
    Q_OBJECT

private slots:
    void changeNoBit_data() {
        QTest::addColumn<int>("index");
        const auto& cases = tests::trainingCases();
        for (std::size_t i = 0; i < cases.size(); ++i) {
            QTest::addRow("%s", cases[i].name.c_str()) << static_cast<int>(i);
        }
    }
    void changeNoBit() {
        QFETCH(int, index);
        const nn::TrainerSpec& spec = tests::trainingCases()[static_cast<std::size_t>(index)].spec;
        const Trained alone = train(spec, 1);
        const Trained together = train(spec, 3);
        QVERIFY(alone.state == together.state);
        QCOMPARE(together.evaluation.correct, alone.evaluation.correct);
        QVERIFY(same(together.evaluation.lossSum, alone.evaluation.lossSum));
    }

private:
    // A NaN equals itself here.
    static bool same(double a, double b) { return a == b || (a != a && b != b); }
};

QTEST_APPLESS_MAIN(TestThreadsOfARun)
#include "tst_threads_of_a_run.moc"
