// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/live_page.h"

#include <QKeySequence>
#include <QLabel>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/charts/live_charts.h"
#include "ui/models/run_infos.h"
#include "ui/models/runs_model.h"
#include "ui/models/runs_table.h"
#include "ui/session.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {

LivePage::LivePage(Session& session, QWidget* parent)
    : QWidget(parent), model_(new RunsModel(this)), charts_(new LiveCharts(this)), table_(new RunsTable(*model_, this)),
      splitter_(new QSplitter(Qt::Vertical, this)), stack_(new QStackedWidget(this)) {
    splitter_->setObjectName(QStringLiteral("liveSplitter"));
    splitter_->addWidget(charts_);
    splitter_->addWidget(table_);
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 1);
    splitter_->setSizes({600, 190});
    splitter_->setChildrenCollapsible(false);
    auto* empty = new TintedLabel(&ThemeColors::muted, this);
    empty->setObjectName(QStringLiteral("liveEmpty"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setText(tr("Nothing has run yet.\n\nChoose precisions at the left and press Run (%1):\n"
                      "accuracy, loss and time appear here while the networks learn.")
                       .arg(QKeySequence(Qt::CTRL | Qt::Key_R).toString(QKeySequence::NativeText)));
    stack_->addWidget(empty);
    stack_->addWidget(splitter_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 0);
    layout->addWidget(stack_);

    // Painting charts costs more than anything else in the window: ten times a second looks fluid, and leaves the
    // processor to the training.
    constexpr int kFlushMilliseconds = 100;
    flushTimer_.setSingleShot(true);
    flushTimer_.setInterval(kFlushMilliseconds);
    connect(&flushTimer_, &QTimer::timeout, this, &LivePage::flushSteps);

    connect(&session, &Session::planned, this, [this](const std::shared_ptr<const experiment::Plan>& plan) {
        pendingSteps_.clear();
        model_->setPlan(plan);
        charts_->begin(runInfos(*plan));
        stack_->setCurrentWidget(splitter_);
    });
    connect(&session, &Session::runStarted, model_, &RunsModel::startRun);
    connect(&session, &Session::stepsArrived, this,
            [this](int run, const std::vector<experiment::MetricPoint>& points) {
                auto& pending = pendingSteps_[run];
                pending.insert(pending.end(), points.begin(), points.end());
                if (!flushTimer_.isActive()) {
                    flushTimer_.start();
                }
            });
    connect(&session, &Session::epochFinished, this, [this](int run, const experiment::EpochResult& epoch) {
        model_->addEpoch(run, epoch);
        flushSteps();
        charts_->addEpoch(run, epoch);
    });
    connect(&session, &Session::runFinished, this,
            [this](int run, const std::shared_ptr<const experiment::RunResult>& result) {
                model_->finishRun(run, *result);
                flushSteps();
                charts_->finishRun(run);
            });
    connect(&session, &Session::finished, model_, &RunsModel::finishAll);
}

void LivePage::flushSteps() {
    flushTimer_.stop();
    for (const auto& [run, points] : pendingSteps_) {
        charts_->addSteps(run, points);
    }
    pendingSteps_.clear();
}

void LivePage::setTheme(bool dark) {
    model_->setTheme(dark);
    charts_->setTheme(dark);
}

} // namespace roundoff::ui
