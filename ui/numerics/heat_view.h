// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

namespace roundoff::ui {

class NumericsModel;

/// The matrix of layers and roles as a heat map with numbers. One cell is selected, by mouse or keyboard.
class HeatView : public QTableView {
    Q_OBJECT

public:
    /// @param model  outlives the view
    explicit HeatView(NumericsModel& model, QWidget* parent = nullptr);

    /// The shown numbers with their headings as tab-separated text.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    /// Puts text() on the clipboard.
    void copy() const;

signals:
    void saveRequested();
    void copied() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void fitRows();

    NumericsModel& model_;
};

} // namespace roundoff::ui
