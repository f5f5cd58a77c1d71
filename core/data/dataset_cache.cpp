// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset_cache.h"

#include <cstdint>
#include <system_error>
#include <tuple>
#include <utility>
#include <vector>

namespace roundoff::data {
namespace {

/// What tells that a file is still the one that was read.
using FileStamp = std::tuple<std::filesystem::path, std::uintmax_t, std::filesystem::file_time_type>;

std::vector<FileStamp> stampFiles(const CatalogueEntry& entry, const std::filesystem::path& directory) {
    std::vector<FileStamp> stamps;
    for (const CatalogueFile& file : entry.files) {
        const std::filesystem::path path = findFile(file, directory);
        std::error_code
            error; // a file that cannot be looked at gets a stamp too: loading will say what is wrong with it
        stamps.emplace_back(path, std::filesystem::file_size(path, error),
                            std::filesystem::last_write_time(path, error));
    }
    return stamps;
}

} // namespace

struct DatasetCache::Slot {
    std::mutex mutex;
    std::shared_ptr<const Dataset> dataset;
    std::vector<FileStamp> stamps;
};

DatasetCache::DatasetCache() = default;
DatasetCache::~DatasetCache() = default;

std::shared_ptr<const Dataset> DatasetCache::get(std::string_view name, const std::filesystem::path& directory,
                                                 Verify verify) {
    const CatalogueEntry& entry = catalogueEntry(name);
    std::error_code error;
    std::filesystem::path canonical = std::filesystem::weakly_canonical(directory, error);
    if (error) {
        canonical = directory;
    }

    std::shared_ptr<Slot> slot;
    {
        const std::scoped_lock lock(mutex_);
        std::shared_ptr<Slot>& entrySlot = slots_[{std::string(name), canonical, verify}];
        if (!entrySlot) {
            entrySlot = std::make_shared<Slot>();
        }
        slot = entrySlot;
    }

    const std::scoped_lock lock(slot->mutex);
    // Stamps are taken before the files are read: a change while they are being read is then seen the next time.
    std::vector<FileStamp> stamps = stampFiles(entry, canonical);
    if (!slot->dataset || slot->stamps != stamps) {
        slot->dataset.reset();
        slot->dataset = loadDataset(name, directory, verify);
        slot->stamps = std::move(stamps);
    }
    return slot->dataset;
}

void DatasetCache::clear() {
    const std::scoped_lock lock(mutex_);
    slots_.clear();
}

} // namespace roundoff::data
