// SPDX-License-Identifier: GPL-3.0-or-later
// One step of the decimals slider on the page Weights: from the slider's new value to the painted page on which
// histograms, packed size and accuracy on MNIST's 10,000 test images belong to it.
//
// The page keeps answers. It forgets them when another run is chosen: after the slider has been at all its values, the
// other of two runs is chosen, and from then on each value is asked for the first time.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <QComboBox>
#include <QCoreApplication>
#include <QEvent>
#include <QEventLoop>
#include <QLabel>
#include <QSlider>
#include <QThread>
#include <QTimer>

#include "program.h"
#include "ui/weights/histograms_view.h"
#include "ui/weights/stat_tile.h"

namespace roundoff::benchmarks {
namespace {

using Clock = std::chrono::steady_clock;

constexpr int kSteps = 6; // Values of the slider but for the one that it has.

experiment::ExperimentSpec twoRuns(const std::vector<int>& hidden) {
    experiment::ExperimentSpec specification;
    specification.base.network.hidden = hidden;
    specification.base.training.epochs = 1;
    specification.repeats.seeds = 2;
    return specification;
}

/// The page Weights of two finished runs.
class WeightsOfRuns : public QObject {
public:
    explicit WeightsOfRuns(const std::vector<int>& hidden)
        : slider_(program_.part<QSlider>("decimalsSlider")), run_(program_.part<QComboBox>("weightsRun")),
          histograms_(program_.part<ui::HistogramsView>("weightHistograms")),
          accuracy_(program_.part<QLabel>("accuracyTileValue")) {
        for (const char* name : {"accuracyTile", "distinctTile", "bitsTile", "sizeTile", "noiseTile"}) {
            tiles_.push_back(&program_.part<ui::StatTile>(name));
        }
        program_.start(twoRuns(hidden), static_cast<unsigned>(QThread::idealThreadCount()));
        program_.finish();
        histograms_.installEventFilter(this);
        accuracy_.installEventFilter(this);
        timeOf([this] { program_.showPageOf(slider_); });
    }

    /// The time until the page shows the slider's next value.
    Clock::duration step() {
        if (steps_ == kSteps) {
            timeOf([this] { run_.setCurrentIndex(1 - run_.currentIndex()); });
            steps_ = 0;
        }
        ++steps_;
        const int next = (slider_.value() + 1) % (kSteps + 1);
        return timeOf([this, next] { slider_.setValue(next); });
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            // What is painted last tells when the page is complete: of that picture the rest is still to come.
            histogramsPainted_ = histogramsPainted_ ||
                                 (watched == &histograms_ && histograms_.content().report != before_);
            accuracyPainted_ = accuracyPainted_ || (watched == &accuracy_ && isUpToDate());
            if (histogramsPainted_ && accuracyPainted_) {
                QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
            }
        }
        return QObject::eventFilter(watched, event);
    }
    bool event(QEvent* event) override {
        if (event->type() == QEvent::User) {
            loop_.quit();
            return true;
        }
        return QObject::event(event);
    }

private:
    [[nodiscard]] bool isUpToDate() const {
        return std::ranges::none_of(tiles_, [](const ui::StatTile* tile) { return tile->isStale(); });
    }

    Clock::duration timeOf(const std::function<void()>& change) {
        before_ = histograms_.content().report;
        histogramsPainted_ = accuracyPainted_ = false;
        const auto begin = Clock::now();
        change();
        QTimer tooLong;
        tooLong.setSingleShot(true);
        connect(&tooLong, &QTimer::timeout, this, [this] { loop_.exit(1); });
        constexpr int kMostMilliseconds = 20'000;
        tooLong.start(kMostMilliseconds);
        if (loop_.exec() != 0) {
            throw InputError("the page does not answer");
        }
        return Clock::now() - begin;
    }

    Program program_;
    QSlider& slider_;
    QComboBox& run_;
    ui::HistogramsView& histograms_;
    QLabel& accuracy_;
    std::vector<const ui::StatTile*> tiles_;
    int steps_ = 0; // Since the run was chosen.
    QEventLoop loop_;
    std::shared_ptr<const deploy::WeightReport> before_;
    bool histogramsPainted_ = false;
    bool accuracyPainted_ = false;
};

void sliderStep(benchmark::State& state, const std::vector<int>& hidden) {
    try {
        WeightsOfRuns weights(hidden);
        for (auto _ : state) {
            state.SetIterationTime(std::chrono::duration<double>(weights.step()).count());
        }
    } catch (const InputError& error) {
        state.SkipWithError(error.what());
    }
}

const bool kRegistered = [] {
    for (const auto& [name, hidden] :
         {std::pair("784-128-64-10", std::vector{128, 64}), std::pair("784-512-512-10", std::vector{512, 512})}) {
        benchmark::RegisterBenchmark((std::string("slider_step/") + name).c_str(),
                                     [hidden = hidden](benchmark::State& state) { sliderStep(state, hidden); })
            ->Unit(benchmark::kMillisecond)
            ->Iterations(2 * kSteps)
            ->UseManualTime();
    }
    return true;
}();

} // namespace
} // namespace roundoff::benchmarks
