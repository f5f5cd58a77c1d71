// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "ui/figures/figure.h"
#include "ui/figures/figure_data.h"

namespace roundoff::ui {

/// What a kind of figure leaves open, by name: {"precision", "FP32"}.
using KindOptions = std::map<std::string, std::string>;

/// The data of a figure; never null.
using SharedData = std::shared_ptr<const FigureData>;

/// An option's value; empty without it.
[[nodiscard]] inline QString optionOf(const KindOptions& kind, const char* name) {
    const auto found = kind.find(name);
    return found == kind.end() ? QString() : QString::fromStdString(found->second);
}

// Each gives no figure when there are no data for it.

/// Final test accuracy of each group with its interval; over a numeric axis where every group has a place on one.
[[nodiscard]] std::optional<Figure> accuracyFigure(const SharedData& data, const FigureOptions& options,
                                                   const KindOptions& kind);
/// Seconds of training and evaluation of each group, native or emulated.
[[nodiscard]] std::optional<Figure> trainingTimeFigure(const SharedData& data, const FigureOptions& options,
                                                       const KindOptions& kind);
/// Test accuracy after each deployment.
[[nodiscard]] std::optional<Figure> deploymentsFigure(const SharedData& data, const FigureOptions& options,
                                                      const KindOptions& kind);
/// Test accuracy after each epoch.
[[nodiscard]] std::optional<Figure> accuracyByEpochFigure(const SharedData& data, const FigureOptions& options,
                                                          const KindOptions& kind);
/// Training loss, and test loss as a thinner line, after each epoch.
[[nodiscard]] std::optional<Figure> lossByEpochFigure(const SharedData& data, const FigureOptions& options,
                                                      const KindOptions& kind);
/// Accuracy, training and evaluation time over a numeric axis, in three panels; what lacks the axis' amount (no
/// clipping) has a place of its own beside it.
[[nodiscard]] std::optional<Figure> byThresholdFigure(const SharedData& data, const FigureOptions& options,
                                                      const KindOptions& kind);
/// Histograms of each layer's weights; with a `deployment` after it, the trained ones as an outline.
[[nodiscard]] std::optional<Figure> weightsFigure(const SharedData& data, const FigureOptions& options,
                                                  const KindOptions& kind);
/// Test accuracy over the number of decimals that the weights keep.
[[nodiscard]] std::optional<Figure> decimalsFigure(const SharedData& data, const FigureOptions& options,
                                                   const KindOptions& kind);
/// The loss scale over the steps, with the steps that were skipped.
[[nodiscard]] std::optional<Figure> lossScaleFigure(const SharedData& data, const FigureOptions& options,
                                                    const KindOptions& kind);
/// What rounding did to each layer and role of a run: shares and noise as a heat map with numbers.
[[nodiscard]] std::optional<Figure> numericsFigure(const SharedData& data, const FigureOptions& options,
                                                   const KindOptions& kind);
/// Powers of two of each layer's and role's values in the run's last epoch, over the range of their format.
[[nodiscard]] std::optional<Figure> exponentsFigure(const SharedData& data, const FigureOptions& options,
                                                    const KindOptions& kind);
/// Images of the data set, one of each class.
[[nodiscard]] std::optional<Figure> samplesFigure(const SharedData& data, const FigureOptions& options,
                                                  const KindOptions& kind);
/// The network's layers.
[[nodiscard]] std::optional<Figure> networkFigure(const SharedData& data, const FigureOptions& options,
                                                  const KindOptions& kind);
/// How a `format` stores a `value`; the paper's example without them. Needs no data.
[[nodiscard]] std::optional<Figure> formatFigure(const SharedData& data, const FigureOptions& options,
                                                 const KindOptions& kind);

} // namespace roundoff::ui
