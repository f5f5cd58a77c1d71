// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/weights/weight_study.h"

namespace roundoff::ui {

class StatTile;

/// What rounding the weights costs and gains, in five numbers.
class WeightsSummary : public QFrame {
    Q_OBJECT

public:
    explicit WeightsSummary(QWidget* parent = nullptr);

    /// Shows what the answer knows; the other numbers stay and look like old ones.
    void showAnswer(const TrainedRun& run, const StudyAnswer& answer);
    /// All numbers are about to change.
    void setStale();

private:
    void showAccuracy(const TrainedRun& run, const StudyAnswer& answer);
    void showSize(const TrainedRun& run, const StudyAnswer& answer);

    StatTile* accuracy_;
    StatTile* distinct_;
    StatTile* bits_;
    StatTile* size_;
    StatTile* noise_;
};

} // namespace roundoff::ui
