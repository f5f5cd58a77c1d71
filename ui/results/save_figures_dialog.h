// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QList>
#include <QStringList>

#include "ui/figures/figure_data.h"

class QCheckBox;
class QDoubleSpinBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSettings;
class QSpinBox;

namespace roundoff::ui {

/// Size, font and resolution of saved figures as they were chosen last.
[[nodiscard]] FigureOptions savedFigureOptions(const QSettings& settings);

/// Asks how figures are to be saved, and where. What was accepted is proposed the next time.
class SaveFiguresDialog : public QDialog {
    Q_OBJECT

public:
    /// @param settings  outlives the dialog
    explicit SaveFiguresDialog(QSettings& settings, QWidget* parent = nullptr);

    [[nodiscard]] FigureOptions options() const;
    [[nodiscard]] QStringList formats() const;
    [[nodiscard]] QString folder() const;

    void accept() override;

private:
    void chooseFolder();
    void updateButtons();

    QSettings& settings_;
    QDoubleSpinBox* width_;
    QDoubleSpinBox* height_;
    QDoubleSpinBox* font_;
    QSpinBox* dpi_;
    QList<QCheckBox*> formats_;
    QLineEdit* folder_;
    QLabel* hint_;
    QPushButton* save_;
};

} // namespace roundoff::ui
