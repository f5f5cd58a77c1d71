// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QWidget>

#include "core/deploy/weight_report.h"
#include "ui/weights/histogram_plot.h"

namespace roundoff::ui {

/// The histograms of all layers: as many beside each other as the width allows.
class HistogramsView : public QWidget {
    Q_OBJECT

public:
    /// What is shown, and the words for it.
    struct Content {
        std::shared_ptr<const deploy::WeightReport> report; ///< Null for nothing.
        format::Format format;
        QString title;  ///< Of pictures.
        QString before; ///< Entries of the legend.
        QString after;
        QString precision; ///< Names that have colours: what the weights were trained in, ...
        QString rounded;   ///< ... and what they are rounded to.
    };

    explicit HistogramsView(QWidget* parent = nullptr);

    void setContent(const Content& content);
    [[nodiscard]] const Content& content() const { return content_; }
    /// Two plots a layer instead of one above the other.
    void setSideBySide(bool sideBySide);
    void setLogarithmic(bool logarithmic);
    /// Fades the bars, which are about to change.
    void setStale(bool stale);

    /// Writes a picture on white; the format is the path's ending.
    /// @throws InputError
    void savePicture(const QString& path) const;

public slots:
    /// Puts the picture on the clipboard.
    void copy();

signals:
    void copied();
    void saveRequested();

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// The plots in a rectangle of this width and height.
    [[nodiscard]] std::vector<HistogramPlot> plots(const QRectF& rectangle, const PlotLook& look, bool dark) const;
    [[nodiscard]] HistogramStyle style(bool dark) const;
    [[nodiscard]] int columns(qreal width) const;
    [[nodiscard]] int rows(qreal width) const;
    void fitHeight();
    void paintPicture(QPainter& painter, const QRectF& rectangle, const PlotLook& look, bool dark) const;
    [[nodiscard]] QSize pictureSize() const;

    Content content_;
    bool sideBySide_ = false;
    bool logarithmic_ = false;
    bool stale_ = false;
};

} // namespace roundoff::ui
