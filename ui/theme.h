// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include <QColor>

class QString;

namespace roundoff::ui {

enum class Theme : std::uint8_t { System, Light, Dark };

/// Names for settings: system, light, dark.
[[nodiscard]] const char* themeName(Theme theme);
/// System for any other name.
[[nodiscard]] Theme themeOf(const QString& name);

/// Gives the application the Fusion style in our light or dark palette; System follows the desktop.
void applyTheme(Theme theme);

/// Whether the application's palette is dark now.
[[nodiscard]] bool isDarkTheme();

/// Colours that a palette has no role for. Text colours have a contrast of at least 4.5 on the window's background.
struct ThemeColors {
    QColor error; ///< Text and icons.
    QColor warning;
    QColor success;
    QColor muted;  ///< Text of second rank.
    QColor border; ///< Of cards, chips and banners.
    QColor card;   ///< Background of cards.
    QColor cardHover;
    QColor chip;      ///< Background of chips.
    QColor errorFill; ///< Backgrounds of banners.
    QColor noticeFill;
};

[[nodiscard]] const ThemeColors& themeColors();

} // namespace roundoff::ui
