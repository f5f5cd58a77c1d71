// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include <QString>

#include "core/nn/precision_policy.h"
#include "core/nn/telemetry.h"

namespace roundoff::ui {

/// Where a value lies in the range of a format.
enum class RangePart : std::uint8_t {
    TooSmall,  ///< Below the smallest positive value: rounded to it or to zero.
    Subnormal, ///< With fewer bits the smaller it is.
    Normal,
    TooLarge ///< Beyond the largest finite value.
};

inline constexpr std::array kRangeParts{RangePart::TooSmall, RangePart::Subnormal, RangePart::Normal,
                                        RangePart::TooLarge};

/// "Too small"
[[nodiscard]] QString rangePartText(RangePart part);

/// The limits of a format as binary logarithms of magnitudes; those that it does not have are missing.
struct FormatRange {
    QString name;                      ///< Of the format.
    bool shared = false;               ///< Its values share scales that are computed from each tensor: no fixed range.
    std::optional<double> minPositive; ///< With subnormals flushed, the smallest normal value.
    std::optional<double> minNormal;   ///< If it has subnormal values.
    std::optional<double> max;

    /// The part in which values with this power of two lie; where a limit is among them, the one of their middle.
    [[nodiscard]] RangePart partOf(int exponent) const;

    bool operator==(const FormatRange&) const = default;
};

/// Of the format to which a policy rounds a layer's role; without one, no limits.
[[nodiscard]] FormatRange formatRange(const nn::PrecisionPolicy& policy, int layer, nn::Role role);

/// Whether the policy rounds anything: not if every role is kept in the format that the processor computes in.
[[nodiscard]] bool roundsAnything(const nn::PrecisionPolicy& policy);

/// How many of a histogram's values lie in each part, in the order of kRangeParts.
[[nodiscard]] std::array<std::uint64_t, kRangeParts.size()> countsByPart(const nn::ExponentHistogram& histogram,
                                                                         const FormatRange& range);

} // namespace roundoff::ui
