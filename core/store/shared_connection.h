// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <mutex>
#include <utility>

#include "core/store/experiment_connection.h"

namespace roundoff::store {

/// An experiment file that several threads use, one at a time, and weights that were left in it: these can be read as
/// long as anybody holds them, also when the file has been closed or moved since.
class SharedConnection {
public:
    explicit SharedConnection(std::unique_ptr<ExperimentConnection> connection);

    /// Where the file is; does not wait for who uses it.
    [[nodiscard]] std::filesystem::path path() const;

    /// Calls f(connection) while nobody else uses the file. It has to be open.
    template <typename F>
    decltype(auto) use(F f) {
        const std::lock_guard lock(mutex_);
        return f(*connection_);
    }
    /// The same, unless somebody uses it: returns whether nobody did.
    template <typename F>
    bool tryUse(F f) {
        const std::unique_lock lock(mutex_, std::try_to_lock);
        if (lock.owns_lock()) {
            f(*connection_);
        }
        return lock.owns_lock();
    }
    /// Calls f(database) to read from the file, which is opened for it if it is closed.
    /// @throws InputError if it cannot be opened any more
    template <typename F>
    auto read(F f) {
        const std::lock_guard lock(mutex_);
        if (connection_ != nullptr) {
            return f(connection_->database());
        }
        const auto connection = openExperiment(path(), false);
        return f(connection->database());
    }

    /// Uses another file from now on. To be called within use().
    void replace(std::unique_ptr<ExperimentConnection> connection);
    void close();

private:
    std::mutex mutex_;
    std::unique_ptr<ExperimentConnection> connection_; // Null if it is closed.

    mutable std::mutex pathMutex_;
    std::filesystem::path path_;
};

} // namespace roundoff::store
