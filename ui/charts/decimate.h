// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include <QList>
#include <QPointF>

#include "ui/charts/range.h"

namespace roundoff::ui {

/// Reduces a line to what can be seen of it: the smallest and the largest value of each bucket of x.
///
/// A polyline through the result covers the same pixels as one through all points when a bucket is at most as wide as a
/// pixel, because every peak is kept. The first and the last visible point are kept too, and so is one neighbour on
/// either side of the range, so that a line runs to the edge of the plot.
/// @param points   in ascending x; points with a non-finite y are left out
/// @param visible  of x
/// @param buckets  at least 1, spread evenly over the range
/// @return at most 2 * buckets + 4 points in ascending x
[[nodiscard]] QList<QPointF> decimate(std::span<const QPointF> points, Range visible, int buckets);

/// The mean of the finite points in one bucket of x.
struct BucketMean {
    int bucket = 0;
    QPointF mean;
    int count = 0; ///< Of the points averaged.
};

/// The trend of a noisy line: one mean for each bucket that has a finite point, in ascending x.
/// @param points, visible, buckets  as above
[[nodiscard]] QList<BucketMean> bucketMeans(std::span<const QPointF> points, Range visible, int buckets);

} // namespace roundoff::ui
