// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/hover_readout.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QScreen>

namespace roundoff::ui {

namespace {

constexpr qreal kPadding = 8.0;
constexpr qreal kSampleWidth = 26.0;
constexpr qreal kGap = 8.0;
constexpr int kClearance = 16;

} // namespace

HoverReadout::HoverReadout(QWidget* parent)
    : QWidget(parent,
              Qt::ToolTip | Qt::FramelessWindowHint | Qt::WindowTransparentForInput | Qt::WindowDoesNotAcceptFocus) {
    setAttribute(Qt::WA_ShowWithoutActivating);
    setAttribute(Qt::WA_TransparentForMouseEvents);
}

void HoverReadout::show(const QString& heading, const QList<Row>& rows, const PlotLook& look, QPoint beside) {
    heading_ = heading;
    rows_ = rows;
    look_ = look;
    const QFontMetricsF metrics(look.font);
    qreal names = 0.0;
    qreal values = 0.0;
    for (const Row& row : rows) {
        names = std::max(names, metrics.horizontalAdvance(row.name));
        values = std::max(values, metrics.horizontalAdvance(row.value));
    }
    const qreal body = kSampleWidth + kGap + names + 2.0 * kGap + values;
    const qreal width = 2.0 * kPadding + std::max(body, metrics.horizontalAdvance(heading));
    const qreal lineHeight = 1.25 * metrics.height();
    resize(static_cast<int>(std::ceil(width)),
           static_cast<int>(std::ceil(2.0 * kPadding + lineHeight * static_cast<double>(rows.size() + 1))));

    QPoint corner = beside + QPoint(kClearance, kClearance);
    if (const QScreen* screen = QGuiApplication::screenAt(beside)) {
        const QRect available = screen->availableGeometry();
        if (corner.x() + this->width() > available.right()) {
            corner.setX(beside.x() - kClearance - this->width());
        }
        corner.setY(std::clamp(corner.y(), available.top(), std::max(available.top(), available.bottom() - height())));
    }
    move(corner);
    setAccessibleDescription(text());
    QWidget::show();
    update();
}

QString HoverReadout::text() const {
    QString text = heading_;
    for (const Row& row : rows_) {
        text += QStringLiteral("\n%1: %2").arg(row.name, row.value);
    }
    return text;
}

void HoverReadout::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), look_.surface);
    painter.setPen(QPen(look_.frame, 1.0));
    painter.drawRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(look_.font);
    const QFontMetricsF metrics(look_.font);
    const qreal lineHeight = 1.25 * metrics.height();
    qreal baseline = kPadding + metrics.ascent();
    painter.setPen(look_.mutedText);
    painter.drawText(QPointF(kPadding, baseline), heading_);
    for (const Row& row : rows_) {
        baseline += lineHeight;
        const QRectF sample(kPadding, baseline - metrics.ascent(), kSampleWidth, metrics.height());
        drawSample(painter, sample, row.style, look_.line, look_.marker);
        painter.setPen(look_.text);
        painter.drawText(QPointF(kPadding + kSampleWidth + kGap, baseline), row.name);
        painter.drawText(QPointF(width() - kPadding - metrics.horizontalAdvance(row.value), baseline), row.value);
    }
}

} // namespace roundoff::ui
