// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QBoxLayout;
class QComboBox;
class QLineEdit;

namespace roundoff::ui {

class DataTable;
class FormatPanel;
class FormatsModel;
class TintedLabel;

/// What becomes of a number in one format and in another, and the table of all formats.
class FormatsPage : public QWidget {
    Q_OBJECT

public:
    explicit FormatsPage(QWidget* parent = nullptr);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void refresh();

    FormatsModel* model_;
    QBoxLayout* panels_ = nullptr;
    QLineEdit* value_;
    QComboBox* rounding_;
    TintedLabel* problem_;
    FormatPanel* first_;
    FormatPanel* second_;
    DataTable* table_;
};

} // namespace roundoff::ui
