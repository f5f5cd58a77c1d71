// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_kinds.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include "core/format/names.h"
#include "core/store/csv.h"
#include "ui/figures/figure_sheet.h"
#include "ui/figures/number_text.h"
#include "ui/figures/weight_bins.h"
#include "ui/precision/policy_names.h"

namespace roundoff::ui {

namespace {

struct WeightsFigureText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

// In heights of the font.
constexpr double kSmallestPanel = 13.0;
constexpr double kPanelHeight = 12.0;
/// Room above the columns for the numbers in the panel's corner, as a share of the highest.
constexpr double kHeadroom = 1.45;

std::optional<deploy::Deployment> deploymentOf(const KindOptions& kind) {
    const QString name = optionOf(kind, "deployment");
    if (name.isEmpty()) {
        return std::nullopt;
    }
    deploy::Deployment deployment;
    deployment.format = format::parseTensorFormat(name.toStdString());
    if (const QString rounding = optionOf(kind, "rounding"); !rounding.isEmpty()) {
        deployment.rounding = format::parseRounding(rounding.toStdString());
    }
    return deployment;
}

QString nameOf(const deploy::Deployment& deployment) {
    const std::string_view rounding = format::name(deployment.rounding);
    return QStringLiteral("%1, %2").arg(QString::fromStdString(format::tensorFormatName(deployment.format)),
                                        QString::fromUtf8(rounding.data(), static_cast<qsizetype>(rounding.size())));
}

/// The rectangle of a column, from the base line to its count.
QRectF column(const QRectF& plot, const PlotAxes& axes, const WeightBins& bins, qsizetype bin, double count) {
    const double low = bins.first + bins.width * static_cast<double>(bin);
    return QRectF(plotPosition(plot, axes.x, axes.y, {low, count}),
                  plotPosition(plot, axes.x, axes.y, {low + bins.width, 0.0}));
}

void paintColumns(QPainter& painter, const QRectF& plot, const PlotAxes& axes, const WeightBins& bins,
                  const QList<double>& counts, const QColor& colour, const PlotLook& look) {
    QPainterPath columns; // One path, or seams would show between neighbours.
    for (qsizetype bin = 0; bin < counts.size(); ++bin) {
        if (counts[bin] > 0.0) {
            columns.addRect(column(plot, axes, bins, bin, counts[bin]));
        }
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(between(colour, look.surface, 0.25));
    painter.drawPath(columns);
}

/// The outline of all columns together.
void paintOutline(QPainter& painter, const QRectF& plot, const PlotAxes& axes, const WeightBins& bins,
                  const QList<double>& counts, const PlotLook& look) {
    QPolygonF outline;
    for (qsizetype bin = 0; bin < counts.size(); ++bin) {
        const QRectF part = column(plot, axes, bins, bin, counts[bin]);
        outline << part.topLeft() << part.topRight();
    }
    painter.setPen(QPen(look.text, look.thinLine, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(outline);
}

/// An axis about zero with a tick on either side of it at least.
AxisScale symmetricAxis(double end, int maxTicks) {
    AxisScale axis;
    for (int most = maxTicks; axis.ticks.size() < 3; ++most) {
        axis = makeAxis(AxisKind::Linear, NumberStyle::Plain, {-end, end}, Fit::Exact, most, QLocale::c());
    }
    return axis;
}

QString rangeText(const Range& range) {
    const auto number = [](double value) { return QLocale::c().toString(value, 'f', 3).replace(u'-', u'−'); };
    return range.isEmpty() ? QString() : WeightsFigureText::tr("%1 to %2").arg(number(range.low), number(range.high));
}

void paintPanel(QPainter& painter, const QRectF& panel, const WeightBins& bins, const LayerBins& layer,
                const QColor& colour, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    const bool rounded = !layer.rounded.isEmpty();
    const double highest = std::max(*std::max_element(layer.trained.begin(), layer.trained.end()),
                                    rounded ? *std::max_element(layer.rounded.begin(), layer.rounded.end()) : 0.0);
    PlotAxes axes;
    const double end = -bins.first;
    axes.x = symmetricAxis(end, static_cast<int>(panel.width() / (4.0 * em)));
    axes.y = makeAxis(AxisKind::Integer, NumberStyle::Plain, {0.0, kHeadroom * std::max(1.0, highest)}, Fit::Exact,
                      static_cast<int>(panel.height() / (3.0 * em)), QLocale::c());
    painter.setFont(look.font);
    painter.setPen(look.text);
    painter.drawText(QPointF(panel.left(), panel.top() + metrics.ascent()), layer.name);
    const QMarginsF margins = plotMargins(axes, look);
    const QRectF plot = panel.adjusted(margins.left(), 1.4 * em, -0.5 * em, -margins.bottom());
    paintAxes(painter, plot, axes, look);
    paintColumns(painter, plot, axes, bins, rounded ? layer.rounded : layer.trained, colour, look);
    if (rounded) {
        paintOutline(painter, plot, axes, bins, layer.trained, look);
    }

    const QFont small = smallFont(look);
    const QFontMetricsF smaller(small);
    painter.setFont(small);
    painter.setPen(look.text);
    qreal y = plot.top() + 0.25 * em + smaller.ascent();
    for (const QString& line :
         {WeightsFigureText::tr("distinct values: %1").arg(groupedDigits(static_cast<std::size_t>(layer.distinct))),
          rangeText(layer.range)}) {
        painter.drawText(QPointF(plot.left() + 0.4 * em, y), line);
        y += smaller.height();
    }
}

/// What columns and outline mean.
QRectF paintKey(QPainter& painter, const QRectF& rest, const QString& deployment, const QColor& colour,
                const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    const qreal baseline = rest.top() + metrics.ascent();
    const QRectF swatch(rest.left(), rest.top() + 0.2 * em, 1.6 * em, 0.7 * em);
    painter.setPen(Qt::NoPen);
    painter.setBrush(between(colour, look.surface, 0.25));
    painter.drawRect(swatch);
    painter.setFont(look.font);
    painter.setPen(look.text);
    painter.drawText(QPointF(swatch.right() + 0.4 * em, baseline), deployment);
    const qreal second = swatch.right() + 1.6 * em + metrics.horizontalAdvance(deployment);
    painter.setPen(QPen(look.text, look.thinLine));
    painter.drawLine(QPointF(second, swatch.center().y()), QPointF(second + 1.6 * em, swatch.center().y()));
    painter.drawText(QPointF(second + 2.0 * em, baseline), WeightsFigureText::tr("as trained"));
    return rest.adjusted(0.0, 1.6 * em, 0.0, 0.0);
}

std::string table(const WeightBins& bins) {
    store::Csv csv{"layer", "bin_low", "bin_high", "trained", "rounded"};
    for (const LayerBins& layer : bins.layers) {
        for (qsizetype bin = 0; bin < bins.count; ++bin) {
            const double low = bins.first + bins.width * static_cast<double>(bin);
            csv.cell(layer.name.toStdString())
                .cell(low)
                .cell(low + bins.width)
                .cell(layer.trained[bin])
                .cell(layer.rounded.isEmpty() ? std::nullopt : std::optional(layer.rounded[bin]));
            csv.endRow();
        }
    }
    return csv.text();
}

} // namespace

std::optional<Figure> weightsFigure(const SharedData& data, const FigureOptions& options, const KindOptions& kind) {
    const std::optional<deploy::Deployment> deployment = deploymentOf(kind);
    if (data->weights == nullptr) {
        return {};
    }
    const WeightBins bins = countWeights(*data->weights, deployment, data->spec.training.seed);
    if (bins.layers.isEmpty()) {
        return {};
    }
    const QString precision = policyName(data->spec.precision);
    const QString title = WeightsFigureText::tr("%1: weights of %2").arg(data->title, data->weightsLabel);
    const PaintFigure paint = [bins, title, precision, name = deployment ? nameOf(*deployment) : QString()](
                                  QPainter& painter, const QRectF& sheet, const PlotLook& look) {
        const QColor colour = styleForPrecision(precision, isDark(look)).colour;
        QRectF rest = paintSheet(painter, sheet, title, {}, true, look);
        if (!name.isEmpty()) {
            rest = paintKey(painter, rest, name, colour, look);
        }
        const qreal em = QFontMetricsF(look.font).height();
        const QList<QRectF> panels = panelRectangles(rest, bins.layers.size(), kSmallestPanel * em, em);
        for (qsizetype i = 0; i < panels.size(); ++i) {
            paintPanel(painter, panels[i], bins, bins.layers[i], colour, look);
        }
    };
    return Figure{.name = QStringLiteral("weights"),
                  .title = title,
                  .size = panelSheetSize(options, bins.layers.size(), kSmallestPanel, kPanelHeight),
                  .paint = paint,
                  .csv = table(bins)};
}

} // namespace roundoff::ui
