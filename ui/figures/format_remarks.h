// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

#include "ui/figures/format_use.h"

namespace roundoff::ui {

/// What a person has to know about the modes: that a format cannot do with overflow what is asked and does something
/// else, and what a NaN becomes where there is none. A line each, none twice.
[[nodiscard]] QStringList modeRemarks(const QList<FormatUse>& uses, double value);

} // namespace roundoff::ui
