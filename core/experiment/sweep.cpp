// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/sweep.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <limits>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "core/experiment/estimate.h"
#include "core/experiment/merging_log.h"
#include "core/experiment/run_execution.h"
#include "core/experiment/step_log.h"
#include "core/experiment/usual_sizes.h"
#include "core/runtime/metric_ring.h"
#include "core/runtime/run_control.h"

namespace roundoff::experiment {
namespace {

using Clock = std::chrono::steady_clock;

// At the owner's 30 drains a second this holds the steps of even the smallest network.
constexpr std::size_t kRingCapacity = 2048;
using Ring = runtime::MetricRing<MetricPoint, kRingCapacity>;

// Looks inside one run that wait to be drained, at most; an odd one is on top.
constexpr std::size_t kMostLooks = 64;

// Only the order of magnitude matters, for the share of a run in the whole.
std::size_t plannedSteps(const RunSpec& run) {
    return stepsPerEpoch(run, kUsualTrainingImages) * static_cast<std::size_t>(run.training.epochs);
}

// What a run costs beside others: its multiply-adds, those in double twice.
double workOfRun(const RunSpec& run) {
    return multiplyAdds(run, kUsualInputs, kUsualClasses, kUsualTrainingImages, kUsualTestImages) *
           (run.precision.needsDouble() ? 2.0 : 1.0);
}

using Looks = std::map<std::size_t, MergingLog<nn::TelemetrySample>>; // By run.

// The looks of a run that have not yet found their place among the events.
struct WaitingLooks {
    std::vector<nn::TelemetrySample> samples;
    std::size_t next = 0;

    void moveUpTo(std::uint32_t lastEpoch, std::size_t run, std::vector<SweepEvent>& events) {
        for (; next < samples.size() && samples[next].epoch <= lastEpoch; ++next) {
            events.emplace_back(TelemetryTaken{run, std::move(samples[next])});
        }
    }
};

// All that happened in order: the looks of an epoch come before its end.
std::vector<SweepEvent> withLooks(std::vector<SweepEvent> events, const Looks& looks) {
    constexpr std::uint32_t kAllEpochs = std::numeric_limits<std::uint32_t>::max();
    std::map<std::size_t, WaitingLooks> waiting;
    for (const auto& [run, log] : looks) {
        waiting[run] = {log.points(), 0};
    }
    std::vector<SweepEvent> all;
    for (SweepEvent& event : events) {
        if (const auto* epoch = std::get_if<EpochFinished>(&event)) {
            waiting[epoch->run].moveUpTo(static_cast<std::uint32_t>(epoch->epoch.epoch), epoch->run, all);
        } else if (const auto* finished = std::get_if<RunFinished>(&event)) {
            waiting[finished->run].moveUpTo(kAllEpochs, finished->run, all);
        }
        all.push_back(std::move(event));
    }
    for (auto& [run, rest] : waiting) {
        rest.moveUpTo(kAllEpochs, run, all);
    }
    return all;
}

} // namespace

class Sweep::Implementation {
public:
    Implementation(Plan plan, std::shared_ptr<Inputs> inputs, unsigned threads, SweepStart start)
        : plan_(std::move(plan)), start_(std::move(start)), order_(openRuns(plan_, start_)), inputs_(std::move(inputs)),
          threadCount_(std::max(threads, 1U)), stepCapacity_(StepLog::capacityFor(plan_.runs.size())),
          rings_(plan_.runs.size()), stepsDone_(plan_.runs.size()) {
        for (const PlannedRun& run : plan_.runs) {
            stepsTotal_ += plannedSteps(run.spec);
            workOfStep_.push_back(workOfRun(run.spec) / static_cast<double>(plannedSteps(run.spec)));
        }
        for (std::size_t run = 0; run < start_.before.size(); ++run) {
            if (start_.before[run].result != nullptr) {
                stepsDone_[run].store(plannedSteps(plan_.runs[run].spec));
                ++runsDone_;
                ++runsBefore_;
            } else if (start_.before[run].checkpoint != nullptr) {
                stepsDone_[run].store(start_.before[run].checkpoint->steps);
            }
        }
        shareBefore_ = shareOfWork();
    }

    ~Implementation() {
        stop();
        wait();
    }
    Implementation(const Implementation&) = delete;
    Implementation& operator=(const Implementation&) = delete;

    void start() {
        begin_ = Clock::now();
        pauseBegin_ = begin_; // If it begins with a pause.
        const std::size_t count = std::min<std::size_t>(threadCount_, order_.size());
        active_ = count;
        for (std::size_t i = 0; i < count; ++i) {
            workers_.emplace_back([this] { work(); });
        }
    }

    void stop() {
        if (control_.paused()) { // The stop ends the pause too.
            pausedTime_ += Clock::now() - pauseBegin_;
        }
        control_.requestStop();
    }

    void setPaused(bool paused) {
        if (paused == control_.paused()) {
            return;
        }
        const auto now = Clock::now();
        if (paused) {
            pauseBegin_ = now;
        } else {
            pausedTime_ += now - pauseBegin_;
        }
        control_.setPaused(paused);
    }

    void wait() {
        for (std::thread& worker : workers_) {
            if (worker.joinable()) {
                worker.join();
            }
        }
    }

    bool finished() const { return active_.load() == 0; }

    void waitForEvent(int milliseconds) {
        std::unique_lock lock(mutex_);
        arrived_.wait_for(lock, std::chrono::milliseconds(milliseconds),
                          [this] { return !events_.empty() || !looks_.empty() || finished(); });
    }

    std::vector<SweepEvent> drainEvents() {
        std::vector<SweepEvent> events;
        Looks looks;
        {
            const std::lock_guard lock(mutex_);
            events = std::exchange(events_, {});
            looks = std::exchange(looks_, {});
        }
        return withLooks(std::move(events), looks);
    }

    std::vector<RunMetrics> drainMetrics() {
        std::vector<RunMetrics> all;
        const std::lock_guard lock(mutex_);
        for (std::size_t run = 0; run < rings_.size(); ++run) {
            if (rings_[run].ring == nullptr) {
                continue;
            }
            RunMetrics metrics{run, {}};
            if (rings_[run].ended) {
                rings_[run].ring->drainRest(metrics.points);
                rings_[run].ring.reset();
            } else {
                rings_[run].ring->drain(metrics.points);
            }
            if (!metrics.points.empty()) {
                all.push_back(std::move(metrics));
            }
        }
        return all;
    }

    Progress progress() const {
        Progress p;
        p.stepsTotal = stepsTotal_;
        for (const auto& steps : stepsDone_) {
            p.stepsDone += steps.load(std::memory_order_relaxed);
        }
        p.share = shareOfWork();
        p.runsDone = runsDone_.load();
        p.runsTotal = plan_.runs.size();
        p.runsBefore = runsBefore_;
        const auto end = control_.paused() ? pauseBegin_ : Clock::now();
        p.elapsedSeconds = std::chrono::duration<double>(end - begin_ - pausedTime_).count();
        const double done = p.share - shareBefore_;
        p.remainingSeconds = done > 0.0 && p.elapsedSeconds > 0.2 ? p.elapsedSeconds * (1.0 - p.share) / done : -1.0;
        return p;
    }

    const Plan& plan() const { return plan_; }
    unsigned threads() const { return threadCount_; }

private:
    struct RunRing {
        std::unique_ptr<Ring> ring;
        bool ended = false;
    };

    // Brings one run's steps to its ring and its epochs to the events.
    class Observer final : public RunObserver {
    public:
        Observer(Implementation& sweep, std::size_t run, Ring& ring) : sweep_(sweep), run_(run), ring_(ring) {}
        void onStep(const MetricPoint& point) override {
            ring_.push(point);
            sweep_.stepsDone_[run_].fetch_add(1, std::memory_order_relaxed);
        }
        void onEpoch(const EpochResult& epoch) override { sweep_.post(EpochFinished{run_, epoch}); }
        void onTelemetry(const nn::TelemetrySample& sample) override { sweep_.postLook(run_, sample); }
        bool wantsCheckpoints() const override { return sweep_.start_.journal != nullptr; }
        void onCheckpoint(const std::shared_ptr<const RunCheckpoint>& checkpoint) override {
            sweep_.start_.journal->keepEpoch(sweep_.plan_.runs[run_], checkpoint);
        }

    private:
        Implementation& sweep_;
        std::size_t run_;
        Ring& ring_;
    };

    void work() {
        for (std::size_t i = next_.fetch_add(1); i < order_.size() && !control_.stopRequested();
             i = next_.fetch_add(1)) {
            execute(order_[i]);
        }
        {
            const std::lock_guard lock(mutex_);
            --active_;
        }
        arrived_.notify_all();
    }

    void execute(std::size_t run) {
        Ring* ring = nullptr;
        {
            const std::lock_guard lock(mutex_);
            rings_[run].ring = std::make_unique<Ring>();
            ring = rings_[run].ring.get();
        }
        post(RunStarted{run});
        Observer observer(*this, run, *ring);
        std::shared_ptr<const RunCheckpoint> from; // Let go of when the run has ended.
        if (run < start_.before.size()) {
            from = std::exchange(start_.before[run].checkpoint, nullptr);
        }
        auto result = executeRun(plan_.runs[run], *inputs_, control_, observer, stepCapacity_, from.get(),
                                 threadsPerRun());
        if (start_.journal != nullptr) {
            result = start_.journal->keepResult(plan_.runs[run], std::move(result));
        }
        {
            const std::lock_guard lock(mutex_);
            rings_[run].ended = true;
        }
        if (result->status != RunStatus::Stopped) {
            stepsDone_[run].store(plannedSteps(plan_.runs[run].spec)); // Fewer images or an early end count as done.
        }
        ++runsDone_;
        post(RunFinished{run, std::move(result)});
    }

    // Of the whole plan, not of what is left of it: a run that is made up for later takes its time as the others did.
    [[nodiscard]] unsigned threadsPerRun() const {
        return std::max(threadCount_ / static_cast<unsigned>(std::max<std::size_t>(plan_.runs.size(), 1)), 1U);
    }

    static std::vector<std::size_t> openRuns(const Plan& plan, const SweepStart& start) {
        std::vector<std::size_t> order = executionOrder(plan);
        std::erase_if(order, [&start](std::size_t run) {
            return run < start.before.size() && start.before[run].result != nullptr;
        });
        return order;
    }

    [[nodiscard]] double shareOfWork() const {
        double done = 0.0;
        double total = 0.0;
        for (std::size_t run = 0; run < stepsDone_.size(); ++run) {
            const auto steps = static_cast<double>(stepsDone_[run].load(std::memory_order_relaxed));
            done += workOfStep_[run] * steps;
            total += workOfStep_[run] * static_cast<double>(plannedSteps(plan_.runs[run].spec));
        }
        return total > 0.0 ? std::min(done / total, 1.0) : 0.0;
    }

    void post(SweepEvent event) {
        {
            const std::lock_guard lock(mutex_);
            events_.push_back(std::move(event));
        }
        arrived_.notify_all();
    }

    void postLook(std::size_t run, const nn::TelemetrySample& sample) {
        {
            const std::lock_guard lock(mutex_);
            looks_.try_emplace(run, kMostLooks).first->second.add(sample);
        }
        arrived_.notify_all();
    }

    // Constant while the workers run.
    const Plan plan_;
    SweepStart start_; // The checkpoint of a run is touched by its worker only.
    const std::vector<std::size_t> order_;
    const std::shared_ptr<Inputs> inputs_;
    const unsigned threadCount_;
    const std::size_t stepCapacity_;
    std::size_t stepsTotal_ = 0;
    std::vector<double> workOfStep_; // by run
    double shareBefore_ = 0.0;       // of the work, done before this sweep
    std::size_t runsBefore_ = 0;

    // Shared with the workers; safe from any thread.
    runtime::RunControl control_;
    std::atomic<std::size_t> next_{0};
    std::atomic<std::size_t> active_{0};
    std::atomic<std::size_t> runsDone_{0};

    // Guarded by mutex_.
    mutable std::mutex mutex_;
    std::condition_variable arrived_;
    std::vector<SweepEvent> events_; // But for the looks.
    Looks looks_;                    // None is empty.
    std::vector<RunRing> rings_;

    // A worker writes to its own run's only.
    std::vector<std::atomic<std::size_t>> stepsDone_;

    // The owner's.
    std::vector<std::thread> workers_;
    Clock::time_point begin_ = Clock::now();
    Clock::time_point pauseBegin_{};
    Clock::duration pausedTime_{};
};

Sweep::Sweep(Plan plan, std::shared_ptr<Inputs> inputs, unsigned threads, SweepStart start)
    : implementation_(std::make_unique<Implementation>(std::move(plan), std::move(inputs), threads, std::move(start))) {
}

Sweep::~Sweep() = default;

void Sweep::start() {
    implementation_->start();
}

void Sweep::stop() {
    implementation_->stop();
}

void Sweep::setPaused(bool paused) {
    implementation_->setPaused(paused);
}

const Plan& Sweep::plan() const {
    return implementation_->plan();
}

unsigned Sweep::threads() const {
    return implementation_->threads();
}

bool Sweep::finished() const {
    return implementation_->finished();
}

void Sweep::waitForEvent(int milliseconds) {
    implementation_->waitForEvent(milliseconds);
}

void Sweep::wait() {
    implementation_->wait();
}

std::vector<SweepEvent> Sweep::drainEvents() {
    return implementation_->drainEvents();
}

std::vector<RunMetrics> Sweep::drainMetrics() {
    return implementation_->drainMetrics();
}

Sweep::Progress Sweep::progress() const {
    return implementation_->progress();
}

} // namespace roundoff::experiment
