// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include "core/experiment/presets.h"
#include "ui/figures/figure.h"
#include "ui/figures/figure_data.h"

namespace roundoff::ui {

/// The names of all kinds of figures: accuracy, training-time, by-threshold, ...
[[nodiscard]] QStringList figureKinds();

/// Every figure that there are data for in the experiment, each kind at most once.
[[nodiscard]] QList<Figure> experimentFigures(std::shared_ptr<const FigureData> data,
                                              const FigureOptions& options = {});

/// The figure that shows what a figure of the paper shows, with its options: `precision` ("FP32": only its groups),
/// `deployment` ("DEC2": the weights after it) with `rounding`, `format` and `value`.
/// @return none if there are no data for it yet
/// @throws InputError naming a kind, an option or an option's value that is not known
[[nodiscard]] std::optional<Figure> paperFigure(std::shared_ptr<const FigureData> data,
                                                const experiment::PaperFigure& wanted,
                                                const FigureOptions& options = {});

/// Writes figures, and the data of each beside it (accuracy.svg, accuracy.csv, ...).
///
/// Text stays text in SVG and PDF. Every series can be followed in grey: by its dash, its marker, its hatch. Files are
/// written whole or not at all. Needs a QGuiApplication; no display.
/// @param directory  made if it is not there
/// @param formats    any of svg, png, pdf; without one, only the data are written
/// @return the files' paths
/// @throws InputError with the file's name if one cannot be written, or naming a format that is not known
QStringList saveFigures(const QList<Figure>& figures, const QString& directory, const QStringList& formats,
                        const FigureOptions& options = {});

/// The same for all of an experiment's figures.
QStringList renderFigures(std::shared_ptr<const FigureData> data, const QString& directory, const QStringList& formats,
                          const FigureOptions& options = {});

/// The figure as an `svg` element to stand in HTML: as wide as its place, its title for screen readers, text as text
/// with a fallback font.
/// @param idPrefix  put before every id, so that figures on one page do not share any; letters, digits and hyphens
[[nodiscard]] QByteArray inlineSvg(const Figure& figure, const FigureOptions& options, const QString& idPrefix);

} // namespace roundoff::ui
