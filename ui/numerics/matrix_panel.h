// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "ui/numerics/numerics_model.h"

class QLabel;
class QSlider;

namespace roundoff::ui {

class HeatScale;
class HeatView;

/// Where it hurts: the matrix of layers and roles over the whole run or at one of the steps that were looked at.
class MatrixPanel : public QWidget {
    Q_OBJECT

public:
    explicit MatrixPanel(QWidget* parent = nullptr);

    /// @param samples  of a run, oldest first
    void setContent(const std::vector<nn::TelemetrySample>& samples, Measure measure,
                    const nn::PrecisionPolicy& policy);
    /// Selects the cell of a layer and role, or the nearest there is.
    void select(int layer, nn::Role role);

    [[nodiscard]] const NumericsModel& model() const { return *model_; }
    /// Whether one step is shown instead of the whole run.
    [[nodiscard]] bool isAtStep() const { return atStep_; }

public slots:
    void copy();

signals:
    /// A person chose a cell; a measure that is not by role leaves the role as it is.
    void chosen(int layer, roundoff::nn::Role role);
    void saveRequested();
    void message(const QString& text, bool failed);

private:
    [[nodiscard]] QWidget* makeHeader();
    void showSample();

    std::vector<nn::TelemetrySample> samples_;
    Measure measure_ = Measure::Underflowed;
    nn::PrecisionPolicy policy_;
    bool atStep_ = false;
    bool selecting_ = false;
    int layer_ = 1;
    nn::Role role_ = nn::Role::Weights;

    NumericsModel* model_;
    HeatView* view_;
    QLabel* title_;
    QLabel* when_;
    QSlider* slider_;
    HeatScale* scale_;
};

} // namespace roundoff::ui
