// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace roundoff::ui {

class Actions;

/// Every action that has a key, and the key.
void showShortcutsDialog(const Actions& actions, QWidget* parent);

/// Version, licence and what it is made of.
void showAboutDialog(QWidget* parent);

} // namespace roundoff::ui
