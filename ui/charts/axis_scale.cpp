// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/axis_scale.h"

#include <array>
#include <cmath>

namespace roundoff::ui {

namespace {

constexpr double kLargestPlain = 1e6;
constexpr double kSmallestPlain = 1e-3;
/// Absorbs the rounding error of a division whose exact result is whole.
constexpr double kSlack = 1e-9;

QString superscript(int number) {
    static constexpr std::array<char16_t, 10> kDigits{u'⁰', u'¹', u'²', u'³', u'⁴', u'⁵', u'⁶', u'⁷', u'⁸', u'⁹'};
    QString text;
    for (const QChar character : QString::number(number)) {
        text += character == u'-' ? QChar(u'⁻') : QChar(kDigits[static_cast<std::size_t>(character.digitValue())]);
    }
    return text;
}

/// A number with so many decimals, zeros included, so that the labels of an axis look alike.
QString fixed(double value, int decimals, const QLocale& locale) {
    // Without this a tick at a rounding error below zero would read "-0".
    return locale.toString(std::abs(value) < 0.5 * std::pow(10.0, -decimals) ? 0.0 : value, 'f', decimals);
}

/// 2×10⁻⁵, or 10⁻⁵ when the factor is 1.
QString scientific(double value, int significantDecimals, const QLocale& locale) {
    const int exponent = static_cast<int>(std::floor(std::log10(std::abs(value)) + kSlack));
    const double factor = value / std::pow(10.0, exponent);
    QString power = QStringLiteral("10") + superscript(exponent);
    if (std::abs(factor - 1.0) < kSlack) {
        return power;
    }
    return fixed(factor, significantDecimals, locale) + u'×' + power;
}

int decimalsOf(double step) {
    return std::max(0, -static_cast<int>(std::floor(std::log10(step) + kSlack)));
}

QString linearLabel(double value, double step, const Range& range, NumberStyle style, const QLocale& locale) {
    if (style == NumberStyle::Percent) {
        return QStringLiteral("%1 %").arg(fixed(100.0 * value, decimalsOf(100.0 * step), locale));
    }
    const double largest = std::max(std::abs(range.low), std::abs(range.high));
    const bool nearZero = std::abs(value) < 0.5 * step;
    if (nearZero) {
        return fixed(0.0, largest >= kLargestPlain || step < kSmallestPlain / 10.0 ? 0 : decimalsOf(step), locale);
    }
    if (largest >= kLargestPlain || largest < kSmallestPlain) {
        const double unit = std::pow(10.0, std::floor(std::log10(std::abs(value)) + kSlack));
        return scientific(value, decimalsOf(step / unit), locale);
    }
    return fixed(value, decimalsOf(step), locale);
}

QString powerLabel(double value, const QLocale& locale) {
    if (value >= kSmallestPlain * (1.0 - kSlack) && value < kLargestPlain / 10.0) {
        return fixed(value, decimalsOf(value), locale);
    }
    return scientific(value, 0, locale);
}

double linearStep(AxisKind kind, double span, int maxTicks) {
    const double step = niceStep(span, maxTicks);
    return kind == AxisKind::Integer ? std::max(1.0, step) : step;
}

QList<Tick> linearTicks(const AxisScale& axis, double step, const QLocale& locale) {
    QList<Tick> ticks;
    const double first = std::ceil(axis.range.low / step - kSlack);
    const double last = std::floor(axis.range.high / step + kSlack);
    for (double index = first; index <= last; index += 1.0) {
        const double value = index * step;
        ticks.append({value, linearLabel(value, step, axis.range, axis.style, locale)});
    }
    return ticks;
}

/// Ticks of a logarithmic axis over several decades or powers of two.
QList<Tick> powerTicks(const AxisScale& axis, int maxTicks, const QLocale& locale) {
    const bool decimal = axis.kind == AxisKind::Logarithmic;
    const double perPower = decimal ? 1.0 : std::log10(2.0);
    const int first = static_cast<int>(std::ceil(std::log10(axis.range.low) / perPower - kSlack));
    const int last = static_cast<int>(std::floor(std::log10(axis.range.high) / perPower + kSlack));
    const int powers = last - first + 1;
    const int every = std::max(1, (powers + maxTicks - 1) / maxTicks);
    const bool multiples = decimal && every == 1;
    const bool labelMultiples = multiples && 3 * powers <= maxTicks;
    QList<Tick> ticks;
    for (int power = first - 1; power <= last; ++power) {
        const double base = decimal ? std::pow(10.0, power) : std::ldexp(1.0, power);
        for (int multiple = 1; multiple <= (multiples ? 9 : 1); ++multiple) {
            const double value = base * multiple;
            if (!axis.range.contains(value) && std::abs(axis.fraction(value) - 0.5) > 0.5 + kSlack) {
                continue;
            }
            const bool labelled = multiple == 1 ? power % every == 0
                                                : labelMultiples && (multiple == 2 || multiple == 5);
            QString label;
            if (labelled) {
                label = decimal ? powerLabel(value, locale) : QStringLiteral("2") + superscript(power);
            }
            ticks.append({value, label});
        }
    }
    return ticks;
}

qsizetype labelledCount(const QList<Tick>& ticks) {
    return std::count_if(ticks.begin(), ticks.end(), [](const Tick& tick) { return !tick.label.isEmpty(); });
}

/// The nearest of 1, 2, 5 times a power of ten that is not above a positive value, or not below it.
double roundMultiple(double value, bool upward) {
    const double power = std::pow(10.0, std::floor(std::log10(value) + kSlack));
    double below = power;
    for (const double multiple : {1.0, 2.0, 5.0, 10.0}) {
        const double candidate = multiple * power;
        if (upward && candidate >= value * (1.0 - kSlack)) {
            return candidate;
        }
        below = candidate <= value * (1.0 + kSlack) ? candidate : below;
    }
    return below;
}

double roundPowerOfTwo(double value, bool upward) {
    const double exponent = std::log2(value);
    return std::exp2(upward ? std::ceil(exponent - kSlack) : std::floor(exponent + kSlack));
}

/// A range that has an extent and, on a logarithmic axis, is positive.
Range usable(AxisKind kind, NumberStyle style, Range data, bool logarithmic) {
    if (data.isEmpty() || !std::isfinite(data.low) || !std::isfinite(data.high)) {
        return logarithmic ? Range{0.1, 10.0} : Range{0.0, 1.0};
    }
    if (logarithmic) {
        if (data.high <= 0.0) {
            return {0.1, 10.0};
        }
        data.low = data.low > 0.0 ? data.low : data.high / 1000.0;
        return data.high / data.low > 1.0 + kSlack ? data : Range{data.low / 2.0, data.high * 2.0};
    }
    const double magnitude = std::max(std::abs(data.low), std::abs(data.high));
    if (data.span() > kSlack * magnitude) {
        return data;
    }
    const double margin = kind == AxisKind::Integer ? 1.0 : magnitude > 0.0 ? 0.05 * magnitude : 1.0;
    const Range widened{data.low - margin, data.high + margin};
    const bool fraction = style == NumberStyle::Percent && data.low >= 0.0 && data.high <= 1.0;
    return fraction ? Range{std::max(0.0, widened.low), std::min(1.0, widened.high)} : widened;
}

} // namespace

bool AxisScale::canShow(double value) const {
    return std::isfinite(value) && (!isLogarithmic() || value > 0.0);
}

double AxisScale::toLinear(double value) const {
    return isLogarithmic() ? std::log10(value) : value;
}

double AxisScale::fromLinear(double position) const {
    return isLogarithmic() ? std::pow(10.0, position) : position;
}

double AxisScale::fraction(double value) const {
    const double low = toLinear(range.low);
    return (toLinear(value) - low) / (toLinear(range.high) - low);
}

double AxisScale::valueAt(double fraction) const {
    const double low = toLinear(range.low);
    return fromLinear(low + fraction * (toLinear(range.high) - low));
}

double niceStep(double span, int intervals) {
    const double raw = span / std::max(1, intervals);
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    for (const double multiple : {1.0, 2.0, 5.0}) {
        if (raw <= multiple * power * (1.0 + kSlack)) {
            return multiple * power;
        }
    }
    return 10.0 * power;
}

AxisScale makeAxis(AxisKind kind, NumberStyle style, Range data, Fit fit, int maxTicks, const QLocale& locale) {
    AxisScale axis{.kind = kind, .style = style, .range = {}, .ticks = {}};
    axis.range = usable(kind, style, data, axis.isLogarithmic());
    maxTicks = std::max(3, maxTicks); // -1, 0, 1 cannot be had with fewer

    if (axis.isLogarithmic()) {
        const auto round = kind == AxisKind::Logarithmic ? roundMultiple : roundPowerOfTwo;
        if (kind == AxisKind::PowersOfTwo && fit == Fit::Nice) {
            // Loss scales are powers of two themselves: without a margin their line would lie on the frame.
            axis.range = {axis.range.low / 2.0, axis.range.high * 2.0};
        }
        if (fit == Fit::Nice) {
            axis.range.low = round(axis.range.low, false);
        }
        if (fit != Fit::Exact) {
            axis.range.high = round(axis.range.high, true);
        }
        axis.ticks = powerTicks(axis, maxTicks, locale);
        // Zoomed into a part of a decade there are no powers left: ticks as on a linear axis, at unequal distances.
        if (labelledCount(axis.ticks) < 2 && axis.range.high < 100.0 * axis.range.low) {
            axis.ticks = linearTicks(axis, linearStep(kind, axis.range.span(), maxTicks), locale);
        }
        return axis;
    }

    // Moving the ends outward can add ticks beyond the limit, which then asks for the next larger step.
    const Range wanted = axis.range;
    double step = linearStep(kind, wanted.span(), maxTicks);
    for (;; step = niceStep(1.5 * step, 1)) {
        const double first = fit == Fit::Nice ? std::floor(wanted.low / step + kSlack)
                                              : std::ceil(wanted.low / step - kSlack);
        const double last = fit == Fit::Exact ? std::floor(wanted.high / step + kSlack)
                                              : std::ceil(wanted.high / step - kSlack);
        if (last - first < maxTicks) {
            axis.range = {fit == Fit::Nice ? first * step : wanted.low, fit == Fit::Exact ? wanted.high : last * step};
            break;
        }
    }
    axis.ticks = linearTicks(axis, step, locale);
    return axis;
}

QString readableNumber(double value, NumberStyle style, const QLocale& locale) {
    if (std::isnan(value)) {
        return QStringLiteral("NaN");
    }
    if (std::isinf(value)) {
        return value > 0 ? QStringLiteral("∞") : QStringLiteral("−∞");
    }
    if (style == NumberStyle::Percent) {
        return QStringLiteral("%1 %").arg(locale.toString(100.0 * value, 'f', 2));
    }
    const double magnitude = std::abs(value);
    if (magnitude != 0.0 && (magnitude < kSmallestPlain / 10.0 || magnitude >= kLargestPlain * 10.0)) {
        return scientific(value, 3, locale);
    }
    if (value == std::floor(value)) {
        return locale.toString(value, 'f', 0);
    }
    const int decimals = std::clamp(3 - static_cast<int>(std::floor(std::log10(magnitude))), 0, 7);
    return locale.toString(value, 'f', decimals);
}

} // namespace roundoff::ui
