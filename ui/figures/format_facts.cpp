// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/format_facts.h"

#include <algorithm>
#include <cmath>
#include <variant>

#include <QCoreApplication>

#include "core/format/names.h"
#include "core/format/quantise.h"
#include "ui/figures/number_text.h"
#include "ui/figures/shared_scale_text.h"

namespace roundoff::ui {

namespace {

struct FormatFactsText {
    Q_DECLARE_TR_FUNCTIONS(FormatDiagram)
};

QString className(const FormatBits& bits) {
    switch (bits.kind) {
    case NumberClass::Zero: return FormatFactsText::tr("zero");
    case NumberClass::Subnormal: return FormatFactsText::tr("subnormal");
    case NumberClass::Normal: return bits.exponentField > 0 ? FormatFactsText::tr("normal") : QString();
    case NumberClass::Infinity: return FormatFactsText::tr("infinity");
    case NumberClass::Nan: return FormatFactsText::tr("not a number");
    }
    return {};
}

/// The exact difference; not a number where there is none to speak of.
QString errorText(double value, double stored, ExactDecimal (*storedNumber)(double), std::size_t digits) {
    if (std::isnan(value) && !std::isnan(stored)) {
        return FormatFactsText::tr("a number where there was none");
    }
    if (std::isnan(value) || (std::isinf(value) && std::isinf(stored) && (value < 0.0) == (stored < 0.0))) {
        return FormatFactsText::tr("none");
    }
    if (!std::isfinite(stored) || !std::isfinite(value)) {
        return FormatFactsText::tr("unbounded: the value is out of the format's range");
    }
    const ExactDecimal typed = ExactDecimal::typed(value);
    const ExactDecimal error = storedNumber(stored) - typed;
    if (error.isZero()) {
        return FormatFactsText::tr("none: stored exactly");
    }
    const QString text = plainText(error, std::min<std::size_t>(digits, 6));
    const double relative = std::abs(doubleOf(error) / value);
    return std::isfinite(relative) && relative > 0.0
               ? FormatFactsText::tr("%1 (%2 of the value)").arg(text, percentText(relative))
               : text;
}

QString exponentText(const FormatBits& bits) {
    const QString bias = integerText(bits.bias);
    const QString exponent = integerText(bits.scaledExponent);
    if (bits.exponentField == 0) {
        return FormatFactsText::tr("field 0: 1 − bias %1 = %2, without the leading one").arg(bias, exponent);
    }
    return FormatFactsText::tr("field %1 − bias %2 = %3").arg(integerText(bits.exponentField), bias, exponent);
}

QString integerForm(const FormatBits& bits) {
    return QStringLiteral("%1%2 × 2%3")
        .arg(bits.negative ? QStringLiteral("−") : QString(), QString::fromStdString(bits.significand),
             superscript(bits.exponent));
}

/// What stochastic rounding makes of the value, with the probabilities.
QString chancesText(const Chances& chances) {
    constexpr std::size_t kDigits = 8;
    return FormatFactsText::tr("%1 with %2, %3 with %4")
        .arg(finiteText(chances.less, ExactDecimal::typed, kDigits), percentText(1.0 - chances.ofMore),
             finiteText(chances.more, ExactDecimal::typed, kDigits), percentText(chances.ofMore));
}

} // namespace

QStringList formatFactNames() {
    return QStringList{FormatFactsText::tr("Value"),        FormatFactsText::tr("Stored"),
                       FormatFactsText::tr("Error"),        FormatFactsText::tr("Chances"),
                       FormatFactsText::tr("Integer form"), FormatFactsText::tr("Exponent"),
                       FormatFactsText::tr("Code")} +
           sharedScaleFactNames();
}

QList<FormatFact> formatFacts(const FormatUse& use, double value, const FormatBits& bits, std::size_t digits) {
    // Decimals are what they say; the double beneath them is nobody's concern.
    const bool decimal = format::scalarFormatOf<format::Decimal>(use.format) != nullptr;
    ExactDecimal (*const storedNumber)(double) = decimal ? ExactDecimal::typed : ExactDecimal::of;
    const QStringList names = formatFactNames();
    QList<FormatFact> facts{{names[0], finiteText(value, ExactDecimal::typed, digits)},
                            {names[1], finiteText(bits.stored, storedNumber, digits)},
                            {names[2], errorText(value, bits.stored, storedNumber, digits)}};
    if (const std::optional<Chances> chances = stochasticChances(use, value)) {
        facts.append({names[3], chancesText(*chances)});
    }
    if (binaryFloatOf(use) != nullptr && !bits.significand.empty()) {
        if (!bits.shared) {
            facts.append({names[4], integerForm(bits)});
        }
        facts.append({names[5], exponentText(bits)});
    }
    if (bits.code) {
        const int width = (format::tensorCodeBits(use.format).value_or(0) + 3) / 4;
        facts.append({names[6], QStringLiteral("0x%1").arg(*bits.code, width, 16, QLatin1Char('0'))});
    }
    return facts + sharedScaleFacts(use, value, bits);
}

QString storedRemark(const FormatUse& use, const FormatBits& bits) {
    const std::string_view mode = format::name(use.rounding);
    const QString text = FormatFactsText::tr("rounded %1")
                             .arg(QString::fromUtf8(mode.data(), static_cast<qsizetype>(mode.size())));
    const QString kind = className(bits);
    return kind.isEmpty() ? text : QStringLiteral("%1, %2").arg(kind, text);
}

QString nonFiniteText(const FormatUse& use, const FormatBits& bits) {
    if (hasSharedScale(use)) {
        return FormatFactsText::tr("the scale of the block is not a number, and so are all its values");
    }
    const format::BinaryFloat* f = binaryFloatOf(use);
    if (f == nullptr) {
        return FormatFactsText::tr("kept as it is: it has no decimals");
    }
    if (f->nonFinite != format::NonFinite::Ieee) {
        return FormatFactsText::tr("all bits after the sign are ones: not a number");
    }
    return bits.kind == NumberClass::Infinity
               ? FormatFactsText::tr("exponent all ones, significand zero: infinity")
               : FormatFactsText::tr("exponent all ones, significand not zero: not a number");
}

} // namespace roundoff::ui
