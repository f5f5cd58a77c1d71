// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/heat_colours.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <QPainter>

#include "ui/theme.h"

namespace roundoff::ui {
namespace {

// From the backgrounds of the themes through the orange and the vermillion of Okabe and Ito.
constexpr std::array<QRgb, 4> kOnLight{0xfffbf7f3, 0xfff8cfa6, 0xffe58a3c, 0xff9a3f00};
constexpr std::array<QRgb, 4> kOnDark{0xff24282c, 0xff63402a, 0xffc2672b, 0xffffc48f};

int between(int from, int to, double share) {
    return static_cast<int>(std::lround(from + (to - from) * share));
}

/// Relative luminance as WCAG 2.1 defines it.
double luminance(const QColor& colour) {
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// Values whose place on the scale is told, weakest first.
std::array<double, 3> marksOf(Measure measure) {
    return measure == Measure::SignalToNoise ? std::array{60.0, 30.0, 0.0} : std::array{1e-4, 1e-2, 1.0};
}

} // namespace

QColor heatColour(double strength, bool dark) {
    const auto& stops = dark ? kOnDark : kOnLight;
    const double place = std::clamp(strength, 0.0, 1.0) * static_cast<double>(stops.size() - 1);
    const auto first = std::min(static_cast<std::size_t>(place), stops.size() - 2);
    const double share = place - static_cast<double>(first);
    const QColor from(stops[first]);
    const QColor to(stops[first + 1]);
    return {between(from.red(), to.red(), share), between(from.green(), to.green(), share),
            between(from.blue(), to.blue(), share)};
}

QColor textColourOn(const QColor& background) {
    constexpr double kFlare = 0.05;
    const double light = luminance(background) + kFlare;
    return (1.0 + kFlare) / light > light / kFlare ? QColor(Qt::white) : QColor(Qt::black);
}

HeatScale::HeatScale(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("heatScale"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void HeatScale::setMeasure(Measure measure) {
    measure_ = measure;
    setVisible(measure != Measure::GradientNorm);
    update();
}

QSize HeatScale::sizeHint() const {
    return {220, fontMetrics().height() + 4};
}

void HeatScale::paintEvent(QPaintEvent* /*event*/) {
    constexpr int kSteps = 48;
    const std::array<double, 3> marks = marksOf(measure_);
    const QString low = measuredText(measure_, marks.front());
    const QString middle = measuredText(measure_, marks[1]);
    const QString high = measuredText(measure_, marks.back());
    const int gap = fontMetrics().averageCharWidth();
    const int left = fontMetrics().horizontalAdvance(low) + gap;
    const int right = width() - fontMetrics().horizontalAdvance(high) - gap;
    const int barWidth = std::min(right - left, 240);
    if (barWidth < kSteps) {
        return;
    }
    QPainter painter(this);
    painter.setPen(themeColors().muted);
    painter.drawText(QRect(0, 0, left - gap, height()), Qt::AlignVCenter | Qt::AlignLeft, low);
    painter.drawText(QRect(left + barWidth + gap, 0, width(), height()), Qt::AlignVCenter | Qt::AlignLeft, high);
    const bool dark = isDarkTheme();
    const QRectF bar(left, 2.0, barWidth, height() - 4.0);
    for (int step = 0; step < kSteps; ++step) {
        const QRectF part(bar.left() + bar.width() * step / kSteps, bar.top(), bar.width() / kSteps + 1.0,
                          bar.height());
        painter.fillRect(part & bar, heatColour((step + 0.5) / kSteps, dark));
    }
    painter.setPen(themeColors().border);
    painter.drawRect(bar);
    painter.setPen(textColourOn(heatColour(0.5, dark)));
    painter.drawText(bar, Qt::AlignCenter, middle);
}

} // namespace roundoff::ui
