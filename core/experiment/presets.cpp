// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/presets.h"

#include <algorithm>
#include <fstream>
#include <iterator>

#include "core/base/error.h"
#include "core/experiment/spec_json.h"

namespace roundoff::experiment {
namespace {

namespace fs = std::filesystem;

std::string textOf(const Json& about, const char* key) {
    const auto found = about.find(key);
    return found != about.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Preset readPreset(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    if (!stream) {
        throw InputError(file.string() + ": cannot be read");
    }
    Preset preset;
    preset.name = file.stem().string();
    preset.spec = parseSpecification(text, file.string());
    const Json json = Json::parse(text);
    if (const auto about = json.find("about"); about != json.end()) {
        preset.summary = textOf(*about, "summary");
        preset.figures = textOf(*about, "figures");
    }
    return preset;
}

} // namespace

std::vector<Preset> loadPresets(const std::vector<fs::path>& searchPath) {
    for (const fs::path& folder : searchPath) {
        const fs::path presets = folder / "presets";
        std::error_code error;
        if (!fs::is_directory(presets, error)) {
            continue;
        }
        std::vector<Preset> found;
        for (const auto& entry : fs::directory_iterator(presets)) {
            if (entry.path().extension() == ".json") {
                found.push_back(readPreset(entry.path()));
            }
        }
        std::sort(found.begin(), found.end(), [](const Preset& a, const Preset& b) { return a.name < b.name; });
        return found;
    }
    return {};
}

std::optional<Preset> findPreset(std::string_view name, const std::vector<fs::path>& searchPath) {
    std::vector<Preset> all = loadPresets(searchPath);
    for (Preset& preset : all) {
        if (preset.name == name) {
            return std::move(preset);
        }
    }
    return std::nullopt;
}

} // namespace roundoff::experiment
