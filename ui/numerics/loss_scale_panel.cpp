// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/loss_scale_panel.h"

#include <algorithm>
#include <vector>

#include <QVBoxLayout>

#include "ui/charts/chart_panel.h"

namespace roundoff::ui {
namespace {

using experiment::MetricPoint;

ChartChoice lossScaleChoice() {
    const Quantity scale{.name = LossScalePanel::tr("Loss scale"),
                         .column = QStringLiteral("loss_scale"),
                         .ofEpoch = {},
                         .ofStep = [](const MetricPoint& step) { return step.lossScale; },
                         .axis = AxisKind::PowersOfTwo,
                         .unused = {}};
    const Quantity skipped{.name = LossScalePanel::tr("Steps skipped so far"),
                           .column = QStringLiteral("skipped_steps_so_far"),
                           .ofEpoch = {},
                           .ofStep = [](const MetricPoint& step) { return static_cast<double>(step.skipped); },
                           .axis = AxisKind::Integer,
                           .fromZero = true,
                           .unused = {}};
    return {.title = LossScalePanel::tr("Loss scale (thin: steps skipped so far)"),
            .primary = scale,
            .secondary = skipped,
            .secondaryOnRight = true};
}

} // namespace

bool hasLossScale(std::span<const MetricPoint> steps) {
    return std::ranges::any_of(steps, [](const auto& step) { return step.lossScale != 1.0 || step.skipped != 0; });
}

LossScalePanel::LossScalePanel(QWidget* parent)
    : QWidget(parent), chart_(new ChartPanel(history_, {lossScaleChoice()}, QStringLiteral("lossScaleChart"), this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(chart_);
    connect(chart_, &ChartPanel::message, this, &LossScalePanel::message);
}

LossScalePanel::~LossScalePanel() {
    // The chart refers to the history, which goes first otherwise.
    delete chart_;
}

QList<SeriesStyle> LossScalePanel::styles() const {
    return {styleForPrecision(run_.precision, dark_)};
}

void LossScalePanel::setContent(const RunInfo& run, std::span<const MetricPoint> steps, bool finished) {
    std::vector<MetricPoint> points(steps.begin(), steps.end());
    for (std::size_t i = 1; i < points.size(); ++i) {
        points[i].skipped += points[i - 1].skipped; // So far, in all.
    }
    history_.begin({run});
    history_.addSteps(run.run, points);
    if (finished) {
        history_.finishRun(run.run);
    }
    if (run != run_) {
        run_ = run;
        chart_->restart(styles());
    } else {
        chart_->markDirty(0);
    }
    chart_->refresh();
}

void LossScalePanel::setTheme(bool dark) {
    dark_ = dark;
    chart_->setStyles(styles());
    chart_->refresh();
}

} // namespace roundoff::ui
