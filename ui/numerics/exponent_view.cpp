// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/exponent_view.h"

#include <algorithm>

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QImage>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QStandardPaths>

#include "core/base/error.h"
#include "ui/charts/picture_file.h"
#include "ui/widgets/icons.h"

namespace roundoff::ui {
namespace {

constexpr qreal kMargin = 6.0;
constexpr int kScreenUnitsPerInch = 96;
constexpr int kPicturePixelsPerInch = 192;

const QKeySequence& copyDataKeys() {
    static const QKeySequence keys(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    return keys;
}

void paintPicture(QPainter& painter, const QRectF& rectangle, const ExponentPlot::Content& content,
                  const QString& title, const PlotLook& look) {
    painter.fillRect(rectangle, look.surface);
    const QRectF inside = rectangle.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    QFont bold = look.font;
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    painter.setFont(bold);
    painter.setPen(look.text);
    painter.drawText(QPointF(inside.left(), inside.top() + metrics.ascent()), title);
    ExponentPlot(content, look, inside.adjusted(0.0, 1.6 * metrics.height(), 0.0, 0.0)).paint(painter);
}

} // namespace

ExponentView::ExponentView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("exponentView"));
    setAccessibleName(tr("Histogram of exponents"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    setMinimumSize(260, 120);
}

void ExponentView::setContent(const ExponentPlot::Content& content, const QString& title) {
    content_ = content;
    title_ = title;
    notice_.clear();
    setAccessibleDescription(title);
    update();
}

void ExponentView::setNotice(const QString& notice) {
    notice_ = notice;
    mark(std::nullopt);
    setAccessibleDescription(notice);
    update();
}

QRectF ExponentView::inner() const {
    return QRectF(rect()).adjusted(kMargin, kMargin, -kMargin, -kMargin);
}

void ExponentView::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const PlotLook look = PlotLook::fromPalette(palette(), font());
    if (!notice_.isEmpty()) {
        painter.setPen(look.mutedText);
        painter.drawText(inner(), Qt::AlignCenter | Qt::TextWordWrap, notice_);
    } else {
        ExponentPlot(content_, look, inner()).paint(painter, marked_);
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void ExponentView::mark(std::optional<int> exponent) {
    if (exponent == marked_) {
        return;
    }
    marked_ = exponent;
    const QString text = exponent ? exponentText(content_, *exponent) : QString();
    setAccessibleDescription(text.isEmpty() ? title_ : text);
    emit read(text);
    update();
}

void ExponentView::mouseMoveEvent(QMouseEvent* event) {
    if (notice_.isEmpty()) {
        mark(ExponentPlot(content_, PlotLook::fromPalette(palette(), font()), inner()).exponentAt(event->position()));
    }
}

void ExponentView::leaveEvent(QEvent* event) {
    mark(std::nullopt);
    QWidget::leaveEvent(event);
}

void ExponentView::focusOutEvent(QFocusEvent* event) {
    mark(std::nullopt);
    QWidget::focusOutEvent(event);
}

bool ExponentView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        if (QKeySequence(key->keyCombination()) == copyDataKeys()) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void ExponentView::keyPressEvent(QKeyEvent* event) {
    if (!notice_.isEmpty()) {
        QWidget::keyPressEvent(event);
        return;
    }
    const Range shown = ExponentPlot(content_, PlotLook::fromPalette(palette(), font()), inner()).exponents();
    const int first = std::max(static_cast<int>(shown.low), nn::ExponentHistogram::kLowest);
    const int last = std::min(static_cast<int>(shown.high) - 1, nn::ExponentHistogram::kHighest);
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (QKeySequence(event->keyCombination()) == copyDataKeys()) {
        copyData();
    } else if (event->key() == Qt::Key_Right) {
        mark(marked_ ? std::min(*marked_ + 1, last) : first);
    } else if (event->key() == Qt::Key_Left) {
        mark(marked_ ? std::max(*marked_ - 1, first) : last);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void ExponentView::contextMenuEvent(QContextMenuEvent* event) {
    if (!notice_.isEmpty()) {
        return;
    }
    QMenu menu(this);
    menu.addAction(actionIcon(QStringLiteral("copy")), tr("Copy picture"), this, &ExponentView::copy);
    menu.addAction(tr("Copy data"), this, &ExponentView::copyData);
    menu.addAction(actionIcon(QStringLiteral("save")), tr("Save picture…"), this, &ExponentView::exportPicture);
    menu.exec(event->globalPos());
}

QString ExponentView::table() const {
    QString text = QStringLiteral("exponent\tcount\n");
    for (std::size_t bin = 0; bin < content_.histogram.counts.size(); ++bin) {
        if (content_.histogram.counts[bin] > 0) {
            text += QStringLiteral("%1\t%2\n")
                        .arg(nn::ExponentHistogram::kLowest + static_cast<int>(bin))
                        .arg(content_.histogram.counts[bin]);
        }
    }
    return text;
}

void ExponentView::copy() {
    if (!notice_.isEmpty()) {
        return;
    }
    const double scale = static_cast<double>(kPicturePixelsPerInch) / kScreenUnitsPerInch;
    const QSize size(std::max(480, width()), std::max(300, height()));
    QImage image(size * scale, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    paintPicture(painter, QRectF(QPointF(0, 0), size), content_, title_, PlotLook::fromPalette(palette(), font()));
    painter.end();
    QGuiApplication::clipboard()->setImage(image);
    emit message(tr("The histogram is on the clipboard as a picture."), false);
}

void ExponentView::copyData() {
    QGuiApplication::clipboard()->setText(table());
    emit message(tr("The histogram's counts are on the clipboard as a table."), false);
}

void ExponentView::savePicture(const QString& path) const {
    // A file is printed or put on a white page, whatever the window looks like.
    QPalette paper(Qt::white);
    paper.setColor(QPalette::Base, Qt::white);
    paper.setColor(QPalette::Text, Qt::black);
    PlotLook look = PlotLook::fromPalette(paper, font());
    look.font.setFamily(QFontInfo(font()).family());
    const QSize size(std::max(480, width()), std::max(300, height()));
    writeFile(path, renderPicture(QFileInfo(path).suffix().toLower(),
                                  {.units = size, .unitsPerInch = kScreenUnitsPerInch, .dpi = kPicturePixelsPerInch},
                                  title_, [&](QPainter& painter, const QRectF& rectangle) {
                                      paintPicture(painter, rectangle, content_, title_, look);
                                  }));
}

void ExponentView::exportPicture() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    QString path = QFileDialog::getSaveFileName(this, tr("Save histogram"),
                                                QDir(folder).filePath(QStringLiteral("exponents.svg")),
                                                tr("Pictures (*.svg *.png *.pdf)"));
    if (path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QStringLiteral(".svg");
    }
    try {
        savePicture(path);
        emit message(tr("The histogram was written to %1.").arg(QDir::toNativeSeparators(path)), false);
    } catch (const InputError& error) {
        emit message(QString::fromUtf8(error.what()), true);
    }
}

} // namespace roundoff::ui
