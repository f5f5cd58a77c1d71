// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <fstream>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "core/data/bounded_read.h"

namespace roundoff::data {

/// The content of a stream of bytes, inflated on the way when it starts with the gzip magic 1f 8b (RFC 1952).
///
/// A gzip stream may have several members; their contents follow each other. Memory use does not depend on the bytes.
/// Every error is an InputError that names the stream and says what to do.
class ContentReader {
public:
    /// @param source  asked for at most 64 KiB at a time
    /// @param name  what errors call it
    /// @throws InputError if there is not one byte.
    ContentReader(ReadFunction source, std::string name);
    ~ContentReader();
    ContentReader(const ContentReader&) = delete;
    ContentReader& operator=(const ContentReader&) = delete;

    /// Fills `bytes` and returns how many were written: fewer than asked only at the end of the content.
    ///
    /// The end of gzipped content is reported only after its length and CRC-32 have been found right.
    /// @throws InputError if the gzip data is truncated, damaged or followed by bytes that are not another member.
    std::size_t read(std::span<std::byte> bytes);

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// The content of a file, as ContentReader gives it.
class FileReader {
public:
    /// @throws InputError if the file is missing, not a regular file, empty, or cannot be opened.
    explicit FileReader(const std::filesystem::path& path);
    FileReader(const FileReader&) = delete;
    FileReader& operator=(const FileReader&) = delete;

    /// As ContentReader::read.
    /// @throws InputError also if the file cannot be read.
    std::size_t read(std::span<std::byte> bytes);

private:
    std::ifstream file_;
    std::unique_ptr<ContentReader> content_;
};

/// The whole content of a file, inflated when it is gzipped.
///
/// Memory grows with the bytes that arrive, not with what a header promises, so a small file that inflates without
/// end stops at `maxBytes`.
/// @throws InputError as FileReader does, and if the content is longer than `maxBytes`.
[[nodiscard]] std::vector<std::byte> readFileOrGzip(const std::filesystem::path& path, std::size_t maxBytes);

} // namespace roundoff::data
