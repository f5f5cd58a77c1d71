// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace roundoff::ui {

// Texts that come from files, for places where Qt would make more of them than text. Labels are told by
// setTextFormat(Qt::PlainText).

/// A text for a tooltip, which Qt takes for HTML when it looks like it: this one is shown as it is.
[[nodiscard]] QString plainToolTip(const QString& text);

/// A text for a menu, a button or a tab, where an ampersand marks the letter of a shortcut: this one shows it.
[[nodiscard]] QString withoutMnemonic(const QString& text);

} // namespace roundoff::ui
