// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weights/histogram_plot.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include "core/format/values_around.h"

namespace roundoff::ui {
namespace {

struct HistogramPlotText {
    Q_DECLARE_TR_FUNCTIONS(HistogramPlot)
};

using deploy::CellHistogram;

/// On a logarithmic axis, half a weight per unit is where the ground is.
constexpr double kLogarithmicGround = 0.5;
constexpr qreal kTickLength = 4.0;

double highest(const CellHistogram& histogram, double unit) {
    double highest = 0.0;
    for (std::size_t cell = 0; cell < histogram.cells(); ++cell) {
        highest = std::max(highest, histogram.density(cell, unit));
    }
    return highest;
}

double middle(const CellHistogram& histogram, std::size_t cell) {
    return histogram.edges[cell] + histogram.width(cell) / 2.0;
}

std::optional<std::size_t> cellAt(const CellHistogram& histogram, double value) {
    if (histogram.counts.empty() || value < histogram.edges.front() || value >= histogram.edges.back()) {
        return std::nullopt;
    }
    const auto next = std::upper_bound(histogram.edges.begin(), histogram.edges.end(), value);
    return static_cast<std::size_t>(next - histogram.edges.begin()) - 1;
}

QString countAt(const CellHistogram& histogram, std::size_t cell, const QLocale& locale) {
    return HistogramPlotText::tr("%1 between %2 and %3")
        .arg(locale.toString(static_cast<qulonglong>(histogram.counts[cell])),
             readableNumber(histogram.edges[cell], NumberStyle::Plain, locale),
             readableNumber(histogram.edges[cell + 1], NumberStyle::Plain, locale));
}

} // namespace

HistogramPlot::HistogramPlot(const deploy::LayerReport& layer, HistogramPart part, const HistogramStyle& style,
                             const PlotLook& look, const QRectF& rectangle)
    : layer_(layer), part_(part), style_(style), look_(look), rectangle_(rectangle) {
    const QLocale locale;
    const qreal line = QFontMetricsF(look_.font).height();
    axes_.x = horizontalAxis();
    axes_.y = verticalAxis();
    axes_.xTitle = HistogramPlotText::tr("weight");
    axes_.yTitle = HistogramPlotText::tr("weights per %1").arg(locale.toString(layer_.unit, 'g', 3));
    plot_ = rectangle_.adjusted(0.0, 2.3 * line, 0.0, 0.0).marginsRemoved(plotMargins(axes_, look_));
    if (layer_.before.cells() > 0) {
        ticks_ = placesOfValues();
    }
}

AxisScale HistogramPlot::horizontalAxis() const {
    Range range;
    const CellHistogram& before = layer_.before;
    const CellHistogram& after = layer_.after;
    if (before.cells() > 0) {
        range.include(before.edges.front());
        range.include(before.edges.back());
    }
    if (after.cells() > 0) {
        // The outermost values, not the ends of their cells: those of a coarse format would leave the rest no room.
        range.include(middle(after, 0));
        range.include(middle(after, after.cells() - 1));
    }
    const double margin = 0.02 * range.span();
    range = {range.low - margin, range.high + margin};
    const int ticks = std::clamp(static_cast<int>(rectangle_.width() / 60.0), 3, 9);
    return makeAxis(AxisKind::Linear, NumberStyle::Plain, range, Fit::Exact, ticks, QLocale());
}

AxisScale HistogramPlot::verticalAxis() const {
    // Both histograms decide, also when one is shown alone: plots side by side are to be compared.
    const double top = std::max({highest(layer_.before, layer_.unit), highest(layer_.after, layer_.unit), 1.0});
    const int ticks = std::clamp(static_cast<int>(rectangle_.height() / 40.0), 3, 7);
    if (style_.logarithmic) {
        return makeAxis(AxisKind::Logarithmic, NumberStyle::Plain, {kLogarithmicGround, 1.5 * top}, Fit::Low, ticks,
                        QLocale());
    }
    return makeAxis(AxisKind::Linear, NumberStyle::Plain, {0.0, 1.02 * top}, Fit::Low, ticks, QLocale());
}

qreal HistogramPlot::xOf(double value) const {
    return plot_.left() + std::clamp(axes_.x.fraction(value), 0.0, 1.0) * plot_.width();
}

qreal HistogramPlot::yOf(double density) const {
    const double fraction = axes_.y.canShow(density) ? axes_.y.fraction(density) : 0.0;
    return plot_.bottom() - std::clamp(fraction, 0.0, 1.0) * plot_.height();
}

void HistogramPlot::paint(QPainter& painter) const {
    paintHeading(painter);
    if (layer_.before.cells() == 0 || plot_.width() < 20.0 || plot_.height() < 20.0) {
        return;
    }
    paintAxes(painter, plot_, axes_, look_);
    if (part_ != HistogramPart::Before) {
        paintBars(painter);
        paintTicks(painter);
    }
    if (part_ != HistogramPart::After) {
        paintOutline(painter);
    }
}

void HistogramPlot::paintHeading(QPainter& painter) const {
    const QLocale locale;
    const QFontMetricsF metrics(look_.font);
    QFont bold = look_.font;
    bold.setBold(true);
    const QString part = part_ == HistogramPart::Before  ? HistogramPlotText::tr(" before")
                         : part_ == HistogramPart::After ? HistogramPlotText::tr(" after")
                                                         : QString();
    const QString name = QString::fromStdString(layer_.layer) + part;
    painter.setFont(bold);
    painter.setPen(look_.text);
    painter.drawText(QPointF(rectangle_.left(), rectangle_.top() + metrics.ascent()), name);

    const deploy::RoundingError& error = layer_.error;
    const qreal left = rectangle_.left() + QFontMetricsF(bold).horizontalAdvance(name) + metrics.averageCharWidth();
    painter.setFont(look_.font);
    painter.setPen(look_.mutedText);
    painter.drawText(QPointF(left, rectangle_.top() + metrics.ascent()),
                     metrics.elidedText(HistogramPlotText::tr("%Ln weight(s)", nullptr, static_cast<int>(error.count)),
                                        Qt::ElideRight, rectangle_.right() - left));
    if (part_ == HistogramPart::Before) {
        return;
    }
    QString text = HistogramPlotText::tr("%Ln distinct value(s)", nullptr, static_cast<int>(error.distinctValues));
    if (error.nonFinite > 0) {
        text += QStringLiteral(", ") +
                HistogramPlotText::tr("%Ln not finite", nullptr, static_cast<int>(error.nonFinite));
    } else if (error.changed > 0) {
        text += QStringLiteral(", ") +
                HistogramPlotText::tr("SQNR %1 dB, error \u2264 %2")
                    .arg(locale.toString(error.signalToNoiseDb, 'f', 1), locale.toString(error.maxAbsError, 'g', 2));
    }
    painter.drawText(QPointF(rectangle_.left(), rectangle_.top() + metrics.height() + metrics.ascent()),
                     metrics.elidedText(text, Qt::ElideRight, rectangle_.width()));
}

void HistogramPlot::paintBars(QPainter& painter) const {
    constexpr qreal kWideEnoughForGaps = 5.0;
    const CellHistogram& after = layer_.after;
    QColor fill = style_.after;
    fill.setAlphaF(0.62F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    // Bars without gaps are one polygon, so that no seams show between them.
    QPolygonF joined;
    for (std::size_t cell = 0; cell < after.cells(); ++cell) {
        const qreal left = xOf(after.edges[cell]);
        const qreal right = xOf(after.edges[cell + 1]);
        const qreal top = yOf(after.density(cell, layer_.unit));
        if (right - left >= kWideEnoughForGaps) {
            const qreal gap = std::min(2.0, 0.08 * (right - left));
            painter.drawRect(QRectF(QPointF(left + gap, top), QPointF(right - gap, plot_.bottom())));
        }
        const bool alone = right - left >= kWideEnoughForGaps;
        const qreal height = alone ? plot_.bottom() : top;
        if (joined.isEmpty()) {
            joined << QPointF(left, plot_.bottom());
        }
        joined << QPointF(left, height) << QPointF(right, height);
    }
    if (!joined.isEmpty()) {
        joined << QPointF(joined.back().x(), plot_.bottom());
        painter.drawPolygon(joined);
    }
}

void HistogramPlot::paintOutline(QPainter& painter) const {
    const CellHistogram& before = layer_.before;
    QPolygonF outline;
    outline << QPointF(xOf(before.edges.front()), plot_.bottom());
    for (std::size_t cell = 0; cell < before.cells(); ++cell) {
        const qreal top = yOf(before.density(cell, layer_.unit));
        outline << QPointF(xOf(before.edges[cell]), top) << QPointF(xOf(before.edges[cell + 1]), top);
    }
    outline << QPointF(xOf(before.edges.back()), plot_.bottom());
    QPen pen(style_.before, 1.4 * look_.hair);
    pen.setJoinStyle(Qt::MiterJoin);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(outline);
}

std::vector<qreal> HistogramPlot::placesOfValues() const {
    // With more ticks than one in three pixels they would be a bar and say nothing.
    constexpr qreal kPixelsPerTick = 3.0;
    constexpr std::size_t kMostValues = 4096;
    const Range range = axes_.x.range;
    std::vector<qreal> places;
    for (const double value :
         format::valuesAround(style_.format, range.low, range.high, kMostValues).value_or(std::vector<double>{})) {
        // Those of a float crowd around zero, where one tick stands for several.
        if (range.contains(value) && (places.empty() || xOf(value) - places.back() >= look_.hair)) {
            places.push_back(xOf(value));
        }
    }
    if (static_cast<qreal>(places.size()) * kPixelsPerTick * look_.hair > plot_.width()) {
        places.clear();
    }
    return places;
}

void HistogramPlot::paintTicks(QPainter& painter) const {
    painter.setPen(QPen(style_.after, look_.hair));
    for (const qreal place : ticks_) {
        painter.drawLine(QPointF(place, plot_.bottom() + look_.hair),
                         QPointF(place, plot_.bottom() + kTickLength * look_.hair));
    }
}

QString HistogramPlot::readout(QPointF position) const {
    if (!plot_.contains(position) || layer_.before.cells() == 0) {
        return {};
    }
    const QLocale locale;
    const double value = axes_.x.valueAt((position.x() - plot_.left()) / plot_.width());
    QStringList lines;
    if (const auto cell = cellAt(layer_.before, value); cell && part_ != HistogramPart::After) {
        lines << HistogramPlotText::tr("Before: %1").arg(countAt(layer_.before, *cell, locale));
    }
    if (const auto cell = cellAt(layer_.after, value); cell && part_ != HistogramPart::Before) {
        lines << HistogramPlotText::tr("After: %1").arg(countAt(layer_.after, *cell, locale));
    }
    return lines.join(QLatin1Char('\n'));
}

qreal paintHistogramLegend(QPainter& painter, const QRectF& rectangle, const QString& before, const QString& after,
                           const HistogramStyle& style, bool ticks, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    const qreal middle = rectangle.center().y();
    qreal x = rectangle.left();
    const auto swatch = [&] { return QRectF(x, middle - 0.35 * em, 1.5 * em, 0.7 * em); };
    const auto say = [&](const QString& text) {
        x += 1.9 * em;
        painter.setFont(look.font);
        painter.setPen(look.text);
        painter.drawText(QPointF(x, middle + (metrics.ascent() - metrics.descent()) / 2.0), text);
        x += metrics.horizontalAdvance(text) + 1.4 * em;
    };
    painter.setPen(QPen(style.before, 1.4 * look.hair));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(swatch());
    say(before);
    QColor fill = style.after;
    fill.setAlphaF(0.62F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRect(swatch());
    say(after);
    if (ticks) {
        painter.setPen(QPen(style.after, look.hair));
        for (const qreal share : {0.1, 0.5, 0.9}) {
            const qreal place = swatch().left() + share * swatch().width();
            painter.drawLine(QPointF(place, middle - kTickLength / 2.0 * look.hair),
                             QPointF(place, middle + kTickLength / 2.0 * look.hair));
        }
        say(HistogramPlotText::tr("values of the format"));
    }
    return x - rectangle.left();
}

} // namespace roundoff::ui
