// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/number_line_view.h"

#include <algorithm>
#include <cmath>

#include <QKeyEvent>
#include <QMouseEvent>
#include <QWheelEvent>

#include "ui/charts/hover_readout.h"
#include "ui/figures/figure_sheet.h"
#include "ui/figures/number_line_figure.h"
#include "ui/figures/number_text.h"

namespace roundoff::ui {
namespace {

constexpr double kZoomPerNotch = 0.8;
constexpr double kAnglePerNotch = 120.0;
constexpr double kMovePerKey = 0.1;

} // namespace

NumberLineView::NumberLineView(QWidget* parent) : PlotView(parent), readout_(new HoverReadout(this)) {
    setObjectName(QStringLiteral("numberLine"));
    setAccessibleName(tr("Number line"));
    setMouseTracking(true);
    setGrows();
}

void NumberLineView::setNumber(const QList<FormatUse>& uses, double value) {
    const bool otherSign = lines_.axis.logarithmic && lines_.axis.negative != (value < 0.0);
    lines_.uses = uses;
    lines_.value = value;
    steppedLine_ = std::clamp<qsizetype>(steppedLine_, 0, std::max<qsizetype>(0, uses.size() - 1));
    const double fraction = lines_.axis.fraction(value);
    if (!part_ && (otherSign || fraction < 0.0 || fraction > 1.0)) {
        part_ = LinePart::Home;
    }
    if (part_) {
        setAxis(lineAxis(uses, value, lines_.axis.logarithmic, *part_), part_);
    }
    hideReadout();
    contentChanged();
}

void NumberLineView::setLogarithmic(bool logarithmic) {
    if (logarithmic != lines_.axis.logarithmic) {
        const LinePart part = part_.value_or(LinePart::Home);
        setAxis(lineAxis(lines_.uses, lines_.value, logarithmic, part), part);
    }
}

void NumberLineView::showPart(LinePart part) {
    setAxis(lineAxis(lines_.uses, lines_.value, lines_.axis.logarithmic, part), part);
}

void NumberLineView::zoom(double factor) {
    const double fraction = lines_.axis.fraction(lines_.value);
    setAxis(zoomed(lines_.axis, fraction >= 0.0 && fraction <= 1.0 ? fraction : 0.5, factor), std::nullopt);
}

void NumberLineView::setAxis(const LineAxis& axis, std::optional<LinePart> part) {
    part_ = part;
    if (axis != lines_.axis) {
        lines_.axis = axis;
        contentChanged();
        emit axisChanged();
    }
}

Figure NumberLineView::figure(const FigureOptions& options) const {
    return numberLineFigure(lines_, options);
}

const NumberLinePlot& NumberLineView::plot() const {
    if (!plot_) {
        plot_.emplace(lines_, look(), plotRectangle());
    }
    return *plot_;
}

void NumberLineView::invalidate() {
    plot_.reset();
}

void NumberLineView::paintPlot(QPainter& painter, const QRectF& /*rectangle*/, const PlotLook& /*look*/) const {
    plot().paint(painter, crosshair_);
}

qreal NumberLineView::plotHeight(qreal width, const PlotLook& look) const {
    return NumberLinePlot::height(lines_.uses.size(), width, look);
}

void NumberLineView::readAt(double value, QPoint globalPosition) {
    crosshair_ = value;
    const PlotLook look = this->look();
    const QList<SeriesStyle> styles = stylesOf(lines_.uses, isDark(look));
    QList<HoverReadout::Row> rows;
    for (qsizetype i = 0; i < lines_.uses.size(); ++i) {
        rows.append({styles[i], nameOf(lines_.uses[i]), plot().readout(i, value)});
    }
    constexpr int kDigits = 8;
    readout_->show(tr("Nearest to %1").arg(roundedText(value, kDigits)), rows, look, globalPosition);
    update();
}

QString NumberLineView::readoutText() const {
    return crosshair_ ? readout_->text() : QString();
}

void NumberLineView::hideReadout() {
    readout_->hide();
    crosshair_.reset();
    update();
}

void NumberLineView::step(int direction) {
    if (lines_.uses.isEmpty()) {
        return;
    }
    const format::OrderedValues values = representableValues(lines_.uses[steppedLine_], lines_.value);
    const double from = crosshair_.value_or(std::isfinite(lines_.value) ? lines_.value : 0.0);
    // To the right is away from zero on a logarithmic axis of negative values.
    const int step = lines_.axis.logarithmic && lines_.axis.negative ? -direction : direction;
    const std::int64_t next = step > 0 ? values.firstAbove(from) : values.firstNotBelow(from) - 1;
    const double value = values[std::clamp(next, values.least(), values.greatest())];
    const double fraction = lines_.axis.fraction(value);
    if (fraction < 0.0 || fraction > 1.0) {
        return;
    }
    const qreal x = plot().plot().left() + fraction * plot().plot().width();
    readAt(value, mapToGlobal(QPointF(x, plot().plot().center().y()).toPoint()));
}

void NumberLineView::wheelEvent(QWheelEvent* event) {
    const QRectF area = plot().plot();
    const double place = std::clamp((event->position().x() - area.left()) / area.width(), 0.0, 1.0);
    const double notches = (event->angleDelta().y() + event->angleDelta().x()) / kAnglePerNotch;
    setAxis(zoomed(lines_.axis, place, std::pow(kZoomPerNotch, notches)), std::nullopt);
    event->accept();
}

void NumberLineView::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        dragged_ = event->position().x();
        axisBeforeDrag_ = lines_.axis;
        hideReadout();
    }
}

void NumberLineView::mouseMoveEvent(QMouseEvent* event) {
    const QRectF area = plot().plot();
    if (dragged_) {
        setCursor(Qt::ClosedHandCursor);
        const double share = (*dragged_ - event->position().x()) / area.width();
        if (share != 0.0) {
            setAxis(moved(axisBeforeDrag_, share), std::nullopt);
        }
    } else if (area.contains(event->position())) {
        readAt(plot().valueAt(event->position().x()), event->globalPosition().toPoint());
    } else {
        hideReadout();
    }
}

void NumberLineView::mouseReleaseEvent(QMouseEvent* /*event*/) {
    dragged_.reset();
    unsetCursor();
}

void NumberLineView::mouseDoubleClickEvent(QMouseEvent* /*event*/) {
    showPart(LinePart::Home);
}

void NumberLineView::leaveEvent(QEvent* event) {
    hideReadout();
    PlotView::leaveEvent(event);
}

void NumberLineView::focusOutEvent(QFocusEvent* event) {
    hideReadout();
    PlotView::focusOutEvent(event);
}

void NumberLineView::keyPressEvent(QKeyEvent* event) {
    const bool move = event->modifiers().testFlag(Qt::ShiftModifier);
    const qsizetype last = lines_.uses.size() - 1;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal: zoom(kZoomPerNotch); break;
    case Qt::Key_Minus: zoom(1.0 / kZoomPerNotch); break;
    case Qt::Key_Home: showPart(LinePart::Home); break;
    case Qt::Key_L: setLogarithmic(!lines_.axis.logarithmic); break;
    case Qt::Key_N: showPart(LinePart::Neighbours); break;
    case Qt::Key_W: showPart(LinePart::Whole); break;
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int direction = event->key() == Qt::Key_Left ? -1 : 1;
        if (move) {
            setAxis(moved(lines_.axis, direction * kMovePerKey), std::nullopt);
        } else {
            step(direction);
        }
        break;
    }
    case Qt::Key_Up: steppedLine_ = std::max<qsizetype>(0, steppedLine_ - 1); break;
    case Qt::Key_Down: steppedLine_ = std::min(last, steppedLine_ + 1); break;
    case Qt::Key_Escape: hideReadout(); break;
    default: PlotView::keyPressEvent(event);
    }
}

} // namespace roundoff::ui
