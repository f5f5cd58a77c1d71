// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/results_feed.h"

#include <utility>

#include "ui/session.h"

namespace roundoff::ui {

ResultsFeed::ResultsFeed(Session& session, std::vector<experiment::Preset> presets, QObject* parent)
    : QObject(parent), session_(session),
      presets_(std::make_shared<const std::vector<experiment::Preset>>(std::move(presets))) {
    constexpr int kPauseMilliseconds = 300;
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &ResultsFeed::begin);
    // What was there before has nothing to do with a new plan, and must not wait to go.
    connect(&session, &Session::planned, this, &ResultsFeed::begin);
    // What was there before comes quickly: one report is enough of it.
    connect(&session, &Session::runFinished, this, [this] {
        if (session_.state() != Session::State::Loading) {
            request();
        }
    });
    connect(&session, &Session::stateChanged, this, [this](Session::State state) {
        if (state == Session::State::Running && session_.completedRuns() > 0) {
            request();
        }
    });
    connect(&session, &Session::finished, this, [this] {
        if (session_.plan() != nullptr) {
            begin();
        }
    });
}

void ResultsFeed::request() {
    if (!pause_.isActive()) {
        pause_.start();
    }
}

void ResultsFeed::begin() {
    pause_.stop();
    again_ = busy_;
    if (busy_) {
        return;
    }
    busy_ = true;
    const ReportSource source{session_.specification(), session_.plan(), session_.results(),
                              session_.threads(),       presets_,        session_.inputs()};
    background_.run([source] { return std::make_shared<const ResultsReport>(makeReport(source)); },
                    [this](const std::shared_ptr<const ResultsReport>& report) {
                        busy_ = false;
                        if (report->plan == session_.plan()) {
                            emit changed(report);
                        }
                        if (again_) {
                            begin();
                        }
                    });
}

} // namespace roundoff::ui
