// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

#include "ui/theme.h"

namespace roundoff::ui {

/// An icon of resources/icons/actions, drawn in the text colour of the application's palette as it is when it is
/// painted.
/// @param name  the file's, without its ending
/// @param colour  one of the theme's colours instead; a disabled icon has the palette's
[[nodiscard]] QIcon actionIcon(const QString& name, QColor ThemeColors::*colour = nullptr);

/// The same in a colour of its own.
[[nodiscard]] QPixmap iconPixmap(const QString& name, int size, const QColor& colour, qreal devicePixelRatio);

} // namespace roundoff::ui
