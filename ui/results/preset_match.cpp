// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/preset_match.h"

#include <algorithm>
#include <set>
#include <string>

#include <QCoreApplication>

#include "core/experiment/spec_json.h"
#include "ui/document/axis_text.h"

namespace roundoff::ui {
namespace {

// Repeats are no fields of a run, so that the field table does not know them.
QString settingLabel(const std::string& path) {
    if (path == "repeats.folds") {
        return QCoreApplication::translate("FormRows", "Folds");
    }
    return path == "repeats.seeds" ? QCoreApplication::translate("FormRows", "Seeds") : axisLabel(path);
}

QStringList changedFields(const experiment::ExperimentSpec& spec, const experiment::ExperimentSpec& original) {
    const experiment::Json now = experiment::toJson(spec);
    const experiment::Json then = experiment::toJson(original);
    QStringList changed;
    const auto note = [&](const std::string& path) {
        const QString label = settingLabel(path);
        if (!changed.contains(label)) {
            changed << label;
        }
    };
    for (const auto& [group, value] : now.items()) {
        const auto before = then.find(group);
        if (before != then.end() && *before == value) {
            continue;
        }
        if (before == then.end() || !value.is_object() || !before->is_object() || group == "precision") {
            note(group);
            continue;
        }
        std::set<std::string> names;
        for (const experiment::Json* side : {&value, &*before}) {
            for (const auto& item : side->items()) {
                names.insert(item.key());
            }
        }
        for (const std::string& name : names) {
            const auto a = value.find(name);
            const auto b = before->find(name);
            if (a == value.end() || b == before->end() || *a != *b) {
                note(group == "vary" ? name : group + "." + name);
            }
        }
    }
    return changed;
}

} // namespace

std::optional<PresetMatch> matchPreset(const std::vector<experiment::Preset>& presets,
                                       const experiment::ExperimentSpec& spec) {
    auto found = std::ranges::find_if(presets, [&](const auto& preset) { return preset.spec == spec; });
    if (found != presets.end()) {
        return PresetMatch{*found, {}};
    }
    found = std::ranges::find_if(
        presets, [&](const auto& preset) { return !preset.spec.title.empty() && preset.spec.title == spec.title; });
    if (found == presets.end()) {
        return std::nullopt;
    }
    return PresetMatch{*found, changedFields(spec, found->spec)};
}

} // namespace roundoff::ui
