// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files.h"

#include <cerrno>
#include <fstream>
#include <system_error>

#include "core/base/error.h"

namespace roundoff::store {
namespace {

namespace fs = std::filesystem;

std::string lastReason() {
    return std::generic_category().message(errno);
}

} // namespace

std::string readFile(const fs::path& file, std::size_t maxBytes) {
    std::error_code error;
    if (fs::is_directory(file, error)) {
        throw InputError(file.string() + ": is a folder, not a file");
    }
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw InputError(file.string() + ": cannot be opened: " + lastReason());
    }
    std::string text;
    std::string piece(std::size_t{1} << 16U, '\0');
    while (stream.read(piece.data(), static_cast<std::streamsize>(piece.size())) || stream.gcount() > 0) {
        text.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
        if (text.size() > maxBytes) {
            throw InputError(file.string() + ": is larger than " + std::to_string(maxBytes) +
                             " bytes, which no file of this kind is");
        }
    }
    if (stream.bad()) {
        throw InputError(file.string() + ": cannot be read: " + lastReason());
    }
    return text;
}

void writeFile(const fs::path& file, std::span<const std::byte> bytes) {
    fs::path temporary = file;
    temporary += ".part";
    errno = 0;
    std::ofstream stream(temporary, std::ios::binary | std::ios::trunc);
    stream.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    stream.close();
    if (!stream) {
        const std::string reason = lastReason();
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw InputError(file.string() + ": cannot be written: " + reason);
    }
    std::error_code error;
    fs::rename(temporary, file, error);
    if (error) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw InputError(file.string() + ": cannot be written: " + error.message());
    }
}

void writeFile(const fs::path& file, std::string_view text) {
    writeFile(file, std::as_bytes(std::span(text)));
}

void makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error || !fs::is_directory(folder)) {
        throw InputError(folder.string() + ": cannot be made a folder for results: " +
                         (error ? error.message() : std::string("there is a file of that name")));
    }
}

} // namespace roundoff::store
