// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_kinds.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include "core/store/csv.h"
#include "ui/figures/figure_sheet.h"
#include "ui/figures/figure_statistics.h"
#include "ui/figures/number_text.h"
#include "ui/figures/row_figure.h"
#include "ui/figures/value_axis.h"

namespace roundoff::ui {

namespace {

struct AccuracyFigureText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

/// A group with a result.
struct Entry {
    const FigureGroup* group;
    Summary summary;
    Range spread;
    SeriesStyle style;
};

QString seriesOf(const FigureGroup& group) {
    return group.series.isEmpty() ? group.precision : group.series;
}

bool isNumeric(const FigureData& data) {
    return data.groups.size() > 1 && std::all_of(data.groups.begin(), data.groups.end(), [](const FigureGroup& group) {
               return group.axisValue && std::isfinite(*group.axisValue);
           });
}

/// On a numeric axis the groups of one series share a style; otherwise each group has its own.
QList<Entry> entriesOf(const FigureData& data, bool numeric, bool dark) {
    QList<GroupInfo> infos;
    for (const FigureGroup& group : data.groups) {
        const GroupInfo info{numeric ? seriesOf(group) : group.label, group.precision};
        if (!numeric || !infos.contains(info)) {
            infos.append(info);
        }
    }
    const QList<SeriesStyle> styles = stylesForGroups(infos, dark);
    QList<Entry> entries;
    for (qsizetype index = 0; index < data.groups.size(); ++index) {
        const FigureGroup& group = data.groups[index];
        if (const std::optional<Summary> summary = summarise(testAccuracies(group))) {
            const qsizetype style = numeric ? infos.indexOf(GroupInfo{seriesOf(group), group.precision}) : index;
            entries.append({&group, *summary, accuracySpread(group, *summary), styles[style]});
        }
    }
    return entries;
}

Range rangeOf(const QList<Entry>& entries) {
    Range range;
    for (const Entry& entry : entries) {
        range.include(entry.spread);
        for (const double value : entry.summary.values) {
            range.include(value);
        }
    }
    // An interval may reach beyond what an accuracy can be.
    return {std::max(0.0, range.low), std::min(1.0, range.high)};
}

QString valueTitle(const FigureData& data, const QList<Entry>& entries) {
    const bool interval = std::any_of(entries.begin(), entries.end(),
                                      [](const Entry& entry) { return entry.group->accuracyInterval.has_value(); });
    const auto largest = std::max_element(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return a.summary.count < b.summary.count;
    });
    if (interval) {
        return AccuracyFigureText::tr("Test accuracy (mean and %1)")
            .arg(AccuracyFigureText::tr(data.intervalName.toUtf8()));
    }
    return largest->summary.count > 1 ? AccuracyFigureText::tr("Test accuracy (mean ± standard deviation)")
                                      : AccuracyFigureText::tr("Test accuracy");
}

QString remark(const Entry& entry) {
    const bool spreads = entry.summary.count > 1 || entry.group->accuracyInterval;
    return meanText(entry.summary.mean, spreads ? std::optional(entry.spread.span() / 2.0) : std::nullopt);
}

void paintRows(QPainter& painter, const QRectF& sheet, const FigureData& data, const QList<Entry>& entries,
               const PlotLook& look) {
    RowPlot rows;
    for (const Entry& entry : entries) {
        rows.names.append(entry.group->label);
        rows.remarks.append(remark(entry));
    }
    rows.values = rowAxis(NumberStyle::Percent, rangeOf(entries), Fit::Nice, 0.6 * sheet.width(), look);
    rows.valueTitle = valueTitle(data, entries);
    const QRectF rest = paintSheet(painter, sheet, data.title, {}, rows.values.range.low <= 0.0, look);
    paintRowPlot(painter, rest, rows, look, [&](qsizetype row, const QRectF& part) {
        const Entry& entry = entries[row];
        const auto place = [&](double value) {
            const double fraction = std::clamp(rows.values.fraction(value), 0.0, 1.0);
            return QPointF(part.left() + fraction * part.width(), part.center().y());
        };
        QColor faint = entry.style.colour;
        faint.setAlphaF(0.35F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(faint);
        for (const double value : entry.summary.count > 1 ? entry.summary.values : QList<double>()) {
            painter.drawEllipse(place(value) + QPointF(0.0, 0.25 * part.height()), 0.22 * look.marker,
                                0.22 * look.marker);
        }
        paintErrorBar(painter, place(entry.spread.low), place(entry.spread.high), entry.style.colour, look);
        drawMarker(painter, place(entry.summary.mean), 1.2 * look.marker, entry.style);
    });
}

void paintOverNumbers(QPainter& painter, const QRectF& sheet, const FigureData& data, QList<Entry> entries,
                      const PlotLook& look) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry& a, const Entry& b) { return *a.group->axisValue < *b.group->axisValue; });
    QList<double> places;
    for (const Entry& entry : std::as_const(entries)) {
        places.append(*entry.group->axisValue);
    }
    const QFontMetricsF metrics(look.font);
    PlotAxes axes;
    axes.x = valueAxis(places, sheet.width() - 8.0 * metrics.height(), look);
    axes.y = makeAxis(AxisKind::Linear, NumberStyle::Percent, rangeOf(entries), Fit::Nice,
                      static_cast<int>(sheet.height() / (4.0 * metrics.height())), QLocale::c());
    axes.xTitle = data.axisLabel;
    axes.yTitle = valueTitle(data, entries);

    QList<LegendEntry> legend;
    for (const FigureGroup& group : data.groups) {
        const auto entry = std::find_if(entries.begin(), entries.end(), [&](const Entry& candidate) {
            return seriesOf(*candidate.group) == seriesOf(group);
        });
        const bool listed = std::any_of(legend.begin(), legend.end(),
                                        [&](const LegendEntry& other) { return other.text == seriesOf(group); });
        if (entry != entries.end() && !listed) {
            legend.append({seriesOf(group), entry->style});
        }
    }
    const QRectF rest = paintSheet(painter, sheet, data.title, legend, axes.y.range.low <= 0.0, look);
    const QRectF plot = rest.marginsRemoved(plotMargins(axes, look));
    paintAxes(painter, plot, axes, look);
    for (const LegendEntry& series : std::as_const(legend)) {
        PlotCurve curve;
        curve.style = series.style;
        for (const Entry& entry : std::as_const(entries)) {
            if (seriesOf(*entry.group) != series.text) {
                continue;
            }
            const double x = *entry.group->axisValue;
            curve.curve.line.append({x, entry.summary.mean});
            const auto place = [&](double value) {
                return plotPosition(plot, axes.x, axes.y, {x, std::clamp(value, axes.y.range.low, axes.y.range.high)});
            };
            paintErrorBar(painter, place(entry.spread.low), place(entry.spread.high), series.style.colour, look);
        }
        paintLines(painter, plot, axes, curve, look);
        paintMarkers(painter, plot, axes, curve, look);
    }
}

std::string table(const QList<Entry>& entries, const FigureData& data) {
    store::Csv csv{"group", "precision", "axis", "axis_value", "n", "mean", "low", "high", "interval"};
    for (const Entry& entry : entries) {
        csv.cell(entry.group->label.toStdString())
            .cell(entry.group->precision.toStdString())
            .cell(data.axisLabel.toStdString())
            .cell(entry.group->axisValue)
            .cell(entry.summary.count)
            .cell(entry.summary.mean)
            .cell(entry.spread.low)
            .cell(entry.spread.high)
            .cell(entry.group->accuracyInterval ? data.intervalName.toStdString() : "standard deviation");
        csv.endRow();
    }
    return csv.text();
}

} // namespace

std::optional<Figure> accuracyFigure(const SharedData& data, const FigureOptions& options, const KindOptions&) {
    const bool numeric = isNumeric(*data);
    const QList<Entry> entries = entriesOf(*data, numeric, false);
    if (entries.isEmpty()) {
        return {};
    }
    QStringList names;
    QStringList remarks;
    for (const Entry& entry : entries) {
        names.append(entry.group->label);
        remarks.append(remark(entry));
    }
    const PaintFigure paint = [data, numeric](QPainter& painter, const QRectF& sheet, const PlotLook& look) {
        const QList<Entry> shown = entriesOf(*data, numeric, isDark(look));
        if (numeric) {
            paintOverNumbers(painter, sheet, *data, shown, look);
        } else {
            paintRows(painter, sheet, *data, shown, look);
        }
    };
    return Figure{.name = QStringLiteral("accuracy"),
                  .title = data->title,
                  .size = numeric ? sheetSize(options, 0) : rowSheetSize(options, names, remarks),
                  .paint = paint,
                  .csv = table(entries, *data)};
}

} // namespace roundoff::ui
