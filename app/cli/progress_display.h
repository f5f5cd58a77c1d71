// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/experiment/sweep.h"

namespace roundoff::app {

/// Shows on standard error how a sweep goes: a bar with the time left on a terminal, else a line for each finished run.
class ProgressDisplay {
public:
    /// @param there  how many of the plan's runs are there already
    ProgressDisplay(const experiment::Plan& plan, std::size_t there, bool quiet);
    ~ProgressDisplay();
    ProgressDisplay(const ProgressDisplay&) = delete;
    ProgressDisplay& operator=(const ProgressDisplay&) = delete;

    void update(const experiment::Sweep::Progress& progress);
    void runFinished(const experiment::RunFinished& event);
    /// Tells something that is wrong, to everybody.
    void trouble(const std::string& line);

private:
    void clearBar();

    const experiment::Plan& plan_;
    bool quiet_;
    bool terminal_;
    bool barShown_ = false;
    std::size_t finished_;
};

/// "4 s", "2 min 10 s", "1 h 5 min"
[[nodiscard]] std::string durationText(double seconds);

} // namespace roundoff::app
