// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include "tests/ui/ui_fixtures.h"
#include "ui/workspace/workspace.h"

namespace roundoff::ui {

inline constexpr int kPatience = 20'000;

/// The whole window part of the program with data made up in memory, and with settings and a data folder of its own
/// that outlive a start: `start()` again is the next start of the program.
class WindowBench {
public:
    /// @param root  of settings and data, where they are not to end with it
    explicit WindowBench(const QString& root = {}) : root_(root.isEmpty() ? folder.path() : root) {
        QApplication::setQuitOnLastWindowClosed(false);
    }
    ~WindowBench() { crash(); }
    WindowBench(const WindowBench&) = delete;
    WindowBench& operator=(const WindowBench&) = delete;

    [[nodiscard]] QString path(const QString& name) const { return root_ + "/" + name; }
    [[nodiscard]] QString dataFolder() const { return path("data"); }
    [[nodiscard]] QStringList untitledFiles() const {
        return QDir(dataFolder() + "/untitled").entryList({"*.roundoff"}, QDir::Files);
    }

    static MainWindow::Environment environment() {
        experiment::Preset preset;
        preset.name = "tiny";
        preset.summary = "As small as can be.";
        preset.figures = {{"4", "accuracy", "", {}}};
        preset.spec = tinyExperiment();
        preset.spec.title = "Tiny";
        return {std::make_shared<MadeUpInputs>(), {preset}, {}, nullptr, nullptr};
    }

    /// Starts the program, and waits until its windows are there. @return the first
    MainWindow* start(const QStringList& files = {}) {
        settings = std::make_unique<QSettings>(path("settings.ini"), QSettings::IniFormat);
        workspace = std::make_unique<Workspace>(environment(), *settings, dataFolder());
        QSignalSpy started(workspace.get(), &Workspace::started);
        workspace->start(files);
        if (started.isEmpty() && !started.wait(kPatience)) {
            qFatal("the program did not start");
        }
        MainWindow* first = workspace->windows().first();
        static_cast<void>(QTest::qWaitForWindowActive(first)); // Keys are for the window that is active.
        return first;
    }

    /// Ends the program as a person does. @return whether it has ended
    bool quit() {
        workspace->quit();
        return finishIfEmpty();
    }
    bool finishIfEmpty() {
        if (!workspace->windows().isEmpty()) {
            return false;
        }
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        workspace.reset();
        settings.reset();
        return true;
    }
    /// Ends the program without any of what it does at its end; what was kept is on the disk.
    void crash() {
        if (settings) {
            settings->sync();
        }
        workspace.reset();
        settings.reset();
    }

    QTemporaryDir folder;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<Workspace> workspace;

private:
    QString root_;
};

inline QAction* action(const MainWindow& window, const QString& name) {
    return window.findChild<QAction*>(name);
}

inline QString textOf(const MainWindow& window, const QString& label) {
    return window.findChild<QLabel*>(label)->text();
}

inline bool isShown(const MainWindow& window, const QString& widget) {
    return window.findChild<QWidget*>(widget)->isVisible();
}

/// Waits for a modal dialog of that name and does something with it. Counts how often it came.
class DialogAnswer {
public:
    DialogAnswer(const QString& name, std::function<void(QWidget&)> answer) {
        constexpr int kLookMilliseconds = 20;
        timer_.setInterval(kLookMilliseconds);
        QObject::connect(&timer_, &QTimer::timeout, [this, name, answer = std::move(answer)] {
            QWidget* dialog = QApplication::activeModalWidget();
            if (dialog != nullptr && dialog->objectName() == name) {
                ++count_;
                answer(*dialog);
            }
        });
        timer_.start();
    }

    /// Clicks a button of a message box.
    static DialogAnswer click(const QString& name, QMessageBox::StandardButton button) {
        return {name, [button](QWidget& dialog) {
                    QTest::mouseClick(static_cast<QMessageBox&>(dialog).button(button), Qt::LeftButton);
                }};
    }
    /// Clicks the default button of a message box.
    static DialogAnswer accept(const QString& name) {
        return {name, [](QWidget& dialog) {
                    QTest::mouseClick(static_cast<QMessageBox&>(dialog).defaultButton(), Qt::LeftButton);
                }};
    }
    /// Chooses a file to save to.
    static DialogAnswer choose(const QString& path) {
        return {"saveDialog", [path](QWidget& dialog) {
                    dialog.findChild<QLineEdit*>("fileNameEdit")->setText(path);
                    QMetaObject::invokeMethod(&dialog, "accept");
                }};
    }

    [[nodiscard]] int count() const { return count_; }

private:
    QTimer timer_;
    int count_ = 0;
};

} // namespace roundoff::ui
