// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QList>
#include <QScrollArea>

#include "ui/charts/series_style.h"

class QLabel;

namespace roundoff::ui {

/// An entry of the legend: checked while its group is shown.
class LegendButton : public QAbstractButton {
    Q_OBJECT

public:
    LegendButton(const QString& text, SeriesStyle style, QWidget* parent);

    void setStyle(const SeriesStyle& style);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    /// A double click, or Return: this group alone, or all again.
    void soloRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    SeriesStyle style_;
};

/// The legend that all charts share: a row of entries that wraps, with a scroll bar when there are very many.
///
/// A click (or Space) hides a group or shows it again; a double click (or Return) shows it alone, and all again if it
/// was alone. Of very many groups only the first are shown to begin with. The entries are named "legend 0", "legend 1",
/// ...
class ChartLegend : public QScrollArea {
    Q_OBJECT

public:
    explicit ChartLegend(QWidget* parent = nullptr);

    /// Groups hidden before stay hidden if a group of that name comes again.
    void setGroups(const QList<GroupInfo>& groups, const QList<SeriesStyle>& styles);
    void setStyles(const QList<SeriesStyle>& styles);
    [[nodiscard]] QList<bool> hidden() const;

signals:
    void hiddenChanged();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void toggle(qsizetype index, bool shown);
    void solo(qsizetype index);
    void updateHeight();

    QList<GroupInfo> groups_;
    QList<LegendButton*> buttons_;
    QLabel* note_ = nullptr; // that not all are drawn
    QStringList hiddenNames_;
    QList<bool> beforeLastClick_; // a double click begins with a click, which has already toggled its entry
};

} // namespace roundoff::ui
