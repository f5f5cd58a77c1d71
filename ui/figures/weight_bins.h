// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QList>
#include <QString>

#include "core/deploy/deployment.h"
#include "core/nn/weights.h"
#include "ui/charts/range.h"

namespace roundoff::ui {

/// One layer's weights, biases left out, counted in bins that all layers share.
struct LayerBins {
    QString name;
    QList<double> trained;
    QList<double> rounded; ///< Empty without a deployment.
    // Of what is shown: the rounded weights if there are any.
    qsizetype distinct = 0; ///< The two zeros are one.
    Range range;
};

struct WeightBins {
    double width = 0.0;  ///< Of a bin.
    double first = 0.0;  ///< Where the first bin begins; the bins lie symmetrically about zero.
    qsizetype count = 0; ///< Of bins.
    QList<LayerBins> layers;
};

/// Counts weights before and after a deployment.
///
/// The bins cover the values of all layers. Where a format's values lie at equal distances, bins are a third of the
/// distance wide, or half of it, and every value of the format is in the middle of a bin; only where that would be more
/// bins than can be seen are they an odd multiple of the distance, from three on.
/// @param seed  of stochastic rounding
/// @return no layers if there are no finite weights
[[nodiscard]] WeightBins countWeights(const nn::WeightSnapshot& weights,
                                      const std::optional<deploy::Deployment>& deployment, std::uint64_t seed);

} // namespace roundoff::ui
