// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session.h"

#include <algorithm>
#include <exception>
#include <new>
#include <optional>
#include <utility>
#include <variant>

#include <QElapsedTimer>

#include "core/base/error.h"
#include "core/store/experiment_file.h"
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

// What cannot be read is run again.
bool isAllThere(const store::ExperimentFile& file, const experiment::Plan& plan) {
    try {
        return std::ranges::all_of(file.kept(plan), &store::KeptRun::ended);
    } catch (const InputError&) {
        return false;
    }
}

// Whether the file could be told. It says itself what keeps it from being written; the runs do without.
bool beginSweep(store::ExperimentFile& file, const experiment::ExperimentSpec& specification,
                const experiment::Plan& plan, unsigned threads) {
    try {
        file.beginSweep(specification, plan, threads);
        return true;
    } catch (const InputError&) {
        return false;
    }
}

// 30 times a second: as often as an eye follows a number, seldom enough to leave the processor to the training.
constexpr int kDrainMilliseconds = 33;

// What was there before is told for so long at a time; in between the window does what else it has to do.
constexpr qint64 kTellMilliseconds = 8;

} // namespace

Session::Session(std::shared_ptr<experiment::Inputs> inputs, QObject* parent)
    : QObject(parent), inputs_(std::move(inputs)) {
    timer_.setInterval(kDrainMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &Session::drain);
    tellTimer_.setSingleShot(true);
    tellTimer_.setInterval(0);
    connect(&tellTimer_, &QTimer::timeout, this, &Session::tellSome);
    connect(&reader_, &KeptRunsReader::read, this,
            [this](std::size_t first, const std::vector<experiment::RunBefore>& runs) {
                for (std::size_t i = 0; i < runs.size(); ++i) {
                    before_[first + i] = runs[i];
                    stories_.emplace_back(first + i, runs[i]);
                }
                tellTimer_.start();
            });
    connect(&reader_, &KeptRunsReader::ended, this, [this](const QString& problem) {
        allRead_ = true;
        readProblem_ = problem;
        tellTimer_.start();
    });
}

Session::~Session() = default;

experiment::Sweep::Progress Session::progress() const {
    return sweep_ ? sweep_->progress() : lastProgress_;
}

std::size_t Session::completedRuns() const {
    return static_cast<std::size_t>(std::ranges::count_if(
        results_, [](const auto& result) { return result && result->status != experiment::RunStatus::Stopped; }));
}

void Session::setFile(std::shared_ptr<store::ExperimentFile> file) {
    file_ = std::move(file);
}

void Session::show() {
    if (isBusy() || !file_) {
        return;
    }
    background_.run([file = file_] { return prepareToShow(*file); },
                    [this, file = file_, generation = ++generation_](const Prepared& prepared) {
                        if (generation == generation_ && state_ == State::Idle) {
                            beginToShow(file, prepared);
                        }
                    });
}

void Session::start(const experiment::ExperimentSpec& specification, unsigned threads, Begin begin) {
    if (!canStart()) {
        return;
    }
    reader_.cancel();
    stories_.clear();
    tellTimer_.stop();
    setState(State::Preparing);
    const Wanted wanted{specification, threads, begin, file_};
    background_.run([wanted, inputs = inputs_] { return prepare(wanted, *inputs); },
                    [this, wanted, generation = ++generation_](const Prepared& prepared) {
                        if (generation == generation_ && state_ == State::Preparing) {
                            this->begin(wanted, prepared);
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
    case State::Loading:
        if (sweepWanted_) {
            sweepWanted_ = false;
            setState(State::Stopping);
        }
        break;
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

Session::Prepared Session::prepare(const Wanted& wanted, experiment::Inputs& inputs) {
    Prepared prepared;
    prepared.specification = wanted.specification;
    prepared.threads = wanted.threads;
    try {
        const auto plan = std::make_shared<const experiment::Plan>(experiment::makePlan(wanted.specification));
        store::preflight(*plan, inputs);
        const bool again = wanted.file == nullptr || wanted.begin == Begin::Afresh || isAllThere(*wanted.file, *plan);
        prepared.begin = again ? Begin::Afresh : Begin::Continue;
        prepared.isKept = wanted.file == nullptr ||
                          beginSweep(*wanted.file, wanted.specification, *plan, wanted.threads);
        prepared.plan = plan;
    } catch (const std::bad_alloc&) {
        prepared.error = tr("There is not enough memory for this experiment; make the network or the batches smaller");
    } catch (const std::exception& exception) {
        prepared.error = QString::fromUtf8(exception.what());
    }
    return prepared;
}

Session::Prepared Session::prepareToShow(const store::ExperimentFile& file) {
    Prepared prepared;
    try {
        store::StoredSpecifications stored = file.specifications();
        if (stored.ran) {
            prepared.specification = std::move(*stored.ran);
            prepared.threads = stored.threads;
            prepared.plan = std::make_shared<const experiment::Plan>(experiment::makePlan(prepared.specification));
        }
    } catch (const std::exception& exception) {
        prepared.error = QString::fromUtf8(exception.what());
    }
    return prepared;
}

void Session::begin(const Wanted& wanted, const Prepared& prepared) {
    if (!prepared.plan) {
        setState(State::Idle);
        emit failed(prepared.error);
        return;
    }
    setPlan(prepared);
    journal_ = wanted.file;
    beginningIsKept_ = prepared.isKept;
    sinceKeeping_.start();
    sweepWanted_ = true;
    if (prepared.begin == Begin::Afresh) {
        startSweep();
        return;
    }
    setState(State::Loading);
    reader_.begin(journal_, plan_, KeptRunsReader::Wanted::Beginnings);
}

void Session::beginToShow(const std::shared_ptr<store::ExperimentFile>& file, const Prepared& prepared) {
    if (!prepared.plan) {
        if (!prepared.error.isEmpty()) {
            emit failed(prepared.error);
        }
        return;
    }
    sweepWanted_ = false;
    setState(State::Loading);
    setPlan(prepared);
    reader_.begin(file, plan_, KeptRunsReader::Wanted::Results);
}

void Session::setPlan(const Prepared& prepared) {
    specification_ = prepared.specification;
    threads_ = prepared.threads;
    auto plan = std::make_shared<experiment::Plan>(*prepared.plan);
    namePolicies(*plan);
    plan_ = std::move(plan);
    results_.assign(plan_->runs.size(), nullptr);
    before_.assign(plan_->runs.size(), {});
    stories_.clear();
    told_ = 0;
    allRead_ = false;
    lastProgress_ = {};
    lastProgress_.runsTotal = plan_->runs.size();
    emit planned(plan_);
}

void Session::tellSome() {
    QElapsedTimer time;
    time.start();
    while (!stories_.empty() && !time.hasExpired(kTellMilliseconds)) {
        if (const std::optional<RunNews> news = stories_.front().next()) {
            tell(*news);
        } else {
            stories_.pop_front();
            ++told_;
        }
    }
    lastProgress_.share = static_cast<double>(told_) / static_cast<double>(results_.size());
    lastProgress_.runsDone = completedRuns();
    lastProgress_.runsBefore = lastProgress_.runsDone;
    emit progressed(lastProgress_);
    if (!stories_.empty()) {
        tellTimer_.start();
    } else if (allRead_) {
        endOfTelling();
    }
}

void Session::tell(const RunNews& news) {
    const auto tellEvent = Overloaded{
        [this](const experiment::RunStarted& started) { emit runStarted(static_cast<int>(started.run)); },
        [this](const experiment::EpochFinished& epoch) {
            emit epochFinished(static_cast<int>(epoch.run), epoch.epoch);
        },
        [this](const experiment::TelemetryTaken& taken) {
            emit telemetryArrived(static_cast<int>(taken.run), taken.sample);
        },
        [this](const experiment::RunFinished& run) {
            results_[run.run] = run.result;
            emit runFinished(static_cast<int>(run.run), run.result);
        }};
    std::visit(Overloaded{[this](const experiment::RunMetrics& metrics) {
                              emit stepsArrived(static_cast<int>(metrics.run), metrics.points);
                          },
                          [&](const experiment::SweepEvent& event) { std::visit(tellEvent, event); }},
               news);
}

void Session::endOfTelling() {
    if (sweepWanted_) {
        // What could not be read is run again.
        startSweep();
        return;
    }
    before_.clear();
    const bool wasToRun = state_ == State::Stopping;
    setState(State::Idle);
    if (!readProblem_.isEmpty() && !wasToRun) {
        emit failed(readProblem_);
    } else {
        emit finished(completedRuns() < results_.size());
    }
}

void Session::startSweep() {
    sweep_ = std::make_unique<experiment::Sweep>(*plan_, inputs_, threads_,
                                                 experiment::SweepStart{std::exchange(before_, {}), journal_});
    sweep_->start();
    setState(State::Running);
    timer_.start();
}

void Session::keepBeginning() {
    constexpr qint64 kPauseMilliseconds = 1000;
    if (beginningIsKept_ || !sinceKeeping_.hasExpired(kPauseMilliseconds)) {
        return;
    }
    sinceKeeping_.start();
    background_.run([file = journal_, specification = specification_, plan = plan_,
                     threads = threads_] { return beginSweep(*file, specification, *plan, threads); },
                    [this, plan = plan_](bool kept) {
                        if (plan == plan_) {
                            beginningIsKept_ = kept;
                        }
                    });
}

void Session::drain() {
    // In this order nothing is lost or late: what came before the last worker ended is in the events, and the steps
    // that led to an event are told before it.
    const bool over = sweep_->finished();
    std::vector<experiment::SweepEvent> events = sweep_->drainEvents();
    for (experiment::RunMetrics& metrics : sweep_->drainMetrics()) {
        tell(std::move(metrics));
    }
    for (experiment::SweepEvent& event : events) {
        tell(std::move(event));
    }
    lastProgress_ = sweep_->progress();
    emit progressed(lastProgress_);
    keepBeginning();
    if (over) {
        end();
    }
}

void Session::end() {
    timer_.stop();
    sweep_.reset();
    journal_.reset();
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
