// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/decimate.h"

#include <algorithm>
#include <cmath>

namespace roundoff::ui {

namespace {

using Points = std::span<const QPointF>;

/// The points with x in the range.
Points within(Points points, Range visible) {
    const auto first = std::lower_bound(points.begin(), points.end(), visible.low,
                                        [](const QPointF& point, double x) { return point.x() < x; });
    const auto last = std::upper_bound(first, points.end(), visible.high,
                                       [](double x, const QPointF& point) { return x < point.x(); });
    return Points(first, last);
}

int bucketOf(double x, Range visible, int buckets) {
    const double fraction = visible.span() > 0.0 ? (x - visible.low) / visible.span() : 0.0;
    return std::clamp(static_cast<int>(fraction * buckets), 0, buckets - 1);
}

bool isFinite(const QPointF& point) {
    return std::isfinite(point.y());
}

} // namespace

QList<QPointF> decimate(Points points, Range visible, int buckets) {
    const Points inside = within(points, visible);
    const Points before = points.first(static_cast<std::size_t>(inside.data() - points.data()));
    const Points after = points.subspan(before.size() + inside.size());
    QList<QPointF> kept;
    const QPointF* lastKept = nullptr;
    const auto keep = [&](const QPointF* point) {
        if (point != lastKept) {
            kept.append(*point);
            lastKept = point;
        }
    };

    if (const auto left = std::find_if(before.rbegin(), before.rend(), isFinite); left != before.rend()) {
        keep(&*left);
    }
    const QPointF* last = nullptr;
    for (auto point = inside.begin(); point != inside.end();) {
        const int bucket = bucketOf(point->x(), visible, buckets);
        const QPointF* smallest = nullptr;
        const QPointF* largest = nullptr;
        for (; point != inside.end() && bucketOf(point->x(), visible, buckets) == bucket; ++point) {
            if (!isFinite(*point)) {
                continue;
            }
            if (last == nullptr) {
                keep(&*point);
            }
            last = &*point;
            smallest = smallest == nullptr || point->y() < smallest->y() ? last : smallest;
            largest = largest == nullptr || point->y() > largest->y() ? last : largest;
        }
        if (smallest != nullptr) {
            keep(std::min(smallest, largest));
            keep(std::max(smallest, largest));
        }
    }
    if (last != nullptr) {
        keep(last);
    }
    if (const auto right = std::find_if(after.begin(), after.end(), isFinite); right != after.end()) {
        keep(&*right);
    }
    return kept;
}

QList<BucketMean> bucketMeans(Points points, Range visible, int buckets) {
    const Points inside = within(points, visible);
    QList<BucketMean> means;
    for (auto point = inside.begin(); point != inside.end();) {
        const int bucket = bucketOf(point->x(), visible, buckets);
        QPointF sum;
        int count = 0;
        for (; point != inside.end() && bucketOf(point->x(), visible, buckets) == bucket; ++point) {
            if (isFinite(*point)) {
                sum += *point;
                ++count;
            }
        }
        if (count > 0) {
            means.append({bucket, sum / count, count});
        }
    }
    return means;
}

} // namespace roundoff::ui
