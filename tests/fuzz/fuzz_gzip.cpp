// SPDX-License-Identifier: GPL-3.0-or-later
// Gzip: read in pieces of different sizes, the content is the same.
#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "core/data/gzip.h"
#include "tests/fuzz/reading.h"

namespace data = roundoff::data;
namespace fuzz = roundoff::fuzz;

namespace {

constexpr std::size_t kMaxContent = std::size_t{1} << 20U;

// The content in pieces of so many bytes, as far as it is within bounds.
std::vector<std::byte> contentInPieces(std::span<const std::byte> file, std::size_t piece) {
    data::ContentReader reader(fuzz::streamOf(file), "fuzz.gz");
    std::vector<std::byte> content;
    std::array<std::byte, 4096> buffer{};
    while (content.size() < kMaxContent) {
        const std::size_t got = reader.read(std::span(buffer).first(piece));
        content.insert(content.end(), buffer.begin(), buffer.begin() + static_cast<std::ptrdiff_t>(got));
        if (got < piece) {
            break;
        }
    }
    return content;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto file = fuzz::bytesOf(bytes, size);
    fuzz::expectValueOrInputError([&] {
        const auto content = contentInPieces(file, 4096);
        // Where the bound is met, the pieces end at different places.
        if (content.size() < kMaxContent) {
            fuzz::require(content == contentInPieces(file, 97), "the content does not depend on the pieces");
        }
    });
    return 0;
}
