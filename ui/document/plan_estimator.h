// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>

#include <QObject>
#include <QString>
#include <QTimer>

#include "core/experiment/experiment_spec.h"
#include "ui/widgets/background.h"

namespace roundoff::store {
class ExperimentFile;
}

namespace roundoff::ui {

/// How much work an experiment is, or why it is none.
struct PlanEstimate {
    std::size_t runs = 0;
    double seconds = 0.0; ///< What is left takes, or all of it if nothing is.
    QString error;        ///< Why there is no plan; empty if there is one.
    std::size_t left = 0; ///< Runs that are not there yet.
    bool begun = false;   ///< Whether one of these was stopped and can go on.

    /// What is there of the experiment.
    enum class There : std::uint8_t { Nothing, Some, All };
    [[nodiscard]] There there() const {
        return runs > 0 && left == 0 ? There::All : left < runs || begun ? There::Some : There::Nothing;
    }
};

/// Makes the plan and measures the machine: up to some hundred milliseconds. Safe in any thread.
/// @param file  where runs may be that need not be run again; null for nowhere
[[nodiscard]] PlanEstimate estimatePlan(const experiment::ExperimentSpec& specification, unsigned threads,
                                        const store::ExperimentFile* file = nullptr);

/// "15 runs, about 9 s"; "6 of 15 runs left, about 4 s"; "all 15 runs are there"
[[nodiscard]] QString estimateText(const PlanEstimate& estimate);

/// A time for people: "4 s", "3 min 20 s", "2 h 5 min".
[[nodiscard]] QString durationText(double seconds);

/// Keeps an estimate up with an experiment that is being edited: waits until the edits pause, works in the background,
/// and forgets what was asked before.
class PlanEstimator : public QObject {
    Q_OBJECT

public:
    explicit PlanEstimator(QObject* parent = nullptr);

    /// @param file  where runs may be that need not be run again; null for nowhere
    void request(const experiment::ExperimentSpec& specification, unsigned threads,
                 std::shared_ptr<store::ExperimentFile> file = nullptr);

signals:
    void estimated(const roundoff::ui::PlanEstimate& estimate);

private:
    void begin();

    experiment::ExperimentSpec specification_;
    unsigned threads_ = 1;
    std::shared_ptr<store::ExperimentFile> file_;
    bool busy_ = false;
    bool again_ = false;
    QTimer pause_;
    Background background_;
};

} // namespace roundoff::ui
