// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <vector>

#include <QtCharts/QAreaSeries>
#include <QtCharts/QChartView>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include "ui/charts/plot_painter.h"

class QRubberBand;

namespace roundoff::ui {

/// Draws curves with QtCharts and turns the mouse and the keyboard into wishes: zoom, reset, read a value.
///
/// QtCharts draws the lines and bands; grid, labels and markers are items of its scene that paint with the functions
/// which exported pictures use too. Presses never reach the scene: QtCharts 6.4 crashes on some (QTBUG-115072,
/// QTBUG-118669). The series of group i are named "line i", "lower i", "upper i", "detail i" and "secondary i"; on a
/// logarithmic axis their values are decadic logarithms.
class ChartCanvas : public QChartView {
    Q_OBJECT

public:
    explicit ChartCanvas(QWidget* parent = nullptr);
    ~ChartCanvas() override;

    void setLook(const PlotLook& look);
    [[nodiscard]] const PlotLook& look() const { return look_; }

    /// Shows curves; entries without a value are hidden groups.
    void setPlot(const PlotAxes& axes, const QList<std::optional<PlotCurve>>& curves);
    /// Said in the middle of the plot; empty for none.
    void setNotice(const QString& notice);
    /// A vertical line at this x.
    void setCrosshair(std::optional<double> x);
    [[nodiscard]] std::optional<double> crosshair() const { return crosshair_; }

    [[nodiscard]] const PlotAxes& axes() const { return axes_; }
    [[nodiscard]] const QList<std::optional<PlotCurve>>& curves() const { return curves_; }
    /// Where the plot lies in the widget.
    [[nodiscard]] QRectF plotRectangle() const { return plot_; }

signals:
    /// A rectangle of values was drawn with the mouse.
    void zoomed(const Range& x, const Range& y);
    /// The wheel turned: the range is to shrink to `factor` of its width around a place, given as a fraction of it.
    void wheelZoomed(double place, double factor, bool vertical);
    void resetRequested();
    /// The mouse is over this x.
    void hovered(double x);
    void hoverEnded();
    void menuRequested(const QPoint& globalPosition);
    void resized();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    class AxesItem;
    class OverlayItem;

    /// The QtCharts series of one group that is shown.
    struct GroupSeries {
        qsizetype group;
        QLineSeries* lower;
        QLineSeries* upper;
        QAreaSeries* band;
        QLineSeries* detail;
        QLineSeries* secondary;
        QLineSeries* line;
    };

    void layOut();
    void makeSeries();
    void showGroup(const GroupSeries& series, const PlotCurve& curve);
    [[nodiscard]] double xAt(qreal position) const;

    PlotLook look_;
    bool lookShown_ = false; // whether the series have been drawn with the look
    PlotAxes axes_;
    QList<std::optional<PlotCurve>> curves_;
    QString notice_;
    std::optional<double> crosshair_;
    QRectF plot_;

    QValueAxis* xAxis_;
    QValueAxis* yAxis_;
    QValueAxis* rightAxis_;
    std::vector<GroupSeries> series_;
    AxesItem* axesItem_;
    OverlayItem* overlayItem_;
    QRubberBand* rubberBand_;
    std::optional<QPoint> pressed_;
};

} // namespace roundoff::ui
