// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packed_results.h"

#include <optional>

#include "core/base/error.h"
#include "core/data/file_name.h"
#include "core/deploy/packed_weights.h"
#include "core/format/names.h"
#include "core/store/csv.h"
#include "core/store/files.h"
#include "core/store/packed_file.h"

namespace roundoff::store {
namespace {

constexpr std::size_t kSingleBytes = 4;

bool isToBePacked(const deploy::Deployment& deployment) {
    return deployment.scope == deploy::Scope::Weights &&
           format::scalarFormatOf<format::Decimal>(deployment.format) != nullptr;
}

std::optional<deploy::PackedWeights> packDeployed(const deploy::Deployment& deployment,
                                                  const nn::WeightSnapshot& trained, std::uint64_t seed) {
    try {
        return deploy::pack(deployment.format, deploy::apply(deployment, trained, seed));
    } catch (const InputError&) {
        return std::nullopt; // Weights without significands; deployments.csv has a line for them all the same.
    }
}

} // namespace

std::vector<PackedDeployment> writePackedDeployments(const ExperimentResults& results,
                                                     const std::filesystem::path& folder) {
    std::vector<PackedDeployment> written;
    for (std::size_t i = 0; i < results.plan.runs.size(); ++i) {
        const experiment::PlannedRun& planned = results.plan.runs[i];
        const auto& result = results.runs[i];
        if (result == nullptr || result->status != experiment::RunStatus::Done || result->weights == nullptr) {
            continue;
        }
        const auto weights = result->weights.load();
        for (const auto& deployed : result->deployments) {
            const deploy::Deployment& deployment = deployed.deployment;
            const auto packed = isToBePacked(deployment)
                                    ? packDeployed(deployment, *weights, planned.spec.training.seed)
                                    : std::nullopt;
            if (!packed) {
                continue;
            }
            if (written.empty()) {
                makeFolder(folder / "packed");
            }
            const std::string name = data::fileNameOf(planned.id + "-" + deployment.name() + "-" +
                                                      std::string(format::name(deployment.rounding))) +
                                     ".safetensors";
            const std::string bytes = toPackedFile(*packed);
            writeFile(folder / "packed" / name, bytes);
            written.push_back({planned.id, deployment, packed->bits, packed->count(), packed->codes.size(),
                               bytes.size(), "packed/" + name});
        }
    }
    return written;
}

std::string packedTable(std::span<const PackedDeployment> packed) {
    Csv csv{"run", "deployment", "rounding", "bits_per_weight", "payload_bytes", "file_bytes", "fp32_bytes", "file"};
    for (const auto& row : packed) {
        csv.cell(row.run).cell(row.deployment.name()).cell(format::name(row.deployment.rounding));
        csv.cell(row.bitsPerWeight).cell(row.payloadBytes).cell(row.fileBytes).cell(row.weights * kSingleBytes);
        csv.cell(row.file);
        csv.endRow();
    }
    return csv.text();
}

} // namespace roundoff::store
