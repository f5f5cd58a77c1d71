// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/experiment/experiment_spec.h"

namespace roundoff::ui {

class MainWindow;

/// What a window asks of whoever owns all of them.
class WindowOwner {
public:
    WindowOwner() = default;
    WindowOwner(const WindowOwner&) = delete;
    WindowOwner& operator=(const WindowOwner&) = delete;
    virtual ~WindowOwner() = default;

    /// Shows an experiment that is not saved anywhere: in the asking window if nothing would be lost there, else in a
    /// new one.
    virtual void showExperiment(const experiment::ExperimentSpec& specification, bool runNow, MainWindow& asker) = 0;
    /// The default experiment in a window of its own.
    virtual void showNewExperiment(MainWindow& asker) = 0;
    /// Opens a file, in the background; what goes wrong is told in the asking window.
    virtual void open(const QString& path, MainWindow& asker) = 0;
    /// The window that has a file open; null for none.
    [[nodiscard]] virtual MainWindow* windowOf(const QString& path) const = 0;
    /// Whether closing a window ends the program, so that what is untitled is kept for the next start.
    [[nodiscard]] virtual bool isOnlyWindow(const MainWindow& window) const = 0;
    /// A path for an experiment without a title.
    /// @throws InputError if there is no place for one
    [[nodiscard]] virtual QString newUntitledPath() = 0;
    /// Name, place or page of a window are others.
    virtual void windowChanged(MainWindow& window) = 0;
    /// A window has been closed; it is deleted when control returns to the event loop.
    virtual void windowClosed(MainWindow& window) = 0;
    /// Theme, threads or another choice for all windows was made.
    virtual void choicesChanged() = 0;
    /// Closes all windows, unless a person wants to keep one open.
    virtual void quit() = 0;
};

} // namespace roundoff::ui
