// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include <QObject>
#include <QString>
#include <QTimer>

#include "core/experiment/inputs.h"
#include "core/experiment/sweep.h"
#include "ui/widgets/background.h"

namespace roundoff::ui {

/// One experiment at a time on its way through the core. Nothing here waits: plan and data are made ready in the
/// background, and a timer takes what the runs have to tell.
class Session : public QObject {
    Q_OBJECT

public:
    enum class State : std::uint8_t { Idle, Preparing, Running, Paused, Stopping };
    Q_ENUM(State)

    explicit Session(std::shared_ptr<experiment::Inputs> inputs, QObject* parent = nullptr);
    /// Stops what runs, and waits for it: at most one batch.
    ~Session() override;

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] bool isBusy() const { return state_ != State::Idle; }

    /// The plan of the experiment that runs or ran last; null before the first.
    [[nodiscard]] std::shared_ptr<const experiment::Plan> plan() const { return plan_; }
    /// Results by run; null for runs that have not ended, or never began.
    [[nodiscard]] const std::vector<std::shared_ptr<const experiment::RunResult>>& results() const { return results_; }
    /// How many of them came to their own end.
    [[nodiscard]] std::size_t completedRuns() const;
    /// The specification that plan and results belong to.
    [[nodiscard]] const experiment::ExperimentSpec& specification() const { return specification_; }
    [[nodiscard]] unsigned threads() const { return threads_; }
    [[nodiscard]] std::shared_ptr<experiment::Inputs> inputs() const { return inputs_; }
    [[nodiscard]] experiment::Sweep::Progress progress() const;

    /// Begins an experiment; only when idle. Ends with finished() or failed().
    /// @param threads  runs at a time, at least 1
    void start(const experiment::ExperimentSpec& specification, unsigned threads);
    void setPaused(bool paused);
    /// Runs in progress end after their batch and keep their finished epochs; the others never begin.
    void stop();

signals:
    void stateChanged(roundoff::ui::Session::State state);
    void planned(const std::shared_ptr<const roundoff::experiment::Plan>& plan);
    void runStarted(int run);
    void stepsArrived(int run, const std::vector<roundoff::experiment::MetricPoint>& points);
    void epochFinished(int run, const roundoff::experiment::EpochResult& epoch);
    void telemetryArrived(int run, const roundoff::nn::TelemetrySample& sample);
    void runFinished(int run, const std::shared_ptr<const roundoff::experiment::RunResult>& result);
    void progressed(const roundoff::experiment::Sweep::Progress& progress);
    /// All is over: every run ended, or it was stopped before.
    void finished(bool stopped);
    /// It could not begin: one line that says what to do.
    void failed(const QString& message);

private:
    struct Prepared {
        std::shared_ptr<const experiment::Plan> plan;
        QString error;
    };

    static Prepared prepare(const experiment::ExperimentSpec& specification, experiment::Inputs& inputs);
    void begin(const Prepared& prepared);
    void drain();
    void end();
    void setState(State state);

    std::shared_ptr<experiment::Inputs> inputs_;
    experiment::ExperimentSpec pending_; // becomes specification_ once its plan has
    experiment::ExperimentSpec specification_;
    std::shared_ptr<const experiment::Plan> plan_;
    std::vector<std::shared_ptr<const experiment::RunResult>> results_;
    unsigned threads_ = 1;
    State state_ = State::Idle;
    quint64 generation_ = 0; // tells preparations that were stopped from the one that is wanted
    QTimer timer_;
    std::unique_ptr<experiment::Sweep> sweep_;
    experiment::Sweep::Progress lastProgress_;
    Background background_;
};

} // namespace roundoff::ui
