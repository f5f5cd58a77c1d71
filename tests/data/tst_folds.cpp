// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <numeric>
#include <random>
#include <vector>

#include <QTest>

#include "core/base/error.h"
#include "core/data/folds.h"

using roundoff::InputError;
using roundoff::data::FoldIndices;
using roundoff::data::limitedIndices;
using roundoff::data::stratifiedFold;

using Indices = std::vector<std::uint32_t>;
using Labels = std::vector<std::uint8_t>;

namespace {

std::array<int, 256> classCounts(const Labels& labels, const Indices& indices) {
    std::array<int, 256> counts{};
    for (const std::uint32_t index : indices) {
        ++counts.at(labels.at(index));
    }
    return counts;
}

Labels randomLabels(std::size_t count, unsigned classes) {
    std::mt19937 generator(3);
    Labels labels(count);
    for (std::uint8_t& label : labels) {
        // The smaller of two draws: low classes are more frequent.
        label = static_cast<std::uint8_t>(std::min(generator() % classes, generator() % classes));
    }
    return labels;
}

} // namespace

class TestFolds : public QObject {
    Q_OBJECT

private slots:
    void foldsPartitionTheSamples_data();
    void foldsPartitionTheSamples();
    void knownFolds_data();
    void knownFolds();
    void seedsDiffer();
    void refuses_data();
    void refuses();
    void limits_data();
    void limits();
    void limitOfZero();
};

void TestFolds::foldsPartitionTheSamples_data() {
    QTest::addColumn<Labels>("labels");
    QTest::addColumn<int>("folds");
    QTest::newRow("ten classes, five folds") << randomLabels(1'003, 10) << 5;
    QTest::newRow("two folds") << randomLabels(101, 3) << 2;
    QTest::newRow("one class") << Labels(17, 4) << 5;
    QTest::newRow("classes smaller than the folds") << Labels{0, 1, 2, 3, 0, 1, 2, 9, 9} << 6;
    QTest::newRow("leave one out") << randomLabels(12, 3) << 12;
    QTest::newRow("every label") << randomLabels(3'000, 256) << 7;
}

void TestFolds::foldsPartitionTheSamples() {
    QFETCH(const Labels, labels);
    QFETCH(const int, folds);
    Indices all(labels.size());
    std::iota(all.begin(), all.end(), 0U);

    Indices validated;
    std::vector<std::size_t> sizes;
    std::array<int, 256> fewest{};
    std::array<int, 256> most{};
    fewest.fill(static_cast<int>(labels.size()));
    for (int fold = 0; fold < folds; ++fold) {
        const FoldIndices indices = stratifiedFold(labels, folds, fold, 42);
        QVERIFY(std::ranges::is_sorted(indices.training));
        QVERIFY(std::ranges::is_sorted(indices.validation));
        Indices both;
        std::ranges::merge(indices.training, indices.validation, std::back_inserter(both));
        QVERIFY(both == all);

        validated.insert(validated.end(), indices.validation.begin(), indices.validation.end());
        sizes.push_back(indices.validation.size());
        const std::array<int, 256> counts = classCounts(labels, indices.validation);
        for (std::size_t label = 0; label < counts.size(); ++label) {
            fewest.at(label) = std::min(fewest.at(label), counts.at(label));
            most.at(label) = std::max(most.at(label), counts.at(label));
        }
    }
    std::ranges::sort(validated);
    QVERIFY(validated == all);
    QVERIFY(std::ranges::max(sizes) - std::ranges::min(sizes) <= 1);
    for (std::size_t label = 0; label < fewest.size(); ++label) {
        QVERIFY2(most.at(label) - fewest.at(label) <= 1, qPrintable(QString("class %1").arg(label)));
    }
}

/// Computed by a separate program in Python, from the definition of Philox4x32-10 (checked with the known answer of
/// its authors' Random123: 6627e8d5 e169c58d bc57ac4c 9b00dbd8 for counter and key 0), the layout of
/// format::RandomStream and the rule of stratifiedFold(), for 14 samples with the labels 0 1 2 0 1 2 ...
void TestFolds::knownFolds_data() {
    QTest::addColumn<quint64>("seed");
    QTest::addColumn<int>("fold");
    QTest::addColumn<Indices>("validation");
    QTest::newRow("seed 1, fold 0") << quint64{1} << 0 << Indices{3, 5, 9, 10};
    QTest::newRow("seed 1, fold 1") << quint64{1} << 1 << Indices{4, 6, 7, 8};
    QTest::newRow("seed 1, fold 2") << quint64{1} << 2 << Indices{2, 12, 13};
    QTest::newRow("seed 1, fold 3") << quint64{1} << 3 << Indices{0, 1, 11};
    const quint64 wide = 0x123456789ABCDEF0;
    QTest::newRow("64-bit seed, fold 0") << wide << 0 << Indices{1, 2, 6, 12};
    QTest::newRow("64-bit seed, fold 1") << wide << 1 << Indices{3, 7, 10, 11};
    QTest::newRow("64-bit seed, fold 2") << wide << 2 << Indices{4, 5, 9};
    QTest::newRow("64-bit seed, fold 3") << wide << 3 << Indices{0, 8, 13};
}

void TestFolds::knownFolds() {
    QFETCH(const quint64, seed);
    QFETCH(const int, fold);
    QFETCH(const Indices, validation);
    const Labels labels{0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1, 2, 0, 1};
    QVERIFY(stratifiedFold(labels, 4, fold, seed).validation == validation);
}

void TestFolds::seedsDiffer() {
    const Labels labels = randomLabels(200, 10);
    const FoldIndices one = stratifiedFold(labels, 5, 0, 1);
    QVERIFY(stratifiedFold(labels, 5, 0, 1) == one);
    QVERIFY(stratifiedFold(labels, 5, 0, 2).validation != one.validation);
    QVERIFY(stratifiedFold(labels, 5, 0, std::uint64_t{1} << 32U | 1U).validation != one.validation);
}

void TestFolds::refuses_data() {
    QTest::addColumn<int>("samples");
    QTest::addColumn<int>("folds");
    QTest::addColumn<int>("fold");
    QTest::addColumn<QString>("says");
    QTest::newRow("one fold") << 10 << 1 << 0 << "repeats.folds is 1; cross-validation needs at least 2 folds";
    QTest::newRow("no fold") << 10 << 0 << 0 << "repeats.folds is 0; cross-validation needs at least 2 folds";
    QTest::newRow("fewer than none") << 10 << -3 << 0 << "repeats.folds is -3";
    QTest::newRow("fold below range") << 10 << 5 << -1 << "fold -1 does not exist; 5 folds are numbered 0 to 4";
    QTest::newRow("fold above range") << 10 << 5 << 5 << "fold 5 does not exist; 5 folds are numbered 0 to 4";
    QTest::newRow("too few samples") << 4 << 5 << 0 << "repeats.folds is 5, but there are only 4 training samples";
    QTest::newRow("no samples") << 0 << 2 << 0 << "there are only 0 training samples";
}

void TestFolds::refuses() {
    QFETCH(const int, samples);
    QFETCH(const int, folds);
    QFETCH(const int, fold);
    QFETCH(const QString, says);
    const Labels labels(static_cast<std::size_t>(samples));
    QString error;
    try {
        (void)stratifiedFold(labels, folds, fold, 1);
    } catch (const InputError& thrown) {
        error = thrown.what();
    }
    QVERIFY2(error.contains(says), qPrintable(error));
}

void TestFolds::limits_data() {
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("limit"); // -1 for none
    QTest::addColumn<Indices>("indices");
    QTest::newRow("no limit") << 4 << -1 << Indices{0, 1, 2, 3};
    QTest::newRow("fewer") << 4 << 2 << Indices{0, 1};
    QTest::newRow("as many") << 4 << 4 << Indices{0, 1, 2, 3};
    QTest::newRow("more than there are") << 4 << 100 << Indices{0, 1, 2, 3};
}

void TestFolds::limits() {
    QFETCH(const int, count);
    QFETCH(const int, limit);
    QFETCH(const Indices, indices);
    const auto optional = limit < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(limit));
    QVERIFY(limitedIndices(static_cast<std::size_t>(count), optional) == indices);
}

void TestFolds::limitOfZero() {
    QVERIFY_EXCEPTION_THROWN((void)limitedIndices(4, 0), InputError);
}

QTEST_APPLESS_MAIN(TestFolds)
#include "tst_folds.moc"
