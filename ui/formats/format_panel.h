// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/figures/format_use.h"

class QLineEdit;

namespace roundoff::ui {

class DataTable;
class FormatDiagramWidget;
class SharedValuesModel;
class TintedLabel;

/// What becomes of a number in a format: the diagram of its bits, with code and error, the number that is stored, to be
/// copied, and the numbers that it shares a scale with.
class FormatPanel : public QWidget {
    Q_OBJECT

public:
    explicit FormatPanel(QWidget* parent = nullptr);

    void setNumber(const FormatUse& use, double value);

    [[nodiscard]] FormatDiagramWidget* diagram() const { return diagram_; }

private:
    FormatDiagramWidget* diagram_;
    QLineEdit* stored_;
    QLineEdit* hexadecimal_;
    SharedValuesModel* sharedValues_;
    TintedLabel* sharedTitle_;
    DataTable* sharedTable_;
};

} // namespace roundoff::ui
