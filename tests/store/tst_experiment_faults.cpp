// SPDX-License-Identifier: GPL-3.0-or-later
#include <sqlite3.h>

#include <filesystem>
#include <functional>
#include <stdexcept>

#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "core/store/experiment_file.h"
#include "tests/store/experiment_state.h"
#include "tests/support/faulty_vfs.h"
#include "tests/support/quick_folder.h"
#include "tests/support/repetitions.h"

using namespace roundoff::experiment;
using roundoff::InputError;
using roundoff::store::ExperimentFile;
using roundoff::test::integrityOf;
using roundoff::test::JournalEntry;
using roundoff::test::journalOf;
using roundoff::test::smallExperiment;
using roundoff::test::stateOf;
using roundoff::tests::FaultyVfs;

namespace fs = std::filesystem;

namespace {

constexpr int kMostOperations = 2000; // Of one that never succeeds.

/// A plan of two runs, and everything that they would have a file keep.
struct Material {
    ExperimentSpec spec;
    ExperimentSpec other; // Another specification, to be saved.
    Plan plan;
    std::vector<JournalEntry> entries;
};

const Material& material() {
    static const Material all = [] {
        Material m;
        m.spec = smallExperiment();
        m.spec.base.network.hidden = {64}; // Enough that a checkpoint is many pages.
        m.spec.vary = {{"optimiser.kind", {"sgd", "adam"}}};
        m.other = m.spec;
        m.other.title = "Another title";
        m.plan = makePlan(m.spec);
        m.entries = journalOf(m.plan);
        return m;
    }();
    return all;
}

void keep(ExperimentFile& file, const JournalEntry& entry) {
    const PlannedRun& run = material().plan.runs.at(entry.run);
    if (entry.checkpoint) {
        file.keepEpoch(run, entry.checkpoint);
    } else {
        static_cast<void>(file.keepResult(run, entry.result));
    }
    if (const std::string problem = file.problem(); !problem.empty()) {
        throw InputError(problem);
    }
}

/// Gives a file something while it cannot write it.
void waitWith(ExperimentFile& file, const JournalEntry& entry) {
    try {
        keep(file, entry);
    } catch (const InputError&) {
        return;
    }
    throw std::logic_error("it was written");
}

/// A file at a path with what the first entries gave it.
void prepare(const fs::path& path, std::size_t entries) {
    const auto file = ExperimentFile::create(path, material().spec);
    file->beginSweep(material().spec, material().plan, 1);
    for (std::size_t i = 0; i < entries; ++i) {
        keep(*file, material().entries.at(i));
    }
}

/// One thing that is done to an experiment file, and what is there before it.
struct Deed {
    std::function<void(const fs::path&)> prepare;
    /// Opens the file itself, so that opening and closing may fail too; calls `done` once it was told that all is
    /// written.
    std::function<void(const fs::path&, const std::function<void()>& done)> act;
    bool startsFromNothing = false;
    /// Does what may be there without the rest, if that was not told to be done.
    std::function<void(const fs::path&)> half = {};
};

std::vector<std::pair<const char*, Deed>> deeds() {
    const auto entry = [](std::size_t number) {
        return Deed{[=](const fs::path& path) { prepare(path, number); },
                    [=](const fs::path& path, const auto& done) {
                        const auto file = ExperimentFile::open(path);
                        keep(*file, material().entries.at(number));
                        done();
                    }};
    };
    return {
        {"create",
         {[](const fs::path&) {},
          [](const fs::path& path, const auto& done) {
              const auto file = ExperimentFile::create(path, material().spec);
              done();
          },
          true}},
        {"create in the place of another",
         {[](const fs::path& path) { prepare(path, 2); },
          [](const fs::path& path, const auto& done) {
              const auto file = ExperimentFile::create(path, material().other);
              done();
          }}},
        {"save",
         {[](const fs::path& path) { prepare(path, 1); },
          [](const fs::path& path, const auto& done) {
              const auto file = ExperimentFile::open(path);
              file->save(material().other);
              done();
          }}},
        {"keep a draft",
         {[](const fs::path& path) { prepare(path, 1); },
          [](const fs::path& path, const auto& done) {
              const auto file = ExperimentFile::open(path);
              file->keepDraft(material().other);
              done();
          }}},
        {"begin a sweep",
         {[](const fs::path& path) { static_cast<void>(ExperimentFile::create(path, material().spec)); },
          [](const fs::path& path, const auto& done) {
              const auto file = ExperimentFile::open(path);
              file->beginSweep(material().spec, material().plan, 1);
              done();
          }}},
        {"first epoch", entry(0)},
        {"second epoch", entry(1)},
        {"result", entry(2)},
        {"epoch of the second run", entry(3)},
        {"save as in the place of another",
         {[](const fs::path& path) {
              prepare(path, 1);
              prepare(path.parent_path() / "source.roundoff", 4);
          },
          [](const fs::path& path, const auto& done) {
              const auto file = ExperimentFile::open(path.parent_path() / "source.roundoff");
              static_cast<void>(file->saveAs(path));
              done();
          }}},
        {"save as where nothing is",
         {[](const fs::path& path) { prepare(path.parent_path() / "source.roundoff", 4); },
          [](const fs::path& path, const auto& done) {
              const auto file = ExperimentFile::open(path.parent_path() / "source.roundoff");
              static_cast<void>(file->saveAs(path));
              done();
          },
          true}},
        {"save as with runs that wait",
         {[](const fs::path& path) { prepare(path.parent_path() / "source.roundoff", 1); },
          [](const fs::path& path, const auto& done) {
              const fs::path source = path.parent_path() / "source.roundoff";
              const auto file = ExperimentFile::open(source);
              fs::rename(source, path.parent_path() / "aside"); // Nothing is written to what nobody finds.
              waitWith(*file, material().entries.at(1));
              static_cast<void>(file->saveAs(path));
              if (const std::string problem = file->problem(); !problem.empty()) {
                  throw InputError(problem);
              }
              done();
          },
          true,
          [](const fs::path& path) {
              static_cast<void>(ExperimentFile::open(path.parent_path() / "source.roundoff")->saveAs(path));
          }}},
    };
}

/// Whether a message says where, in one line, what is wrong, and what a person can do about it.
bool isHelpful(const std::string& message, const fs::path& folder) {
    const std::size_t remedy = message.rfind("; ");
    return message.starts_with(folder.string() + "/") && message.find('\n') == std::string::npos &&
           message.find(": ", folder.string().size()) != std::string::npos && remedy != std::string::npos &&
           message.size() > remedy + 10;
}

} // namespace

/// Every operation on the disk fails once, or from then on, at each step of everything that is done to a file.
class TestExperimentFaults : public QObject {
    Q_OBJECT

private slots:
    void neverDamagedNeverFalselySaved_data();
    void neverDamagedNeverFalselySaved();
    void whatCouldNotBeKeptIsKeptLater();
    void aFullDiskIsCalledThat();
};

void TestExperimentFaults::neverDamagedNeverFalselySaved_data() {
    QTest::addColumn<int>("deed");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("lasting");
    static const auto all = deeds();
    for (std::size_t i = 0; i < all.size(); ++i) {
        const QByteArray name = all[i].first;
        QTest::newRow((name + ", one failure").constData()) << static_cast<int>(i) << SQLITE_IOERR_WRITE << false;
        QTest::newRow((name + ", broken disk").constData()) << static_cast<int>(i) << SQLITE_IOERR_WRITE << true;
        QTest::newRow((name + ", full once").constData()) << static_cast<int>(i) << SQLITE_FULL << false;
        QTest::newRow((name + ", full").constData()) << static_cast<int>(i) << SQLITE_FULL << true;
    }
}

void TestExperimentFaults::neverDamagedNeverFalselySaved() {
    QFETCH(const int, deed);
    QFETCH(const int, code);
    QFETCH(const bool, lasting);
    const Deed what = deeds().at(static_cast<std::size_t>(deed)).second;
    FaultyVfs& faults = FaultyVfs::install();
    faults.stopFailing();

    const QTemporaryDir folder(roundoff::tests::quickFolder());
    const fs::path root = folder.path().toStdString();
    const auto inFolder = [&](const char* name) {
        fs::remove_all(root / name);
        fs::create_directory(root / name);
        return root / name / "x.roundoff";
    };
    // Undisturbed: what is there before and after.
    const fs::path model = inFolder("model");
    what.prepare(model);
    const std::string before = what.startsFromNothing ? std::string() : stateOf(model, material().plan);
    what.act(model, [] {});
    const std::string after = stateOf(model, material().plan);
    QVERIFY(before != after);
    std::string half = before;
    if (what.half) {
        const fs::path path = inFolder("half");
        what.prepare(path);
        what.half(path);
        half = stateOf(path, material().plan);
        QVERIFY(half != after);
    }

    const fs::path start = inFolder("start");
    what.prepare(start);
    bool failed = true;
    int operations = 0;
    for (int n = 1; failed; n += roundoff::tests::stride()) {
        operations = n - 1;
        QVERIFY2(n < kMostOperations, "never succeeds");
        const fs::path path = inFolder("now");
        fs::copy(start.parent_path(), path.parent_path(), fs::copy_options::recursive);
        faults.failAt(n, code, lasting);
        bool toldDone = false;
        std::string message;
        try {
            what.act(path, [&] { toldDone = true; });
        } catch (const InputError& error) {
            message = error.what();
        }
        failed = faults.hasFailed();
        faults.stopFailing();

        const std::string where = "operation " + std::to_string(n) + ": " + message;
        QVERIFY2(toldDone != !message.empty(), where.c_str()); // One of the two, always.
        QVERIFY2(toldDone || isHelpful(message, path.parent_path()), where.c_str());
        QVERIFY2(failed || toldDone, where.c_str());
        if (!fs::exists(path)) {
            QVERIFY2(what.startsFromNothing && !toldDone, where.c_str());
            continue;
        }
        // Put right what the failure left, as the next start of the program does, and then ask SQLite.
        const std::string now = stateOf(path, material().plan);
        QVERIFY2(now == after || ((now == before || now == half) && !toldDone), (where + "\n" + now).c_str());
        QVERIFY2(integrityOf(path) == "ok", where.c_str());
    }
    QVERIFY2(operations >= 5, QByteArray::number(operations)); // So many have failed in turn.
}

/// One epoch after another fails at every step; what a run leaves behind later brings all of it.
void TestExperimentFaults::whatCouldNotBeKeptIsKeptLater() {
    FaultyVfs& faults = FaultyVfs::install();
    faults.stopFailing();
    const QTemporaryDir folder(roundoff::tests::quickFolder());
    const fs::path root = folder.path().toStdString();
    prepare(root / "model.roundoff", material().entries.size());
    const std::string expected = stateOf(root / "model.roundoff", material().plan);

    bool failed = true;
    for (int n = 1; failed; n += roundoff::tests::stride()) {
        QVERIFY2(n < kMostOperations, "never succeeds");
        const fs::path path = root / "now.roundoff";
        prepare(path, 0);
        {
            const auto file = ExperimentFile::open(path);
            faults.failAt(n, SQLITE_FULL, true);
            for (std::size_t i = 0; i + 1 < material().entries.size(); ++i) {
                try {
                    keep(*file, material().entries[i]);
                } catch (const InputError&) {
                }
            }
            failed = faults.hasFailed();
            if (failed) {
                QVERIFY(!file->problem().empty());
            }
            faults.stopFailing();
            keep(*file, material().entries.back()); // Throws if there is a problem still.
        }
        QCOMPARE(stateOf(path, material().plan), expected);
        QCOMPARE(integrityOf(path), std::string("ok"));
        if (n > 40) {
            n += 7; // The later ones are the same for the next epoch: some of them.
        }
    }
}

void TestExperimentFaults::aFullDiskIsCalledThat() {
    FaultyVfs& faults = FaultyVfs::install();
    const QTemporaryDir folder(roundoff::tests::quickFolder());
    const fs::path path = folder.path().toStdString() + "/x.roundoff";
    faults.stopFailing();
    prepare(path, 0);
    const auto file = ExperimentFile::open(path);
    file->save(material().other);
    faults.failAt(1, SQLITE_FULL, true);
    std::string message;
    try {
        file->save(material().spec);
    } catch (const InputError& error) {
        message = error.what();
    }
    faults.stopFailing();
    QCOMPARE(message, path.string() + ": cannot be written: the disk is full; free some space or save it elsewhere");
}

QTEST_GUILESS_MAIN(TestExperimentFaults)
#include "tst_experiment_faults.moc"
