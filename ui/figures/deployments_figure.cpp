// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_kinds.h"

#include <algorithm>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include "core/store/csv.h"
#include "ui/figures/figure_sheet.h"
#include "ui/figures/figure_statistics.h"
#include "ui/figures/number_text.h"
#include "ui/figures/row_figure.h"

namespace roundoff::ui {

namespace {

struct DeploymentsFigureText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

/// One group's accuracy in one row.
struct Entry {
    qsizetype row;
    qsizetype group;
    Summary summary;
};

struct Table {
    QStringList rows;    ///< The first is the trained network as it is.
    QStringList remarks; ///< The rows' numbers; none with several groups, which a line has no room for.
    QList<Entry> entries;
};

QStringList remarksOf(const Table& table) {
    QStringList remarks(table.rows.size());
    for (const Entry& entry : table.entries) {
        if (entry.group != table.entries.front().group) {
            return {};
        }
        remarks[entry.row] = meanText(entry.summary.mean,
                                      entry.summary.count > 1 ? std::optional(entry.summary.deviation) : std::nullopt);
    }
    return remarks;
}

Table tableOf(const FigureData& data) {
    const QStringList deployments = deploymentNames(data);
    Table table{QStringList{DeploymentsFigureText::tr("as trained")} + deployments, {}, {}};
    for (qsizetype row = 0; row < table.rows.size(); ++row) {
        for (qsizetype group = 0; group < data.groups.size(); ++group) {
            const QList<double> values = row == 0 ? testAccuracies(data.groups[group])
                                                  : deploymentAccuracies(data.groups[group], deployments[row - 1]);
            if (const std::optional<Summary> summary = summarise(values)) {
                table.entries.append({row, group, *summary});
            }
        }
    }
    table.remarks = remarksOf(table);
    return table;
}

void paintTable(QPainter& painter, const QRectF& sheet, const FigureData& data, const Table& table,
                const QList<SeriesStyle>& styles, const PlotLook& look) {
    Range values;
    for (const Entry& entry : table.entries) {
        values.include(std::max(0.0, entry.summary.mean - entry.summary.deviation));
        values.include(std::min(1.0, entry.summary.mean + entry.summary.deviation));
    }
    QList<LegendEntry> legend;
    for (qsizetype group = 0; group < data.groups.size(); ++group) {
        legend.append({data.groups[group].label, styles[group]});
    }
    RowPlot rows;
    rows.names = table.rows;
    rows.remarks = table.remarks;
    const double plotShare = table.remarks.isEmpty() ? 0.75 : 0.6;
    rows.values = rowAxis(NumberStyle::Percent, values, Fit::Nice, plotShare * sheet.width(), look);
    const bool several = std::any_of(table.entries.begin(), table.entries.end(),
                                     [](const Entry& entry) { return entry.summary.count > 1; });
    rows.valueTitle = several ? DeploymentsFigureText::tr("Test accuracy (mean ± standard deviation)")
                              : DeploymentsFigureText::tr("Test accuracy");
    const QRectF rest = paintSheet(painter, sheet, data.title, legend, rows.values.range.low <= 0.0, look);
    const auto groups = static_cast<double>(data.groups.size());
    paintRowPlot(painter, rest, rows, look, [&](qsizetype row, const QRectF& part) {
        for (const Entry& entry : table.entries) {
            if (entry.row != row) {
                continue;
            }
            // Groups lie beside each other within the row, so that equal accuracies do not hide one another.
            const double lane = (static_cast<double>(entry.group) + 0.5) / groups - 0.5;
            const qreal y = part.center().y() + 0.7 * lane * part.height();
            const auto place = [&](double value) {
                const double fraction = std::clamp(rows.values.fraction(value), 0.0, 1.0);
                return QPointF(part.left() + fraction * part.width(), y);
            };
            const SeriesStyle& style = styles[entry.group];
            paintErrorBar(painter, place(entry.summary.mean - entry.summary.deviation),
                          place(entry.summary.mean + entry.summary.deviation), style.colour, look);
            drawMarker(painter, place(entry.summary.mean), look.marker, style);
        }
    });
}

std::string csvOf(const FigureData& data, const Table& table) {
    store::Csv csv{"group", "precision", "deployment", "n", "mean", "sd"};
    for (const Entry& entry : table.entries) {
        csv.cell(data.groups[entry.group].label.toStdString())
            .cell(data.groups[entry.group].precision.toStdString())
            .cell(entry.row == 0 ? std::string("none") : table.rows[entry.row].toStdString())
            .cell(entry.summary.count)
            .cell(entry.summary.mean)
            .cell(entry.summary.deviation);
        csv.endRow();
    }
    return csv.text();
}

} // namespace

std::optional<Figure> deploymentsFigure(const SharedData& data, const FigureOptions& options, const KindOptions&) {
    if (deploymentNames(*data).isEmpty()) {
        return {};
    }
    QList<GroupInfo> infos;
    for (const FigureGroup& group : data->groups) {
        infos.append({group.label, group.precision});
    }
    const Table table = tableOf(*data);
    const PaintFigure paint = [data, table, infos](QPainter& painter, const QRectF& sheet, const PlotLook& look) {
        paintTable(painter, sheet, *data, table, stylesForGroups(infos, isDark(look)), look);
    };
    // A row needs room for the markers of all groups, or for its numbers.
    const qsizetype lines = table.rows.size() * std::max<qsizetype>(1, data->groups.size() / 2);
    const PictureSize size = table.remarks.isEmpty() ? sheetSize(options, lines)
                                                     : rowSheetSize(options, table.rows, table.remarks);
    return Figure{.name = QStringLiteral("deployments"),
                  .title = data->title,
                  .size = size,
                  .paint = paint,
                  .csv = csvOf(*data, table)};
}

} // namespace roundoff::ui
