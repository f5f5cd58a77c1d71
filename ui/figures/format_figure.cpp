// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/format_figure.h"

#include <cmath>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>

#include "core/base/error.h"
#include "core/format/names.h"
#include "core/store/csv.h"
#include "ui/figures/figure_kinds.h"
#include "ui/figures/figure_sheet.h"
#include "ui/figures/format_bits.h"
#include "ui/figures/format_diagram.h"
#include "ui/figures/number_text.h"

namespace roundoff::ui {

namespace {

struct FormatFigureText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

// The paper's example.
constexpr double kValue = 12.345;
constexpr format::Decimal kFormat{3};
constexpr std::size_t kTitleDigits = 12;

double valueOf(const KindOptions& kind) {
    const QString text = optionOf(kind, "value");
    if (text.isEmpty()) {
        return kValue;
    }
    bool valid = false;
    const double value = QLocale::c().toDouble(text, &valid);
    if (!valid) {
        throw InputError("figure option \"value\" is \"" + text.toStdString() + "\": write a number such as 12.345");
    }
    return value;
}

std::string table(const FormatUse& use, double value) {
    const FormatBits bits = takeApart(use, value);
    std::string code;
    for (const BitGroup& group : bits.groups) {
        code += (code.empty() ? "" : " ") + group.bits;
    }
    const bool shared = hasSharedScale(use);
    store::Csv csv = shared ? store::Csv{"format",      "rounding", "value",    "stored", "bits",      "negative",
                                         "significand", "base",     "exponent", "scale",  "zero_point"}
                            : store::Csv{"format",   "rounding",    "value", "stored",  "bits",
                                         "negative", "significand", "base",  "exponent"};
    csv.cell(format::tensorFormatName(use.format))
        .cell(format::name(use.rounding))
        .cell(value)
        .cell(bits.stored)
        .cell(code)
        .cell(bits.negative ? 1 : 0)
        .cell(bits.significand)
        .cell(bits.base)
        .cell(bits.exponent);
    if (shared) {
        csv.cell(bits.shared ? std::optional(bits.shared->scale) : std::nullopt)
            .cell(bits.shared ? std::optional(bits.shared->zeroPoint) : std::nullopt);
    }
    csv.endRow();
    return csv.text();
}

} // namespace

Figure storedNumberFigure(const FormatUse& use, double value, const FigureOptions& options) {
    const QString title = FormatFigureText::tr("%1 in %2")
                              .arg(finiteText(value, ExactDecimal::typed, kTitleDigits), nameOf(use));
    const PaintFigure paint = [=](QPainter& painter, const QRectF& sheet, const PlotLook& look) {
        const QRectF rest = paintSheet(painter, sheet, title, {}, true, look);
        paintFormatDiagram(painter, rest, use, value, look);
    };
    // As high as it is, not as the options have it: there is nothing to stretch.
    PictureSize size = sheetSize(options, 0);
    const PlotLook look = printLook(options);
    const qreal em = QFontMetricsF(look.font).height();
    size.units.setHeight(
        static_cast<int>(std::ceil(formatDiagramHeight(use, value, size.units.width() - 2.0 * em, look) + 4.0 * em)));
    return {.name = QStringLiteral("format"), .title = title, .size = size, .paint = paint, .csv = table(use, value)};
}

std::optional<Figure> formatFigure(const SharedData&, const FigureOptions& options, const KindOptions& kind) {
    const double value = valueOf(kind);
    const QString name = optionOf(kind, "format");
    const QString mode = optionOf(kind, "rounding");
    FormatUse use;
    use.format = name.isEmpty() ? format::Format(kFormat) : format::parseTensorFormat(name.toStdString());
    use.rounding = mode.isEmpty() ? format::Rounding::NearestEven : format::parseRounding(mode.toStdString());
    return storedNumberFigure(use, value, options);
}

} // namespace roundoff::ui
