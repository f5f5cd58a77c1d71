// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QPixmap>
#include <QWidget>

#include "ui/figures/figure.h"

namespace roundoff::ui {

/// Shows a figure in the window's colours, as high as it needs to be at its width.
class FigureCanvas : public QWidget {
    Q_OBJECT

public:
    explicit FigureCanvas(QWidget* parent = nullptr);

    void setFigure(const Figure& figure);
    /// Shows a line of text instead.
    void clear(const QString& text);

    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

public slots:
    /// Puts the figure on the clipboard as a picture.
    void copy();

signals:
    void copied();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    [[nodiscard]] PlotLook look() const;
    [[nodiscard]] QPixmap paintedAt(QSize size, qreal ratio) const;

    std::optional<Figure> figure_;
    QString text_;
    QPixmap painted_; // of the present figure, size and palette; null if it has to be painted anew
};

} // namespace roundoff::ui
