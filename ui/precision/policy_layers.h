// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QList>
#include <QString>
#include <QStringList>

#include "core/experiment/experiment_spec.h"

namespace roundoff::ui {

/// A layer of a network that has parameters.
struct LayerPlace {
    std::string name; ///< As policies call it: layer1.
    QString widths;   ///< Inputs and outputs: "784 x 128".

    bool operator==(const LayerPlace&) const = default;
};

/// The layers of the base run's network, from the input on.
[[nodiscard]] QList<LayerPlace> layersOf(const experiment::ExperimentSpec& specification);

/// The number of layers of the smallest network, where the network varies.
[[nodiscard]] std::size_t fewestLayers(const experiment::ExperimentSpec& specification);

/// The policy without what it says of layers that a network with so many has not.
[[nodiscard]] nn::PrecisionPolicy withoutMissingLayers(nn::PrecisionPolicy policy, std::size_t layers);

/// "Layer 3" for layer3; names of another kind as they are.
[[nodiscard]] QString layerLabel(const std::string& name);

} // namespace roundoff::ui
