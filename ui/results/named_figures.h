// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "ui/figures/figure.h"
#include "ui/results/results_report.h"

namespace roundoff::ui {

/// A figure of the results page.
struct NamedFigure {
    QString name;    ///< For the chooser: "Figure 4: Accuracy".
    QString caption; ///< The paper's; empty for a figure that it does not have.
    Figure figure;
};

/// The figures of an experiment as far as there are data for them.
struct NamedFigures {
    QList<NamedFigure> figures; ///< The paper's first, under its numbers. Each has file names of its own.
    QStringList problems;       ///< Why figures of the preset could not be made.
};

[[nodiscard]] NamedFigures namedFigures(const ResultsReport& report, const FigureOptions& options = {});

} // namespace roundoff::ui
