// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace roundoff::ui {

/// What the charts know about a run besides its metrics.
struct RunInfo {
    int run = 0;       ///< Index into the plan.
    QString group;     ///< Runs of one group differ only in fold and seed; drawn as one line.
    QString precision; ///< Name or short text of the precision policy; decides the colour.
    QString label;     ///< What sets the run apart: "FP16, fold 2 of 5".
    int fold = -1;     ///< From 0; -1 when the run trains on the whole training set.
    quint64 seed = 1;

    bool operator==(const RunInfo&) const = default;
};

} // namespace roundoff::ui
