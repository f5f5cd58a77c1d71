// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include "ui/figures/figure_data.h"

namespace roundoff::ui {

/// Draws an experiment's figures for print: accuracy, training-time, accuracy-by-epoch, loss-by-epoch and deployments,
/// as far as there are data for them, and writes the data of each beside it (accuracy.svg, accuracy.csv, ...).
///
/// Text stays text in SVG and PDF. Every series can be followed in grey: by its dash, its marker, its hatch. Files are
/// written whole or not at all. Needs a QGuiApplication; no display.
/// @param directory  made if it is not there
/// @param formats    any of svg, png, pdf; without one, only the data are written
/// @return the files' paths
/// @throws InputError with the file's name if one cannot be written, or naming a format that is not known
QStringList renderFigures(const FigureData& data, const QString& directory, const QStringList& formats,
                          const FigureOptions& options = {});

} // namespace roundoff::ui
