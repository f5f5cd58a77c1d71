// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QSettings;

namespace roundoff::ui {

class PlotView;

/// Writes what a view shows for print, as the file's ending says: svg, png, pdf, or csv for the data.
/// @throws InputError if that is not possible
void savePlotTo(const PlotView& view, const QSettings& settings, const QString& path);

/// Asks for a file and writes it; the view tells of the end.
void savePlot(PlotView& view, QSettings& settings);

} // namespace roundoff::ui
