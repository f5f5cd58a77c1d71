// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "core/data/catalogue.h"
#include "core/data/dataset.h"

namespace roundoff::data {

/// Loads each data set once for all runs that use it. Every function may be called from any thread.
///
/// What was loaded is kept until clear() or until the cache ends; a data set lives on as long as somebody holds it.
/// Files that have changed on disk since (by size or time of change) are read again.
class DatasetCache {
public:
    DatasetCache();
    ~DatasetCache();
    DatasetCache(const DatasetCache&) = delete;
    DatasetCache& operator=(const DatasetCache&) = delete;

    /// The data set, loaded with loadDataset() if it is not here yet. Threads that ask for the same one at the same
    /// time wait for one of them to load it; those that ask for another one do not wait. A failure is not remembered.
    /// @throws InputError as loadDataset() does.
    [[nodiscard]] std::shared_ptr<const Dataset> get(std::string_view name, const std::filesystem::path& directory,
                                                     Verify verify = Verify::Digests);

    /// Forgets every data set.
    void clear();

private:
    struct Key {
        std::string name;
        std::filesystem::path directory; // canonical, so that two ways to write one folder are one key
        Verify verify;
        auto operator<=>(const Key&) const = default;
    };
    struct Slot;

    std::mutex mutex_; // guards slots_; each slot has a mutex of its own that is held while its files are read
    std::map<Key, std::shared_ptr<Slot>> slots_;
};

} // namespace roundoff::data
