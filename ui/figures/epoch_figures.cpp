// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_kinds.h"

#include <algorithm>
#include <map>
#include <memory>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include "core/store/csv.h"
#include "ui/charts/metric_history.h"
#include "ui/figures/figure_sheet.h"
#include "ui/figures/figure_statistics.h"

namespace roundoff::ui {

namespace {

using experiment::EpochResult;

struct EpochFiguresText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

/// A loss that spans more than this is drawn on a logarithmic axis.
constexpr double kLinearSpan = 100.0;

struct EpochPlot {
    QString yTitle;
    QString firstColumn;
    NumberStyle style = NumberStyle::Plain;
    EpochValue primary;
    EpochValue secondary; ///< None, or a thinner line.
    QString secondColumn;
};

std::shared_ptr<MetricHistory> historyOf(const FigureData& data) {
    QList<RunInfo> infos;
    for (const FigureGroup& group : data.groups) {
        for (const FigureRun& run : group.runs) {
            infos.append(RunInfo{.run = static_cast<int>(infos.size()),
                                 .group = group.label,
                                 .precision = group.precision,
                                 .label = run.label,
                                 .fold = -1,
                                 .seed = 0});
        }
    }
    auto history = std::make_shared<MetricHistory>();
    history->begin(infos);
    int index = 0;
    for (const FigureGroup& group : data.groups) {
        for (const FigureRun& run : group.runs) {
            for (const EpochResult& epoch : run.epochs) {
                history->addEpoch(index, epoch);
            }
            ++index;
        }
    }
    return history;
}

QList<LegendEntry> legendOf(const MetricHistory& history, bool dark) {
    QList<GroupInfo> infos;
    for (const MetricHistory::Group& group : history.groups()) {
        infos.append(group.info);
    }
    const QList<SeriesStyle> styles = stylesForGroups(infos, dark);
    QList<LegendEntry> legend;
    for (qsizetype group = 0; group < infos.size(); ++group) {
        legend.append({infos[group].name, styles[group]});
    }
    return legend;
}

QList<PlotCurve> curvesOf(const MetricHistory& history, const EpochPlot& plot, const QList<LegendEntry>& legend,
                          bool positiveOnly) {
    QList<PlotCurve> curves;
    for (qsizetype group = 0; group < legend.size(); ++group) {
        PlotCurve curve;
        curve.style = legend[group].style;
        curve.curve = epochCurve(history, history.groups()[group], plot.primary, positiveOnly);
        if (plot.secondary) {
            curve.secondary = epochCurve(history, history.groups()[group], plot.secondary, positiveOnly).line;
        }
        curves.append(curve);
    }
    return curves;
}

Range valuesOf(const QList<PlotCurve>& curves) {
    Range values;
    for (const PlotCurve& curve : curves) {
        values.include(curve.curve.values());
        for (const QPointF& point : curve.secondary) {
            values.include(point.y());
        }
    }
    return values;
}

void paintEpochs(QPainter& painter, const QRectF& sheet, const QString& title, const MetricHistory& history,
                 const EpochPlot& plot, const PlotLook& look) {
    const QList<LegendEntry> legend = legendOf(history, isDark(look));
    QList<PlotCurve> curves = curvesOf(history, plot, legend, false);
    Range values = valuesOf(curves);
    const bool logarithmic = plot.style == NumberStyle::Plain && values.low > 0.0 &&
                             values.high > kLinearSpan * values.low;
    if (logarithmic) {
        curves = curvesOf(history, plot, legend, true);
        values = valuesOf(curves);
    }
    double last = 1.0;
    for (const MetricHistory::Run& run : history.runs()) {
        last = run.epochs.empty() ? last : std::max(last, static_cast<double>(run.epochs.back().epoch));
    }
    const double margin = last > 1.0 ? std::max(0.2, 0.03 * (last - 1.0)) : 0.6;
    const QFontMetricsF metrics(look.font);
    PlotAxes axes;
    axes.x = makeAxis(AxisKind::Integer, NumberStyle::Plain, {1.0 - margin, last + margin}, Fit::Exact,
                      static_cast<int>(sheet.width() / (2.5 * metrics.height())), QLocale::c());
    axes.y = makeAxis(logarithmic ? AxisKind::Logarithmic : AxisKind::Linear, plot.style, values, Fit::Nice,
                      static_cast<int>(sheet.height() / (4.0 * metrics.height())), QLocale::c());
    axes.xTitle = EpochFiguresText::tr("Epoch");
    axes.yTitle = plot.yTitle;
    for (PlotCurve& curve : curves) {
        curve.markerSpacing = 1.5 * look.marker;
    }
    const bool startsAtZero = logarithmic || axes.y.range.low <= 0.0;
    const QRectF rest = paintSheet(painter, sheet, title, legend, startsAtZero, look);
    const QRectF area = rest.marginsRemoved(plotMargins(axes, look));
    paintAxes(painter, area, axes, look);
    for (const auto paint : {paintLines, paintMarkers}) {
        for (const PlotCurve& curve : std::as_const(curves)) {
            paint(painter, area, axes, curve, look);
        }
    }
}

std::string tableOf(const FigureData& data, const EpochPlot& plot) {
    store::Csv csv{"group", "precision", "quantity", "epoch", "n", "mean", "min", "max"};
    for (const FigureGroup& group : data.groups) {
        for (const auto& [value, column] :
             {std::pair(plot.primary, plot.firstColumn), std::pair(plot.secondary, plot.secondColumn)}) {
            std::map<int, QList<double>> epochs;
            for (const FigureRun& run : group.runs) {
                for (const EpochResult& epoch : value ? run.epochs : QList<EpochResult>()) {
                    if (const std::optional<double> y = value(epoch)) {
                        epochs[epoch.epoch].append(*y);
                    }
                }
            }
            for (const auto& [epoch, values] : epochs) {
                // A mean over a run that diverged is not a number, and says so.
                const auto [low, high] = std::minmax_element(values.begin(), values.end());
                double sum = 0.0;
                for (const double y : values) {
                    sum += y;
                }
                csv.cell(group.label.toStdString())
                    .cell(group.precision.toStdString())
                    .cell(column.toStdString())
                    .cell(epoch)
                    .cell(values.size())
                    .cell(sum / static_cast<double>(values.size()))
                    .cell(*low)
                    .cell(*high);
                csv.endRow();
            }
        }
    }
    return csv.text();
}

std::optional<Figure> epochFigure(const FigureData& data, const FigureOptions& options, const QString& name,
                                  const EpochPlot& plot) {
    const std::shared_ptr<MetricHistory> history = historyOf(data);
    if (history->isEmpty()) {
        return {};
    }
    const PaintFigure paint = [history, plot, title = data.title](QPainter& painter, const QRectF& sheet,
                                                                  const PlotLook& look) {
        paintEpochs(painter, sheet, title, *history, plot, look);
    };
    return Figure{.name = name,
                  .title = data.title,
                  .size = sheetSize(options, 0, legendOf(*history, false)),
                  .paint = paint,
                  .csv = tableOf(data, plot)};
}

} // namespace

std::optional<Figure> accuracyByEpochFigure(const SharedData& data, const FigureOptions& options, const KindOptions&) {
    return epochFigure(*data, options, QStringLiteral("accuracy-by-epoch"),
                       {.yTitle = EpochFiguresText::tr("Test accuracy"),
                        .firstColumn = QStringLiteral("test_accuracy"),
                        .style = NumberStyle::Percent,
                        .primary = [](const EpochResult& epoch) { return std::optional(epoch.test.accuracy); },
                        .secondary = {},
                        .secondColumn = {}});
}

std::optional<Figure> lossByEpochFigure(const SharedData& data, const FigureOptions& options, const KindOptions&) {
    return epochFigure(*data, options, QStringLiteral("loss-by-epoch"),
                       {.yTitle = EpochFiguresText::tr("Training loss (thin: test loss)"),
                        .firstColumn = QStringLiteral("train_loss"),
                        .style = NumberStyle::Plain,
                        .primary = [](const EpochResult& epoch) { return std::optional(epoch.training.loss); },
                        .secondary = [](const EpochResult& epoch) { return std::optional(epoch.test.loss); },
                        .secondColumn = QStringLiteral("test_loss")});
}

} // namespace roundoff::ui
