// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include "core/base/error.h"
#include "tests/support/faulty_vfs.h"
#include "ui/document/document_file.h"
#include "ui/document/experiment_document.h"
#include "ui/document/specification_file.h"
#include "ui/workspace/experiment_files.h"

using namespace roundoff;
using namespace roundoff::ui;
using store::ExperimentFile;

namespace {

constexpr int kPatience = 20'000;

/// What a file holds, seen by another program. It must not be open for writing here.
store::StoredSpecifications stored(const QString& path) {
    return ExperimentFile::open(toPath(path), ExperimentFile::Access::ReadOnly)->specifications();
}

} // namespace

/// A document bound to a real file in a folder of its own.
class TstDocumentFile : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<ExperimentDocument> document_;
    std::unique_ptr<DocumentFile> file_;

    [[nodiscard]] QString path(const QString& name) const { return folder_->filePath(name); }

    void attach(FilePlace place) {
        file_->attach(createExperimentFile(path("a.roundoff"), defaultExperiment(), place));
        QVERIFY(file_->file() != nullptr);
    }
    void edit(int epochs) { document_->setValue("training.epochs", epochs); }
    [[nodiscard]] bool savesAs(const QString& name) {
        file_->saveAs(path(name));
        return file_->waitForSaved();
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        document_ = std::make_unique<ExperimentDocument>(defaultExperiment());
        file_ = std::make_unique<DocumentFile>(*document_, [this] { return path("copy.roundoff"); });
    }
    void cleanup() {
        file_.reset();
        document_.reset();
        folder_.reset();
    }

    void isModifiedWhileItDiffersFromWhatWasSaved() {
        attach(FilePlace::Titled);
        QVERIFY(!file_->isModified());
        edit(9);
        QVERIFY(file_->isModified());
        document_->undoStack().undo();
        QVERIFY(!file_->isModified());
        edit(9);
        file_->save();
        QVERIFY(file_->waitForSaved());
        QVERIFY(!file_->isModified());
        document_->undoStack().undo();
        QVERIFY(file_->isModified());
    }

    void savesWhatItSays() {
        attach(FilePlace::Titled);
        edit(9);
        QSignalSpy saved(file_.get(), &DocumentFile::saved);
        file_->save();
        QVERIFY(file_->waitForSaved());
        QCOMPARE(saved.count(), 1);
        file_.reset();
        QCOMPARE(stored(path("a.roundoff")).saved.base.training.epochs, 9);
        QVERIFY(!stored(path("a.roundoff")).draft);
    }

    void keepsEditsWithinASecond() {
        attach(FilePlace::Titled);
        edit(9);
        const auto kept = [this] { return file_->file()->specifications().draft; };
        QTRY_VERIFY_WITH_TIMEOUT(kept().has_value(), kPatience);
        QCOMPARE(kept()->base.training.epochs, 9);
        QCOMPARE(file_->file()->specifications().saved.base.training.epochs, defaultExperiment().base.training.epochs);
        document_->undoStack().undo();
        QTRY_VERIFY_WITH_TIMEOUT(!kept().has_value(), kPatience);
    }

    void editsThatWereNotSavedCanBeUndone() {
        attach(FilePlace::Titled);
        edit(9);
        QCOMPARE(file_->keepNow(), QString());
        file_ = std::make_unique<DocumentFile>(*document_, [this] { return path("copy.roundoff"); });
        file_->attach(openExperimentFile(path("a.roundoff"), FilePlace::Titled), true);
        QCOMPARE(document_->specification().base.training.epochs, 9);
        QVERIFY(file_->isModified());
        QCOMPARE(file_->notice().remedy, FileNotice::Remedy::Discard);
        document_->undoStack().undo();
        QVERIFY(!file_->isModified());
        QVERIFY(file_->notice().text.isEmpty());
    }

    void savingAnUntitledOneMovesIt() {
        attach(FilePlace::Untitled);
        edit(9);
        QVERIFY(file_->path().isEmpty());
        QVERIFY(savesAs("b.roundoff"));
        QCOMPARE(file_->place(), FilePlace::Titled);
        QCOMPARE(file_->displayName(), QString("b.roundoff"));
        QVERIFY(!QFile::exists(path("a.roundoff")));
        edit(10);
        file_->save();
        QVERIFY(file_->waitForSaved());
        file_.reset();
        QCOMPARE(stored(path("b.roundoff")).saved.base.training.epochs, 10);
    }

    void theFileThatIsLeftStaysAsItWasSaved() {
        attach(FilePlace::Titled);
        edit(9);
        QCOMPARE(file_->keepNow(), QString());
        QVERIFY(savesAs("b.roundoff"));
        QVERIFY(!stored(path("a.roundoff")).draft);
        QVERIFY(stored(path("a.roundoff")).saved == defaultExperiment());
        QVERIFY(file_->file()->specifications().saved == document_->specification());
    }

    void savingWhereNothingCanBeWrittenLeavesAllAsItWas() {
        attach(FilePlace::Untitled);
        edit(9);
        QSignalSpy failed(file_.get(), &DocumentFile::failed);
        QVERIFY(!savesAs("no such folder/b.roundoff"));
        QCOMPARE(failed.count(), 1);
        QVERIFY(failed.first().first().toString().contains("no such folder"));
        QCOMPARE(file_->place(), FilePlace::Untitled);
        QVERIFY(file_->isModified());
        QVERIFY(QFile::exists(path("a.roundoff")));
    }

    void aFileThatIsGoneIsToldAndNotSavedTo() {
        attach(FilePlace::Titled);
        QVERIFY(QFile::rename(path("a.roundoff"), path("elsewhere")));
        QTRY_VERIFY_WITH_TIMEOUT(file_->notice().text.contains("not there any more"), kPatience);
        QVERIFY(file_->notice().isProblem);
        QVERIFY(file_->isModified());
        QVERIFY(!file_->canSave());
        QSignalSpy saved(file_.get(), &DocumentFile::saved);
        file_->save();
        QVERIFY(!file_->waitForSaved());
        QVERIFY(saved.isEmpty());
    }

    void aFileThatIsPutBackIsFineAgain() {
        attach(FilePlace::Titled);
        QVERIFY(QFile::rename(path("a.roundoff"), path("elsewhere")));
        QTRY_VERIFY_WITH_TIMEOUT(!file_->notice().text.isEmpty(), kPatience);
        QVERIFY(QFile::rename(path("elsewhere"), path("a.roundoff")));
        QTRY_VERIFY_WITH_TIMEOUT(file_->notice().text.isEmpty(), kPatience);
        file_->save();
        QVERIFY(file_->waitForSaved());
    }

    void whatIsGoneCanBeSavedElsewhere() {
        attach(FilePlace::Titled);
        edit(9);
        QVERIFY(QFile::remove(path("a.roundoff")));
        QTRY_VERIFY_WITH_TIMEOUT(!file_->notice().text.isEmpty(), kPatience);
        QVERIFY(savesAs("b.roundoff"));
        QVERIFY(file_->notice().text.isEmpty());
        QVERIFY(!file_->isModified());
        file_.reset();
        QCOMPARE(stored(path("b.roundoff")).saved.base.training.epochs, 9);
    }

    void aFileThatIsOverwrittenIsToldAndCanBeSavedElsewhere() {
        attach(FilePlace::Titled);
        edit(9);
        QCOMPARE(file_->keepNow(), QString());
        const QByteArray foreign = "something else";
        {
            QFile other(path("a.roundoff")); // The same file, with other bytes.
            QVERIFY(other.open(QIODevice::WriteOnly));
            QCOMPARE(other.write(foreign), foreign.size());
        }
        QTRY_VERIFY_WITH_TIMEOUT(file_->notice().text.contains("was changed by another program"), kPatience);
        QCOMPARE(file_->notice().remedy, FileNotice::Remedy::SaveAs);
        QVERIFY(!file_->canSave());
        QSignalSpy saved(file_.get(), &DocumentFile::saved);
        file_->save();
        QVERIFY(!file_->waitForSaved());
        QVERIFY(saved.isEmpty());
        QVERIFY(savesAs("b.roundoff"));
        QVERIFY(file_->notice().text.isEmpty());
        file_.reset();
        QCOMPARE(stored(path("b.roundoff")).saved.base.training.epochs, 9);
        QFile other(path("a.roundoff"));
        QVERIFY(other.open(QIODevice::ReadOnly));
        QCOMPARE(other.readAll(), foreign);
    }

    void whatCannotBeWrittenIsToldUntilItCan() {
        tests::FaultyVfs& faults = tests::FaultyVfs::install();
        attach(FilePlace::Titled);
        faults.failAt(1, SQLITE_FULL, true);
        edit(9);
        QTRY_VERIFY_WITH_TIMEOUT(file_->notice().text.contains("is not being saved at present"), kPatience);
        QVERIFY(file_->notice().text.contains("the disk is full"));
        QVERIFY(file_->notice().isProblem);
        faults.stopFailing();
        QTRY_VERIFY_WITH_TIMEOUT(file_->notice().text.isEmpty(), kPatience);
        QVERIFY(file_->file()->specifications().draft.has_value());
    }

    void runsThatWereOverwrittenAreMissedAloud() {
        attach(FilePlace::Titled);
        file_->file()->beginSweep(defaultExperiment(), experiment::makePlan(defaultExperiment()), 1);
        {
            QFile other(path("a.roundoff"));
            QVERIFY(other.open(QIODevice::WriteOnly));
            other.write("something else");
        }
        QVERIFY(savesAs("b.roundoff"));
        QVERIFY2(file_->notice().text.contains("they are not in b.roundoff"), qPrintable(file_->notice().text));
        QVERIFY(file_->notice().isProblem);
    }

    void aFileThatAnotherProgramHasIsGoneOnWithInACopy() {
        const auto other = ExperimentFile::create(toPath(path("a.roundoff")), defaultExperiment());
        file_->attach(openExperimentFile(path("a.roundoff"), FilePlace::Titled));
        QVERIFY(file_->isReadOnly());
        QVERIFY(file_->notice().text.contains("can only be read"));
        QVERIFY(!file_->canSave());
        QSignalSpy detached(file_.get(), &DocumentFile::detached);
        edit(9);
        QVERIFY(detached.wait(kPatience));
        QVERIFY(!file_->isReadOnly());
        QCOMPARE(file_->place(), FilePlace::Untitled);
        QCOMPARE(file_->displayName(), QString("Copy of a.roundoff"));
        QVERIFY(file_->isModified());
        QTRY_VERIFY_WITH_TIMEOUT(file_->file()->specifications().draft.has_value(), kPatience);
        QVERIFY(other->specifications().saved == defaultExperiment());
    }

    void withoutAFileItSaysSo() {
        file_->attach({nullptr, {defaultExperiment(), {}, {}}, FilePlace::Nowhere, {}});
        QCOMPARE(file_->place(), FilePlace::Nowhere);
        QCOMPARE(file_->notice().remedy, FileNotice::Remedy::SaveAs);
        QVERIFY(!file_->keepNow().isEmpty());
        edit(9);
        QVERIFY(savesAs("b.roundoff"));
        QCOMPARE(file_->place(), FilePlace::Titled);
        QVERIFY(file_->notice().text.isEmpty());
    }

    void anUntitledOneWithResultsIsModified() {
        attach(FilePlace::Untitled);
        QVERIFY(file_->isPristine());
        file_->setHasResults(true);
        QVERIFY(file_->isModified());
        QVERIFY(!file_->isPristine());
        QVERIFY(savesAs("b.roundoff"));
        QVERIFY(!file_->isModified());
    }
};

QTEST_MAIN(TstDocumentFile)
#include "tst_document_file.moc"
