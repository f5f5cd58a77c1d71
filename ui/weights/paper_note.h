// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "ui/weights/weight_study.h"

namespace roundoff::ui {

/// What the paper says about decimals that is seen in this answer, in one line: that truncating to one decimal leaves
/// chance level. Empty where it says nothing.
[[nodiscard]] QString paperNote(const StudyAnswer& answer);

} // namespace roundoff::ui
