// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/density_plot.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPolygonF>

#include "ui/figures/figure_sheet.h"
#include "ui/figures/number_line_plot.h"
#include "ui/figures/number_text.h"

namespace roundoff::ui {

namespace {

struct DensityPlotText {
    Q_DECLARE_TR_FUNCTIONS(DensityPlot)
};

// In heights of the font.
constexpr double kHeading = 1.5;
constexpr double kBars = 4.2;
constexpr double kGap = 0.7;
constexpr double kAxis = 1.7;
constexpr double kCaption = 1.4;

QString shortNumber(double value) {
    constexpr int kDigits = 5;
    return roundedText(value, kDigits);
}

/// "8 388 608", or "2⁵²".
QString countText(std::uint64_t count) {
    constexpr std::uint64_t kMostDigits = 100'000'000;
    if (count < kMostDigits) {
        return groupedDigits(static_cast<std::size_t>(count));
    }
    const double power = std::log2(static_cast<double>(count));
    return (power == std::floor(power) ? QStringLiteral("2%1") : QStringLiteral("≈ 2%1"))
        .arg(superscript(static_cast<int>(std::lround(power))));
}

/// Bars of counts: the axis begins at half a value, so that one value has a height.
double heightOf(std::uint64_t count) {
    return count == 0 ? 0.0 : std::log2(static_cast<double>(count)) + 1.0;
}

AxisScale countAxis(double highest) {
    AxisScale axis;
    axis.range = {0.0, highest * 1.08};
    int every = 1;
    while (highest / every > 4.0) {
        every *= 2;
    }
    for (int power = 0; power + 1.0 <= axis.range.high; power += every) {
        const QString label = power <= 4 ? QString::number(1 << power) : QStringLiteral("2") + superscript(power);
        axis.ticks.append({power + 1.0, label});
    }
    return axis;
}

} // namespace

qreal DensityPlot::height(qsizetype formats, const PlotLook& look) {
    return ((kHeading + kBars + kGap) * static_cast<double>(formats) + kAxis + kCaption) *
           QFontMetricsF(look.font).height();
}

QString DensityPlot::caption() {
    return DensityPlotText::tr("Values from each power of two to the next. Lighter: subnormal. Triangles: the smallest "
                               "and the largest value.");
}

DensityPlot::DensityPlot(const Densities& densities, const PlotLook& look, const QRectF& rectangle)
    : densities_(densities), look_(look), em_(QFontMetricsF(look.font).height()), rectangle_(rectangle) {
    const QList<SeriesStyle> styles = stylesOf(densities_.uses, isDark(look_));
    for (qsizetype i = 0; i < densities_.uses.size(); ++i) {
        addPanel(densities_.uses[i], styles[i]);
    }
    Range exponents;
    double highest = 1.0;
    for (const Panel& panel : panels_) {
        for (const format::Binade& binade : panel.binades) {
            exponents.include({static_cast<double>(binade.exponent), binade.exponent + 1.0});
            highest = std::max(highest, heightOf(binade.count));
        }
    }
    exponents = densities_.exponents.value_or(exponents.isEmpty() ? Range{-1.0, 1.0} : exponents);
    axes_.y = countAxis(highest);
    const qreal left = plotMargins(axes_, look_).left() + 0.2 * em_;
    const QRectF inside = rectangle_.adjusted(std::max(left, 2.4 * em_), 0.0, -1.2 * em_, -(kAxis + kCaption) * em_);
    axes_.x = powersAxis(exponents, std::max(3, static_cast<int>(inside.width() / (4.5 * em_))));
    const qreal each = inside.height() / static_cast<double>(std::max<std::size_t>(1, panels_.size()));
    for (std::size_t i = 0; i < panels_.size(); ++i) {
        const qreal top = inside.top() + each * static_cast<double>(i);
        panels_[i].plot = QRectF(inside.left(), top + kHeading * em_, inside.width(), each - (kHeading + kGap) * em_);
    }
}

void DensityPlot::addPanel(const FormatUse& use, const SeriesStyle& style) {
    const bool negative = densities_.value < 0.0;
    const format::OrderedValues values = representableValues(use, densities_.value);
    Panel panel{.use = use,
                .style = style,
                .binades = format::binades(values, negative),
                .minNormal = values.minNormal(),
                .smallest = 0.0,
                .largest = 0.0,
                .plot = {}};
    if (!panel.binades.empty()) {
        panel.smallest = std::fabs(values[negative ? -1 : 1]);
        panel.largest = std::fabs(values[negative ? values.least() : values.greatest()]);
    }
    panels_.push_back(std::move(panel));
}

qreal DensityPlot::xOf(const QRectF& plot, double exponent) const {
    return plot.left() + std::clamp(axes_.x.fraction(exponent), 0.0, 1.0) * plot.width();
}

qreal DensityPlot::yOf(const QRectF& plot, std::uint64_t count) const {
    return plot.bottom() - std::clamp(axes_.y.fraction(heightOf(count)), 0.0, 1.0) * plot.height();
}

std::optional<int> DensityPlot::exponentAt(QPointF position) const {
    for (const Panel& panel : panels_) {
        if (panel.plot.contains(position)) {
            return static_cast<int>(
                std::floor(axes_.x.valueAt((position.x() - panel.plot.left()) / panel.plot.width())));
        }
    }
    return std::nullopt;
}

QString DensityPlot::readout(qsizetype format, int exponent) const {
    for (const format::Binade& binade : panels_[static_cast<std::size_t>(format)].binades) {
        if (binade.exponent == exponent) {
            const QString count = countText(binade.count);
            return binade.subnormal ? DensityPlotText::tr("%1, subnormal").arg(count) : count;
        }
    }
    return DensityPlotText::tr("none");
}

void DensityPlot::paint(QPainter& painter) const {
    if (rectangle_.width() < 8.0 * em_) {
        return;
    }
    for (std::size_t i = 0; i < panels_.size(); ++i) {
        const Panel& panel = panels_[i];
        PlotAxes axes = axes_;
        if (i + 1 < panels_.size()) { // The last one's labels serve all.
            for (Tick& tick : axes.x.ticks) {
                tick.label = tick.label.isEmpty() ? QString() : QStringLiteral(" ");
            }
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
        paintAxes(painter, panel.plot, axes, look_);
        painter.setRenderHint(QPainter::Antialiasing, true);
        paintBars(painter, panel);
        paintMarks(painter, panel);
        paintHeading(painter, panel);
    }
    if (!panels_.empty()) {
        const QRectF& last = panels_.back().plot;
        painter.setFont(smallFont(look_));
        painter.setPen(look_.mutedText);
        painter.drawText(QRectF(last.left(), last.bottom() + (kAxis + 0.1) * em_, last.width(), kCaption * em_),
                         Qt::AlignLeft | Qt::AlignTop,
                         QFontMetricsF(smallFont(look_)).elidedText(caption(), Qt::ElideRight, last.width()));
    }
}

void DensityPlot::paintBars(QPainter& painter, const Panel& panel) const {
    constexpr qreal kWideEnough = 5.0; // Hairlines, for bars with gaps.
    const qreal each = xOf(panel.plot, axes_.x.range.low + 1.0) - panel.plot.left();
    const bool apart = each >= kWideEnough * look_.hair;
    SeriesStyle hatched = panel.style;
    hatched.marker = Marker::Square;
    for (std::size_t i = 0; i < panel.binades.size();) {
        // Narrow bars of one height and kind are one rectangle, so that no seams show.
        const format::Binade& binade = panel.binades[i];
        std::size_t end = i + 1;
        while (!apart && end < panel.binades.size() && panel.binades[end].count == binade.count &&
               panel.binades[end].subnormal == binade.subnormal) {
            ++end;
        }
        const double last = panel.binades[end - 1].exponent + 1.0;
        const qreal left = xOf(panel.plot, binade.exponent);
        const qreal right = xOf(panel.plot, last);
        const qreal gap = apart ? std::min(0.1 * (right - left), 2.0 * look_.hair) : 0.0;
        const QRectF bar(QPointF(left + gap, yOf(panel.plot, binade.count)), QPointF(right - gap, panel.plot.bottom()));
        if (right > left && binade.count > 0) {
            if (binade.subnormal && apart) {
                paintHatchedBar(painter, bar, hatched, look_);
            } else {
                painter.setPen(Qt::NoPen);
                painter.setBrush(between(panel.style.colour, look_.surface, binade.subnormal ? 0.6 : 0.2));
                painter.drawRect(bar);
            }
        }
        i = end;
    }
}

void DensityPlot::paintMarks(QPainter& painter, const Panel& panel) const {
    const Range range = axes_.x.range;
    if (const double position = std::log2(std::fabs(densities_.value));
        std::isfinite(position) && range.contains(position)) {
        const qreal x = xOf(panel.plot, position);
        painter.setPen(QPen(look_.text, look_.thinLine, Qt::DashLine));
        painter.drawLine(QPointF(x, panel.plot.top()), QPointF(x, panel.plot.bottom()));
    }
    if (panel.binades.empty()) {
        return;
    }
    for (const double value : {panel.smallest, panel.largest}) {
        const double position = std::log2(value);
        if (range.contains(position)) {
            const SeriesStyle style{look_.text, {}, Marker::TriangleUp};
            drawMarker(painter, QPointF(xOf(panel.plot, position), panel.plot.bottom() - 0.25 * em_), 0.55 * em_, style,
                       MarkerFill::Filled, look_.surface);
        }
    }
}

void DensityPlot::paintHeading(QPainter& painter, const Panel& panel) const {
    QFont bold = look_.font;
    bold.setBold(true);
    const QFontMetricsF metrics(look_.font);
    const qreal baseline = panel.plot.top() - 0.35 * em_;
    const QString name = nameOf(panel.use);
    const qreal left = panel.plot.left();
    QStringList remarks;
    if (panel.binades.empty()) {
        remarks << DensityPlotText::tr("no values of this sign");
    } else {
        const auto most = std::max_element(panel.binades.begin(), panel.binades.end(),
                                           [](const auto& a, const auto& b) { return a.count < b.count; });
        if (densities_.value < 0.0) {
            remarks << DensityPlotText::tr("magnitudes of the negative values");
        }
        remarks << DensityPlotText::tr("smallest %1").arg(shortNumber(panel.smallest));
        if (panel.minNormal && panel.binades.front().subnormal) {
            remarks << DensityPlotText::tr("normal from %1").arg(shortNumber(*panel.minNormal));
        }
        remarks << DensityPlotText::tr("largest %1").arg(shortNumber(panel.largest));
        remarks << DensityPlotText::tr("at most %1 in a power of two").arg(countText(most->count));
    }
    drawMarker(painter, QPointF(left + 0.4 * em_, baseline - 0.35 * metrics.ascent()), 0.6 * em_, panel.style,
               MarkerFill::Filled, look_.surface);
    painter.setFont(bold);
    painter.setPen(look_.text);
    painter.drawText(QPointF(left + em_, baseline), name);
    const qreal remarkLeft = left + 2.0 * em_ + QFontMetricsF(bold).horizontalAdvance(name);
    painter.setFont(look_.font);
    painter.setPen(look_.mutedText);
    painter.drawText(
        QPointF(remarkLeft, baseline),
        metrics.elidedText(remarks.join(QStringLiteral(", ")), Qt::ElideRight, panel.plot.right() - remarkLeft));
}

} // namespace roundoff::ui
