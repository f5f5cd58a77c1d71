// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <vector>

#include "core/data/dataset_cache.h"
#include "core/experiment/inputs.h"

namespace roundoff::store {

/// Data sets from the shipped resources or a person's own folder, weights from safetensors files, packed ones
/// too; each is read once, and weights again when their file has changed.
class FileInputs final : public experiment::Inputs {
public:
    /// @param searchPath  folders with `datasets/<name>`, as `data::dataSearchPath` gives them
    explicit FileInputs(std::vector<std::filesystem::path> searchPath);

    [[nodiscard]] std::shared_ptr<const data::Dataset> dataset(const experiment::DatasetSpec& spec) override;
    [[nodiscard]] std::shared_ptr<const nn::WeightSnapshot> weights(const std::string& path) override;

private:
    const std::vector<std::filesystem::path> searchPath_;
    data::DatasetCache datasets_;
    std::mutex mutex_;
    struct ReadWeights {
        std::filesystem::file_time_type written; // When the file that was read had been.
        std::uintmax_t size = 0;
        std::shared_ptr<const nn::WeightSnapshot> weights;
    };
    std::map<std::string, ReadWeights> weights_; // By path; guarded by mutex_.
};

} // namespace roundoff::store
