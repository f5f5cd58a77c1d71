// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/experiment_figures.h"

#include <algorithm>

#include "core/experiment/fields.h"
#include "core/experiment/statistics.h"
#include "core/format/names.h"

namespace roundoff::ui {
namespace {

using experiment::PlannedRun;
using experiment::RunResult;

// The axis that lies along the figure: the last one whose values are numbers, else the first one.
const experiment::Axis* figureAxis(const experiment::ExperimentSpec& spec) {
    for (auto axis = spec.vary.rbegin(); axis != spec.vary.rend(); ++axis) {
        if (axis->values.size() > 1 &&
            std::all_of(axis->values.begin(), axis->values.end(), [](const auto& v) { return v.is_number(); })) {
            return &*axis;
        }
    }
    return spec.vary.empty() ? nullptr : &spec.vary.front();
}

QString axisLabel(const experiment::Axis* axis) {
    if (axis == nullptr) {
        return {};
    }
    const bool group = experiment::isGroup(axis->path) || axis->path.starts_with("precision.");
    return QString::fromStdString(group && axis->path != "precision" ? axis->path
                                                                     : experiment::fieldAt(axis->path).label);
}

FigureRun figureRun(const PlannedRun& planned, const RunResult& result) {
    FigureRun run;
    run.label = QString::fromStdString(planned.label);
    if (!result.epochs.empty()) {
        run.testAccuracy = result.epochs.back().test.accuracy;
        if (const auto& validation = result.epochs.back().validation) {
            run.validationAccuracy = validation->accuracy;
        }
    }
    run.trainSeconds = result.trainSeconds;
    run.evalSeconds = result.evalSeconds;
    run.timeKind = result.nativeTime ? TimeKind::Native : TimeKind::Emulated;
    run.epochs = {result.epochs.begin(), result.epochs.end()};
    for (const auto& deployed : result.deployments) {
        QString name = QString::fromStdString(deployed.deployment.name());
        if (deployed.deployment.rounding != format::Rounding::NearestEven) {
            const auto rounding = format::name(deployed.deployment.rounding);
            name += ", " + QString::fromUtf8(rounding.data(), static_cast<qsizetype>(rounding.size()));
        }
        run.deployments.append({name, deployed.test.accuracy});
    }
    return run;
}

FigureGroup figureGroup(const PlannedRun& planned, const experiment::Axis* axis) {
    FigureGroup group;
    group.label = QString::fromStdString(planned.group);
    group.precision = QString::fromStdString(planned.spec.precision.name());
    if (axis != nullptr) {
        const auto value = planned.axisValues.find(axis->path);
        if (value != planned.axisValues.end() && value->second.is_number()) {
            group.axisValue = value->second.get<double>();
        }
    }
    return group;
}

} // namespace

FigureData figureData(const store::ExperimentResults& results) {
    FigureData data;
    data.title = QString::fromStdString(results.spec.title);
    const experiment::Axis* axis = figureAxis(results.spec);
    data.axisLabel = axisLabel(axis);
    data.intervalName = QStringLiteral("95 % interval");
    for (std::size_t i = 0; i < results.plan.runs.size(); ++i) {
        if (results.runs[i] == nullptr) {
            continue;
        }
        const PlannedRun& planned = results.plan.runs[i];
        const QString label = QString::fromStdString(planned.group);
        if (data.groups.isEmpty() || data.groups.back().label != label) {
            data.groups.append(figureGroup(planned, axis));
        }
        data.groups.back().runs.append(figureRun(planned, *results.runs[i]));
    }
    for (const auto& row : experiment::summariseRuns(results.plan, results.runs)) {
        if (row.metric != "test_accuracy" || !row.summary.low) {
            continue;
        }
        for (FigureGroup& group : data.groups) {
            if (group.label == QString::fromStdString(row.group)) {
                group.accuracyInterval = Range{*row.summary.low, *row.summary.high};
            }
        }
    }
    return data;
}

} // namespace roundoff::ui
