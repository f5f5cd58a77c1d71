// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <barrier>
#include <filesystem>
#include <thread>
#include <vector>

#include <QTest>

#include "core/data/dataset_cache.h"
#include "tests/data/small_dataset.h"

using namespace roundoff::test;
using roundoff::data::Dataset;
using roundoff::data::DatasetCache;
using roundoff::data::Verify;

class TestDatasetCache : public QObject {
    Q_OBJECT

private slots:
    void init();
    void loadsOnce();
    void oneFolderWrittenTwoWays();
    void foldersAreSeparate();
    void verifyingIsSeparate();
    void threadsShare();
    void changedFilesAreReadAgain();
    void failureIsNotRemembered();
    void clearKeepsWhatIsInUse();

private:
    std::shared_ptr<const Dataset> get(DatasetCache& cache, const QString& folder = "own") {
        return cache.get("mnist", pathIn(*directory_, folder), Verify::RecordOnly);
    }

    std::unique_ptr<QTemporaryDir> directory_;
};

void TestDatasetCache::init() {
    directory_ = std::make_unique<QTemporaryDir>();
    writeFiles(*directory_, "own", smallDataset());
}

void TestDatasetCache::loadsOnce() {
    DatasetCache cache;
    const auto first = get(cache);
    QCOMPARE(first->training.size(), std::size_t{6});
    QCOMPARE(get(cache), first);
}

void TestDatasetCache::oneFolderWrittenTwoWays() {
    DatasetCache cache;
    QCOMPARE(get(cache, "own/../own/."), get(cache));
    std::error_code error;
    std::filesystem::create_directory_symlink(pathIn(*directory_, "own"), pathIn(*directory_, "link"), error);
    if (!error) { // Windows lets only some users make symbolic links
        QCOMPARE(get(cache, "link"), get(cache));
    }
}

void TestDatasetCache::foldersAreSeparate() {
    DatasetCache cache;
    auto files = smallDataset();
    files.at("t10k-labels-idx1-ubyte") = idxHeader({2}) + QByteArray::fromHex("0102");
    writeFiles(*directory_, "other", files);
    QCOMPARE(int{get(cache, "own")->test.labels[0]}, 9);
    QCOMPARE(int{get(cache, "other")->test.labels[0]}, 1);
}

/// What was loaded without looking at digests must not pass for a data set whose digests are right.
void TestDatasetCache::verifyingIsSeparate() {
    DatasetCache cache;
    (void)get(cache);
    const QString error = inputErrorOf([&] { (void)cache.get("mnist", pathIn(*directory_, "own"), Verify::Digests); });
    QVERIFY2(error.contains("SHA-256"), qPrintable(error));
}

void TestDatasetCache::threadsShare() {
    DatasetCache cache;
    std::array<std::shared_ptr<const Dataset>, 8> seen;
    std::barrier start(static_cast<std::ptrdiff_t>(seen.size()));
    std::vector<std::jthread> threads;
    for (std::shared_ptr<const Dataset>& mine : seen) {
        threads.emplace_back([&] {
            start.arrive_and_wait();
            mine = get(cache);
        });
    }
    threads.clear();
    QVERIFY(seen[0] != nullptr);
    for (const std::shared_ptr<const Dataset>& dataset : seen) {
        QCOMPARE(dataset, seen[0]);
    }
}

void TestDatasetCache::changedFilesAreReadAgain() {
    DatasetCache cache;
    const auto before = get(cache);
    const auto path = writeFile(*directory_, "own/t10k-labels-idx1-ubyte", idxHeader({2}) + QByteArray(2, '\4'));
    // The clock of a file system may be too coarse to tell two writes of a test apart.
    std::filesystem::last_write_time(path, std::filesystem::last_write_time(path) + std::chrono::seconds(2));
    const auto after = get(cache);
    QCOMPARE(int{before->test.labels[0]}, 9);
    QCOMPARE(int{after->test.labels[0]}, 4);
}

void TestDatasetCache::failureIsNotRemembered() {
    DatasetCache cache;
    QVERIFY(QFile::remove(directory_->filePath("own/t10k-labels-idx1-ubyte")));
    QVERIFY(!inputErrorOf([&] { (void)get(cache); }).isEmpty());
    writeFiles(*directory_, "own", smallDataset());
    QCOMPARE(get(cache)->test.size(), std::size_t{2});
}

void TestDatasetCache::clearKeepsWhatIsInUse() {
    DatasetCache cache;
    const auto held = get(cache);
    cache.clear();
    QVERIFY(get(cache) != held);
    QCOMPARE(held->training.size(), std::size_t{6});
}

QTEST_APPLESS_MAIN(TestDatasetCache)
#include "tst_dataset_cache.moc"
