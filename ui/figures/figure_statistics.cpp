// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_statistics.h"

#include <algorithm>
#include <cmath>

namespace roundoff::ui {

std::optional<Summary> summarise(const QList<double>& values) {
    Summary summary;
    double sum = 0.0;
    for (const double value : values) {
        if (std::isfinite(value)) {
            summary.values.append(value);
            sum += value;
        }
    }
    summary.count = summary.values.size();
    if (summary.count == 0) {
        return std::nullopt;
    }
    const auto count = static_cast<double>(summary.count);
    summary.mean = sum / count;
    double squares = 0.0;
    for (const double value : std::as_const(summary.values)) {
        squares += (value - summary.mean) * (value - summary.mean);
    }
    summary.deviation = summary.count > 1 ? std::sqrt(squares / (count - 1.0)) : 0.0;
    return summary;
}

QList<double> testAccuracies(const FigureGroup& group) {
    QList<double> values;
    for (const FigureRun& run : group.runs) {
        if (run.testAccuracy) {
            values.append(*run.testAccuracy);
        }
    }
    return values;
}

QList<double> trainSeconds(const FigureGroup& group) {
    QList<double> values;
    for (const FigureRun& run : group.runs) {
        if (run.trainSeconds) {
            values.append(*run.trainSeconds);
        }
    }
    return values;
}

QList<double> evalSeconds(const FigureGroup& group) {
    QList<double> values;
    for (const FigureRun& run : group.runs) {
        if (run.evalSeconds) {
            values.append(*run.evalSeconds);
        }
    }
    return values;
}

QList<double> deploymentAccuracies(const FigureGroup& group, const QString& deployment) {
    QList<double> values;
    for (const FigureRun& run : group.runs) {
        for (const FigureDeployment& candidate : run.deployments) {
            if (candidate.name == deployment) {
                values.append(candidate.testAccuracy);
            }
        }
    }
    return values;
}

Range accuracySpread(const FigureGroup& group, const Summary& summary) {
    return group.accuracyInterval.value_or(Range{summary.mean - summary.deviation, summary.mean + summary.deviation});
}

QStringList deploymentNames(const FigureData& data) {
    QStringList names;
    for (const FigureGroup& group : data.groups) {
        for (const FigureRun& run : group.runs) {
            for (const FigureDeployment& deployment : run.deployments) {
                if (!names.contains(deployment.name)) {
                    names.append(deployment.name);
                }
            }
        }
    }
    return names;
}

TimeKind timeKindOf(const FigureGroup& group) {
    const bool native = std::all_of(group.runs.begin(), group.runs.end(),
                                    [](const FigureRun& run) { return run.timeKind == TimeKind::Native; });
    return native ? TimeKind::Native : TimeKind::Emulated;
}

} // namespace roundoff::ui
