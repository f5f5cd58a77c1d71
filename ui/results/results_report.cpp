// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/results_report.h"

#include <algorithm>
#include <exception>
#include <map>
#include <set>

#include "core/base/error.h"
#include "core/experiment/repeats.h"
#include "core/store/results.h"
#include "ui/figures/experiment_figures.h"
#include "ui/numerics/diagnosis_text.h"

namespace roundoff::ui {
namespace {

using experiment::RunGroup;

std::map<std::string, RunCounts> countByGroup(const ReportSource& source) {
    std::map<std::string, RunCounts> counts;
    for (std::size_t run = 0; run < source.plan->runs.size(); ++run) {
        counts[source.plan->runs[run].group].add(source.results[run].get());
    }
    return counts;
}

QStringList problemsOf(const ReportSource& source) {
    QStringList problems;
    for (std::size_t run = 0; run < source.plan->runs.size(); ++run) {
        const auto& result = source.results[run];
        if (result != nullptr && !result->reason.empty()) {
            problems << QStringLiteral("%1: %2").arg(QString::fromStdString(source.plan->runs[run].label),
                                                     whatWentWrong(*result));
        }
    }
    return problems;
}

/// The rows of one metric: of groups as they were trained, and of their deployments in the order of the plan.
struct RowsOfMetric {
    std::map<std::string, const experiment::SummaryRow*> byGroup;
    std::vector<const experiment::SummaryRow*> deployed;
};

// A line for every group, so that one without a finished run is not passed over in silence.
std::vector<SummaryLine> summaryOf(const ReportSource& source) {
    const std::vector<experiment::SummaryRow> rows = experiment::summariseRuns(*source.plan, source.results);
    const std::vector<RunGroup> groups = experiment::groupRuns(*source.plan, source.results);
    std::map<std::string, RunCounts> counts = countByGroup(source);
    std::set<std::string> trained;
    for (const RunGroup& group : groups) {
        trained.insert(group.label);
    }
    std::vector<std::string> metrics{"test_accuracy"};
    std::map<std::string, RowsOfMetric> rowsByMetric;
    for (const auto& row : rows) {
        if (row.metric != metrics.back()) {
            metrics.push_back(row.metric);
        }
        RowsOfMetric& known = rowsByMetric[row.metric];
        if (trained.contains(row.group)) {
            known.byGroup.emplace(row.group, &row);
        } else {
            known.deployed.push_back(&row);
        }
    }
    std::vector<SummaryLine> lines;
    for (const std::string& metric : metrics) {
        const RowsOfMetric& known = rowsByMetric[metric];
        const experiment::RepeatValues first = groups.empty() ? experiment::RepeatValues()
                                                              : groups.front().values(metric);
        for (const RunGroup& group : groups) {
            SummaryLine line;
            line.group = group.label;
            line.metric = metric;
            line.nativeTime = group.nativeTime();
            line.runs = counts[group.label];
            if (const auto found = known.byGroup.find(group.label); found != known.byGroup.end()) {
                const experiment::SummaryRow& row = *found->second;
                line.summary = row.summary;
                line.baseline = row.baseline;
                line.comparison = row.comparison;
                line.pairs = experiment::pairedDifferences(group.values(metric), first).size();
            }
            lines.push_back(std::move(line));
        }
        for (const experiment::SummaryRow* row : known.deployed) {
            lines.push_back({row->group, metric, row->summary, row->baseline, row->comparison, row->summary.n, true,
                             false, counts[row->baseline]});
        }
    }
    return lines;
}

experiment::Finding findingOf(const experiment::Claim& claim, const ReportSource& source) {
    try {
        return experiment::checkClaim(claim, *source.plan, source.results);
    } catch (const InputError& error) {
        // The experiment was changed so that the claim speaks of what is not there.
        return {experiment::Verdict::NotTested, {{"%1", {error.what()}}}};
    }
}

std::shared_ptr<const FigureData> figuresOf(const ReportSource& source) {
    std::shared_ptr<const data::Dataset> dataset;
    try {
        dataset = source.inputs != nullptr ? source.inputs->dataset(source.spec.base.dataset) : nullptr;
    } catch (const std::exception&) {
        // The images are gone since the runs began: the figures that show them are left out.
    }
    return std::make_shared<const FigureData>(
        figureData({source.spec, *source.plan, source.results, source.threads}, std::move(dataset)));
}

} // namespace

void RunCounts::add(const experiment::RunResult* result) {
    ++planned;
    if (result == nullptr) {
        return;
    }
    switch (result->status) {
    case experiment::RunStatus::Done: ++done; break;
    case experiment::RunStatus::Diverged: ++diverged; break;
    case experiment::RunStatus::Stopped: ++stopped; break;
    case experiment::RunStatus::Failed: ++failed; break;
    }
}

std::vector<std::string> ResultsReport::metrics() const {
    std::vector<std::string> names;
    for (const SummaryLine& line : summary) {
        if (std::ranges::find(names, line.metric) == names.end()) {
            names.push_back(line.metric);
        }
    }
    return names;
}

std::vector<SummaryLine> ResultsReport::linesOf(const std::string& metric) const {
    std::vector<SummaryLine> lines;
    std::ranges::copy_if(summary, std::back_inserter(lines), [&](const auto& line) { return line.metric == metric; });
    return lines;
}

ResultsReport makeReport(const ReportSource& source) {
    ResultsReport report;
    report.title = QString::fromStdString(source.spec.title);
    report.plan = source.plan;
    report.repeats = source.spec.repeats;
    report.threads = source.threads;
    for (const auto& result : source.results) {
        report.runs.add(result.get());
    }
    report.problems = problemsOf(source);
    if (report.runs.ended() > 0) {
        report.figures = figuresOf(source);
        if (!report.figures->weightsProblem.isEmpty()) {
            report.problems << report.figures->weightsProblem;
        }
    }
    report.summary = summaryOf(source);
    report.preset = matchPreset(*source.presets, source.spec);
    if (report.preset) {
        for (const experiment::Claim& claim : report.preset->preset.claims) {
            report.claims.push_back({claim, findingOf(claim, source)});
        }
    }
    return report;
}

} // namespace roundoff::ui
