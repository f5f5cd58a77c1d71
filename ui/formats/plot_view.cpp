// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/plot_view.h"

#include <cmath>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPixmap>

#include "ui/widgets/icons.h"

namespace roundoff::ui {
namespace {

constexpr qreal kMargin = 10.0;
constexpr int kUsualWidth = 560;
constexpr int kLeastWidth = 280;

bool isCopyData(const QKeyEvent& event) {
    return QKeySequence(event.keyCombination()) == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
}

} // namespace

PlotView::PlotView(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int PlotView::heightForWidth(int width) const {
    return static_cast<int>(std::ceil(plotHeight(width - 2.0 * kMargin, look()) + 2.0 * kMargin));
}

QSize PlotView::sizeHint() const {
    return {kUsualWidth, heightForWidth(kUsualWidth)};
}

QSize PlotView::minimumSizeHint() const {
    return {kLeastWidth, heightForWidth(kUsualWidth)};
}

void PlotView::copy() {
    constexpr qreal kRatio = 2.0;
    QPixmap pixmap(size() * kRatio);
    pixmap.setDevicePixelRatio(kRatio);
    pixmap.fill(look().surface);
    QPainter painter(&pixmap);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    paintPlot(painter, plotRectangle(), look());
    painter.end();
    QGuiApplication::clipboard()->setPixmap(pixmap);
    emit message(tr("The picture is on the clipboard."), false);
}

void PlotView::copyData() {
    QGuiApplication::clipboard()->setText(QString::fromStdString(figure({}).csv));
    emit message(tr("The picture's data are on the clipboard as a table."), false);
}

PlotLook PlotView::look() const {
    return PlotLook::fromPalette(palette(), font());
}

QRectF PlotView::plotRectangle() const {
    return QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

void PlotView::setGrows() {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::MinimumExpanding);
    setSizePolicy(policy);
}

void PlotView::contentChanged() {
    invalidate();
    updateGeometry();
    update();
}

bool PlotView::event(QEvent* event) {
    switch (event->type()) {
    case QEvent::PaletteChange:
    case QEvent::FontChange:
    case QEvent::Resize: invalidate(); break;
    case QEvent::ShortcutOverride:
    case QEvent::KeyPress: {
        // While a picture has the focus, Ctrl+Shift+C means its data.
        const auto* key = static_cast<QKeyEvent*>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        if (isCopyData(*key)) {
            event->accept();
            if (event->type() == QEvent::KeyPress) {
                copyData();
            }
            return true;
        }
        break;
    }
    default: break;
    }
    return QWidget::event(event);
}

void PlotView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter.fillRect(rect(), look().surface);
    paintPlot(painter, plotRectangle(), look());
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void PlotView::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addAction(actionIcon(QStringLiteral("copy")), tr("Copy picture"), this, &PlotView::copy);
    menu.addAction(tr("Copy data"), this, &PlotView::copyData);
    menu.addAction(actionIcon(QStringLiteral("save")), tr("Save picture..."), this, &PlotView::saveRequested);
    menu.exec(event->reason() == QContextMenuEvent::Keyboard ? mapToGlobal(rect().center()) : event->globalPos());
}

} // namespace roundoff::ui
