// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QList>
#include <QString>

#include "ui/charts/picture_file.h"
#include "ui/figures/figure_data.h"

namespace roundoff::ui {

/// A figure ready to be written: how to paint it, and its data.
struct Figure {
    QString name; ///< Of its files: "training-time".
    QString title;
    PictureSize size;
    PaintPicture paint;
    std::string csv;
};

// Each gives no figure when there are no data for it. The data outlive the figures.

/// Final test accuracy of each group with its interval; over a numeric axis where every group has a place on one.
[[nodiscard]] QList<Figure> accuracyFigure(const FigureData& data, const FigureOptions& options);
/// Seconds of training and evaluation of each group, native or emulated.
[[nodiscard]] QList<Figure> trainingTimeFigure(const FigureData& data, const FigureOptions& options);
/// Test accuracy after each deployment.
[[nodiscard]] QList<Figure> deploymentsFigure(const FigureData& data, const FigureOptions& options);
/// Test accuracy after each epoch.
[[nodiscard]] QList<Figure> accuracyByEpochFigure(const FigureData& data, const FigureOptions& options);
/// Training loss, and test loss as a thinner line, after each epoch.
[[nodiscard]] QList<Figure> lossByEpochFigure(const FigureData& data, const FigureOptions& options);

} // namespace roundoff::ui
