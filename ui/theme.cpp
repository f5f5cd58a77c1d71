// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme.h"

#include <QApplication>
#include <QPalette>
#include <QSettings>
#include <QStyleFactory>
#include <QStyleHints>

namespace roundoff::ui {
namespace {

struct Shades {
    const char* window;
    const char* base;
    const char* alternate;
    const char* button;
    const char* text;
    const char* placeholder;
    const char* disabled;
    const char* highlight;
    const char* link;
    const char* toolTip;
};

// The highlights are the blues of the palette of Okabe and Ito.
constexpr Shades kLight{"#f3f4f6", "#ffffff", "#f7f8fa", "#eceef1", "#1b1f24",
                        "#69717c", "#9aa1ab", "#0072b2", "#00629b", "#ffffff"};
constexpr Shades kDark{"#202327", "#17191c", "#1c1f22", "#2d3136", "#e6e8eb",
                       "#8f97a1", "#69707a", "#2a7fb8", "#6cc0ee", "#2d3136"};

QPalette makePalette(const Shades& shades) {
    const QColor text(shades.text);
    QPalette palette{QColor(shades.button), QColor(shades.window)};
    palette.setColor(QPalette::Window, QColor(shades.window));
    palette.setColor(QPalette::Base, QColor(shades.base));
    palette.setColor(QPalette::AlternateBase, QColor(shades.alternate));
    palette.setColor(QPalette::Button, QColor(shades.button));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText}) {
        palette.setColor(role, text);
    }
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::PlaceholderText, QColor(shades.placeholder));
    palette.setColor(QPalette::Highlight, QColor(shades.highlight));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(shades.link));
    palette.setColor(QPalette::LinkVisited, QColor(shades.link));
    palette.setColor(QPalette::ToolTipBase, QColor(shades.toolTip));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) {
        palette.setColor(QPalette::Disabled, role, QColor(shades.disabled));
    }
    palette.setColor(QPalette::Disabled, QPalette::Base, QColor(shades.window));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, QColor(shades.disabled));
    return palette;
}

bool isDark(const QPalette& palette) {
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

/// What the desktop wants, as far as it can be told.
bool desktopIsDark() {
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    if (QGuiApplication::styleHints()->colorScheme() != Qt::ColorScheme::Unknown) {
        return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
    }
#elif defined(Q_OS_WIN)
    const QSettings personalisation(
        QStringLiteral("HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize"),
        QSettings::NativeFormat);
    return personalisation.value(QStringLiteral("AppsUseLightTheme"), 1).toInt() == 0;
#endif
    // The first palette is the desktop's, before ours hides it.
    static const bool dark = isDark(QGuiApplication::palette());
    return dark;
}

} // namespace

const char* themeName(Theme theme) {
    switch (theme) {
    case Theme::Light: return "light";
    case Theme::Dark: return "dark";
    case Theme::System: break;
    }
    return "system";
}

Theme themeOf(const QString& name) {
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        if (name == QLatin1String(themeName(theme))) {
            return theme;
        }
    }
    return Theme::System;
}

void applyTheme(Theme theme) {
    const bool systemIsDark = desktopIsDark();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const bool dark = theme == Theme::System ? systemIsDark : theme == Theme::Dark;
    QApplication::setPalette(makePalette(dark ? kDark : kLight));
}

bool isDarkTheme() {
    return isDark(QGuiApplication::palette());
}

const ThemeColors& themeColors() {
    static const ThemeColors light{
        .error = QColor("#b3261e"),
        .warning = QColor("#8a5a00"),
        .success = QColor("#00704f"),
        .muted = QColor("#5a626d"),
        .border = QColor("#cdd2d9"),
        .card = QColor("#ffffff"),
        .cardHover = QColor("#f7fbfe"),
        .chip = QColor("#e3eef6"),
        .errorFill = QColor("#fdecea"),
        .noticeFill = QColor("#e6f2fa"),
    };
    static const ThemeColors dark{
        .error = QColor("#ff8a80"),
        .warning = QColor("#f0c060"),
        .success = QColor("#4fd0a5"),
        .muted = QColor("#a3abb5"),
        .border = QColor("#41474e"),
        .card = QColor("#282c31"),
        .cardHover = QColor("#2d333a"),
        .chip = QColor("#2f3c47"),
        .errorFill = QColor("#45272a"),
        .noticeFill = QColor("#233543"),
    };
    return isDarkTheme() ? dark : light;
}

} // namespace roundoff::ui
