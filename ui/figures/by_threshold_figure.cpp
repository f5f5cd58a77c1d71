// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_kinds.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include "ui/figures/figure_sheet.h"
#include "ui/figures/threshold_series.h"
#include "ui/figures/value_axis.h"

namespace roundoff::ui {

namespace {

struct ByThresholdFigureText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

// In heights of the font.
constexpr double kSmallestPanel = 11.0;
constexpr double kPanelHeight = 13.0;
constexpr double kPanelHead = 1.5;
constexpr double kBadgeHead = 2.9; // With a badge below the title.

QString quantityName(std::size_t quantity) {
    switch (quantity) {
    case 0: return ByThresholdFigureText::tr("Test accuracy");
    case 1: return ByThresholdFigureText::tr("Training (seconds)");
    default: return ByThresholdFigureText::tr("Evaluation (seconds)");
    }
}

AxisScale quantityAxis(const QList<ThresholdSeries>& all, std::size_t quantity, qreal height, const PlotLook& look) {
    const bool accuracy = quantity == 0;
    Range values;
    for (const ThresholdSeries& series : all) {
        for (const ThresholdPoint& point : series.points) {
            values.include(point.bars[quantity].spread);
            values.include(point.bars[quantity].mean);
        }
    }
    values.low = std::max(0.0, values.low);
    values.high = accuracy ? std::min(1.0, values.high) : values.high;
    if (!accuracy) {
        values.low = 0.0;
    }
    return makeAxis(AxisKind::Linear, accuracy ? NumberStyle::Percent : NumberStyle::Plain, values,
                    accuracy ? Fit::Nice : Fit::Low,
                    static_cast<int>(height / (2.6 * QFontMetricsF(look.font).height())), QLocale::c());
}

/// One panel's plot: the axis' own part, and to its right the place for what is not on it.
struct PanelPlot {
    QRectF axis;
    QRectF off; ///< Empty if there is nothing off the axis.
};

PanelPlot panelPlot(const QRectF& plot, bool off, const PlotLook& look) {
    if (!off) {
        return {plot, {}};
    }
    const QFontMetricsF metrics(look.font);
    const qreal place = metrics.horizontalAdvance(ByThresholdFigureText::tr("none")) + 0.4 * metrics.height();
    const qreal gap = 0.5 * metrics.height();
    return {plot.adjusted(0.0, 0.0, -place - gap, 0.0), QRectF(plot.right() - place, plot.top(), place, plot.height())};
}

void paintOffPlace(QPainter& painter, const PanelPlot& plot, const AxisScale& y, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    for (const Tick& tick : y.ticks) {
        const qreal height = plot.off.bottom() - y.fraction(tick.value) * plot.off.height();
        painter.setPen(QPen(look.grid, look.hair));
        painter.drawLine(QPointF(plot.off.left(), height), QPointF(plot.off.right(), height));
    }
    painter.setPen(QPen(look.frame, look.hair));
    painter.drawLine(plot.off.bottomLeft(), plot.off.bottomRight());
    // The axis is broken: two strokes stand where it goes on.
    for (const qreal x : {plot.axis.right(), plot.off.left()}) {
        const qreal size = 0.25 * metrics.height();
        painter.drawLine(QPointF(x - size / 2.0, plot.off.bottom() + size),
                         QPointF(x + size / 2.0, plot.off.bottom() - size));
    }
    const QString none = ByThresholdFigureText::tr("none");
    painter.setPen(look.mutedText);
    painter.drawText(QPointF(plot.off.center().x() - metrics.horizontalAdvance(none) / 2.0,
                             plot.off.bottom() + 5.0 * look.hair + metrics.ascent()),
                     none);
}

void paintSeries(QPainter& painter, const PanelPlot& plot, const PlotAxes& axes, const ThresholdSeries& series,
                 const SeriesStyle& style, std::size_t quantity, qreal shift, const PlotLook& look) {
    QList<QPointF> line;
    QList<QPointF> marks;
    for (const ThresholdPoint& point : series.points) {
        const ThresholdBar& bar = point.bars[quantity];
        const auto place = [&](double value) {
            const double y = std::clamp(value, axes.y.range.low, axes.y.range.high);
            if (point.group->offAxis) {
                return QPointF(plot.off.center().x() + shift,
                               plot.off.bottom() - axes.y.fraction(y) * plot.off.height());
            }
            return plotPosition(plot.axis, axes.x, axes.y, {*point.group->axisValue, y}) + QPointF(shift, 0.0);
        };
        paintErrorBar(painter, place(bar.spread.low), place(bar.spread.high), style.colour, look);
        marks.append(place(bar.mean));
        if (!point.group->offAxis) {
            line.append(place(bar.mean));
        }
    }
    painter.setPen(style.pen(look.line));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF(line));
    for (const QPointF& mark : std::as_const(marks)) {
        drawMarker(painter, mark, look.marker, style, MarkerFill::Filled, look.surface);
    }
}

void paintPanel(QPainter& painter, const QRectF& panel, const QList<ThresholdSeries>& all,
                const QList<SeriesStyle>& styles, std::size_t quantity, double head, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    painter.setFont(look.font);
    painter.setPen(look.text);
    painter.drawText(QPointF(panel.left(), panel.top() + metrics.ascent()), quantityName(quantity));
    const QRectF below = panel.adjusted(0.0, head * metrics.height(), 0.0, 0.0);
    PlotAxes axes;
    axes.y = quantityAxis(all, quantity, below.height(), look);
    if (axes.y.range.low > 0.0 && head == kBadgeHead) {
        paintBadge(painter, panel.topLeft() + QPointF(0.0, 1.25 * metrics.height()), Qt::TopLeftCorner, look);
    }
    const QMarginsF margins = plotMargins(axes, look);
    const QRectF inside = below.marginsRemoved(
        QMarginsF(margins.left(), 0.2 * metrics.height(), 0.2 * metrics.height(), margins.bottom()));
    const PanelPlot plot = panelPlot(inside, anyOffAxis(all), look);
    axes.x = valueAxis(thresholdValues(all), plot.axis.width(), look);
    paintAxes(painter, plot.axis, axes, look);
    if (!plot.off.isEmpty()) {
        paintOffPlace(painter, plot, axes.y, look);
    }
    for (qsizetype i = 0; i < all.size(); ++i) {
        // Beside each other, so that equal values do not hide one another.
        const qreal shift = (static_cast<double>(i) - static_cast<double>(all.size() - 1) / 2.0) * 0.5 * look.marker;
        paintSeries(painter, plot, axes, all[i], styles[i], quantity, shift, look);
    }
}

QString footnote(const FigureData& data, const QList<ThresholdSeries>& all) {
    bool repeated = false;
    bool interval = false;
    for (const ThresholdSeries& series : all) {
        for (const ThresholdPoint& point : series.points) {
            repeated = repeated || point.bars[0].count > 1;
            interval = interval || point.group->accuracyInterval.has_value();
        }
    }
    if (!repeated && !interval) {
        return {};
    }
    return interval ? ByThresholdFigureText::tr("Bars: %1 of the accuracy, standard deviation of the times")
                          .arg(ByThresholdFigureText::tr(data.intervalName.toUtf8()))
                    : ByThresholdFigureText::tr("Bars: standard deviation");
}

void paintPanels(QPainter& painter, const QRectF& sheet, const FigureData& data, const PlotLook& look) {
    const QList<ThresholdSeries> all = thresholdSeries(data);
    QList<GroupInfo> infos;
    for (const ThresholdSeries& series : all) {
        infos.append({series.name, series.precision});
    }
    const QList<SeriesStyle> styles = stylesForGroups(infos, isDark(look));
    QList<LegendEntry> legend;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool native = all[i].timeKind == TimeKind::Native;
        legend.append({native ? ByThresholdFigureText::tr("%1 (native)").arg(all[i].name)
                              : ByThresholdFigureText::tr("%1 (emulated)").arg(all[i].name),
                       styles[i]});
    }
    QRectF rest = paintSheet(painter, sheet, data.title, legend, true, look);
    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    if (const QString note = footnote(data, all); !note.isEmpty()) {
        const QFont small = smallFont(look);
        const QFontMetricsF smaller(small);
        painter.setFont(small);
        painter.setPen(look.mutedText);
        painter.drawText(QPointF(rest.left(), rest.bottom() - smaller.descent()),
                         smaller.elidedText(note, Qt::ElideRight, rest.width()));
        rest.adjust(0.0, 0.0, 0.0, -1.4 * smaller.height());
    }
    painter.setFont(look.font);
    painter.setPen(look.text);
    const QString label = metrics.elidedText(data.axisLabel, Qt::ElideRight, rest.width());
    painter.drawText(
        QPointF(rest.center().x() - metrics.horizontalAdvance(label) / 2.0, rest.bottom() - metrics.descent()), label);
    rest.adjust(0.0, 0.2 * em, 0.0, -1.3 * em);
    const QList<QRectF> panels = panelRectangles(rest, kQuantities, kSmallestPanel * em, em);
    // Panels beside each other begin at one height, whether or not they have a badge.
    const bool badge = quantityAxis(all, 0, panels[0].height() - kBadgeHead * em, look).range.low > 0.0;
    const double head = badge ? kBadgeHead : kPanelHead;
    for (std::size_t quantity = 0; quantity < kQuantities; ++quantity) {
        paintPanel(painter, panels[static_cast<qsizetype>(quantity)], all, styles, quantity, head, look);
    }
}

} // namespace

std::optional<Figure> byThresholdFigure(const SharedData& data, const FigureOptions& options, const KindOptions&) {
    const QList<ThresholdSeries> all = thresholdSeries(*data);
    if (thresholdValues(all).size() < 2) {
        return {};
    }
    const PaintFigure paint = [data](QPainter& painter, const QRectF& sheet, const PlotLook& look) {
        paintPanels(painter, sheet, *data, look);
    };
    return Figure{.name = QStringLiteral("by-threshold"),
                  .title = data->title,
                  .size = panelSheetSize(options, kQuantities, kSmallestPanel, kPanelHeight),
                  .paint = paint,
                  .csv = thresholdTable(*data, all)};
}

} // namespace roundoff::ui
