// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <QList>
#include <QPointF>

#include "ui/charts/range.h"

namespace roundoff::ui {

/// Reduces a line to what can be seen of it: the smallest and the largest value of each bucket of x.
///
/// A polyline through the result covers the same pixels as one through all points when a bucket is at most as wide as a
/// pixel, because every peak is kept. The first and the last visible point are kept too, and so is one neighbour on
/// either side of the range, so that a line runs to the edge of the plot. It takes one point after another, so that a
/// line that grows need not be reduced again.
class Decimation {
public:
    /// @param visible  of x
    /// @param buckets  at least 1, spread evenly over the range
    Decimation(Range visible, int buckets);

    /// The next point, in ascending x; one with a non-finite y is left out.
    void add(QPointF point);
    /// At most 2 * buckets + 4 points in ascending x.
    [[nodiscard]] QList<QPointF> points() const;

private:
    struct Numbered {
        std::size_t number = 0;
        QPointF point;
    };
    struct Extremes {
        std::optional<Numbered> smallest;
        std::optional<Numbered> largest;
    };

    Range visible_;
    std::size_t count_ = 0;
    std::optional<Numbered> left_; // of the visible ones
    std::optional<Numbered> first_;
    std::optional<Numbered> last_;
    std::optional<Numbered> right_;
    std::vector<Extremes> buckets_;
};

/// @param points  in ascending x
[[nodiscard]] QList<QPointF> decimate(std::span<const QPointF> points, Range visible, int buckets);

/// The mean of the finite points in one bucket of x.
struct BucketMean {
    int bucket = 0;
    QPointF mean;
    int count = 0; ///< Of the points averaged.
};

/// The trend of a noisy line: one mean for each bucket that has a finite point. It takes one point after another too.
class Trend {
public:
    /// @param visible, buckets  as above
    Trend(Range visible, int buckets);

    /// The next point; one that is not visible, or has a non-finite y, is left out.
    void add(QPointF point);
    /// In ascending x.
    [[nodiscard]] QList<BucketMean> means() const;

private:
    struct Sum {
        QPointF sum;
        int count = 0;
    };

    Range visible_;
    std::vector<Sum> buckets_;
};

[[nodiscard]] QList<BucketMean> bucketMeans(std::span<const QPointF> points, Range visible, int buckets);

} // namespace roundoff::ui
