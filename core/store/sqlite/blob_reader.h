// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "core/store/sqlite/database.h"

struct sqlite3_blob;

namespace roundoff::store::sqlite {

/// Reads the bytes of one value piece by piece to where they belong: a statement would hold all of them a second time.
class BlobReader {
public:
    /// @throws DatabaseError if there is no such row, or what it holds in that column are no bytes
    BlobReader(Database& database, const char* table, const char* column, std::int64_t row);
    ~BlobReader();
    BlobReader(const BlobReader&) = delete;
    BlobReader& operator=(const BlobReader&) = delete;
    BlobReader(BlobReader&&) = delete;
    BlobReader& operator=(BlobReader&&) = delete;

    /// How many there are.
    [[nodiscard]] std::size_t size() const;
    /// The bytes that come next, which have to be there.
    /// @throws DatabaseError
    void read(std::span<std::byte> to);

private:
    Database& database_;
    sqlite3_blob* blob_ = nullptr;
    int at_ = 0;
};

} // namespace roundoff::store::sqlite
