// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/idx.h"

#include <algorithm>
#include <array>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/data/bounded_read.h"
#include "core/data/display_text.h"
#include "core/data/gzip.h"

namespace roundoff::data {
namespace {

constexpr std::byte kUnsignedByte{0x08};
constexpr std::size_t kMaxDimensions = 4;

[[noreturn]] void refuse(std::string_view fileName, const std::string& reason) {
    throw InputError(std::string(fileName) + ": " + reason);
}

/// The number of dimensions, from the first four bytes of the file.
std::size_t dimensionCount(std::span<const std::byte, 4> magic, std::string_view fileName) {
    if (magic[0] != std::byte{0} || magic[1] != std::byte{0}) {
        refuse(fileName, "not an IDX file: it does not start with two zero bytes; check that it is the right file");
    }
    if (magic[2] != kUnsignedByte) {
        refuse(fileName, "an IDX file with values of type " + std::to_string(std::to_integer<int>(magic[2])) +
                             "; only type 8, unsigned bytes, can be used");
    }
    const auto count = std::to_integer<std::size_t>(magic[3]);
    if (count == 0 || count > kMaxDimensions) {
        refuse(fileName, "an IDX file with " + std::to_string(count) + " dimensions; 1 to 4 can be used");
    }
    return count;
}

std::vector<std::uint32_t> decodeDimensions(std::span<const std::byte> bytes) {
    std::vector<std::uint32_t> dimensions;
    for (; !bytes.empty(); bytes = bytes.subspan(4)) {
        std::uint32_t dimension = 0;
        for (const std::byte byte : bytes.first(4)) {
            dimension = dimension << 8U | std::to_integer<std::uint32_t>(byte);
        }
        dimensions.push_back(dimension);
    }
    return dimensions;
}

std::string shapeText(std::span<const std::uint32_t> dimensions) {
    std::string text;
    for (const std::uint32_t dimension : dimensions) {
        text += (text.empty() ? "" : " x ") + std::to_string(dimension);
    }
    return text;
}

/// The product of the dimensions, when each is at least 1 and the product is at most `maxValues`.
std::uint64_t valueCount(std::span<const std::uint32_t> dimensions, std::uint64_t maxValues,
                         std::string_view fileName) {
    std::uint64_t count = 1;
    for (const std::uint32_t dimension : dimensions) {
        if (dimension == 0) {
            refuse(fileName, "the header asks for " + shapeText(dimensions) +
                                 " values, which is none; check that it is the right file");
        }
        if (count > maxValues / dimension) {
            refuse(fileName, "the header asks for " + shapeText(dimensions) + " values, more than the " +
                                 std::to_string(maxValues) + " that are allowed; check that it is the right file");
        }
        count *= dimension;
    }
    return count;
}

IdxArray decode(const ReadFunction& read, std::uint64_t maxValues, std::string_view fileName) {
    std::array<std::byte, 4> magic{};
    if (read(magic) < magic.size()) {
        refuse(fileName, "ends within the IDX header; copy or download it again");
    }
    std::array<std::byte, 4 * kMaxDimensions> sizesBuffer{};
    const std::span<std::byte> sizes = std::span(sizesBuffer).first(4 * dimensionCount(magic, fileName));
    if (read(sizes) < sizes.size()) {
        refuse(fileName, "ends within the IDX header; copy or download it again");
    }

    IdxArray array{.dimensions = decodeDimensions(sizes), .values = {}};
    const std::uint64_t count = valueCount(array.dimensions, maxValues, fileName);
    array.values = readBounded<std::uint8_t>(read, count);
    if (array.values.size() < count) {
        refuse(fileName, "the header asks for " + shapeText(array.dimensions) + " values, but only " +
                             std::to_string(array.values.size()) + " follow; copy or download it again");
    }
    std::byte beyond{};
    if (read(std::span(&beyond, 1)) != 0) {
        refuse(fileName, "there are more bytes after the " + shapeText(array.dimensions) +
                             " values that the header asks for; copy or download it again");
    }
    return array;
}

} // namespace

IdxArray parseIdx(std::span<const std::byte> bytes, std::string_view fileName) {
    const auto read = [&bytes](std::span<std::byte> to) {
        const std::size_t count = std::min(to.size(), bytes.size());
        std::copy_n(bytes.begin(), count, to.begin());
        bytes = bytes.subspan(count);
        return count;
    };
    return decode(read, kMaxIdxValues, fileName);
}

IdxArray readIdx(const ReadFunction& file, std::string_view fileName, std::uint64_t maxValues) {
    ContentReader reader(file, std::string(fileName));
    return decode([&reader](std::span<std::byte> to) { return reader.read(to); }, maxValues, fileName);
}

IdxArray readIdx(const std::filesystem::path& path, std::uint64_t maxValues) {
    FileReader reader(path);
    return decode([&reader](std::span<std::byte> to) { return reader.read(to); }, maxValues, displayPath(path));
}

std::string idxDigest(const IdxArray& array) {
    std::vector<std::byte> header{std::byte{0}, std::byte{0}, kUnsignedByte, std::byte(array.dimensions.size())};
    for (const std::uint32_t dimension : array.dimensions) {
        for (const unsigned shift : {24U, 16U, 8U, 0U}) {
            header.push_back(std::byte(dimension >> shift & 0xFFU));
        }
    }
    Sha256 hash;
    hash.update(header);
    hash.update(std::as_bytes(std::span(array.values)));
    return hash.hexDigest();
}

} // namespace roundoff::data
