// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include <QObject>
#include <QString>
#include <QTimer>

#include "core/experiment/experiment_spec.h"
#include "core/store/experiment_file.h"
#include "ui/document/opened_file.h"
#include "ui/widgets/background.h"

namespace roundoff::ui {

class ExperimentDocument;

/// What a person should know about the file for as long as it is so.
struct FileNotice {
    enum class Remedy : std::uint8_t { None, SaveAs, Discard };

    QString text; ///< Empty for nothing.
    bool isProblem = false;
    Remedy remedy = Remedy::None;

    bool operator==(const FileNotice&) const = default;
};

/// Binds a document to the file that it is kept in: saves it, keeps what is being edited within a second, and looks
/// once a second whether all of it can be written and is still there. Files are touched by a thread of its own.
class DocumentFile : public QObject {
    Q_OBJECT

public:
    /// @param newUntitled  makes the path of an untitled file that there is none of yet
    DocumentFile(ExperimentDocument& document, std::function<QString()> newUntitled, QObject* parent = nullptr);

    /// Takes another file; the document becomes what it holds.
    /// @param recovered  it was left by a session that did not end properly
    void attach(OpenedFile opened, bool recovered = false);
    /// Makes what an untitled experiment begins with another; edits count from here.
    void beginWith(const experiment::ExperimentSpec& specification);

    [[nodiscard]] std::shared_ptr<store::ExperimentFile> file() const { return file_; }
    [[nodiscard]] FilePlace place() const { return place_; }
    /// Where a person saved it; empty for an experiment that was not.
    [[nodiscard]] QString path() const;
    /// Where it is, with a title or without; empty if nowhere.
    [[nodiscard]] const QString& location() const { return location_; }
    /// The name of the file, or what an untitled experiment is called.
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] bool isReadOnly() const { return readOnly_; }
    /// Whether closing would lose something that a person may want saved: edits, results that no title was given to, or
    /// what could not be written.
    [[nodiscard]] bool isModified() const;
    /// Whether it is untitled and as it began: nobody would miss it.
    [[nodiscard]] bool isPristine() const;
    [[nodiscard]] const experiment::ExperimentSpec& savedSpecification() const { return saved_; }
    [[nodiscard]] const FileNotice& notice() const { return notice_; }

    /// Tells whether there are results, which an untitled experiment should not lose.
    void setHasResults(bool has);
    /// Fills a file that is made for results which were kept in memory only.
    void setFiller(std::function<void(store::ExperimentFile&)> filler) { filler_ = std::move(filler); }

    /// Whether it can be saved where it is: a person chose the place, and it can be written to.
    [[nodiscard]] bool canSave() const;
    /// Saves where it is. Ends with saved() or failed().
    void save();
    /// Saves at another place and lives there from now on. Ends with saved() or failed().
    void saveAs(const QString& path);
    /// Waits for all that was asked to be saved. @return whether the last of it was
    bool waitForSaved();
    [[nodiscard]] bool isSaving() const { return saving_ > 0; }
    /// Goes on in an untitled copy of a file that can only be read. Ends with detached() or failed().
    void detach();

    /// Keeps what is being edited, at once. @return what went wrong; empty if nothing did
    [[nodiscard]] QString keepNow();
    /// Forgets what is being edited, when it is closed without saving.
    void discardDraft();

signals:
    /// Name, place, marker or notice may be others.
    void changed();
    /// There is another file to write to.
    void attached();
    void detached();
    void saved(const QString& path);
    void failed(const QString& message);

private:
    struct Look {
        QString problem;
        store::ExperimentFile::Outside outside = store::ExperimentFile::Outside::Nothing;

        bool operator==(const Look&) const = default;
    };

    void documentChanged();
    void keepDraft();
    void look();
    void take(const Look& look);
    void finishSaving(const experiment::ExperimentSpec& specification, const QString& error);
    void finishMoving(const QString& path, const OpenedFile& moved, const experiment::ExperimentSpec& specification);
    void refresh();
    [[nodiscard]] FileNotice currentNotice() const;
    [[nodiscard]] std::optional<experiment::ExperimentSpec> draft() const;

    ExperimentDocument& document_;
    std::function<QString()> newUntitled_;
    std::function<void(store::ExperimentFile&)> filler_;
    std::shared_ptr<store::ExperimentFile> file_;
    FilePlace place_ = FilePlace::Nowhere;
    QString location_;   // of the file, wherever it is
    QString origin_;     // what an untitled copy is a copy of
    QString leftRunsOf_; // whose runs another program has overwritten before it was saved here
    experiment::ExperimentSpec saved_;
    bool readOnly_ = false;
    QString whyReadOnly_;
    bool recovered_ = false;
    bool hasResults_ = false;
    bool looking_ = false;
    bool detaching_ = false;
    bool lastSaved_ = true;
    int saving_ = 0;
    QString draftProblem_;
    Look look_;
    FileNotice notice_;
    QTimer draftTimer_;
    QTimer lookTimer_;
    Background background_;
};

} // namespace roundoff::ui
