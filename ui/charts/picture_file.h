// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QByteArray>
#include <QRectF>
#include <QSize>
#include <QString>
#include <QStringList>

class QPainter;

namespace roundoff::ui {

/// Size of a picture in the units that it is painted in.
struct PictureSize {
    QSize units;
    int unitsPerInch = 96;
    int dpi = 192; ///< Pixels per inch of a PNG.
};

/// Paints a picture into the rectangle, which begins at (0, 0).
using PaintPicture = std::function<void(QPainter&, const QRectF&)>;

/// svg, png, pdf
[[nodiscard]] QStringList pictureFormats();

/// A picture's file as bytes. Text stays text in SVG and PDF.
/// @param title  recorded in SVG and PDF
/// @throws InputError if there is no such format
[[nodiscard]] QByteArray renderPicture(const QString& format, const PictureSize& size, const QString& title,
                                       const PaintPicture& paint);

/// Writes a whole file or leaves what was there.
/// @throws InputError with the file's name and the reason
void writeFile(const QString& path, const QByteArray& contents);

} // namespace roundoff::ui
