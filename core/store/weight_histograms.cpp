// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/weight_histograms.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace roundoff::store {
namespace {

constexpr std::size_t kBins = 100;

// The smallest and the largest finite value; the first is above the second if there is none.
std::pair<double, double> finiteRange(const std::vector<double>& values) {
    double low = std::numeric_limits<double>::infinity();
    double high = -low;
    for (const double value : values) {
        if (std::isfinite(value)) {
            low = std::min(low, value);
            high = std::max(high, value);
        }
    }
    return {low, high};
}

void addHistograms(std::vector<WeightHistogram>& all, const std::string& deployment, const nn::WeightSnapshot& trained,
                   const nn::WeightSnapshot& shown) {
    for (std::size_t t = 0; t < trained.tensors.size(); ++t) {
        if (trained.tensors[t].isBias()) {
            continue;
        }
        const auto [low, high] = finiteRange(trained.tensors[t].values);
        if (low <= high) {
            all.push_back({trained.tensors[t].layer(), deployment,
                           deploy::makeHistogram(shown.tensors[t].values, low, high, kBins)});
        }
    }
}

} // namespace

std::vector<WeightHistogram> weightHistograms(const experiment::RunResult& result, std::uint64_t seed) {
    std::vector<WeightHistogram> all;
    const auto trained = result.weights.load();
    if (trained == nullptr) {
        return all;
    }
    addHistograms(all, "none", *trained, *trained);
    for (const auto& deployed : result.deployments) {
        addHistograms(all, deployed.deployment.label(), *trained, deploy::apply(deployed.deployment, *trained, seed));
    }
    return all;
}

} // namespace roundoff::store
