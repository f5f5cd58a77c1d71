// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/presets.h"

#include <algorithm>
#include <charconv>
#include <limits>
#include <string_view>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/data/file_name.h"
#include "core/data/gzip.h"
#include "core/experiment/field_values.h"
#include "core/experiment/spec_json.h"
#include "core/experiment/strict_json.h"

namespace roundoff::experiment {
namespace {

namespace fs = std::filesystem;

// Calls read(item) for every item of a list, with its place in front of what the reader has to object to.
template <typename Read>
void readList(const Json& list, const char* name, Read read) {
    if (!list.is_array()) {
        throw InputError(std::string(name) + ": needs a list, not " + describeJson(list));
    }
    for (std::size_t i = 0; i < list.size(); ++i) {
        try {
            read(list[i]);
        } catch (const InputError& error) {
            throw InputError(std::string(name) + "[" + std::to_string(i) + "]: " + error.what());
        }
    }
}

PaperFigure readFigure(const Json& json) {
    if (!json.is_object()) {
        throw InputError("needs an object, not " + describeJson(json));
    }
    PaperFigure figure;
    for (const auto& [key, value] : json.items()) {
        const std::string text = readText(value);
        if (key == "number") {
            figure.number = text;
        } else if (key == "kind") {
            figure.kind = text;
        } else if (key == "caption") {
            figure.caption = text;
        } else {
            figure.options[key] = text;
        }
    }
    if (figure.number.empty() || figure.kind.empty()) {
        throw InputError("needs number and kind");
    }
    return figure;
}

void readAbout(const Json& about, Preset& preset) {
    if (!about.is_object()) {
        throw InputError("needs an object, not " + describeJson(about));
    }
    for (const auto& [key, value] : about.items()) {
        if (key == "summary") {
            preset.summary = readText(value);
        } else if (key == "figures") {
            readList(value, "figures", [&](const Json& item) { preset.figures.push_back(readFigure(item)); });
        } else if (key == "choices") {
            readList(value, "choices", [&](const Json& item) { preset.choices.push_back(readText(item)); });
        } else if (key == "claims") {
            preset.claims = claimsFromJson(value);
        } else {
            throw InputError(key + ": there is no such field");
        }
    }
}

Preset readPreset(const fs::path& file) {
    const std::vector<std::byte> bytes = data::readFileOrGzip(file, kMaxSpecificationBytes);
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const std::string source = data::displayPath(file);
    Preset preset;
    preset.name = data::fileNameOf(file.stem().string()); // Results are written to a folder of this name.
    preset.spec = parseSpecification(text, source);
    const Json json = parseStrictJson(text);
    if (const auto about = json.find("about"); about != json.end()) {
        try {
            readAbout(*about, preset);
        } catch (const InputError& error) {
            throw InputError(source + ": about: " + data::displayMessage(error.what()));
        }
    }
    return preset;
}

int firstFigure(const Preset& preset) {
    int number = std::numeric_limits<int>::max();
    if (!preset.figures.empty()) {
        const std::string& text = preset.figures.front().number;
        std::from_chars(text.data(), text.data() + text.size(), number);
    }
    return number;
}

} // namespace

std::string Preset::figureNumbers() const {
    std::string numbers;
    for (const PaperFigure& figure : figures) {
        numbers += (numbers.empty() ? "" : ", ") + figure.number;
    }
    return numbers;
}

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

std::vector<Preset> inPaperOrder(std::vector<Preset> presets) {
    std::stable_sort(presets.begin(), presets.end(),
                     [](const Preset& a, const Preset& b) { return firstFigure(a) < firstFigure(b); });
    return presets;
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
