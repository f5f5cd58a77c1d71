// SPDX-License-Identifier: GPL-3.0-or-later
// Figures of the inside of one run.
#include <algorithm>
#include <array>
#include <vector>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

#include "core/store/csv.h"
#include "ui/figures/figure_kinds.h"
#include "ui/figures/figure_sheet.h"
#include "ui/numerics/exponent_plot.h"
#include "ui/numerics/heat_colours.h"
#include "ui/numerics/numerics_model.h"

namespace roundoff::ui {

namespace {

struct NumericsFiguresText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

/// The columns of the heat map: what each role has.
constexpr std::array kColumns{Measure::Underflowed, Measure::Subnormal, Measure::Overflowed, Measure::Saturated,
                              Measure::SignalToNoise};
/// Height of a row, and of all around the rows, in heights of the font.
constexpr double kRow = 1.8;
constexpr double kAroundRows = 8.0;
/// Smallest width and height of a panel of exponents.
constexpr double kSmallestPanel = 17.0;
constexpr double kPanelHeight = 13.0;

nn::TelemetrySample wholeRun(const experiment::RunResult& result) {
    nn::TelemetrySample whole = result.telemetry.front();
    for (std::size_t i = 1; i < result.telemetry.size(); ++i) {
        whole = nn::merged(whole, result.telemetry[i]);
    }
    return whole;
}

/// Short, for columns of a printed page.
QString columnName(Measure measure) {
    switch (measure) {
    case Measure::Underflowed: return NumericsFiguresText::tr("to zero");
    case Measure::Subnormal: return NumericsFiguresText::tr("subnormal");
    case Measure::Overflowed: return NumericsFiguresText::tr("overflow");
    case Measure::Saturated: return NumericsFiguresText::tr("saturated");
    default: return NumericsFiguresText::tr("SQNR");
    }
}

QString rowName(const nn::PrecisionPolicy& policy, int layer, nn::Role role) {
    return QStringLiteral("%1, %2 (%3)").arg(layerHeading(layer), roleHeading(role), formatText(policy, layer, role));
}

void paintCell(QPainter& painter, const QRectF& cell, Measure measure, std::optional<double> value,
               const PlotLook& look) {
    const std::optional<double> strength = value ? measuredStrength(measure, *value) : std::nullopt;
    const QColor fill = strength ? heatColour(*strength, isDark(look)) : look.surface;
    painter.fillRect(cell.adjusted(look.hair, look.hair, -look.hair, -look.hair), fill);
    painter.setPen(strength ? textColourOn(fill) : look.mutedText);
    const QString text = value ? measuredText(measure, *value) : QStringLiteral("–");
    const QFontMetricsF metrics(look.font);
    painter.drawText(QPointF(cell.center().x() - metrics.horizontalAdvance(text) / 2.0,
                             cell.center().y() + (metrics.ascent() - metrics.descent()) / 2.0),
                     text);
}

void paintMatrix(QPainter& painter, const QRectF& rest, const nn::TelemetrySample& sample,
                 const nn::PrecisionPolicy& policy, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    painter.setFont(look.font);
    qreal names = 0.0;
    for (const nn::RoleTelemetry& seen : sample.roles) {
        names = std::max(names, metrics.horizontalAdvance(rowName(policy, seen.layer, seen.role)));
    }
    names = std::min(names + em, 0.5 * rest.width());
    const qreal width = (rest.width() - names) / static_cast<qreal>(kColumns.size());
    const qreal head = 1.4 * em;
    painter.setPen(look.text);
    for (std::size_t column = 0; column < kColumns.size(); ++column) {
        const QString name = columnName(kColumns[column]);
        const qreal middle = rest.left() + names + (static_cast<qreal>(column) + 0.5) * width;
        painter.drawText(QPointF(middle - metrics.horizontalAdvance(name) / 2.0, rest.top() + metrics.ascent()), name);
    }
    const qreal height = std::min(2.2 * em, (rest.height() - head) / static_cast<qreal>(sample.roles.size()));
    qreal y = rest.top() + head;
    for (const nn::RoleTelemetry& seen : sample.roles) {
        painter.setPen(look.text);
        painter.drawText(QPointF(rest.left(), y + height / 2.0 + (metrics.ascent() - metrics.descent()) / 2.0),
                         metrics.elidedText(rowName(policy, seen.layer, seen.role), Qt::ElideRight, names - 0.4 * em));
        for (std::size_t column = 0; column < kColumns.size(); ++column) {
            const QRectF cell(rest.left() + names + static_cast<qreal>(column) * width, y, width, height);
            paintCell(painter, cell, kColumns[column], measured(kColumns[column], seen), look);
        }
        y += height;
    }
}

std::string exponentsTable(const std::vector<nn::ExponentTelemetry>& panels) {
    store::Csv csv{"epoch", "layer", "role", "exponent", "count"};
    for (const nn::ExponentTelemetry& seen : panels) {
        for (std::size_t bin = 0; bin < seen.histogram.counts.size(); ++bin) {
            if (seen.histogram.counts[bin] > 0) {
                csv.cell(seen.epoch).cell(seen.layer).cell(nn::roleName(seen.role));
                csv.cell(nn::ExponentHistogram::kLowest + static_cast<int>(bin)).cell(seen.histogram.counts[bin]);
                csv.endRow();
            }
        }
    }
    return csv.text();
}

/// The histograms of the last epoch.
std::vector<nn::ExponentTelemetry> lastExponents(const experiment::RunResult& result) {
    std::uint32_t last = 0;
    for (const nn::ExponentTelemetry& seen : result.exponents) {
        last = std::max(last, seen.epoch);
    }
    std::vector<nn::ExponentTelemetry> panels;
    std::ranges::copy_if(result.exponents, std::back_inserter(panels), [last](const nn::ExponentTelemetry& seen) {
        return seen.epoch == last && seen.histogram.total() > 0;
    });
    return panels;
}

} // namespace

std::optional<Figure> numericsFigure(const SharedData& data, const FigureOptions& options, const KindOptions&) {
    if (!data->telemetry) {
        return {};
    }
    const nn::TelemetrySample sample = wholeRun(*data->telemetry->result);
    if (sample.roles.empty()) {
        return {};
    }
    const QString title = NumericsFiguresText::tr("%1: what rounding did inside %2")
                              .arg(data->title, data->telemetry->label);
    NumericsModel model;
    model.setContent(sample, Measure::Underflowed, data->telemetry->precision);
    const PaintFigure paint = [sample, title, policy = data->telemetry->precision](
                                  QPainter& painter, const QRectF& sheet, const PlotLook& look) {
        paintMatrix(painter, paintSheet(painter, sheet, title, {}, true, look), sample, policy, look);
    };
    PictureSize size = sheetSize(options, 0);
    const double em = QFontMetricsF(printLook(options).font).height();
    const double needed = (kRow * static_cast<double>(sample.roles.size()) + kAroundRows) * em;
    size.units.setHeight(std::max(size.units.height(), static_cast<int>(needed)));
    return Figure{.name = QStringLiteral("numerics"),
                  .title = title,
                  .size = size,
                  .paint = paint,
                  .csv = model.csv(data->telemetry->label)};
}

std::optional<Figure> exponentsFigure(const SharedData& data, const FigureOptions& options, const KindOptions&) {
    if (!data->telemetry) {
        return {};
    }
    const std::vector<nn::ExponentTelemetry> panels = lastExponents(*data->telemetry->result);
    if (panels.empty()) {
        return {};
    }
    const QString title = NumericsFiguresText::tr("%1: magnitudes inside %2, epoch %3")
                              .arg(data->title, data->telemetry->label)
                              .arg(panels.front().epoch);
    const PaintFigure paint = [panels, title, policy = data->telemetry->precision](
                                  QPainter& painter, const QRectF& sheet, const PlotLook& look) {
        const QRectF rest = paintSheet(painter, sheet, title, {}, true, look);
        const QFontMetricsF metrics(look.font);
        const qreal em = metrics.height();
        const auto count = static_cast<qsizetype>(panels.size());
        const QList<QRectF> places = panelRectangles(rest, count, kSmallestPanel * em, em);
        for (qsizetype i = 0; i < count; ++i) {
            const nn::ExponentTelemetry& seen = panels[static_cast<std::size_t>(i)];
            painter.setFont(look.font);
            painter.setPen(look.text);
            painter.drawText(
                QPointF(places[i].left(), places[i].top() + metrics.ascent()),
                metrics.elidedText(rowName(policy, seen.layer, seen.role), Qt::ElideRight, places[i].width()));
            const ExponentPlot::Content content{seen.histogram, formatRange(policy, seen.layer, seen.role)};
            ExponentPlot(content, look, places[i].adjusted(0.0, 1.2 * em, 0.0, 0.0)).paint(painter);
        }
    };
    return Figure{.name = QStringLiteral("exponents"),
                  .title = title,
                  .size = panelSheetSize(options, static_cast<qsizetype>(panels.size()), kSmallestPanel, kPanelHeight),
                  .paint = paint,
                  .csv = exponentsTable(panels)};
}

} // namespace roundoff::ui
