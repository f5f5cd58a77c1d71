// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace roundoff::ui {

/// An SVG in which filled paths that consist of upright rectangles only, such as the pixels of an image, are drawn
/// without smoothing: viewers would show seams between neighbours. The generator of Qt cannot say so itself.
[[nodiscard]] QByteArray withCrispRectangles(const QByteArray& svg);

} // namespace roundoff::ui
