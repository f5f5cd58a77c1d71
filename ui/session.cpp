// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>
#include <variant>

#include "core/store/preflight.h"
#include "ui/precision/policy_names.h"

namespace roundoff::ui {
namespace {

template <typename... Handlers>
struct Overloaded : Handlers... {
    using Handlers::operator()...;
};
template <typename... Handlers>
Overloaded(Handlers...) -> Overloaded<Handlers...>;

// 30 times a second: as often as an eye follows a number, seldom enough to leave the processor to the training.
constexpr int kDrainMilliseconds = 33;

} // namespace

Session::Session(std::shared_ptr<experiment::Inputs> inputs, QObject* parent)
    : QObject(parent), inputs_(std::move(inputs)) {
    timer_.setInterval(kDrainMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &Session::drain);
}

Session::~Session() = default;

experiment::Sweep::Progress Session::progress() const {
    return sweep_ ? sweep_->progress() : lastProgress_;
}

std::size_t Session::completedRuns() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        results_, [](const auto& result) { return result && result->status != experiment::RunStatus::Stopped; }));
}

void Session::start(const experiment::ExperimentSpec& specification, unsigned threads) {
    if (isBusy()) {
        return;
    }
    pending_ = specification;
    threads_ = threads;
    setState(State::Preparing);
    background_.run([specification, inputs = inputs_] { return prepare(specification, *inputs); },
                    [this, generation = ++generation_](const Prepared& prepared) {
                        if (generation == generation_ && state_ == State::Preparing) {
                            begin(prepared);
                        }
                    });
}

void Session::setPaused(bool paused) {
    if (state_ == State::Running || state_ == State::Paused) {
        sweep_->setPaused(paused);
        setState(paused ? State::Paused : State::Running);
    }
}

void Session::stop() {
    switch (state_) {
    case State::Preparing:
        ++generation_;
        setState(State::Idle);
        emit finished(true);
        break;
    case State::Running:
    case State::Paused:
        sweep_->stop();
        setState(State::Stopping);
        break;
    case State::Idle:
    case State::Stopping: break;
    }
}

Session::Prepared Session::prepare(const experiment::ExperimentSpec& specification, experiment::Inputs& inputs) {
    try {
        auto plan = std::make_shared<const experiment::Plan>(experiment::makePlan(specification));
        store::preflight(*plan, inputs);
        return {std::move(plan), QString()};
    } catch (const std::bad_alloc&) {
        return {nullptr, tr("There is not enough memory for this experiment; make the network or the batches smaller")};
    } catch (const std::exception& exception) {
        return {nullptr, QString::fromUtf8(exception.what())};
    }
}

void Session::begin(const Prepared& prepared) {
    if (!prepared.plan) {
        setState(State::Idle);
        emit failed(prepared.error);
        return;
    }
    specification_ = pending_;
    auto plan = std::make_shared<experiment::Plan>(*prepared.plan);
    namePolicies(*plan);
    plan_ = std::move(plan);
    results_.assign(plan_->runs.size(), nullptr);
    sweep_ = std::make_unique<experiment::Sweep>(*plan_, inputs_, threads_);
    emit planned(plan_);
    sweep_->start();
    setState(State::Running);
    timer_.start();
}

void Session::drain() {
    // In this order nothing is lost or late: what came before the last worker ended is in the events, and the steps
    // that led to an event are told before it.
    const bool over = sweep_->finished();
    const std::vector<experiment::SweepEvent> events = sweep_->drainEvents();
    for (const experiment::RunMetrics& metrics : sweep_->drainMetrics()) {
        emit stepsArrived(static_cast<int>(metrics.run), metrics.points);
    }
    for (const experiment::SweepEvent& event : events) {
        std::visit(Overloaded{[this](const experiment::RunStarted& started) {
                                  emit runStarted(static_cast<int>(started.run));
                              },
                              [this](const experiment::EpochFinished& epoch) {
                                  emit epochFinished(static_cast<int>(epoch.run), epoch.epoch);
                              },
                              [this](const experiment::TelemetryTaken& taken) {
                                  emit telemetryArrived(static_cast<int>(taken.run), taken.sample);
                              },
                              [this](const experiment::RunFinished& run) {
                                  results_[run.run] = run.result;
                                  emit runFinished(static_cast<int>(run.run), run.result);
                              }},
                   event);
    }
    lastProgress_ = sweep_->progress();
    emit progressed(lastProgress_);
    if (over) {
        end();
    }
}

void Session::end() {
    timer_.stop();
    sweep_.reset();
    // A stop that came too late to stop anything was none.
    const bool stopped = completedRuns() < results_.size();
    setState(State::Idle);
    emit finished(stopped);
}

void Session::setState(State state) {
    if (state != state_) {
        state_ = state;
        emit stateChanged(state);
    }
}

} // namespace roundoff::ui
