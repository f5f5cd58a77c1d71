// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/weight_bins.h"

#include <algorithm>
#include <cmath>
#include <variant>
#include <vector>

#include "core/format/decimal.h"
#include "core/format/fixed_point.h"

namespace roundoff::ui {

namespace {

constexpr qsizetype kBins = 61;
constexpr qsizetype kMostBins = 401;

/// The distance of a format's values; none where it varies.
std::optional<double> stepOf(const format::Format& format) {
    if (const auto* decimal = std::get_if<format::Decimal>(&format)) {
        return 1.0 / format::powerOfTen(decimal->digits);
    }
    if (const auto* fixed = std::get_if<format::FixedPoint>(&format)) {
        return format::step(*fixed);
    }
    if (std::holds_alternative<format::Integer>(format)) {
        return 1.0;
    }
    return std::nullopt;
}

/// An odd number of bins of this width about zero that cover a magnitude.
qsizetype binsFor(double largest, double width) {
    return 2 * static_cast<qsizetype>(std::ceil(largest / width - 0.5)) + 1;
}

/// Width of a bin whose middle is a value of the format, wherever there is one. It is never one step: every bin would
/// then round to itself, and rounding would seem to change nothing.
double widthFor(double largest, std::optional<double> step) {
    const double usual = 2.0 * largest / static_cast<double>(kBins - 1);
    if (!step || !std::isfinite(largest / *step)) {
        return usual;
    }
    for (const double parts : {3.0, 2.0}) {
        if (binsFor(largest, *step / parts) <= kMostBins) {
            return *step / parts;
        }
    }
    // The values lie too close to be told apart. With an odd number of them in every bin, three at least, none falls
    // on an edge and no bin is higher only because it holds one more.
    return *step * (2.0 * std::round((usual / *step - 1.0) / 2.0) + 1.0);
}

template <typename Use>
void forEachFinite(const nn::WeightTensor& tensor, Use use) {
    for (const double value : tensor.values) {
        if (std::isfinite(value)) {
            use(value);
        }
    }
}

QList<double> countsOf(const nn::WeightTensor& tensor, const WeightBins& bins) {
    QList<double> counts(bins.count, 0.0);
    forEachFinite(tensor, [&](double value) {
        const auto bin = static_cast<qsizetype>(std::floor((value - bins.first) / bins.width));
        counts[std::clamp<qsizetype>(bin, 0, bins.count - 1)] += 1.0;
    });
    return counts;
}

qsizetype distinctOf(const nn::WeightTensor& tensor) {
    std::vector<double> values;
    forEachFinite(tensor, [&](double value) { values.push_back(value); });
    std::sort(values.begin(), values.end());
    return std::unique(values.begin(), values.end()) - values.begin();
}

} // namespace

WeightBins countWeights(const nn::WeightSnapshot& weights, const std::optional<deploy::Deployment>& deployment,
                        std::uint64_t seed) {
    const std::optional<nn::WeightSnapshot> rounded = deployment
                                                          ? std::optional(deploy::apply(*deployment, weights, seed))
                                                          : std::nullopt;
    double largest = 0.0;
    qsizetype finite = 0;
    for (const nn::WeightSnapshot* snapshot : {&weights, rounded ? &*rounded : nullptr}) {
        for (std::size_t t = 0; snapshot != nullptr && t < snapshot->tensors.size(); ++t) {
            if (!snapshot->tensors[t].isBias()) {
                forEachFinite(snapshot->tensors[t], [&](double value) {
                    largest = std::max(largest, std::fabs(value));
                    ++finite;
                });
            }
        }
    }
    WeightBins bins;
    if (finite == 0) {
        return bins;
    }
    largest = largest > 0.0 ? largest : 1.0;
    bins.width = widthFor(largest, deployment ? stepOf(format::holdingFormat(deployment->format)) : std::nullopt);
    bins.count = binsFor(largest, bins.width);
    bins.first = -bins.width * static_cast<double>(bins.count) / 2.0;
    for (std::size_t t = 0; t < weights.tensors.size(); ++t) {
        if (weights.tensors[t].isBias()) {
            continue;
        }
        LayerBins layer;
        layer.name = QString::fromStdString(weights.tensors[t].layer());
        layer.trained = countsOf(weights.tensors[t], bins);
        if (rounded) {
            layer.rounded = countsOf(rounded->tensors[t], bins);
        }
        const nn::WeightTensor& shown = rounded ? rounded->tensors[t] : weights.tensors[t];
        layer.distinct = distinctOf(shown);
        forEachFinite(shown, [&](double value) { layer.range.include(value); });
        bins.layers.append(layer);
    }
    return bins;
}

} // namespace roundoff::ui
