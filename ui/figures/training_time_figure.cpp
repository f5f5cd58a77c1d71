// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_kinds.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>

#include "core/store/csv.h"
#include "ui/figures/figure_sheet.h"
#include "ui/figures/figure_statistics.h"
#include "ui/figures/row_figure.h"

namespace roundoff::ui {

namespace {

struct TrainingTimeFigureText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

struct Entry {
    const FigureGroup* group;
    Summary training;
    Summary evaluation;
    SeriesStyle style;
};

QString kindName(TimeKind kind) {
    return kind == TimeKind::Native ? TrainingTimeFigureText::tr("native") : TrainingTimeFigureText::tr("emulated");
}

/// Three significant digits: more would be noise of the machine.
QString seconds(double value) {
    const int exponent = value > 0.0 ? static_cast<int>(std::floor(std::log10(value))) : 0;
    return QLocale::c().toString(value, 'f', std::clamp(2 - exponent, 0, 6));
}

QString remark(const Entry& entry) {
    return QStringLiteral("%1 + %2 s, %3")
        .arg(seconds(entry.training.mean), seconds(entry.evaluation.mean), kindName(timeKindOf(*entry.group)));
}

void paintRows(QPainter& painter, const QRectF& sheet, const FigureData& data, const QList<Entry>& entries,
               const PlotLook& look) {
    RowPlot rows;
    Range values{0.0, 0.0};
    for (const Entry& entry : entries) {
        rows.names.append(entry.group->label);
        rows.remarks.append(remark(entry));
        values.include(entry.training.mean + entry.evaluation.mean);
        values.include(entry.training.mean + entry.training.deviation);
    }
    rows.values = rowAxis(NumberStyle::Plain, values, Fit::Low, 0.6 * sheet.width(), look);
    rows.valueTitle = TrainingTimeFigureText::tr("Seconds per run: training (filled) + evaluation (outline)");
    const QRectF rest = paintSheet(painter, sheet, data.title, {}, true, look);
    paintRowPlot(painter, rest, rows, look, [&](qsizetype row, const QRectF& part) {
        const Entry& entry = entries[row];
        const auto x = [&](double value) { return part.left() + rows.values.fraction(value) * part.width(); };
        const qreal height = std::min(0.6 * part.height(), 3.0 * look.marker);
        const qreal top = part.center().y() - height / 2.0;
        const double end = entry.training.mean + entry.evaluation.mean;
        painter.setPen(QPen(entry.style.colour, look.thinLine));
        painter.setBrush(look.surface);
        painter.drawRect(QRectF(QPointF(x(entry.training.mean), top), QPointF(x(end), top + height)));
        paintHatchedBar(painter, QRectF(QPointF(x(0.0), top), QPointF(x(entry.training.mean), top + height)),
                        entry.style, look);
        if (entry.training.deviation > 0.0) {
            const double low = std::max(0.0, entry.training.mean - entry.training.deviation);
            paintErrorBar(painter, {x(low), part.center().y()},
                          {x(entry.training.mean + entry.training.deviation), part.center().y()}, look.text, look);
        }
    });
}

std::string table(const QList<Entry>& entries) {
    store::Csv csv{"group", "precision", "n", "train_seconds", "train_sd", "eval_seconds", "eval_sd", "time_kind"};
    for (const Entry& entry : entries) {
        csv.cell(entry.group->label.toStdString())
            .cell(entry.group->precision.toStdString())
            .cell(entry.training.count)
            .cell(entry.training.mean)
            .cell(entry.training.deviation)
            .cell(entry.evaluation.mean)
            .cell(entry.evaluation.deviation)
            .cell(timeKindOf(*entry.group) == TimeKind::Native ? "native" : "emulated");
        csv.endRow();
    }
    return csv.text();
}

QList<Entry> entriesOf(const FigureData& data, bool dark) {
    QList<GroupInfo> infos;
    for (const FigureGroup& group : data.groups) {
        infos.append({group.label, group.precision});
    }
    const QList<SeriesStyle> styles = stylesForGroups(infos, dark);
    QList<Entry> entries;
    for (qsizetype index = 0; index < data.groups.size(); ++index) {
        const std::optional<Summary> training = summarise(trainSeconds(data.groups[index]));
        const std::optional<Summary> evaluation = summarise(evalSeconds(data.groups[index]));
        if (training && evaluation && training->mean > 0.0) {
            entries.append({&data.groups[index], *training, *evaluation, styles[index]});
        }
    }
    return entries;
}

} // namespace

std::optional<Figure> trainingTimeFigure(const SharedData& data, const FigureOptions& options, const KindOptions&) {
    const QList<Entry> entries = entriesOf(*data, false);
    if (entries.isEmpty()) {
        return {};
    }
    QStringList names;
    QStringList remarks;
    for (const Entry& entry : entries) {
        names.append(entry.group->label);
        remarks.append(remark(entry));
    }
    const PaintFigure paint = [data](QPainter& painter, const QRectF& sheet, const PlotLook& look) {
        paintRows(painter, sheet, *data, entriesOf(*data, isDark(look)), look);
    };
    return Figure{.name = QStringLiteral("training-time"),
                  .title = data->title,
                  .size = rowSheetSize(options, names, remarks),
                  .paint = paint,
                  .csv = table(entries)};
}

} // namespace roundoff::ui
