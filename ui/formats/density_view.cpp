// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/density_view.h"

#include <QMouseEvent>

#include "ui/charts/hover_readout.h"
#include "ui/figures/figure_sheet.h"
#include "ui/figures/number_line_figure.h"
#include "ui/figures/number_text.h"

namespace roundoff::ui {

DensityView::DensityView(QWidget* parent) : PlotView(parent), readout_(new HoverReadout(this)) {
    setObjectName(QStringLiteral("density"));
    setAccessibleName(tr("Values in each power of two"));
    setMouseTracking(true);
    setGrows();
}

void DensityView::setDensities(const Densities& densities) {
    if (densities != densities_) {
        densities_ = densities;
        readout_->hide();
        contentChanged();
    }
}

Figure DensityView::figure(const FigureOptions& options) const {
    return densityFigure(densities_, options);
}

const DensityPlot& DensityView::plot() const {
    if (!plot_) {
        plot_.emplace(densities_, look(), plotRectangle());
    }
    return *plot_;
}

void DensityView::invalidate() {
    plot_.reset();
}

void DensityView::paintPlot(QPainter& painter, const QRectF& /*rectangle*/, const PlotLook& /*look*/) const {
    plot().paint(painter);
}

qreal DensityView::plotHeight(qreal /*width*/, const PlotLook& look) const {
    return DensityPlot::height(densities_.uses.size(), look);
}

void DensityView::mouseMoveEvent(QMouseEvent* event) {
    const std::optional<int> exponent = plot().exponentAt(event->position());
    if (!exponent) {
        readout_->hide();
        return;
    }
    const QList<SeriesStyle> styles = stylesOf(densities_.uses, isDark(look()));
    QList<HoverReadout::Row> rows;
    for (qsizetype i = 0; i < densities_.uses.size(); ++i) {
        rows.append({styles[i], nameOf(densities_.uses[i]), plot().readout(i, *exponent)});
    }
    readout_->show(tr("Values from 2%1 to below 2%2").arg(superscript(*exponent), superscript(*exponent + 1)), rows,
                   look(), event->globalPosition().toPoint());
}

void DensityView::leaveEvent(QEvent* event) {
    readout_->hide();
    PlotView::leaveEvent(event);
}

} // namespace roundoff::ui
