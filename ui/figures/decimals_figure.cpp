// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_kinds.h"

#include <algorithm>
#include <cstdint>
#include <variant>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include "core/format/names.h"
#include "core/store/csv.h"
#include "ui/figures/figure_sheet.h"
#include "ui/figures/figure_statistics.h"

namespace roundoff::ui {

namespace {

struct DecimalsFigureText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

constexpr double kWidestNames = 0.25; // Of the levels, beside the plot.

struct Point {
    int digits = 0;
    Summary accuracy;
    int fewestBits = 0;
    int mostBits = 0;
};

/// One rounding mode of one group.
struct Line {
    const FigureGroup* group;
    format::Rounding rounding;
    QString name;
    QList<Point> points; ///< By rising digits.
};

std::optional<int> digitsOf(const FigureDeployment& deployment) {
    if (!deployment.what || deployment.what->scope != deploy::Scope::Weights) {
        return std::nullopt;
    }
    const auto* decimal = format::scalarFormatOf<format::Decimal>(deployment.what->format);
    return decimal != nullptr ? std::optional(decimal->digits) : std::nullopt;
}

/// The deployments of a group's runs that are decimals of this rounding, one point for each number of digits.
QList<Point> pointsOf(const FigureGroup& group, format::Rounding rounding) {
    QMap<int, QList<double>> accuracies;
    QMap<int, Range> bits;
    for (const FigureRun& run : group.runs) {
        for (const FigureDeployment& deployment : run.deployments) {
            if (const auto digits = digitsOf(deployment); digits && deployment.what->rounding == rounding) {
                accuracies[*digits].append(deployment.testAccuracy);
                bits[*digits].include(deployment.bitsPerWeight);
            }
        }
    }
    QList<Point> points;
    for (auto at = accuracies.cbegin(); at != accuracies.cend(); ++at) {
        if (const std::optional<Summary> summary = summarise(at.value())) {
            points.append(
                {at.key(), *summary, static_cast<int>(bits[at.key()].low), static_cast<int>(bits[at.key()].high)});
        }
    }
    return points;
}

QList<Line> linesOf(const FigureData& data) {
    QList<Line> lines;
    for (const FigureGroup& group : data.groups) {
        for (const auto rounding :
             {format::Rounding::NearestEven, format::Rounding::NearestAway, format::Rounding::TowardZero,
              format::Rounding::Up, format::Rounding::Down, format::Rounding::Stochastic}) {
            if (const QList<Point> points = pointsOf(group, rounding); !points.isEmpty()) {
                const std::string_view text = format::name(rounding);
                QString name = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
                if (data.groups.size() > 1) {
                    name = QStringLiteral("%1, %2").arg(group.label, name);
                }
                lines.append({&group, rounding, name, points});
            }
        }
    }
    return lines;
}

/// Mean accuracy of the weights as they were trained, of the groups that have decimals.
std::optional<Summary> trainedOf(const QList<Line>& lines) {
    QList<double> values;
    const FigureGroup* last = nullptr;
    for (const Line& line : lines) {
        values += line.group != last ? testAccuracies(*line.group) : QList<double>();
        last = line.group;
    }
    return summarise(values);
}

/// Digits and, beneath, the bits that a weight takes.
AxisScale digitsAxis(const QList<Line>& lines) {
    Range range;
    for (const Line& line : lines) {
        for (const Point& point : line.points) {
            range.include(point.digits);
        }
    }
    AxisScale axis{.kind = AxisKind::Integer,
                   .style = NumberStyle::Plain,
                   .range = {range.low - 0.5, range.high + 0.5},
                   .ticks = {}};
    for (int digits = static_cast<int>(range.low); digits <= static_cast<int>(range.high); ++digits) {
        axis.ticks.append({static_cast<double>(digits), QString::number(digits)});
    }
    return axis;
}

QString bitsText(const QList<Line>& lines, int digits) {
    Range bits;
    for (const Line& line : lines) {
        for (const Point& point : line.points) {
            if (point.digits == digits) {
                bits.include(point.fewestBits);
                bits.include(point.mostBits);
            }
        }
    }
    return bits.isEmpty()          ? QString()
           : bits.low == bits.high ? QString::number(bits.low)
                                   : QStringLiteral("%1–%2").arg(bits.low).arg(bits.high);
}

/// Where the name of a level stands: beside the plot, or in it above its line.
enum class LevelName : std::uint8_t { Beside, Left, Right };

void paintLevel(QPainter& painter, const QRectF& plot, const AxisScale& y, double value, const QString& name,
                Qt::PenStyle dash, LevelName where, const PlotLook& look) {
    const QFontMetricsF metrics(look.font);
    const qreal height = plot.bottom() - y.fraction(value) * plot.height();
    painter.setPen(QPen(look.text, look.thinLine, dash, Qt::FlatCap));
    painter.drawLine(QPointF(plot.left(), height), QPointF(plot.right(), height));
    const qreal left = plot.left() + 0.3 * metrics.height();
    const qreal right = plot.right() - metrics.horizontalAdvance(name);
    const qreal above = height - 0.3 * metrics.height();
    painter.setFont(look.font);
    painter.setPen(look.text);
    painter.drawText(where == LevelName::Beside ? QPointF(plot.right() + 0.4 * metrics.height(),
                                                          height + (metrics.ascent() - metrics.descent()) / 2.0)
                                                : QPointF(where == LevelName::Left ? left : right, above),
                     name);
}

void paintPlot(QPainter& painter, const QRectF& sheet, const FigureData& data, const PlotLook& look) {
    const QList<Line> lines = linesOf(data);
    QList<GroupInfo> infos;
    for (const Line& line : lines) {
        infos.append({line.name, line.group->precision});
    }
    const QList<SeriesStyle> styles = stylesForGroups(infos, isDark(look));
    QList<LegendEntry> legend;
    Range values;
    bool repeated = false;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        legend.append({DecimalsFigureText::tr("rounding %1").arg(lines[i].name), styles[i]});
        for (const Point& point : lines[i].points) {
            values.include(std::max(0.0, point.accuracy.mean - point.accuracy.deviation));
            values.include(std::min(1.0, point.accuracy.mean + point.accuracy.deviation));
            repeated = repeated || point.accuracy.count > 1;
        }
    }
    const std::optional<Summary> trained = trainedOf(lines);
    const double chance = data.classes > 0 ? 1.0 / data.classes : -1.0;
    values.include(trained ? trained->mean : values.high);
    values.include(chance > 0.0 ? chance : values.low);
    const QString trainedName = trained ? DecimalsFigureText::tr("as trained, %1 %")
                                              .arg(QLocale::c().toString(100.0 * trained->mean, 'f', 1))
                                        : QString();
    const QString chanceName = DecimalsFigureText::tr("chance, %1 %")
                                   .arg(QLocale::c().toString(100.0 * chance, 'g', 3));

    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    PlotAxes axes;
    axes.x = digitsAxis(lines);
    axes.y = makeAxis(AxisKind::Linear, NumberStyle::Percent, {0.0, values.high}, Fit::Nice,
                      static_cast<int>(sheet.height() / (3.5 * em)), QLocale::c());
    axes.yTitle = repeated ? DecimalsFigureText::tr("Test accuracy (mean ± standard deviation)")
                           : DecimalsFigureText::tr("Test accuracy");
    const QRectF rest = paintSheet(painter, sheet, data.title, legend, axes.y.range.low <= 0.0, look);
    QMarginsF margins = plotMargins(axes, look);
    const qreal names = std::max(metrics.horizontalAdvance(trainedName), metrics.horizontalAdvance(chanceName));
    const bool narrow = names > kWidestNames * rest.width();
    margins.setRight(narrow ? 0.5 * em : names + 0.8 * em);
    margins.setBottom(margins.bottom() + 2.6 * em); // The bits, and the axis' two titles.
    const QRectF plot = rest.marginsRemoved(margins);
    paintAxes(painter, plot, axes, look);

    const qreal bitsLine = plot.bottom() + 5.0 * look.hair + metrics.ascent() + 1.1 * em;
    painter.setPen(look.mutedText);
    for (const Tick& tick : std::as_const(axes.x.ticks)) {
        const QString text = bitsText(lines, static_cast<int>(tick.value));
        const qreal x = plot.left() + axes.x.fraction(tick.value) * plot.width();
        painter.drawText(QPointF(x - metrics.horizontalAdvance(text) / 2.0, bitsLine), text);
    }
    painter.setPen(look.text);
    const QString title = DecimalsFigureText::tr("Decimals kept, and below them the bits per weight");
    const QString elided = metrics.elidedText(title, Qt::ElideRight, rest.width());
    painter.drawText(QPointF(std::clamp(plot.center().x() - metrics.horizontalAdvance(elided) / 2.0, rest.left(),
                                        std::max(rest.left(), rest.right() - metrics.horizontalAdvance(elided))),
                             bitsLine + 1.5 * em),
                     elided);
    if (trained) {
        paintLevel(painter, plot, axes.y, trained->mean, trainedName, Qt::DashLine,
                   narrow ? LevelName::Left : LevelName::Beside, look);
    }
    if (chance > 0.0) {
        paintLevel(painter, plot, axes.y, chance, chanceName, Qt::DotLine,
                   narrow ? LevelName::Right : LevelName::Beside, look);
    }
    for (qsizetype i = 0; i < lines.size(); ++i) {
        PlotCurve curve;
        curve.style = styles[i];
        for (const Point& point : lines[i].points) {
            curve.curve.line.append({static_cast<double>(point.digits), point.accuracy.mean});
            const auto place = [&](double value) {
                return plotPosition(
                    plot, axes.x, axes.y,
                    {static_cast<double>(point.digits), std::clamp(value, axes.y.range.low, axes.y.range.high)});
            };
            paintErrorBar(painter, place(point.accuracy.mean - point.accuracy.deviation),
                          place(point.accuracy.mean + point.accuracy.deviation), styles[i].colour, look);
        }
        paintLines(painter, plot, axes, curve, look);
        paintMarkers(painter, plot, axes, curve, look);
    }
}

std::string table(const FigureData& data) {
    store::Csv csv{"group", "precision", "rounding", "decimals", "n", "mean", "sd", "bits_min", "bits_max"};
    for (const Line& line : linesOf(data)) {
        for (const Point& point : line.points) {
            csv.cell(line.group->label.toStdString())
                .cell(line.group->precision.toStdString())
                .cell(format::name(line.rounding))
                .cell(point.digits)
                .cell(point.accuracy.count)
                .cell(point.accuracy.mean)
                .cell(point.accuracy.deviation)
                .cell(point.fewestBits)
                .cell(point.mostBits);
            csv.endRow();
        }
    }
    return csv.text();
}

} // namespace

std::optional<Figure> decimalsFigure(const SharedData& data, const FigureOptions& options, const KindOptions&) {
    const QList<Line> lines = linesOf(*data);
    if (lines.isEmpty()) {
        return {};
    }
    const PaintFigure paint = [data](QPainter& painter, const QRectF& sheet, const PlotLook& look) {
        paintPlot(painter, sheet, *data, look);
    };
    return Figure{.name = QStringLiteral("decimals"),
                  .title = data->title,
                  .size = sheetSize(options, 0),
                  .paint = paint,
                  .csv = table(*data)};
}

} // namespace roundoff::ui
