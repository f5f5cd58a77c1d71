// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/experiment_figures.h"

#include <algorithm>
#include <set>

#include <QCoreApplication>

#include "core/base/error.h"
#include "core/experiment/fields.h"
#include "core/experiment/policy_json.h"
#include "core/experiment/statistics.h"
#include "core/format/names.h"
#include "ui/numerics/format_range.h"
#include "ui/precision/policy_names.h"

namespace roundoff::ui {
namespace {

struct ExperimentFiguresText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

using experiment::Axis;
using experiment::Json;
using experiment::PlannedRun;
using experiment::RunResult;

constexpr const char* kClipping = "clipping";

/// Where a value of an axis lies on it, if it can: numbers, and clipping by its threshold.
std::optional<double> placeOf(const Axis& axis, const Json& value) {
    if (value.is_number()) {
        return value.get<double>();
    }
    if (axis.path == kClipping && value.is_object() && value.contains("threshold") &&
        value.value("kind", std::string()) != "none") {
        return value.at("threshold").get<double>();
    }
    return std::nullopt;
}

bool isOffAxis(const Axis& axis, const Json& value) {
    return axis.path == kClipping && value.is_object() && value.value("kind", std::string()) == "none";
}

bool isNumeric(const Axis& axis) {
    const auto places = std::count_if(axis.values.begin(), axis.values.end(),
                                      [&](const Json& value) { return placeOf(axis, value).has_value(); });
    const auto others = std::count_if(axis.values.begin(), axis.values.end(),
                                      [&](const Json& value) { return isOffAxis(axis, value); });
    return places > 1 && static_cast<std::size_t>(places + others) == axis.values.size();
}

/// The axis that lies along the figure: the last one whose values are numbers, else the first one.
const Axis* figureAxis(const experiment::ExperimentSpec& spec) {
    const auto numeric = std::find_if(spec.vary.rbegin(), spec.vary.rend(), isNumeric);
    if (numeric != spec.vary.rend()) {
        return &*numeric;
    }
    return spec.vary.empty() ? nullptr : &spec.vary.front();
}

/// All that clip in some way.
std::set<nn::ClippingKind> clippingKinds(const store::ExperimentResults& results) {
    std::set<nn::ClippingKind> kinds;
    for (const PlannedRun& run : results.plan.runs) {
        if (run.spec.clipping.kind != nn::ClippingKind::None) {
            kinds.insert(run.spec.clipping.kind);
        }
    }
    return kinds;
}

QString clippingLabel(const store::ExperimentResults& results) {
    const std::set<nn::ClippingKind> kinds = clippingKinds(results);
    if (kinds.size() == 1) {
        return *kinds.begin() == nn::ClippingKind::Norm ? ExperimentFiguresText::tr("Clipping threshold (global norm)")
                                                        : ExperimentFiguresText::tr("Clipping threshold (each value)");
    }
    return ExperimentFiguresText::tr("Clipping threshold");
}

QString axisLabel(const store::ExperimentResults& results, const Axis* axis) {
    if (axis == nullptr) {
        return {};
    }
    if (axis->path == "clipping.threshold" || (axis->path == kClipping && isNumeric(*axis))) {
        return clippingLabel(results);
    }
    const bool group = experiment::isGroup(axis->path) || axis->path.starts_with("precision.");
    if (group && axis->path != "precision") {
        return QString::fromStdString(axis->path);
    }
    const experiment::Field& field = experiment::fieldAt(axis->path);
    const QString label = QString::fromStdString(field.label);
    return field.unit.empty() ? label : QStringLiteral("%1 (%2)").arg(label, QString::fromStdString(field.unit));
}

/// A value of an axis in the name of a series.
QString valueText(const Json& value) {
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump()).remove(u'"');
}

/// A policy without what an axis sets in it: "precision.accumulator.chunk" is the one whose values are numbers.
nn::PrecisionPolicy withoutAxis(const nn::PrecisionPolicy& policy, const Axis* axis) {
    if (axis == nullptr || !axis->path.starts_with("precision.") || !isNumeric(*axis)) {
        return policy;
    }
    Json json = {{"precision", experiment::policyToObject(policy)}};
    std::string path = '/' + axis->path;
    std::replace(path.begin(), path.end(), '.', '/');
    if (const Json::json_pointer place(path); json.contains(place)) {
        json.at(place.parent_pointer()).erase(place.back());
    }
    return experiment::policyFromJson(json.at("precision"));
}

/// The precision in the name of a series, as labels of runs have it: before single roles vary, which are named after
/// it.
QString precisionOfSeries(const PlannedRun& planned, const experiment::ExperimentSpec& spec, const Axis* axis) {
    if (const auto value = planned.axisValues.find("precision"); value != planned.axisValues.end()) {
        std::ptrdiff_t place = 0; // From 1 in the labels.
        for (const Axis& varied : spec.vary) {
            if (varied.path == "precision") {
                place = std::find(varied.values.begin(), varied.values.end(), value->second) - varied.values.begin();
            }
        }
        return policyLabel(withoutAxis(experiment::policyFromJson(value->second), axis),
                           QStringLiteral("custom precision %1").arg(place + 1));
    }
    const bool inPart = std::any_of(planned.axisValues.begin(), planned.axisValues.end(),
                                    [](const auto& value) { return value.first.starts_with("precision."); });
    return policyLabel(withoutAxis(inPart ? spec.base.precision : planned.spec.precision, axis),
                       QStringLiteral("custom"));
}

/// What joins groups on a numeric axis: all that varies but the axis.
QString seriesOf(const PlannedRun& planned, const experiment::ExperimentSpec& spec, const Axis* axis, bool bothKinds) {
    QString series = precisionOfSeries(planned, spec, axis);
    for (const auto& [path, value] : planned.axisValues) {
        if (axis != nullptr && path != axis->path && path != "precision") {
            const std::string name = path.substr(path.rfind('.') + 1);
            series += QStringLiteral(", %1 %2").arg(QString::fromStdString(name), valueText(value));
        }
    }
    if (bothKinds && axis != nullptr && axis->path == kClipping) {
        series += QStringLiteral(", ") + valueText(planned.axisValues.at(kClipping).value("kind", Json("norm")));
    }
    return series;
}

QString deploymentName(const deploy::Deployment& deployment) {
    QString name = QString::fromStdString(format::tensorFormatName(deployment.format));
    if (deployment.rounding != format::Rounding::NearestEven) {
        const auto rounding = format::name(deployment.rounding);
        name += QStringLiteral(", ") + QString::fromUtf8(rounding.data(), static_cast<qsizetype>(rounding.size()));
    }
    return deployment.scope == deploy::Scope::WeightsAndActivations
               ? ExperimentFiguresText::tr("%1, activations too").arg(name)
               : name;
}

/// All that a curve of the loss scale needs of thousands of steps.
QList<experiment::MetricPoint> scaleSteps(const std::vector<experiment::MetricPoint>& steps) {
    const bool scaled = std::any_of(steps.begin(), steps.end(),
                                    [](const auto& step) { return step.lossScale != 1.0 || step.skipped != 0; });
    QList<experiment::MetricPoint> kept;
    for (std::size_t i = 0; scaled && i < steps.size(); ++i) {
        if (i == 0 || i + 1 == steps.size() || steps[i].skipped != 0 || steps[i].lossScale != steps[i - 1].lossScale) {
            kept.append(steps[i]);
        }
    }
    return kept;
}

/// What enters the means of a run's group.
void addResults(FigureRun& run, const RunResult& result) {
    if (!result.epochs.empty()) {
        run.testAccuracy = result.epochs.back().test.accuracy;
        if (const auto& validation = result.epochs.back().validation) {
            run.validationAccuracy = validation->accuracy;
        }
    }
    run.trainSeconds = result.trainSeconds;
    run.evalSeconds = result.evalSeconds;
    for (const auto& deployed : result.deployments) {
        run.deployments.append({deploymentName(deployed.deployment), deployed.test.accuracy, deployed.deployment,
                                deployed.error.bitsPerWeight});
    }
}

FigureRun figureRun(const PlannedRun& planned, const RunResult& result) {
    FigureRun run;
    run.label = QString::fromStdString(planned.label);
    run.timeKind = result.nativeTime ? TimeKind::Native : TimeKind::Emulated;
    run.epochs = {result.epochs.begin(), result.epochs.end()};
    run.scaleSteps = scaleSteps(result.steps);
    if (result.status == experiment::RunStatus::Done) {
        addResults(run, result);
    }
    return run;
}

FigureGroup figureGroup(const PlannedRun& planned, const experiment::ExperimentSpec& spec, const Axis* axis,
                        bool bothKinds) {
    FigureGroup group;
    group.label = QString::fromStdString(planned.group);
    group.precision = policyName(planned.spec.precision);
    group.series = seriesOf(planned, spec, axis, bothKinds);
    if (axis != nullptr) {
        const auto value = planned.axisValues.find(axis->path);
        if (value != planned.axisValues.end()) {
            group.axisValue = placeOf(*axis, value->second);
            group.offAxis = isOffAxis(*axis, value->second);
        }
    }
    return group;
}

/// The weights of the first run that is done and whose weights can be read, and what it was.
void addWeights(FigureData& data, const store::ExperimentResults& results) {
    for (std::size_t i = 0; i < results.plan.runs.size(); ++i) {
        const auto& result = results.runs[i];
        if (result != nullptr && result->status == experiment::RunStatus::Done && result->weights != nullptr) {
            try {
                data.weights = result->weights.load();
            } catch (const InputError& error) {
                data.weightsProblem = QString::fromUtf8(error.what());
                continue;
            }
            data.spec = results.plan.runs[i].spec;
            data.weightsLabel = QString::fromStdString(results.plan.runs[i].label);
            return;
        }
    }
    data.spec = results.plan.runs.empty() ? results.spec.base : results.plan.runs.front().spec;
}

/// The first run that broke or that something is to be said of, else the first one at all; runs that round nothing have
/// nothing to show.
std::optional<FigureTelemetry> telemetryOf(const store::ExperimentResults& results) {
    std::optional<FigureTelemetry> first;
    for (std::size_t i = 0; i < results.plan.runs.size(); ++i) {
        const auto& result = results.runs[i];
        const PlannedRun& planned = results.plan.runs[i];
        if (result == nullptr || result->telemetry.empty() || !roundsAnything(planned.spec.precision)) {
            continue;
        }
        const bool telling = !result->diagnoses.empty();
        if (telling || !first) {
            first = FigureTelemetry{QString::fromStdString(planned.label), planned.spec.precision, result};
        }
        if (telling) {
            break;
        }
    }
    return first;
}

int classesOf(const FigureData& data) {
    if (data.dataset != nullptr) {
        return data.dataset->classes;
    }
    if (data.weights == nullptr || data.weights->tensors.empty()) {
        return 0;
    }
    return static_cast<int>(data.weights->tensors.back().shape.front()); // Of the outputs' biases.
}

} // namespace

FigureData figureData(const store::ExperimentResults& results, std::shared_ptr<const data::Dataset> dataset) {
    FigureData data;
    data.title = QString::fromStdString(results.spec.title);
    const bool bothKinds = clippingKinds(results).size() > 1;
    const Axis* axis = figureAxis(results.spec);
    data.axisLabel = axisLabel(results, axis);
    data.intervalName = QString::fromUtf8(QT_TRANSLATE_NOOP("Figure", "95 % interval"));
    data.dataset = std::move(dataset);
    addWeights(data, results);
    data.telemetry = telemetryOf(results);
    data.classes = classesOf(data);
    for (std::size_t i = 0; i < results.plan.runs.size(); ++i) {
        if (results.runs[i] == nullptr) {
            continue;
        }
        const PlannedRun& planned = results.plan.runs[i];
        const QString label = QString::fromStdString(planned.group);
        if (data.groups.isEmpty() || data.groups.back().label != label) {
            data.groups.append(figureGroup(planned, results.spec, axis, bothKinds));
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
