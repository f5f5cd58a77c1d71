// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <utility>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include "core/base/error.h"
#include "core/store/experiment_file.h"
#include "core/store/experiment_schema.h"
#include "core/store/files.h"
#include "tests/experiment/small_experiment.h"
#include "tests/store/raw_database.h"
#include "tests/support/quick_folder.h"

using roundoff::InputError;
using roundoff::store::ExperimentFile;
using roundoff::test::rawSql;
using roundoff::test::smallExperiment;

namespace fs = std::filesystem;

namespace {

void writeText(const fs::path& file, const std::string& text) {
    std::ofstream(file, std::ios::binary) << text;
}

std::string bytesOf(const fs::path& file) {
    return fs::is_regular_file(fs::symlink_status(file)) ? roundoff::store::readFile(file, 1'000'000'000) : "";
}

/// Writes over some bytes of a file.
void patch(const fs::path& file, std::streamoff at, const std::string& bytes) {
    std::fstream stream(file, std::ios::binary | std::ios::in | std::ios::out);
    stream.seekp(at);
    stream << bytes;
}

/// Names, bytes and times of all that is in a folder.
struct Seen {
    std::string bytes;
    fs::file_time_type time;
    bool operator==(const Seen&) const = default;
};
std::map<std::string, Seen> everythingIn(const fs::path& folder) {
    std::map<std::string, Seen> all;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const bool link = entry.is_symlink();
        all[entry.path().filename().string()] = {bytesOf(entry.path()),
                                                 link ? fs::file_time_type() : entry.last_write_time()};
    }
    return all;
}

/// An experiment file with a stranger's SQL run on it.
std::function<void(const fs::path&)> with(const std::string& sql) {
    return [=](const fs::path& file) {
        static_cast<void>(ExperimentFile::create(file, smallExperiment()));
        rawSql(file, sql);
    };
}

/// An experiment file, and then something else.
std::function<void(const fs::path&)> then(const std::function<void(const fs::path&)>& change) {
    return [=](const fs::path& file) {
        static_cast<void>(ExperimentFile::create(file, smallExperiment()));
        change(file);
    };
}

fs::path beside(const fs::path& file, const char* suffix) {
    fs::path path = file;
    path += suffix;
    return path;
}

/// A list of tables that takes long to read, in a small file.
void manyTables(const fs::path& file) {
    static_cast<void>(ExperimentFile::create(file, smallExperiment()));
    rawSql(file,
           "PRAGMA writable_schema=ON; WITH RECURSIVE n(i) AS (VALUES (1) UNION ALL SELECT i + 1 FROM n WHERE i < "
           "300000) INSERT INTO sqlite_master SELECT 'table', 't' || i, 't' || i, 2, 'CREATE TABLE t' || i || "
           "'(a, b)' FROM n");
}

/// A hot journal as a stranger would make it to have SQLite delete the file that it names at its end.
void journalWithName(const fs::path& file) {
    const fs::path precious = file.parent_path() / "precious.txt";
    writeText(precious, "not yours\n");
    std::string journal("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8);
    journal.resize(1024);
    const std::string name = precious.string();
    unsigned sum = 0;
    for (const char c : name) {
        sum += static_cast<unsigned char>(c);
    }
    const auto number = [](unsigned value) {
        std::string four;
        for (const unsigned shift : {24U, 16U, 8U, 0U}) {
            four += static_cast<char>(value >> shift & 0xffU);
        }
        return four;
    };
    writeText(beside(file, "-journal"), journal + number(0) + name + number(static_cast<unsigned>(name.size())) +
                                            number(sum) + std::string("\xd9\xd5\x05\xf9\x20\xa1\x63\xd7", 8));
}

} // namespace

/// Files that are none of Roundoff's, or no longer: a clear answer at once, and nothing is changed on the disk.
class TestExperimentStrangers : public QObject {
    Q_OBJECT

private slots:
    void refusedAndUntouched_data();
    void refusedAndUntouched();
};

void TestExperimentStrangers::refusedAndUntouched_data() {
    using Make = std::function<void(const fs::path&)>;
    QTest::addColumn<Make>("make");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const Make& make, const char* words) {
        QTest::newRow(name) << make << QString(words);
    };
    row(
        "missing", [](const fs::path&) {}, "No such file");
    row(
        "folder", [](const fs::path& file) { fs::create_directory(file); }, "is a folder");
    row(
        "pipe", [](const fs::path& file) { mkfifo(file.c_str(), 0600); }, "is a device or a pipe");
    row(
        "empty", [](const fs::path& file) { writeText(file, ""); }, "is no experiment file");
    row(
        "text", [](const fs::path& file) { writeText(file, "{ \"roundoff\": 1 }"); }, "is no experiment file");
    row("half a header", then([](const fs::path& file) { fs::resize_file(file, 60); }), "is no experiment file");
    row(
        "somebody else's database", [](const fs::path& file) { rawSql(file, "CREATE TABLE t(a)"); },
        "is no experiment file");
    row("later version", with("PRAGMA user_version=2"), "open it with a newer Roundoff");
    row("much later version", with("PRAGMA user_version=2147483647"), "is of version 2147483647");
    row("no version", with("PRAGMA user_version=0"), "it has no version");
    row("negative version", with("PRAGMA user_version=-1"), "it has no version");
    row("another table", with("CREATE TABLE t(a)"), "not Roundoff's: the table t");
    row("a view", with("CREATE VIEW v AS SELECT 1"), "not Roundoff's: the view v");
    row("a view of ours, changed", with("DROP VIEW results; CREATE VIEW results AS SELECT 1"),
        "not Roundoff's: the view results");
    row("a trigger", with("CREATE TRIGGER t AFTER INSERT ON epochs BEGIN DELETE FROM runs; END"),
        "not Roundoff's: the trigger t");
    row("an index", with("CREATE INDEX i ON epochs(hex(run))"), "not Roundoff's: the index i");
    row("a virtual table", with("CREATE VIRTUAL TABLE f USING fts5(a)"), "it holds what is not Roundoff's");
    row("a column more", with("ALTER TABLE epochs ADD COLUMN extra AS (zeroblob(400000000))"),
        "not Roundoff's: the table epochs");
    row("a column less",
        with("DROP VIEW learning_curves; DROP VIEW results; ALTER TABLE epochs DROP COLUMN loss_scale"),
        "it holds what is not Roundoff's");
    row("a table less", with("DROP TABLE diagnoses"), "it lacks the table diagnoses");
    row("no tables", with("PRAGMA writable_schema=ON; DELETE FROM sqlite_master"), "is damaged");
    row("nonsense for a table",
        with("PRAGMA writable_schema=ON; UPDATE sqlite_master SET sql='CREATE TABLE' || "
             "hex(zeroblob(1000)) WHERE name='epochs'"),
        "is damaged");
    row("two tables in one place",
        with("PRAGMA writable_schema=ON; UPDATE sqlite_master SET rootpage="
             "(SELECT rootpage FROM sqlite_master WHERE name='steps') WHERE name='epochs'"),
        "is damaged");
    row("300,000 tables", manyTables, "its list of tables is too long");
    row("UTF-16", then([](const fs::path& file) { patch(file, 56, std::string("\0\0\0\2", 4)); }),
        "its texts are not in UTF-8");
    row("cut off", then([](const fs::path& file) { fs::resize_file(file, fs::file_size(file) / 2); }), "is damaged");
    row("noise in the tables", then([](const fs::path& file) { patch(file, 100, std::string(3000, '\x5a')); }),
        "is damaged");
    row("a page of noise in the middle",
        then([](const fs::path& file) { patch(file, 5 * 4096, std::string(4096, '\xa5')); }), "is damaged");
    row("a journal that names another file", then(journalWithName), "is not Roundoff's");
    row("a pipe for a log", then([](const fs::path& file) { mkfifo(beside(file, "-wal").c_str(), 0600); }),
        "remove it and try again");
    row("a link for a journal",
        then([](const fs::path& file) { fs::create_symlink("/etc/passwd", beside(file, "-journal")); }),
        "remove it and try again");
}

void TestExperimentStrangers::refusedAndUntouched() {
    QFETCH(const std::function<void(const fs::path&)>, make);
    QFETCH(const QString, words);
    const QTemporaryDir folder(roundoff::tests::quickFolder());
    const fs::path root = folder.path().toStdString();
    const fs::path file = root / "x.roundoff";
    make(file);
    const auto before = everythingIn(root);
    for (const auto access : {ExperimentFile::Access::ReadWrite, ExperimentFile::Access::ReadOnly}) {
        QElapsedTimer timer;
        timer.start();
        QString message;
        try {
            static_cast<void>(ExperimentFile::open(file, access));
        } catch (const InputError& error) {
            message = QString::fromStdString(error.what());
        }
        QVERIFY2(timer.elapsed() < 1000, QByteArray::number(timer.elapsed()));
        QVERIFY2(message.contains(words), qPrintable("said: " + message));
        QVERIFY(message.startsWith(QString::fromStdString(file.string())));
        QVERIFY(!message.contains('\n'));
        QVERIFY(everythingIn(root) == before);
    }
}

QTEST_GUILESS_MAIN(TestExperimentStrangers)
#include "tst_experiment_strangers.moc"
