// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/value_axis.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QLocale>

#include "ui/figures/number_text.h"

namespace roundoff::ui {

namespace {

constexpr double kLinearRatio = 20.0;
constexpr double kMargin = 0.06; // Of the axis, on either side.
constexpr qsizetype kMostValues = 16;
constexpr std::size_t kLongestLabel = 7;

bool isPowerOfTen(double value) {
    const double power = std::log10(std::abs(value));
    return value > 0.0 && std::abs(power - std::round(power)) < 1e-9;
}

/// Labels the ticks that have room: powers of ten first, then the outermost values, then the rest.
void label(AxisScale& axis, qreal width, const PlotLook& look) {
    QList<qsizetype> order;
    for (qsizetype i = 0; i < axis.ticks.size(); ++i) {
        order.append(i);
    }
    const auto rank = [&](qsizetype i) {
        return isPowerOfTen(axis.ticks[i].value) ? 0 : i == 0 || i + 1 == axis.ticks.size() ? 1 : 2;
    };
    std::stable_sort(order.begin(), order.end(), [&](qsizetype a, qsizetype b) { return rank(a) < rank(b); });
    const QFontMetricsF metrics(look.font);
    QList<Range> taken;
    for (const qsizetype i : std::as_const(order)) {
        const QString text = valueLabel(axis.ticks[i].value);
        const qreal centre = axis.fraction(axis.ticks[i].value) * width;
        const qreal half = metrics.horizontalAdvance(text) / 2.0 + 0.6 * metrics.averageCharWidth();
        const Range place{centre - half, centre + half};
        if (std::none_of(taken.begin(), taken.end(),
                         [&](const Range& other) { return place.low < other.high && other.low < place.high; })) {
            axis.ticks[i].label = text;
            taken.append(place);
        }
    }
}

} // namespace

QString valueLabel(double value) {
    return plainText(ExactDecimal::typed(value), kLongestLabel);
}

AxisScale valueAxis(const QList<double>& values, qreal width, const PlotLook& look) {
    QList<double> distinct = values;
    std::sort(distinct.begin(), distinct.end());
    distinct.erase(std::unique(distinct.begin(), distinct.end()), distinct.end());
    const double low = distinct.front();
    const double high = distinct.back();
    AxisScale axis;
    axis.kind = low > 0.0 && high > kLinearRatio * low ? AxisKind::Logarithmic : AxisKind::Linear;
    if (axis.isLogarithmic()) {
        const double factor = std::pow(high / low, kMargin);
        axis.range = {low / factor, high * factor};
    } else {
        const double margin = high > low ? kMargin * (high - low) : std::max(1.0, std::abs(high));
        axis.range = {low - margin, high + margin};
    }
    if (distinct.size() > kMostValues) {
        const int most = static_cast<int>(width / (5.0 * QFontMetricsF(look.font).height()));
        return makeAxis(axis.kind, NumberStyle::Plain, axis.range, Fit::Exact, most, QLocale::c());
    }
    for (const double value : std::as_const(distinct)) {
        axis.ticks.append({value, QString()});
    }
    label(axis, width, look);
    return axis;
}

} // namespace roundoff::ui
