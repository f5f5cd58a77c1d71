// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

namespace roundoff::ui {

/// For what a cell says on its second line: of second rank, and still easy to read.
[[nodiscard]] inline QFont secondLineFont(const QFont& font) {
    constexpr double kOfFirstLine = 0.86;
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() * kOfFirstLine);
    return small;
}

} // namespace roundoff::ui
