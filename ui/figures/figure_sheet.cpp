// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_sheet.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPalette>

#include "ui/charts/clip_polyline.h"

namespace roundoff::ui {

namespace {

constexpr int kUnitsPerPoint = 10;
constexpr int kUnitsPerInch = 72 * kUnitsPerPoint;
constexpr double kMillimetresPerInch = 25.4;
/// Height of a row of categories, and of everything around the rows, in heights of the font.
constexpr double kRow = 1.9;
constexpr double kAroundRows = 9.0;
constexpr double kMargin = 0.8;

QColor lighter(const QColor& colour, double share) {
    const auto channel = [share](int value) { return static_cast<int>(std::lround(value + (255 - value) * share)); };
    return QColor(channel(colour.red()), channel(colour.green()), channel(colour.blue()));
}

void paintBadge(QPainter& painter, const QRectF& line, const PlotLook& look) {
    const QString text = QCoreApplication::translate("Figure", "axis does not start at zero");
    QFont small = look.font;
    small.setPixelSize(static_cast<int>(std::lround(0.85 * small.pixelSize())));
    const QFontMetricsF metrics(small);
    const qreal padding = 0.35 * metrics.height();
    QRectF badge(0, 0, metrics.horizontalAdvance(text) + 2.0 * padding, metrics.height() * 1.25);
    badge.moveTopRight(line.topRight());
    painter.setPen(QPen(look.mutedText, look.hair));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(badge, padding, padding);
    painter.setFont(small);
    painter.drawText(QPointF(badge.left() + padding, badge.center().y() + (metrics.ascent() - metrics.descent()) / 2.0),
                     text);
}

/// The directions of a hatch's lines, in degrees; none leaves the bar plain.
QList<double> hatchAngles(Marker marker) {
    switch (marker) {
    case Marker::Circle: return {};
    case Marker::Square: return {45.0};
    case Marker::TriangleUp: return {-45.0};
    case Marker::Diamond: return {45.0, -45.0};
    case Marker::TriangleDown: return {90.0};
    case Marker::Plus: return {0.0, 90.0};
    case Marker::Cross: return {0.0};
    case Marker::Hexagon: return {30.0, -30.0};
    }
    return {};
}

} // namespace

PlotLook printLook(const FigureOptions& options) {
    QPalette paper(Qt::white);
    paper.setColor(QPalette::Base, Qt::white);
    paper.setColor(QPalette::Text, Qt::black);
    PlotLook look = PlotLook::fromPalette(paper, QGuiApplication::font());
    // The family that is really used: a generic name means another font to whoever opens an SVG.
    look.font.setFamily(QFontInfo(look.font).family());
    look.font.setPixelSize(static_cast<int>(std::lround(options.fontPt * kUnitsPerPoint)));
    look.hair = 0.5 * kUnitsPerPoint;
    look.thinLine = 0.7 * kUnitsPerPoint;
    look.line = 1.3 * kUnitsPerPoint;
    look.marker = 0.62 * options.fontPt * kUnitsPerPoint;
    return look;
}

PictureSize sheetSize(const FigureOptions& options, qsizetype rows, const QList<LegendEntry>& legend) {
    const auto units = [](double millimetres) { return millimetres / kMillimetresPerInch * kUnitsPerInch; };
    const PlotLook look = printLook(options);
    const double line = QFontMetricsF(look.font).height();
    const double width = units(options.widthMm);
    const double needed = rows > 0 ? (kRow * static_cast<double>(rows) + kAroundRows) * line : 0.0;
    const double usualLegend = 2.0 * legendHeight(legend.first(std::min<qsizetype>(1, legend.size())), width, look);
    const double legendBeyond = std::max(0.0, legendHeight(legend, width - 2.0 * kMargin * line, look) - usualLegend);
    const double height = std::max(units(options.heightMm), needed) + legendBeyond;
    return {.units = QSize(static_cast<int>(std::lround(width)), static_cast<int>(std::lround(height))),
            .unitsPerInch = kUnitsPerInch,
            .dpi = options.dpi};
}

QRectF paintSheet(QPainter& painter, const QRectF& sheet, const QString& title, const QList<LegendEntry>& legend,
                  bool startsAtZero, const PlotLook& look) {
    painter.fillRect(sheet, look.surface);
    QFont bold = look.font;
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    const qreal margin = kMargin * metrics.height();
    QRectF left = sheet.adjusted(margin, margin, -margin, -margin);

    painter.setFont(bold);
    painter.setPen(look.text);
    painter.drawText(QPointF(left.left(), left.top() + metrics.ascent()),
                     metrics.elidedText(title, Qt::ElideRight, startsAtZero ? left.width() : 0.68 * left.width()));
    if (!startsAtZero) {
        paintBadge(painter, left, look);
    }
    left.setTop(left.top() + 1.7 * metrics.height());
    const qreal height = legendHeight(legend, left.width(), look);
    paintLegend(painter, QRectF(left.topLeft(), QSizeF(left.width(), height)), legend, look);
    left.setTop(left.top() + height + (legend.isEmpty() ? 0.0 : 0.4 * metrics.height()));
    return left;
}

void paintErrorBar(QPainter& painter, QPointF from, QPointF to, const QColor& colour, const PlotLook& look) {
    const QPointF along = to - from;
    const qreal length = std::hypot(along.x(), along.y());
    if (length <= 0.0) {
        return;
    }
    const QPointF across = QPointF(-along.y(), along.x()) / length * (0.45 * look.marker);
    painter.setPen(QPen(colour, look.thinLine, Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(from, to);
    painter.drawLine(from - across, from + across);
    painter.drawLine(to - across, to + across);
}

void paintHatchedBar(QPainter& painter, const QRectF& bar, const SeriesStyle& style, const PlotLook& look) {
    painter.setPen(Qt::NoPen);
    painter.setBrush(lighter(style.colour, 0.55));
    painter.drawRect(bar);
    painter.setPen(QPen(style.colour, look.hair));
    const qreal distance = 0.7 * look.marker;
    for (const double degrees : hatchAngles(style.marker)) {
        const double angle = qDegreesToRadians(degrees);
        const QPointF along(std::cos(angle), std::sin(angle));
        const QPointF across(-along.y(), along.x());
        const qreal reach = std::hypot(bar.width(), bar.height()) / 2.0;
        for (qreal offset = -reach; offset <= reach; offset += distance) {
            const QPointF middle = bar.center() + offset * across;
            for (const QPolygonF& piece : clipPolyline({middle - reach * along, middle + reach * along}, bar)) {
                painter.drawPolyline(piece);
            }
        }
    }
    painter.setPen(QPen(style.colour, look.thinLine, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(bar);
}

} // namespace roundoff::ui
