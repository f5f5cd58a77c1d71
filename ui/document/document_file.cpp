// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document_file.h"

#include <utility>

#include <QEventLoop>
#include <QFileInfo>

#include "core/base/error.h"
#include "ui/document/error_of.h"
#include "ui/document/experiment_document.h"
#include "ui/workspace/experiment_files.h"

namespace roundoff::ui {
namespace {

using experiment::ExperimentSpec;
using store::ExperimentFile;
using Outside = ExperimentFile::Outside;

constexpr int kDraftMilliseconds = 1000;
constexpr int kLookMilliseconds = 1000;

/// An error if what was written is not where a person expects it.
void checkIsThere(const ExperimentFile& file) {
    if (file.outside() != Outside::Nothing) {
        throw InputError(DocumentFile::tr("%1 was moved, deleted or replaced by another program: save it elsewhere")
                             .arg(fromPath(file.path()))
                             .toStdString());
    }
}

/// A file that is left for another place has been saved: it does not offer what went with the new one.
void forgetDraftOf(const QString& path) {
    static_cast<void>(errorOf([&path] {
        if (const auto left = ExperimentFile::open(toPath(path)); left->access() == ExperimentFile::Access::ReadWrite) {
            left->keepDraft(std::nullopt);
        }
    }));
}

/// Moves a file, or makes it where there was none. @return the file that is written to now
OpenedFile moved(const std::shared_ptr<ExperimentFile>& file, const QString& path, const ExperimentSpec& specification,
                 const std::function<void(ExperimentFile&)>& filler) {
    OpenedFile result{file, {}, FilePlace::Titled, {}, false};
    result.error = errorOf([&] {
        if (!file) {
            result.file = ExperimentFile::create(toPath(path), specification);
            if (filler) {
                filler(*result.file);
            }
            return;
        }
        result.withoutRuns = file->saveAs(toPath(path)) == ExperimentFile::Moved::WithoutRuns;
    });
    return result;
}

} // namespace

DocumentFile::DocumentFile(ExperimentDocument& document, std::function<QString()> newUntitled, QObject* parent)
    : QObject(parent), document_(document), newUntitled_(std::move(newUntitled)), saved_(document.specification()) {
    draftTimer_.setSingleShot(true);
    draftTimer_.setInterval(kDraftMilliseconds);
    lookTimer_.setInterval(kLookMilliseconds);
    connect(&draftTimer_, &QTimer::timeout, this, &DocumentFile::keepDraft);
    connect(&lookTimer_, &QTimer::timeout, this, &DocumentFile::look);
    connect(&document_, &ExperimentDocument::changed, this, &DocumentFile::documentChanged);
    notice_ = currentNotice();
}

void DocumentFile::attach(OpenedFile opened, bool recovered) {
    const QString left = place_ != FilePlace::Titled ? location_ : QString();
    file_ = std::move(opened.file);
    place_ = file_ ? opened.place : FilePlace::Nowhere;
    location_ = file_ ? fromPath(file_->path()) : QString();
    origin_.clear();
    readOnly_ = file_ && file_->access() == ExperimentFile::Access::ReadOnly;
    whyReadOnly_ = readOnly_ ? QString::fromStdString(file_->whyReadOnly()) : QString();
    hasResults_ = opened.specifications.ran.has_value();
    draftProblem_.clear();
    leftRunsOf_.clear();
    look_ = {};
    saved_ = opened.specifications.saved;
    document_.load(saved_);
    if (opened.specifications.draft) {
        document_.replace(*std::move(opened.specifications.draft), tr("changes that were not saved"));
    }
    recovered_ = recovered && (place_ != FilePlace::Titled || draft());
    draftTimer_.stop();
    if (file_) {
        lookTimer_.start();
    } else {
        lookTimer_.stop();
    }
    emit attached();
    if (!left.isEmpty()) {
        removeExperimentFile(left);
    }
    refresh();
}

void DocumentFile::beginWith(const ExperimentSpec& specification) {
    saved_ = specification;
    recovered_ = false;
    leftRunsOf_.clear();
    origin_.clear();
    document_.load(specification);
    draftTimer_.stop();
    if (file_) {
        background_.run([file = file_, specification] { return errorOf([&] { file->save(specification); }); },
                        [this](const QString& error) {
                            draftProblem_ = error;
                            refresh();
                        });
    }
    refresh();
}

QString DocumentFile::path() const {
    return place_ == FilePlace::Titled ? location_ : QString();
}

QString DocumentFile::displayName() const {
    if (place_ == FilePlace::Titled) {
        return QFileInfo(location_).fileName();
    }
    if (!origin_.isEmpty()) {
        return tr("Copy of %1").arg(origin_);
    }
    const std::string& title = document_.specification().title;
    return title.empty() ? tr("Untitled experiment") : QString::fromStdString(title);
}

bool DocumentFile::isModified() const {
    const bool differs = document_.specification() != saved_;
    if (place_ != FilePlace::Titled) {
        return differs || hasResults_;
    }
    return differs || !look_.problem.isEmpty() || look_.outside != Outside::Nothing;
}

bool DocumentFile::isPristine() const {
    return place_ != FilePlace::Titled && !isModified() && !isSaving() && !detaching_;
}

void DocumentFile::setHasResults(bool has) {
    if (has != hasResults_) {
        hasResults_ = has;
        refresh();
    }
}

bool DocumentFile::canSave() const {
    return file_ && place_ == FilePlace::Titled && !readOnly_ && look_.outside == Outside::Nothing;
}

void DocumentFile::save() {
    if (!file_ || place_ != FilePlace::Titled || readOnly_) {
        emit failed(tr("%1 has no place of its own yet: choose one with Save As").arg(displayName()));
        return;
    }
    ++saving_;
    const ExperimentSpec specification = document_.specification();
    background_.run(
        [file = file_, specification] {
            return errorOf([&] {
                checkIsThere(*file); // Before, so that nothing is written that nobody can find,
                file->save(specification);
                file->flush();
                checkIsThere(*file); // and after, since "saved" has to be true.
            });
        },
        [this, specification](const QString& error) { finishSaving(specification, error); });
    refresh();
}

void DocumentFile::saveAs(const QString& path) {
    if (canSave() && canonicalPath(path) == canonicalPath(location_)) {
        save();
        return;
    }
    ++saving_;
    const ExperimentSpec specification = document_.specification();
    const QString left = location_;
    const bool wasTitled = place_ == FilePlace::Titled;
    const bool forget = wasTitled && !readOnly_ && draft().has_value();
    background_.run(
        [file = file_, path, specification, filler = filler_, left, wasTitled, forget] {
            const bool foreign = file && file->outside() == Outside::Changed;
            OpenedFile result = moved(file, path, specification, filler);
            if (!result.error.isEmpty()) {
                return result;
            }
            result.error = errorOf([&] {
                result.file->save(specification);
                result.file->flush();
                checkIsThere(*result.file);
            });
            if (result.error.isEmpty() && !left.isEmpty() && !foreign) {
                if (!wasTitled) {
                    removeExperimentFile(left);
                } else if (forget) {
                    forgetDraftOf(left);
                }
            }
            return result;
        },
        [this, path, specification](const OpenedFile& result) { finishMoving(path, result, specification); });
    refresh();
}

bool DocumentFile::waitForSaved() {
    QEventLoop loop;
    connect(this, &DocumentFile::changed, &loop, [this, &loop] {
        if (saving_ == 0) {
            loop.quit();
        }
    });
    if (saving_ > 0) {
        loop.exec();
    }
    return lastSaved_;
}

void DocumentFile::detach() {
    if (!readOnly_ || detaching_) {
        return;
    }
    detaching_ = true;
    QString path;
    if (const QString error = errorOf([&] { path = newUntitled_(); }); !error.isEmpty()) {
        detaching_ = false;
        emit failed(error);
        return;
    }
    const QString origin = displayName();
    background_.run([file = file_, path, specification = saved_] { return moved(file, path, specification, {}); },
                    [this, origin, path](const OpenedFile& copy) {
                        detaching_ = false;
                        if (!copy.error.isEmpty()) {
                            emit failed(copy.error);
                            return;
                        }
                        file_ = copy.file;
                        place_ = FilePlace::Untitled;
                        location_ = path;
                        origin_ = origin;
                        readOnly_ = false;
                        look_ = {};
                        emit attached();
                        draftTimer_.start();
                        refresh();
                        emit detached();
                    });
}

QString DocumentFile::keepNow() {
    draftTimer_.stop();
    if (!file_) {
        return tr("%1 is kept in memory only").arg(displayName());
    }
    return errorOf([this] {
        file_->keepDraft(draft());
        file_->flush();
        checkIsThere(*file_);
    });
}

void DocumentFile::discardDraft() {
    draftTimer_.stop();
    if (file_ && !readOnly_) {
        static_cast<void>(errorOf([this] { file_->keepDraft(std::nullopt); }));
    }
}

void DocumentFile::documentChanged() {
    if (readOnly_ && draft()) {
        detach(); // What is edited has to be kept somewhere.
    } else if (file_ && !readOnly_ && !draftTimer_.isActive()) {
        draftTimer_.start(); // Not put off by further edits: none waits for longer than that.
    }
    if (!draft() && (place_ == FilePlace::Titled || !hasResults_)) {
        recovered_ = false; // What was recovered has been taken back.
    }
    refresh();
}

void DocumentFile::keepDraft() {
    if (!file_ || readOnly_ || look_.outside != Outside::Nothing) {
        return;
    }
    background_.run([file = file_, draft = draft()] { return errorOf([&] { file->keepDraft(draft); }); },
                    [this](const QString& error) {
                        draftProblem_ = error;
                        refresh();
                    });
}

void DocumentFile::look() {
    if (looking_ || !file_ || saving_ > 0 || detaching_) {
        return;
    }
    looking_ = true;
    background_.run(
        [file = file_] {
            return std::pair(file, Look{QString::fromStdString(file->problem()), file->outside()});
        },
        [this](const auto& seen) {
            looking_ = false;
            if (seen.first == file_ && saving_ == 0) {
                take(seen.second);
            }
        });
}

void DocumentFile::take(const Look& look) {
    const bool isBack = look_.outside != Outside::Nothing && look.outside == Outside::Nothing;
    if ((isBack || !draftProblem_.isEmpty()) && !draftTimer_.isActive()) {
        draftTimer_.start();
    }
    if (look != look_) {
        look_ = look;
        refresh();
    }
}

void DocumentFile::finishSaving(const ExperimentSpec& specification, const QString& error) {
    --saving_;
    lastSaved_ = error.isEmpty();
    if (lastSaved_) {
        saved_ = specification;
        recovered_ = false;
        draftProblem_.clear();
        if (draft()) { // Edited meanwhile.
            draftTimer_.start();
        }
    }
    refresh();
    if (lastSaved_) {
        emit saved(location_);
    } else {
        emit failed(error);
    }
}

void DocumentFile::finishMoving(const QString& path, const OpenedFile& moved, const ExperimentSpec& specification) {
    // Saving may have failed when the file was at its new place already: then it lives there all the same.
    if (moved.file && canonicalPath(fromPath(moved.file->path())) == canonicalPath(path)) {
        leftRunsOf_ = moved.withoutRuns ? displayName() : QString();
        file_ = moved.file;
        place_ = FilePlace::Titled;
        location_ = fromPath(file_->path());
        origin_.clear();
        readOnly_ = false;
        look_ = {};
        lookTimer_.start();
        emit attached();
    }
    finishSaving(specification, moved.error);
}

void DocumentFile::refresh() {
    notice_ = currentNotice();
    emit changed();
}

std::optional<ExperimentSpec> DocumentFile::draft() const {
    if (document_.specification() == saved_) {
        return std::nullopt;
    }
    return document_.specification();
}

} // namespace roundoff::ui
