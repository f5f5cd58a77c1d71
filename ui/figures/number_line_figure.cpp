// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/number_line_figure.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>

#include "core/format/number_text.h"
#include "core/store/csv.h"
#include "ui/figures/figure_sheet.h"

namespace roundoff::ui {

namespace {

struct NumberLineFigureText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

constexpr std::size_t kMostValues = 4096;
constexpr int kStretches = 256;
constexpr double kAroundPlot = 4.2; // In heights of the font: title and margins.

QString namesOf(const QList<FormatUse>& uses) {
    QStringList names;
    for (const FormatUse& use : uses) {
        names << nameOf(use);
    }
    return names.join(QStringLiteral(", "));
}

std::string linesTable(const NumberLines& lines) {
    store::Csv csv{"format", "low", "high", "values", "value", "code"};
    for (const FormatUse& use : lines.uses) {
        const std::string name = format::tensorFormatName(use.format);
        const format::OrderedValues values = representableValues(use, lines.value);
        const std::vector<double> ends = lines.axis.edges(1);
        const bool all = values.count(ends.front(), ends.back()) <= kMostValues;
        for (const auto& stretch :
             format::numberLine(values, all ? ends : lines.axis.edges(kStretches), all ? kMostValues : 0)) {
            if (!all) {
                csv.cell(name).cell(stretch.low).cell(stretch.high).cell(stretch.count).cell("").cell("");
                csv.endRow();
            }
            for (const std::int64_t number : stretch.numbers) {
                const auto code = values.code(number);
                csv.cell(name).cell(values[number]).cell(values[number]).cell(1).cell(values[number]);
                csv.cell(code ? format::hexCode(*code, values.codeBits().value_or(1)) : std::string());
                csv.endRow();
            }
        }
    }
    return csv.text();
}

std::string densityTable(const Densities& densities) {
    store::Csv csv{"format", "sign", "exponent", "values", "subnormal"};
    for (const FormatUse& use : densities.uses) {
        const bool negative = densities.value < 0.0;
        for (const format::Binade& binade : format::binades(representableValues(use, densities.value), negative)) {
            csv.cell(format::tensorFormatName(use.format))
                .cell(negative ? -1 : 1)
                .cell(binade.exponent)
                .cell(binade.count)
                .cell(binade.subnormal ? 1 : 0);
            csv.endRow();
        }
    }
    return csv.text();
}

/// As wide as the options have it and as high as the lines need.
PictureSize sizeFor(qreal height, const FigureOptions& options) {
    PictureSize size = sheetSize(options, 0);
    const qreal em = QFontMetricsF(printLook(options).font).height();
    size.units.setHeight(static_cast<int>(std::ceil(height + kAroundPlot * em)));
    return size;
}

} // namespace

Figure numberLineFigure(const NumberLines& lines, const FigureOptions& options) {
    const QString title = NumberLineFigureText::tr("Values of %1").arg(namesOf(lines.uses));
    return {.name = QStringLiteral("number-line"),
            .title = title,
            .size = sizeFor(
                NumberLinePlot::height(lines.uses.size(), sheetSize(options, 0).units.width(), printLook(options)),
                options),
            .paint =
                [=](QPainter& painter, const QRectF& sheet, const PlotLook& look) {
                    NumberLinePlot(lines, look, paintSheet(painter, sheet, title, {}, true, look)).paint(painter);
                },
            .csv = linesTable(lines)};
}

Figure densityFigure(const Densities& densities, const FigureOptions& options) {
    const QString title = (densities.value < 0.0 ? NumberLineFigureText::tr("Negative values in each power of two: %1")
                                                 : NumberLineFigureText::tr("Positive values in each power of two: %1"))
                              .arg(namesOf(densities.uses));
    return {.name = QStringLiteral("density"),
            .title = title,
            .size = sizeFor(DensityPlot::height(densities.uses.size(), printLook(options)), options),
            .paint =
                [=](QPainter& painter, const QRectF& sheet, const PlotLook& look) {
                    DensityPlot(densities, look, paintSheet(painter, sheet, title, {}, true, look)).paint(painter);
                },
            .csv = densityTable(densities)};
}

} // namespace roundoff::ui
