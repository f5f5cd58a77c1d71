// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QList>
#include <QRectF>
#include <QString>

#include "core/format/number_line.h"
#include "ui/charts/plot_painter.h"
#include "ui/figures/line_axis.h"

class QPainter;

namespace roundoff::ui {

/// How many values formats have in each power of two.
struct Densities {
    QList<FormatUse> uses;
    double value = 0.0;                            ///< Marked; a negative one asks for the negative values.
    std::optional<Range> exponents = std::nullopt; ///< What is shown; everything without it.

    bool operator==(const Densities&) const = default;
};

/// A bar for each power of two, format below format on the same axes, both logarithmic. Lighter bars are subnormal,
/// triangles mark the smallest and the largest value.
class DensityPlot {
public:
    /// @param densities  outlives the plot
    DensityPlot(const Densities& densities, const PlotLook& look, const QRectF& rectangle);

    void paint(QPainter& painter) const;

    /// The power of two at a place, as the exponent; nothing beside the bars' plots.
    [[nodiscard]] std::optional<int> exponentAt(QPointF position) const;
    /// How many values a format has there, in words.
    [[nodiscard]] QString readout(qsizetype format, int exponent) const;

    [[nodiscard]] static qreal height(qsizetype formats, const PlotLook& look);
    /// What the shades mean.
    [[nodiscard]] static QString caption();

private:
    struct Panel {
        FormatUse use;
        SeriesStyle style;
        std::vector<format::Binade> binades;
        std::optional<double> minNormal;
        double smallest = 0.0; ///< Of the values in the binades.
        double largest = 0.0;
        QRectF plot;
    };

    void addPanel(const FormatUse& use, const SeriesStyle& style);
    [[nodiscard]] qreal xOf(const QRectF& plot, double exponent) const;
    [[nodiscard]] qreal yOf(const QRectF& plot, std::uint64_t count) const;
    void paintBars(QPainter& painter, const Panel& panel) const;
    void paintMarks(QPainter& painter, const Panel& panel) const;
    void paintHeading(QPainter& painter, const Panel& panel) const;

    const Densities& densities_;
    PlotLook look_;
    qreal em_;
    QRectF rectangle_;
    PlotAxes axes_;
    std::vector<Panel> panels_;
};

} // namespace roundoff::ui
