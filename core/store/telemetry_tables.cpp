// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/telemetry_tables.h"

#include "core/experiment/diagnosis.h"
#include "core/nn/layer_precision.h"
#include "core/store/csv.h"
#include "core/store/each_run.h"

namespace roundoff::store {
namespace {

using experiment::PlannedRun;
using experiment::RunResult;

std::string layerText(int layer) {
    return nn::layerName(static_cast<std::size_t>(layer));
}

const char* truth(bool value) {
    return value ? "true" : "false";
}

} // namespace

std::string telemetryTable(const ExperimentResults& results) {
    Csv csv{"run",         "epoch",     "step",       "sampled",   "layer",      "role",         "values", "zero",
            "underflowed", "subnormal", "overflowed", "saturated", "non_finite", "nan_replaced", "sqnr_db"};
    forEachRun(results, [&](const PlannedRun& planned, const RunResult& result) {
        for (const nn::TelemetrySample& sample : result.telemetry) {
            for (const nn::RoleTelemetry& seen : sample.roles) {
                const nn::RoundingCounts& counts = seen.counts;
                csv.cell(planned.id).cell(sample.epoch).cell(sample.step).cell(sample.sampled);
                csv.cell(layerText(seen.layer)).cell(nn::roleName(seen.role)).cell(counts.values).cell(counts.zero);
                csv.cell(counts.underflowed).cell(counts.subnormal).cell(counts.overflowed).cell(counts.saturated);
                csv.cell(counts.nonFinite).cell(counts.nanReplaced).cell(seen.signalToNoiseDb());
                csv.endRow();
            }
        }
    });
    return csv.text();
}

std::string layersTable(const ExperimentResults& results) {
    Csv csv{"run",
            "epoch",
            "step",
            "layer",
            "gradient_norm",
            "updates",
            "swallowed",
            "additions",
            "stagnated",
            "accumulator_underflowed",
            "accumulator_overflowed"};
    forEachRun(results, [&](const PlannedRun& planned, const RunResult& result) {
        for (const nn::TelemetrySample& sample : result.telemetry) {
            for (const nn::LayerTelemetry& seen : sample.layers) {
                csv.cell(planned.id).cell(sample.epoch).cell(sample.step).cell(layerText(seen.layer));
                csv.cell(seen.gradientNorm).cell(seen.updates).cell(seen.swallowed).cell(seen.additions);
                csv.cell(seen.stagnated).cell(seen.accumulatorUnderflowed).cell(seen.accumulatorOverflowed);
                csv.endRow();
            }
        }
    });
    return csv.text();
}

std::string exponentsTable(const ExperimentResults& results) {
    Csv csv{"run", "epoch", "layer", "role", "exponent", "count"};
    forEachRun(results, [&](const PlannedRun& planned, const RunResult& result) {
        for (const nn::ExponentTelemetry& seen : result.exponents) {
            for (std::size_t bin = 0; bin < nn::ExponentHistogram::kBins; ++bin) {
                if (seen.histogram.counts[bin] > 0) {
                    csv.cell(planned.id).cell(seen.epoch).cell(layerText(seen.layer)).cell(nn::roleName(seen.role));
                    csv.cell(nn::ExponentHistogram::kLowest + static_cast<int>(bin)).cell(seen.histogram.counts[bin]);
                    csv.endRow();
                }
            }
        }
    });
    return csv.text();
}

std::string diagnosesTable(const ExperimentResults& results) {
    Csv csv{"run", "trouble", "what", "advice"};
    forEachRun(results, [&](const PlannedRun& planned, const RunResult& result) {
        for (const experiment::Diagnosis& diagnosis : result.diagnoses) {
            csv.cell(planned.id).cell(experiment::troubleName(diagnosis.trouble));
            csv.cell(experiment::english(diagnosis.what)).cell(experiment::english(diagnosis.advice));
            csv.endRow();
        }
    });
    return csv.text();
}

std::string firstNonFiniteTable(const ExperimentResults& results) {
    Csv csv{"run", "epoch", "step", "layer", "role", "operation", "kind", "by_rounding", "skipped"};
    forEachRun(results, [&](const PlannedRun& planned, const RunResult& result) {
        if (const auto& first = result.firstNonFinite) {
            csv.cell(planned.id).cell(first->epoch).cell(first->step).cell(layerText(first->layer));
            csv.cell(nn::roleName(first->role)).cell(nn::operationName(first->operation));
            csv.cell(first->nan ? "nan" : "infinity").cell(truth(first->rounding)).cell(truth(first->skipped));
            csv.endRow();
        }
    });
    return csv.text();
}

} // namespace roundoff::store
