// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figure_kinds.h"

#include <algorithm>

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QLocale>
#include <QPainter>

#include "core/nn/specs.h"
#include "core/store/csv.h"
#include "ui/figures/figure_sheet.h"
#include "ui/figures/number_text.h"

namespace roundoff::ui {

namespace {

struct NetworkFigureText {
    Q_DECLARE_TR_FUNCTIONS(Figure)
};

constexpr std::size_t kMostCircles = 10; // In a column; a wider layer shows an ellipsis in the place of one.

struct Layer {
    std::size_t width = 0;
    QString activation; ///< Empty for the inputs.
    std::size_t parameters = 0;
};

QString activationName(nn::Activation activation) {
    switch (activation) {
    case nn::Activation::Relu: return QStringLiteral("ReLU");
    case nn::Activation::Sigmoid: return QStringLiteral("sigmoid");
    case nn::Activation::Tanh: return QStringLiteral("tanh");
    }
    return {};
}

/// The layers as the first run has them; without weights, inputs and outputs are the data set's.
QList<Layer> layersOf(const FigureData& data) {
    std::size_t inputs = data.dataset != nullptr ? data.dataset->training.features() : 0;
    if (data.weights != nullptr && !data.weights->tensors.empty()) {
        inputs = data.weights->tensors.front().shape.back(); // [outputs, inputs]
    }
    if (inputs == 0 || data.classes <= 0) {
        return {};
    }
    const std::vector<std::size_t> widths = nn::layerWidths(data.spec.network, inputs,
                                                            static_cast<std::size_t>(data.classes));
    QList<Layer> layers{{widths.front(), {}, 0}};
    for (std::size_t i = 1; i < widths.size(); ++i) {
        const bool last = i + 1 == widths.size();
        const QString output = data.spec.training.loss == nn::Loss::CrossEntropy ? QStringLiteral("softmax")
                                                                                 : NetworkFigureText::tr("linear");
        layers.append(
            {widths[i], last ? output : activationName(data.spec.network.activation), (widths[i - 1] + 1) * widths[i]});
    }
    return layers;
}

std::size_t parametersOf(const QList<Layer>& layers) {
    std::size_t sum = 0;
    for (const Layer& layer : layers) {
        sum += layer.parameters;
    }
    return sum;
}

/// The centres of a column's circles; a layer that is too wide has a gap in the middle.
struct Column {
    QList<QPointF> circles;
    std::optional<QPointF> ellipsis;
};

Column columnOf(std::size_t width, qreal x, const QRectF& area, qreal distance) {
    const bool wide = width > kMostCircles;
    const std::size_t places = wide ? kMostCircles : width;
    const std::size_t hidden = places / 2;
    const qreal top = area.center().y() - distance * static_cast<double>(places - 1) / 2.0;
    Column column;
    for (std::size_t i = 0; i < places; ++i) {
        const QPointF centre(x, top + distance * static_cast<double>(i));
        if (wide && i == hidden) {
            column.ellipsis = centre;
        } else {
            column.circles.append(centre);
        }
    }
    return column;
}

void paintConnections(QPainter& painter, const Column& from, const Column& to, const PlotLook& look) {
    painter.setPen(QPen(between(look.frame, look.surface, 0.45), 0.6 * look.hair));
    for (const QPointF& a : from.circles) {
        for (const QPointF& b : to.circles) {
            painter.drawLine(a, b);
        }
    }
}

void paintColumn(QPainter& painter, const Column& column, qreal radius, const PlotLook& look) {
    painter.setPen(QPen(look.text, look.thinLine));
    painter.setBrush(look.surface);
    for (const QPointF& centre : column.circles) {
        painter.drawEllipse(centre, radius, radius);
    }
    if (column.ellipsis) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.text);
        for (const double shift : {-0.7, 0.0, 0.7}) {
            painter.drawEllipse(*column.ellipsis + QPointF(0.0, shift * radius), 0.16 * radius, 0.16 * radius);
        }
    }
}

void paintCentred(QPainter& painter, qreal x, qreal baseline, const QString& text) {
    painter.drawText(QPointF(x - QFontMetricsF(painter.font()).horizontalAdvance(text) / 2.0, baseline), text);
}

/// A line of texts below the columns; it is left out where they would run into each other.
bool paintLine(QPainter& painter, const QList<qreal>& places, const QStringList& texts, qreal room, qreal baseline) {
    const QFontMetricsF metrics(painter.font());
    const bool fits = std::all_of(texts.begin(), texts.end(),
                                  [&](const QString& text) { return metrics.horizontalAdvance(text) <= room; });
    for (qsizetype i = 0; fits && i < texts.size(); ++i) {
        paintCentred(painter, places[i], baseline, texts[i]);
    }
    return fits;
}

void paintNetwork(QPainter& painter, const QRectF& sheet, const QList<Layer>& layers, const QString& title,
                  const PlotLook& look) {
    const QRectF rest = paintSheet(painter, sheet, title, {}, true, look);
    const QFontMetricsF metrics(look.font);
    const qreal em = metrics.height();
    const auto count = static_cast<double>(layers.size());
    const qreal spacing = rest.width() / count;
    const QRectF area = rest.adjusted(0.0, 0.5 * em, 0.0, -4.6 * em);
    const qreal distance = std::min(area.height() / static_cast<double>(kMostCircles), 2.2 * em);
    const qreal radius = std::min(0.36 * distance, 0.3 * spacing);

    QList<qreal> places;
    QList<qreal> betweenPlaces;
    QList<Column> columns;
    QStringList widths;
    QStringList activations;
    QStringList parameters;
    for (qsizetype i = 0; i < layers.size(); ++i) {
        const qreal x = rest.left() + (static_cast<double>(i) + 0.5) * spacing;
        places.append(x);
        columns.append(columnOf(layers[i].width, x, area, distance));
        widths.append(QString::number(layers[i].width));
        activations.append(i == 0 ? NetworkFigureText::tr("inputs") : layers[i].activation);
        if (i > 0) {
            betweenPlaces.append(x - spacing / 2.0);
            parameters.append(groupedDigits(layers[i].parameters));
        }
    }
    for (qsizetype i = 1; i < columns.size(); ++i) {
        paintConnections(painter, columns[i - 1], columns[i], look);
    }
    for (const Column& column : std::as_const(columns)) {
        paintColumn(painter, column, radius, look);
    }
    const qreal baseline = area.bottom() + 0.3 * em + metrics.ascent();
    painter.setFont(look.font);
    painter.setPen(look.text);
    QFont bold = look.font;
    bold.setBold(true);
    painter.setFont(bold);
    if (!paintLine(painter, places, widths, spacing, baseline)) {
        painter.setFont(look.font);
        paintCentred(painter, rest.center().x(), baseline,
                     metrics.elidedText(widths.join(QStringLiteral(" – ")), Qt::ElideMiddle, rest.width()));
    }
    painter.setFont(look.font);
    if (!paintLine(painter, places, activations, spacing, baseline + 1.2 * em) && layers.size() > 2) {
        paintCentred(painter, rest.center().x(), baseline + 1.2 * em,
                     metrics.elidedText(NetworkFigureText::tr("hidden layers: %1, outputs: %2")
                                            .arg(layers[1].activation, layers.back().activation),
                                        Qt::ElideRight, rest.width()));
    }
    painter.setPen(look.mutedText);
    paintLine(painter, betweenPlaces, parameters, spacing, baseline + 2.4 * em);
    paintCentred(
        painter, rest.center().x(), baseline + 3.6 * em,
        metrics.elidedText(
            NetworkFigureText::tr("%1 parameters: weights and biases").arg(groupedDigits(parametersOf(layers))),
            Qt::ElideRight, rest.width()));
}

std::string table(const QList<Layer>& layers) {
    store::Csv csv{"layer", "width", "activation", "parameters"};
    for (qsizetype i = 0; i < layers.size(); ++i) {
        csv.cell(i).cell(layers[i].width).cell(layers[i].activation.toStdString()).cell(layers[i].parameters);
        csv.endRow();
    }
    return csv.text();
}

} // namespace

std::optional<Figure> networkFigure(const SharedData& data, const FigureOptions& options, const KindOptions&) {
    const QList<Layer> layers = layersOf(*data);
    if (layers.isEmpty()) {
        return {};
    }
    QStringList widths;
    for (const Layer& layer : layers) {
        widths.append(QString::number(layer.width));
    }
    const QString title = NetworkFigureText::tr("Network %1").arg(widths.join(u'-'));
    const PaintFigure paint = [layers, title](QPainter& painter, const QRectF& sheet, const PlotLook& look) {
        paintNetwork(painter, sheet, layers, title, look);
    };
    return Figure{.name = QStringLiteral("network"),
                  .title = title,
                  .size = sheetSize(options, 0),
                  .paint = paint,
                  .csv = table(layers)};
}

} // namespace roundoff::ui
