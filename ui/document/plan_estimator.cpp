// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/plan_estimator.h"

#include <cmath>
#include <exception>

#include <QCoreApplication>

#include "core/experiment/estimate.h"
#include "core/experiment/plan.h"

namespace roundoff::ui {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Estimate)
};

} // namespace

PlanEstimate estimatePlan(const experiment::ExperimentSpec& specification, unsigned threads) {
    try {
        const experiment::Plan plan = experiment::makePlan(specification);
        return {plan.runs.size(), experiment::estimateSeconds(plan, threads), QString()};
    } catch (const std::exception& exception) {
        return {0, 0.0, QString::fromUtf8(exception.what())};
    }
}

QString durationText(double seconds) {
    const auto whole = static_cast<qint64>(std::llround(std::max(seconds, 0.0)));
    if (whole < 1) {
        return Texts::tr("less than 1 s");
    }
    if (whole < 60) {
        return Texts::tr("%1 s").arg(whole);
    }
    if (whole < 3600) {
        return Texts::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    }
    return Texts::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString estimateText(const PlanEstimate& estimate) {
    const QString runs = Texts::tr("%n run(s)", nullptr, static_cast<int>(estimate.runs));
    return estimate.seconds < 1.0 ? Texts::tr("%1, about a second").arg(runs)
                                  : Texts::tr("%1, about %2").arg(runs, durationText(estimate.seconds));
}

PlanEstimator::PlanEstimator(QObject* parent) : QObject(parent) {
    constexpr int kPauseMilliseconds = 120;
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &PlanEstimator::begin);
}

void PlanEstimator::request(const experiment::ExperimentSpec& specification, unsigned threads) {
    specification_ = specification;
    threads_ = threads;
    if (busy_) {
        again_ = true;
    } else {
        pause_.start();
    }
}

void PlanEstimator::begin() {
    busy_ = true;
    background_.run(
        [specification = specification_, threads = threads_] { return estimatePlan(specification, threads); },
        [this](const PlanEstimate& estimate) {
            busy_ = false;
            if (again_) {
                again_ = false;
                pause_.start();
            } else {
                emit estimated(estimate);
            }
        });
}

} // namespace roundoff::ui
