// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "ui/charts/plot_painter.h"
#include "ui/figures/figure.h"

class QPainter;

namespace roundoff::ui {

/// A picture of formats on the page: painted in the window's colours, as high as it needs to be at its width; what it
/// shows can be copied as a picture and as a table, and saved.
class PlotView : public QWidget {
    Q_OBJECT

public:
    explicit PlotView(QWidget* parent = nullptr);

    /// The same for print.
    [[nodiscard]] virtual Figure figure(const FigureOptions& options) const = 0;

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    /// Puts the picture on the clipboard.
    void copy();
    /// Puts its data on the clipboard as CSV.
    void copyData();

signals:
    void message(const QString& text, bool failed);
    void saveRequested();

protected:
    /// @param rectangle  of the widget without its margin
    virtual void paintPlot(QPainter& painter, const QRectF& rectangle, const PlotLook& look) const = 0;
    /// The height that is needed at a width.
    [[nodiscard]] virtual qreal plotHeight(qreal width, const PlotLook& look) const = 0;
    /// Forgets what was computed for painting: size, look or content are new.
    virtual void invalidate() {}

    [[nodiscard]] PlotLook look() const;
    [[nodiscard]] QRectF plotRectangle() const;
    /// Takes more height than it needs where there is room.
    void setGrows();
    /// To be called when the content is new.
    void contentChanged();

    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
};

} // namespace roundoff::ui
