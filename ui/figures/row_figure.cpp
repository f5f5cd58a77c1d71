// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/row_figure.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include "ui/figures/figure_sheet.h"

namespace roundoff::ui {

namespace {

constexpr double kWidestNames = 0.42; // Of the whole rectangle,
constexpr double kSmallestPlot = 0.4; // and what the plot has of it at least.

qreal widest(const QStringList& texts, const QFontMetricsF& metrics) {
    qreal width = 0.0;
    for (const QString& text : texts) {
        width = std::max(width, metrics.horizontalAdvance(text));
    }
    return width;
}

/// Below the ticks, about the middle of the plot as far as the rectangle has room.
void paintTitle(QPainter& painter, const QRectF& rectangle, const QRectF& plot, const QString& title,
                const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    const QString text = metrics.elidedText(title, Qt::ElideRight, rectangle.width());
    const qreal width = metrics.horizontalAdvance(text);
    const qreal x = std::clamp(plot.center().x() - width / 2.0, rectangle.left(),
                               std::max(rectangle.left(), rectangle.right() - width));
    painter.setFont(look.font);
    painter.setPen(look.text);
    painter.drawText(QPointF(x, rectangle.bottom() - metrics.descent()), text);
}

} // namespace

AxisScale rowAxis(NumberStyle style, Range values, Fit fit, qreal width, const PlotLook& look) {
    const qreal label = QFontMetricsF(look.font).horizontalAdvance(QStringLiteral("100.00 %"));
    return makeAxis(AxisKind::Linear, style, values, fit, static_cast<int>(0.7 * width / label), QLocale::c());
}

bool stacksRows(const QStringList& names, const QStringList& remarks, qreal width, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    const qreal beside = std::min(widest(names, metrics), kWidestNames * width) + widest(remarks, metrics);
    return width - beside - 1.5 * metrics.height() < kSmallestPlot * width;
}

PictureSize rowSheetSize(const FigureOptions& options, const QStringList& names, const QStringList& remarks) {
    const PlotLook look = printLook(options);
    const PictureSize single = sheetSize(options, names.size());
    const qreal width = single.units.width() - 1.6 * QFontMetricsF(look.font).height();
    return stacksRows(names, remarks, width, look) ? sheetSize(options, 2 * names.size()) : single;
}

void paintRowPlot(QPainter& painter, const QRectF& rectangle, const RowPlot& rows, const PlotLook& look,
                  const std::function<void(qsizetype, const QRectF&)>& paintRow) {
    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    const qreal names = std::min(widest(rows.names, metrics), kWidestNames * rectangle.width());
    const qreal remarks = widest(rows.remarks, metrics);
    const bool stacked = stacksRows(rows.names, rows.remarks, rectangle.width(), look);

    PlotAxes axes;
    axes.x = rows.values;
    axes.xTitle = rows.valueTitle;
    const QMarginsF margins = plotMargins(axes, look);
    const QRectF plot = rectangle.adjusted(stacked ? 1.5 * em : names + 0.5 * em, 0.2 * em,
                                           -(stacked ? margins.right() : std::max(remarks + 0.6 * em, margins.right())),
                                           -margins.bottom());
    // The title may be wider than the plot: it has the whole rectangle.
    axes.xTitle.clear();
    paintAxes(painter, plot, axes, look);
    paintTitle(painter, rectangle, plot, rows.valueTitle, look);

    const qreal height = plot.height() / static_cast<double>(std::max<qsizetype>(1, rows.names.size()));
    for (qsizetype row = 0; row < rows.names.size(); ++row) {
        QRectF part(plot.left(), plot.top() + height * static_cast<double>(row), plot.width(), height);
        if (row > 0) {
            painter.setPen(QPen(look.grid, look.hair));
            painter.drawLine(part.topLeft(), part.topRight());
        }
        painter.setFont(look.font);
        const QString remark = rows.remarks.value(row);
        if (stacked) {
            const qreal baseline = part.top() + 0.2 * em + metrics.ascent();
            const qreal room = plot.width() - metrics.horizontalAdvance(remark) - em;
            painter.setPen(look.text);
            painter.drawText(QPointF(plot.left() + 0.3 * em, baseline),
                             metrics.elidedText(rows.names[row], Qt::ElideMiddle, room));
            painter.setPen(look.mutedText);
            painter.drawText(QPointF(plot.right() - metrics.horizontalAdvance(remark), baseline), remark);
            part.setTop(part.top() + 1.3 * em);
        } else {
            const qreal baseline = part.center().y() + (metrics.ascent() - metrics.descent()) / 2.0;
            const QString name = metrics.elidedText(rows.names[row], Qt::ElideMiddle, names);
            painter.setPen(look.text);
            painter.drawText(QPointF(plot.left() - 0.5 * em - metrics.horizontalAdvance(name), baseline), name);
            painter.setPen(look.mutedText);
            painter.drawText(QPointF(plot.right() + 0.6 * em, baseline), remark);
        }
        paintRow(row, part);
    }
}

} // namespace roundoff::ui
