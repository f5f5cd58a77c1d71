// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/results.h"

#include "core/base/error.h"
#include "core/experiment/spec_json.h"
#include "core/store/files.h"
#include "core/store/packed_results.h"
#include "core/store/provenance.h"
#include "core/store/result_tables.h"
#include "core/store/safetensors.h"
#include "core/store/telemetry_tables.h"

namespace roundoff::store {

Provenance provenanceOf(const ExperimentResults& results, experiment::Inputs& inputs) {
    Provenance provenance = currentProvenance(results.threads);
    for (std::size_t i = 0; i < results.plan.runs.size(); ++i) {
        if (results.runs[i] == nullptr) {
            continue;
        }
        const experiment::DatasetSpec& dataset = results.plan.runs[i].spec.dataset;
        try {
            provenance.datasets[dataset.directory.value_or(dataset.name)] = inputs.dataset(dataset)->digests;
        } catch (const InputError&) {
            // Out of reach by now, or why the run failed: no reason to lose the results of the others.
        }
    }
    return provenance;
}

void writeResults(const ExperimentResults& results, experiment::Inputs& inputs, const std::filesystem::path& folder) {
    makeFolder(folder / "weights");
    writeFile(folder / "specification.json", experiment::toJson(results.spec).dump(2) + "\n");
    for (std::size_t i = 0; i < results.plan.runs.size(); ++i) {
        if (results.runs[i] != nullptr && results.runs[i]->weights != nullptr) {
            writeFile(folder / "weights" / (results.plan.runs[i].id + ".safetensors"),
                      toSafetensors(*results.runs[i]->weights));
        }
    }
    writeFile(folder / "provenance.json", toJson(provenanceOf(results, inputs)).dump(2) + "\n");
    writeFile(folder / "runs.csv", runsTable(results));
    writeFile(folder / "epochs.csv", epochsTable(results));
    writeFile(folder / "steps.csv", stepsTable(results));
    writeFile(folder / "deployments.csv", deploymentsTable(results));
    writeFile(folder / "packed.csv", packedTable(writePackedDeployments(results, folder)));
    writeFile(folder / "histograms.csv", histogramsTable(results));
    writeFile(folder / "summary.csv", summaryTable(results));
    writeFile(folder / "telemetry.csv", telemetryTable(results));
    writeFile(folder / "layers.csv", layersTable(results));
    writeFile(folder / "exponents.csv", exponentsTable(results));
    writeFile(folder / "diagnoses.csv", diagnosesTable(results));
    writeFile(folder / "first_nonfinite.csv", firstNonFiniteTable(results));
}

} // namespace roundoff::store
