// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/format_use.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "core/format/quantise.h"

namespace roundoff::ui {

namespace {

/// How many numbers share a scale; as many as there are where a tensor or a channel does.
std::size_t mostThatShare(const format::TensorFormat& format) {
    if (const auto* block = std::get_if<format::Block>(&format)) {
        return static_cast<std::size_t>(block->size);
    }
    const auto* integer = std::get_if<format::ScaledInteger>(&format);
    return integer != nullptr && integer->sharing == format::Sharing::Group
               ? static_cast<std::size_t>(integer->groupSize)
               : std::numeric_limits<std::size_t>::max();
}

} // namespace

QString nameOf(const FormatUse& use) {
    return QString::fromStdString(format::tensorFormatName(use.format));
}

QList<SeriesStyle> stylesOf(const QList<FormatUse>& uses, bool dark) {
    QList<GroupInfo> groups;
    for (const FormatUse& use : uses) {
        groups.append({nameOf(use), nameOf(use)});
    }
    return stylesForGroups(groups, dark);
}

bool hasSharedScale(const FormatUse& use) {
    return format::scalarFormat(use.format) == nullptr;
}

const format::BinaryFloat* binaryFloatOf(const FormatUse& use) {
    if (const auto* block = std::get_if<format::Block>(&use.format)) {
        return std::get_if<format::BinaryFloat>(&block->element);
    }
    return format::scalarFormatOf<format::BinaryFloat>(use.format);
}

format::Overflow overflowOf(const FormatUse& use) {
    const format::Format* scalar = format::scalarFormat(use.format);
    if (use.overflow && !format::tensorOverflowProblem(use.format, *use.overflow)) {
        return *use.overflow;
    }
    return scalar == nullptr ? format::Overflow::Saturate : format::defaultOverflow(*scalar);
}

std::vector<double> sharingWith(const FormatUse& use, double value) {
    std::vector<double> all{value};
    all.insert(all.end(), use.companions.begin(), use.companions.end());
    all.resize(std::min(all.size(), mostThatShare(use.format)));
    return all;
}

std::optional<format::SharedScale> sharedScaleOf(const FormatUse& use, double value) {
    if (const auto* integer = std::get_if<format::ScaledInteger>(&use.format)) {
        const format::IntegerScaling scaling = format::scalingOf(*integer, sharingWith(use, value));
        return format::SharedScale{scaling.scale, scaling.zeroPoint};
    }
    if (const auto* block = std::get_if<format::Block>(&use.format)) {
        const std::optional<int> exponent = format::scaleExponent(*block, sharingWith(use, value));
        return exponent ? std::optional(format::SharedScale{std::ldexp(1.0, *exponent), 0}) : std::nullopt;
    }
    return format::SharedScale{};
}

double storedValue(const FormatUse& use, double value, std::uint32_t random) {
    if (const format::Format* scalar = format::scalarFormat(use.format)) {
        return format::quantise({*scalar, use.rounding, overflowOf(use), use.subnormals}, value, random);
    }
    const std::optional<format::SharedScale> shared = sharedScaleOf(use, value);
    if (!shared) {
        return std::numeric_limits<double>::quiet_NaN();
    }
    if (const auto* block = std::get_if<format::Block>(&use.format)) {
        return format::quantiseElement(*block, std::ilogb(shared->scale), value, use.rounding, random);
    }
    const format::IntegerScaling scaling{shared->scale, shared->zeroPoint};
    return format::decode(
        scaling, format::encode(std::get<format::ScaledInteger>(use.format), scaling, value, use.rounding, random));
}

std::optional<Chances> stochasticChances(const FormatUse& use, double value) {
    constexpr std::uint32_t kMost = 0xFFFFFFFFU;
    if (use.rounding != format::Rounding::Stochastic || std::isnan(value)) {
        return std::nullopt;
    }
    const double more = storedValue(use, value, 0);
    const double less = storedValue(use, value, kMost);
    if (more == less || std::isnan(more) || std::isnan(less)) {
        return std::nullopt;
    }
    // The random numbers below a limit round away from zero: the reference is asked where the limit is.
    std::uint32_t below = 0;
    std::uint32_t limit = kMost;
    while (below + 1 < limit) {
        const std::uint32_t middle = below + (limit - below) / 2;
        (storedValue(use, value, middle) == more ? below : limit) = middle;
    }
    return Chances{less, more, static_cast<double>(limit) / 0x1p32};
}

format::OrderedValues representableValues(const FormatUse& use, double value) {
    format::TensorFormat format = use.format;
    if (const auto* binary = format::scalarFormatOf<format::BinaryFloat>(format)) {
        format::BinaryFloat kept = *binary;
        kept.subnormals = kept.subnormals && use.subnormals == format::Subnormals::Keep;
        format = format::Format(kept);
    }
    return {format, sharedScaleOf(use, value).value_or(format::SharedScale{})};
}

} // namespace roundoff::ui
