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

QString badgeText() {
    return QCoreApplication::translate("Figure", "axis does not start at zero");
}

qreal badgePadding(const QFontMetricsF& metrics) {
    return 0.35 * metrics.height();
}

qreal badgeWidth(const PlotLook& look) {
    const QFontMetricsF metrics(smallFont(look));
    return metrics.horizontalAdvance(badgeText()) + 2.0 * badgePadding(metrics);
}

} // namespace

void paintBadge(QPainter& painter, QPointF corner, Qt::Corner which, const PlotLook& look) {
    const QFont small = smallFont(look);
    const QFontMetricsF metrics(small);
    const qreal padding = badgePadding(metrics);
    QRectF badge(0, 0, badgeWidth(look), metrics.height() * 1.25);
    if (which == Qt::TopRightCorner) {
        badge.moveTopRight(corner);
    } else {
        badge.moveTopLeft(corner);
    }
    painter.setPen(QPen(look.mutedText, look.hair));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(badge, padding, padding);
    painter.setFont(small);
    painter.drawText(QPointF(badge.left() + padding, badge.center().y() + (metrics.ascent() - metrics.descent()) / 2.0),
                     badgeText());
}

namespace {

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

QColor between(const QColor& from, const QColor& to, double share) {
    const auto channel = [share](int a, int b) { return static_cast<int>(std::lround(a + (b - a) * share)); };
    return QColor(channel(from.red(), to.red()), channel(from.green(), to.green()), channel(from.blue(), to.blue()));
}

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

bool isDark(const PlotLook& look) {
    return look.surface.lightness() < 128;
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

QFont smallFont(const PlotLook& look) {
    QFont font = look.font;
    font.setPixelSize(std::max(1, static_cast<int>(std::lround(0.85 * font.pixelSize()))));
    return font;
}

QList<QRectF> panelRectangles(const QRectF& rectangle, qsizetype panels, qreal smallest, qreal gap) {
    const auto most = std::clamp<qsizetype>(static_cast<qsizetype>((rectangle.width() + gap) / (smallest + gap)), 1,
                                            std::max<qsizetype>(1, panels));
    const qsizetype rows = (panels + most - 1) / most;
    const qsizetype columns = rows > 0 ? (panels + rows - 1) / rows : 1; // Rows of nearly equal length.
    const qreal width = (rectangle.width() - gap * static_cast<double>(columns - 1)) / static_cast<double>(columns);
    const qreal height = (rectangle.height() - gap * static_cast<double>(rows - 1)) /
                         static_cast<double>(std::max<qsizetype>(1, rows));
    QList<QRectF> rectangles;
    for (qsizetype panel = 0; panel < panels; ++panel) {
        rectangles.append(QRectF(rectangle.left() + static_cast<double>(panel % columns) * (width + gap),
                                 rectangle.top() + static_cast<double>(panel / columns) * (height + gap), width,
                                 height));
    }
    return rectangles;
}

PictureSize panelSheetSize(const FigureOptions& options, qsizetype panels, double smallest, double height) {
    PictureSize size = sheetSize(options, 0);
    const double em = QFontMetricsF(printLook(options).font).height();
    const QRectF inside(0.0, 0.0, size.units.width() - 2.0 * kMargin * em, em);
    const QList<QRectF> rectangles = panelRectangles(inside, panels, smallest * em, em);
    const auto rows = static_cast<double>(std::count_if(rectangles.begin(), rectangles.end(), [&](const QRectF& panel) {
        return panel.left() == rectangles.front().left();
    }));
    size.units.setHeight(
        std::max(size.units.height(), static_cast<int>(std::lround((rows * height + kAroundRows) * em))));
    return size;
}

QRectF paintSheet(QPainter& painter, const QRectF& sheet, const QString& title, const QList<LegendEntry>& legend,
                  bool startsAtZero, const PlotLook& look) {
    painter.fillRect(sheet, look.surface);
    QFont bold = look.font;
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    const qreal margin = kMargin * metrics.height();
    QRectF left = sheet.adjusted(margin, margin, -margin, -margin);

    const qreal badge = startsAtZero ? 0.0 : badgeWidth(look);
    const bool beside = metrics.horizontalAdvance(title) + metrics.height() + badge <= left.width();
    painter.setFont(bold);
    painter.setPen(look.text);
    painter.drawText(QPointF(left.left(), left.top() + metrics.ascent()),
                     metrics.elidedText(title, Qt::ElideRight, left.width()));
    if (!startsAtZero) {
        if (!beside) {
            left.setTop(left.top() + 1.3 * metrics.height());
        }
        paintBadge(painter, beside ? left.topRight() : left.topLeft(), beside ? Qt::TopRightCorner : Qt::TopLeftCorner,
                   look);
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
    painter.setBrush(between(style.colour, look.surface, 0.55));
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
