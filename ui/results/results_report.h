// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QString>
#include <QStringList>

#include "core/experiment/claims.h"
#include "core/experiment/experiment_spec.h"
#include "core/experiment/inputs.h"
#include "core/experiment/plan.h"
#include "core/experiment/run_result.h"
#include "core/experiment/statistics.h"
#include "ui/figures/figure_data.h"
#include "ui/results/preset_match.h"

namespace roundoff::ui {

/// How runs ended.
struct RunCounts {
    std::size_t planned = 0;
    std::size_t done = 0;
    std::size_t diverged = 0;
    std::size_t stopped = 0;
    std::size_t failed = 0;

    [[nodiscard]] std::size_t ended() const { return done + diverged + stopped + failed; }
    void add(const experiment::RunResult* result);

    bool operator==(const RunCounts&) const = default;
};

/// A line of the summary: a group, or a group after a deployment, and one metric.
struct SummaryLine {
    std::string group;
    std::string metric;
    std::optional<experiment::Summary> summary; ///< None as long as no run of the group is done.
    std::string baseline;                       ///< Empty if it is not compared.
    std::optional<experiment::Comparison> comparison;
    std::size_t pairs = 0; ///< Repeats that were compared.
    bool deployed = false;
    bool nativeTime = false; ///< Whether times are those of the format itself.
    RunCounts runs;          ///< Of the group.
};

struct ClaimReport {
    experiment::Claim claim;
    experiment::Finding finding;
};

/// All that the results page shows; immutable once made.
struct ResultsReport {
    QString title;
    std::shared_ptr<const experiment::Plan> plan;
    experiment::Repeats repeats;
    unsigned threads = 1;
    RunCounts runs;
    QStringList problems;                      ///< Why runs diverged or failed: "FP16, fold 2 of 5: ..."
    std::shared_ptr<const FigureData> figures; ///< Null as long as no run has ended.
    std::vector<SummaryLine> summary;          ///< By metric, groups in the order of the plan.
    std::optional<PresetMatch> preset;
    std::vector<ClaimReport> claims; ///< Of the preset.

    /// The metrics that there is a value of, in the order of the summary.
    [[nodiscard]] std::vector<std::string> metrics() const;
    [[nodiscard]] std::vector<SummaryLine> linesOf(const std::string& metric) const;
};

/// What a report is made of: cheap to copy.
struct ReportSource {
    experiment::ExperimentSpec spec;
    std::shared_ptr<const experiment::Plan> plan; ///< Not null.
    std::vector<std::shared_ptr<const experiment::RunResult>> results;
    unsigned threads = 1;
    std::shared_ptr<const std::vector<experiment::Preset>> presets; ///< Not null.
    std::shared_ptr<experiment::Inputs> inputs;                     ///< For figures of the images; may be null.
};

/// Statistics, claims and the figures' data: up to some hundred milliseconds for large experiments. Safe in any thread.
[[nodiscard]] ResultsReport makeReport(const ReportSource& source);

} // namespace roundoff::ui
