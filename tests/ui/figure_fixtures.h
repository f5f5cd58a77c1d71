// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QByteArray>
#include <QImage>
#include <QList>
#include <QPainter>
#include <QPalette>
#include <QString>
#include <QStringList>

#include "ui/figures/figure.h"
#include "ui/figures/figure_data.h"

namespace roundoff::ui {

/// A run with these results and nothing else.
inline FigureRun figureRun(double accuracy, double trainSeconds, double evalSeconds = 0.5) {
    FigureRun run;
    run.label = QStringLiteral("run");
    run.testAccuracy = accuracy;
    run.trainSeconds = trainSeconds;
    run.evalSeconds = evalSeconds;
    return run;
}

inline FigureGroup figureGroup(const QString& precision, const QList<FigureRun>& runs) {
    return {.label = precision,
            .precision = precision,
            .series = {},
            .axisValue = {},
            .accuracyInterval = {},
            .runs = runs};
}

inline FigureGroup atThreshold(const QString& precision, double threshold, const QList<FigureRun>& runs) {
    FigureGroup group = figureGroup(precision, runs);
    group.label = QStringLiteral("%1 at %2").arg(precision).arg(threshold);
    group.axisValue = threshold;
    return group;
}

/// The fields of a CSV without quotes or line breaks in them, the header first.
inline QList<QStringList> csvRows(const std::string& text) {
    QList<QStringList> rows;
    for (const QString& line : QString::fromStdString(text).split(QStringLiteral("\r\n"), Qt::SkipEmptyParts)) {
        rows.append(line.split(u','));
    }
    return rows;
}

/// A figure painted in a size of pixels, in the middle of a wider margin.
inline QImage painted(const Figure& figure, QSize size, bool dark, int margin, const QColor& marginColour) {
    QPalette palette(dark ? Qt::black : Qt::white);
    palette.setColor(QPalette::Base, dark ? Qt::black : Qt::white);
    palette.setColor(QPalette::Text, dark ? Qt::white : Qt::black);
    QFont font;
    font.setPixelSize(13);
    QImage image(size + QSize(2 * margin, 2 * margin), QImage::Format_RGB32);
    image.fill(marginColour);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    figure.paint(painter, QRectF(QPointF(margin, margin), QSizeF(size)), PlotLook::fromPalette(palette, font));
    return image;
}

} // namespace roundoff::ui
