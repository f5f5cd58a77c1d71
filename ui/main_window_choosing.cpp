// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QRegularExpression>
#include <QSettings>

#include "core/data/file_name.h"
#include "ui/actions.h"
#include "ui/main_window.h"
#include "ui/pages/preset_card.h"
#include "ui/window_settings.h"
#include "ui/workspace/experiment_files.h"
#include "ui/workspace/recent_files.h"
#include "ui/workspace/window_owner.h"
#include "ui/widgets/plain_text.h"

// Where a person chooses what to open and where to save: menus and file dialogs.

namespace roundoff::ui {
namespace {

/// A title as the name of a file on every system.
QString fileNameOf(const QString& title) {
    static const QRegularExpression unfit(QStringLiteral("[\\x00-\\x1f/\\\\:*?\"<>|]+"));
    constexpr qsizetype kLongest = 80;
    QString name = title;
    name = name.replace(unfit, QStringLiteral(" ")).simplified().left(kLongest);
    return name.isEmpty() ? MainWindow::tr("experiment") : QString::fromStdString(data::fileNameOf(name.toStdString()));
}

} // namespace

void MainWindow::addPresets() {
    for (std::size_t index = 0; index < environment_.presets.size(); ++index) {
        QAction* action = actions_->presets->addAction(withoutMnemonic(presetTitle(environment_.presets[index])));
        action->setToolTip(plainToolTip(presetSummary(environment_.presets[index])));
        connect(action, &QAction::triggered, this, [this, index] { openPreset(static_cast<int>(index), false); });
    }
    actions_->presets->setToolTipsVisible(true);
    actions_->presets->setEnabled(!environment_.presets.empty());
}

void MainWindow::openPreset(int index, bool runNow) {
    if (environment_.owner != nullptr) {
        environment_.owner->showExperiment(environment_.presets[static_cast<std::size_t>(index)].spec, runNow, *this);
    }
}

void MainWindow::fillRecentMenu() {
    QMenu* menu = actions_->recent;
    menu->clear();
    menu->setToolTipsVisible(true);
    menu->setEnabled(environment_.recentFiles != nullptr && !environment_.recentFiles->files().isEmpty());
    if (!menu->isEnabled()) {
        return;
    }
    int number = 0;
    for (const RecentFile& file : environment_.recentFiles->files()) {
        QString name = QStringLiteral("%1  \u2013  %2").arg(QFileInfo(file.path).fileName(), shownFolder(file.path));
        name.replace(QLatin1Char('&'), QStringLiteral("&&"));
        // One key for each: 1 to 9 and 0.
        const QString key = QString::number(++number % 10);
        QAction* action = menu->addAction(QStringLiteral("&%1  %2").arg(key, name));
        action->setToolTip(plainToolTip(QDir::toNativeSeparators(file.path)));
        connect(action, &QAction::triggered, this, [this, path = file.path] { openRecent(path); });
    }
    menu->addSeparator();
    QAction* clear = menu->addAction(tr("&Clear this list"));
    clear->setObjectName(QStringLiteral("clearRecent"));
    clear->setToolTip(tr("Forget which files were opened; the files stay"));
    // The menu is filled anew by this, so it has to be over first.
    connect(clear, &QAction::triggered, environment_.recentFiles, &RecentFiles::clear, Qt::QueuedConnection);
}

void MainWindow::openRecent(const QString& path) {
    if (QFileInfo::exists(path)) {
        openFile(path);
        return;
    }
    environment_.recentFiles->remove(path);
    showError(
        tr("%1 is not there any more. It was taken off the list of recent files.").arg(QDir::toNativeSeparators(path)));
}

void MainWindow::chooseFileToOpen() {
    const QStringList paths = QFileDialog::getOpenFileNames(this, tr("Open"), lastFolder(settings_), openFilter());
    for (const QString& path : paths) {
        setLastFolder(settings_, QFileInfo(path).path());
        openFile(path);
    }
}

QString MainWindow::chooseFileToSave() {
    QFileDialog dialog(this, tr("Save experiment"), lastFolder(settings_), experimentFilter());
    dialog.setObjectName(QStringLiteral("saveDialog"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QLatin1String(kExperimentEnding).mid(1));
    if (file_.path().isEmpty()) {
        dialog.selectFile(fileNameOf(file_.displayName()) + QLatin1String(kExperimentEnding));
    } else {
        dialog.setDirectory(QFileInfo(file_.path()).absolutePath());
        dialog.selectFile(QFileInfo(file_.path()).fileName());
    }
    if (dialog.exec() != QDialog::Accepted || dialog.selectedFiles().isEmpty()) {
        return {};
    }
    const QString path = dialog.selectedFiles().first();
    setLastFolder(settings_, QFileInfo(path).path());
    return path;
}

void MainWindow::chooseSpecificationToExport() {
    const QString proposal = QDir(lastFolder(settings_))
                                 .filePath(fileNameOf(QFileInfo(file_.displayName()).completeBaseName()) +
                                           QStringLiteral(".json"));
    const QString path = QFileDialog::getSaveFileName(this, tr("Export specification"), proposal,
                                                      specificationFilter());
    if (!path.isEmpty()) {
        setLastFolder(settings_, QFileInfo(path).path());
        exportSpecification(path);
    }
}

} // namespace roundoff::ui
