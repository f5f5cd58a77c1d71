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
    void paper_data();
    void paper();
    void everyDecimal();
    void orderOfThePaper();
    void claimsNameWhatIsThere();
    void foundFromTheBuildTree();
    void unknownName();
    void firstFolderThatIsThere();
    void noFolder();
    void brokenOneIsNamed();
    void aboutIsChecked_data();
    void aboutIsChecked();
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

/// What the paper's sections ask for: number of runs, and the figures that they make.
void TestPresets::paper_data() {
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("runs");
    QTest::addColumn<QByteArray>("figures");
    QTest::newRow("three precisions, five folds") << QByteArray("bit-width") << 15 << QByteArray("4, 5");
    QTest::newRow("FP64, five folds") << QByteArray("inference-only") << 5 << QByteArray("6");
    QTest::newRow("two precisions, five norms and none, three seeds")
        << QByteArray("norm-clipping") << 36 << QByteArray("7");
    QTest::newRow("two precisions, five values, three seeds")
        << QByteArray("value-clipping") << 30 << QByteArray("8, 9");
    QTest::newRow("one network, three seeds") << QByteArray("decimal-rounding") << 3 << QByteArray("10, 11, 12");
}

void TestPresets::paper() {
    QFETCH(const QByteArray, name);
    QFETCH(const int, runs);
    QFETCH(const QByteArray, figures);
    const auto preset = findPreset(name.toStdString(), kShipped);
    QVERIFY(preset);
    QCOMPARE(preset->figureNumbers(), figures.toStdString());
    QCOMPARE(makePlan(preset->spec).runs.size(), static_cast<std::size_t>(runs));
    QVERIFY(!preset->choices.empty());
    for (const PaperFigure& figure : preset->figures) {
        const auto isOfIt = [&](const Claim& claim) { return claim.figure == figure.number; };
        QVERIFY2(std::any_of(preset->claims.begin(), preset->claims.end(), isOfIt), figure.number.c_str());
    }
}

/// One to six decimals, both roundings (issue: figure 12).
void TestPresets::everyDecimal() {
    const auto preset = findPreset("decimal-rounding", kShipped);
    QVERIFY(preset);
    for (int digits = 1; digits <= 6; ++digits) {
        for (const auto rounding : {roundoff::format::Rounding::NearestEven, roundoff::format::Rounding::TowardZero}) {
            const roundoff::deploy::Deployment wanted{roundoff::format::Decimal{digits}, rounding, std::nullopt,
                                                      roundoff::deploy::Scope::Weights};
            const auto& deployments = preset->spec.base.deployments;
            QCOMPARE(std::count(deployments.begin(), deployments.end(), wanted), 1);
        }
    }
}

void TestPresets::orderOfThePaper() {
    Preset other;
    other.name = "a";
    std::vector<Preset> presets = loadPresets(kShipped);
    presets.insert(presets.begin(), other);
    std::vector<std::string> names;
    for (const Preset& preset : inPaperOrder(presets)) {
        names.push_back(preset.name);
    }
    QCOMPARE(names, (std::vector<std::string>{"bit-width", "inference-only", "norm-clipping", "value-clipping",
                                              "decimal-rounding", "a", "narrow-formats"}));
}

/// A claim about a deployment that the experiment does not make could never be tested.
void TestPresets::claimsNameWhatIsThere() {
    for (const Preset& preset : loadPresets(kShipped)) {
        const auto& made = preset.spec.base.deployments;
        for (const Claim& claim : preset.claims) {
            for (const auto& deployment : claim.check.deployments) {
                QVERIFY2(std::find(made.begin(), made.end(), deployment) != made.end(), claim.said.c_str());
            }
            const auto hasGroup = [&](const Json& value) {
                const auto runs = makePlan(preset.spec).runs;
                return std::any_of(runs.begin(), runs.end(), [&](const PlannedRun& run) {
                    const auto found = run.axisValues.find(claim.check.along);
                    return found != run.axisValues.end() && found->second == value;
                });
            };
            QVERIFY2(!claim.check.value || hasGroup(*claim.check.value), claim.said.c_str());
            QVERIFY2(!claim.check.than || hasGroup(*claim.check.than), claim.said.c_str());
        }
    }
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
    roundoff::test::writeFile(
        directory, "presets/a.json",
        R"({"title":"A","about":{"summary":"Why?","figures":[{"number":"7","kind":"accuracy"}]}})");
    roundoff::test::writeFile(directory, "presets/README.md", "no preset");
    const auto presets = loadPresets({pathIn(directory, "missing"), pathIn(directory), ROUNDOFF_RESOURCE_DIR});
    QCOMPARE(presets.size(), std::size_t{2});
    QCOMPARE(presets[0].name, std::string("a"));
    QCOMPARE(presets[0].summary, std::string("Why?"));
    QCOMPARE(presets[0].figureNumbers(), std::string("7"));
    QCOMPARE(presets[1].spec.title, std::string("B"));
    QCOMPARE(presets[1].figureNumbers(), std::string());
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

void TestPresets::aboutIsChecked_data() {
    QTest::addColumn<QByteArray>("about");
    QTest::addColumn<QByteArray>("message");
    const auto row = [](const char* name, const char* about, const char* message) {
        QTest::newRow(name) << QByteArray(about) << QByteArray(message);
    };
    row("no object", R"(["x"])", "about: needs an object");
    row("unknown field", R"({"sumary":"x"})", "about: sumary: there is no such field");
    row("summary is no text", R"({"summary":4})", "about: needs a text, not 4");
    row("figures are no list", R"({"figures":"4"})", "about: figures: needs a list");
    row("figure without a kind", R"({"figures":[{"number":"4"}]})", "about: figures[0]: needs number and kind");
    row("choice is no text", R"({"choices":["a",1]})", "about: choices[1]: needs a text, not 1");
    row("claim without a check", R"({"claims":[{"figure":"4","said":"x"}]})", "about: claims[0]: needs an object of");
}

void TestPresets::aboutIsChecked() {
    QFETCH(const QByteArray, about);
    QFETCH(const QByteArray, message);
    const QTemporaryDir directory;
    roundoff::test::writeFile(directory, "presets/p.json", "{\"about\":" + about + "}");
    const QString error = inputErrorOf([&] { (void)loadPresets({pathIn(directory)}); });
    QVERIFY2(error.contains("p.json: " + QString::fromUtf8(message)), qPrintable(error));
}

QTEST_GUILESS_MAIN(TestPresets)
#include "tst_presets.moc"
