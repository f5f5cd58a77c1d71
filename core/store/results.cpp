// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/results.h"

#include "core/base/error.h"
#include "core/experiment/spec_json.h"
#include "core/store/files.h"
#include "core/store/provenance.h"
#include "core/store/result_tables.h"
#include "core/store/safetensors.h"

namespace roundoff::store {

void writeResults(const ExperimentResults& results, experiment::Inputs& inputs, const std::filesystem::path& folder) {
    makeFolder(folder / "weights");
    writeFile(folder / "specification.json", experiment::toJson(results.spec).dump(2) + "\n");

    Provenance provenance = currentProvenance(results.threads);
    for (std::size_t i = 0; i < results.plan.runs.size(); ++i) {
        const auto& planned = results.plan.runs[i];
        if (results.runs[i] == nullptr) {
            continue;
        }
        const experiment::DatasetSpec& dataset = planned.spec.dataset;
        try {
            provenance.datasets[dataset.directory.value_or(dataset.name)] = inputs.dataset(dataset)->digests;
        } catch (const InputError&) {
            // Out of reach by now, or why the run failed: no reason to lose the results of the others.
        }
        if (results.runs[i]->weights != nullptr) {
            writeFile(folder / "weights" / (planned.id + ".safetensors"), toSafetensors(*results.runs[i]->weights));
        }
    }
    writeFile(folder / "provenance.json", toJson(provenance).dump(2) + "\n");
    writeFile(folder / "runs.csv", runsTable(results));
    writeFile(folder / "epochs.csv", epochsTable(results));
    writeFile(folder / "deployments.csv", deploymentsTable(results));
    writeFile(folder / "histograms.csv", histogramsTable(results));
    writeFile(folder / "summary.csv", summaryTable(results));
}

} // namespace roundoff::store
