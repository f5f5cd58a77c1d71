// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <map>
#include <numeric>

#include <QTest>

#include "core/data/catalogue.h"
#include "core/data/folds.h"
#include "core/experiment/batches.h"
#include "core/experiment/run_execution.h"
#include "tests/experiment/synthetic_inputs.h"

using namespace roundoff::experiment;
using roundoff::test::quadrantImages;

using Indices = std::vector<std::uint32_t>;

namespace {

Indices ascending(std::size_t count) {
    Indices indices(count);
    std::iota(indices.begin(), indices.end(), 0U);
    return indices;
}

Indices shuffled(std::size_t count, std::uint64_t seed, std::uint32_t epoch) {
    Indices indices = ascending(count);
    shuffle(indices, seed, epoch);
    return indices;
}

} // namespace

class TestBatches : public QObject {
    Q_OBJECT

private slots:
    void knownShuffles_data();
    void knownShuffles();
    void isAPermutation_data();
    void isAPermutation();
    void dependsOnSeedAndEpoch();
    void everyPermutationIsAsLikely_data();
    void everyPermutationIsAsLikely();
    void normalises_data();
    void normalises();
    void firstImageOfMnist();
    void splitsLikeTheFolds();
    void splitWithoutFolds();
    void countsAreThoseOfTheSplit_data();
    void countsAreThoseOfTheSplit();
    void stepsPerEpochByHand_data();
    void stepsPerEpochByHand();
};

/// Computed by a separate program in Python, in whole numbers of any size: Philox4x32-10 (checked with the known answer
/// of its authors' Random123, 6627e8d5 e169c58d bc57ac4c 9b00dbd8 for counter and key 0), the layout of
/// format::RandomStream, and Fisher and Yates' shuffle (Knuth: The Art of Computer Programming 2, algorithm 3.4.2P)
/// that exchanges i - 1 with floor(r i / 2^64), r the i-th 64-bit number.
void TestBatches::knownShuffles_data() {
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<unsigned>("epoch");
    QTest::addColumn<Indices>("expected");
    QTest::newRow("seed 1, epoch 1") << quint64{1} << 1U << Indices{7, 9, 2, 6, 1, 4, 3, 0, 11, 8, 10, 5};
    QTest::newRow("seed 1, epoch 2") << quint64{1} << 2U << Indices{9, 10, 3, 1, 5, 4, 0, 6, 2, 7, 8, 11};
    QTest::newRow("seed 2, epoch 1") << quint64{2} << 1U << Indices{2, 10, 9, 6, 5, 3, 7, 4, 11, 0, 8, 1};
    QTest::newRow("64-bit seed") << quint64{0x123456789ABCDEF0} << 7U << Indices{10, 9, 5, 4, 11, 2, 1, 6, 8, 3, 7, 0};
}

void TestBatches::knownShuffles() {
    QFETCH(const quint64, seed);
    QFETCH(const unsigned, epoch);
    QFETCH(const Indices, expected);
    QCOMPARE(shuffled(12, seed, epoch), expected);
}

void TestBatches::isAPermutation_data() {
    QTest::addColumn<std::size_t>("count");
    for (const std::size_t count :
         {std::size_t{0}, std::size_t{1}, std::size_t{2}, std::size_t{999}, std::size_t{60'000}}) {
        QTest::addRow("%zu", count) << count;
    }
}

void TestBatches::isAPermutation() {
    QFETCH(const std::size_t, count);
    Indices indices = shuffled(count, 1, 1);
    QCOMPARE(indices != ascending(count), count > 2); // These seeds leave two where they are.
    std::sort(indices.begin(), indices.end());
    QCOMPARE(indices, ascending(count));
}

void TestBatches::dependsOnSeedAndEpoch() {
    const Indices one = shuffled(100, 1, 1);
    QCOMPARE(shuffled(100, 1, 1), one);
    QVERIFY(shuffled(100, 1, 2) != one);
    QVERIFY(shuffled(100, 2, 1) != one);
    QVERIFY(shuffled(100, 1 + (std::uint64_t{1} << 32U), 1) != one);
}

void TestBatches::everyPermutationIsAsLikely_data() {
    QTest::addColumn<bool>("bySeed");
    QTest::newRow("over epochs") << false;
    QTest::newRow("over seeds") << true;
}

/// Pearson's chi-squared of the 24 permutations of 4, each expected 1,000 times; its 99.9 % point for 23 degrees of
/// freedom is 49.73 (SciPy 1.10.1: stats.chi2.ppf(0.999, 23)).
void TestBatches::everyPermutationIsAsLikely() {
    QFETCH(const bool, bySeed);
    constexpr double kExpected = 1'000.0;
    std::map<Indices, int> counts;
    for (std::uint32_t i = 1; i <= 24'000; ++i) {
        ++counts[bySeed ? shuffled(4, i, 1) : shuffled(4, 1, i)];
    }
    QCOMPARE(counts.size(), std::size_t{24});
    double chiSquared = 0.0;
    for (const auto& [permutation, count] : counts) {
        chiSquared += (count - kExpected) * (count - kExpected) / kExpected;
    }
    QVERIFY2(chiSquared < 49.73, qPrintable(QString::number(chiSquared)));
}

/// (p / 255 - 0.1307) / 0.3081 and p / 255 in exact fractions, rounded once.
void TestBatches::normalises_data() {
    QTest::addColumn<int>("pixel");
    QTest::addColumn<double>("standard");
    QTest::addColumn<double>("unit");
    QTest::newRow("background") << 0 << -0.42421291788380394 << 0.0;
    QTest::newRow("3") << 3 << -0.3860282184928499 << 0.011764705882352941;
    QTest::newRow("128") << 128 << 1.2050009227969019 << 0.50196078431372548;
    QTest::newRow("full ink") << 255 << 2.82148653034729 << 1.0;
}

void TestBatches::normalises() {
    QFETCH(const int, pixel);
    QFETCH(const double, standard);
    QFETCH(const double, unit);
    roundoff::data::Dataset dataset;
    dataset.mean = 0.1307;
    dataset.deviation = 0.3081;
    const auto index = static_cast<std::size_t>(pixel);
    QVERIFY(std::abs(makeExamples(dataset, dataset.training, Normalisation::Standard).table[index] - standard) < 1e-15);
    QVERIFY(std::abs(makeExamples(dataset, dataset.training, Normalisation::Unit).table[index] - unit) < 1e-16);
}

/// The first image of MNIST's training set is a 5. The first row with ink is the sixth: from column 13 on 3, 18, 18,
/// 18, 126, ... (read from the file with od).
void TestBatches::firstImageOfMnist() {
    const auto mnist = roundoff::data::loadDataset("mnist", ROUNDOFF_RESOURCE_DIR "/datasets/mnist");
    const auto examples = makeExamples(*mnist, mnist->training, Normalisation::Standard);
    QCOMPARE(examples.count(), std::size_t{60'000});
    QCOMPARE(examples.features, std::size_t{784});
    QCOMPARE(int{examples.labels[0]}, 5);
    const auto input = [&](std::size_t row, std::size_t column) {
        return examples.table[examples.image(0)[28 * row + column]];
    };
    QVERIFY(std::abs(input(5, 11) - -0.42421291788380394) < 1e-15);
    QVERIFY(std::abs(input(5, 12) - -0.3860282184928499) < 1e-15);
    QVERIFY(std::abs(input(5, 13) - -0.1951047215380797) < 1e-15);
    QVERIFY(std::abs(input(5, 16) - 1.1795444565362658) < 1e-15);
    QVERIFY(std::abs(input(5, 21) - 2.82148653034729) < 1e-15);
}

void TestBatches::splitsLikeTheFolds() {
    const auto images = quadrantImages(97, 3);
    RunSpec run;
    run.fold = {2, 5};
    run.dataset.trainLimit = 50;
    run.training.seed = 9;
    const Split split = splitTrainingSet(run, images);
    const auto expected = roundoff::data::stratifiedFold(std::span(images.labels).first(50), 5, 2, 9);
    QCOMPARE(split.training, expected.training);
    QCOMPARE(split.validation, expected.validation);
}

void TestBatches::splitWithoutFolds() {
    RunSpec run;
    run.dataset.trainLimit = 7;
    const Split split = splitTrainingSet(run, quadrantImages(10, 3));
    QCOMPARE(split.training, ascending(7));
    QVERIFY(split.validation.empty());
}

void TestBatches::countsAreThoseOfTheSplit_data() {
    QTest::addColumn<std::size_t>("images");
    QTest::addColumn<int>("limit"); // 0: none
    QTest::addColumn<int>("folds");
    QTest::newRow("all") << std::size_t{97} << 0 << 0;
    QTest::newRow("limited") << std::size_t{97} << 30 << 0;
    QTest::newRow("limit above what is there") << std::size_t{97} << 300 << 0;
    QTest::newRow("even folds") << std::size_t{100} << 0 << 5;
    QTest::newRow("uneven folds") << std::size_t{97} << 0 << 5;
    QTest::newRow("limited folds") << std::size_t{97} << 33 << 4;
    QTest::newRow("leave one out") << std::size_t{11} << 0 << 11;
}

void TestBatches::countsAreThoseOfTheSplit() {
    QFETCH(const std::size_t, images);
    QFETCH(const int, limit);
    QFETCH(const int, folds);
    const auto set = quadrantImages(images, 3);
    RunSpec run;
    if (limit > 0) {
        run.dataset.trainLimit = limit;
    }
    for (int fold = 0; fold < std::max(folds, 1); ++fold) {
        run.fold = {fold, folds};
        const Split split = splitTrainingSet(run, set);
        const ImageCounts counts = imagesPerEpoch(run, images);
        QCOMPARE(counts.training, split.training.size());
        QCOMPARE(counts.validation, split.validation.size());
    }
}

void TestBatches::stepsPerEpochByHand_data() {
    QTest::addColumn<int>("batchSize");
    QTest::addColumn<int>("folds");
    QTest::addColumn<std::size_t>("steps");
    QTest::newRow("last batch is shorter") << 64 << 0 << std::size_t{938}; // 937.5
    QTest::newRow("batches come out even") << 60 << 0 << std::size_t{1'000};
    QTest::newRow("one batch") << 65'536 << 0 << std::size_t{1};
    QTest::newRow("five folds") << 64 << 5 << std::size_t{750}; // 48,000 images
}

void TestBatches::stepsPerEpochByHand() {
    QFETCH(const int, batchSize);
    QFETCH(const int, folds);
    QFETCH(const std::size_t, steps);
    RunSpec run;
    run.training.batchSize = batchSize;
    run.fold = {0, folds};
    QCOMPARE(stepsPerEpoch(run, 60'000), steps);
}

QTEST_APPLESS_MAIN(TestBatches)
#include "tst_batches.moc"
