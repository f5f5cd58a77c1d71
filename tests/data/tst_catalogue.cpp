// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

#include <QTest>

#include "core/base/sha256.h"
#include "core/data/catalogue.h"
#include "tests/data/small_dataset.h"

using namespace roundoff::test;
using roundoff::Sha256;
using roundoff::data::catalogue;
using roundoff::data::catalogueEntry;
using roundoff::data::Dataset;
using roundoff::data::datasetNames;
using roundoff::data::findDataset;
using roundoff::data::loadDataset;
using roundoff::data::Verify;

namespace {

const std::filesystem::path kMnist = std::filesystem::path(ROUNDOFF_RESOURCE_DIR) / "datasets" / "mnist";

std::array<int, 10> histogram(const std::vector<std::uint8_t>& labels) {
    std::array<int, 10> counts{};
    for (const std::uint8_t label : labels) {
        ++counts.at(label);
    }
    return counts;
}

} // namespace

class TestCatalogue : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void namesAndEntries();
    void unknownName();
    void mnistHasItsPublishedDigests();
    void mnistHasItsPublishedCounts();
    void mnistNormalisation();
    void acceptsEverySpelling_data();
    void acceptsEverySpelling();
    void prefersGzip();
    void ownFolder();
    void mnistInAnOwnFolderIsRecognised();
    void refusesOtherContentWhenVerifying_data();
    void refusesOtherContentWhenVerifying();
    void refuses_data();
    void refuses();
    void refusesMissingFile_data();
    void refusesMissingFile();
    void refusesMissingFolder();
    void findsTheFirstCompleteFolder();

private:
    std::shared_ptr<const Dataset> mnist_;
};

void TestCatalogue::initTestCase() {
    mnist_ = loadDataset("mnist", kMnist);
}

void TestCatalogue::namesAndEntries() {
    QVERIFY(datasetNames() == std::vector<std::string>{"mnist"});
    QCOMPARE(catalogue().size(), std::size_t{1});
    QVERIFY(catalogueEntry("mnist").title == "MNIST");
    QCOMPARE(mnist_->name, "mnist");
    QCOMPARE(mnist_->title, "MNIST");
    QCOMPARE(mnist_->classes, 10);
    QCOMPARE(mnist_->licence, "CC-BY-SA-3.0");
    QVERIFY(mnist_->attribution.find("LeCun") != std::string::npos);
}

void TestCatalogue::unknownName() {
    const QString says = "there is no data set named \"mn?ist\"; choose one of: mnist";
    QCOMPARE(inputErrorOf([] { (void)catalogueEntry("mn\nist"); }), says);
    QCOMPARE(inputErrorOf([] { (void)loadDataset("mn\nist", kMnist); }), says);
    QCOMPARE(inputErrorOf([] { (void)findDataset("mn\nist", {}); }), says);
}

/// As the dataset's mirrors publish them for the uncompressed files, storage.googleapis.com/cvdf-datasets/mnist among
/// them.
void TestCatalogue::mnistHasItsPublishedDigests() {
    const std::map<std::string, std::string> published{
        {"train-images-idx3-ubyte", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"},
        {"train-labels-idx1-ubyte", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"},
        {"t10k-images-idx3-ubyte", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"},
        {"t10k-labels-idx1-ubyte", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"},
    };
    QVERIFY(mnist_->digests == published);
}

/// The numbers of the digits are in the literature on MNIST; the first labels are in the description of its files.
void TestCatalogue::mnistHasItsPublishedCounts() {
    for (const auto& [set, count] : {std::pair(&mnist_->training, 60'000U), std::pair(&mnist_->test, 10'000U)}) {
        QCOMPARE(set->size(), std::size_t{count});
        QCOMPARE(set->rows, 28U);
        QCOMPARE(set->columns, 28U);
        QCOMPARE(set->features(), std::size_t{784});
        QCOMPARE(set->pixels.size(), std::size_t{count} * 784);
        QCOMPARE(set->image(count - 1).size(), std::size_t{784});
        QVERIFY(set->image(count - 1).data() == set->pixels.data() + (count - 1) * std::size_t{784});
    }
    QCOMPARE(int{mnist_->training.labels[0]}, 5);
    QCOMPARE(int{mnist_->test.labels[0]}, 7);
    QVERIFY(histogram(mnist_->training.labels) ==
            (std::array{5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949}));
    QVERIFY(histogram(mnist_->test.labels) == (std::array{980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009}));
}

/// The mean and deviation that everybody uses are those of the training pixels, to four decimals.
void TestCatalogue::mnistNormalisation() {
    double sum = 0.0;
    double sumOfSquares = 0.0;
    for (const std::uint8_t pixel : mnist_->training.pixels) {
        const double value = pixel;
        sum += value; // whole numbers below 2^53: exact
        sumOfSquares += value * value;
    }
    const auto count = static_cast<double>(mnist_->training.pixels.size());
    const double mean = sum / count;
    const double deviation = std::sqrt(sumOfSquares / count - mean * mean);
    QCOMPARE(std::round(mean / 255.0 * 1e4) / 1e4, mnist_->mean);
    QCOMPARE(std::round(deviation / 255.0 * 1e4) / 1e4, mnist_->deviation);
}

void TestCatalogue::acceptsEverySpelling_data() {
    QTest::addColumn<bool>("dotted");
    QTest::addColumn<bool>("packed");
    QTest::newRow("train-images-idx3-ubyte") << false << false;
    QTest::newRow("train-images.idx3-ubyte") << true << false;
    QTest::newRow("train-images-idx3-ubyte.gz") << false << true;
    QTest::newRow("train-images.idx3-ubyte.gz") << true << true;
}

void TestCatalogue::acceptsEverySpelling() {
    QFETCH(const bool, dotted);
    QFETCH(const bool, packed);
    const QTemporaryDir directory;
    for (const auto& [name, content] : smallDataset()) {
        const QString spelled = dotted ? QString(name).replace("-idx", ".idx") : name;
        writeFile(directory, packed ? spelled + ".gz" : spelled, packed ? gzipped(content) : content);
    }
    const auto dataset = loadDataset("mnist", pathIn(directory), Verify::RecordOnly);
    QCOMPARE(dataset->training.size(), std::size_t{6});
    QCOMPARE(dataset->test.size(), std::size_t{2});
    QCOMPARE(int{dataset->training.image(1)[0]}, 7 * 6);
    QCOMPARE(int{dataset->test.labels[1]}, 8);
}

void TestCatalogue::prefersGzip() {
    const QTemporaryDir directory;
    auto files = smallDataset();
    writeFiles(directory, ".", files);
    writeFile(directory, "t10k-labels-idx1-ubyte.gz", gzipped(idxHeader({2}) + QByteArray::fromHex("0304")));
    const auto dataset = loadDataset("mnist", pathIn(directory), Verify::RecordOnly);
    QVERIFY(dataset->test.labels == (std::vector<std::uint8_t>{3, 4}));
}

void TestCatalogue::ownFolder() {
    const QTemporaryDir directory;
    writeFiles(directory, "fashion", smallDataset());
    const auto dataset = loadDataset("mnist", pathIn(directory, "fashion/"), Verify::RecordOnly);
    QCOMPARE(dataset->name, "mnist");
    QCOMPARE(dataset->title, "fashion");
    QCOMPARE(dataset->attribution, "");
    QCOMPARE(dataset->licence, "");
    QCOMPARE(dataset->training.rows, 2U);
    QCOMPARE(dataset->training.columns, 3U);
    QCOMPARE(dataset->digests.size(), std::size_t{4});
    for (const auto& [name, content] : smallDataset()) {
        QCOMPARE(dataset->digests.at(name.toStdString()), Sha256::of(bytesOf(content)));
    }
}

void TestCatalogue::mnistInAnOwnFolderIsRecognised() {
    const auto dataset = loadDataset("mnist", kMnist, Verify::RecordOnly);
    QCOMPARE(dataset->title, "MNIST");
    QCOMPARE(dataset->licence, "CC-BY-SA-3.0");
    QVERIFY(dataset->digests == mnist_->digests);
}

void TestCatalogue::refusesOtherContentWhenVerifying_data() {
    QTest::addColumn<QByteArray>("trainingLabels");
    QTest::addColumn<QString>("says");
    const QString remedy = "; install Roundoff again, or give the folder as dataset.directory";
    QTest::newRow("other labels") << idxHeader({60'000}) + QByteArray(60'000, '\1') << remedy;
    QTest::newRow("fewer labels") << idxHeader({6}) + QByteArray(6, '\1') << remedy;
    QTest::newRow("more labels") << idxHeader({60'001}) + QByteArray(60'001, '\1') << "more than the 60000 that";
}

void TestCatalogue::refusesOtherContentWhenVerifying() {
    QFETCH(const QByteArray, trainingLabels);
    QFETCH(const QString, says);
    const QTemporaryDir directory;
    for (const auto& [name, content] : smallDataset()) {
        const QString packed = name + ".gz";
        if (name == "train-labels-idx1-ubyte") {
            writeFile(directory, packed, gzipped(trainingLabels));
        } else {
            QVERIFY(QFile::copy(QString::fromStdString((kMnist / packed.toStdString()).string()),
                                directory.filePath(packed)));
        }
    }
    const QString error = inputErrorOf([&] { (void)loadDataset("mnist", pathIn(directory)); });
    QVERIFY2(error.startsWith(directory.filePath("train-labels-idx1-ubyte.gz") + ": "), qPrintable(error));
    QVERIFY2(error.contains(says), qPrintable(error));
}

void TestCatalogue::refuses_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("says");
    QTest::newRow("a label missing") << "train-labels-idx1-ubyte" << idxHeader({5}) + QByteArray(5, '\0')
                                     << "train-images-idx3-ubyte: has 6 images, but ";
    QTest::newRow("an image missing") << "t10k-images-idx3-ubyte" << idxHeader({1, 2, 3}) + QByteArray(6, '\0')
                                      << "t10k-images-idx3-ubyte: has 1 images, but ";
    QTest::newRow("label out of range")
        << "train-labels-idx1-ubyte" << idxHeader({6}) + QByteArray::fromHex("0001020a0409")
        << "train-labels-idx1-ubyte: label 3 (counted from 0) is 10; labels have to be 0 to 9";
    QTest::newRow("test label out of range")
        << "t10k-labels-idx1-ubyte" << idxHeader({2}) + QByteArray::fromHex("00ff")
        << "t10k-labels-idx1-ubyte: label 1 (counted from 0) is 255; labels have to be 0 to 9";
    QTest::newRow("other shape") << "t10k-images-idx3-ubyte" << idxHeader({2, 3, 2}) + QByteArray(12, '\0')
                                 << "t10k-images-idx3-ubyte: has images of 3 x 2 pixels, but those to train on have "
                                    "2 x 3";
    QTest::newRow("labels for images") << "train-images-idx3-ubyte" << idxHeader({6}) + QByteArray(6, '\0')
                                       << "train-images-idx3-ubyte: has 1 dimensions where 3 are needed";
    QTest::newRow("images for labels") << "t10k-labels-idx1-ubyte" << idxHeader({2, 1, 1}) + QByteArray(2, '\0')
                                       << "t10k-labels-idx1-ubyte: has 3 dimensions where 1 is needed";
    QTest::newRow("damaged") << "train-images-idx3-ubyte" << QByteArray("<html>")
                             << "train-images-idx3-ubyte: not an IDX file";
}

void TestCatalogue::refuses() {
    QFETCH(const QString, file);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, says);
    const QTemporaryDir directory;
    auto files = smallDataset();
    files.at(file) = content;
    writeFiles(directory, ".", files);
    const QString error = inputErrorOf([&] { (void)loadDataset("mnist", pathIn(directory), Verify::RecordOnly); });
    QVERIFY2(error.startsWith(directory.filePath(says)), qPrintable(error));
}

void TestCatalogue::refusesMissingFile_data() {
    QTest::addColumn<QString>("file");
    for (const auto& [name, content] : smallDataset()) {
        QTest::newRow(qPrintable(name)) << name;
    }
}

void TestCatalogue::refusesMissingFile() {
    QFETCH(const QString, file);
    const QTemporaryDir directory;
    auto files = smallDataset();
    files.erase(file);
    writeFiles(directory, ".", files);
    const QString error = inputErrorOf([&] { (void)loadDataset("mnist", pathIn(directory), Verify::RecordOnly); });
    QVERIFY2(error.startsWith(directory.filePath(file) + ": there is no such file"), qPrintable(error));
}

void TestCatalogue::refusesMissingFolder() {
    const QTemporaryDir directory;
    const QString error = inputErrorOf([&] { (void)loadDataset("mnist", pathIn(directory, "missing")); });
    QVERIFY2(error.startsWith(directory.filePath("missing") + ": there is no such folder"), qPrintable(error));
}

void TestCatalogue::findsTheFirstCompleteFolder() {
    const QTemporaryDir directory;
    auto files = smallDataset();
    writeFiles(directory, "second/datasets/mnist", files);
    writeFiles(directory, "third/datasets/mnist", files);
    files.erase("t10k-labels-idx1-ubyte");
    writeFiles(directory, "first/datasets/mnist", files);

    const auto base = pathIn(directory);
    QVERIFY(findDataset("mnist", {base / "missing", base / "first", base / "second", base / "third"}) ==
            base / "second" / "datasets" / "mnist");

    const QString error = inputErrorOf([&] { (void)findDataset("mnist", {base / "missing", base / "first"}); });
    QVERIFY2(error.contains(directory.filePath("missing/datasets/mnist")), qPrintable(error));
    QVERIFY2(error.contains(directory.filePath("first/datasets/mnist")), qPrintable(error));
    QVERIFY2(error.contains("ROUNDOFF_DATA_DIR"), qPrintable(error));
}

QTEST_APPLESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
