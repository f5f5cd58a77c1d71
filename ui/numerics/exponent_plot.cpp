// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/exponent_plot.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include "ui/figures/figure_sheet.h"
#include "ui/figures/number_text.h"
#include "ui/numerics/measure.h"

namespace roundoff::ui {
namespace {

struct ExponentPlotText {
    Q_DECLARE_TR_FUNCTIONS(Numerics)
};

constexpr int kLowest = nn::ExponentHistogram::kLowest;
constexpr int kHighest = nn::ExponentHistogram::kHighest;
/// Of the legend, in heights of the font.
constexpr double kLegendRow = 1.5;
/// Least range of a logarithmic vertical axis, in powers of ten.
constexpr double kFaintestShare = 1e-6;

std::uint64_t countAt(const nn::ExponentHistogram& histogram, int exponent) {
    return exponent < kLowest || exponent > kHighest ? 0
                                                     : histogram.counts[static_cast<std::size_t>(exponent - kLowest)];
}

QString power(int exponent) {
    return QStringLiteral("2") + superscript(exponent);
}

/// Colours and hatches that bars with names have elsewhere too.
SeriesStyle styleOf(RangePart part, bool dark) {
    switch (part) {
    case RangePart::TooSmall: return styleForPrecision(QStringLiteral("FP16"), dark);
    case RangePart::Subnormal: return styleForPrecision(QStringLiteral("AMP-FP16"), dark);
    case RangePart::Normal: break;
    case RangePart::TooLarge: return styleForPrecision(QStringLiteral("AMP-BF16"), dark);
    }
    return styleForPrecision(QStringLiteral("FP32"), dark);
}

void paintBar(QPainter& painter, const QRectF& bar, RangePart part, const PlotLook& look) {
    const SeriesStyle style = styleOf(part, isDark(look));
    if (part == RangePart::Normal) {
        painter.fillRect(bar, between(style.colour, look.surface, 0.35));
        return;
    }
    paintHatchedBar(painter, bar, style, look);
}

} // namespace

QString exponentText(const ExponentPlot::Content& content, int exponent) {
    const double total = static_cast<double>(content.histogram.total());
    const std::uint64_t count = countAt(content.histogram, exponent);
    // The outermost bins hold what lies beyond them too.
    const QString place = exponent <= kLowest ? ExponentPlotText::tr("below %1").arg(power(exponent + 1))
                          : exponent >= kHighest
                              ? ExponentPlotText::tr("from %1").arg(power(exponent))
                              : ExponentPlotText::tr("%1 to %2").arg(power(exponent), power(exponent + 1));
    const QString share = total > 0.0 ? measuredText(Measure::Underflowed, static_cast<double>(count) / total)
                                      : measuredText(Measure::Underflowed, 0.0);
    return ExponentPlotText::tr("%1: %2 values (%3), %4")
        .arg(place, QLocale().toString(static_cast<qulonglong>(count)), share,
             rangePartText(content.range.partOf(exponent)).toLower());
}

ExponentPlot::ExponentPlot(const Content& content, const PlotLook& look, const QRectF& rectangle)
    : content_(content), look_(look), rectangle_(rectangle),
      total_(static_cast<double>(std::max<std::uint64_t>(1, content.histogram.total()))) {
    const qreal legendHeight = (legend().back().row + 1) * kLegendRow * QFontMetricsF(look_.font).height();
    axes_.x = horizontalAxis();
    axes_.y = verticalAxis();
    axes_.xTitle = ExponentPlotText::tr("magnitude before rounding");
    plot_ = rectangle_.adjusted(0.0, legendHeight, 0.0, 0.0).marginsRemoved(plotMargins(axes_, look_));
}

AxisScale ExponentPlot::horizontalAxis() const {
    Range range;
    for (int exponent = kLowest; exponent <= kHighest; ++exponent) {
        if (countAt(content_.histogram, exponent) > 0) {
            range.include(exponent);
            range.include(exponent + 1.0);
        }
    }
    // Limits of wide formats lie far away from all that is in use, and would leave it no room.
    const Range used = range.isEmpty() ? Range{-8.0, 0.0} : range;
    constexpr double kNear = 26.0;
    range = used;
    for (const auto& limit : {content_.range.minPositive, content_.range.minNormal, content_.range.max}) {
        if (limit && *limit > used.low - kNear && *limit < used.high + kNear) {
            range.include(*limit);
        }
    }
    AxisScale axis;
    axis.kind = AxisKind::Integer;
    axis.range = {std::floor(range.low) - 1.0, std::ceil(range.high) + 1.0};
    const QFontMetricsF metrics(look_.font);
    const double most = std::max(2.0, rectangle_.width() / (1.6 * metrics.horizontalAdvance(power(-88))));
    int step = 1;
    while (axis.range.span() / step > most) {
        step *= 2;
    }
    for (int exponent = static_cast<int>(axis.range.low); exponent <= static_cast<int>(axis.range.high); ++exponent) {
        if (exponent % step == 0) {
            axis.ticks.append({static_cast<double>(exponent), power(exponent)});
        }
    }
    return axis;
}

AxisScale ExponentPlot::verticalAxis() const {
    double top = 0.0;
    double least = 1.0;
    for (int exponent = kLowest; exponent <= kHighest; ++exponent) {
        if (const double here = share(exponent); here > 0.0) {
            top = std::max(top, here);
            least = std::min(least, here);
        }
    }
    top = top > 0.0 ? top : 1.0;
    const double line = QFontMetricsF(look_.font).height();
    const int ticks = std::clamp(static_cast<int>(rectangle_.height() / (2.8 * line)), 3, 7);
    if (content_.logarithmic) {
        const double low = std::max(kFaintestShare, 0.5 * std::min(least, 0.1 * top));
        return makeAxis(AxisKind::Logarithmic, NumberStyle::Percent, {low, top}, Fit::Nice, ticks, QLocale());
    }
    // Two lines of room above the bars for the names of the limits.
    const double room = std::clamp(2.3 * line / (rectangle_.height() - 6.0 * line), 0.0, 0.45);
    AxisScale axis = makeAxis(AxisKind::Linear, NumberStyle::Percent, {0.0, top / (1.0 - room)}, Fit::Exact, ticks,
                              QLocale());
    axis.ticks.removeIf([](const Tick& tick) { return tick.value > 1.0; }); // No share is more than all.
    return axis;
}

double ExponentPlot::share(int exponent) const {
    return static_cast<double>(countAt(content_.histogram, exponent)) / total_;
}

qreal ExponentPlot::xOf(double exponent) const {
    return plot_.left() + std::clamp(axes_.x.fraction(exponent), 0.0, 1.0) * plot_.width();
}

QRectF ExponentPlot::barOf(int exponent) const {
    const double height = share(exponent);
    const double fraction = height > 0.0 && axes_.y.canShow(height) ? std::clamp(axes_.y.fraction(height), 0.0, 1.0)
                                                                    : 0.0;
    const qreal left = xOf(exponent);
    const qreal right = xOf(exponent + 1.0);
    const qreal gap = std::min(1.0 * look_.hair, 0.1 * (right - left));
    return {QPointF(left + gap, plot_.bottom() - fraction * plot_.height()), QPointF(right - gap, plot_.bottom())};
}

void ExponentPlot::paint(QPainter& painter, std::optional<int> marked) const {
    if (plot_.width() < 30.0 || plot_.height() < 20.0) {
        return;
    }
    paintLegend(painter);
    paintAxes(painter, plot_, axes_, look_);
    for (int exponent = kLowest; exponent <= kHighest; ++exponent) {
        if (countAt(content_.histogram, exponent) > 0) {
            paintBar(painter, barOf(exponent), content_.range.partOf(exponent), look_);
        }
    }
    paintLimits(painter);
    if (marked) {
        const QRectF bar = barOf(*marked);
        painter.setPen(QPen(look_.text, look_.line));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(QPointF(bar.left(), plot_.top()), bar.bottomRight()));
    }
}

std::vector<ExponentPlot::LegendPart> ExponentPlot::legend() const {
    const QFontMetricsF metrics(look_.font);
    const qreal em = metrics.height();
    const auto counts = countsByPart(content_.histogram, content_.range);
    std::vector<LegendPart> parts;
    qreal x = 0.3 * em;
    int row = 0;
    for (const RangePart part : kRangeParts) {
        const std::uint64_t count = counts[static_cast<std::size_t>(part)];
        if (count == 0 && part != RangePart::Normal) {
            continue;
        }
        const QString share = measuredText(Measure::Underflowed, static_cast<double>(count) / total_);
        const QString text = QStringLiteral("%1 %2").arg(rangePartText(part), share);
        const qreal width = 1.5 * em + metrics.horizontalAdvance(text);
        if (!parts.empty() && x + width > rectangle_.width()) {
            x = 0.3 * em;
            ++row;
        }
        parts.push_back({part, text, x, row});
        x += width + 1.2 * em;
    }
    return parts;
}

void ExponentPlot::paintLegend(QPainter& painter) const {
    const QFontMetricsF metrics(look_.font);
    const qreal em = metrics.height();
    painter.setFont(look_.font);
    for (const LegendPart& entry : legend()) {
        const qreal x = rectangle_.left() + entry.x;
        const qreal middle = rectangle_.top() + (entry.row + 0.5) * kLegendRow * em;
        paintBar(painter, QRectF(x, middle - 0.35 * em, 1.1 * em, 0.7 * em), entry.part, look_);
        painter.setPen(look_.text);
        painter.drawText(QPointF(x + 1.5 * em, middle + (metrics.ascent() - metrics.descent()) / 2.0), entry.text);
    }
}

void ExponentPlot::paintLimits(QPainter& painter) const {
    const QFontMetricsF metrics(look_.font);
    const auto line = [&](const std::optional<double>& limit, RangePart part, const QString& text, bool toTheLeft,
                          int row) {
        if (!limit || !axes_.x.range.contains(*limit)) {
            return;
        }
        const qreal x = xOf(*limit);
        const QColor colour = styleOf(part, isDark(look_)).colour;
        painter.setPen(QPen(colour, look_.thinLine * 1.5, Qt::DashLine));
        painter.drawLine(QPointF(x, plot_.top()), QPointF(x, plot_.bottom()));
        const qreal width = metrics.horizontalAdvance(text);
        const qreal gap = 0.3 * metrics.height();
        const bool left = toTheLeft ? x - gap - width > plot_.left() : x + gap + width > plot_.right();
        const QPointF at(left ? x - gap - width : x + gap,
                         plot_.top() + (row + 0.15) * metrics.height() + metrics.ascent());
        // Text over bars needs a ground of its own.
        QColor ground = look_.surface;
        ground.setAlphaF(0.8F);
        painter.fillRect(
            QRectF(at.x() - 2.0 * look_.hair, at.y() - metrics.ascent(), width + 4.0 * look_.hair, metrics.height()),
            ground);
        painter.setFont(look_.font);
        painter.setPen(look_.text);
        painter.drawText(at, text);
    };
    line(content_.range.minPositive, RangePart::TooSmall, ExponentPlotText::tr("smallest"), true, 0);
    line(content_.range.minNormal, RangePart::Subnormal, ExponentPlotText::tr("smallest normal"), false, 1);
    line(content_.range.max, RangePart::TooLarge, ExponentPlotText::tr("largest"), true, 0);
}

std::optional<int> ExponentPlot::exponentAt(QPointF position) const {
    if (!plot_.contains(position)) {
        return std::nullopt;
    }
    const double value = axes_.x.valueAt((position.x() - plot_.left()) / plot_.width());
    return std::clamp(static_cast<int>(std::floor(value)), kLowest, kHighest);
}

} // namespace roundoff::ui
