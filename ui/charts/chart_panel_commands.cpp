// SPDX-License-Identifier: GPL-3.0-or-later
// What a person can do with a chart besides looking at it: copy, export, and everything by keyboard.
#include "ui/charts/chart_panel.h"

#include <algorithm>

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStandardPaths>

#include "core/base/error.h"
#include "core/data/file_name.h"
#include "ui/charts/metric_table.h"
#include "ui/charts/picture_file.h"

namespace roundoff::ui {

namespace {

constexpr double kZoomPerKey = 0.8;
constexpr int kPicturePixelsPerInch = 192;
constexpr int kScreenUnitsPerInch = 96;

const QKeySequence& copyPictureKeys() {
    static const QKeySequence keys(QKeySequence::Copy);
    return keys;
}

const QKeySequence& copyDataKeys() {
    static const QKeySequence keys(Qt::CTRL | Qt::SHIFT | Qt::Key_C);
    return keys;
}

QString withKeys(const QString& text, const QKeySequence& keys) {
    return text + u'\t' + keys.toString(QKeySequence::NativeText);
}

/// "Test accuracy by epoch" -> "test-accuracy-by-epoch"
QString fileNameOf(const QString& title) {
    QString name;
    for (const QChar character : title.section(u'(', 0, 0).trimmed().toLower()) {
        name += character.isLetterOrNumber() ? character : QChar(u'-');
    }
    return QString::fromStdString(data::fileNameOf(name.toStdString()));
}

} // namespace

void ChartPanel::paintPicture(QPainter& painter, const QRectF& rectangle, const PlotLook& look,
                              const QList<SeriesStyle>& styles) const {
    painter.fillRect(rectangle, look.surface);
    const QRectF inner = rectangle.adjusted(12, 12, -12, -12);
    QFont bold = look.font;
    bold.setBold(true);
    const QFontMetricsF metrics(bold);
    painter.setFont(bold);
    painter.setPen(look.text);
    painter.drawText(QPointF(inner.left(), inner.top() + metrics.ascent()), choice().title);

    QList<LegendEntry> entries;
    for (qsizetype group = 0; group < curves_.size(); ++group) {
        if (!isHidden(group)) {
            entries.append({history_.groups()[group].info.name, styles[group]});
        }
    }
    QRectF legend = inner.adjusted(0, 1.6 * metrics.height(), 0, 0);
    legend.setHeight(legendHeight(entries, legend.width(), look));
    paintLegend(painter, legend, entries, look);

    const PlotAxes& axes = canvas_->axes();
    const QRectF plot = QRectF(QPointF(inner.left(), legend.bottom()), inner.bottomRight())
                            .marginsRemoved(plotMargins(axes, look));
    paintAxes(painter, plot, axes, look);
    for (const auto paint : {paintLines, paintMarkers}) {
        for (qsizetype group = 0; group < curves_.size(); ++group) {
            if (!isHidden(group)) {
                PlotCurve curve = curves_[group];
                curve.style = styles[group];
                paint(painter, plot, axes, curve, look);
            }
        }
    }
}

void ChartPanel::copy() {
    const QSize size(std::max(480, canvas_->width()), std::max(320, canvas_->height() + 60));
    const double scale = static_cast<double>(kPicturePixelsPerInch) / kScreenUnitsPerInch;
    QImage image(size * scale, QImage::Format_RGB32);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    paintPicture(painter, QRectF(QPointF(0, 0), size), canvas_->look(), styles_);
    painter.end();
    QGuiApplication::clipboard()->setImage(image);
    emit message(tr("The chart is on the clipboard as a picture."), false);
}

void ChartPanel::copyData() {
    QGuiApplication::clipboard()->setText(metricTable(history_, choice()));
    emit message(tr("The chart's data are on the clipboard as a table."), false);
}

void ChartPanel::exportPictureTo(const QString& path) const {
    const PictureSize size{.units = QSize(std::max(480, canvas_->width()), std::max(320, canvas_->height() + 60)),
                           .unitsPerInch = kScreenUnitsPerInch,
                           .dpi = kPicturePixelsPerInch};
    // A file is printed or put on a white page, whatever the window looks like.
    QPalette paper(Qt::white);
    paper.setColor(QPalette::Base, Qt::white);
    paper.setColor(QPalette::Text, Qt::black);
    PlotLook look = PlotLook::fromPalette(paper, font());
    look.font.setFamily(QFontInfo(font()).family());
    QList<GroupInfo> groups;
    for (const MetricHistory::Group& group : history_.groups()) {
        groups.append(group.info);
    }
    const QList<SeriesStyle> styles = stylesForGroups(groups, false);
    writeFile(path, renderPicture(QFileInfo(path).suffix().toLower(), size, choice().title,
                                  [&](QPainter& painter, const QRectF& rectangle) {
                                      paintPicture(painter, rectangle, look, styles);
                                  }));
}

void ChartPanel::exportPicture() {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString proposal = QDir(folder).filePath(fileNameOf(choice().title) + QStringLiteral(".svg"));
    QString path = QFileDialog::getSaveFileName(this, tr("Export chart"), proposal, tr("Pictures (*.svg *.png *.pdf)"));
    if (path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QStringLiteral(".svg");
    }
    try {
        exportPictureTo(path);
        emit message(tr("The chart was written to %1.").arg(QDir::toNativeSeparators(path)), false);
    } catch (const InputError& error) {
        emit message(QString::fromUtf8(error.what()), true);
    }
}

void ChartPanel::openMenu(const QPoint& position) {
    QMenu menu(this);
    menu.addAction(withKeys(tr("Copy picture"), copyPictureKeys()), this, &ChartPanel::copy);
    menu.addAction(withKeys(tr("Copy data"), copyDataKeys()), this, &ChartPanel::copyData);
    menu.addAction(tr("Export…"), this, &ChartPanel::exportPicture);
    menu.addSeparator();
    if (choice().primary.axis == AxisKind::Linear && choice().primary.style != NumberStyle::Percent) {
        QAction* logarithmic = menu.addAction(withKeys(tr("Logarithmic axis"), QKeySequence(Qt::Key_L)));
        logarithmic->setCheckable(true);
        logarithmic->setChecked(logarithmic_);
        connect(logarithmic, &QAction::triggered, this, &ChartPanel::setLogarithmic);
    }
    QAction* reset = menu.addAction(withKeys(tr("Reset zoom"), QKeySequence(Qt::Key_Home)), this,
                                    &ChartPanel::resetZoom);
    reset->setEnabled(zoomX_ || zoomY_);
    menu.exec(position);
}

bool ChartPanel::handleKey(const QKeyEvent& event) {
    const QKeySequence keys(event.keyCombination());
    if (keys == copyPictureKeys()) {
        copy();
    } else if (keys == copyDataKeys()) {
        copyData();
    } else {
        switch (event.key()) {
        case Qt::Key_Home: resetZoom(); break;
        case Qt::Key_Plus: zoomAround(0.5, kZoomPerKey, false); break;
        case Qt::Key_Minus: zoomAround(0.5, 1.0 / kZoomPerKey, false); break;
        case Qt::Key_Left: moveCrosshair(-1); break;
        case Qt::Key_Right: moveCrosshair(1); break;
        case Qt::Key_Escape: hideReadout(); break;
        case Qt::Key_L: setLogarithmic(!logarithmic_); break;
        default: return false;
        }
    }
    return true;
}

bool ChartPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        return handleKey(*static_cast<QKeyEvent*>(event)); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // While a chart has the focus, copying means the chart, not what the window's menu would copy.
        const auto* key = static_cast<QKeyEvent*>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast)
        const QKeySequence keys(key->keyCombination());
        if (keys == copyPictureKeys() || keys == copyDataKeys()) {
            event->accept();
        }
    }
    if (event->type() == QEvent::FocusOut) {
        hideReadout();
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    return QFrame::eventFilter(watched, event);
}

void ChartPanel::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    if (canvas_->hasFocus()) {
        QPainter painter(this);
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2.0));
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

} // namespace roundoff::ui
