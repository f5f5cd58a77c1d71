// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <utility>
#include <vector>

#include <QList>
#include <QRectF>
#include <QString>

#include "core/format/number_line.h"
#include "ui/charts/plot_painter.h"
#include "ui/figures/line_axis.h"

class QPainter;

namespace roundoff::ui {

/// The values of formats along one axis, and a number that is rounded to each.
struct NumberLines {
    QList<FormatUse> uses;
    double value = 0.0;
    LineAxis axis;

    bool operator==(const NumberLines&) const = default;
};

/// Number lines in a rectangle. A value is a tick, long for powers of two and short for subnormals; where they would be
/// closer than about two pixels the line is shaded, the darker the more values there are. Lines end where formats do.
class NumberLinePlot {
public:
    /// @param lines  outlives the plot
    NumberLinePlot(const NumberLines& lines, const PlotLook& look, const QRectF& rectangle);

    /// @param crosshair  a value that is pointed at
    void paint(QPainter& painter, std::optional<double> crosshair = std::nullopt) const;

    /// Where the lines lie, labels not included.
    [[nodiscard]] const QRectF& plot() const { return plot_; }
    /// The value at a place.
    [[nodiscard]] double valueAt(qreal x) const;
    /// The format's value nearest to a value, with its code and the distance to the next one; in words.
    [[nodiscard]] QString readout(qsizetype line, double value) const;

    /// The height that so many lines need at a width, in the look's units.
    [[nodiscard]] static qreal height(qsizetype lines, qreal width, const PlotLook& look);
    /// What ticks and shades mean.
    [[nodiscard]] static QString caption();

private:
    struct Line {
        FormatUse use;
        SeriesStyle style;
        format::OrderedValues values;
        std::vector<format::LineStretch> stretches;
        double stored = 0.0;
        qreal top = 0.0;
        qreal baseline = 0.0;
    };

    [[nodiscard]] Line lineOf(const FormatUse& use, const SeriesStyle& style, qreal top) const;
    /// Within the plot, at its edges for what lies outside.
    [[nodiscard]] qreal xOf(double value) const;
    /// The first and the last value on the axis; on a logarithmic one zeros if there are none.
    [[nodiscard]] std::pair<double, double> endsOf(const Line& line) const;
    void paintHeading(QPainter& painter, const Line& line) const;
    void paintValues(QPainter& painter, const Line& line) const;
    void paintDense(QPainter& painter, const Line& line) const;
    void paintEnd(QPainter& painter, const Line& line) const;
    void paintStored(QPainter& painter, const Line& line) const;
    void paintNumber(QPainter& painter) const;

    const NumberLines& lines_;
    PlotLook look_;
    qreal em_;
    QRectF rectangle_;
    QRectF plot_;
    qreal ticks_ = 0.0; ///< Length of the longest ones.
    std::vector<Line> rows_;
};

} // namespace roundoff::ui
