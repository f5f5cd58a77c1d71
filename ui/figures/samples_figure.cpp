// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_kinds.h"

#include <algorithm>
#include <map>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include "core/store/csv.h"
#include "ui/figures/figure_sheet.h"

namespace roundoff::ui {

namespace {

struct SamplesFigureText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

constexpr int kRows = 2;
// In heights of the font.
constexpr double kLabel = 1.5;
constexpr double kSampleGap = 0.8;

/// The first training image of each class that has one, in the order of the classes.
QList<std::size_t> firstOfEachClass(const data::Dataset& dataset) {
    std::map<int, std::size_t> first;
    for (std::size_t i = 0; i < dataset.training.size() && first.size() < static_cast<std::size_t>(dataset.classes);
         ++i) {
        first.emplace(dataset.training.labels[i], i);
    }
    QList<std::size_t> images;
    for (const auto& [label, image] : first) {
        images.append(image);
    }
    return images;
}

/// Ink as filled squares, one path for each shade: no picture that somebody could smooth.
void paintImage(QPainter& painter, const QRectF& frame, const data::ImageSet& set, std::size_t index,
                const PlotLook& look) {
    const auto pixels = set.image(index);
    const qreal width = frame.width() / set.columns;
    const qreal height = frame.height() / set.rows;
    std::map<int, QPainterPath> shades;
    for (std::uint32_t row = 0; row < set.rows; ++row) {
        for (std::uint32_t column = 0; column < set.columns;) {
            const int ink = pixels[std::size_t{row} * set.columns + column];
            std::uint32_t end = column + 1;
            while (end < set.columns && pixels[std::size_t{row} * set.columns + end] == ink) {
                ++end;
            }
            if (ink > 0) {
                shades[ink].addRect(
                    QRectF(frame.left() + column * width, frame.top() + row * height, (end - column) * width, height));
            }
            column = end;
        }
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false); // Or seams would show between neighbours.
    painter.setPen(Qt::NoPen);
    for (const auto& [ink, path] : shades) {
        painter.setBrush(between(look.surface, look.text, ink / 255.0));
        painter.drawPath(path);
    }
    painter.restore();
    painter.setPen(QPen(look.frame, look.hair));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(frame);
}

void paintSamples(QPainter& painter, const QRectF& sheet, const data::Dataset& dataset, const QString& title,
                  const PlotLook& look) {
    const QList<std::size_t> images = firstOfEachClass(dataset);
    const QRectF rest = paintSheet(painter, sheet, title, {}, true, look);
    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    const auto rows = static_cast<double>(std::min<qsizetype>(kRows, images.size()));
    const qsizetype columns = (images.size() + kRows - 1) / kRows;
    const qreal label = kLabel * em;
    const qreal gap = kSampleGap * em;
    const qreal shape = static_cast<double>(dataset.training.rows) / dataset.training.columns;
    const auto count = static_cast<double>(columns);
    const qreal width = std::min((rest.width() - gap * (count - 1.0)) / count,
                                 ((rest.height() - gap * (rows - 1.0)) / rows - label) / shape);
    const qreal left = rest.center().x() - (count * width + gap * (count - 1.0)) / 2.0;
    for (qsizetype i = 0; i < images.size(); ++i) {
        const QRectF frame(left + static_cast<double>(i % columns) * (width + gap),
                           rest.top() + static_cast<double>(i / columns) * (width * shape + label + gap), width,
                           width * shape);
        paintImage(painter, frame, dataset.training, images[i], look);
        const QString text = QString::number(dataset.training.labels[images[i]]);
        painter.setFont(look.font);
        painter.setPen(look.text);
        painter.drawText(QPointF(frame.center().x() - metrics.horizontalAdvance(text) / 2.0,
                                 frame.bottom() + 0.25 * em + metrics.ascent()),
                         text);
    }
}

/// As high as the images are at this width.
PictureSize sizeFor(const data::Dataset& dataset, const FigureOptions& options) {
    PictureSize size = sheetSize(options, 0);
    const qreal em = QFontMetricsF(printLook(options).font).height();
    const auto count = firstOfEachClass(dataset).size();
    const auto rows = static_cast<double>(std::min<qsizetype>(kRows, count));
    const auto columns = static_cast<double>((count + kRows - 1) / kRows);
    const double shape = static_cast<double>(dataset.training.rows) / dataset.training.columns;
    const double width = (size.units.width() - 2.0 * em - kSampleGap * em * (columns - 1.0)) / columns;
    const double height = rows * (width * shape + kLabel * em) + (rows - 1.0) * kSampleGap * em + 4.0 * em;
    size.units.setHeight(static_cast<int>(std::min(height, 1.6 * size.units.width())));
    return size;
}

std::string table(const data::Dataset& dataset) {
    store::Csv csv{"dataset", "training_image", "label"};
    for (const std::size_t image : firstOfEachClass(dataset)) {
        csv.cell(dataset.name).cell(image).cell(static_cast<int>(dataset.training.labels[image]));
        csv.endRow();
    }
    return csv.text();
}

} // namespace

std::optional<Figure> samplesFigure(const SharedData& data, const FigureOptions& options, const KindOptions&) {
    if (data->dataset == nullptr || data->dataset->training.size() == 0) {
        return {};
    }
    const QString title = SamplesFigureText::tr("Images of %1, one of each class")
                              .arg(QString::fromStdString(data->dataset->title));
    const PaintFigure paint = [dataset = data->dataset, title](QPainter& painter, const QRectF& sheet,
                                                               const PlotLook& look) {
        paintSamples(painter, sheet, *dataset, title, look);
    };
    return Figure{.name = QStringLiteral("samples"),
                  .title = title,
                  .size = sizeFor(*data->dataset, options),
                  .paint = paint,
                  .csv = table(*data->dataset)};
}

} // namespace roundoff::ui
