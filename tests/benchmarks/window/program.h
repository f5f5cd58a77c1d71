// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <QSettings>
#include <QTemporaryDir>

#include "core/base/error.h"
#include "core/experiment/experiment_spec.h"
#include "ui/main_window.h"
#include "ui/workspace/workspace.h"

namespace roundoff::benchmarks {

/// The window part of the program as a person has it, with the data sets that ship with it, but with settings and a
/// data folder of its own. What does not come in time is an InputError.
class Program {
public:
    /// Shows a window, ready to be used.
    Program();

    [[nodiscard]] ui::MainWindow& window() { return *workspace_->windows().first(); }
    /// A part of the window by its object name.
    template <typename Widget>
    [[nodiscard]] Widget& part(const char* name) {
        auto* found = window().findChild<Widget*>(QLatin1String(name));
        if (found == nullptr) {
            throw InputError(std::string("the window has no ") + name);
        }
        return *found;
    }
    /// Shows the page that a widget is on.
    void showPageOf(const QWidget& widget);

    /// Begins an experiment, and waits until its first run has begun.
    void start(const experiment::ExperimentSpec& specification, unsigned threads);
    /// Waits until all runs have ended.
    void finish();

private:
    QTemporaryDir folder_;
    QSettings settings_;
    std::unique_ptr<ui::Workspace> workspace_;
};

/// Handles events for a while.
void handleEvents(int milliseconds);
/// Handles events until a condition holds. @throws InputError with `what` if it does not within two minutes
void handleEventsUntil(const std::function<bool()>& condition, const char* what);

} // namespace roundoff::benchmarks
