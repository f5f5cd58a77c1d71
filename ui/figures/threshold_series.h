// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include <QList>
#include <QString>

#include "ui/figures/figure_data.h"

namespace roundoff::ui {

/// Test accuracy, seconds of training, seconds of evaluation.
inline constexpr std::size_t kQuantities = 3;

/// Mean and spread of one quantity of a group.
struct ThresholdBar {
    double mean = 0.0;
    double deviation = 0.0;
    Range spread; ///< What is drawn around the mean.
    qsizetype count = 0;
};

/// A group on the axis, or off it.
struct ThresholdPoint {
    const FigureGroup* group;
    /// Test accuracy, seconds of training, seconds of evaluation.
    std::array<ThresholdBar, kQuantities> bars;
};

/// The groups that a line joins.
struct ThresholdSeries {
    QString name;
    QString precision;
    TimeKind timeKind = TimeKind::Native;
    QList<ThresholdPoint> points; ///< By rising value; one off the axis comes last.
};

/// The groups with a place on the numeric axis or off it, and with results.
[[nodiscard]] QList<ThresholdSeries> thresholdSeries(const FigureData& data);

/// The places on the axis, each once.
[[nodiscard]] QList<double> thresholdValues(const QList<ThresholdSeries>& all);

[[nodiscard]] bool anyOffAxis(const QList<ThresholdSeries>& all);

/// As CSV: a line a group.
[[nodiscard]] std::string thresholdTable(const FigureData& data, const QList<ThresholdSeries>& all);

} // namespace roundoff::ui
