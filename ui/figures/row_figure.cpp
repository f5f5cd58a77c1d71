// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/row_figure.h"

#include <algorithm>

#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

namespace roundoff::ui {

namespace {

constexpr double kWidestNames = 0.42; // of the whole rectangle

qreal widest(const QStringList& texts, const QFontMetricsF& metrics) {
    qreal width = 0.0;
    for (const QString& text : texts) {
        width = std::max(width, metrics.horizontalAdvance(text));
    }
    return width;
}

} // namespace

AxisScale rowAxis(NumberStyle style, Range values, Fit fit, qreal width, const PlotLook& look) {
    const qreal label = QFontMetricsF(look.font).horizontalAdvance(QStringLiteral("100.00 %"));
    return makeAxis(AxisKind::Linear, style, values, fit, static_cast<int>(0.7 * width / label), QLocale::c());
}

void paintRowPlot(QPainter& painter, const QRectF& rectangle, const RowPlot& rows, const PlotLook& look,
                  const std::function<void(qsizetype, const QRectF&)>& paintRow) {
    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    const qreal names = std::min(widest(rows.names, metrics), kWidestNames * rectangle.width());
    const qreal remarks = widest(rows.remarks, metrics);

    PlotAxes axes;
    axes.x = rows.values;
    axes.xTitle = rows.valueTitle;
    const QMarginsF margins = plotMargins(axes, look);
    const QRectF plot = rectangle.adjusted(names + 0.5 * em, 0.2 * em, -std::max(remarks + 0.6 * em, margins.right()),
                                           -margins.bottom());
    paintAxes(painter, plot, axes, look);

    const qreal height = plot.height() / static_cast<double>(std::max<qsizetype>(1, rows.names.size()));
    for (qsizetype row = 0; row < rows.names.size(); ++row) {
        const QRectF part(plot.left(), plot.top() + height * static_cast<double>(row), plot.width(), height);
        const qreal baseline = part.center().y() + (metrics.ascent() - metrics.descent()) / 2.0;
        const QString name = metrics.elidedText(rows.names[row], Qt::ElideMiddle, names);
        painter.setFont(look.font);
        painter.setPen(look.text);
        painter.drawText(QPointF(plot.left() - 0.5 * em - metrics.horizontalAdvance(name), baseline), name);
        if (row > 0) {
            painter.setPen(QPen(look.grid, look.hair));
            painter.drawLine(part.topLeft(), part.topRight());
        }
        if (row < rows.remarks.size()) {
            painter.setPen(look.mutedText);
            painter.drawText(QPointF(plot.right() + 0.6 * em, baseline), rows.remarks[row]);
        }
        paintRow(row, part);
    }
}

} // namespace roundoff::ui
