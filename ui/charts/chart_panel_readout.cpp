// SPDX-License-Identifier: GPL-3.0-or-later
// Reading values off a chart: where the crosshair stands, and what all groups have there.
#include "ui/charts/chart_panel.h"

#include <algorithm>
#include <cmath>

namespace roundoff::ui {

namespace {

/// The point nearest in x; null for none.
const QPointF* nearest(const QList<QPointF>& points, double x) {
    const auto right = std::lower_bound(points.begin(), points.end(), x,
                                        [](const QPointF& point, double value) { return point.x() < value; });
    if (right == points.begin()) {
        return points.isEmpty() ? nullptr : &*right;
    }
    if (right == points.end() || x - (right - 1)->x() < right->x() - x) {
        return &*(right - 1);
    }
    return &*right;
}

} // namespace

void ChartPanel::showReadout(double x, QPoint beside) {
    // The nearest drawn point of any group decides which x is read.
    const QPointF* closest = nullptr;
    for (qsizetype group = 0; group < curves_.size(); ++group) {
        const QPointF* point = isHidden(group) ? nullptr : nearest(curves_[group].curve.line, x);
        if (point != nullptr && (closest == nullptr || std::abs(point->x() - x) < std::abs(closest->x() - x))) {
            closest = point;
        }
    }
    if (closest == nullptr) {
        hideReadout();
        return;
    }
    const double place = closest->x();
    const double tolerance = choice().primary.isByStep() ? shownX_.span() * 8.0 / shownPixels_ : 0.01;
    const auto valueAt = [&](const QList<QPointF>& points) -> std::optional<double> {
        const QPointF* point = nearest(points, place);
        return point != nullptr && std::abs(point->x() - place) <= tolerance ? std::optional(point->y()) : std::nullopt;
    };
    const auto text = [this](double value, const Quantity& quantity) {
        return readableNumber(value, quantity.style, locale());
    };
    QList<HoverReadout::Row> rows;
    for (qsizetype group = 0; group < curves_.size(); ++group) {
        if (isHidden(group)) {
            continue;
        }
        const PlotCurve& curve = curves_[group];
        const bool isOmitted = std::any_of(
            curve.curve.omitted.begin(), curve.curve.omitted.end(), [&](const auto& stretch) {
                return place >= stretch.x.low - tolerance && place <= stretch.x.high + tolerance;
            });
        QString value = QStringLiteral("–");
        if (const std::optional<double> mean = valueAt(curve.curve.line)) {
            value = text(*mean, choice().primary);
            const std::optional<double> low = valueAt(curve.curve.lower);
            const std::optional<double> high = valueAt(curve.curve.upper);
            if (low && high && *low < *high) {
                value += QStringLiteral(" (%1 – %2)").arg(text(*low, choice().primary), text(*high, choice().primary));
            }
        } else if (isOmitted) {
            value = tr("not finite or not positive");
        }
        if (const std::optional<double> second = choice().secondary ? valueAt(curve.secondary) : std::nullopt) {
            value += QStringLiteral(" · ") + text(*second, *choice().secondary);
        }
        rows.append({curve.style, history_.groups()[group].info.name, value});
    }
    const QString number = locale().toString(std::lround(place));
    canvas_->setCrosshair(place);
    readout_->show(choice().primary.isByStep() ? tr("Step %1").arg(number) : tr("Epoch %1").arg(number), rows,
                   canvas_->look(), beside);
    canvas_->setAccessibleDescription(readout_->text());
}

void ChartPanel::hideReadout() {
    readout_->hide();
    canvas_->setCrosshair(std::nullopt);
}

void ChartPanel::moveCrosshair(int direction) {
    QList<double> places;
    for (qsizetype group = 0; group < curves_.size(); ++group) {
        for (const QPointF& point : isHidden(group) ? QList<QPointF>() : curves_[group].curve.line) {
            if (shownX_.contains(point.x())) {
                places.append(point.x());
            }
        }
    }
    if (places.isEmpty()) {
        return;
    }
    std::sort(places.begin(), places.end());
    double next = direction > 0 ? places.front() : places.back();
    if (const std::optional<double> here = canvas_->crosshair()) {
        const auto after = std::upper_bound(places.begin(), places.end(), *here);
        const auto before = std::lower_bound(places.begin(), places.end(), *here);
        if (direction > 0) {
            next = after != places.end() ? *after : places.back();
        } else {
            next = before != places.begin() ? *(before - 1) : places.front();
        }
    }
    const QRectF plot = canvas_->plotRectangle();
    const QPointF beside(plot.left() + canvas_->axes().x.fraction(next) * plot.width(), plot.top());
    showReadout(next, canvas_->mapToGlobal(beside.toPoint()));
}

} // namespace roundoff::ui
