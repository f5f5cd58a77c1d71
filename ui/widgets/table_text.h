// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace roundoff::ui {

/// A line of a table for the clipboard, its cells separated by tabs, without an end. Tabs and ends of lines within a
/// cell become spaces. What a spreadsheet would take for a formula (= + - @ tab CR at the start) gets a leading
/// apostrophe; numbers as a person writes them, also with a unit of a few letters, are left alone.
[[nodiscard]] QString tableLine(const QStringList& cells);

/// A cell of such a line as it was before.
[[nodiscard]] QString cellOfTable(const QString& cell);

} // namespace roundoff::ui
