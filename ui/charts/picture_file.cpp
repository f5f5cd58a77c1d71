// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/picture_file.h"

#include <cmath>

#include <QBuffer>
#include <QImage>
#include <QMarginsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "ui/charts/crisp_svg.h"

namespace roundoff::ui {

namespace {

constexpr double kMillimetresPerInch = 25.4;

void paintOn(QPaintDevice& device, const PictureSize& size, double scale, const PaintPicture& paint) {
    QPainter painter(&device);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.scale(scale, scale);
    paint(painter, QRectF(QPointF(0, 0), size.units));
}

void writeSvg(QBuffer& buffer, const PictureSize& size, const QString& title, const PaintPicture& paint) {
    // The generator of Qt 6.4 writes a title as if it were XML.
    const QString place = QStringLiteral("title-of-the-picture");
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(size.unitsPerInch);
    generator.setSize(size.units);
    generator.setViewBox(QRect(QPoint(0, 0), size.units));
    generator.setTitle(place);
    paintOn(generator, size, 1.0, paint);
    const QString shown = QString::fromStdString(data::displayText(title.toStdString())).toHtmlEscaped();
    QByteArray& written = buffer.buffer();
    if (const qsizetype at = written.indexOf(place.toLatin1()); at >= 0) {
        written.replace(at, place.size(), shown.toUtf8());
    }
}

void writePdf(QBuffer& buffer, const PictureSize& size, const QString& title, const PaintPicture& paint) {
    QPdfWriter writer(&buffer);
    writer.setResolution(size.unitsPerInch);
    writer.setPageSize(QPageSize(QSizeF(size.units) * kMillimetresPerInch / size.unitsPerInch, QPageSize::Millimeter,
                                 QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setTitle(title);
    writer.setCreator(QStringLiteral("Roundoff"));
    paintOn(writer, size, 1.0, paint);
}

void writePng(QBuffer& buffer, const PictureSize& size, const PaintPicture& paint) {
    const double scale = static_cast<double>(size.dpi) / size.unitsPerInch;
    const auto pixels = [scale](int units) { return static_cast<int>(std::lround(units * scale)); };
    QImage image(pixels(size.units.width()), pixels(size.units.height()), QImage::Format_RGB32);
    image.fill(Qt::white);
    const int dotsPerMetre = static_cast<int>(std::lround(size.dpi * 1000.0 / kMillimetresPerInch));
    paintOn(image, size, scale, paint);
    image.setDotsPerMeterX(dotsPerMetre);
    image.setDotsPerMeterY(dotsPerMetre);
    image.save(&buffer, "PNG");
}

} // namespace

QStringList pictureFormats() {
    return {QStringLiteral("svg"), QStringLiteral("png"), QStringLiteral("pdf")};
}

QByteArray renderPicture(const QString& format, const PictureSize& size, const QString& title,
                         const PaintPicture& paint) {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    if (format == QLatin1String("svg")) {
        writeSvg(buffer, size, title, paint);
        return withCrispRectangles(buffer.data());
    } else if (format == QLatin1String("png")) {
        writePng(buffer, size, paint);
    } else if (format == QLatin1String("pdf")) {
        writePdf(buffer, size, title, paint);
    } else {
        throw InputError(QStringLiteral("picture format \"%1\" is not known: choose from %2")
                             .arg(format, pictureFormats().join(QStringLiteral(", ")))
                             .toStdString());
    }
    return buffer.data();
}

void writeFile(const QString& path, const QByteArray& contents) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size() || !file.commit()) {
        throw InputError(QStringLiteral("%1 cannot be written: %2").arg(path, file.errorString()).toStdString());
    }
}

} // namespace roundoff::ui
