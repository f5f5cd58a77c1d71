// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/file_inputs.h"

#include <system_error>
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
    // Without a file there is no time either, and reading it says what is wrong.
    std::error_code ignored;
    const auto written = std::filesystem::last_write_time(path, ignored);
    const auto size = std::filesystem::file_size(path, ignored);
    ReadWeights& read = weights_[path];
    if (read.weights == nullptr || read.written != written || read.size != size) {
        read = {written, size, std::make_shared<const nn::WeightSnapshot>(readWeights(path))};
    }
    return read.weights;
}

} // namespace roundoff::store
