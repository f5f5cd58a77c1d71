// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmap>
#include <QSvgRenderer>

namespace roundoff::ui {
namespace {

QByteArray source(const QString& name) {
    QFile file(QStringLiteral(":/icons/actions/%1.svg").arg(name));
    const bool open = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(open, "actionIcon", qPrintable(file.fileName()));
    return file.readAll();
}

void render(const QByteArray& svg, QPainter& painter, const QRectF& rectangle, const QColor& colour) {
    QByteArray coloured = svg;
    coloured.replace("currentColor", colour.name().toLatin1());
    QSvgRenderer renderer(coloured);
    renderer.render(&painter, rectangle);
}

class PaletteIconEngine : public QIconEngine {
public:
    PaletteIconEngine(QByteArray svg, QColor ThemeColors::*colour) : svg_(std::move(svg)), colour_(colour) {}

    void paint(QPainter* painter, const QRect& rectangle, QIcon::Mode mode, QIcon::State /*state*/) override {
        const QPalette palette = QGuiApplication::palette();
        QColor colour = colour_ != nullptr ? themeColors().*colour_
                                           : palette.color(QPalette::Active, QPalette::ButtonText);
        if (mode == QIcon::Disabled) {
            colour = palette.color(QPalette::Disabled, QPalette::ButtonText);
        } else if (mode == QIcon::Selected) {
            colour = palette.color(QPalette::Active, QPalette::HighlightedText);
        }
        render(svg_, *painter, rectangle, colour);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine* clone() const override { return new PaletteIconEngine(svg_, colour_); }

private:
    QByteArray svg_;
    QColor ThemeColors::*colour_;
};

} // namespace

QIcon actionIcon(const QString& name, QColor ThemeColors::*colour) {
    return QIcon(new PaletteIconEngine(source(name), colour));
}

QPixmap iconPixmap(const QString& name, int size, const QColor& colour, qreal devicePixelRatio) {
    QPixmap pixmap(QSize(size, size) * devicePixelRatio);
    pixmap.setDevicePixelRatio(devicePixelRatio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    render(source(name), painter, QRectF(0, 0, size, size), colour);
    return pixmap;
}

} // namespace roundoff::ui
