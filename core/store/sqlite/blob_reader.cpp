// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/sqlite/blob_reader.h"

#include <sqlite3.h>

namespace roundoff::store::sqlite {

BlobReader::BlobReader(Database& database, const char* table, const char* column, std::int64_t row)
    : database_(database) {
    if (const int code = sqlite3_blob_open(database.handle(), "main", table, column, row, 0, &blob_);
        code != SQLITE_OK) {
        database.fail(code);
    }
}

BlobReader::~BlobReader() {
    sqlite3_blob_close(blob_);
}

std::size_t BlobReader::size() const {
    return static_cast<std::size_t>(sqlite3_blob_bytes(blob_));
}

void BlobReader::read(std::span<std::byte> to) {
    const int bytes = static_cast<int>(to.size());
    if (const int code = sqlite3_blob_read(blob_, to.data(), bytes, at_); code != SQLITE_OK) {
        database_.fail(code);
    }
    at_ += bytes;
}

} // namespace roundoff::store::sqlite
