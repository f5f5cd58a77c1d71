// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/experiment_spec.h"

namespace roundoff::experiment {

enum class FieldKind : std::uint8_t {
    Integer, ///< A whole number within [low, high].
    Real,    ///< A number within [low, high]; `lowOpen` excludes low itself.
    Boolean,
    Choice,      ///< One of `choices`.
    Text,        ///< Any text.
    IntegerList, ///< Whole numbers, each within [low, high].
    Precision,   ///< A policy's name, or an object of roles.
    Deployments  ///< A list of objects with format, rounding, overflow and scope.
};

/// One setting of a run. The table of all fields drives reading, writing, validation, the form and the axes: a field's
/// name stands nowhere else.
struct Field {
    std::string path; ///< "group.name"; precision and deployments are their own groups.
    FieldKind kind = FieldKind::Real;
    std::string label; ///< English, for the form: "Learning rate".
    std::string unit;  ///< "" or what the number counts.
    std::string help;  ///< One or two sentences.
    double low = 0.0;
    double high = 0.0;
    bool lowOpen = false;
    bool optional = false; ///< null is allowed and means: none.
    std::vector<std::string> choices;
    /// Whether the field has an effect, given the other fields (momentum: only with SGD); empty: always.
    std::function<bool(const RunSpec&)> applies;

    /// Reading and writing: `set` throws InputError without the path in front, which the caller knows.
    std::function<Json(const RunSpec&)> get;
    std::function<void(RunSpec&, const Json&)> set;

    [[nodiscard]] std::string group() const { return path.substr(0, path.find('.')); }
    [[nodiscard]] std::string key() const;
};

/// All fields, in the order of a specification.
[[nodiscard]] std::span<const Field> fields();

/// The field of a path.
/// @throws InputError that names the nearest known path
[[nodiscard]] const Field& fieldAt(std::string_view path);

/// The path of a group of fields ("clipping"), which a specification's `vary` may also name.
[[nodiscard]] bool isGroup(std::string_view path);

/// Sets one field.
/// @throws InputError "path: what is wrong" if the value has the wrong type or is out of range
void setField(RunSpec& run, std::string_view path, const Json& value);

} // namespace roundoff::experiment
