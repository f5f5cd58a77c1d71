// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/safetensors.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <span>
#include <utility>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/format/binary_float.h"
#include "core/store/safetensors_header.h"

namespace roundoff::store {
namespace {

constexpr std::array<Dtype, 4> kDtypes{{{"F64", 8}, {"F32", 4}, {"F16", 2}, {"BF16", 2}}};
constexpr std::array<format::BinaryFloat, 4> kFormats{format::kFp64, format::kFp32, format::kFp16, format::kBf16};

std::size_t dtypeIndex(std::string_view name) {
    const auto found = std::find_if(kDtypes.begin(), kDtypes.end(), [name](const Dtype& d) { return d.name == name; });
    return static_cast<std::size_t>(found - kDtypes.begin());
}

/// As doubles they take eight bytes each, however few they have in the file.
void requireFewValues(const SafetensorsHeader& header, std::string_view source) {
    std::size_t values = 0;
    for (const SafetensorsEntry& entry : header.tensors) {
        values += (entry.end - entry.begin) / kDtypes[dtypeIndex(entry.dtype)].bytes;
    }
    if (values > kMaxSafetensorsValues) {
        throw InputError(data::displayText(source) + ": holds " + std::to_string(values) +
                         " values, and no more than " + std::to_string(kMaxSafetensorsValues) +
                         " can be read; take the weights of a smaller network");
    }
}

/// @param read  fills a piece with the bytes that come next
template <typename Read>
nn::WeightSnapshot decode(const SafetensorsHeader& header, std::string_view source, Read read) {
    requireFewValues(header, source);
    constexpr std::size_t kPiece = std::size_t{1} << 16U; // A multiple of the size of every type.
    std::vector<char> piece(kPiece);
    nn::WeightSnapshot weights;
    for (const SafetensorsEntry& entry : header.tensors) {
        const std::size_t index = dtypeIndex(entry.dtype);
        const std::size_t size = kDtypes[index].bytes;
        nn::WeightTensor tensor{entry.name, entry.shape, {}};
        tensor.values.reserve((entry.end - entry.begin) / size);
        for (std::size_t left = entry.end - entry.begin; left > 0;) {
            const std::span<char> next(piece.data(), std::min(left, kPiece));
            read(next);
            const std::string_view bytes(next.data(), next.size());
            for (std::size_t at = 0; at < bytes.size(); at += size) {
                tensor.values.push_back(format::decode(kFormats[index], readLittleEndian(bytes.substr(at, size))));
            }
            left -= next.size();
        }
        weights.doubleContainer = weights.doubleContainer || kFormats[index] == format::kFp64;
        weights.tensors.push_back(std::move(tensor));
    }
    return weights;
}

} // namespace

std::string toSafetensors(const nn::WeightSnapshot& weights) {
    const std::size_t index = weights.doubleContainer ? 0 : 1;
    const Dtype& dtype = kDtypes[index];
    std::vector<SafetensorsEntry> entries;
    std::size_t offset = 0;
    for (const auto& tensor : weights.tensors) {
        const std::size_t end = offset + tensor.values.size() * dtype.bytes;
        entries.push_back({tensor.name, std::string(dtype.name), tensor.shape, offset, end});
        offset = end;
    }
    const std::array<std::pair<std::string, std::string>, 1> metadata{{{"format", "pt"}}};
    std::string out = writeSafetensorsHeader(metadata, entries);
    out.reserve(out.size() + offset);
    for (const auto& tensor : weights.tensors) {
        for (const double value : tensor.values) {
            appendLittleEndian(out, format::encode(kFormats[index], value), dtype.bytes);
        }
    }
    return out;
}

nn::WeightSnapshot fromSafetensors(std::string_view bytes, std::string_view source) {
    const SafetensorsHeader header = readSafetensorsHeader(bytes, source, kDtypes);
    return decode(header, source, [rest = header.data](std::span<char> piece) mutable {
        rest.copy(piece.data(), piece.size());
        rest.remove_prefix(piece.size());
    });
}

nn::WeightSnapshot readSafetensors(const std::filesystem::path& file) {
    return readSafetensors(file, readSafetensorsStart(file));
}

nn::WeightSnapshot readSafetensors(const std::filesystem::path& file, std::string_view start) {
    const std::string source = data::displayPath(file);
    std::uint64_t begin = 0;
    const SafetensorsHeader header = readSafetensorsHead(file, start, kDtypes, begin);
    std::ifstream stream(file, std::ios::binary);
    stream.seekg(static_cast<std::streamoff>(begin));
    return decode(header, source, [&](std::span<char> piece) {
        if (!stream.read(piece.data(), static_cast<std::streamsize>(piece.size()))) {
            throw InputError(source + ": cannot be read to its end; try again once nobody writes to it");
        }
    });
}

} // namespace roundoff::store
