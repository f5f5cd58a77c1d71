// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/results.h"

#include <string>
#include <utility>

#include "core/base/error.h"
#include "core/data/file_name.h"
#include "core/experiment/spec_json.h"
#include "core/store/files.h"
#include "core/store/packed_results.h"
#include "core/store/provenance.h"
#include "core/store/result_tables.h"
#include "core/store/safetensors.h"
#include "core/store/telemetry_tables.h"

namespace roundoff::store {
namespace {

// Writes one file after the other; one that cannot be written keeps no other from being.
class Writing {
public:
    explicit Writing(std::filesystem::path folder) : folder_(std::move(folder)) {}

    template <typename MakeContent>
    void add(const std::string& name, MakeContent makeContent) {
        try {
            writeFile(folder_ / name, makeContent());
        } catch (const InputError& error) {
            if (missing_.empty()) {
                reason_ = error.what();
            }
            missing_.push_back(name);
        }
    }

    void finish() const {
        if (missing_.empty()) {
            return;
        }
        std::string what = reason_;
        for (std::size_t i = 1; i < missing_.size() && i <= kNamed; ++i) {
            what += (i == 1 ? "; nor can " : ", ") + missing_[i];
        }
        if (missing_.size() > kNamed + 1) {
            what += " and " + std::to_string(missing_.size() - kNamed - 1) + " more";
        }
        throw InputError(what);
    }

private:
    static constexpr std::size_t kNamed = 4; // besides the one whose reason is told

    std::filesystem::path folder_;
    std::vector<std::string> missing_;
    std::string reason_;
};

} // namespace

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
    Writing writing(folder);
    writing.add("specification.json", [&] { return experiment::toJson(results.spec).dump(2) + "\n"; });
    writing.add("provenance.json", [&] { return toJson(provenanceOf(results, inputs)).dump(2) + "\n"; });
    writing.add("runs.csv", [&] { return runsTable(results); });
    writing.add("epochs.csv", [&] { return epochsTable(results); });
    writing.add("steps.csv", [&] { return stepsTable(results); });
    writing.add("deployments.csv", [&] { return deploymentsTable(results); });
    writing.add("histograms.csv", [&] { return histogramsTable(results); });
    writing.add("summary.csv", [&] { return summaryTable(results); });
    writing.add("telemetry.csv", [&] { return telemetryTable(results); });
    writing.add("layers.csv", [&] { return layersTable(results); });
    writing.add("exponents.csv", [&] { return exponentsTable(results); });
    writing.add("diagnoses.csv", [&] { return diagnosesTable(results); });
    writing.add("first_nonfinite.csv", [&] { return firstNonFiniteTable(results); });
    for (std::size_t i = 0; i < results.plan.runs.size(); ++i) {
        if (results.runs[i] != nullptr && results.runs[i]->weights != nullptr) {
            writing.add("weights/" + results.plan.runs[i].id + ".safetensors",
                        [&] { return toSafetensors(*results.runs[i]->weights.load()); });
        }
    }
    writing.add("packed.csv", [&] { return packedTable(writePackedDeployments(results, folder)); });
    writing.finish();
}

} // namespace roundoff::store
