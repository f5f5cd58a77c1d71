// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QActionGroup;
class QMainWindow;
class QSettings;
class QSplitter;
class QVariant;

namespace roundoff::ui {

inline constexpr auto kThemeKey = "view/theme";
inline constexpr auto kLanguageKey = "view/language";
inline constexpr auto kFormKey = "view/form";
inline constexpr auto kSectionsKey = "view/sections";
inline constexpr auto kThreadsKey = "runs/threads";
inline constexpr auto kFormatsValueKey = "formats/value";
inline constexpr auto kFormatsCompanionsKey = "formats/companions";
inline constexpr auto kFormatsFirstKey = "formats/first";
inline constexpr auto kFormatsSecondKey = "formats/second";
inline constexpr auto kFormatsModesKey = "formats/modes";
inline constexpr auto kFormatsViewKey = "formats/view";
inline constexpr auto kFormatsLogarithmicKey = "formats/logarithmic";

/// Brings the window back as it was left; at the first start, as large as is comfortable.
void restoreWindow(const QSettings& settings, QMainWindow& window, QSplitter& main, QSplitter& live);
void saveWindow(QSettings& settings, const QMainWindow& window, const QSplitter& main, const QSplitter& live);

/// Where files were chosen last; the person's documents at first.
[[nodiscard]] QString lastFolder(const QSettings& settings);
void setLastFolder(QSettings& settings, const QString& folder);

/// For file dialogs: experiments and specifications, and each alone.
[[nodiscard]] QString openFilter();
[[nodiscard]] QString experimentFilter();
[[nodiscard]] QString specificationFilter();

/// Checks the action of a group that stands for a value.
void checkChoice(const QActionGroup& group, const QVariant& value);

} // namespace roundoff::ui
