// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "ui/figures/density_plot.h"
#include "ui/formats/plot_view.h"

namespace roundoff::ui {

class HoverReadout;

/// How many values formats have in each power of two; the pointer reads the numbers.
class DensityView : public PlotView {
    Q_OBJECT

public:
    explicit DensityView(QWidget* parent = nullptr);

    void setDensities(const Densities& densities);

    [[nodiscard]] const Densities& densities() const { return densities_; }
    [[nodiscard]] Figure figure(const FigureOptions& options) const override;

protected:
    void paintPlot(QPainter& painter, const QRectF& rectangle, const PlotLook& look) const override;
    [[nodiscard]] qreal plotHeight(qreal width, const PlotLook& look) const override;
    void invalidate() override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] const DensityPlot& plot() const;

    Densities densities_;
    mutable std::optional<DensityPlot> plot_; ///< Of the present size and content.
    HoverReadout* readout_;
};

} // namespace roundoff::ui
