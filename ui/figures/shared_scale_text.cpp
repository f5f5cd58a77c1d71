// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/shared_scale_text.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "ui/figures/number_text.h"

namespace roundoff::ui {

namespace {

struct SharedScaleText {
    Q_DECLARE_TR_FUNCTIONS(FormatDiagram)
};

constexpr std::size_t kDigits = 7;

QString shortNumber(double value) {
    return finiteText(value, ExactDecimal::typed, kDigits);
}

struct Extremes {
    double low = 0.0;
    double high = 0.0;
    [[nodiscard]] double largest() const { return std::max(-low, high); }
};

Extremes extremesOf(const std::vector<double>& values) {
    Extremes found;
    for (const double value : values) {
        if (std::isfinite(value)) {
            found.low = std::min(found.low, value);
            found.high = std::max(found.high, value);
        }
    }
    return found;
}

QString ruleText(const format::Block& f, const Extremes& extremes, int exponent) {
    const int largestExponent = format::largestExponent(f.element);
    if (extremes.largest() == 0.0) {
        return SharedScaleText::tr("all are zero: the smallest scale");
    }
    const int wanted = std::ilogb(extremes.largest()) - largestExponent;
    QString text = QStringLiteral("2^(⌊log₂ %1⌋ − %2) = 2%3")
                       .arg(shortNumber(extremes.largest()), integerText(largestExponent), superscript(wanted));
    if (wanted != exponent) {
        text += SharedScaleText::tr(", limited to 2%1").arg(superscript(exponent));
    }
    return text;
}

QString ruleText(const format::ScaledInteger& f, const Extremes& extremes) {
    if (extremes.low == extremes.high) {
        return SharedScaleText::tr("all are zero: scale 1");
    }
    const QString highest = QString::number(format::highestCode(f));
    if (f.scheme == format::IntegerScheme::Symmetric) {
        return SharedScaleText::tr("max |x| / %1 = %2 / %1").arg(highest, shortNumber(extremes.largest()));
    }
    const QString low = shortNumber(extremes.low);
    return SharedScaleText::tr("(max − min) / %1 = (%2 − %3) / %1, with 0 in the range")
        .arg(highest, shortNumber(extremes.high), extremes.low < 0.0 ? QStringLiteral("(%1)").arg(low) : low);
}

/// What a number costs where so many share a scale.
QString costText(int bits, int sharedBits, int numbers) {
    const double all = bits + static_cast<double>(sharedBits) / numbers;
    return SharedScaleText::tr("%1 numbers: %2 + %3/%1 = %4 bits each")
        .arg(numbers)
        .arg(bits)
        .arg(sharedBits)
        .arg(QLocale().toString(all, 'g', 6));
}

QString sharingText(const format::ScaledInteger& f) {
    const int shared = format::kScaleBits + (f.scheme == format::IntegerScheme::Affine ? f.bits : 0);
    switch (f.sharing) {
    case format::Sharing::Group: return costText(f.bits, shared, f.groupSize);
    case format::Sharing::Channel:
        return SharedScaleText::tr("a channel: %1 bits each, and %2 a channel").arg(f.bits).arg(shared);
    case format::Sharing::Tensor: break;
    }
    return SharedScaleText::tr("a tensor: %1 bits each, and %2 a tensor").arg(f.bits).arg(shared);
}

} // namespace

QStringList sharedScaleFactNames() {
    return {SharedScaleText::tr("Scale"), SharedScaleText::tr("Rule"), SharedScaleText::tr("Zero point"),
            SharedScaleText::tr("Shared by")};
}

QString scaleText(const FormatUse& use, const format::SharedScale& shared) {
    constexpr std::size_t kScaleDigits = 10;
    return std::holds_alternative<format::Block>(use.format)
               ? QStringLiteral("2") + superscript(std::ilogb(shared.scale))
               : plainText(ExactDecimal::of(shared.scale), kScaleDigits);
}

QList<FormatFact> sharedScaleFacts(const FormatUse& use, double value, const FormatBits& bits) {
    const QStringList names = sharedScaleFactNames();
    const Extremes extremes = extremesOf(sharingWith(use, value));
    QList<FormatFact> facts;
    if (const auto* block = std::get_if<format::Block>(&use.format)) {
        if (bits.shared) {
            const int exponent = std::ilogb(bits.shared->scale);
            facts.append({names[0], SharedScaleText::tr("%1, code 0x%2 (E8M0)")
                                        .arg(scaleText(use, *bits.shared))
                                        .arg(exponent - format::kMinScaleExponent, 2, 16, QLatin1Char('0'))});
            facts.append({names[1], ruleText(*block, extremes, exponent)});
        } else {
            facts.append({names[0], SharedScaleText::tr("NaN, code 0xff (E8M0): one of the block is not finite")});
        }
        facts.append(
            {names[3], costText(format::tensorCodeBits(use.format).value_or(0), format::kBlockScaleBits, block->size)});
    } else if (const auto* integer = std::get_if<format::ScaledInteger>(&use.format)) {
        facts.append({names[0], SharedScaleText::tr("%1 (FP32)").arg(scaleText(use, *bits.shared))});
        facts.append({names[1], ruleText(*integer, extremes)});
        if (integer->scheme == format::IntegerScheme::Affine) {
            facts.append({names[2], QString::number(bits.shared->zeroPoint)});
        }
        facts.append({names[3], sharingText(*integer)});
    }
    return facts;
}

} // namespace roundoff::ui
