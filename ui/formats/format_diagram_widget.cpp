// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/format_diagram_widget.h"

#include <cmath>

#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QPixmap>

#include "ui/figures/format_diagram.h"

namespace roundoff::ui {
namespace {

constexpr qreal kMargin = 10.0;
constexpr int kUsualWidth = 560;

} // namespace

FormatDiagramWidget::FormatDiagramWidget(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("formatDiagram"));
    setAccessibleName(tr("Bits of the stored value"));
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FormatDiagramWidget::setNumber(const format::Format& format, double value, format::Rounding rounding) {
    format_ = format;
    value_ = value;
    rounding_ = rounding;
    updateGeometry();
    update();
}

int FormatDiagramWidget::heightForWidth(int width) const {
    const PlotLook look = PlotLook::fromPalette(palette(), font());
    return static_cast<int>(
        std::ceil(formatDiagramHeight(format_, value_, rounding_, width - 2.0 * kMargin, look) + 2.0 * kMargin));
}

QSize FormatDiagramWidget::sizeHint() const {
    return {kUsualWidth, heightForWidth(kUsualWidth)};
}

void FormatDiagramWidget::copy() const {
    constexpr qreal kRatio = 2.0;
    QPixmap pixmap(size() * kRatio);
    pixmap.setDevicePixelRatio(kRatio);
    QPainter painter(&pixmap);
    paint(painter);
    painter.end();
    QGuiApplication::clipboard()->setPixmap(pixmap);
}

void FormatDiagramWidget::paint(QPainter& painter) const {
    const PlotLook look = PlotLook::fromPalette(palette(), font());
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(rect(), look.surface);
    paintFormatDiagram(painter, QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin), format_, value_,
                       rounding_, look);
}

void FormatDiagramWidget::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    paint(painter);
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

} // namespace roundoff::ui
