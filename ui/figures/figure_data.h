// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include <QList>
#include <QString>

#include "core/data/dataset.h"
#include "core/experiment/run_result.h"
#include "core/experiment/run_spec.h"
#include "ui/charts/range.h"

namespace roundoff::ui {

/// Whether a time was taken computing in the format itself, or emulating it.
enum class TimeKind : std::uint8_t { Native, Emulated };

struct FigureDeployment {
    QString name;                                          ///< "DEC3, toward-zero"
    double testAccuracy = 0.0;                             ///< Fraction.
    std::optional<deploy::Deployment> what = std::nullopt; ///< What was done, where the figure needs to know.
    double bitsPerWeight = 0.0;
};

/// What came of a run. One that is not done has epochs and steps only, as in the tables: its numbers are of another
/// amount of training than the others'.
struct FigureRun {
    QString label;
    std::optional<double> testAccuracy;       ///< After the last epoch.
    std::optional<double> validationAccuracy; ///< With folds only.
    std::optional<double> trainSeconds;
    std::optional<double> evalSeconds;
    TimeKind timeKind = TimeKind::Native;
    QList<experiment::EpochResult> epochs;
    QList<FigureDeployment> deployments;
    /// Steps at which the loss scale is new or a step was skipped, the first and the last; empty without loss scaling.
    QList<experiment::MetricPoint> scaleSteps = {};
};

/// Runs that differ only in fold and seed.
struct FigureGroup {
    QString label;
    QString precision; ///< Decides the colour.
    QString series;    ///< With a numeric axis: the groups of one name are joined by a line; empty means the precision.
    std::optional<double> axisValue;       ///< Where the group lies on a numeric axis.
    std::optional<Range> accuracyInterval; ///< Of the mean test accuracy; without one, the standard deviation is drawn.
    QList<FigureRun> runs;
    bool offAxis = false; ///< It lacks what the others have an amount of on the numeric axis: it is not clipped.
};

/// A run into which was looked.
struct FigureTelemetry {
    QString label;
    nn::PrecisionPolicy precision;
    std::shared_ptr<const experiment::RunResult> result; ///< With telemetry; never null.
};

/// All that the figures of an experiment show.
struct FigureData {
    QString title;
    QString axisLabel;    ///< What varies: "Precision", "Clipping threshold".
    QString intervalName; ///< What `accuracyInterval` is: "95 % interval".
    QList<FigureGroup> groups;
    int classes = 0;                                             ///< 0 if unknown.
    experiment::RunSpec spec = {};                               ///< Of the first run that is done, or else the first.
    QString weightsLabel = {};                                   ///< Which run the weights are of.
    std::shared_ptr<const nn::WeightSnapshot> weights = nullptr; ///< Of the first run that is done; null without one.
    QString weightsProblem = {};                                 ///< Why a run's weights could not be read.
    std::shared_ptr<const data::Dataset> dataset = nullptr;      ///< For its images; null without them.
    std::optional<FigureTelemetry> telemetry = std::nullopt;     ///< Of the run whose inside tells most.
};

struct FigureOptions {
    double widthMm = 160.0;
    double heightMm = 100.0; ///< At least; a figure with very many rows is higher.
    double fontPt = 9.0;
    int dpi = 300; ///< Of PNG.
};

} // namespace roundoff::ui
