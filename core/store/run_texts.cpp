// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/run_texts.h"

#include "core/experiment/fields.h"
#include "core/store/csv.h"

namespace roundoff::store {

std::string fieldText(const experiment::RunSpec& run, std::string_view path) {
    return experiment::fieldAt(path).get(run).get<std::string>();
}

std::string networkText(const experiment::RunSpec& run, const std::vector<nn::KeptWeights::Shape>& shapes) {
    std::string text = !shapes.empty() ? std::to_string(shapes.front().back()) : "?";
    for (const int width : run.network.hidden) {
        text += "-" + std::to_string(width);
    }
    return text + "-" + (!shapes.empty() ? std::to_string(shapes.back().front()) : "?");
}

std::string clippingText(const experiment::RunSpec& run) {
    const std::string kind = fieldText(run, "clipping.kind");
    return run.clipping.kind == nn::ClippingKind::None ? kind : kind + " " + exactText(run.clipping.threshold);
}

int foldNumber(const experiment::RunSpec& run) {
    return run.fold.count > 0 ? run.fold.index + 1 : 0;
}

} // namespace roundoff::store
