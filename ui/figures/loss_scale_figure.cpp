// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_kinds.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include "core/store/csv.h"
#include "ui/figures/figure_sheet.h"

namespace roundoff::ui {

namespace {

using experiment::MetricPoint;

struct LossScaleFigureText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

/// The group's steps that were skipped, of all its runs.
qint64 skippedIn(const FigureGroup& group) {
    qint64 count = 0;
    for (const FigureRun& run : group.runs) {
        for (const MetricPoint& step : run.scaleSteps) {
            count += step.skipped;
        }
    }
    return count;
}

QString legendText(const FigureGroup& group) {
    return LossScaleFigureText::tr("%1, skipped steps (×): %2").arg(group.label).arg(skippedIn(group));
}

bool isScaled(const FigureGroup& group) {
    return std::any_of(group.runs.begin(), group.runs.end(),
                       [](const FigureRun& run) { return !run.scaleSteps.isEmpty(); });
}

/// The scale as stairs: it stays until the step at which it is another.
QPolygonF stairs(const FigureRun& run, const QRectF& plot, const PlotAxes& axes) {
    QPolygonF line;
    for (const MetricPoint& step : run.scaleSteps) {
        if (!axes.y.canShow(step.lossScale)) {
            continue;
        }
        const QPointF point = plotPosition(plot, axes.x, axes.y, {static_cast<double>(step.step), step.lossScale});
        if (!line.isEmpty()) {
            line.append({point.x(), line.back().y()});
        }
        line.append(point);
    }
    return line;
}

void paintSkipped(QPainter& painter, const FigureRun& run, const QRectF& plot, const PlotAxes& axes,
                  const SeriesStyle& style, const PlotLook& look) {
    SeriesStyle cross = style;
    cross.marker = Marker::Cross;
    qreal free = plot.left() - look.marker;
    for (const MetricPoint& step : run.scaleSteps) {
        if (step.skipped == 0 || !axes.y.canShow(step.lossScale)) {
            continue;
        }
        const QPointF at = plotPosition(plot, axes.x, axes.y, {static_cast<double>(step.step), step.lossScale});
        if (at.x() >= free) { // Marks on top of each other would say nothing more.
            drawMarker(painter, at, look.marker, cross, MarkerFill::Filled, look.surface);
            free = at.x() + 0.5 * look.marker;
        }
    }
}

void paintPlot(QPainter& painter, const QRectF& sheet, const FigureData& data, const PlotLook& look) {
    QList<GroupInfo> infos;
    for (const FigureGroup& group : data.groups) {
        infos.append({group.label, group.precision});
    }
    const QList<SeriesStyle> styles = stylesForGroups(infos, isDark(look));
    QList<LegendEntry> legend;
    Range scales;
    Range steps{0.0, 1.0};
    for (qsizetype i = 0; i < data.groups.size(); ++i) {
        const FigureGroup& group = data.groups[i];
        if (!isScaled(group)) {
            continue;
        }
        legend.append({legendText(group), styles[i]});
        for (const FigureRun& run : group.runs) {
            for (const MetricPoint& step : run.scaleSteps) {
                if (step.lossScale > 0.0) {
                    scales.include(step.lossScale);
                }
                steps.include(static_cast<double>(step.step));
            }
        }
    }
    const QFontMetricsF metrics(look.font);
    PlotAxes axes;
    axes.x = makeAxis(AxisKind::Integer, NumberStyle::Plain, steps, Fit::Exact,
                      static_cast<int>(sheet.width() / (5.0 * metrics.height())), QLocale::c());
    axes.y = makeAxis(AxisKind::PowersOfTwo, NumberStyle::Plain, scales, Fit::Nice,
                      static_cast<int>(sheet.height() / (3.0 * metrics.height())), QLocale::c());
    axes.xTitle = LossScaleFigureText::tr("Step");
    axes.yTitle = LossScaleFigureText::tr("Loss scale");
    const QRectF rest = paintSheet(painter, sheet, data.title, legend, true, look);
    const QRectF plot = rest.marginsRemoved(plotMargins(axes, look));
    paintAxes(painter, plot, axes, look);
    for (qsizetype i = 0; i < data.groups.size(); ++i) {
        for (const FigureRun& run : data.groups[i].runs) {
            painter.setPen(styles[i].pen(look.line));
            painter.setBrush(Qt::NoBrush);
            painter.drawPolyline(stairs(run, plot, axes));
        }
    }
    for (qsizetype i = 0; i < data.groups.size(); ++i) {
        for (const FigureRun& run : data.groups[i].runs) {
            paintSkipped(painter, run, plot, axes, styles[i], look);
        }
    }
}

std::string table(const FigureData& data) {
    store::Csv csv{"group", "precision", "run", "step", "loss_scale", "skipped"};
    for (const FigureGroup& group : data.groups) {
        for (const FigureRun& run : group.runs) {
            for (const MetricPoint& step : run.scaleSteps) {
                csv.cell(group.label.toStdString())
                    .cell(group.precision.toStdString())
                    .cell(run.label.toStdString())
                    .cell(step.step)
                    .cell(step.lossScale)
                    .cell(step.skipped);
                csv.endRow();
            }
        }
    }
    return csv.text();
}

} // namespace

std::optional<Figure> lossScaleFigure(const SharedData& data, const FigureOptions& options, const KindOptions&) {
    if (std::none_of(data->groups.begin(), data->groups.end(), isScaled)) {
        return {};
    }
    QList<LegendEntry> legend;
    for (const FigureGroup& group : data->groups) {
        if (isScaled(group)) {
            legend.append({legendText(group), {}});
        }
    }
    const PaintFigure paint = [data](QPainter& painter, const QRectF& sheet, const PlotLook& look) {
        paintPlot(painter, sheet, *data, look);
    };
    return Figure{.name = QStringLiteral("loss-scale"),
                  .title = data->title,
                  .size = sheetSize(options, 0, legend),
                  .paint = paint,
                  .csv = table(*data)};
}

} // namespace roundoff::ui
