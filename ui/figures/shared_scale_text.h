// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include "ui/figures/format_bits.h"
#include "ui/figures/format_facts.h"
#include "ui/figures/format_use.h"

namespace roundoff::ui {

/// All names that a fact about a shared scale may have.
[[nodiscard]] QStringList sharedScaleFactNames();

/// What is shared: the scale and its code, how it follows from the largest number, the zero point, how many share it
/// and what that costs in bits. Empty for scalar formats.
/// @param value  that shares the scale with the companions
/// @param bits   of the value
[[nodiscard]] QList<FormatFact> sharedScaleFacts(const FormatUse& use, double value, const FormatBits& bits);

/// A scale: "2⁻⁵", or a decimal number.
[[nodiscard]] QString scaleText(const FormatUse& use, const format::SharedScale& shared);

} // namespace roundoff::ui
