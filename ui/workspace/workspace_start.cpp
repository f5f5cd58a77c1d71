// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include "ui/document/specification_file.h"
#include "ui/workspace/workspace.h"

namespace roundoff::ui {

void Workspace::start(const QStringList& files) {
    starting_ = true;
    filesToOpen_ = files;
    const SessionRecord last = readSession(settings_);
    QList<Return> returns;
    QSet<QString> listed;
    for (const WindowRecord& record : last.windows) {
        listed.insert(canonicalPath(record.path));
        if (files.isEmpty() || !last.ended) {
            returns << Return{record, !last.ended, false};
        } else if (record.untitled) {
            dormant_ << record; // It has no other place where somebody would find it.
        }
    }
    for (const QString& path : untitled_.files()) {
        if (!listed.contains(canonicalPath(path))) {
            returns << Return{{path, true, {}, 0}, true, true};
        }
    }
    returning_ = static_cast<int>(returns.size());
    for (const Return& one : std::as_const(returns)) {
        bringBack(one);
    }
    if (returning_ == 0) {
        finishStart();
    }
}

void Workspace::bringBack(const Return& one) {
    const QString path = one.record.path;
    const FilePlace place = one.record.untitled ? FilePlace::Untitled : FilePlace::Titled;
    background_.run([path, place] { return openExperimentFile(path, place); },
                    [this, one](const OpenedFile& opened) {
                        finishReturn(one, opened);
                        if (--returning_ == 0) {
                            finishStart();
                        }
                    });
}

void Workspace::finishReturn(const Return& one, OpenedFile opened) {
    const QString path = one.record.path;
    if (!opened.file) {
        if (!QFileInfo::exists(path)) {
            problems_ << tr("%1 was open last time and is not there any more").arg(QDir::toNativeSeparators(path));
        } else if (one.record.untitled) {
            const QString aside = UntitledFolder::putAside(path);
            problems_ << tr("%1 It was put aside as %2.").arg(opened.error, QDir::toNativeSeparators(aside));
        } else {
            problems_ << opened.error;
        }
        return;
    }
    if (one.record.untitled && opened.file->access() == store::ExperimentFile::Access::ReadOnly) {
        return; // Another program has it open: it is not left over.
    }
    if (one.leftOver && !opened.specifications.draft && !opened.specifications.ran) {
        opened.file.reset();
        removeExperimentFile(path);
        return;
    }
    MainWindow* window = makeWindow();
    if (!one.record.geometry.isEmpty()) {
        window->restoreGeometry(one.record.geometry);
    }
    window->setFile(std::move(opened), one.recovered);
    window->setCurrentPage(one.record.page);
    window->show();
}

void Workspace::finishStart() {
    starting_ = false;
    if (windows_.isEmpty()) {
        makeWindowWith(defaultExperiment())->show();
    }
    MainWindow* first = windows_.first();
    if (!problems_.isEmpty()) {
        first->showError(std::exchange(problems_, {}).join(QLatin1Char('\n')));
    }
    for (const QString& file : std::exchange(filesToOpen_, {})) {
        open(file, *first);
    }
    writeSession(false);
    if (!settings_.isWritable() || settings_.status() != QSettings::NoError) {
        first->showNotice(tr("The settings cannot be written to %1: what you choose is forgotten at the end.")
                              .arg(QDir::toNativeSeparators(settings_.fileName())));
    }
    emit started();
}

void Workspace::writeSession(bool ended) {
    SessionRecord session{dormant_, ended};
    for (MainWindow* window : std::as_const(windows_)) {
        const DocumentFile& file = window->file();
        const bool lasts = file.file() && (file.place() == FilePlace::Titled || file.place() == FilePlace::Untitled);
        if (lasts && !window->isBlank() && window->abandonedFile().isEmpty()) {
            session.windows << WindowRecord{file.location(), file.place() == FilePlace::Untitled,
                                            window->saveGeometry(), window->currentPage()};
        }
    }
    if (session != written_) {
        ui::writeSession(settings_, session);
        written_ = session;
    }
}

} // namespace roundoff::ui
