// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/format_range.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>

#include "core/format/characteristics.h"

namespace roundoff::ui {
namespace {

struct FormatRangeText {
    Q_DECLARE_TR_FUNCTIONS(Numerics)
};

std::optional<double> log2Of(std::optional<double> value) {
    return value ? std::optional(std::log2(*value)) : std::nullopt;
}

} // namespace

QString rangePartText(RangePart part) {
    switch (part) {
    case RangePart::TooSmall: return FormatRangeText::tr("Too small");
    case RangePart::Subnormal: return FormatRangeText::tr("Subnormal");
    case RangePart::Normal: return FormatRangeText::tr("Normal");
    case RangePart::TooLarge: break;
    }
    return FormatRangeText::tr("Too large");
}

RangePart FormatRange::partOf(int exponent) const {
    const double middle = exponent + 0.5;
    if (max && middle > *max) {
        return RangePart::TooLarge;
    }
    if (minPositive && middle < *minPositive) {
        return RangePart::TooSmall;
    }
    return minNormal && middle < *minNormal ? RangePart::Subnormal : RangePart::Normal;
}

FormatRange formatRange(const nn::PrecisionPolicy& policy, int layer, nn::Role role) {
    const nn::RoleFormats formats = policy.formatsOf("layer" + std::to_string(layer));
    const auto& format = formats[static_cast<std::size_t>(role)];
    if (!format) {
        return {};
    }
    FormatRange range;
    range.name = QString::fromStdString(format::tensorFormatName(format->format));
    const format::Format* scalar = format::scalarFormat(format->format);
    if (scalar == nullptr) {
        range.shared = true;
        return range;
    }
    const format::Characteristics limits = format::characteristics(*scalar);
    const bool flushed = policy.subnormals == format::Subnormals::Flush && limits.minNormal.has_value();
    range.minPositive = log2Of(flushed ? limits.minNormal : limits.minPositive);
    if (limits.digits) {
        range.minPositive = std::log2(std::pow(10.0, -*limits.digits));
    }
    if (!flushed && limits.minNormal > limits.minPositive) {
        range.minNormal = log2Of(limits.minNormal);
    }
    range.max = log2Of(limits.max);
    return range;
}

bool roundsAnything(const nn::PrecisionPolicy& policy) {
    const format::TensorFormat own = format::Format(policy.needsDouble() ? format::kFp64 : format::kFp32);
    const auto differs = [&](const nn::RoleFormats& formats) {
        return std::ranges::any_of(formats, [&](const auto& role) { return role && role->format != own; });
    };
    const auto narrow = [](const std::optional<nn::Accumulator>& accumulator) {
        return accumulator && !accumulator->isNative();
    };
    return differs(policy.formats) || narrow(policy.accumulator) ||
           std::ranges::any_of(policy.layers, [&](const auto& layer) {
               return differs(layer.second.formats) || narrow(layer.second.accumulator);
           });
}

std::array<std::uint64_t, kRangeParts.size()> countsByPart(const nn::ExponentHistogram& histogram,
                                                           const FormatRange& range) {
    std::array<std::uint64_t, kRangeParts.size()> counts{};
    for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
        const int exponent = nn::ExponentHistogram::kLowest + static_cast<int>(bin);
        counts[static_cast<std::size_t>(range.partOf(exponent))] += histogram.counts[bin];
    }
    return counts;
}

} // namespace roundoff::ui
