// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/files.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <system_error>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/store/durable_file.h"

namespace roundoff::store {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kPiece = std::size_t{1} << 16U;

std::string lastReason() {
    return std::generic_category().message(errno);
}

// Opening a named pipe waits for its writer for ever, and a device may have no end. What is not there is left to the
// opening, which knows why.
void requireRegular(const fs::path& file, const std::string& name) {
    std::error_code error;
    const fs::file_type type = fs::status(file, error).type();
    if (type == fs::file_type::directory) {
        throw InputError(name + ": is a folder, not a file");
    }
    if (type != fs::file_type::regular && type != fs::file_type::not_found && type != fs::file_type::none) {
        throw InputError(name + ": is a device or a pipe, not a file: copy its content to one");
    }
}

} // namespace

std::string readFile(const fs::path& file, std::size_t maxBytes) {
    std::error_code unknown;
    const std::uintmax_t size = fs::file_size(file, unknown); // Of what is no file, reading tells.
    const bool large = !unknown && size > maxBytes;
    std::string text = large ? std::string() : readStart(file, maxBytes + 1);
    if (large || text.size() > maxBytes) {
        throw InputError(data::displayPath(file) + ": is larger than " + std::to_string(maxBytes) +
                         " bytes, which no file of this kind is");
    }
    return text;
}

std::string readStart(const fs::path& file, std::size_t bytes) {
    const std::string name = data::displayPath(file);
    requireRegular(file, name);
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        throw InputError(name + ": cannot be opened: " + lastReason());
    }
    std::string text;
    std::error_code unknown;
    if (const std::uintmax_t size = fs::file_size(file, unknown); !unknown) {
        text.reserve(static_cast<std::size_t>(std::min<std::uintmax_t>(bytes, size))); // Growing takes twice as much.
    }
    std::string piece(std::min(bytes, kPiece), '\0');
    while (text.size() < bytes) {
        stream.read(piece.data(), static_cast<std::streamsize>(std::min(bytes - text.size(), piece.size())));
        if (stream.bad()) {
            throw InputError(name + ": cannot be read: " + lastReason());
        }
        if (stream.gcount() == 0) {
            break;
        }
        text.append(piece.data(), static_cast<std::size_t>(stream.gcount()));
    }
    return text;
}

std::uintmax_t fileSize(const fs::path& file) {
    const std::string name = data::displayPath(file);
    requireRegular(file, name);
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error) {
        throw InputError(name + ": cannot be opened: " + error.message());
    }
    return size;
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
        throw InputError(data::displayPath(file) + ": cannot be written: " + reason +
                         "; free some space or choose another place");
    }
    try {
        replaceFile(temporary, file);
    } catch (const InputError&) {
        std::error_code ignored;
        fs::remove(temporary, ignored);
        throw;
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
