// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <QHash>
#include <QList>
#include <QString>

#include "core/experiment/run_result.h"
#include "core/experiment/step_log.h"
#include "ui/charts/run_info.h"
#include "ui/charts/series_style.h"

namespace roundoff::ui {

/// A value that was measured at some of the steps.
struct SamplePoint {
    std::uint32_t step = 0; ///< Global, from 1.
    double value = 0.0;

    bool operator==(const SamplePoint&) const = default;
};

/// All metrics of a sweep in order, by run and by group. Steps are whole up to a million; where there are more,
/// neighbouring ones are one, so that very many runs share the memory of a few.
class MetricHistory {
public:
    struct Run {
        RunInfo info;
        experiment::StepLog log;
        std::vector<experiment::EpochResult> epochs;
        std::vector<SamplePoint> samples;
        bool finished = false;

        [[nodiscard]] const std::vector<experiment::MetricPoint>& steps() const { return log.whole(); }
    };
    struct Group {
        GroupInfo info;
        QList<qsizetype> runs; ///< Indices into `runs()`.
    };

    void begin(const QList<RunInfo>& runs);
    /// Each returns the index of the run's group, or -1 if `begin` did not name the run.
    qsizetype addSteps(int run, std::span<const experiment::MetricPoint> points);
    qsizetype addEpoch(int run, const experiment::EpochResult& epoch);
    qsizetype addSamples(int run, std::span<const SamplePoint> points);
    qsizetype finishRun(int run);

    [[nodiscard]] const std::vector<Run>& runs() const { return runs_; }
    [[nodiscard]] const QList<Group>& groups() const { return groups_; }
    [[nodiscard]] const Run& run(qsizetype index) const { return runs_[static_cast<std::size_t>(index)]; }
    [[nodiscard]] bool isEmpty() const; ///< Whether no metric has come yet.
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] bool hasValidation() const { return hasValidation_; }
    [[nodiscard]] bool hasLossScale() const { return hasLossScale_; } ///< Whether a scale other than 1 was seen.

private:
    qsizetype indexOf(int run) const { return indices_.value(run, -1); }

    std::vector<Run> runs_;
    QList<Group> groups_;
    QHash<int, qsizetype> indices_; // by the plan's index
    QHash<int, qsizetype> groupIndices_;
    bool hasValidation_ = false;
    bool hasLossScale_ = false;
};

} // namespace roundoff::ui
