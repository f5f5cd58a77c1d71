// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/numbered_figures.h"

#include "core/data/file_name.h"
#include "ui/figures/experiment_figures.h"
#include "ui/figures/figures.h"

namespace roundoff::ui {
namespace {

/// Under a name by which its files are found: figure-04, figure-04-2, ...
void append(std::vector<NumberedFigure>& figures, const experiment::PaperFigure& wanted,
            const std::shared_ptr<const FigureData>& data, const FigureOptions& options,
            const store::PresetResults* experiment) {
    std::optional<Figure> figure = paperFigure(data, wanted, options);
    if (!figure) {
        return;
    }
    const QString number = QString::fromStdString(wanted.number);
    int views = 1;
    for (const NumberedFigure& other : figures) {
        views += other.number == number ? 1 : 0;
    }
    const QString name = QStringLiteral("figure-%1").arg(number, 2, u'0') +
                         (views > 1 ? QStringLiteral("-%1").arg(views) : QString());
    figure->name = QString::fromStdString(data::fileNameOf(name.toStdString()));
    figures.push_back({number, QString::fromStdString(wanted.caption), std::move(*figure), experiment});
}

} // namespace

std::vector<NumberedFigure> numberedFigures(const std::vector<store::PresetResults>& experiments,
                                            const std::shared_ptr<const data::Dataset>& dataset,
                                            const FigureOptions& options) {
    std::vector<NumberedFigure> figures;
    std::vector<std::shared_ptr<const FigureData>> data;
    for (const store::PresetResults& e : experiments) {
        data.push_back(std::make_shared<const FigureData>(figureData(e.results, dataset)));
    }
    if (!data.empty()) {
        const auto& first = data.front();
        const auto format = [](const char* name, const char* caption) {
            return experiment::PaperFigure{"1", "format", caption, {{"value", "12.345"}, {"format", name}}};
        };
        append(figures, format("DEC3", "Illustration of standard floating-point format."), first, options, nullptr);
        append(figures, format("FP16", ""), first, options, nullptr);
        append(figures, format("FP32", ""), first, options, nullptr);
        append(figures, {"2", "samples", "Sample images from the MNIST dataset.", {}}, first, options, nullptr);
        append(figures, {"3", "network", "MLP structure used in the experiments.", {}}, first, options, nullptr);
    }
    for (std::size_t i = 0; i < experiments.size(); ++i) {
        for (const experiment::PaperFigure& wanted : experiments[i].preset.figures) {
            append(figures, wanted, data[i], options, &experiments[i]);
        }
        if (std::optional<Figure> scale = paperFigure(data[i], {"", "loss-scale", "", {}}, options)) {
            scale->name += u'-' + QString::fromStdString(experiments[i].preset.name);
            scale->title = QStringLiteral("Loss scale and skipped steps");
            figures.push_back({{}, {}, std::move(*scale), &experiments[i]});
        }
    }
    return figures;
}

} // namespace roundoff::ui
