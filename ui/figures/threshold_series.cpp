// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/threshold_series.h"

#include <algorithm>
#include <optional>

#include "core/store/csv.h"
#include "ui/figures/figure_statistics.h"

namespace roundoff::ui {

namespace {

std::optional<ThresholdBar> barOf(const QList<double>& values) {
    const std::optional<Summary> summary = summarise(values);
    if (!summary) {
        return std::nullopt;
    }
    return ThresholdBar{summary->mean,
                        summary->deviation,
                        {summary->mean - summary->deviation, summary->mean + summary->deviation},
                        summary->count};
}

std::optional<ThresholdPoint> pointOf(const FigureGroup& group) {
    const std::optional<Summary> accuracy = summarise(testAccuracies(group));
    const std::optional<ThresholdBar> training = barOf(trainSeconds(group));
    const std::optional<ThresholdBar> evaluation = barOf(evalSeconds(group));
    if ((!group.axisValue && !group.offAxis) || !accuracy || !training || !evaluation) {
        return std::nullopt;
    }
    return ThresholdPoint{
        &group,
        {ThresholdBar{accuracy->mean, accuracy->deviation, accuracySpread(group, *accuracy), accuracy->count},
         *training, *evaluation}};
}

} // namespace

QList<ThresholdSeries> thresholdSeries(const FigureData& data) {
    QList<ThresholdSeries> all;
    for (const FigureGroup& group : data.groups) {
        const std::optional<ThresholdPoint> point = pointOf(group);
        if (!point) {
            continue;
        }
        const QString name = group.series.isEmpty() ? group.precision : group.series;
        auto series = std::find_if(all.begin(), all.end(),
                                   [&](const ThresholdSeries& known) { return known.name == name; });
        if (series == all.end()) {
            all.append({name, group.precision, timeKindOf(group), {}});
            series = all.end() - 1;
        }
        series->points.append(*point);
        if (timeKindOf(group) == TimeKind::Emulated) {
            series->timeKind = TimeKind::Emulated;
        }
    }
    for (ThresholdSeries& series : all) {
        std::stable_sort(series.points.begin(), series.points.end(),
                         [](const ThresholdPoint& a, const ThresholdPoint& b) {
                             return a.group->offAxis != b.group->offAxis
                                        ? b.group->offAxis
                                        : !a.group->offAxis && *a.group->axisValue < *b.group->axisValue;
                         });
    }
    return all;
}

QList<double> thresholdValues(const QList<ThresholdSeries>& all) {
    QList<double> values;
    for (const ThresholdSeries& series : all) {
        for (const ThresholdPoint& point : series.points) {
            if (!point.group->offAxis && !values.contains(*point.group->axisValue)) {
                values.append(*point.group->axisValue);
            }
        }
    }
    return values;
}

bool anyOffAxis(const QList<ThresholdSeries>& all) {
    return std::any_of(all.begin(), all.end(), [](const ThresholdSeries& series) {
        return !series.points.isEmpty() && series.points.back().group->offAxis;
    });
}

std::string thresholdTable(const FigureData& data, const QList<ThresholdSeries>& all) {
    store::Csv csv{"series",   "precision",    "axis",          "value",    "n",
                   "accuracy", "accuracy_low", "accuracy_high", "interval", "train_seconds",
                   "train_sd", "eval_seconds", "eval_sd",       "time_kind"};
    for (const ThresholdSeries& series : all) {
        for (const ThresholdPoint& point : series.points) {
            const auto& [accuracy, training, evaluation] = point.bars;
            csv.cell(series.name.toStdString()).cell(series.precision.toStdString()).cell(data.axisLabel.toStdString());
            if (point.group->offAxis) {
                csv.cell("none");
            } else {
                csv.cell(*point.group->axisValue);
            }
            csv.cell(accuracy.count)
                .cell(accuracy.mean)
                .cell(accuracy.spread.low)
                .cell(accuracy.spread.high)
                .cell(point.group->accuracyInterval ? data.intervalName.toStdString() : "standard deviation")
                .cell(training.mean)
                .cell(training.deviation)
                .cell(evaluation.mean)
                .cell(evaluation.deviation)
                .cell(timeKindOf(*point.group) == TimeKind::Native ? "native" : "emulated");
            csv.endRow();
        }
    }
    return csv.text();
}

} // namespace roundoff::ui
