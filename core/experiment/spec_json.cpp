// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/spec_json.h"

#include <algorithm>
#include <set>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/experiment/field_values.h"
#include "core/experiment/policy_json.h"
#include "core/experiment/fields.h"
#include "core/experiment/plan.h"
#include "core/experiment/strict_json.h"

namespace roundoff::experiment {
namespace {

constexpr int kVersion = 1;
constexpr std::size_t kMaxAxisValues = 1000;

bool isUtf8(std::string_view text) {
    try {
        static_cast<void>(Json(text).dump());
        return true;
    } catch (const Json::type_error&) {
        return false;
    }
}

bool isField(std::string_view path) {
    const auto all = fields();
    return std::any_of(all.begin(), all.end(), [path](const Field& field) { return field.path == path; });
}

// Whether a value is several for this place, which make an axis, and not one that is a list.
bool makesAxis(const std::string& path, const Json& value) {
    if (!value.is_array()) {
        return false;
    }
    if (path.starts_with("precision.") || (isGroup(path) && !isField(path))) {
        return true;
    }
    const FieldKind kind = fieldAt(path).kind;
    const bool takesList = kind == FieldKind::IntegerList || kind == FieldKind::Deployments;
    return !takesList || (!value.empty() && value.front().is_array());
}

// A member of an object, made if need be. Nothing else has members.
Json& memberOf(Json& place, const std::string& key, const std::string& path) {
    if (!place.is_null() && !place.is_object()) {
        throw InputError(path + ": there is no such field");
    }
    return place[key];
}

const Json& needObject(const Json& value, const std::string& path) {
    if (!value.is_object()) {
        throw InputError(path + ": needs an object, not " + describeJson(value));
    }
    return value;
}

// Puts a run's fields into `run` from an object of groups; `path` prefixes are already those of the fields.
void readGroup(RunSpec& run, const std::string& group, const Json& value) {
    if (isField(group)) {
        setField(run, group, value);
        return;
    }
    for (const auto& [key, item] : needObject(value, group).items()) {
        setField(run, group + "." + key, item);
    }
}

Repeats readRepeats(const Json& value) {
    Repeats repeats;
    for (const auto& [key, item] : needObject(value, "repeats").items()) {
        const std::string path = "repeats." + key;
        try {
            if (key == "folds") {
                repeats.folds = readInteger<int>(item, 0, 1000);
                if (repeats.folds == 1) {
                    throw InputError("one fold leaves nothing to train on: choose 0 for none, or at least 2");
                }
            } else if (key == "seeds") {
                repeats.seeds = readInteger<int>(item, 1, 1000);
            } else {
                throw InputError("there is no such field: repeats has folds and seeds");
            }
        } catch (const InputError& error) {
            throw InputError(path + ": " + error.what());
        }
    }
    return repeats;
}

std::vector<Axis> readVary(const Json& value) {
    std::vector<Axis> axes;
    for (const auto& [path, values] : needObject(value, "vary").items()) {
        if (!values.is_array() || values.empty() || values.size() > kMaxAxisValues) {
            throw InputError("vary." + path + ": needs a list of 1 to " + std::to_string(kMaxAxisValues) + " values");
        }
        if (!isGroup(path) && !path.starts_with("precision.")) {
            static_cast<void>(fieldAt(path));
        }
        std::set<Json> seen;
        for (const Json& one : values) {
            if (!seen.insert(one).second) {
                throw InputError("vary." + path + ": " + describeJson(one) + " stands there twice");
            }
        }
        axes.push_back({path, {values.begin(), values.end()}});
    }
    return axes;
}

void writeFields(Json& json, const RunSpec& run) {
    for (const Field& field : fields()) {
        Json value = field.get(run);
        if (field.path == field.group()) {
            json[field.path] = std::move(value);
        } else if (!(field.kind == FieldKind::Choice && value.is_null())) { // What nobody chose is left out.
            json[field.group()][field.key()] = std::move(value);
        }
    }
}

// nlohmann::json counts bytes; people count lines and columns.
std::string placeOf(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, std::min(byte > 0 ? byte - 1 : 0, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto lastBreak = before.rfind('\n');
    const std::size_t column = lastBreak == std::string_view::npos ? before.size() + 1 : before.size() - lastBreak;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

} // namespace

ExperimentSpec parseSpecification(std::string_view text, std::string_view source) {
    const std::string name = data::displayText(source);
    if (text.size() > kMaxSpecificationBytes) {
        throw InputError(name + ": is larger than " + std::to_string(kMaxSpecificationBytes) +
                         " bytes, which no specification is: check that it is the right file");
    }
    try {
        return specificationFromJson(parseStrictJson(text));
    } catch (const Json::parse_error& error) {
        const std::string what = error.what();
        const auto detail = what.find(": ", what.find("column"));
        throw InputError(name + ", " + placeOf(text, error.byte) + ": no valid JSON" +
                         (detail != std::string::npos ? data::displayMessage(what.substr(detail)) : ""));
    } catch (const Json::out_of_range& error) {
        const std::string_view what = error.what();
        throw InputError(name + ": no valid JSON: " + data::displayMessage(what.substr(what.find("] ") + 2)));
    } catch (const InputError& error) {
        throw InputError(name + ": " + data::displayMessage(error.what()));
    }
}

ExperimentSpec specificationFromJson(const Json& json) {
    if (!json.is_object()) {
        throw InputError("a specification is a JSON object, not " + describeJson(json));
    }
    ExperimentSpec spec;
    for (const auto& [key, value] : json.items()) {
        if (key == "roundoff") {
            if (value != kVersion) {
                throw InputError("roundoff: this program reads version 1 of specifications, not " +
                                 describeJson(value));
            }
        } else if (key == "title") {
            if (!value.is_string()) {
                throw InputError("title: needs a text, not " + describeJson(value));
            }
            spec.title = value.get<std::string>();
        } else if (key == "repeats") {
            spec.repeats = readRepeats(value);
        } else if (key == "vary") {
            spec.vary = readVary(value);
        } else if (key == "about") {
            needObject(value, key); // Words about a preset, which the catalogue of presets reads.
        } else if (isGroup(key)) {
            readGroup(spec.base, key, value);
        } else {
            static_cast<void>(fieldAt(key)); // Throws, with a guess at what was meant.
        }
    }
    return spec;
}

Json toJson(const ExperimentSpec& spec) {
    Json json = Json::object();
    json["roundoff"] = kVersion;
    json["title"] = spec.title;
    writeFields(json, spec.base);
    json["repeats"] = {{"folds", spec.repeats.folds}, {"seeds", spec.repeats.seeds}};
    json["vary"] = Json::object();
    for (const Axis& axis : spec.vary) {
        json["vary"][axis.path] = axis.values;
    }
    return json;
}

Json toJson(const RunSpec& run) {
    Json json = Json::object();
    writeFields(json, run);
    json["fold"] = {{"index", run.fold.index}, {"count", run.fold.count}};
    return json;
}

void applyOverride(ExperimentSpec& spec, std::string_view assignment) {
    const auto equals = assignment.find('=');
    if (equals == std::string_view::npos || equals == 0) {
        throw InputError("--set " + std::string(assignment) + ": needs the form path=value");
    }
    if (!isUtf8(assignment)) {
        throw InputError("--set " + data::displayText(assignment.substr(0, equals)) + ": needs text in UTF-8");
    }
    const std::string path(assignment.substr(0, equals));
    const std::string_view text = assignment.substr(equals + 1);
    Json json = toJson(spec);
    try {
        Json value;
        try {
            value = parseStrictJson(text);
        } catch (const Json::exception&) {
            value = text;
        }
        if (path == "title" || path == "repeats" || path == "vary") {
            json[path] = value;
        } else if (path.starts_with("repeats.")) {
            json["repeats"][path.substr(8)] = value;
        } else if (path.starts_with("vary.")) {
            json["vary"][path.substr(5)] = value;
        } else if (makesAxis(path, value)) {
            json["vary"][path] = value;
        } else {
            json["vary"].erase(path); // A single value takes the place of an axis.
            setAtPath(json, path, value);
        }
        spec = specificationFromJson(json);
    } catch (const InputError& error) {
        throw InputError(std::string("--set ") + error.what());
    }
}

void setAtPath(Json& run, const std::string& path, const Json& value) {
    const auto dot = path.find('.');
    if (dot == std::string::npos) {
        // A group of single fields keeps the ones that the value does not name.
        if (value.is_object() && run.contains(path) && run[path].is_object() && path != "precision") {
            run[path].update(value);
        } else {
            run[path] = value;
        }
        return;
    }
    const std::string group = path.substr(0, dot);
    if (group == "precision" && run.contains(group) && run[group].is_string()) {
        run[group] = policyToObject(policyFromJson(run[group]));
    }
    Json* place = &memberOf(run, group, path);
    std::string rest = path.substr(dot + 1);
    for (auto next = rest.find('.'); next != std::string::npos; next = rest.find('.')) {
        place = &memberOf(*place, rest.substr(0, next), path);
        rest = rest.substr(next + 1);
    }
    memberOf(*place, rest, path) = value;
}

} // namespace roundoff::experiment
