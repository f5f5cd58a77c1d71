// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_canvas.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QContextMenuEvent>
#include <QFontMetricsF>
#include <QGraphicsItem>
#include <QMouseEvent>
#include <QPainter>
#include <QRubberBand>
#include <QtCharts/QChart>
#include <QWheelEvent>

namespace roundoff::ui {

namespace {

constexpr int kSmallestDrag = 6;
constexpr double kZoomPerNotch = 0.8;
constexpr double kAnglePerNotch = 120.0;
// QtCharts puts its series at z values from 5 upward.
constexpr qreal kBelowSeries = 0.5;
constexpr qreal kAboveSeries = 1000.0;

/// Values as the series take them: on the axis' linear scale, those far outside moved nearer. A painter drops a line to
/// a point 1e13 pixels away, as a diverging loss has them; from a thousand heights away the slope looks the same.
QList<QPointF> onAxis(const QList<QPointF>& values, const AxisScale& y) {
    constexpr double kHeights = 1000.0;
    const double low = y.toLinear(y.range.low);
    const double high = y.toLinear(y.range.high);
    const double reach = kHeights * (high - low);
    QList<QPointF> points;
    points.reserve(values.size());
    for (const QPointF& value : values) {
        if (y.canShow(value.y())) {
            points.append({value.x(), std::clamp(y.toLinear(value.y()), low - reach, high + reach)});
        }
    }
    return points;
}

bool isShown(const std::optional<PlotCurve>& curve) {
    return curve.has_value();
}

/// Sets points; QtCharts takes its time even where none become none.
void replacePoints(QXYSeries& series, const QList<QPointF>& points) {
    if (!points.isEmpty() || series.count() > 0) {
        series.replace(points);
    }
}

QColor withAlpha(QColor colour, double alpha) {
    colour.setAlphaF(static_cast<float>(alpha));
    return colour;
}

} // namespace

/// Grid, ticks and labels, under the series.
class ChartCanvas::AxesItem : public QGraphicsItem {
public:
    AxesItem(const ChartCanvas& canvas, QGraphicsItem* parent) : QGraphicsItem(parent), canvas_(canvas) {
        setZValue(kBelowSeries);
    }
    [[nodiscard]] QRectF boundingRect() const override { return canvas_.chart()->rect(); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
        // Hairlines are sharp only without antialiasing; text does not mind.
        painter->setRenderHint(QPainter::Antialiasing, false);
        paintAxes(*painter, canvas_.plot_, canvas_.axes_, canvas_.look_);
    }
    using QGraphicsItem::prepareGeometryChange;

private:
    const ChartCanvas& canvas_;
};

/// Markers, the notice and the crosshair, over the series.
class ChartCanvas::OverlayItem : public QGraphicsItem {
public:
    OverlayItem(const ChartCanvas& canvas, QGraphicsItem* parent) : QGraphicsItem(parent), canvas_(canvas) {
        setZValue(kAboveSeries);
    }
    [[nodiscard]] QRectF boundingRect() const override { return canvas_.chart()->rect(); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
        for (const std::optional<PlotCurve>& curve : canvas_.curves_) {
            if (curve) {
                paintMarkers(*painter, canvas_.plot_, canvas_.axes_, *curve, canvas_.look_);
            }
        }
        painter->setFont(canvas_.look_.font);
        painter->setPen(canvas_.look_.mutedText);
        painter->drawText(canvas_.plot_, Qt::AlignCenter | Qt::TextWordWrap, canvas_.notice_);
        if (canvas_.crosshair_) {
            const qreal x = canvas_.plot_.left() +
                            canvas_.axes_.x.fraction(*canvas_.crosshair_) * canvas_.plot_.width();
            painter->setPen(QPen(canvas_.look_.mutedText, canvas_.look_.hair, Qt::DashLine));
            painter->drawLine(QPointF(x, canvas_.plot_.top()), QPointF(x, canvas_.plot_.bottom()));
        }
    }
    using QGraphicsItem::prepareGeometryChange;

private:
    const ChartCanvas& canvas_;
};

ChartCanvas::ChartCanvas(QWidget* parent)
    : QChartView(new QChart, parent), xAxis_(new QValueAxis), yAxis_(new QValueAxis), rightAxis_(new QValueAxis),
      rubberBand_(new QRubberBand(QRubberBand::Rectangle, viewport())) {
    chart()->legend()->hide();
    chart()->setBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    chart()->setMargins(QMargins());
    chart()->addAxis(xAxis_, Qt::AlignBottom);
    chart()->addAxis(yAxis_, Qt::AlignLeft);
    chart()->addAxis(rightAxis_, Qt::AlignRight);
    for (QValueAxis* axis : {xAxis_, yAxis_, rightAxis_}) {
        axis->setVisible(false);
    }
    axesItem_ = new AxesItem(*this, chart());
    overlayItem_ = new OverlayItem(*this, chart());

    setRenderHint(QPainter::Antialiasing);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setMouseTracking(true);
    setLook(PlotLook::fromPalette(palette(), font()));
}

ChartCanvas::~ChartCanvas() = default;

void ChartCanvas::setLook(const PlotLook& look) {
    look_ = look;
    lookShown_ = false;
    setBackgroundBrush(look.surface);
    layOut();
}

void ChartCanvas::setPlot(const PlotAxes& axes, const QList<std::optional<PlotCurve>>& curves) {
    // What has not changed is left alone: most ticks bring news of the one or two groups that are running.
    const bool sameAxes = axes == axes_;
    const bool sameGroups = curves.size() == curves_.size() &&
                            std::ranges::equal(curves, curves_, {}, &isShown, &isShown);
    if (sameAxes && sameGroups && lookShown_ && curves == curves_) {
        return;
    }
    const QList<std::optional<PlotCurve>> before = std::exchange(curves_, curves);
    axes_ = axes;
    const auto setRange = [](QValueAxis* axis, const AxisScale& scale) {
        axis->setRange(scale.toLinear(scale.range.low), scale.toLinear(scale.range.high));
    };
    setRange(xAxis_, axes.x);
    setRange(yAxis_, axes.y);
    setRange(rightAxis_, axes.right.value_or(axes.y));
    if (!sameGroups) {
        makeSeries();
    }
    for (const GroupSeries& series : series_) {
        const qsizetype group = series.group;
        if (!sameAxes || !sameGroups || curves[group] != before[group] || !lookShown_) {
            showGroup(series, *curves[group]);
        }
    }
    lookShown_ = true;
    layOut();
}

void ChartCanvas::setNotice(const QString& notice) {
    if (notice != notice_) { // It is told at every tick.
        notice_ = notice;
        overlayItem_->update();
    }
}

void ChartCanvas::setCrosshair(std::optional<double> x) {
    crosshair_ = x;
    overlayItem_->update();
}

void ChartCanvas::layOut() {
    axesItem_->prepareGeometryChange();
    overlayItem_->prepareGeometryChange();
    // Room for usual labels at least, so that plots above each other are aligned.
    const QFontMetricsF metrics(look_.font);
    QMarginsF margins = plotMargins(axes_, look_);
    margins.setLeft(std::max(margins.left(), metrics.horizontalAdvance(QStringLiteral("00.00 %"))));
    margins.setRight(std::max(margins.right(), 1.5 * metrics.height()));
    plot_ = chart()->rect().marginsRemoved(margins).toAlignedRect();
    plot_.setWidth(std::max(1.0, plot_.width()));
    plot_.setHeight(std::max(1.0, plot_.height()));
    chart()->setPlotArea(plot_);
    axesItem_->update();
    overlayItem_->update();
}

void ChartCanvas::makeSeries() {
    chart()->removeAllSeries();
    series_.clear();
    for (qsizetype group = 0; group < curves_.size(); ++group) {
        if (isShown(curves_[group])) {
            series_.push_back({group, nullptr, nullptr, nullptr, nullptr, nullptr, nullptr});
        }
    }
    const auto add = [this](QAbstractSeries* series) {
        chart()->addSeries(series);
        series->attachAxis(xAxis_);
        series->attachAxis(yAxis_);
    };
    const auto makeLine = [](const char* name, qsizetype group) {
        auto* line = new QLineSeries;
        line->setObjectName(QStringLiteral("%1 %2").arg(QLatin1String(name)).arg(group));
        return line;
    };
    // QtCharts stacks series in the order in which they were added: no band or noise of one group may cover the line of
    // another, so all groups' bands come first and all groups' lines last.
    for (GroupSeries& series : series_) {
        series.lower = makeLine("lower", series.group);
        series.upper = makeLine("upper", series.group);
        series.band = new QAreaSeries(series.upper, series.lower);
        series.band->setPen(Qt::NoPen);
        add(series.band);
    }
    for (const auto& [member, name] :
         {std::pair(&GroupSeries::detail, "detail"), std::pair(&GroupSeries::secondary, "secondary"),
          std::pair(&GroupSeries::line, "line")}) {
        for (GroupSeries& series : series_) {
            series.*member = makeLine(name, series.group);
            add(series.*member);
        }
    }
}

void ChartCanvas::showGroup(const GroupSeries& series, const PlotCurve& curve) {
    const GroupCurve& values = curve.curve;
    series.band->setBrush(withAlpha(curve.style.colour, PlotLook::kBandOpacity));
    series.band->setVisible(!values.lower.isEmpty());
    replacePoints(*series.lower, onAxis(values.lower, axes_.y));
    replacePoints(*series.upper, onAxis(values.upper, axes_.y));

    series.detail->setPen(QPen(withAlpha(curve.style.colour, curve.detailOpacity), look_.hair));
    replacePoints(*series.detail, onAxis(values.detail, axes_.y));

    const bool onRight = curve.secondaryOnRight && axes_.right;
    if (series.secondary->attachedAxes().contains(rightAxis_) != onRight) {
        series.secondary->detachAxis(onRight ? yAxis_ : rightAxis_);
        series.secondary->attachAxis(onRight ? rightAxis_ : yAxis_);
    }
    series.secondary->setPen(QPen(curve.style.colour, look_.thinLine));
    replacePoints(*series.secondary, onAxis(curve.secondary, onRight ? *axes_.right : axes_.y));

    series.line->setPen(curve.style.pen(look_.line));
    replacePoints(*series.line, onAxis(values.line, axes_.y));
}

double ChartCanvas::xAt(qreal position) const {
    return axes_.x.valueAt(std::clamp((position - plot_.left()) / plot_.width(), 0.0, 1.0));
}

void ChartCanvas::resizeEvent(QResizeEvent* event) {
    QChartView::resizeEvent(event);
    layOut();
    emit resized();
}

void ChartCanvas::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        pressed_ = event->pos();
    }
    event->accept();
}

void ChartCanvas::mouseMoveEvent(QMouseEvent* event) {
    if (pressed_) {
        const QRect drawn = QRect(*pressed_, event->pos()).normalized() & plot_.toAlignedRect();
        rubberBand_->setGeometry(drawn);
        rubberBand_->setVisible(drawn.width() >= kSmallestDrag && drawn.height() >= kSmallestDrag);
        emit hoverEnded();
    } else if (plot_.contains(event->position())) {
        emit hovered(xAt(event->position().x()));
    } else {
        emit hoverEnded();
    }
    event->accept();
}

void ChartCanvas::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && pressed_) {
        pressed_.reset();
        if (rubberBand_->isVisible()) {
            const QRectF drawn = rubberBand_->geometry();
            rubberBand_->hide();
            const auto yAt = [this](qreal position) {
                return axes_.y.valueAt((plot_.bottom() - position) / plot_.height());
            };
            emit zoomed({xAt(drawn.left()), xAt(drawn.right())}, {yAt(drawn.bottom()), yAt(drawn.top())});
        }
    }
    event->accept();
}

void ChartCanvas::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton) {
        pressed_.reset();
        rubberBand_->hide();
        emit resetRequested();
    }
    event->accept();
}

void ChartCanvas::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / kAnglePerNotch;
    if (notches == 0.0 || !plot_.contains(event->position())) {
        event->ignore();
        return;
    }
    const bool vertical = event->modifiers().testFlag(Qt::ControlModifier);
    const double place = vertical ? (plot_.bottom() - event->position().y()) / plot_.height()
                                  : (event->position().x() - plot_.left()) / plot_.width();
    emit wheelZoomed(place, std::pow(kZoomPerNotch, notches), vertical);
    event->accept();
}

void ChartCanvas::contextMenuEvent(QContextMenuEvent* event) {
    // The menu key has no place of its own: the menu opens in the middle of the plot.
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    emit menuRequested(byKey ? mapToGlobal(plot_.center().toPoint()) : event->globalPos());
    event->accept();
}

void ChartCanvas::leaveEvent(QEvent* event) {
    emit hoverEnded();
    QChartView::leaveEvent(event);
}

} // namespace roundoff::ui
