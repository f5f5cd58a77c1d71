// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/shared_connection.h"

namespace roundoff::store {

SharedConnection::SharedConnection(std::unique_ptr<ExperimentConnection> connection)
    : connection_(std::move(connection)), path_(connection_->file()) {}

std::filesystem::path SharedConnection::path() const {
    const std::lock_guard lock(pathMutex_);
    return path_;
}

void SharedConnection::replace(std::unique_ptr<ExperimentConnection> connection) {
    connection_ = std::move(connection);
    const std::lock_guard lock(pathMutex_);
    path_ = connection_->file();
}

void SharedConnection::close() {
    const std::lock_guard lock(mutex_);
    connection_.reset();
}

} // namespace roundoff::store
