// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window_settings.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QMainWindow>
#include <QScreen>
#include <QSettings>
#include <QSplitter>
#include <QStandardPaths>

namespace roundoff::ui {
namespace {

constexpr auto kGeometryKey = "window/geometry";
constexpr auto kMainSplitterKey = "window/mainSplitter";
constexpr auto kLiveSplitterKey = "window/liveSplitter";
constexpr auto kFolderKey = "files/folder";

} // namespace

void restoreWindow(const QSettings& settings, QMainWindow& window, QSplitter& main, QSplitter& live) {
    constexpr QSize kComfortable(1360, 860);
    constexpr double kShareOfScreen = 0.85;
    if (!window.restoreGeometry(settings.value(kGeometryKey).toByteArray())) {
        const QSize available = window.screen()->availableSize();
        window.resize(kComfortable.expandedTo(available * kShareOfScreen));
        if (kComfortable.width() > available.width() || kComfortable.height() > available.height()) {
            window.setWindowState(Qt::WindowMaximized);
        }
    }
    main.restoreState(settings.value(kMainSplitterKey).toByteArray());
    live.restoreState(settings.value(kLiveSplitterKey).toByteArray());
}

void saveWindow(QSettings& settings, const QMainWindow& window, const QSplitter& main, const QSplitter& live) {
    settings.setValue(kGeometryKey, window.saveGeometry());
    settings.setValue(kMainSplitterKey, main.saveState());
    settings.setValue(kLiveSplitterKey, live.saveState());
}

QString lastFolder(const QSettings& settings) {
    return settings.value(kFolderKey, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)).toString();
}

void setLastFolder(QSettings& settings, const QString& folder) {
    settings.setValue(kFolderKey, folder);
}

QString openFilter() {
    return QCoreApplication::translate("WindowSettings",
                                       "Experiments and specifications (*.roundoff *.json);;All files (*)");
}

QString experimentFilter() {
    return QCoreApplication::translate("WindowSettings", "Experiments (*.roundoff)");
}

QString specificationFilter() {
    return QCoreApplication::translate("WindowSettings", "Specifications (*.json);;All files (*)");
}

void checkChoice(const QActionGroup& group, const QVariant& value) {
    for (QAction* action : group.actions()) {
        if (action->data().toString() == value.toString()) {
            action->setChecked(true);
        }
    }
}

} // namespace roundoff::ui
