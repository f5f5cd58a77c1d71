// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/decimate.h"

#include <algorithm>
#include <cmath>

namespace roundoff::ui {

namespace {

std::size_t bucketOf(double x, Range visible, std::size_t buckets) {
    const auto count = static_cast<int>(buckets);
    const double fraction = visible.span() > 0.0 ? (x - visible.low) / visible.span() : 0.0;
    return static_cast<std::size_t>(std::clamp(static_cast<int>(fraction * count), 0, count - 1));
}

bool isFinite(QPointF point) {
    return std::isfinite(point.y());
}

} // namespace

Decimation::Decimation(Range visible, int buckets) : visible_(visible), buckets_(static_cast<std::size_t>(buckets)) {}

void Decimation::add(QPointF point) {
    const Numbered numbered{count_++, point};
    if (!isFinite(point)) {
        return;
    }
    if (point.x() < visible_.low) {
        left_ = numbered;
    } else if (point.x() > visible_.high) {
        right_ = right_ ? right_ : numbered;
    } else {
        first_ = first_ ? first_ : numbered;
        last_ = numbered;
        Extremes& extremes = buckets_[bucketOf(point.x(), visible_, buckets_.size())];
        if (!extremes.smallest || point.y() < extremes.smallest->point.y()) {
            extremes.smallest = numbered;
        }
        if (!extremes.largest || point.y() > extremes.largest->point.y()) {
            extremes.largest = numbered;
        }
    }
}

QList<QPointF> Decimation::points() const {
    QList<QPointF> kept;
    std::optional<std::size_t> lastKept;
    const auto keep = [&](const std::optional<Numbered>& numbered) {
        if (numbered && numbered->number != lastKept) {
            kept.append(numbered->point);
            lastKept = numbered->number;
        }
    };
    keep(left_);
    keep(first_);
    for (const auto& [smallest, largest] : buckets_) {
        if (smallest) {
            const bool inOrder = smallest->number < largest->number;
            keep(inOrder ? smallest : largest);
            keep(inOrder ? largest : smallest);
        }
    }
    keep(last_);
    keep(right_);
    return kept;
}

QList<QPointF> decimate(std::span<const QPointF> points, Range visible, int buckets) {
    Decimation decimation(visible, buckets);
    for (const QPointF& point : points) {
        decimation.add(point);
    }
    return decimation.points();
}

Trend::Trend(Range visible, int buckets) : visible_(visible), buckets_(static_cast<std::size_t>(buckets)) {}

void Trend::add(QPointF point) {
    if (isFinite(point) && visible_.contains(point.x())) {
        Sum& bucket = buckets_[bucketOf(point.x(), visible_, buckets_.size())];
        bucket.sum += point;
        ++bucket.count;
    }
}

QList<BucketMean> Trend::means() const {
    QList<BucketMean> means;
    for (std::size_t bucket = 0; bucket < buckets_.size(); ++bucket) {
        const auto& [sum, count] = buckets_[bucket];
        if (count > 0) {
            means.append({static_cast<int>(bucket), sum / count, count});
        }
    }
    return means;
}

QList<BucketMean> bucketMeans(std::span<const QPointF> points, Range visible, int buckets) {
    Trend trend(visible, buckets);
    for (const QPointF& point : points) {
        trend.add(point);
    }
    return trend.means();
}

} // namespace roundoff::ui
