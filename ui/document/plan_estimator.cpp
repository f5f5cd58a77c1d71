// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/plan_estimator.h"

#include <algorithm>
#include <cmath>
#include <exception>
#include <utility>
#include <vector>

#include <QCoreApplication>

#include "core/base/error.h"
#include "core/experiment/estimate.h"
#include "core/experiment/plan.h"
#include "core/store/experiment_file.h"

namespace roundoff::ui {
namespace {

struct PlanEstimatorText {
    Q_DECLARE_TR_FUNCTIONS(Estimate)
};

/// The runs that are not there yet, with the epochs that they lack.
/// @param begun  becomes true if one of them was stopped and can go on
experiment::Plan whatIsLeft(const experiment::Plan& plan, const store::ExperimentFile& file, bool& begun) {
    std::vector<store::KeptRun> kept;
    try {
        kept = file.kept(plan);
    } catch (const InputError&) {
        return plan; // What cannot be read is run again.
    }
    experiment::Plan left;
    for (std::size_t run = 0; run < plan.runs.size(); ++run) {
        if (!kept[run].ended) {
            left.runs.push_back(plan.runs[run]);
            int& epochs = left.runs.back().spec.training.epochs;
            epochs = std::max(epochs - kept[run].epochs, 1);
            begun = begun || kept[run].epochs > 0;
        }
    }
    return left;
}

} // namespace

PlanEstimate estimatePlan(const experiment::ExperimentSpec& specification, unsigned threads,
                          const store::ExperimentFile* file) {
    try {
        experiment::Plan plan = experiment::makePlan(specification);
        PlanEstimate estimate;
        estimate.runs = plan.runs.size();
        const experiment::Plan left = file != nullptr ? whatIsLeft(plan, *file, estimate.begun) : plan;
        estimate.left = left.runs.size();
        estimate.seconds = experiment::estimateSeconds(left.runs.empty() ? plan : left, threads);
        return estimate;
    } catch (const std::exception& exception) {
        PlanEstimate none;
        none.error = QString::fromUtf8(exception.what());
        return none;
    }
}

QString durationText(double seconds) {
    const auto whole = static_cast<qint64>(std::llround(std::max(seconds, 0.0)));
    if (whole < 1) {
        return PlanEstimatorText::tr("less than 1 s");
    }
    if (whole < 60) {
        return PlanEstimatorText::tr("%1 s").arg(whole);
    }
    if (whole < 3600) {
        return PlanEstimatorText::tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    }
    return PlanEstimatorText::tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString estimateText(const PlanEstimate& estimate) {
    const auto count = static_cast<int>(estimate.runs);
    const PlanEstimate::There there = estimate.there();
    if (there == PlanEstimate::There::All) {
        return PlanEstimatorText::tr("%n run(s), all there", nullptr, count);
    }
    const QString runs = there == PlanEstimate::There::Some
                             ? PlanEstimatorText::tr("%1 of %n run(s) left", nullptr, count).arg(estimate.left)
                             : PlanEstimatorText::tr("%n run(s)", nullptr, count);
    return estimate.seconds < 1.0 ? PlanEstimatorText::tr("%1, about a second").arg(runs)
                                  : PlanEstimatorText::tr("%1, about %2").arg(runs, durationText(estimate.seconds));
}

PlanEstimator::PlanEstimator(QObject* parent) : QObject(parent) {
    constexpr int kPauseMilliseconds = 120;
    pause_.setSingleShot(true);
    pause_.setInterval(kPauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &PlanEstimator::begin);
}

void PlanEstimator::request(const experiment::ExperimentSpec& specification, unsigned threads,
                            std::shared_ptr<store::ExperimentFile> file) {
    specification_ = specification;
    threads_ = threads;
    file_ = std::move(file);
    if (busy_) {
        again_ = true;
    } else {
        pause_.start();
    }
}

void PlanEstimator::begin() {
    busy_ = true;
    background_.run([specification = specification_, threads = threads_,
                     file = file_] { return estimatePlan(specification, threads, file.get()); },
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
