// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weights/histograms_view.h"

#include <algorithm>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileInfo>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QHelpEvent>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QToolTip>

#include "ui/charts/picture_file.h"
#include "ui/charts/series_style.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_text.h"

namespace roundoff::ui {
namespace {

constexpr qreal kLeastPlotWidth = 240.0;
constexpr int kLeastPlotHeight = 172;
constexpr qreal kSpacing = 14.0;
constexpr qreal kMargin = 8.0;
constexpr int kScreenUnitsPerInch = 96;
constexpr int kPicturePixelsPerInch = 192;

qreal legendHeight(const PlotLook& look) {
    return 1.7 * QFontMetricsF(look.font).height();
}

} // namespace

HistogramsView::HistogramsView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("weightHistograms"));
    setAccessibleName(tr("Histograms of the weights of each layer, before and after"));
    setFocusPolicy(Qt::StrongFocus);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
}

void HistogramsView::setContent(const Content& content) {
    content_ = content;
    stale_ = false;
    setAccessibleDescription(content_.title);
    fitHeight();
    update();
}

void HistogramsView::setSideBySide(bool sideBySide) {
    sideBySide_ = sideBySide;
    fitHeight();
    update();
}

void HistogramsView::setLogarithmic(bool logarithmic) {
    logarithmic_ = logarithmic;
    update();
}

void HistogramsView::setStale(bool stale) {
    if (stale != stale_) {
        stale_ = stale;
        update();
    }
}

int HistogramsView::columns(qreal width) const {
    const int layers = content_.report ? static_cast<int>(content_.report->layers.size()) : 1;
    const qreal least = (sideBySide_ ? 2.0 : 1.0) * kLeastPlotWidth;
    const int most = std::clamp(static_cast<int>((width + kSpacing) / (least + kSpacing)), 1, std::max(layers, 1));
    // The same number of rows with columns as equal as can be: four layers are two and two, not three and one.
    const int needed = (layers + most - 1) / most;
    return std::max(1, (layers + needed - 1) / std::max(needed, 1));
}

int HistogramsView::rows(qreal width) const {
    const int layers = content_.report ? static_cast<int>(content_.report->layers.size()) : 1;
    const int inRow = columns(width);
    return (layers + inRow - 1) / inRow;
}

void HistogramsView::fitHeight() {
    const PlotLook look = PlotLook::fromPalette(palette(), font());
    const int count = rows(width() - 2.0 * kMargin);
    setMinimumHeight(static_cast<int>(legendHeight(look) + 2.0 * kMargin + (count - 1) * kSpacing) +
                     count * kLeastPlotHeight);
}

HistogramStyle HistogramsView::style(bool dark) const {
    HistogramStyle style;
    style.before = styleForPrecision(content_.precision, dark).colour;
    // Rounding to the format of the training, or to one of its hue, must still show two histograms.
    style.after = styleForPrecision(content_.rounded, dark).colour;
    if (style.after == style.before) {
        style.after = styleForPrecision(content_.rounded, dark, 2).colour;
    }
    style.format = content_.format;
    style.logarithmic = logarithmic_;
    return style;
}

std::vector<HistogramPlot> HistogramsView::plots(const QRectF& rectangle, const PlotLook& look, bool dark) const {
    std::vector<HistogramPlot> result;
    if (!content_.report) {
        return result;
    }
    const int inRow = columns(rectangle.width());
    const int count = rows(rectangle.width());
    const qreal width = (rectangle.width() - (inRow - 1) * kSpacing) / inRow;
    const qreal height = (rectangle.height() - (count - 1) * kSpacing) / count;
    const HistogramStyle shared = style(dark);
    int number = 0;
    for (const deploy::LayerReport& layer : content_.report->layers) {
        const QRectF place(rectangle.left() + (number % inRow) * (width + kSpacing),
                           rectangle.top() + (number / inRow) * (height + kSpacing), width, height);
        ++number;
        if (sideBySide_) {
            const qreal half = (width - kSpacing) / 2.0;
            result.emplace_back(layer, HistogramPart::Before, shared, look,
                                QRectF(place.topLeft(), QSizeF(half, height)));
            result.emplace_back(layer, HistogramPart::After, shared, look,
                                QRectF(place.left() + half + kSpacing, place.top(), half, height));
        } else {
            result.emplace_back(layer, HistogramPart::Both, shared, look, place);
        }
    }
    return result;
}

void HistogramsView::paintPicture(QPainter& painter, const QRectF& rectangle, const PlotLook& look, bool dark) const {
    const QRectF inner = rectangle.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    QRectF legend = inner;
    legend.setHeight(legendHeight(look));
    const std::vector<HistogramPlot> all = plots(inner.adjusted(0.0, legend.height(), 0.0, 0.0), look, dark);
    paintHistogramLegend(painter, legend, content_.before, content_.after, style(dark),
                         std::ranges::any_of(all, &HistogramPlot::hasTicks), look);
    for (const HistogramPlot& plot : all) {
        plot.paint(painter);
    }
}

void HistogramsView::paintEvent(QPaintEvent* /*event*/) {
    constexpr qreal kFaded = 0.55;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (content_.report) {
        painter.setOpacity(stale_ ? kFaded : 1.0);
        paintPicture(painter, rect(), PlotLook::fromPalette(palette(), font()), isDarkTheme());
        painter.setOpacity(1.0);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void HistogramsView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fitHeight();
}

bool HistogramsView::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        const PlotLook look = PlotLook::fromPalette(palette(), font());
        const QRectF inner = QRectF(rect()).adjusted(kMargin, kMargin + legendHeight(look), -kMargin, -kMargin);
        QString text;
        for (const HistogramPlot& plot : plots(inner, look, isDarkTheme())) {
            text += plot.readout(help->pos());
        }
        QToolTip::showText(help->globalPos(), plainToolTip(text), this);
        return true;
    }
    return QWidget::event(event);
}

void HistogramsView::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    menu.addAction(actionIcon(QStringLiteral("copy")), tr("Copy picture"), this, &HistogramsView::copy);
    menu.addAction(actionIcon(QStringLiteral("save")), tr("Save picture…"), this, &HistogramsView::saveRequested);
    menu.exec(event->globalPos());
}

QSize HistogramsView::pictureSize() const {
    return {std::max(480, width()), std::max(300, height())};
}

void HistogramsView::copy() {
    if (!content_.report) {
        return;
    }
    const double scale = static_cast<double>(kPicturePixelsPerInch) / kScreenUnitsPerInch;
    const QSize size = pictureSize();
    QImage image(size * scale, QImage::Format_RGB32);
    image.fill(palette().color(QPalette::Base));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    paintPicture(painter, QRectF(QPointF(0, 0), size), PlotLook::fromPalette(palette(), font()), isDarkTheme());
    painter.end();
    QGuiApplication::clipboard()->setImage(image);
    emit copied();
}

void HistogramsView::savePicture(const QString& path) const {
    // A file is printed or put on a white page, whatever the window looks like.
    QPalette paper(Qt::white);
    paper.setColor(QPalette::Base, Qt::white);
    paper.setColor(QPalette::Text, Qt::black);
    PlotLook look = PlotLook::fromPalette(paper, font());
    look.font.setFamily(QFontInfo(font()).family());
    const qreal title = 1.6 * QFontMetricsF(look.font).height();
    const QSize size = pictureSize() + QSize(0, static_cast<int>(title));
    writeFile(path, renderPicture(QFileInfo(path).suffix().toLower(),
                                  {.units = size, .unitsPerInch = kScreenUnitsPerInch, .dpi = kPicturePixelsPerInch},
                                  content_.title, [&](QPainter& painter, const QRectF& rectangle) {
                                      painter.fillRect(rectangle, look.surface);
                                      QFont bold = look.font;
                                      bold.setBold(true);
                                      painter.setFont(bold);
                                      painter.setPen(look.text);
                                      painter.drawText(QPointF(kMargin, kMargin + QFontMetricsF(bold).ascent()),
                                                       content_.title);
                                      paintPicture(painter, rectangle.adjusted(0.0, title, 0.0, 0.0), look, false);
                                  }));
}

} // namespace roundoff::ui
