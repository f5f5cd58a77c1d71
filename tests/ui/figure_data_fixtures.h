// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>

#include <QImage>
#include <QString>

#include "ui/figures/experiment_figures.h"
#include "ui/figures/figures.h"

namespace roundoff::ui {

[[nodiscard]] deploy::Deployment decimals(int digits, format::Rounding rounding = format::Rounding::NearestEven);
[[nodiscard]] experiment::MetricPoint step(std::uint32_t number, double scale, std::uint32_t skipped = 0);
[[nodiscard]] std::shared_ptr<const data::Dataset> threeClasses();
/// A network 4-2-3.
[[nodiscard]] std::shared_ptr<const nn::WeightSnapshot> smallWeights();
/// Two precisions over two thresholds and none; with deployments, loss scales, weights and images: data for all kinds.
[[nodiscard]] FigureData everything();
/// One layer of 100000 weights at equal distances between -largest and largest.
[[nodiscard]] std::shared_ptr<const nn::WeightSnapshot> evenWeights(double largest);
/// One group of two runs; the second ended like this, with all that a run can leave behind.
[[nodiscard]] store::ExperimentResults twoSeeds(experiment::RunStatus ofSecond);
[[nodiscard]] std::shared_ptr<const FigureData> shared(const FigureData& data);
/// The figure of a kind, or an empty one where the data have none.
[[nodiscard]] Figure figureOf(const FigureData& data, const std::string& kind,
                              const std::map<std::string, std::string>& options = {});
[[nodiscard]] QString svgOf(const Figure& figure);
[[nodiscard]] int darkPixels(const QImage& image, const std::function<bool(int, int)>& where);

} // namespace roundoff::ui
