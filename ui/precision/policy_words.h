// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "core/nn/precision_policy.h"

namespace roundoff::ui {

// Words of sentences about policies, in the language of the window.

/// "a", "a and b", "a, b and c".
[[nodiscard]] QString joined(const QStringList& items);

/// The text as the beginning of a sentence.
[[nodiscard]] QString capitalised(QString text);

/// "stochastic", "toward zero", ...
[[nodiscard]] QString roundingWord(format::Rounding rounding);

/// "saturating", ... as a property of what is rounded.
[[nodiscard]] QString overflowWord(format::Overflow overflow);

/// A format with the rounding and overflow of its own in brackets: "FP8-E4M3 (saturating)".
[[nodiscard]] QString formatPhrase(const nn::RoleFormat& role);
[[nodiscard]] QString formatPhrase(const nn::Accumulator& accumulator);

/// The roles but the master weights, inside a sentence: "weights and activations". All gradients together are
/// "gradients", all roles together are empty.
[[nodiscard]] QString rolesPhrase(const QList<nn::Role>& roles);

} // namespace roundoff::ui
