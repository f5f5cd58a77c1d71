// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/workspace.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QFileOpenEvent>
#include <QSettings>

#include "core/base/error.h"
#include "ui/document/specification_file.h"

namespace roundoff::ui {
namespace {

constexpr int kSessionMilliseconds = 300;

void bringUp(MainWindow& window) {
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

} // namespace

Workspace::Workspace(MainWindow::Environment environment, QSettings& settings, const QString& dataFolder,
                     QObject* parent)
    : QObject(parent), environment_(std::move(environment)), settings_(settings),
      untitled_(QDir(dataFolder).filePath(QStringLiteral("untitled"))), recentFiles_(settings) {
    environment_.owner = this;
    environment_.recentFiles = &recentFiles_;
    sessionTimer_.setSingleShot(true);
    sessionTimer_.setInterval(kSessionMilliseconds);
    connect(&sessionTimer_, &QTimer::timeout, this, [this] { writeSession(false); });
    QApplication::instance()->installEventFilter(this);
}

Workspace::~Workspace() {
    quitting_ = true;
    for (const QPointer<MainWindow>& window : std::as_const(closed_)) {
        delete window.data();
    }
    qDeleteAll(std::exchange(windows_, {}));
}

void Workspace::openFiles(const QStringList& files) {
    if (starting_) {
        filesToOpen_ += files;
        return;
    }
    MainWindow* active = activeWindow();
    if (active == nullptr) {
        return; // The program is ending.
    }
    if (files.isEmpty()) {
        showNewExperiment(*active);
    }
    for (const QString& file : files) {
        bringUp(*active);
        open(file, *active);
    }
}

void Workspace::showExperiment(const experiment::ExperimentSpec& specification, bool runNow, MainWindow& asker) {
    MainWindow* window = &asker;
    if (asker.isPristine()) {
        asker.beginWith(specification);
    } else {
        window = makeWindowWith(specification);
    }
    bringUp(*window);
    if (runNow) {
        window->run();
    }
}

void Workspace::showNewExperiment(MainWindow& asker) {
    if (asker.isPristine()) {
        asker.beginWith(defaultExperiment());
        asker.setCurrentPage(0);
        bringUp(asker);
    } else {
        bringUp(*makeWindowWith(defaultExperiment()));
    }
}

void Workspace::open(const QString& path, MainWindow& asker) {
    const QString canonical = canonicalPath(path);
    if (MainWindow* window = windowOf(canonical)) {
        bringUp(*window);
        return;
    }
    if (opening_.contains(canonical)) {
        return;
    }
    opening_.insert(canonical);
    asker.showWork(tr("Opening %1").arg(QDir::toNativeSeparators(path)));
    const FilePlace place = untitled_.contains(canonical) ? FilePlace::Untitled : FilePlace::Titled;
    background_.run([canonical, place] { return find(canonical, place); },
                    [this, canonical, asker = QPointer(&asker)](const Found& found) {
                        opening_.remove(canonical);
                        MainWindow* teller = asker.isNull() || !windows_.contains(asker) ? activeWindow()
                                                                                         : asker.data();
                        if (teller == nullptr) {
                            return;
                        }
                        teller->showWork({});
                        if (!found.error.isEmpty()) {
                            teller->showError(found.error);
                            return;
                        }
                        if (found.specification) {
                            recentFiles_.add(canonical);
                            showExperiment(*found.specification, false, *teller);
                            return;
                        }
                        MainWindow* window = teller->isPristine() ? teller : makeWindow();
                        window->setFile(found.file);
                        bringUp(*window);
                    });
}

Workspace::Found Workspace::find(const QString& path, FilePlace place) {
    Found found;
    const bool isJson = path.endsWith(QStringLiteral(".json"), Qt::CaseInsensitive);
    if (isJson && !store::isExperimentFile(toPath(path))) {
        try {
            found.specification = readSpecificationFile(path);
        } catch (const InputError& error) {
            found.error = QString::fromUtf8(error.what());
        }
    } else {
        found.file = openExperimentFile(path, place);
        found.error = found.file.error;
    }
    return found;
}

MainWindow* Workspace::windowOf(const QString& path) const {
    const QString canonical = canonicalPath(path);
    const auto window = std::ranges::find_if(windows_, [&canonical](MainWindow* candidate) {
        const QString& location = candidate->file().location();
        return !location.isEmpty() && canonicalPath(location) == canonical;
    });
    return window == windows_.end() ? nullptr : *window;
}

bool Workspace::isOnlyWindow(const MainWindow& /*window*/) const {
    return quitting_ || windows_.size() <= 1;
}

QString Workspace::newUntitledPath() {
    return untitled_.newPath();
}

void Workspace::windowChanged(MainWindow& /*window*/) {
    if (!quitting_ && !starting_ && !sessionTimer_.isActive()) {
        sessionTimer_.start();
    }
}

void Workspace::windowClosed(MainWindow& window) {
    const bool isLast = windows_.size() == 1;
    if (isLast && !quitting_) {
        writeSession(true); // Closing the last window ends the program.
    }
    windows_.removeOne(&window);
    if (!isLast && !quitting_) {
        writeSession(false);
    }
    sessionTimer_.stop();
    if (const QString abandoned = window.abandonedFile(); !abandoned.isEmpty()) {
        connect(&window, &QObject::destroyed, &window, [abandoned] { removeExperimentFile(abandoned); });
    }
    closed_.removeIf([](const QPointer<MainWindow>& closed) { return closed.isNull(); });
    closed_ << &window;
    window.deleteLater();
}

void Workspace::choicesChanged() {
    for (MainWindow* window : std::as_const(windows_)) {
        window->refreshChoices();
    }
}

void Workspace::quit() {
    const QList<MainWindow*> all = windows_;
    for (MainWindow* window : all) {
        if (!window->mayClose(true)) {
            for (MainWindow* other : all) {
                other->stayOpen();
            }
            return;
        }
    }
    quitting_ = true;
    writeSession(true);
    for (MainWindow* window : all) {
        window->close();
    }
}

bool Workspace::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FileOpen) {
        openFiles({static_cast<const QFileOpenEvent*>(event)->file()});
        return true;
    }
    return QObject::eventFilter(watched, event);
}

MainWindow* Workspace::makeWindow() {
    auto* window = new MainWindow(environment_, settings_);
    if (const MainWindow* other = activeWindow()) {
        constexpr QPoint kBeside(28, 28);
        window->restoreGeometry(other->saveGeometry());
        if (!window->isMaximized() && !window->isFullScreen()) {
            window->move(other->pos() + kBeside);
        }
    }
    windows_ << window;
    return window;
}

MainWindow* Workspace::makeWindowWith(const experiment::ExperimentSpec& specification) {
    MainWindow* window = makeWindow();
    window->setFile(makeUntitled(specification));
    return window;
}

OpenedFile Workspace::makeUntitled(const experiment::ExperimentSpec& specification) {
    try {
        OpenedFile made = createExperimentFile(untitled_.newPath(), specification, FilePlace::Untitled);
        if (made.file) {
            return made;
        }
    } catch (const InputError&) { // The next place is tried, and the window says where that is.
    }
    if (!temporary_) {
        temporary_ = std::make_unique<QTemporaryDir>();
    }
    try {
        const UntitledFolder folder(temporary_->path());
        return createExperimentFile(folder.newPath(), specification, FilePlace::Temporary);
    } catch (const InputError&) {
        return {nullptr, {specification, {}, {}}, FilePlace::Nowhere, {}};
    }
}

MainWindow* Workspace::activeWindow() const {
    auto* active = qobject_cast<MainWindow*>(QApplication::activeWindow());
    if (active != nullptr && windows_.contains(active)) {
        return active;
    }
    return windows_.isEmpty() ? nullptr : windows_.last();
}

} // namespace roundoff::ui
