// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/number_line_plot.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include "core/format/number_text.h"
#include "ui/figures/figure_sheet.h"
#include "ui/figures/format_bits.h"
#include "ui/figures/number_line_text.h"

namespace roundoff::ui {

namespace {

struct NumberLinePlotText {
    Q_DECLARE_TR_FUNCTIONS(NumberLinePlot)
};

// In heights of the font.
constexpr double kNumberLane = 1.5; // Above the lines, for the number.
constexpr double kHeading = 1.5;
constexpr double kStoredLane = 1.2;
constexpr double kTicks = 1.7; // Of the longest.
constexpr double kGap = 0.9;
constexpr double kLine = kHeading + kStoredLane + kTicks + kGap;
constexpr double kAxis = 1.7;
constexpr double kRight = 1.2;
constexpr double kLeft = 2.4; // As much as the labels beside densities need, so that both axes are aligned.
constexpr double kCaptionLine = 1.2;

constexpr double kCell = 6.0;          // Hairlines to a stretch of the line, and
constexpr std::size_t kMostInCell = 3; // how many ticks it has room for.

bool isPowerOfTwo(double value) {
    int exponent = 0;
    return std::fabs(std::frexp(value, &exponent)) == 0.5;
}

/// A share of the colour that says how many values lie in a stretch, in steps that can be told apart.
int shadeOf(std::uint64_t count) {
    constexpr int kMostShade = 24;
    return std::min(kMostShade, static_cast<int>(std::log2(static_cast<double>(count))));
}

/// The room for the caption below a plot, which is broken into lines.
qreal captionHeight(qreal width, const PlotLook& look) {
    const qreal em = QFontMetricsF(look.font).height();
    const qreal text = QFontMetricsF(smallFont(look)).horizontalAdvance(NumberLinePlot::caption());
    const qreal room = std::max(em, width - (kLeft + kRight) * em);
    constexpr double kRaggedEdge = 0.93;
    return std::min(4.0, std::ceil(text / (kRaggedEdge * room))) * kCaptionLine * em;
}

/// A full stretch beside a dense one is shaded too: values at a limit would be ticks here and there.
void shadeLoneStretches(std::vector<format::LineStretch>& stretches) {
    const std::vector<format::LineStretch> found = stretches;
    for (std::size_t i = 0; i < found.size(); ++i) {
        const bool beside = (i > 0 && found[i - 1].dense) || (i + 1 < found.size() && found[i + 1].dense);
        if (beside && found[i].count >= kMostInCell) {
            stretches[i].dense = true;
            stretches[i].numbers.clear();
        }
    }
}

} // namespace

qreal NumberLinePlot::height(qsizetype lines, qreal width, const PlotLook& look) {
    const qreal em = QFontMetricsF(look.font).height();
    return (kNumberLane + kLine * static_cast<double>(lines) + kAxis) * em + captionHeight(width, look);
}

QString NumberLinePlot::caption() {
    return NumberLinePlotText::tr(
        "A tick is a value: long for a power of two, short for a subnormal. Shaded: too dense to draw, the "
        "darker the more values. The marker is what the number is rounded to.");
}

NumberLinePlot::NumberLinePlot(const NumberLines& lines, const PlotLook& look, const QRectF& rectangle)
    : lines_(lines), look_(look), em_(QFontMetricsF(look.font).height()), rectangle_(rectangle) {
    plot_ = rectangle_.adjusted(kLeft * em_, kNumberLane * em_, -kRight * em_,
                                -kAxis * em_ - captionHeight(rectangle_.width(), look_));
    const QList<SeriesStyle> styles = stylesOf(lines_.uses, isDark(look_));
    const qreal height = plot_.height() / static_cast<double>(std::max<qsizetype>(1, lines_.uses.size()));
    ticks_ = std::max(0.5 * em_, height - (kLine - kTicks) * em_);
    for (qsizetype i = 0; i < lines_.uses.size(); ++i) {
        rows_.push_back(lineOf(lines_.uses[i], styles[i], plot_.top() + height * static_cast<double>(i)));
        rows_.back().baseline = rows_.back().top + height - kGap * em_;
    }
}

NumberLinePlot::Line NumberLinePlot::lineOf(const FormatUse& use, const SeriesStyle& style, qreal top) const {
    Line line{.use = use,
              .style = style,
              .values = representableValues(use, lines_.value),
              .stretches = {},
              .stored = takeApart(use, lines_.value).stored,
              .top = top,
              .baseline = top};
    const int cells = std::max(1, static_cast<int>(plot_.width() / (kCell * look_.hair)));
    line.stretches = format::numberLine(line.values, lines_.axis.edges(cells), kMostInCell);
    shadeLoneStretches(line.stretches);
    return line;
}

qreal NumberLinePlot::xOf(double value) const {
    const double fraction = lines_.axis.fraction(value);
    return plot_.left() + (std::isnan(fraction) ? 0.0 : std::clamp(fraction, 0.0, 1.0)) * plot_.width();
}

double NumberLinePlot::valueAt(qreal x) const {
    const double fraction = std::clamp((x - plot_.left()) / plot_.width(), 0.0, 1.0);
    return lines_.axis.valueAt(lines_.axis.range.low + fraction * lines_.axis.range.span());
}

QString NumberLinePlot::readout(qsizetype line, double value) const {
    const format::OrderedValues& values = rows_[static_cast<std::size_t>(line)].values;
    const std::int64_t nearest = values.nearest(value);
    QString text = lineValueText(values[nearest]);
    if (const auto code = values.code(nearest)) {
        text += QStringLiteral("   ") + QString::fromStdString(format::hexCode(*code, *values.codeBits()));
    }
    // Toward the pointer, where there is a next one.
    const std::int64_t other = value >= values[nearest] && nearest < values.greatest() ? nearest + 1 : nearest - 1;
    if (other >= values.least()) {
        text += QStringLiteral("   ") +
                NumberLinePlotText::tr("spacing %1").arg(spacingText(std::fabs(values[other] - values[nearest])));
    }
    return text;
}

void NumberLinePlot::paint(QPainter& painter, std::optional<double> crosshair) const {
    if (plot_.width() < 4.0 * em_) {
        return;
    }
    const int ticks = std::max(3, static_cast<int>(plot_.width() / (6.0 * em_)));
    PlotAxes axes{.x = lines_.axis.scale(ticks), .y = {}, .right = {}, .xTitle = {}, .yTitle = {}, .rightTitle = {}};
    painter.setRenderHint(QPainter::Antialiasing, false);
    paintAxes(painter, plot_, axes, look_);
    painter.setRenderHint(QPainter::Antialiasing, true);
    for (const Line& line : rows_) {
        paintDense(painter, line);
        paintValues(painter, line);
        paintEnd(painter, line);
        paintHeading(painter, line);
    }
    paintNumber(painter);
    for (const Line& line : rows_) {
        paintStored(painter, line);
    }
    if (crosshair) {
        const qreal x = xOf(*crosshair);
        painter.setPen(QPen(look_.mutedText, look_.hair));
        painter.drawLine(QPointF(x, plot_.top()), QPointF(x, plot_.bottom()));
    }
    painter.setFont(smallFont(look_));
    painter.setPen(look_.mutedText);
    painter.drawText(QRectF(plot_.left(), plot_.bottom() + kAxis * em_, plot_.width(),
                            rectangle_.bottom() - plot_.bottom() - kAxis * em_),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, caption());
}

std::pair<double, double> NumberLinePlot::endsOf(const Line& line) const {
    const double least = line.values[line.values.least()];
    const double greatest = line.values[line.values.greatest()];
    if (!lines_.axis.logarithmic) {
        return {least, greatest};
    }
    const double farthest = lines_.axis.negative ? least : greatest;
    return {farthest == 0.0 ? 0.0 : line.values[lines_.axis.negative ? -1 : 1], farthest};
}

void NumberLinePlot::paintHeading(QPainter& painter, const Line& line) const {
    QFont bold = look_.font;
    bold.setBold(true);
    const QString name = nameOf(line.use);
    QString remark = NumberLinePlotText::tr("%1 becomes %2")
                         .arg(lineValueText(lines_.value), lineValueText(line.stored));
    if (hasSharedScale(line.use)) {
        const auto shared = sharedScaleOf(line.use, lines_.value);
        remark += NumberLinePlotText::tr(", at the scale %1")
                      .arg(shared ? spacingText(shared->scale) : QStringLiteral("NaN"));
    }
    const QFontMetricsF metrics(look_.font);
    const qreal baseline = line.top + 0.25 * em_ + metrics.ascent();
    const qreal nameWidth = QFontMetricsF(bold).horizontalAdvance(name);
    const qreal left = plot_.left() + 0.5 * em_;
    const qreal remarkLeft = left + 1.5 * em_ + nameWidth;
    const QString text = metrics.elidedText(remark, Qt::ElideRight, plot_.right() - remarkLeft - 0.5 * em_);
    // The heading stays readable over grid lines.
    painter.fillRect(QRectF(left, line.top + 0.2 * em_, remarkLeft - left + metrics.horizontalAdvance(text), 1.1 * em_),
                     look_.surface);
    drawMarker(painter, QPointF(left + 0.4 * em_, baseline - 0.35 * metrics.ascent()), 0.6 * em_, line.style,
               MarkerFill::Filled, look_.surface);
    painter.setFont(bold);
    painter.setPen(look_.text);
    painter.drawText(QPointF(left + em_, baseline), name);
    painter.setFont(look_.font);
    painter.setPen(look_.mutedText);
    painter.drawText(QPointF(remarkLeft, baseline), text);
}

void NumberLinePlot::paintDense(QPainter& painter, const Line& line) const {
    const auto bottom = line.baseline;
    const auto top = bottom - 0.7 * ticks_;
    constexpr double kLightest = 0.72;
    constexpr double kPerShade = 0.026;
    const auto [first, last] = endsOf(line);
    painter.setPen(Qt::NoPen);
    // Neighbours of one shade are one rectangle, so that no seams show.
    for (std::size_t i = 0; i < line.stretches.size();) {
        std::size_t end = i + 1;
        if (line.stretches[i].dense) {
            const int shade = shadeOf(line.stretches[i].count);
            while (end < line.stretches.size() && line.stretches[end].dense &&
                   shadeOf(line.stretches[end].count) == shade) {
                ++end;
            }
            // A stretch may reach beyond the format's last value.
            const qreal a = std::clamp(xOf(line.stretches[i].low), xOf(first), xOf(last));
            const qreal b = std::clamp(xOf(line.stretches[end - 1].high), xOf(first), xOf(last));
            painter.setBrush(between(line.style.colour, look_.surface, kLightest - kPerShade * shade));
            painter.drawRect(QRectF(QPointF(std::min(a, b), top), QPointF(std::max(a, b), bottom)));
        }
        i = end;
    }
}

void NumberLinePlot::paintValues(QPainter& painter, const Line& line) const {
    const double minNormal = line.values.minNormal().value_or(0.0);
    for (const format::LineStretch& stretch : line.stretches) {
        for (const std::int64_t number : stretch.numbers) {
            const double value = line.values[number];
            const double magnitude = std::fabs(value);
            const bool subnormal = magnitude != 0.0 && magnitude < minNormal;
            const bool strong = value == 0.0 || (isPowerOfTwo(value) && !subnormal);
            const double length = strong ? 1.0 : subnormal ? 0.38 : 0.7;
            painter.setPen(
                QPen(line.style.colour, strong ? 1.5 * look_.thinLine : look_.thinLine, Qt::SolidLine, Qt::FlatCap));
            const qreal x = xOf(value);
            painter.drawLine(QPointF(x, line.baseline), QPointF(x, line.baseline - length * ticks_));
        }
    }
}

void NumberLinePlot::paintEnd(QPainter& painter, const Line& line) const {
    // A logarithmic line of a format without values of that sign is empty.
    const LineAxis& axis = lines_.axis;
    const double least = line.values[line.values.least()];
    const auto [low, high] = endsOf(line);
    if (axis.logarithmic && high == 0.0) {
        return;
    }
    const qreal left = xOf(low);
    const qreal right = xOf(high);
    painter.setPen(QPen(line.style.colour, look_.thinLine, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(QPointF(left, line.baseline), QPointF(right, line.baseline));
    const QFont small = smallFont(look_);
    const QFontMetricsF metrics(small);
    const bool unbounded = format::scalarFormatOf<format::Decimal>(line.use.format) != nullptr;
    painter.setFont(small);
    painter.setPen(look_.mutedText);
    const auto say = [&](const QString& text, qreal from, qreal to, bool before) {
        const qreal width = metrics.horizontalAdvance(text);
        if (to - from > width + em_) {
            painter.drawText(QPointF(before ? to - width - 0.4 * em_ : from + 0.4 * em_, line.baseline - 0.2 * em_),
                             text);
        }
    };
    if (!unbounded) {
        say(QStringLiteral("→ ") + overflowText(line.use, high), right, plot_.right(), false);
    }
    if (axis.logarithmic) {
        say(QStringLiteral("0 ←"), plot_.left(), left, true);
    } else if (!unbounded && least < 0.0) {
        say(overflowText(line.use, least) + QStringLiteral(" ←"), plot_.left(), left, true);
    }
}

void NumberLinePlot::paintNumber(QPainter& painter) const {
    const double value = lines_.value;
    if (std::isnan(value)) {
        return;
    }
    const double fraction = lines_.axis.fraction(value);
    const bool inside = fraction >= 0.0 && fraction <= 1.0;
    const qreal x = xOf(value);
    const QFontMetricsF metrics(look_.font);
    QString text = lineValueText(value);
    if (!inside) {
        text = fraction < 0.0 ? QStringLiteral("← ") + text : text + QStringLiteral(" →");
    } else {
        painter.setPen(QPen(look_.text, look_.thinLine, Qt::DashLine));
        painter.drawLine(QPointF(x, plot_.top() - 0.1 * em_), QPointF(x, plot_.bottom()));
    }
    const qreal width = metrics.horizontalAdvance(text);
    const qreal left = std::clamp(x - width / 2.0, rectangle_.left(),
                                  std::max(rectangle_.left(), rectangle_.right() - width));
    painter.setFont(look_.font);
    painter.setPen(look_.text);
    painter.drawText(QPointF(left, plot_.top() - 0.35 * em_), text);
}

void NumberLinePlot::paintStored(QPainter& painter, const Line& line) const {
    if (std::isnan(line.stored) || std::isnan(lines_.value)) {
        return;
    }
    const qreal lane = line.baseline - ticks_ - 0.45 * em_;
    const qreal from = xOf(lines_.value);
    const qreal to = xOf(line.stored);
    const double fraction = lines_.axis.fraction(line.stored);
    const bool inside = fraction >= 0.0 && fraction <= 1.0;
    if (std::fabs(to - from) > look_.marker) {
        painter.setPen(QPen(line.style.colour, look_.line, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(from, lane), QPointF(to, lane));
    }
    if (inside) {
        painter.setPen(QPen(line.style.colour, look_.line, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(to, lane), QPointF(to, line.baseline));
        drawMarker(painter, QPointF(to, lane), 1.2 * look_.marker, line.style, MarkerFill::Filled, look_.surface);
    } else {
        // Where the axis has no place for it, it lies beyond the edge.
        const bool before = fraction < 0.0;
        const QString text = before ? QStringLiteral("← ") + lineValueText(line.stored)
                                    : lineValueText(line.stored) + QStringLiteral(" →");
        const qreal width = QFontMetricsF(look_.font).horizontalAdvance(text);
        painter.setFont(look_.font);
        painter.setPen(line.style.colour);
        painter.drawText(
            QPointF(before ? plot_.left() + 0.3 * em_ : plot_.right() - width - 0.3 * em_, lane + 0.3 * em_), text);
    }
}

} // namespace roundoff::ui
