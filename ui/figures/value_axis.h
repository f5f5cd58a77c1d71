// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include "ui/charts/plot_painter.h"

namespace roundoff::ui {

/// An axis with ticks at the values that an experiment took: logarithmic where they are positive and span more than a
/// factor of 20. Labels that would run into others are left out, those of powers of ten last.
/// @param values  at least one, finite, in any order
/// @param width   of the axis in the look's units
[[nodiscard]] AxisScale valueAxis(const QList<double>& values, qreal width, const PlotLook& look);

/// A value of an experiment as it was typed: "0.05".
[[nodiscard]] QString valueLabel(double value);

} // namespace roundoff::ui
