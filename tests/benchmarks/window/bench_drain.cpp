// SPDX-License-Identifier: GPL-3.0-or-later
// What one tick of the Session costs the window while 15 runs train and the charts of the page Live hold 100,000
// points: draining the runs, bringing their news to the models, and redrawing all charts that changed.
//
// The runs are real ones. Before each tick they train for as many steps as two cores of the machine of DESIGN.md do in
// 33 ms, and are held while the window takes its time, so that the window's work is measured and not theirs. The window
// itself does not know that they are held. The time is that of the events of the window's thread from the tick on until
// its charts have long been drawn, with the ticks in between that bring nothing.
#include <benchmark/benchmark.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <QSignalBlocker>

#include "program.h"
#include "timed_application.h"

namespace roundoff::benchmarks {
namespace {

constexpr std::size_t kPoints = 100'000;
constexpr std::size_t kMostPoints = 120'000; // By then the experiment is begun anew.
constexpr std::size_t kStepsOfTick = 300;
constexpr unsigned kRuns = 15;

/// The preset `bit-width` in small: three groups of five folds.
experiment::ExperimentSpec threePrecisions() {
    experiment::ExperimentSpec specification;
    specification.base.network.hidden = {16};
    specification.base.training.epochs = 1000;
    specification.repeats.folds = 5;
    specification.vary.push_back({"precision", {"FP64", "FP32", "FP16"}});
    return specification;
}

/// As many lines as can be: every run is a group of its own, and all its steps are drawn behind its mean.
experiment::ExperimentSpec fifteenGroups() {
    experiment::ExperimentSpec specification;
    specification.base.network.hidden = {16};
    specification.base.training.epochs = 1000;
    specification.vary.push_back({"precision", {"FP64", "FP32", "FP16"}});
    specification.vary.push_back({"optimiser.learningRate", {0.001, 0.002, 0.005, 0.01, 0.02}});
    return specification;
}

class LiveRuns {
public:
    explicit LiveRuns(const experiment::ExperimentSpec& specification) {
        program_.start(specification, kRuns);
        program_.showPageOf(program_.part<QWidget>("lossChart"));
        handleEventsUntil([this] { return points() >= kPoints; }, "the runs are too slow");
        hold(true);
        constexpr int kSettleMilliseconds = 1000;
        handleEvents(kSettleMilliseconds);
    }

    [[nodiscard]] std::size_t points() { return session().progress().stepsDone; }

    /// Trains for some steps, during which the window handles no event.
    void train(std::size_t steps) {
        const std::size_t wanted = points() + steps;
        hold(false);
        while (points() < wanted) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        hold(true);
        // A batch or an image of a test may be under way.
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }

private:
    ui::Session& session() { return program_.window().session(); }
    void hold(bool held) {
        const QSignalBlocker quiet(session());
        session().setPaused(held);
    }

    Program program_;
};

void drain(benchmark::State& state, const experiment::ExperimentSpec& specification) {
    try {
        auto runs = std::make_unique<LiveRuns>(specification);
        std::chrono::duration<double> longest{};
        for (auto _ : state) {
            if (runs->points() > kMostPoints) {
                runs.reset();
                runs = std::make_unique<LiveRuns>(specification);
            }
            runs->train(kStepsOfTick);
            application().resetTimes();
            // The page brings steps to its charts ten times a second, and draws one chart after another.
            constexpr int kUntilAllIsDrawn = 300;
            handleEvents(kUntilAllIsDrawn);
            state.SetIterationTime(std::chrono::duration<double>(application().busy()).count());
            longest += application().longest();
        }
        state.counters["longest_ms"] = 1e3 * longest.count() / static_cast<double>(state.iterations());
        state.counters["points"] = static_cast<double>(runs->points());
    } catch (const InputError& error) {
        state.SkipWithError(error.what());
    }
}

const bool kRegistered = [] {
    constexpr int kTicks = 10;
    const auto add = [](const char* name, experiment::ExperimentSpec (*specification)()) {
        benchmark::RegisterBenchmark(name, [specification](benchmark::State& state) { drain(state, specification()); })
            ->Unit(benchmark::kMillisecond)
            ->Iterations(kTicks)
            ->UseManualTime();
    };
    add("drain/15_runs_100000_points", threePrecisions);
    add("drain/15_groups_100000_points", fifteenGroups);
    return true;
}();

} // namespace
} // namespace roundoff::benchmarks
