// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include <QObject>
#include <QString>
#include <QTimer>

#include "core/experiment/experiment_spec.h"
#include "ui/widgets/background.h"

namespace roundoff::ui {

/// How much work an experiment is, or why it is none.
struct PlanEstimate {
    std::size_t runs = 0;
    double seconds = 0.0;
    QString error; ///< Why there is no plan; empty if there is one.
};

/// Makes the plan and measures the machine: up to some hundred milliseconds. Safe in any thread.
[[nodiscard]] PlanEstimate estimatePlan(const experiment::ExperimentSpec& specification, unsigned threads);

/// "15 runs, about 9 s"
[[nodiscard]] QString estimateText(const PlanEstimate& estimate);

/// A time for people: "4 s", "3 min 20 s", "2 h 5 min".
[[nodiscard]] QString durationText(double seconds);

/// Keeps an estimate up with an experiment that is being edited: waits until the edits pause, works in the background,
/// and forgets what was asked before.
class PlanEstimator : public QObject {
    Q_OBJECT

public:
    explicit PlanEstimator(QObject* parent = nullptr);

    void request(const experiment::ExperimentSpec& specification, unsigned threads);

signals:
    void estimated(const roundoff::ui::PlanEstimate& estimate);

private:
    void begin();

    experiment::ExperimentSpec specification_;
    unsigned threads_ = 1;
    bool busy_ = false;
    bool again_ = false;
    QTimer pause_;
    Background background_;
};

} // namespace roundoff::ui
