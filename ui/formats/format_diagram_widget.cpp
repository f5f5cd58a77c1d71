// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/format_diagram_widget.h"

#include "ui/figures/format_diagram.h"
#include "ui/figures/format_figure.h"

namespace roundoff::ui {

FormatDiagramWidget::FormatDiagramWidget(QWidget* parent) : PlotView(parent) {
    setObjectName(QStringLiteral("formatDiagram"));
    setAccessibleName(tr("Bits of the stored value"));
}

void FormatDiagramWidget::setNumber(const FormatUse& use, double value) {
    use_ = use;
    value_ = value;
    contentChanged();
}

Figure FormatDiagramWidget::figure(const FigureOptions& options) const {
    return storedNumberFigure(use_, value_, options);
}

void FormatDiagramWidget::paintPlot(QPainter& painter, const QRectF& rectangle, const PlotLook& look) const {
    paintFormatDiagram(painter, rectangle, use_, value_, look);
}

qreal FormatDiagramWidget::plotHeight(qreal width, const PlotLook& look) const {
    return formatDiagramHeight(use_, value_, width, look);
}

} // namespace roundoff::ui
