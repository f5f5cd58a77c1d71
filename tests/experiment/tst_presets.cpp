// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <filesystem>

#include <QTemporaryDir>
#include <QTest>

#include "core/data/locations.h"
#include "core/experiment/plan.h"
#include "core/experiment/presets.h"
#include "core/experiment/spec_json.h"
#include "core/experiment/validation.h"
#include "tests/data/file_fixtures.h"

using namespace roundoff::experiment;
using roundoff::test::inputErrorOf;
using roundoff::test::pathIn;

namespace {

const std::vector<std::filesystem::path> kShipped{ROUNDOFF_RESOURCE_DIR};

} // namespace

class TestPresets : public QObject {
    Q_OBJECT

private slots:
    void everyFileIsAPreset();
    void shippedOneWorks_data();
    void shippedOneWorks();
    void bitWidth();
    void foundFromTheBuildTree();
    void unknownName();
    void firstFolderThatIsThere();
    void noFolder();
    void brokenOneIsNamed();
};

void TestPresets::everyFileIsAPreset() {
    const auto files = std::filesystem::directory_iterator(std::filesystem::path(ROUNDOFF_RESOURCE_DIR) / "presets");
    const auto count = std::count_if(begin(files), end(files),
                                     [](const auto& entry) { return entry.path().extension() == ".json"; });
    const auto presets = loadPresets(kShipped);
    QVERIFY(count > 0);
    QCOMPARE(presets.size(), static_cast<std::size_t>(count));
    QVERIFY(std::is_sorted(presets.begin(), presets.end(),
                           [](const Preset& a, const Preset& b) { return a.name < b.name; }));
}

void TestPresets::shippedOneWorks_data() {
    QTest::addColumn<QByteArray>("name");
    for (const Preset& preset : loadPresets(kShipped)) {
        QTest::newRow(preset.name.c_str()) << QByteArray::fromStdString(preset.name);
    }
}

void TestPresets::shippedOneWorks() {
    QFETCH(const QByteArray, name);
    const auto preset = findPreset(name.toStdString(), kShipped);
    QVERIFY(preset);
    QVERIFY(!preset->spec.title.empty());
    QVERIFY(!preset->summary.empty());
    QVERIFY(!makePlan(preset->spec).runs.empty());
    QVERIFY(advise(preset->spec).empty());
    QVERIFY(parseSpecification(toJson(preset->spec).dump(), "written") == preset->spec);
}

/// The paper's figures 4 and 5: three precisions, cross-validated five times.
void TestPresets::bitWidth() {
    const auto preset = findPreset("bit-width", kShipped);
    QVERIFY(preset);
    QCOMPARE(preset->figures, std::string("4, 5"));
    QCOMPARE(makePlan(preset->spec).runs.size(), std::size_t{15});
}

void TestPresets::foundFromTheBuildTree() {
    QVERIFY(findPreset("bit-width", roundoff::data::dataSearchPath()));
}

void TestPresets::unknownName() {
    QVERIFY(!findPreset("bit-widths", kShipped));
    QVERIFY(!findPreset("", kShipped));
}

void TestPresets::firstFolderThatIsThere() {
    const QTemporaryDir directory;
    roundoff::test::writeFile(directory, "presets/b.json", R"({"title":"B"})");
    roundoff::test::writeFile(directory, "presets/a.json", R"({"title":"A","about":{"summary":"Why?","figures":"7"}})");
    roundoff::test::writeFile(directory, "presets/README.md", "no preset");
    const auto presets = loadPresets({pathIn(directory, "missing"), pathIn(directory), ROUNDOFF_RESOURCE_DIR});
    QCOMPARE(presets.size(), std::size_t{2});
    QCOMPARE(presets[0].name, std::string("a"));
    QCOMPARE(presets[0].summary, std::string("Why?"));
    QCOMPARE(presets[0].figures, std::string("7"));
    QCOMPARE(presets[1].spec.title, std::string("B"));
    QCOMPARE(presets[1].figures, std::string());
}

void TestPresets::noFolder() {
    const QTemporaryDir directory;
    QVERIFY(loadPresets({pathIn(directory)}).empty());
    QVERIFY(loadPresets({}).empty());
}

void TestPresets::brokenOneIsNamed() {
    const QTemporaryDir directory;
    roundoff::test::writeFile(directory, "presets/broken.json", R"({"training":{"epoch":1}})");
    const QString error = inputErrorOf([&] { (void)loadPresets({pathIn(directory)}); });
    QVERIFY2(error.contains("broken.json: training.epoch: there is no such field"), qPrintable(error));
}

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
