// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/weight_report.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <span>
#include <utility>

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
        addNoise(before, after);
        const double difference = before - after;
        const double distance = std::fabs(difference);
        error.maxAbsError = distance > error.maxAbsError ? distance : error.maxAbsError; // A NaN is none.
        error.changed += difference != 0.0 ? 1U : 0U;
        error.nonFinite += std::isfinite(after) ? 0U : 1U;
        ++error.count;
    }
    /// Sums depend on their order, so that those of several layers are not the sum of the layers'.
    void addNoise(double before, double after) {
        const double difference = before - after;
        signal += before * before;
        noise += difference * difference;
    }
    /// Everything else of a layer.
    void addCounts(const Sums& layer) {
        error.maxAbsError = std::max(error.maxAbsError, layer.error.maxAbsError);
        error.changed += layer.error.changed;
        error.nonFinite += layer.error.nonFinite;
        error.count += layer.error.count;
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

WeightReporter::WeightReporter(const format::Format& trainedIn, std::shared_ptr<const nn::WeightSnapshot> before)
    : before_(std::move(before)) {
    const std::vector<nn::WeightTensor>& tensors = before_->tensors;
    for (std::size_t first = 0; first < tensors.size();) {
        Layer layer;
        layer.name = tensors[first].layer();
        layer.firstTensor = first;
        std::vector<Values> values;
        Extent extent;
        for (; first < tensors.size() && tensors[first].layer() == layer.name; ++first) {
            values.emplace_back(tensors[first].values);
            extent.include(tensors[first].values);
        }
        layer.tensors = values.size();
        if (!extent.isEmpty()) {
            layer.unit = unitFor(extent);
            layer.histogram = histogramOf(trainedIn, values, layer.unit);
        }
        layers_.push_back(std::move(layer));
    }
}

WeightReport WeightReporter::report(const format::Format& roundedTo, const nn::WeightSnapshot& after,
                                    std::size_t worst) const {
    WeightReport report;
    Sums total;
    Worst hits(worst);
    DistinctValues distinct;
    for (const Layer& before : layers_) {
        LayerReport layer;
        layer.layer = before.name;
        std::vector<Values> rounded;
        Sums sums;
        for (std::size_t tensor = before.firstTensor; tensor < before.firstTensor + before.tensors; ++tensor) {
            const Values w = before_->tensors[tensor].values;
            const Values q = after.tensors[tensor].values;
            for (std::size_t i = 0; i < w.size(); ++i) {
                sums.add(w[i], q[i]);
                total.addNoise(w[i], q[i]);
                hits.offer(w[i], q[i], tensor, i);
            }
            rounded.push_back(q);
        }
        total.addCounts(sums);
        layer.error = sums.finished(distinct.add(rounded));
        layer.unit = before.unit;
        layer.before = before.histogram;
        if (before.unit > 0.0) {
            layer.after = histogramOf(roundedTo, rounded, layer.unit);
        }
        report.layers.push_back(std::move(layer));
    }
    report.total = total.finished(distinct.total());
    report.worst = hits.list(*before_);
    return report;
}

WeightReport weightReport(const format::Format& trainedIn, const format::Format& roundedTo,
                          const nn::WeightSnapshot& before, const nn::WeightSnapshot& after, std::size_t worst) {
    // Not owned: the reporter does not outlive this.
    const std::shared_ptr<const nn::WeightSnapshot> borrowed(std::shared_ptr<void>(), &before);
    return WeightReporter(trainedIn, borrowed).report(roundedTo, after, worst);
}

} // namespace roundoff::deploy
