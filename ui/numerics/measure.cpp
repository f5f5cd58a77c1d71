// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/measure.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace roundoff::ui {
namespace {

struct MeasureText {
    Q_DECLARE_TR_FUNCTIONS(Numerics)
};

constexpr double kFaintestShare = 1e-4;
constexpr double kNoNoiseDb = 60.0;

std::optional<double> share(std::uint64_t part, std::uint64_t whole) {
    return whole == 0 ? std::nullopt : std::optional(static_cast<double>(part) / static_cast<double>(whole));
}

bool isShare(Measure measure) {
    return measure != Measure::SignalToNoise && measure != Measure::GradientNorm;
}

QString percent(double fraction) {
    const QLocale locale;
    const double value = 100.0 * fraction;
    if (value == 0.0 || value == 100.0) {
        return QStringLiteral("%1\u00a0%").arg(locale.toString(value, 'f', 0));
    }
    constexpr double kLeast = 0.01;
    if (value < kLeast) {
        return QStringLiteral("<\u00a0%1\u00a0%").arg(locale.toString(kLeast, 'f', 2));
    }
    // Not quite all must not read as all.
    constexpr double kMost = 99.9;
    if (value > kMost) {
        return QStringLiteral(">\u00a0%1\u00a0%").arg(locale.toString(kMost, 'f', 1));
    }
    return QStringLiteral("%1\u00a0%").arg(locale.toString(value, 'f', value < 1.0 ? 2 : 1));
}

QString line(const QString& what, std::uint64_t count, std::uint64_t whole) {
    const QString number = QLocale().toString(static_cast<qulonglong>(count));
    return whole == 0 ? QStringLiteral("%1: %2").arg(what, number)
                      : QStringLiteral("%1: %2 (%3)").arg(what, number, percent(*share(count, whole)));
}

} // namespace

bool isByRole(Measure measure) {
    return measure != Measure::SwallowedUpdates && measure != Measure::AccumulatorStagnation &&
           measure != Measure::GradientNorm;
}

QString measureName(Measure measure) {
    switch (measure) {
    case Measure::Underflowed: return MeasureText::tr("Underflowed to zero");
    case Measure::Subnormal: return MeasureText::tr("Subnormal");
    case Measure::Overflowed: return MeasureText::tr("Overflowed");
    case Measure::Saturated: return MeasureText::tr("Saturated");
    case Measure::SignalToNoise: return MeasureText::tr("Signal to quantisation noise");
    case Measure::SwallowedUpdates: return MeasureText::tr("Swallowed updates");
    case Measure::AccumulatorStagnation: return MeasureText::tr("Accumulator stagnation");
    case Measure::GradientNorm: break;
    }
    return MeasureText::tr("Gradient norm");
}

QString measureHelp(Measure measure) {
    switch (measure) {
    case Measure::Underflowed:
        return MeasureText::tr("Share of the values that rounding made zero, of those that were not zero");
    case Measure::Subnormal:
        return MeasureText::tr(
            "Share of the values below the format's smallest normal value, where it has fewer bits, of "
            "those that were not zero");
    case Measure::Overflowed:
        return MeasureText::tr("Share of the values that rounding made infinite or NaN, of those that were not zero");
    case Measure::Saturated:
        return MeasureText::tr(
            "Share of the values beyond the format's largest one that became that one, of those that were "
            "not zero");
    case Measure::SignalToNoise:
        return MeasureText::tr(
            "How much stronger the values are than what rounding changed of them, in decibels: 6 dB are a "
            "bit");
    case Measure::SwallowedUpdates:
        return MeasureText::tr(
            "Share of the weights that their step left as they were, of those whose step was not zero");
    case Measure::AccumulatorStagnation:
        return MeasureText::tr(
            "Share of the additions to running sums that left the sum as it was, in a narrow accumulator");
    case Measure::GradientNorm: break;
    }
    return MeasureText::tr("Norm of the layer's gradients, unscaled and before clipping");
}

QString measureKey(Measure measure) {
    switch (measure) {
    case Measure::Underflowed: return QStringLiteral("underflowed");
    case Measure::Subnormal: return QStringLiteral("subnormal");
    case Measure::Overflowed: return QStringLiteral("overflowed");
    case Measure::Saturated: return QStringLiteral("saturated");
    case Measure::SignalToNoise: return QStringLiteral("sqnr_db");
    case Measure::SwallowedUpdates: return QStringLiteral("swallowed");
    case Measure::AccumulatorStagnation: return QStringLiteral("stagnated");
    case Measure::GradientNorm: break;
    }
    return QStringLiteral("gradient_norm");
}

QString measureSubject(Measure measure) {
    switch (measure) {
    case Measure::SwallowedUpdates: return MeasureText::tr("Updates");
    case Measure::AccumulatorStagnation: return MeasureText::tr("Accumulator");
    case Measure::GradientNorm: return MeasureText::tr("Gradients");
    default: return {};
    }
}

nn::Role measureRole(Measure measure) {
    switch (measure) {
    case Measure::GradientNorm: return nn::Role::Gradients;
    case Measure::AccumulatorStagnation: return nn::Role::Activations;
    default: return nn::Role::Weights;
    }
}

std::optional<double> measured(Measure measure, const nn::RoleTelemetry& role) {
    const std::uint64_t nonZero = role.counts.values - std::min(role.counts.zero, role.counts.values);
    switch (measure) {
    case Measure::Underflowed: return share(role.counts.underflowed, nonZero);
    case Measure::Subnormal: return share(role.counts.subnormal, nonZero);
    case Measure::Overflowed: return share(role.counts.overflowed, nonZero);
    case Measure::Saturated: return share(role.counts.saturated, nonZero);
    case Measure::SignalToNoise: return role.signalToNoiseDb();
    default: return std::nullopt;
    }
}

std::optional<double> measured(Measure measure, const nn::LayerTelemetry& layer) {
    switch (measure) {
    case Measure::SwallowedUpdates: return share(layer.swallowed, layer.updates);
    case Measure::AccumulatorStagnation: return share(layer.stagnated, layer.additions);
    case Measure::GradientNorm: return layer.gradientNorm;
    default: return std::nullopt;
    }
}

QString measuredText(Measure measure, double value) {
    if (isShare(measure)) {
        return percent(value);
    }
    if (std::isnan(value)) {
        return QStringLiteral("NaN");
    }
    if (std::isinf(value)) {
        // No noise at all, or a gradient beyond all bounds.
        return measure == Measure::SignalToNoise && value > 0.0 ? MeasureText::tr("exact") : QStringLiteral("\u221e");
    }
    return measure == Measure::SignalToNoise ? QStringLiteral("%1\u00a0dB").arg(QLocale().toString(value, 'f', 1))
                                             : QLocale().toString(value, 'g', 3);
}

std::optional<double> measuredStrength(Measure measure, double value) {
    if (measure == Measure::GradientNorm) {
        return std::nullopt;
    }
    if (measure == Measure::SignalToNoise) {
        return std::clamp(1.0 - value / kNoNoiseDb, 0.0, 1.0);
    }
    // What there is at all can be seen.
    constexpr double kLeast = 0.05;
    return value <= 0.0 ? 0.0 : std::clamp(1.0 - std::log10(value) / std::log10(kFaintestShare), kLeast, 1.0);
}

Quantity measuredQuantity(Measure measure) {
    return {.name = measureName(measure),
            .column = measureKey(measure),
            .ofEpoch = {},
            .ofStep = {},
            .axis = measure == Measure::GradientNorm ? AxisKind::Logarithmic : AxisKind::Linear,
            .style = isShare(measure) ? NumberStyle::Percent : NumberStyle::Plain,
            .fromZero = isShare(measure),
            .unused = {}};
}

QString countsText(const nn::RoleTelemetry& role) {
    const nn::RoundingCounts& counts = role.counts;
    const std::uint64_t nonZero = counts.values - std::min(counts.zero, counts.values);
    QStringList lines{
        MeasureText::tr("%1 values were looked at, of which %2 were zero")
            .arg(QLocale().toString(static_cast<qulonglong>(counts.values)),
                 QLocale().toString(static_cast<qulonglong>(counts.zero))),
        line(measureName(Measure::Underflowed), counts.underflowed, nonZero),
        line(measureName(Measure::Subnormal), counts.subnormal, nonZero),
        line(measureName(Measure::Overflowed), counts.overflowed, nonZero),
        line(measureName(Measure::Saturated), counts.saturated, nonZero),
        line(MeasureText::tr("Infinite or NaN"), counts.nonFinite, counts.values),
    };
    if (counts.nanReplaced > 0) {
        lines << line(MeasureText::tr("NaN, which the format has not"), counts.nanReplaced, counts.values);
    }
    if (const std::optional<double> noise = role.signalToNoiseDb()) {
        lines << QStringLiteral("%1: %2").arg(measureName(Measure::SignalToNoise),
                                              measuredText(Measure::SignalToNoise, *noise));
    }
    return lines.join(u'\n');
}

QString countsText(Measure measure, const nn::LayerTelemetry& layer) {
    const auto number = [](std::uint64_t count) { return QLocale().toString(static_cast<qulonglong>(count)); };
    switch (measure) {
    case Measure::SwallowedUpdates:
        return layer.updates == 0 ? MeasureText::tr("No step of a weight was anything but zero")
                                  : MeasureText::tr("%1 of %2 steps that were not zero left their weight as it was")
                                        .arg(number(layer.swallowed), number(layer.updates));
    case Measure::AccumulatorStagnation:
        if (layer.additions == 0) {
            return MeasureText::tr("The accumulator is the processor's own: its additions are not counted");
        }
        return QStringList{
            MeasureText::tr("%1 of %2 additions left the running sum as it was")
                .arg(number(layer.stagnated), number(layer.additions)),
            MeasureText::tr("Products that became zero: %1").arg(number(layer.accumulatorUnderflowed)),
            MeasureText::tr("Sums and products that overflowed: %1").arg(number(layer.accumulatorOverflowed))}
            .join(u'\n');
    case Measure::GradientNorm:
        return MeasureText::tr("Root mean square over the steps that were looked at: %1")
            .arg(QLocale().toString(layer.gradientNorm, 'g', 6));
    default: return {};
    }
}

QString roleHeading(nn::Role role) {
    switch (role) {
    case nn::Role::Weights: return MeasureText::tr("Weights");
    case nn::Role::MasterWeights: return MeasureText::tr("Master weights");
    case nn::Role::Activations: return MeasureText::tr("Activations");
    case nn::Role::Gradients: return MeasureText::tr("Gradients");
    case nn::Role::ActivationGradients: return MeasureText::tr("Activation gradients");
    case nn::Role::OptimiserState: break;
    }
    return MeasureText::tr("Optimiser state");
}

QString layerHeading(int layer) {
    return MeasureText::tr("Layer %1").arg(layer);
}

} // namespace roundoff::ui
