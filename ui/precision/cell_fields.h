// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndexList>
#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;

namespace roundoff::ui {

class MatrixView;
class PolicyModel;
class TintedLabel;

/// What the selected cells of the precision matrix have: format, rounding, overflow and, of accumulators, a chunk.
/// Changes go into all selected cells. Below stands what is wrong with a cell.
class CellFields : public QWidget {
    Q_OBJECT

public:
    /// @param model, view  outlive the fields
    CellFields(PolicyModel& model, MatrixView& view, QWidget* parent = nullptr);

    /// Brings the fields up with the current cell.
    void refresh();

private:
    void takeFormat();
    void takeRounding();
    void takeOverflow();
    void takeChunk(int chunk);
    void showProblem();
    [[nodiscard]] QString placeText(const QModelIndexList& cells) const;

    PolicyModel& model_;
    MatrixView& view_;
    QLabel* place_;
    QComboBox* format_;
    QComboBox* rounding_;
    QComboBox* overflow_;
    QSpinBox* chunk_;
    TintedLabel* problem_;
    int offeredColumn_ = -1; // Whose formats are in the box.
};

} // namespace roundoff::ui
