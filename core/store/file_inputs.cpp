// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_inputs.h"

#include <utility>

#include "core/data/catalogue.h"
#include "core/store/packed_file.h"

namespace roundoff::store {

FileInputs::FileInputs(std::vector<std::filesystem::path> searchPath) : searchPath_(std::move(searchPath)) {}

std::shared_ptr<const data::Dataset> FileInputs::dataset(const experiment::DatasetSpec& spec) {
    if (spec.directory) {
        return datasets_.get(spec.name, *spec.directory, data::Verify::RecordOnly);
    }
    return datasets_.get(spec.name, data::findDataset(spec.name, searchPath_));
}

std::shared_ptr<const nn::WeightSnapshot> FileInputs::weights(const std::string& path) {
    const std::lock_guard lock(mutex_);
    auto& weights = weights_[path];
    if (weights == nullptr) {
        weights = std::make_shared<const nn::WeightSnapshot>(readWeights(path));
    }
    return weights;
}

} // namespace roundoff::store
