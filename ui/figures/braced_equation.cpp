// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/braced_equation.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QPainter>

#include "ui/figures/figure_sheet.h"

namespace roundoff::ui {

namespace {

// In heights of the look's font.
constexpr double kLarge = 1.35;
constexpr double kRaised = 0.75; // Of the large font.
constexpr double kNames = 1.9;   // Height above and below the line for braces and their names.

QFont scaled(const QFont& font, double factor) {
    QFont result = font;
    result.setPixelSize(std::max(1, static_cast<int>(std::lround(factor * font.pixelSize()))));
    return result;
}

QFont fontOf(const EquationPart& part, const PlotLook& look) {
    return scaled(look.font, part.raised ? kLarge * kRaised : kLarge);
}

/// The text's own width, and the room that the part takes in the line.
struct Widths {
    qreal text;
    qreal all;
};

/// How much wider than its text the name at a brace is.
qreal excess(const EquationPart& part, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    const qreal text = QFontMetricsF(fontOf(part, look)).horizontalAdvance(part.text);
    return part.name.isEmpty() ? 0.0
                               : std::max(0.0, metrics.horizontalAdvance(part.name) + 0.4 * metrics.height() - text);
}

/// A name may reach below a raised part that follows, and above the line, where nothing else is.
bool reserves(const QList<EquationPart>& parts, qsizetype i) {
    return parts[i].brace == EquationPart::Brace::Below && (i + 1 == parts.size() || !parts[i + 1].raised);
}

Widths widthsOf(const QList<EquationPart>& parts, qsizetype i, const PlotLook& look) {
    const qreal text = QFontMetricsF(fontOf(parts[i], look)).horizontalAdvance(parts[i].text);
    return {text, text + (reserves(parts, i) ? excess(parts[i], look) : 0.0)};
}

void paintBrace(QPainter& painter, const EquationPart& part, qreal left, qreal width, qreal y, const PlotLook& look) {
    const qreal em = QFontMetricsF(look.font).height();
    if (part.style) {
        paintHatchedBar(painter, QRectF(left, y - 0.1 * em, width, 0.3 * em), *part.style, look);
        return;
    }
    const qreal end = part.brace == EquationPart::Brace::Below ? -0.2 * em : 0.2 * em;
    painter.setPen(QPen(look.text, look.thinLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(
        QPolygonF{QPointF(left, y + end), QPointF(left, y), QPointF(left + width, y), QPointF(left + width, y + end)});
}

} // namespace

qreal equationWidth(const QList<EquationPart>& parts, const PlotLook& look) {
    qreal width = 0.0;
    qreal reach = 0.0;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const Widths widths = widthsOf(parts, i, look);
        reach = std::max(reach, width + widths.text + excess(parts[i], look));
        width += widths.all;
    }
    return std::max(width, reach);
}

qreal equationHeight(const PlotLook& look) {
    const qreal em = QFontMetricsF(look.font).height();
    return (2.0 * kNames + 1.3 * kLarge) * em;
}

void paintEquation(QPainter& painter, QPointF topLeft, const QList<EquationPart>& parts, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    const qreal top = topLeft.y() + kNames * em;
    const qreal bottom = top + 1.3 * kLarge * em;
    const qreal baseline = bottom - 0.45 * kLarge * em;
    qreal x = topLeft.x();
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const EquationPart& part = parts[i];
        const Widths widths = widthsOf(parts, i, look);
        const qreal left = x + (widths.all - widths.text) / 2.0;
        painter.setFont(fontOf(part, look));
        painter.setPen(look.text);
        painter.drawText(QPointF(left, part.raised ? baseline - 0.36 * kLarge * em : baseline), part.text);
        painter.setFont(look.font);
        if (part.brace == EquationPart::Brace::Below) {
            paintBrace(painter, part, left, widths.text, bottom + 0.2 * em, look);
            painter.setPen(look.text);
            const qreal spare = widths.text - metrics.horizontalAdvance(part.name);
            const qreal name = spare >= 0.0 || reserves(parts, i) ? left + spare / 2.0 : left;
            painter.drawText(QPointF(name, bottom + 0.6 * em + metrics.ascent()), part.name);
        } else if (part.brace == EquationPart::Brace::Above) {
            paintBrace(painter, part, left, widths.text, top - 0.45 * em, look);
            painter.setPen(look.text);
            painter.drawText(QPointF(left, top - 0.7 * em - metrics.descent()), part.name);
        }
        x += widths.all;
    }
}

} // namespace roundoff::ui
