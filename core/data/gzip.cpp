// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/gzip.h"

#include <algorithm>
#include <array>
#include <limits>
#include <new>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

#include <zlib.h>

#include "core/base/error.h"
#include "core/data/display_text.h"

namespace roundoff::data {
namespace {

constexpr std::byte kMagic1{0x1F};
constexpr std::byte kMagic2{0x8B};

/// zlib's `windowBits`: 15 for the largest window, plus 16 to expect a gzip header and trailer and nothing else.
constexpr int kGzipOnly = 15 + 16;

/// An inflating zlib stream that is ended when it goes out of scope.
class Inflater {
public:
    Inflater() {
        const int status = inflateInit2(&stream_, kGzipOnly);
        if (status == Z_MEM_ERROR) {
            throw std::bad_alloc();
        }
        if (status != Z_OK) {
            throw std::runtime_error("zlib cannot inflate: its library and headers are of different versions");
        }
    }
    ~Inflater() { inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    z_stream& stream() { return stream_; }

private:
    z_stream stream_{};
};

/// Opening a named pipe would wait for its writer for ever and a folder opens well on some systems, so the kind of
/// file is looked at before it is opened.
void requireRegularFile(const std::filesystem::path& path, const std::string& name) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    switch (status.type()) {
    case std::filesystem::file_type::regular: return;
    case std::filesystem::file_type::not_found: throw InputError(name + ": there is no such file; check the path");
    case std::filesystem::file_type::directory:
        throw InputError(name + ": this is a folder; give the path of a file in it");
    case std::filesystem::file_type::none:
        throw InputError(name + ": cannot be looked up (" + error.message() + "); check the path and its permissions");
    default: throw InputError(name + ": not a regular file; copy its content to one");
    }
}

} // namespace

struct ContentReader::State {
    ReadFunction source;
    std::string name;
    std::array<std::byte, std::size_t{64} * 1024> buffer;
    std::span<std::byte> pending;       // the part of `buffer` not used yet
    std::unique_ptr<Inflater> inflater; // null for a plain file
    bool memberEnded = false;

    /// Makes `pending` non-empty. False at the end of the file.
    bool fill() {
        if (!pending.empty()) {
            return true;
        }
        pending = std::span(buffer).first(source(buffer));
        return !pending.empty();
    }

    std::size_t readPlain(std::span<std::byte> bytes) {
        std::size_t written = 0;
        while (written < bytes.size() && fill()) {
            const std::size_t count = std::min(bytes.size() - written, pending.size());
            std::copy_n(pending.begin(), count, bytes.begin() + static_cast<std::ptrdiff_t>(written));
            pending = pending.subspan(count);
            written += count;
        }
        return written;
    }

    std::size_t readInflated(std::span<std::byte> bytes) {
        std::size_t written = 0;
        while (written < bytes.size()) {
            const bool more = fill();
            if (memberEnded) {
                if (!more) {
                    break;
                }
                startNextMember();
            } else if (!more) {
                throw InputError(name + ": the gzip data is truncated; copy or download the file again");
            }
            written += inflateSome(bytes.subspan(written));
        }
        return written;
    }

    /// Only the first byte of the magic is looked at here: the second may lie in the next buffer, and zlib checks it.
    void startNextMember() {
        if (pending.front() != kMagic1) {
            throw InputError(name + ": there are other bytes after the end of the gzip data; "
                                    "copy or download the file again");
        }
        inflateReset(&inflater->stream());
        memberEnded = false;
    }

    std::size_t inflateSome(std::span<std::byte> bytes) {
        z_stream& stream = inflater->stream();
        const std::size_t room = std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max());
        stream.next_in = reinterpret_cast<Bytef*>(pending.data());
        stream.avail_in = static_cast<uInt>(pending.size());
        stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
        stream.avail_out = static_cast<uInt>(room);
        const int status = inflate(&stream, Z_NO_FLUSH);
        pending = pending.last(stream.avail_in);
        switch (status) {
        case Z_STREAM_END: memberEnded = true; break;
        case Z_OK: break;
        case Z_MEM_ERROR: throw std::bad_alloc();
        default:
            throw InputError(name + ": the gzip data is damaged (" +
                             (stream.msg != nullptr ? stream.msg : "zlib error") +
                             "); copy or download the file again");
        }
        return room - stream.avail_out;
    }
};

ContentReader::ContentReader(ReadFunction source, std::string name) : state_(std::make_unique<State>()) {
    state_->source = std::move(source);
    state_->name = std::move(name);
    if (!state_->fill()) {
        throw InputError(state_->name + ": the file is empty; copy or download it again");
    }
    const std::span<const std::byte> start = state_->pending;
    // A file of the one byte 1f is taken for gzip cut short: nothing else that is read here starts like that.
    if (start.front() == kMagic1 && (start.size() == 1 || start[1] == kMagic2)) {
        state_->inflater = std::make_unique<Inflater>();
    }
}

ContentReader::~ContentReader() = default;

std::size_t ContentReader::read(std::span<std::byte> bytes) {
    return state_->inflater ? state_->readInflated(bytes) : state_->readPlain(bytes);
}

FileReader::FileReader(const std::filesystem::path& path) {
    const std::string name = displayPath(path);
    requireRegularFile(path, name);
    file_.open(path, std::ios::binary);
    if (!file_) {
        throw InputError(name + ": cannot be opened for reading; check the file's permissions");
    }
    const auto readSome = [this, name](std::span<std::byte> bytes) {
        file_.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        if (file_.bad()) {
            throw InputError(name + ": reading stopped with an error of the system; check the disk and try again");
        }
        return static_cast<std::size_t>(file_.gcount());
    };
    content_ = std::make_unique<ContentReader>(readSome, name);
}

std::size_t FileReader::read(std::span<std::byte> bytes) {
    return content_->read(bytes);
}

std::vector<std::byte> readFileOrGzip(const std::filesystem::path& path, std::size_t maxBytes) {
    FileReader reader(path);
    std::vector<std::byte> bytes = readBounded<std::byte>([&](std::span<std::byte> to) { return reader.read(to); },
                                                          maxBytes);
    std::byte beyond{};
    if (reader.read({&beyond, 1}) != 0) {
        throw InputError(displayPath(path) + ": holds more than the " + std::to_string(maxBytes) +
                         " bytes that are allowed here; check that it is the right file");
    }
    return bytes;
}

} // namespace roundoff::data
