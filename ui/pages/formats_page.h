// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QWidget>

#include "ui/figures/format_use.h"

class QAbstractButton;
class QBoxLayout;
class QLabel;
class QLineEdit;
class QSettings;
class QStackedWidget;

namespace roundoff::ui {

class DataTable;
class FormatChoice;
class FormatPanel;
class FormatsModel;
class NumberLinePanel;
class PlotView;
class RoundingChoice;
class SwitchRow;
class TintedLabel;

/// What becomes of a number in one format and in another: bit by bit, and on the formats' number lines; and the table
/// of all formats. What was chosen is there again at the next start.
class FormatsPage : public QWidget {
    Q_OBJECT

public:
    /// @param settings  outlives the page
    explicit FormatsPage(QSettings& settings, QWidget* parent = nullptr);

signals:
    /// Something to tell: done, or what went wrong.
    void message(const QString& text, bool failed);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeHead();
    QWidget* makeBits();
    QWidget* makeTable();
    void connectPlot(PlotView& plot);
    void restore();
    void refresh();
    /// @return whether both formats and all numbers can be read
    bool tellProblems(bool numbersRead);
    [[nodiscard]] FormatUse useOf(const FormatChoice& choice, const std::vector<double>& companions) const;

    QSettings& settings_;
    FormatsModel* model_;
    QLineEdit* value_;
    FormatChoice* firstFormat_;
    FormatChoice* secondFormat_;
    RoundingChoice* modes_;
    QWidget* companionsRow_ = nullptr;
    QLineEdit* companions_;
    TintedLabel* problem_;
    TintedLabel* remark_;
    SwitchRow* views_;
    QStackedWidget* stack_;
    QBoxLayout* panels_ = nullptr;
    FormatPanel* first_;
    FormatPanel* second_;
    NumberLinePanel* lines_;
    DataTable* table_;
    int shownBefore_ = 0; ///< The view from which the table was opened.
    bool restored_ = false;
};

} // namespace roundoff::ui
