// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/run_trace.h"

namespace roundoff::ui {
namespace {

constexpr int kPixelsPerMean = 5;
constexpr int kFewestMeans = 16;

} // namespace

int TraceView::means() const {
    return std::max(kFewestMeans, pixels / kPixelsPerMean);
}

Range TraceView::grid() const {
    const double width = visible.span() / means();
    return {visible.low - width, visible.high + width};
}

RunTrace::RunTrace(const TraceView& view)
    : view_(view), trend_(view.grid(), view.means() + 2), detail_(view.visible, view.detailed ? view.pixels : 1) {}

void RunTrace::add(double x, double y) {
    ++count_;
    if (!omitted_.note(x, y, view_.positiveOnly)) {
        return;
    }
    trend_.add({x, y});
    if (view_.detailed) {
        detail_.add({x, y});
    }
}

QList<BucketMean> RunTrace::trend() const {
    QList<BucketMean> trend = trend_.means();
    // The newest bucket is still filling: a mean of few points would make the end of the line jump about.
    if (trend.size() > 1 && 2 * trend.back().count < trend[trend.size() - 2].count) {
        trend.removeLast();
    }
    return trend;
}

QList<QPointF> RunTrace::detail() const {
    return count_ > view_.means() ? detail_.points() : QList<QPointF>();
}

} // namespace roundoff::ui
