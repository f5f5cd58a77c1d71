// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

#include <QList>
#include <QString>

#include "ui/charts/axis_scale.h"
#include "ui/charts/group_curve.h"

namespace roundoff::ui {

/// Something that is measured of every epoch, of every step or of some steps. One of the two functions is set, or
/// neither where the history's samples are the values.
struct Quantity {
    QString name;   ///< "Test accuracy"
    QString column; ///< Its name in tables, as in epochs.csv.
    EpochValue ofEpoch;
    StepValue ofStep;
    AxisKind axis = AxisKind::Linear;
    NumberStyle style = NumberStyle::Plain;
    bool fromZero = false;        ///< Whether the axis starts at zero.
    std::optional<double> unused; ///< A run that has only ever had this value does not use the quantity.

    [[nodiscard]] bool isByStep() const { return !ofEpoch; }
    [[nodiscard]] bool isSampled() const { return !ofEpoch && !ofStep; }
};

/// When a choice is offered.
enum class Offered : std::uint8_t { Always, WithValidation, WithLossScale };

/// One of the things that a chart can show.
struct ChartChoice {
    QString title; ///< Of the chart, and in its selector: what is drawn over what, in which unit.
    Quantity primary;
    std::optional<Quantity> secondary; ///< Drawn as a thinner line.
    bool secondaryOnRight = false;     ///< Whether the second quantity has an axis of its own.
    Offered offered = Offered::Always;
};

/// What each chart can show, the preferred one first.
[[nodiscard]] QList<ChartChoice> accuracyChoices();
[[nodiscard]] QList<ChartChoice> lossChoices();
[[nodiscard]] QList<ChartChoice> timeChoices();
[[nodiscard]] QList<ChartChoice> gradientChoices();

} // namespace roundoff::ui
