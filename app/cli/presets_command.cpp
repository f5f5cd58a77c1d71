// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <ostream>
#include <string>

#include <nlohmann/json.hpp>

#include "app/cli/commands.h"
#include "core/data/locations.h"
#include "core/experiment/plan.h"
#include "core/experiment/presets.h"
#include "core/experiment/spec_json.h"

namespace roundoff::app {

int listPresets(bool json, std::ostream& out) {
    const auto presets = experiment::loadPresets(data::dataSearchPath());
    if (json) {
        auto rows = nlohmann::ordered_json::array();
        for (const auto& preset : presets) {
            rows.push_back({{"name", preset.name},
                            {"title", preset.spec.title},
                            {"summary", preset.summary},
                            {"figures", preset.figureNumbers()},
                            {"runs", experiment::makePlan(preset.spec).runs.size()},
                            {"specification", experiment::toJson(preset.spec)}});
        }
        out << rows.dump(2) << '\n';
        return kDone;
    }
    std::size_t width = 0;
    for (const auto& preset : presets) {
        width = std::max(width, preset.name.size());
    }
    for (const auto& preset : presets) {
        const std::size_t runs = experiment::makePlan(preset.spec).runs.size();
        out << preset.name << std::string(width - preset.name.size() + 2, ' ') << preset.spec.title << " (" << runs
            << (runs == 1 ? " run" : " runs") << (preset.figures.empty() ? "" : ", figures " + preset.figureNumbers())
            << ")\n";
        if (!preset.summary.empty()) {
            out << std::string(width + 2, ' ') << preset.summary << '\n';
        }
    }
    return kDone;
}

} // namespace roundoff::app
