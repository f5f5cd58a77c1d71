// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

class QAction;

namespace roundoff::ui {

class PolicyModel;

/// The precision matrix. What is typed goes into all selected cells; cells can be copied and pasted as text, filled
/// down and cleared.
class MatrixView : public QTableView {
    Q_OBJECT

public:
    /// @param model  outlives the view
    explicit MatrixView(PolicyModel& model, QWidget* parent = nullptr);

    /// Copies the topmost selected cell of each column to the cells below it.
    [[nodiscard]] QAction* fillDownAction() const { return fillDown_; }
    /// Takes the selected cells back to what all layers have.
    [[nodiscard]] QAction* clearAction() const { return clear_; }

    /// The selected cells; the current one, if none is.
    [[nodiscard]] QModelIndexList cells() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Makes the columns wide enough for what is in them, and the whole width theirs.
    void fitColumns();

signals:
    void selectionMoved();

protected:
    void selectionChanged(const QItemSelection& selected, const QItemSelection& deselected) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] int heightOf(int rows) const;
    QAction* addCommand(const QString& name, const QString& text, const QString& toolTip, const QKeySequence& keys);

    PolicyModel& model_;
    QAction* fillDown_;
    QAction* clear_;
};

} // namespace roundoff::ui
