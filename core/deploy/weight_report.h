// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "core/deploy/cell_histogram.h"
#include "core/deploy/deployment.h"
#include "core/format/binary_float.h"
#include "core/nn/weights.h"

namespace roundoff::deploy {

/// What rounding did to some of the weights.
struct RoundingError {
    std::size_t count = 0;        ///< How many weights these are.
    std::size_t changed = 0;      ///< How many of them are another number now.
    double signalToNoiseDb = 0.0; ///< As in `WeightError`.
    double maxAbsError = 0.0;
    std::size_t distinctValues = 0; ///< Afterwards; the two zeros are one.
    std::size_t nonFinite = 0;      ///< How many are infinite or NaN afterwards.

    bool operator==(const RoundingError&) const = default;
};

/// A layer's weights and biases before and after. The unit of width is the same for both histograms.
struct LayerReport {
    std::string layer; ///< layer1, layer2, ...
    RoundingError error;
    double unit = 0.0; ///< 1, 2 or 5 times a power of ten, near a hundredth of the trained weights' range: what
                       ///< cells are about as wide as, and the width that densities refer to.
    CellHistogram before;
    CellHistogram after;

    bool operator==(const LayerReport&) const = default;
};

/// One weight, and what became of it.
struct HitWeight {
    std::string tensor;                ///< layer1.weight
    std::vector<std::size_t> position; ///< In the tensor's shape, from 0.
    double before = 0.0;
    double after = 0.0;

    bool operator==(const HitWeight&) const = default;
};

struct WeightReport {
    RoundingError total;
    std::vector<LayerReport> layers; ///< In the order of the network.
    std::vector<HitWeight> worst;    ///< The changed weights with the largest errors, largest first; those that are not
                                     ///< finite any more lead, equal ones are in the order of the network.

    bool operator==(const WeightReport&) const = default;
};

/// Looks at what deployments make of the same weights, layer by layer; what there is to see of the weights before is
/// seen once. Safe for several threads.
class WeightReporter {
public:
    /// @param trainedIn  a format that holds the weights
    /// @param before  finite
    WeightReporter(const format::Format& trainedIn, std::shared_ptr<const nn::WeightSnapshot> before);

    /// @param roundedTo  a format that holds the weights afterwards
    /// @param after  the same tensors
    /// @param worst  how many of the worst-hit weights to list
    [[nodiscard]] WeightReport report(const format::Format& roundedTo, const nn::WeightSnapshot& after,
                                      std::size_t worst) const;

private:
    struct Layer {
        std::string name;
        std::size_t firstTensor = 0;
        std::size_t tensors = 0;
        double unit = 0.0; ///< 0 for a layer without weights.
        CellHistogram histogram;
    };

    std::shared_ptr<const nn::WeightSnapshot> before_;
    std::vector<Layer> layers_;
};

/// Looks at weights before and after one deployment.
/// @param trainedIn  a format that holds the weights before
/// @param roundedTo  a format that holds them afterwards
/// @param before, after  the same tensors; `before` is finite
/// @param worst  how many of the worst-hit weights to list
[[nodiscard]] WeightReport weightReport(const format::Format& trainedIn, const format::Format& roundedTo,
                                        const nn::WeightSnapshot& before, const nn::WeightSnapshot& after,
                                        std::size_t worst);

} // namespace roundoff::deploy
