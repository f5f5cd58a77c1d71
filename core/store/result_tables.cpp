// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/result_tables.h"

#include <optional>

#include "core/experiment/statistics.h"
#include "core/format/names.h"
#include "core/store/csv.h"
#include "core/store/each_run.h"
#include "core/store/run_texts.h"
#include "core/store/weight_histograms.h"

namespace roundoff::store {
namespace {

using experiment::PlannedRun;
using experiment::RunResult;

} // namespace

std::string runsTable(const ExperimentResults& results) {
    Csv csv{"run",
            "label",
            "dataset",
            "network",
            "optimiser",
            "precision",
            "clipping",
            "fold",
            "seed",
            "status",
            "epochs",
            "train_loss",
            "validation_accuracy",
            "test_accuracy",
            "train_seconds",
            "eval_seconds",
            "time_kind",
            "weights_sha256"};
    forEachRun(results, [&](const PlannedRun& planned, const RunResult& result) {
        const auto& run = planned.spec;
        csv.cell(planned.id).cell(planned.label).cell(run.dataset.name).cell(networkText(run, result.weights.shapes()));
        csv.cell(fieldText(run, "optimiser.kind")).cell(run.precision.name()).cell(clippingText(run));
        csv.cell(foldNumber(run)).cell(run.training.seed);
        csv.cell(experiment::statusName(result.status)).cell(result.epochs.size());
        if (result.epochs.empty()) {
            csv.cell("").cell("").cell("");
        } else {
            const auto& last = result.epochs.back();
            csv.cell(last.training.loss);
            csv.cell(last.validation ? std::optional(last.validation->accuracy) : std::nullopt)
                .cell(last.test.accuracy);
        }
        csv.cell(result.trainSeconds).cell(result.evalSeconds).cell(result.nativeTime ? "native" : "emulated");
        csv.cell(result.weightsDigest);
        csv.endRow();
    });
    return csv.text();
}

std::string epochsTable(const ExperimentResults& results) {
    Csv csv{"run",        "epoch",         "train_loss",    "train_accuracy", "validation_loss", "validation_accuracy",
            "test_loss",  "test_accuracy", "train_seconds", "eval_seconds",   "gradient_norm",   "clipped_fraction",
            "loss_scale", "skipped_steps"};
    forEachRun(results, [&](const PlannedRun& planned, const RunResult& result) {
        for (const auto& epoch : result.epochs) {
            csv.cell(planned.id).cell(epoch.epoch).cell(epoch.training.loss).cell(epoch.training.accuracy);
            csv.cell(epoch.validation ? std::optional(epoch.validation->loss) : std::nullopt);
            csv.cell(epoch.validation ? std::optional(epoch.validation->accuracy) : std::nullopt);
            csv.cell(epoch.test.loss).cell(epoch.test.accuracy).cell(epoch.trainSeconds).cell(epoch.evalSeconds);
            csv.cell(epoch.gradientNorm).cell(epoch.clippedFraction).cell(epoch.lossScale).cell(epoch.skippedSteps);
            csv.endRow();
        }
    });
    return csv.text();
}

std::string stepsTable(const ExperimentResults& results) {
    Csv csv{"run", "epoch", "step", "merged", "loss", "gradient_norm", "clipped_fraction", "loss_scale", "skipped"};
    forEachRun(results, [&](const PlannedRun& planned, const RunResult& result) {
        for (const auto& point : result.steps) {
            csv.cell(planned.id).cell(point.epoch).cell(point.step).cell(point.merged).cell(point.loss);
            csv.cell(point.gradientNorm).cell(point.clippedFraction).cell(point.lossScale).cell(point.skipped);
            csv.endRow();
        }
    });
    return csv.text();
}

std::string deploymentsTable(const ExperimentResults& results) {
    Csv csv{"run",   "deployment", "rounding",      "test_accuracy",  "accuracy_change", "bits_per_weight",
            "bytes", "sqnr_db",    "max_abs_error", "distinct_values"};
    forEachRun(results, [&](const PlannedRun& planned, const RunResult& result) {
        for (const auto& deployed : result.deployments) {
            csv.cell(planned.id).cell(deployed.deployment.name()).cell(format::name(deployed.deployment.rounding));
            csv.cell(deployed.test.accuracy)
                .cell(deployed.accuracyChange)
                .cell(deployed.error.bitsPerWeight)
                .cell(deployed.error.bytes);
            csv.cell(deployed.error.signalToNoiseDb)
                .cell(deployed.error.maxAbsError)
                .cell(deployed.error.distinctValues);
            csv.endRow();
        }
    });
    return csv.text();
}

std::string histogramsTable(const ExperimentResults& results) {
    Csv csv{"run", "layer", "deployment", "bin_low", "bin_high", "count"};
    forEachRun(results, [&](const PlannedRun& planned, const RunResult& result) {
        for (const WeightHistogram& shown : weightHistograms(result, planned.spec.training.seed)) {
            const deploy::Histogram& histogram = shown.histogram;
            for (std::size_t bin = 0; bin < histogram.counts.size(); ++bin) {
                csv.cell(planned.id).cell(shown.layer).cell(shown.deployment);
                csv.cell(histogram.binLow(bin)).cell(histogram.binHigh(bin)).cell(histogram.counts[bin]);
                csv.endRow();
            }
        }
    });
    return csv.text();
}

std::string summaryTable(const ExperimentResults& results) {
    Csv csv{"group",   "metric",   "n",          "mean",    "sd",           "ci_low",
            "ci_high", "baseline", "difference", "p_value", "equivalence_p"};
    for (const auto& row : experiment::summariseRuns(results.plan, results.runs)) {
        // A metric of its own, so that whoever takes the lines of one metric gets each group once.
        csv.cell(row.group)
            .cell(row.deployed ? "deployed_" + row.metric : row.metric)
            .cell(row.summary.n)
            .cell(row.summary.mean)
            .cell(row.summary.sd);
        csv.cell(row.summary.low).cell(row.summary.high).cell(row.baseline);
        csv.cell(row.comparison ? std::optional(row.comparison->difference) : std::nullopt);
        csv.cell(row.comparison ? row.comparison->pValue : std::nullopt);
        csv.cell(row.comparison ? row.comparison->equivalenceP : std::nullopt);
        csv.endRow();
    }
    return csv.text();
}

} // namespace roundoff::store
