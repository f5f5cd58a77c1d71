// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QToolBar>

#include "ui/document/plan_estimator.h"
#include "ui/session.h"

class QLabel;
class QProgressBar;

namespace roundoff::ui {

class Actions;
class TintedLabel;

/// Run, Pause and Stop; what would run and how long it takes; how far it is.
class RunToolBar : public QToolBar {
    Q_OBJECT

public:
    explicit RunToolBar(Actions& actions, QWidget* parent = nullptr);

    void showEstimate(const PlanEstimate& estimate);
    /// What keeps the experiment from running; empty for nothing.
    void showProblem(const QString& problem);
    void showState(Session::State state);
    void showProgress(const experiment::Sweep::Progress& progress);
    /// How it ended.
    /// @param completed  runs that came to their own end
    void showEnd(const experiment::Sweep::Progress& progress, std::size_t completed, bool stopped);
    /// That it could not begin, or not be shown; why is told elsewhere.
    void showFailure();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showOrHideEstimate();
    void elideProblem();

    QLabel* estimate_;
    QLabel* problemIcon_;
    TintedLabel* problemLabel_;
    QString problem_;
    QProgressBar* bar_;
    QLabel* progress_;
    QElapsedTimer sinceText_; // since the text of the progress was written
    std::size_t runsShown_ = 0;
    Session::State state_ = Session::State::Idle;
    bool wasLoading_ = false; // before this state
};

} // namespace roundoff::ui
