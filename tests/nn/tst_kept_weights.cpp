// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>
#include <thread>
#include <vector>

#include <QTest>

#include "core/base/error.h"
#include "core/nn/kept_weights.h"

using namespace roundoff;
using nn::KeptWeights;
using nn::WeightSnapshot;

namespace {

WeightSnapshot sample() {
    return {{{"layer1.weight", {2, 3}, {1, 2, 3, 4, 5, 6}}, {"layer1.bias", {2}, {7, 8}}}, false};
}

const std::vector<KeptWeights::Shape> kShapes{{2, 3}, {2}};

} // namespace

class TestKeptWeights : public QObject {
    Q_OBJECT

private slots:
    void noneIsNull() {
        const KeptWeights none;
        QVERIFY(none == nullptr && none.empty() && none.load() == nullptr && none.shapes().empty());
        QVERIFY(KeptWeights(std::shared_ptr<const WeightSnapshot>()) == nullptr);
    }

    void heldWeightsAreTheVeryOnes() {
        const auto weights = std::make_shared<const WeightSnapshot>(sample());
        const KeptWeights kept(weights);
        QVERIFY(kept != nullptr);
        QCOMPARE(kept.load().get(), weights.get());
        QCOMPARE(kept.shapes(), kShapes);
        QCOMPARE(kept.parameterCount(), std::size_t{8});
    }

    void readsOnlyWhenAskedAndOnceWhileHeld() {
        int reads = 0;
        const KeptWeights kept(kShapes, [&reads] {
            ++reads;
            return sample();
        });
        const KeptWeights copy = kept;
        QCOMPARE(kept.parameterCount(), std::size_t{8});
        QCOMPARE(reads, 0);
        auto first = kept.load();
        const auto second = copy.load();
        QCOMPARE(reads, 1);
        QCOMPARE(first.get(), second.get());
        QVERIFY(*first == sample());
    }

    void readsAgainOnceNobodyHoldsThem() {
        int reads = 0;
        const KeptWeights kept(kShapes, [&reads] {
            ++reads;
            return sample();
        });
        std::weak_ptr<const WeightSnapshot> gone = kept.load();
        QVERIFY(gone.expired());
        QVERIFY(*kept.load() == sample());
        QCOMPARE(reads, 2);
    }

    void aFailureIsToldAndTriedAgain() {
        bool there = false;
        const KeptWeights kept(kShapes, [&there] {
            if (!there) {
                throw InputError("gone");
            }
            return sample();
        });
        QVERIFY_THROWS_EXCEPTION(InputError, static_cast<void>(kept.load()));
        there = true;
        QVERIFY(*kept.load() == sample());
    }

    void threadsShareOneReading() {
        int reads = 0; // Readers are called one at a time.
        const KeptWeights kept(kShapes, [&reads] {
            ++reads;
            return sample();
        });
        const auto held = kept.load();
        std::vector<std::thread> threads;
        std::vector<const WeightSnapshot*> seen(4);
        for (auto& place : seen) {
            threads.emplace_back([&kept, &place] { place = kept.load().get(); });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(reads, 1);
        QCOMPARE(seen, std::vector<const WeightSnapshot*>(4, held.get()));
    }
};

QTEST_APPLESS_MAIN(TestKeptWeights)
#include "tst_kept_weights.moc"
