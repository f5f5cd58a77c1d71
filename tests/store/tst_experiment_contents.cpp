// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include "core/base/error.h"
#include "core/store/files.h"
#include "tests/data/damage.h"
#include "tests/store/experiment_file_fixtures.h"
#include "tests/store/raw_database.h"

using namespace roundoff;
using namespace roundoff::experiment;
using roundoff::store::ExperimentFile;
using roundoff::test::execute;
using roundoff::test::FileFolder;
using roundoff::test::rawSql;
using roundoff::test::runInto;
using roundoff::test::smallExperimentWith;

namespace {

// Reads all that a window or a sweep would; what it found of the two runs, unless something is wrong.
std::string readAll(const std::filesystem::path& path, const Plan& plan) {
    try {
        const auto file = ExperimentFile::open(path);
        std::string found;
        for (const auto& run : file->before(plan)) {
            found += run.result != nullptr ? "result " : run.checkpoint != nullptr ? "checkpoint " : "nothing ";
        }
        for (const auto& result : file->results(plan)) {
            if (result != nullptr) {
                static_cast<void>(result->weights.load());
            }
        }
        return found;
    } catch (const InputError& error) {
        return error.what();
    }
}

} // namespace

/// Contents that this program never writes: a clear error, no crash, and not much time.
class TestExperimentContents : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void impossibleRows_data();
    void impossibleRows();
    void unreadableSpecifications_data();
    void unreadableSpecifications();

private:
    const FileFolder folder_{};
    Plan plan_;
};

/// One run that is done and one that was stopped after its first epoch.
void TestExperimentContents::initTestCase() {
    const auto spec = smallExperimentWith(
        R"({"vary":{"precision":["BF16","AMP-FP16"]},"training.telemetryStride":1,"optimiser.kind":"adam",
            "lossScaling.scale":1e9,"deployments":[{"format":"DEC2"},{"format":"INT8-SYM"}]})");
    plan_ = makePlan(spec);
    const auto file = ExperimentFile::create(folder_.file(), spec);
    runInto(file, {{plan_.runs[0]}});
    static_cast<void>(file->keepResult(plan_.runs[1], execute(plan_.runs[1], file.get(), 1, nullptr)));
    QCOMPARE(file->problem(), std::string());
}

void TestExperimentContents::impossibleRows_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char* name, const char* sql, const char* said) {
        QTest::newRow(name) << QByteArray(sql) << QByteArray(said);
    };
    row("as it was", "SELECT 1", "result checkpoint ");
    // Of another specification than its id says: as good as not there.
    row("specification of another run",
        "UPDATE runs SET specification=replace(specification, '\"seed\":1', '\"seed\":2')", "nothing nothing ");
    row("specification that is none", "UPDATE runs SET specification='{\"fold\":{}}'", "nothing nothing ");
    row("specification that is no JSON", "UPDATE runs SET specification='['", "nothing nothing ");
    row("specification of bytes", "UPDATE runs SET specification=x'00'", "specification holds bytes");
    row("ids exchanged", "UPDATE runs SET run='x' || run", "nothing nothing ");
    row("no plan", "DELETE FROM plan", "result checkpoint ");
    row("a plan of 300,000 rows",
        "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 301000) "
        "INSERT INTO plan SELECT i, 'r' || i, '', '', '{}' FROM n",
        "result checkpoint ");

    row("status that is none", "UPDATE runs SET status='<b>finished</b>'", "'<b>finished</b>' is no status of a run");
    row("status of a number", "UPDATE runs SET status=x'01'", "status holds bytes where a text belongs");
    row("done without its epochs", "DELETE FROM epochs WHERE epoch=2", "some of what came of it is missing");
    row("done without deployments", "DELETE FROM deployments WHERE position=1", "some of what came of it is missing");
    row("done without weights", "DELETE FROM weights", "some of what came of it is missing");
    row("seconds of text", "UPDATE runs SET train_seconds='long'", "train_seconds holds a text");
    row("other deployments", "UPDATE deployments SET json=replace(json, 'DEC2', 'DEC3')",
        "its deployments are not those of its specification");
    row("too many deployments",
        "INSERT INTO deployments SELECT run, 2, deployment, rounding, 0, 0, 0, 0, 0, 0, 0, 0, json FROM deployments "
        "WHERE position=0",
        "its deployments are not those of its specification");

    row("epochs from 2", "DELETE FROM epochs WHERE epoch=1", "its epochs are not 1, 2, 3, ...");
    row("too many epochs",
        "INSERT INTO epochs SELECT run, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 FROM epochs WHERE epoch=2",
        "its epochs are not 1, 2, 3, ... up to at most 2");
    row("negative skipped steps", "UPDATE epochs SET skipped_steps=-1", "skipped_steps is -1");
    row("loss of text", "UPDATE epochs SET train_loss='low'", "train_loss holds a text");

    row("step of epoch 0", "UPDATE steps SET epoch=0", "epoch is 0");
    row("step of a later epoch", "UPDATE steps SET epoch=2 WHERE step=3", "its steps are not in order");
    row("steps that overlap", "UPDATE steps SET merged=step WHERE step=5", "its steps are not in order");
    row("more than all steps", "UPDATE steps SET step=step+4294967290", "step is 42949672");
    row("40,000 steps",
        "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 41000) "
        "INSERT INTO steps SELECT runs.run, 2, i, 1, 0, 0, 0, 0, 0 FROM n, runs WHERE status='done'",
        "it has more steps than are kept of any");

    row("layer that is none", "UPDATE telemetry SET layer='layer0' WHERE layer='layer1'",
        "'layer0' is no layer of its run");
    row("layer beyond the last", "UPDATE layers SET layer='layer3' WHERE layer='layer1'",
        "'layer3' is no layer of its run");
    row("layer of many digits", "UPDATE layers SET layer='layer99999999999' WHERE layer='layer1'",
        "is no layer of its run");
    row("role that is none", "UPDATE telemetry SET role='hero' WHERE role='weights'", "'hero' is no role");
    row("look of another epoch", "UPDATE layers SET epoch=2 WHERE step=3", "step 3 contradicts itself");
    row("looks out of order", "UPDATE layers SET epoch=2 WHERE step=3; UPDATE telemetry SET epoch=2 WHERE step=3",
        "the looks inside are not in order");
    row("negative count", "UPDATE telemetry SET underflowed=-1", "underflowed is -1");
    row("exponent out of range", "UPDATE exponents SET exponent=exponent+1000", "which is not from -96 to 63");
    row("first infinity without a kind", "UPDATE first_nonfinite SET kind='odd'", "is of no kind");
    row("first infinity by nothing", "UPDATE first_nonfinite SET operation='magic'", "'magic' is no operation");

    row("blob cut", "UPDATE weights SET data=substr(data, 1, 8)", "has not as many values as its shape says");
    row("blob of text", "UPDATE weights SET data='text'", "has not as many values as its shape says");
    row("shape that lies", "UPDATE weights SET shape='[8,1000000]' WHERE tensor='layer1.weight'",
        "has not as many values as its shape says");
    row("shape of another network", "UPDATE weights SET shape='[4,72]' WHERE tensor='layer1.weight'",
        "the shape of layer1.weight is not that of its network");
    row("shape beyond all numbers", "UPDATE weights SET shape='[18446744073709551616,1]'", "a shape of its weights");
    row("shape of a thousand", "UPDATE weights SET shape='[1' || printf('%.*c', 2000, ',') || ']'",
        "a shape of its weights");
    row("shape that is no list", "UPDATE weights SET shape='{}'", "a shape of its weights");
    row("shape of a fraction", "UPDATE weights SET shape='[0.5,2]'", "a shape of its weights");
    row("tensor of another name", "UPDATE weights SET tensor='layer2.bias'", "are not those of its layers");
    row("tensor missing", "DELETE FROM weights WHERE tensor='layer2.bias'", "some of its weights are missing");
    row("type that is none", "UPDATE weights SET type='BF16'", "'BF16' is no type of numbers");
    row("other type", "UPDATE weights SET type='F64'", "its weights are of another type than its precision");
    row("other values", "UPDATE weights SET data=zeroblob(length(data))",
        "its weights are not those that its digest is of");

    row("checkpoint of another epoch", "UPDATE checkpoints SET epoch=2", "contradicts what it has measured");
    row("checkpoint of other steps", "UPDATE checkpoints SET steps=11", "contradicts what it has measured");
    row("stride that is none", "UPDATE checkpoints SET step_stride=3", "contradicts what it has measured");
    row("more open than a stride", "UPDATE checkpoints SET telemetry_open=1", "contradicts what it has measured");
    row("a flag of 2", "UPDATE checkpoints SET skip_told=2", "skip_told is 2");
    row("huge tensor", "UPDATE checkpoint_tensors SET rows=9999999, cols=9999999",
        "the tensors of its checkpoint are not those of its network");
    row("cut tensor", "UPDATE checkpoint_tensors SET data=substr(data, 2)",
        "the tensors of its checkpoint are not those of its network");
    row("part that is none", "UPDATE checkpoint_tensors SET part='third_moment'", "'third_moment' is no part");
    row("tensors out of order", "UPDATE checkpoint_tensors SET position=position+100",
        "the tensors of its checkpoint are not those of its network");
    row("parameter of another network", "UPDATE checkpoint_tensors SET parameter='x' || parameter",
        "the tensors of its checkpoint are not those of its network");
    row("parameter of another shape",
        "UPDATE checkpoint_tensors SET rows=rows*2, data=zeroblob(2*length(data)) WHERE parameter='layer2.weight'",
        "the tensors of its checkpoint are not those of its network");
}

void TestExperimentContents::impossibleRows() {
    QFETCH(const QByteArray, sql);
    QFETCH(const QByteArray, said);
    const FileFolder folder;
    std::filesystem::copy_file(folder_.file(), folder.file());
    rawSql(folder.file(), sql.toStdString());
    std::string found;
    const roundoff::test::Reading reading = roundoff::test::readingOf([&] { found = readAll(folder.file(), plan_); });
    QVERIFY2(found.find(said.toStdString()) != std::string::npos, found.c_str());
    QVERIFY(found.find('\n') == std::string::npos);
    QVERIFY2(reading.isQuick(), qPrintable(reading.text()));
}

void TestExperimentContents::unreadableSpecifications_data() {
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char* name, const char* sql, const char* said) {
        QTest::newRow(name) << QByteArray(sql) << QByteArray(said);
    };
    row("none", "DELETE FROM specification", "it has no specification");
    row("no JSON", "UPDATE specification SET json='{'", "no valid JSON");
    row("a field that is none", "UPDATE specification SET json='{\"epoch\":1}'", "epoch: there is no such field");
    row("bytes", "UPDATE specification SET json=x'7b7d'", "json holds bytes where a text belongs");
    row("a draft that is none", "INSERT INTO specification VALUES('draft', '[]', '')", "not a list");
    row("no threads", "INSERT INTO provenance VALUES(1, '', 0, '')", "threads is 0");
}

/// It is refused before anything is written, and nothing is left beside it.
void TestExperimentContents::unreadableSpecifications() {
    QFETCH(const QByteArray, sql);
    QFETCH(const QByteArray, said);
    const FileFolder folder;
    std::filesystem::copy_file(folder_.file(), folder.file());
    rawSql(folder.file(), sql.toStdString());
    const std::string before = store::readFile(folder.file(), 100'000'000);
    const std::string found = readAll(folder.file(), plan_);
    QVERIFY2(found.find(said.toStdString()) != std::string::npos, found.c_str());
    QVERIFY(store::readFile(folder.file(), 100'000'000) == before);
    QCOMPARE(std::distance(std::filesystem::directory_iterator(folder.file().parent_path()), {}), std::ptrdiff_t{1});
}

QTEST_GUILESS_MAIN(TestExperimentContents)
#include "tst_experiment_contents.moc"
