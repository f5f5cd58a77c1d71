// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QString>
#include <QStringList>

#include "core/experiment/fields.h"

namespace roundoff::ui {

/// What a field is called in the form, in the language of the window. The English text is the field table's.
[[nodiscard]] QString fieldLabel(const experiment::Field& field);

/// The label as it stands inside a sentence: "Change of learning rate".
[[nodiscard]] QString fieldLabelInSentence(const experiment::Field& field);

/// Help, unit and range of a field, for its tooltip.
[[nodiscard]] QString fieldToolTip(const experiment::Field& field);

/// What a person sees for one choice of a field: "ReLU" for "relu".
[[nodiscard]] QString choiceText(const std::string& choice);

/// A value as a person types it: "0.01", "128, 64", "true"; empty for null.
[[nodiscard]] QString valueText(const experiment::Field& field, const experiment::Json& value);

/// What a person sees for such a text where it cannot be edited: "ReLU" for "relu", "default" for null.
[[nodiscard]] QString shownText(const experiment::Field& field, const QString& text);

/// The inverse of valueText(); takes what shownText() gives too.
/// @throws InputError without the field's path, if it cannot be read or the field does not take it
[[nodiscard]] experiment::Json parseValue(const experiment::Field& field, const QString& text);

/// Splits what is typed for an axis into the texts of its values: "0.1, 0.5, 1", and whole numbers as a range "1..6".
/// A field that is itself a list has its values separated by semicolons.
/// @throws InputError if a range is not one, or is longer than 1000
[[nodiscard]] QStringList splitValues(const QString& text, bool valuesAreLists);

/// Which other setting would give the field an effect ("Only with optimiser: SGD"); empty if it has one.
[[nodiscard]] QString whyWithoutEffect(const experiment::Field& field, const experiment::ExperimentSpec& spec);

} // namespace roundoff::ui
