// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/number_line_text.h"

#include <cmath>

#include "ui/figures/number_text.h"

namespace roundoff::ui {

namespace {

constexpr int kFewDigits = 6;

} // namespace

QString lineValueText(double value) {
    constexpr std::size_t kDigits = 12;
    return finiteText(value, ExactDecimal::typed, kDigits);
}

QString spacingText(double spacing) {
    int exponent = 0;
    // The difference of two decimals has an error of its own, which rounding takes away.
    return std::frexp(spacing, &exponent) == 0.5 ? QStringLiteral("2") + superscript(exponent - 1)
                                                 : roundedText(spacing, kFewDigits);
}

QString overflowText(const FormatUse& use, double last) {
    switch (overflowOf(use)) {
    case format::Overflow::ToInfinity: return last < 0.0 ? QStringLiteral("−∞") : QStringLiteral("∞");
    case format::Overflow::ToNan: return QStringLiteral("NaN");
    case format::Overflow::Saturate: break;
    }
    return roundedText(last, kFewDigits);
}

} // namespace roundoff::ui
