// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/preflight.h"

#include <map>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/experiment/batches.h"
#include "core/nn/network.h"

namespace roundoff::store {
namespace {

std::map<std::string, std::vector<std::size_t>> expectedShapes(const experiment::RunSpec& run,
                                                               const data::Dataset& dataset) {
    const auto widths = nn::layerWidths(run.network, dataset.training.features(),
                                        static_cast<std::size_t>(dataset.classes));
    std::map<std::string, std::vector<std::size_t>> shapes;
    for (std::size_t i = 1; i < widths.size(); ++i) {
        shapes[nn::layerName(i) + ".weight"] = {widths[i], widths[i - 1]};
        shapes[nn::layerName(i) + ".bias"] = {widths[i]};
    }
    return shapes;
}

void checkWeights(const experiment::RunSpec& run, const data::Dataset& dataset, const nn::WeightSnapshot& weights) {
    auto shapes = expectedShapes(run, dataset);
    const auto fail = [&run](const std::string& what) {
        throw InputError("training.initialWeights: " + *run.training.initialWeights + ": " + what);
    };
    for (const auto& tensor : weights.tensors) {
        const auto expected = shapes.find(tensor.name);
        if (expected == shapes.end()) {
            fail("tensor '" + data::displayText(tensor.name) + "' is none of this network's");
        }
        if (expected->second != tensor.shape) {
            fail("tensor '" + tensor.name + "' has not the shape that network.hidden asks for");
        }
        shapes.erase(expected);
    }
    if (!shapes.empty()) {
        fail("tensor '" + shapes.begin()->first + "' is missing");
    }
}

} // namespace

void preflight(const experiment::Plan& plan, experiment::Inputs& inputs) {
    for (const auto& planned : plan.runs) {
        const auto dataset = inputs.dataset(planned.spec.dataset);
        static_cast<void>(experiment::splitTrainingSet(planned.spec, dataset->training));
        if (planned.spec.training.initialWeights) {
            checkWeights(planned.spec, *dataset, *inputs.weights(*planned.spec.training.initialWeights));
        }
    }
}

} // namespace roundoff::store
