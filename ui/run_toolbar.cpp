// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run_toolbar.h"

#include <algorithm>

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

#include "ui/actions.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_text.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

constexpr int kBarSteps = 1000;

int barValue(const experiment::Sweep::Progress& progress) {
    return static_cast<int>(std::clamp(progress.share, 0.0, 1.0) * kBarSteps);
}

/// "Done: 15 runs in 4 s", as far as something was done.
QString doneText(const experiment::Sweep::Progress& progress) {
    const auto total = static_cast<int>(progress.runsTotal);
    const std::size_t ran = progress.runsTotal - std::min(progress.runsBefore, progress.runsTotal);
    if (ran == 0) {
        return RunToolBar::tr("Done: %n run(s)", nullptr, total);
    }
    const QString time = durationText(progress.elapsedSeconds);
    if (progress.runsBefore == 0) {
        return RunToolBar::tr("Done: %1 in %2").arg(RunToolBar::tr("%n run(s)", nullptr, total), time);
    }
    return RunToolBar::tr("Done: %1 of %n run(s) in %2, the others before", nullptr, total).arg(ran).arg(time);
}

} // namespace

RunToolBar::RunToolBar(Actions& actions, QWidget* parent)
    : QToolBar(parent), estimate_(new QLabel(this)), problemIcon_(new QLabel(this)),
      problemLabel_(new TintedLabel(&ThemeColors::error, this)), bar_(new QProgressBar(this)),
      progress_(new QLabel(this)) {
    constexpr QSize kIconSize(18, 18);
    constexpr int kBarWidth = 180;
    setObjectName(QStringLiteral("runToolBar"));
    setWindowTitle(tr("Run"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIconSize(kIconSize);
    addActions({actions.run, actions.pause, actions.stop});
    for (QAction* action : {actions.run, actions.pause, actions.stop}) {
        auto* button = qobject_cast<QToolButton*>(widgetForAction(action));
        button->setObjectName(action->objectName() + QStringLiteral("Button"));
        button->setFocusPolicy(Qt::TabFocus);
    }
    estimate_->setObjectName(QStringLiteral("estimate"));
    problemLabel_->setObjectName(QStringLiteral("runProblem"));
    problemLabel_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    progress_->setObjectName(QStringLiteral("progressText"));
    bar_->setObjectName(QStringLiteral("progressBar"));
    bar_->setAccessibleName(tr("Progress"));
    bar_->setRange(0, kBarSteps);
    bar_->setTextVisible(false);
    bar_->setFixedWidth(kBarWidth);
    bar_->hide();

    auto* texts = new QWidget(this);
    auto* layout = new QHBoxLayout(texts);
    layout->setContentsMargins(12, 0, 8, 0);
    layout->setSpacing(6);
    layout->addWidget(estimate_);
    layout->addWidget(problemIcon_);
    layout->addWidget(problemLabel_, 1);
    layout->addStretch(0);
    layout->addWidget(bar_);
    layout->addSpacing(4);
    layout->addWidget(progress_);
    addWidget(texts);
    showProblem({});
}

void RunToolBar::showEstimate(const PlanEstimate& estimate) {
    estimate_->setText(estimate.error.isEmpty() ? estimateText(estimate) : QString());
}

void RunToolBar::showProblem(const QString& problem) {
    constexpr int kIconSize = 16;
    problem_ = problem;
    showOrHideEstimate();
    problemIcon_->setVisible(!problem.isEmpty());
    problemIcon_->setPixmap(iconPixmap(QStringLiteral("error"), kIconSize, themeColors().error, devicePixelRatioF()));
    problemLabel_->setToolTip(plainToolTip(problem));
    elideProblem();
}

void RunToolBar::showState(Session::State state) {
    wasLoading_ = state_ == Session::State::Loading;
    state_ = state;
    bar_->setVisible(state != Session::State::Idle);
    showOrHideEstimate();
    switch (state) {
    case Session::State::Loading:
        bar_->setRange(0, kBarSteps);
        bar_->setValue(0);
        progress_->setText(tr("Reading results"));
        break;
    case Session::State::Preparing:
        bar_->setRange(0, 0); // Busy, for a length that nobody knows.
        progress_->setText(tr("Loading data"));
        break;
    case Session::State::Running: bar_->setRange(0, kBarSteps); break;
    case Session::State::Paused: progress_->setText(tr("Paused")); break;
    case Session::State::Stopping: progress_->setText(tr("Stopping")); break;
    case Session::State::Idle: break;
    }
    sinceText_.invalidate();
}

void RunToolBar::showProgress(const experiment::Sweep::Progress& progress) {
    bar_->setValue(barValue(progress));
    // A number that changes more than once a second cannot be read.
    constexpr qint64 kTextMilliseconds = 1000;
    if (state_ == Session::State::Loading) {
        progress_->setText(tr("Reading results: %1 of %2").arg(progress.runsDone).arg(progress.runsTotal));
    }
    if (state_ != Session::State::Running) {
        return;
    }
    if (sinceText_.isValid() && !sinceText_.hasExpired(kTextMilliseconds) && progress.runsDone == runsShown_) {
        return;
    }
    sinceText_.start();
    runsShown_ = progress.runsDone;
    const QString runs = tr("%1 of %2").arg(progress.runsDone).arg(progress.runsTotal);
    progress_->setText(
        progress.remainingSeconds < 0.0 ? runs : tr("%1, %2 left").arg(runs, durationText(progress.remainingSeconds)));
}

void RunToolBar::showEnd(const experiment::Sweep::Progress& progress, std::size_t completed, bool stopped) {
    if (stopped) {
        progress_->setText(progress.runsTotal == 0
                               ? tr("Stopped")
                               : tr("Stopped: %1 of %2 runs are complete").arg(completed).arg(progress.runsTotal));
    } else {
        progress_->setText(doneText(progress));
    }
}

void RunToolBar::showFailure() {
    progress_->setText(wasLoading_ ? tr("Not all results could be read") : tr("Not started"));
}

void RunToolBar::resizeEvent(QResizeEvent* event) {
    QToolBar::resizeEvent(event);
    elideProblem();
}

void RunToolBar::showOrHideEstimate() {
    // It is about what Run would do; while something runs there is its progress.
    const bool couldRun = state_ == Session::State::Idle || state_ == Session::State::Loading;
    estimate_->setVisible(problem_.isEmpty() && couldRun);
}

void RunToolBar::elideProblem() {
    problemLabel_->setText(problemLabel_->fontMetrics().elidedText(problem_, Qt::ElideRight, problemLabel_->width()));
}

} // namespace roundoff::ui
