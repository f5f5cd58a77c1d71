// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QByteArray>

#include "core/store/paper_results.h"
#include "core/store/provenance.h"
#include "ui/report/numbered_figures.h"

namespace roundoff::ui {

/// The report on the paper's experiments as one HTML file that needs no other file and no network: every figure and
/// table under its number, the paper's claims beside what was measured, the numbers behind them, and where they come
/// from. Readable on a phone and on paper. In English, as the paper is.
[[nodiscard]] QByteArray paperReport(const std::vector<store::PresetResults>& experiments,
                                     const std::vector<NumberedFigure>& figures, const store::Provenance& provenance,
                                     const FigureOptions& options);

} // namespace roundoff::ui
