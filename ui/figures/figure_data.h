// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <QList>
#include <QString>

#include "core/experiment/run_result.h"
#include "ui/charts/range.h"

namespace roundoff::ui {

/// Whether a time was taken computing in the format itself, or emulating it.
enum class TimeKind : std::uint8_t { Native, Emulated };

struct FigureDeployment {
    QString name;              ///< "DEC3, toward-zero"
    double testAccuracy = 0.0; ///< Fraction.
};

struct FigureRun {
    QString label;
    std::optional<double> testAccuracy;       ///< After the last epoch; none if no epoch was finished.
    std::optional<double> validationAccuracy; ///< With folds only.
    double trainSeconds = 0.0;
    double evalSeconds = 0.0;
    TimeKind timeKind = TimeKind::Native;
    QList<experiment::EpochResult> epochs;
    QList<FigureDeployment> deployments;
};

/// Runs that differ only in fold and seed.
struct FigureGroup {
    QString label;
    QString precision; ///< Decides the colour.
    QString series;    ///< With a numeric axis: the groups of one name are joined by a line; empty means the precision.
    std::optional<double> axisValue;       ///< Where the group lies on a numeric axis.
    std::optional<Range> accuracyInterval; ///< Of the mean test accuracy; without one, the standard deviation is drawn.
    QList<FigureRun> runs;
};

/// All that the figures of an experiment show.
struct FigureData {
    QString title;
    QString axisLabel;    ///< What varies: "Precision", "clipping.threshold".
    QString intervalName; ///< What `accuracyInterval` is: "95 % interval".
    QList<FigureGroup> groups;
};

struct FigureOptions {
    double widthMm = 160.0;
    double heightMm = 100.0; ///< At least; a figure with very many rows is higher.
    double fontPt = 9.0;
    int dpi = 300; ///< Of PNG.
};

} // namespace roundoff::ui
