// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/figures/format_use.h"

class QAbstractButton;
class QHBoxLayout;

namespace roundoff::ui {

class DensityView;
class NumberLineView;
class PlotView;
class SwitchRow;

/// The number lines of formats with buttons for what they show, and below them their density, on the same axis where
/// that is logarithmic.
class NumberLinePanel : public QWidget {
    Q_OBJECT

public:
    explicit NumberLinePanel(QWidget* parent = nullptr);

    void setNumber(const QList<FormatUse>& uses, double value);
    void setLogarithmic(bool logarithmic);
    [[nodiscard]] bool isLogarithmic() const;

    [[nodiscard]] NumberLineView* line() const { return line_; }
    [[nodiscard]] DensityView* density() const { return density_; }

signals:
    void logarithmicChanged(bool logarithmic);

private:
    QWidget* makeTools();
    QAbstractButton* addTool(QHBoxLayout& row, const QString& name, const QString& text, const QString& toolTip);
    void showDensity();

    SwitchRow* scale_;
    NumberLineView* line_;
    DensityView* density_;
};

} // namespace roundoff::ui
