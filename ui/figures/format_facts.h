// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include <QList>
#include <QString>
#include <QStringList>

#include "ui/figures/format_bits.h"
#include "ui/figures/format_use.h"

namespace roundoff::ui {

/// One line about how a value is stored: "Exponent", "field 18 − bias 15 = 3".
struct FormatFact {
    QString name;
    QString text;
};

/// All names that a fact may have.
[[nodiscard]] QStringList formatFactNames();

/// The value, what is stored of it, the error, of binary formats how its bits say so, and what is shared.
/// @param value  as typed: its shortest decimal notation is what the error is measured against
/// @param bits   of the value in the format
/// @param digits  of a number at most
[[nodiscard]] QList<FormatFact> formatFacts(const FormatUse& use, double value, const FormatBits& bits,
                                            std::size_t digits);

/// The stored number's class, where that says something, and the rounding: "subnormal, rounded up".
[[nodiscard]] QString storedRemark(const FormatUse& use, const FormatBits& bits);

/// How the bits say that there is no finite number.
[[nodiscard]] QString nonFiniteText(const FormatUse& use, const FormatBits& bits);

} // namespace roundoff::ui
