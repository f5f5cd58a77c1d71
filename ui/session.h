// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <vector>

#include <QElapsedTimer>
#include <QObject>
#include <QString>
#include <QTimer>

#include "core/experiment/inputs.h"
#include "core/experiment/sweep.h"
#include "ui/kept_runs_reader.h"
#include "ui/run_story.h"
#include "ui/widgets/background.h"

namespace roundoff::store {
class ExperimentFile;
}

namespace roundoff::ui {

/// One experiment at a time on its way through the core. Nothing here waits: plan, data and what a file holds are made
/// ready in the background, and timers take what the runs have to tell.
class Session : public QObject {
    Q_OBJECT

public:
    /// Loading: what was there before is being told. Preparing: plan and data are made ready.
    enum class State : std::uint8_t { Idle, Loading, Preparing, Running, Paused, Stopping };
    Q_ENUM(State)

    /// Whether a run that the file holds already is run again.
    enum class Begin : std::uint8_t {
        Continue, ///< Not if any are missing: what is there is told, and what was stopped goes on from its last epoch.
        Afresh    ///< Yes, each of them; what was there stays until its successor takes its place.
    };

    explicit Session(std::shared_ptr<experiment::Inputs> inputs, QObject* parent = nullptr);
    /// Stops what runs, and waits for it: at most one batch.
    ~Session() override;

    [[nodiscard]] State state() const { return state_; }
    [[nodiscard]] bool isBusy() const { return state_ != State::Idle; }
    /// Whether an experiment can be begun: if none is on its way. What is only being shown is no obstacle.
    [[nodiscard]] bool canStart() const { return !isBusy() || (state_ == State::Loading && !sweepWanted_); }

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

    /// Where runs are kept from now on, and where those are taken from that need not be run again; null for nowhere.
    /// What was started before goes on with the file that it was started with.
    void setFile(std::shared_ptr<store::ExperimentFile> file);
    [[nodiscard]] std::shared_ptr<store::ExperimentFile> file() const { return file_; }
    /// Tells the results that the file holds of what was run last as if they had just come, if there are any; only when
    /// idle. Ends with finished() or failed(); nothing happens if nothing was run.
    void show();

    /// Begins an experiment, if it `canStart`. Ends with finished() or failed().
    /// @param threads  runs at a time, at least 1
    void start(const experiment::ExperimentSpec& specification, unsigned threads, Begin begin = Begin::Continue);
    void setPaused(bool paused);
    /// Runs in progress end after their batch and keep their finished epochs; the others never begin. What was there
    /// before is told to its end.
    void stop();

signals:
    void stateChanged(roundoff::ui::Session::State state);
    void planned(const std::shared_ptr<const roundoff::experiment::Plan>& plan);
    /// A run that goes on from a checkpoint may tell of its steps, looks and epochs before this.
    void runStarted(int run);
    void stepsArrived(int run, const std::vector<roundoff::experiment::MetricPoint>& points);
    void epochFinished(int run, const roundoff::experiment::EpochResult& epoch);
    void telemetryArrived(int run, const roundoff::nn::TelemetrySample& sample);
    void runFinished(int run, const std::shared_ptr<const roundoff::experiment::RunResult>& result);
    void progressed(const roundoff::experiment::Sweep::Progress& progress);
    /// All is over: every run ended, or it was stopped before.
    void finished(bool stopped);
    /// It could not begin, or not all of it could be shown: one line that says what to do.
    void failed(const QString& message);

private:
    /// What was asked for by `start`.
    struct Wanted {
        experiment::ExperimentSpec specification;
        unsigned threads = 1;
        Begin begin = Begin::Continue;
        std::shared_ptr<store::ExperimentFile> file;
    };
    struct Prepared {
        experiment::ExperimentSpec specification;
        unsigned threads = 1;
        std::shared_ptr<const experiment::Plan> plan; ///< Null for none.
        Begin begin = Begin::Continue;
        bool isKept = true; ///< Whether the file, if there is one, could be told that this plan is run.
        QString error;      ///< Why there is no plan, if that is a mistake.
    };

    static Prepared prepare(const Wanted& wanted, experiment::Inputs& inputs);
    static Prepared prepareToShow(const store::ExperimentFile& file);
    void begin(const Wanted& wanted, const Prepared& prepared);
    void beginToShow(const std::shared_ptr<store::ExperimentFile>& file, const Prepared& prepared);
    void setPlan(const Prepared& prepared);
    void tellSome();
    void tell(const RunNews& news);
    void endOfTelling();
    void startSweep();
    void keepBeginning();
    void drain();
    void end();
    void setState(State state);

    std::shared_ptr<experiment::Inputs> inputs_;
    std::shared_ptr<store::ExperimentFile> file_;
    experiment::ExperimentSpec specification_;
    std::shared_ptr<const experiment::Plan> plan_;
    std::vector<std::shared_ptr<const experiment::RunResult>> results_;
    unsigned threads_ = 1;
    State state_ = State::Idle;
    quint64 generation_ = 0; // tells preparations that were stopped from the one that is wanted

    // Of what was there before.
    KeptRunsReader reader_;
    std::vector<experiment::RunBefore> before_;
    std::deque<RunStory> stories_; // those that wait to be told
    std::size_t told_ = 0;         // runs
    bool allRead_ = false;
    QString readProblem_;
    bool sweepWanted_ = false; // whether a sweep follows
    QTimer tellTimer_;

    // Of what runs.
    std::shared_ptr<store::ExperimentFile> journal_; // the file it was started with
    bool beginningIsKept_ = true;                    // whether that knows what is run
    QElapsedTimer sinceKeeping_;                     // since it was tried last
    QTimer timer_;
    std::unique_ptr<experiment::Sweep> sweep_;
    experiment::Sweep::Progress lastProgress_;
    Background background_;
};

} // namespace roundoff::ui
