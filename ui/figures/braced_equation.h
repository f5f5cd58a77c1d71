// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QList>
#include <QPointF>
#include <QString>

#include "ui/charts/plot_painter.h"

class QPainter;

namespace roundoff::ui {

/// A piece of an equation, with a brace that names it.
struct EquationPart {
    enum class Brace { None, Below, Above };

    QString text;
    bool raised = false; ///< An exponent.
    Brace brace = Brace::None;
    QString name;                                    ///< At the brace.
    std::optional<SeriesStyle> style = std::nullopt; ///< Fills the brace's bar with a colour and hatch; else plain.
};

[[nodiscard]] qreal equationWidth(const QList<EquationPart>& parts, const PlotLook& look);
[[nodiscard]] qreal equationHeight(const PlotLook& look);

/// @param topLeft  of the room that equationWidth and equationHeight tell
void paintEquation(QPainter& painter, QPointF topLeft, const QList<EquationPart>& parts, const PlotLook& look);

} // namespace roundoff::ui
