// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QList>

#include "ui/figures/figure_data.h"

namespace roundoff::ui {

/// Mean and sample standard deviation (n - 1; 0 for one value) of the finite values.
struct Summary {
    qsizetype count = 0;
    double mean = 0.0;
    double deviation = 0.0;
    QList<double> values; ///< Those that were summed up.
};

/// None if there is no finite value.
[[nodiscard]] std::optional<Summary> summarise(const QList<double>& values);

// Of the runs that have the number: those that are done.
[[nodiscard]] QList<double> testAccuracies(const FigureGroup& group);
[[nodiscard]] QList<double> trainSeconds(const FigureGroup& group);
[[nodiscard]] QList<double> evalSeconds(const FigureGroup& group);
/// Of the runs that have the deployment.
[[nodiscard]] QList<double> deploymentAccuracies(const FigureGroup& group, const QString& deployment);

/// The interval that was passed in, or mean +- standard deviation.
[[nodiscard]] Range accuracySpread(const FigureGroup& group, const Summary& summary);

/// Names of all deployments in order of first appearance.
[[nodiscard]] QStringList deploymentNames(const FigureData& data);

/// Native only if every run of the group was.
[[nodiscard]] TimeKind timeKindOf(const FigureGroup& group);

} // namespace roundoff::ui
