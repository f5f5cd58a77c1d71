// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <utility>

#include <QDir>
#include <QFileInfo>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMimeData>
#include <QStatusBar>
#include <QUrl>

#include "core/base/error.h"
#include "ui/actions.h"
#include "ui/document/specification_file.h"
#include "ui/experiment_form/experiment_form.h"
#include "ui/main_window.h"
#include "ui/pages/start_page.h"
#include "ui/widgets/banner.h"
#include "ui/workspace/experiment_files.h"
#include "ui/workspace/recent_files.h"
#include "ui/workspace/window_owner.h"

namespace roundoff::ui {
namespace {

constexpr int kMessageMilliseconds = 6000;

/// The files of a drag that a window can open.
QStringList filesOf(const QMimeData* data) {
    QStringList files;
    for (const QUrl& url : data->urls()) {
        const QString name = url.fileName();
        if (url.isLocalFile() && (name.endsWith(QLatin1String(kExperimentEnding), Qt::CaseInsensitive) ||
                                  name.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive))) {
            files << url.toLocalFile();
        }
    }
    return files;
}

} // namespace

void MainWindow::setFile(OpenedFile opened, bool recovered) {
    const bool hasResults = opened.specifications.ran.has_value();
    file_.attach(std::move(opened), recovered);
    if (!file_.path().isEmpty() && environment_.recentFiles != nullptr) {
        environment_.recentFiles->add(file_.path());
    }
    if (hasResults) {
        session_.show();
    }
}

bool MainWindow::isPristine() const {
    return file_.isPristine() && !session_.isBusy() && session_.plan() == nullptr;
}

bool MainWindow::isBlank() const {
    return isPristine() && document_.specification() == defaultExperiment();
}

void MainWindow::beginWith(const experiment::ExperimentSpec& specification) {
    file_.beginWith(specification);
    banner_->hide();
}

void MainWindow::openFile(const QString& path) {
    if (environment_.owner != nullptr) {
        environment_.owner->open(path, *this);
    }
}

void MainWindow::saveAs(const QString& path) {
    MainWindow* other = environment_.owner == nullptr ? nullptr : environment_.owner->windowOf(path);
    if (other != nullptr && other != this) {
        showError(tr("%1 is open in another window: close that one first, or choose another name")
                      .arg(QDir::toNativeSeparators(path)));
        return;
    }
    form_->commit();
    if (!file_.file()) {
        file_.setFiller([plan = session_.plan(), results = session_.results(), threads = session_.threads(),
                         specification = session_.specification()](store::ExperimentFile& file) {
            if (!plan) {
                return;
            }
            file.beginSweep(specification, *plan, threads);
            for (std::size_t run = 0; run < results.size(); ++run) {
                if (results[run]) {
                    static_cast<void>(file.keepResult(plan->runs[run], results[run]));
                }
            }
            file.flush();
        });
    }
    showWork(tr("Saving %1").arg(QDir::toNativeSeparators(path)));
    file_.saveAs(path);
}

void MainWindow::exportSpecification(const QString& path) {
    form_->commit();
    try {
        writeSpecificationFile(path, document_.specification());
        statusBar()->showMessage(tr("The specification is in %1").arg(QDir::toNativeSeparators(path)),
                                 kMessageMilliseconds);
    } catch (const InputError& error) {
        showError(QString::fromUtf8(error.what()));
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!filesOf(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QStringList files = filesOf(event->mimeData());
    if (!files.isEmpty()) {
        event->acceptProposedAction();
    }
    for (const QString& file : files) {
        openFile(file);
    }
}

void MainWindow::connectFileActions() {
    const auto on = [this](QAction* action, auto handler) { connect(action, &QAction::triggered, this, handler); };
    on(actions_->newExperiment, [this] {
        if (environment_.owner != nullptr) {
            environment_.owner->showNewExperiment(*this);
        }
    });
    on(actions_->open, [this] { chooseFileToOpen(); });
    on(actions_->save, [this] { save(); });
    on(actions_->saveAs, [this] {
        if (const QString path = chooseFileToSave(); !path.isEmpty()) {
            saveAs(path);
        }
    });
    on(actions_->exportSpecification, [this] { chooseSpecificationToExport(); });
    on(actions_->exportResults, [this] { chooseFolderToExport(); });
    on(actions_->closeWindow, [this] { close(); });
    on(actions_->quit, [this] {
        if (environment_.owner != nullptr) {
            environment_.owner->quit();
        } else {
            close();
        }
    });
}

void MainWindow::connectFile() {
    connect(&file_, &DocumentFile::changed, this, [this] {
        updateTitle();
        showFileNotice();
        if (environment_.owner != nullptr) {
            environment_.owner->windowChanged(*this);
        }
    });
    connect(&file_, &DocumentFile::attached, this, &MainWindow::giveFile);
    connect(&file_, &DocumentFile::saved, this, [this](const QString& path) {
        banner_->hide();
        statusBar()->showMessage(tr("Saved %1").arg(QDir::toNativeSeparators(path)), kMessageMilliseconds);
        if (environment_.recentFiles != nullptr) {
            environment_.recentFiles->add(path);
        }
    });
    connect(&file_, &DocumentFile::failed, this, [this](const QString& message) {
        showWork({});
        runWhenDetached_.reset();
        showError(message);
    });
    connect(&file_, &DocumentFile::detached, this, [this] {
        if (const auto begin = std::exchange(runWhenDetached_, std::nullopt)) {
            run(*begin);
        }
    });
    if (environment_.recentFiles != nullptr) {
        connect(environment_.recentFiles, &RecentFiles::changed, this, &MainWindow::fillRecentMenu);
    }
    startPage_->setRecentFiles(environment_.recentFiles);
    showFileNotice();
}

void MainWindow::giveFile() {
    // While it trains, a session keeps the file that it has: the same one, wherever that moves.
    if (!session_.isBusy() && given_ != file_.file()) {
        given_ = file_.file();
        session_.setFile(given_);
        requestEstimate();
        requestEstimate(); // Other runs are there.
    }
}

void MainWindow::showFileNotice() {
    const FileNotice& notice = file_.notice();
    if (notice == shownNotice_) {
        return; // A person may have closed it.
    }
    shownNotice_ = notice;
    if (notice.text.isEmpty()) {
        fileBanner_->hide();
        return;
    }
    QString action;
    std::function<void()> remedy;
    if (notice.remedy == FileNotice::Remedy::SaveAs) {
        action = tr("Save as...");
        remedy = [this] { actions_->saveAs->trigger(); };
    } else if (notice.remedy == FileNotice::Remedy::Discard) {
        action = tr("Discard");
        remedy = [this] { discardRecovered(); };
    }
    fileBanner_->show(notice.isProblem ? Banner::Kind::Error : Banner::Kind::Notice, notice.text, action, remedy);
}

void MainWindow::save() {
    if (file_.canSave()) {
        form_->commit();
        file_.save();
    } else if (const QString path = chooseFileToSave(); !path.isEmpty()) {
        saveAs(path);
    }
}

} // namespace roundoff::ui
