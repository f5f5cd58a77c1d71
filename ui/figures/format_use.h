// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <QList>
#include <QString>

#include "core/format/binary_float.h"
#include "core/format/ordered_values.h"
#include "core/format/tensor_format.h"
#include "ui/charts/series_style.h"

namespace roundoff::ui {

/// A format and how numbers are brought to it: what the pictures of formats show.
struct FormatUse {
    format::TensorFormat format = format::Format(format::kFp32);
    format::Rounding rounding = format::Rounding::NearestEven;
    /// The format's default without one, or if the format cannot do it.
    std::optional<format::Overflow> overflow = std::nullopt;
    format::Subnormals subnormals = format::Subnormals::Keep;
    /// Numbers that share a scale with the one that is shown, in this order after it; scalar formats share nothing.
    std::vector<double> companions = {};

    bool operator==(const FormatUse&) const = default;
};

[[nodiscard]] QString nameOf(const FormatUse& use);

/// Colour and marker of each, those of its precision.
[[nodiscard]] QList<SeriesStyle> stylesOf(const QList<FormatUse>& uses, bool dark);

/// Whether a scale is computed from several numbers.
[[nodiscard]] bool hasSharedScale(const FormatUse& use);

/// The binary float that numbers, or the elements of a block, are stored in; null for other formats.
[[nodiscard]] const format::BinaryFloat* binaryFloatOf(const FormatUse& use);

/// What is done with overflow.
[[nodiscard]] format::Overflow overflowOf(const FormatUse& use);

/// The number and its companions, as many of them as share a scale.
[[nodiscard]] std::vector<double> sharingWith(const FormatUse& use, double value);

/// What they share; scale 1 for scalar formats, nothing if the scale of a block is NaN.
[[nodiscard]] std::optional<format::SharedScale> sharedScaleOf(const FormatUse& use, double value);

/// The number as the format has it, its scale included.
/// @param random  32 random bits for stochastic rounding
[[nodiscard]] double storedValue(const FormatUse& use, double value, std::uint32_t random);

/// The numbers that stochastic rounding chooses from.
struct Chances {
    double less = 0.0; ///< The one nearer to zero.
    double more = 0.0;
    double ofMore = 0.0; ///< Its probability, above 0 and below 1.
};

/// Nothing if there is no choice: the rounding is another, or the number is one of the format's.
[[nodiscard]] std::optional<Chances> stochasticChances(const FormatUse& use, double value);

/// The values that the number can become: those of the format, times the scale that it shares with its companions.
/// @param value  where its scale is NaN, a scale of 1 is taken
[[nodiscard]] format::OrderedValues representableValues(const FormatUse& use, double value);

} // namespace roundoff::ui
