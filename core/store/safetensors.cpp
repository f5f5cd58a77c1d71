// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/safetensors.h"

#include <algorithm>
#include <array>
#include <utility>

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
    nn::WeightSnapshot weights;
    for (const SafetensorsEntry& entry : header.tensors) {
        const std::size_t index = dtypeIndex(entry.dtype);
        const std::size_t size = kDtypes[index].bytes;
        nn::WeightTensor tensor{entry.name, entry.shape, {}};
        tensor.values.reserve((entry.end - entry.begin) / size);
        for (std::size_t at = entry.begin; at < entry.end; at += size) {
            tensor.values.push_back(format::decode(kFormats[index], readLittleEndian(header.data.substr(at, size))));
        }
        weights.doubleContainer = weights.doubleContainer || kFormats[index] == format::kFp64;
        weights.tensors.push_back(std::move(tensor));
    }
    return weights;
}

nn::WeightSnapshot readSafetensors(const std::filesystem::path& file) {
    return fromSafetensors(readSafetensorsBytes(file), data::displayPath(file));
}

} // namespace roundoff::store
