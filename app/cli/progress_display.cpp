// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_display.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "app/cli/tell.h"

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace roundoff::app {
namespace {

constexpr int kBarWidth = 30;

bool errorIsTerminal() {
#ifdef _WIN32
    return _isatty(2) != 0;
#else
    return isatty(STDERR_FILENO) != 0;
#endif
}

std::string percent(double fraction) {
    std::ostringstream text;
    text << std::fixed << std::setprecision(2) << 100.0 * fraction << " %";
    return text.str();
}

} // namespace

std::string durationText(double seconds) {
    const auto whole = static_cast<long long>(std::ceil(std::max(seconds, 0.0)));
    if (whole < 60) {
        return std::to_string(whole) + " s";
    }
    if (whole < 3600) {
        return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
    }
    return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

ProgressDisplay::ProgressDisplay(const experiment::Plan& plan, std::size_t there, bool quiet)
    : plan_(plan), quiet_(quiet), terminal_(errorIsTerminal()), finished_(there) {}

ProgressDisplay::~ProgressDisplay() {
    clearBar();
}

void ProgressDisplay::update(const experiment::Sweep::Progress& progress) {
    if (quiet_ || !terminal_) {
        return;
    }
    const int filled = std::clamp(static_cast<int>(progress.share * kBarWidth), 0, kBarWidth);
    std::cerr << "\r\x1b[K[" << std::string(static_cast<std::size_t>(filled), '=') << (filled < kBarWidth ? ">" : "")
              << std::string(static_cast<std::size_t>(std::max(kBarWidth - filled - 1, 0)), ' ') << "] "
              << progress.runsDone << " of " << progress.runsTotal << " runs";
    if (progress.remainingSeconds >= 0.0) {
        std::cerr << ", " << durationText(progress.remainingSeconds) << " left";
    }
    std::cerr << std::flush;
    barShown_ = true;
}

void ProgressDisplay::runFinished(const experiment::RunFinished& event) {
    ++finished_;
    if (quiet_) {
        return;
    }
    clearBar();
    const auto& result = *event.result;
    std::cerr << '[' << finished_ << '/' << plan_.runs.size() << "] " << plan_.runs[event.run].label << ": "
              << experiment::statusName(result.status);
    if (!result.reason.empty()) {
        std::cerr << " (" << result.reason << ')';
    }
    if (!result.epochs.empty()) {
        std::cerr << ", test accuracy " << percent(result.epochs.back().test.accuracy) << ", trained in " << std::fixed
                  << std::setprecision(2) << result.trainSeconds << " s" << (result.nativeTime ? "" : " (emulated)");
    }
    std::cerr << '\n';
}

void ProgressDisplay::trouble(const std::string& line) {
    clearBar();
    tell(line);
}

void ProgressDisplay::clearBar() {
    if (barShown_) {
        std::cerr << "\r\x1b[K" << std::flush;
        barShown_ = false;
    }
}

} // namespace roundoff::app
