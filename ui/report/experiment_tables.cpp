// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/experiment_tables.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "core/base/error.h"
#include "core/experiment/repeats.h"
#include "core/experiment/statistics.h"
#include "core/store/packed_file.h"
#include "ui/report/html.h"

namespace roundoff::ui {
namespace {

const QString kNone = QStringLiteral("\u2013");

QString fixed(std::optional<double> value, int digits) {
    if (!value || !std::isfinite(*value)) {
        return kNone;
    }
    const QString text = QString::number(*value, 'f', digits);
    return text.toDouble() == 0.0 ? QString::number(0.0, 'f', digits) : text; // No "-0.00".
}

QString percent(std::optional<double> fraction) {
    return fraction ? fixed(100.0 * *fraction, 2) : kNone;
}

QString signedPercent(double fraction) {
    const QString text = percent(fraction);
    return (text.toDouble() > 0.0 ? QStringLiteral("+") : QString()) + text;
}

QString pText(std::optional<double> p) {
    return p && *p < 0.001 ? QStringLiteral("< 0.001") : fixed(p, 3);
}

QString interval(std::optional<double> low, std::optional<double> high) {
    return low && high ? QStringLiteral("%1 to %2").arg(percent(low), percent(high)) : kNone;
}

QString meanAndDeviation(const experiment::Summary& s, int digits) {
    return s.sd ? QStringLiteral("%1 \u00b1 %2").arg(fixed(s.mean, digits), fixed(s.sd, digits))
                : fixed(s.mean, digits);
}

} // namespace

QString accuracyTable(const store::ExperimentResults& results) {
    QList<QStringList> rows;
    for (const auto& row : experiment::summariseRuns(results.plan, results.runs)) {
        if (row.metric != "test_accuracy") {
            continue;
        }
        const auto& c = row.comparison;
        rows.append({QString::fromStdString(row.group), QString::number(row.summary.n), percent(row.summary.mean),
                     percent(row.summary.sd), interval(row.summary.low, row.summary.high),
                     c ? signedPercent(c->difference) : kNone, c ? interval(c->low, c->high) : kNone,
                     c ? pText(c->pValue) : kNone, c ? pText(c->equivalenceP) : kNone});
    }
    if (rows.isEmpty()) {
        return {};
    }
    const QString baseline = html::paragraph(
        QStringLiteral("Changes are against %1, those of deployments against the same group as trained.")
            .arg(rows.front().front()),
        QStringLiteral("soft"));
    return baseline + html::table({QStringLiteral("Group"), QStringLiteral("Runs"), QStringLiteral("Mean, %"),
                                   QStringLiteral("SD"), QStringLiteral("95 % interval"), QStringLiteral("Change"),
                                   QStringLiteral("95 % interval"), QStringLiteral("p"), QStringLiteral("p (TOST)")},
                                  rows, {1, 2, 3, 4, 5, 6, 7, 8});
}

QString timeTable(const store::ExperimentResults& results) {
    QList<QStringList> rows;
    for (const experiment::RunGroup& group : experiment::groupRuns(results.plan, results.runs)) {
        if (group.runs.empty()) {
            continue;
        }
        const auto seconds = [&](const char* metric) {
            return meanAndDeviation(experiment::summarise(experiment::valuesOf(group.values(metric))), 3);
        };
        rows.append({QString::fromStdString(group.label), QString::number(group.runs.size()), seconds("train_seconds"),
                     seconds("eval_seconds"),
                     group.nativeTime() ? QStringLiteral("native") : QStringLiteral("emulated")});
    }
    if (rows.isEmpty()) {
        return {};
    }
    return html::table({QStringLiteral("Group"), QStringLiteral("Runs"), QStringLiteral("Training, s"),
                        QStringLiteral("Evaluation, s"), QStringLiteral("Computed")},
                       rows, {1, 2, 3});
}

QString packedTable(const store::ExperimentResults& results) {
    const auto done = std::find_if(results.runs.begin(), results.runs.end(), [](const auto& run) {
        return run != nullptr && run->status == experiment::RunStatus::Done && run->weights != nullptr;
    });
    if (done == results.runs.end()) {
        return {};
    }
    const experiment::RunResult& run = **done;
    const auto& spec = results.plan.runs[static_cast<std::size_t>(done - results.runs.begin())].spec;
    const std::size_t plainBytes = run.weights.parameterCount() * sizeof(float);
    const auto trained = run.weights.load();
    QList<QStringList> rows;
    for (const auto& deployed : run.deployments) {
        const auto& deployment = deployed.deployment;
        if (format::scalarFormatOf<format::Decimal>(deployment.format) == nullptr ||
            deployment.scope != deploy::Scope::Weights) {
            continue;
        }
        deploy::PackedWeights packed;
        try {
            packed = deploy::pack(deployment.format, deploy::apply(deployment, *trained, spec.training.seed));
        } catch (const InputError&) {
            continue; // Weights that grew beyond all decimals have no significands.
        }
        const std::size_t fileBytes = store::toPackedFile(packed).size();
        rows.append({QString::fromStdString(deployment.label()), QString::number(deployed.error.distinctValues),
                     QString::number(packed.bits), QString::number(packed.codes.size()), QString::number(fileBytes),
                     QString::number(plainBytes),
                     fixed(static_cast<double>(plainBytes) / static_cast<double>(fileBytes), 2),
                     percent(deployed.test.accuracy)});
    }
    if (rows.isEmpty()) {
        return {};
    }
    return html::table({QStringLiteral("Rounding"), QStringLiteral("Distinct values"), QStringLiteral("Bits a weight"),
                        QStringLiteral("Codes, bytes"), QStringLiteral("File, bytes"), QStringLiteral("FP32, bytes"),
                        QStringLiteral("Times smaller"), QStringLiteral("Test accuracy, %")},
                       rows, {1, 2, 3, 4, 5, 6, 7});
}

QString lossScaleTable(const store::ExperimentResults& results) {
    QList<QStringList> rows;
    for (const experiment::RunGroup& group : experiment::groupRuns(results.plan, results.runs)) {
        std::int64_t skipped = 0;
        double least = INFINITY;
        double most = 0.0;
        for (const auto& [planned, result] : group.runs) {
            for (const auto& epoch : result->epochs) {
                skipped += epoch.skippedSteps;
            }
            for (const auto& step : result->steps) {
                least = std::min(least, step.lossScale);
                most = std::max(most, step.lossScale);
            }
        }
        if (most > 1.0 || least < 1.0 || skipped > 0) { // Without loss scaling the scale is 1 throughout.
            rows.append({QString::fromStdString(group.label), QString::number(least, 'f', 0),
                         QString::number(most, 'f', 0), QString::number(skipped)});
        }
    }
    if (rows.isEmpty()) {
        return {};
    }
    return html::table({QStringLiteral("Group"), QStringLiteral("Smallest scale"), QStringLiteral("Largest scale"),
                        QStringLiteral("Skipped steps")},
                       rows, {1, 2, 3});
}

} // namespace roundoff::ui
