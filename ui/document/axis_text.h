// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QString>

#include "core/experiment/fields.h"

namespace roundoff::ui {

/// The field of a path; null for a group of fields, or for a part of one (a role of the precision).
[[nodiscard]] const experiment::Field* findField(const std::string& path);

/// What an axis is called: the label of its field, the name of its group, or else its path.
[[nodiscard]] QString axisLabel(const std::string& path);

/// The same inside a sentence.
[[nodiscard]] QString axisLabelInSentence(const std::string& path);

/// A value of an axis as its chip shows it. A value of a group's axis is the values of its fields in the order of the
/// field table: "norm 0.5" for { "kind": "norm", "threshold": 0.5 }; one that leaves out a field in between is shown as
/// JSON.
[[nodiscard]] QString axisValueText(const std::string& path, const experiment::Json& value);

/// The inverse.
/// @throws InputError that says what is wrong
[[nodiscard]] experiment::Json parseAxisValue(const std::string& path, const QString& text);

/// The name of a group of fields in the form: "Clipping" for "clipping".
[[nodiscard]] QString groupLabel(const std::string& group);

} // namespace roundoff::ui
