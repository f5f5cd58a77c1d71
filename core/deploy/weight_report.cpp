// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/weight_report.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "core/deploy/distinct_values.h"

namespace roundoff::deploy {
namespace {

using Values = std::span<const double>;

/// Sums that go on from tensor to tensor.
struct Sums {
    RoundingError error;
    double signal = 0.0;
    double noise = 0.0;

    void add(double before, double after) {
        const double difference = before - after;
        signal += before * before;
        noise += difference * difference;
        error.maxAbsError = std::fmax(error.maxAbsError, std::fabs(difference));
        error.changed += difference != 0.0 ? 1U : 0U;
        error.nonFinite += std::isfinite(after) ? 0U : 1U;
        ++error.count;
    }

    [[nodiscard]] RoundingError finished(std::size_t distinctValues) const {
        RoundingError result = error;
        result.signalToNoiseDb = noise == 0.0 ? std::numeric_limits<double>::infinity()
                                              : 10.0 * std::log10(signal / noise);
        result.distinctValues = distinctValues;
        return result;
    }
};

/// The weights with the largest errors so far.
class Worst {
public:
    explicit Worst(std::size_t most) : most_(most) {}

    void offer(double before, double after, std::size_t tensor, std::size_t index) {
        if (before == after) {
            return;
        }
        const double distance = std::fabs(before - after);
        const double error = std::isnan(distance) ? std::numeric_limits<double>::infinity() : distance;
        if (error > threshold_) {
            hits_.push_back({error, before, after, tensor, index});
            if (hits_.size() >= 2 * most_) {
                cut();
                threshold_ = hits_.empty() ? threshold_ : hits_.back().error;
            }
        }
    }

    std::vector<HitWeight> list(const nn::WeightSnapshot& weights) {
        cut();
        std::vector<HitWeight> result;
        for (const Hit& hit : hits_) {
            const nn::WeightTensor& tensor = weights.tensors[hit.tensor];
            std::vector<std::size_t> position(tensor.shape.size());
            std::size_t rest = hit.index;
            for (std::size_t axis = position.size(); axis-- > 0;) {
                position[axis] = rest % tensor.shape[axis];
                rest /= tensor.shape[axis];
            }
            result.push_back({tensor.name, std::move(position), hit.before, hit.after});
        }
        return result;
    }

private:
    struct Hit {
        double error;
        double before;
        double after;
        std::size_t tensor;
        std::size_t index;
    };

    void cut() {
        // Stable: of equal errors the first weights of the network stay.
        std::stable_sort(hits_.begin(), hits_.end(), [](const Hit& a, const Hit& b) { return a.error > b.error; });
        hits_.resize(std::min(hits_.size(), most_));
    }

    std::size_t most_;
    double threshold_ = 0.0;
    std::vector<Hit> hits_;
};

struct Extent {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include(Values values) {
        for (const double value : values) {
            if (std::isfinite(value)) {
                low = std::min(low, value);
                high = std::max(high, value);
            }
        }
    }
    [[nodiscard]] bool isEmpty() const { return low > high; }
};

double unitFor(const Extent& extent) {
    constexpr double kCells = 100.0;
    const double range = extent.high - extent.low;
    // Equal weights have no range; their size says what is small.
    const double wanted = (range > 0.0 ? range : std::max(std::fabs(extent.high), 1e-6)) / kCells;
    const double power = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= wanted * (1.0 - 1e-9)) {
            return factor * power;
        }
    }
    return 10.0 * power;
}

CellHistogram histogramOf(const format::Format& format, std::span<const Values> tensors, double unit) {
    Extent extent;
    for (const Values values : tensors) {
        extent.include(values);
    }
    if (extent.isEmpty()) {
        return {};
    }
    CellHistogram histogram = makeCellHistogram({}, cellEdges(format, extent.low, extent.high, unit));
    for (const Values values : tensors) {
        count(histogram, values);
    }
    return histogram;
}

} // namespace

WeightReport weightReport(const format::Format& trainedIn, const format::Format& roundedTo,
                          const nn::WeightSnapshot& before, const nn::WeightSnapshot& after, std::size_t worst) {
    WeightReport report;
    Sums total;
    Worst hits(worst);
    DistinctValues distinct;
    std::size_t first = 0;
    while (first < before.tensors.size()) {
        LayerReport layer;
        layer.layer = before.tensors[first].layer();
        std::vector<Values> old;
        std::vector<Values> rounded;
        Extent extent;
        Sums sums;
        for (; first < before.tensors.size() && before.tensors[first].layer() == layer.layer; ++first) {
            const Values w = before.tensors[first].values;
            const Values q = after.tensors[first].values;
            for (std::size_t i = 0; i < w.size(); ++i) {
                sums.add(w[i], q[i]);
                total.add(w[i], q[i]);
                hits.offer(w[i], q[i], first, i);
            }
            extent.include(w);
            old.push_back(w);
            rounded.push_back(q);
        }
        layer.error = sums.finished(distinct.add(rounded));
        if (!extent.isEmpty()) {
            layer.unit = unitFor(extent);
            layer.before = histogramOf(trainedIn, old, layer.unit);
            layer.after = histogramOf(roundedTo, rounded, layer.unit);
        }
        report.layers.push_back(std::move(layer));
    }
    report.total = total.finished(distinct.total());
    report.worst = hits.list(before);
    return report;
}

} // namespace roundoff::deploy
