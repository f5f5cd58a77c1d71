// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/safetensors.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/format/binary_float.h"
#include "core/store/files.h"

namespace roundoff::store {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kLengthBytes = 8;
constexpr std::size_t kMaxHeaderBytes = 100'000'000; // The limit of the reference implementation.
constexpr std::size_t kMaxFileBytes = std::size_t{8} << 30U;

struct Dtype {
    std::string_view name;
    format::BinaryFloat format;
};

constexpr std::array<Dtype, 4> kDtypes{
    {{"F64", format::kFp64}, {"F32", format::kFp32}, {"F16", format::kFp16}, {"BF16", format::kBf16}}};

std::size_t byteSize(const Dtype& dtype) {
    return static_cast<std::size_t>(format::totalBits(dtype.format)) / 8;
}

void appendLittleEndian(std::string& out, std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i) {
        out.push_back(static_cast<char>((value >> (8 * i)) & 0xFFU));
    }
}

std::uint64_t readLittleEndian(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = bytes.size(); i-- > 0;) {
        value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

// One tensor of a header, checked on its own.
struct Entry {
    std::string name;
    const Dtype* dtype = nullptr;
    std::vector<std::size_t> shape;
    std::size_t begin = 0;
    std::size_t end = 0;
};

class HeaderReader {
public:
    explicit HeaderReader(std::string_view source) : source_(source) {}

    [[noreturn]] void fail(const std::string& what) const {
        throw InputError(std::string(source_) + ": no valid safetensors file: " + data::displayText(what));
    }

    std::vector<Entry> read(std::string_view header, std::size_t dataBytes) const {
        const Json json = Json::parse(header, nullptr, false);
        if (!header.starts_with('{') || !json.is_object()) {
            fail("its header is no JSON object");
        }
        std::vector<Entry> entries;
        for (const auto& [name, value] : json.items()) {
            if (name != "__metadata__") {
                entries.push_back(readEntry(name, value));
            }
        }
        // An empty tensor may share its offset with the next one and comes first then.
        std::sort(entries.begin(), entries.end(),
                  [](const Entry& a, const Entry& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
        std::size_t expected = 0;
        for (const Entry& entry : entries) {
            if (entry.begin != expected) {
                fail("the bytes of tensor '" + entry.name + "' overlap others or leave a gap");
            }
            expected = entry.end;
        }
        if (expected != dataBytes) {
            fail("its tensors take " + std::to_string(expected) + " bytes, but " + std::to_string(dataBytes) +
                 " are there");
        }
        return entries;
    }

private:
    Entry readEntry(const std::string& name, const Json& value) const {
        Entry entry;
        entry.name = name;
        const bool complete = value.is_object() && value.contains("dtype") && value["dtype"].is_string() &&
                              value.contains("shape") && value["shape"].is_array() && value.contains("data_offsets") &&
                              value["data_offsets"].is_array() && value["data_offsets"].size() == 2;
        if (!complete) {
            fail("tensor '" + name + "' has no dtype, shape and data_offsets");
        }
        const std::string dtype = value["dtype"].get<std::string>();
        const auto found = std::find_if(kDtypes.begin(), kDtypes.end(),
                                        [&dtype](const Dtype& d) { return d.name == dtype; });
        if (found == kDtypes.end()) {
            fail("tensor '" + name + "' has the dtype " + dtype + "; F64, F32, F16 and BF16 can be read");
        }
        entry.dtype = &*found;
        std::size_t bytes = byteSize(*found);
        for (const Json& size : value["shape"]) {
            entry.shape.push_back(readSize(name, size));
            if (entry.shape.back() != 0 && bytes > kMaxFileBytes / entry.shape.back()) {
                fail("the shape of tensor '" + name + "' is too large");
            }
            bytes *= entry.shape.back();
        }
        entry.begin = readSize(name, value["data_offsets"][0]);
        entry.end = readSize(name, value["data_offsets"][1]);
        if (entry.end < entry.begin || entry.end - entry.begin != bytes) {
            fail("the shape of tensor '" + name + "' does not fit its bytes");
        }
        return entry;
    }

    std::size_t readSize(const std::string& name, const Json& value) const {
        if (!value.is_number_unsigned() || value.get<std::uint64_t>() > kMaxFileBytes) {
            fail("tensor '" + name + "' has a size that is no whole number within bounds");
        }
        return value.get<std::size_t>();
    }

    std::string_view source_;
};

} // namespace

std::string toSafetensors(const nn::WeightSnapshot& weights) {
    const Dtype& dtype = kDtypes[weights.doubleContainer ? 0 : 1];
    const std::size_t size = byteSize(dtype);
    Json header = Json::object();
    header["__metadata__"] = {{"format", "pt"}};
    std::size_t offset = 0;
    for (const auto& tensor : weights.tensors) {
        const std::size_t end = offset + tensor.values.size() * size;
        header[tensor.name] = {{"dtype", dtype.name}, {"shape", tensor.shape}, {"data_offsets", {offset, end}}};
        offset = end;
    }
    std::string text = header.dump();
    text.resize((text.size() + kLengthBytes - 1) / kLengthBytes * kLengthBytes, ' '); // So that the data is aligned.
    std::string out;
    out.reserve(kLengthBytes + text.size() + offset);
    appendLittleEndian(out, text.size(), kLengthBytes);
    out += text;
    for (const auto& tensor : weights.tensors) {
        for (const double value : tensor.values) {
            appendLittleEndian(out, format::encode(dtype.format, value), size);
        }
    }
    return out;
}

nn::WeightSnapshot fromSafetensors(std::string_view bytes, std::string_view source) {
    const HeaderReader reader(source);
    if (bytes.size() < kLengthBytes) {
        reader.fail("it is too short");
    }
    const std::uint64_t length = readLittleEndian(bytes.substr(0, kLengthBytes));
    if (length > kMaxHeaderBytes || length > bytes.size() - kLengthBytes) {
        reader.fail("its header is longer than the file, or than any header may be");
    }
    const std::string_view data = bytes.substr(kLengthBytes + static_cast<std::size_t>(length));
    nn::WeightSnapshot weights;
    for (const Entry& entry : reader.read(bytes.substr(kLengthBytes, static_cast<std::size_t>(length)), data.size())) {
        const std::size_t size = byteSize(*entry.dtype);
        nn::WeightTensor tensor{entry.name, entry.shape, {}};
        tensor.values.reserve((entry.end - entry.begin) / size);
        for (std::size_t at = entry.begin; at < entry.end; at += size) {
            tensor.values.push_back(format::decode(entry.dtype->format, readLittleEndian(data.substr(at, size))));
        }
        weights.doubleContainer = weights.doubleContainer || entry.dtype->format == format::kFp64;
        weights.tensors.push_back(std::move(tensor));
    }
    return weights;
}

nn::WeightSnapshot readSafetensors(const std::filesystem::path& file) {
    return fromSafetensors(readFile(file, kMaxFileBytes), file.string());
}

} // namespace roundoff::store
