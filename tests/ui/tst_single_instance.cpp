// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include "ui/workspace/single_instance.h"

using namespace roundoff::ui;

namespace {

constexpr int kPatience = 20'000;
constexpr auto kSecond = "--second";
constexpr auto kKilled = "--killed";

/// Whether a second process, which this test is too, hands its files over.
bool handsOver(const QString& key, const QStringList& files, QSignalSpy& started) {
    QProcess second;
    second.start(QCoreApplication::applicationFilePath(), QStringList{kSecond, key} + files);
    QElapsedTimer waiting;
    waiting.start();
    while (second.state() != QProcess::NotRunning && !waiting.hasExpired(kPatience)) {
        QTest::qWait(10); // The first has to answer meanwhile.
    }
    return second.exitStatus() == QProcess::NormalExit && second.exitCode() == 0 && started.count() == 1;
}

} // namespace

/// One process for all windows. Second processes are real ones.
class TstSingleInstance : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_; // Its name is a key that nobody else has.

private slots:
    void init() { folder_ = std::make_unique<QTemporaryDir>(); }

    void theFirstHandsNothingOver() {
        SingleInstance first(folder_->path());
        QVERIFY(!first.handOver({"a.roundoff"}));
        QVERIFY(first.isFirst());
    }

    void theSecondHandsItsFilesOver_data() {
        QTest::addColumn<QStringList>("files");
        QTest::newRow("none") << QStringList();
        QTest::newRow("one") << QStringList{"/x/a.roundoff"};
        QTest::newRow("odd names") << QStringList{QString::fromUtf8("/x/Größe [\"1\"]\n.roundoff"), "/x/b.json"};
    }
    void theSecondHandsItsFilesOver() {
        QFETCH(QStringList, files);
        SingleInstance first(folder_->path());
        QVERIFY(!first.handOver({}));
        QSignalSpy started(&first, &SingleInstance::started);
        QVERIFY(handsOver(folder_->path(), files, started));
        QCOMPARE(started.first().first().toStringList(), files);
    }

    void anotherKeyIsAnotherProgram() {
        SingleInstance first(folder_->path());
        QVERIFY(!first.handOver({}));
        SingleInstance other(folder_->filePath("other"));
        QVERIFY(!other.handOver({}));
        QVERIFY(other.isFirst());
    }

    void whatAKilledOneLeftBehindIsNoObstacle() {
        QProcess killed;
        killed.start(QCoreApplication::applicationFilePath(), {kKilled, folder_->path()});
        QVERIFY(killed.waitForReadyRead(kPatience));
        QCOMPARE(killed.readAll().trimmed(), QByteArray("first"));
        killed.kill();
        QVERIFY(killed.waitForFinished(kPatience));
        SingleInstance next(folder_->path());
        QVERIFY(!next.handOver({}));
        QVERIFY(next.isFirst());
        QSignalSpy started(&next, &SingleInstance::started);
        QVERIFY(handsOver(folder_->path(), {"/x/a.roundoff"}, started));
    }

    void anotherMayBeFirstAfterwards() {
        {
            SingleInstance first(folder_->path());
            QVERIFY(!first.handOver({}));
        }
        SingleInstance next(folder_->path());
        QVERIFY(!next.handOver({}));
        QVERIFY(next.isFirst());
    }
};

int main(int argc, char** argv) {
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() > 2 && arguments[1] == kSecond) {
        return SingleInstance(arguments[2]).handOver(arguments.mid(3)) ? 0 : 1;
    }
    if (arguments.size() > 2 && arguments[1] == kKilled) {
        SingleInstance first(arguments[2]);
        if (first.handOver({}) || !first.isFirst()) {
            return 1;
        }
        puts("first");
        fflush(stdout);
        return QCoreApplication::exec();
    }
    TstSingleInstance test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_single_instance.moc"
