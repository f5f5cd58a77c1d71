// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/series_style.h"

#include <array>
#include <algorithm>
#include <cmath>
#include <numbers>

#include <QHash>
#include <QPainter>
#include <QPixmap>
#include <QPolygonF>

namespace roundoff::ui {

namespace {

/// The palette by its authors' names. Yellow is darkened on white, and black and blue are lightened on black, where the
/// originals have too little contrast.
enum Hue : std::uint8_t { Black, Orange, SkyBlue, BluishGreen, Yellow, Blue, Vermillion, ReddishPurple };

constexpr std::size_t kHueCount = 8;
constexpr std::array<QRgb, kHueCount> kOnLight{0xff000000, 0xffe69f00, 0xff56b4e9, 0xff009e73,
                                               0xffa89a00, 0xff0072b2, 0xffd55e00, 0xffcc79a7};
constexpr std::array<QRgb, kHueCount> kOnDark{0xfff5f5f5, 0xffe69f00, 0xffa5dbff, 0xff1fbf92,
                                              0xfff0e442, 0xff3d9fe6, 0xfff0772b, 0xffde92bb};

const std::array<QList<qreal>, 7> kPatterns{QList<qreal>{},
                                            {6.0, 2.5},
                                            {3.0, 1.8},
                                            {6.0, 2.0, 1.2, 2.0},
                                            {9.0, 2.5},
                                            {1.2, 1.8},
                                            {6.0, 2.0, 1.2, 2.0, 1.2, 2.0}};
constexpr std::size_t kMarkerCount = 8;

struct Combination {
    std::size_t hue;
    std::size_t pattern;
    std::size_t marker;

    bool operator==(const Combination&) const = default;
};

struct Known {
    const char* precision;
    Combination combination;
};

constexpr std::size_t at(Marker marker) {
    return static_cast<std::size_t>(marker);
}

constexpr std::array kKnown{
    Known{"FP64", {Black, 0, at(Marker::Circle)}},
    Known{"FP32", {Blue, 1, at(Marker::Square)}},
    Known{"TF32", {SkyBlue, 5, at(Marker::TriangleDown)}},
    Known{"BF16", {BluishGreen, 3, at(Marker::Diamond)}},
    Known{"FP16", {Vermillion, 2, at(Marker::TriangleUp)}},
    Known{"AMP-FP16", {Orange, 4, at(Marker::Plus)}},
    Known{"AMP-BF16", {ReddishPurple, 6, at(Marker::Cross)}},
    Known{"FP8-E5M2", {Yellow, 1, at(Marker::Hexagon)}},
    Known{"FP8-E4M3", {SkyBlue, 2, at(Marker::Hexagon)}},
    Known{"FP6-E3M2", {BluishGreen, 5, at(Marker::Plus)}},
    Known{"FP6-E2M3", {ReddishPurple, 1, at(Marker::TriangleDown)}},
    Known{"FP4-E2M1", {Yellow, 3, at(Marker::Square)}},
    Known{"AMP-FP8", {Orange, 2, at(Marker::Cross)}},
    Known{"BF16-SR", {BluishGreen, 4, at(Marker::TriangleUp)}},
    Known{"MXFP8-E4M3", {SkyBlue, 6, at(Marker::Diamond)}},
    Known{"MXINT8", {Vermillion, 5, at(Marker::Square)}},
    Known{"MXFP4", {Yellow, 6, at(Marker::TriangleUp)}},
    Known{"INT8-SYM-CHANNEL", {Blue, 4, at(Marker::Hexagon)}},
    Known{"INT4-SYM-G64", {Vermillion, 3, at(Marker::Circle)}},
    Known{"custom", {ReddishPurple, 0, at(Marker::Circle)}},
};

/// FNV-1a: unlike qHash it is the same in every process and every version of Qt.
std::uint64_t stableHash(const QString& text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : text.toUtf8()) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    }
    return hash;
}

Combination combinationOf(const QString& precision) {
    for (const Known& known : kKnown) {
        if (precision == QLatin1String(known.precision)) {
            return known.combination;
        }
    }
    // Black is FP64's alone, so that the reference never has a rival.
    constexpr std::size_t kFree = (kHueCount - 1) * kPatterns.size() * kMarkerCount;
    for (std::size_t index = stableHash(precision) % kFree;; index = (index + 1) % kFree) {
        const std::size_t hue = 1 + index % (kHueCount - 1);
        const std::size_t rest = index / (kHueCount - 1);
        const Combination candidate{hue, rest % kPatterns.size(), rest / kPatterns.size()};
        if (std::none_of(kKnown.begin(), kKnown.end(),
                         [&](const Known& known) { return known.combination == candidate; })) {
            return candidate;
        }
    }
}

QColor mixed(const QColor& colour, const QColor& other, double share) {
    const auto channel = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return QColor(channel(colour.red(), other.red()), channel(colour.green(), other.green()),
                  channel(colour.blue(), other.blue()));
}

/// Three shades of a hue that can be told apart and seen on the background.
QColor shaded(const QColor& colour, bool dark, int variant) {
    const bool atTheEnd = dark ? colour.lightness() > 230 : colour.lightness() < 25;
    switch (variant % 3) {
    case 1: return atTheEnd ? mixed(colour, Qt::gray, 0.6) : mixed(colour, dark ? Qt::white : Qt::black, 0.45);
    case 2: return mixed(colour, dark ? Qt::black : Qt::white, 0.35);
    default: return colour;
    }
}

QPolygonF regularPolygon(QPointF centre, qreal radius, int corners, qreal firstAngle) {
    QPolygonF polygon;
    for (int corner = 0; corner < corners; ++corner) {
        const qreal angle = firstAngle + 2.0 * std::numbers::pi * corner / corners;
        polygon << centre + radius * QPointF(std::cos(angle), std::sin(angle));
    }
    return polygon;
}

} // namespace

QPen SeriesStyle::pen(qreal width) const {
    QPen pen(colour, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (!pattern.isEmpty()) {
        pen.setDashPattern(pattern);
    }
    return pen;
}

SeriesStyle styleForPrecision(const QString& precision, bool dark, int variant) {
    const Combination combination = combinationOf(precision);
    const auto step = static_cast<std::size_t>(variant);
    const QColor colour((dark ? kOnDark : kOnLight)[combination.hue]);
    return SeriesStyle{.colour = shaded(colour, dark, variant),
                       .pattern = kPatterns[(combination.pattern + step) % kPatterns.size()],
                       .marker = static_cast<Marker>((combination.marker + step) % kMarkerCount)};
}

SeriesStyle styleForPlace(int place, bool dark) {
    // Neighbours far apart in hue; those that are faint on one of the backgrounds last.
    constexpr std::array<std::size_t, kHueCount> kOrder{Blue,   Vermillion, BluishGreen, ReddishPurple,
                                                        Orange, SkyBlue,    Black,       Yellow};
    const auto step = static_cast<std::size_t>(place);
    return SeriesStyle{.colour = QColor((dark ? kOnDark : kOnLight)[kOrder[step % kHueCount]]),
                       .pattern = kPatterns[step % kPatterns.size()],
                       .marker = static_cast<Marker>(step % kMarkerCount)};
}

QList<GroupInfo> groupsOf(const QList<RunInfo>& runs) {
    QList<GroupInfo> groups;
    QHash<QString, qsizetype> known;
    for (const RunInfo& run : runs) {
        if (!known.contains(run.group)) {
            known.insert(run.group, groups.size());
            groups.append({run.group, run.precision});
        }
    }
    return groups;
}

QList<SeriesStyle> stylesForGroups(const QList<GroupInfo>& groups, bool dark) {
    QList<SeriesStyle> styles;
    QHash<QString, int> used;
    for (const GroupInfo& group : groups) {
        const int place = used[group.precision]++;
        styles.append(group.precision.isEmpty() ? styleForPlace(place, dark)
                                                : styleForPrecision(group.precision, dark, place));
    }
    return styles;
}

void drawMarker(QPainter& painter, QPointF centre, qreal size, const SeriesStyle& style, MarkerFill fill,
                const QColor& surface) {
    constexpr qreal kUp = -std::numbers::pi / 2.0;
    const qreal radius = size / 2.0;
    painter.setPen(QPen(style.colour, size * 0.18, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(fill == MarkerFill::Filled ? style.colour : surface);
    switch (style.marker) {
    case Marker::Circle: painter.drawEllipse(centre, radius * 0.9, radius * 0.9); break;
    case Marker::Square: painter.drawPolygon(regularPolygon(centre, radius * 1.1, 4, kUp / 2.0)); break;
    case Marker::TriangleUp: painter.drawPolygon(regularPolygon(centre, radius * 1.1, 3, kUp)); break;
    case Marker::Diamond: painter.drawPolygon(regularPolygon(centre, radius * 1.15, 4, kUp)); break;
    case Marker::TriangleDown: painter.drawPolygon(regularPolygon(centre, radius * 1.1, 3, -kUp)); break;
    case Marker::Hexagon: painter.drawPolygon(regularPolygon(centre, radius, 6, kUp)); break;
    case Marker::Plus:
    case Marker::Cross: {
        painter.setPen(
            QPen(style.colour, size * (fill == MarkerFill::Filled ? 0.3 : 0.15), Qt::SolidLine, Qt::FlatCap));
        const qreal turn = style.marker == Marker::Plus ? 0.0 : std::numbers::pi / 4.0;
        for (const qreal angle : {turn, turn + std::numbers::pi / 2.0}) {
            const QPointF arm = radius * QPointF(std::cos(angle), std::sin(angle));
            painter.drawLine(centre - arm, centre + arm);
        }
        break;
    }
    }
}

void drawSample(QPainter& painter, const QRectF& rectangle, const SeriesStyle& style, qreal lineWidth,
                qreal markerSize) {
    const qreal y = rectangle.center().y();
    painter.setPen(style.pen(lineWidth));
    // From the middle outward, so that the dashes lie evenly on both sides of the marker.
    painter.drawLine(QPointF(rectangle.center().x(), y), QPointF(rectangle.left(), y));
    painter.drawLine(QPointF(rectangle.center().x(), y), QPointF(rectangle.right(), y));
    drawMarker(painter, rectangle.center(), markerSize, style);
}

QIcon sampleIcon(const SeriesStyle& style, QSize size, qreal devicePixelRatio) {
    QPixmap pixmap(size * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    drawSample(painter, QRectF(QPointF(0, 0), size), style, 2.0, std::min(8.0, size.height() * 0.7));
    return QIcon(pixmap);
}

} // namespace roundoff::ui
