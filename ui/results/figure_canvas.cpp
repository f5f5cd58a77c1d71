// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/figure_canvas.h"

#include <algorithm>

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QPainter>

#include "ui/theme.h"

namespace roundoff::ui {
namespace {

constexpr int kLeastHeight = 300;
constexpr int kMostHeight = 430;
constexpr int kUsualWidth = 640;
constexpr qreal kCopyRatio = 2.0;

} // namespace

FigureCanvas::FigureCanvas(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("figureCanvas"));
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FigureCanvas::setFigure(const Figure& figure) {
    figure_ = figure;
    painted_ = QPixmap();
    setAccessibleName(figure.title);
    updateGeometry();
    update();
}

void FigureCanvas::clear(const QString& text) {
    figure_.reset();
    text_ = text;
    painted_ = QPixmap();
    setAccessibleName(text);
    updateGeometry();
    update();
}

int FigureCanvas::heightForWidth(int width) const {
    if (!figure_) {
        return kLeastHeight / 2;
    }
    // A figure with many rows is as high for print as they need; lengths follow the font.
    const FigureOptions print;
    const double unitsPerInch = figure_->size.unitsPerInch;
    const double printFont = print.fontPt / 72.0 * unitsPerInch;
    const double natural = figure_->size.units.height() / printFont * look().font.pixelSize();
    const double usual = print.heightMm / 25.4 * unitsPerInch;
    const double wide = std::clamp(0.48 * width, 1.0 * kLeastHeight, 1.0 * kMostHeight);
    return static_cast<int>(figure_->size.units.height() > usual ? std::max(natural, wide) : wide);
}

QSize FigureCanvas::sizeHint() const {
    return {kUsualWidth, heightForWidth(kUsualWidth)};
}

QSize FigureCanvas::minimumSizeHint() const {
    return {kUsualWidth / 2, kLeastHeight / 2};
}

void FigureCanvas::copy() {
    if (figure_) {
        QGuiApplication::clipboard()->setPixmap(paintedAt(size(), kCopyRatio));
        emit copied();
    }
}

PlotLook FigureCanvas::look() const {
    return PlotLook::fromPalette(palette(), font());
}

QPixmap FigureCanvas::paintedAt(QSize size, qreal ratio) const {
    QPixmap pixmap(size * ratio);
    pixmap.setDevicePixelRatio(ratio);
    const PlotLook screen = look();
    pixmap.fill(screen.surface);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    figure_->paint(painter, QRectF(QPointF(0, 0), size), screen);
    return pixmap;
}

void FigureCanvas::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    if (figure_) {
        // Scrolling and moving the focus paint it again and again; a figure of many steps takes its time.
        if (painted_.isNull() || painted_.size() != size() * devicePixelRatioF()) {
            painted_ = paintedAt(size(), devicePixelRatioF());
        }
        painter.drawPixmap(0, 0, painted_);
    } else {
        painter.setPen(themeColors().muted);
        painter.drawText(rect().adjusted(20, 0, -20, 0), Qt::AlignCenter | Qt::TextWordWrap, text_);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void FigureCanvas::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        painted_ = QPixmap();
        update();
    }
}

} // namespace roundoff::ui
