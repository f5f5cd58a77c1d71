// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/safetensors_header.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/experiment/strict_json.h"
#include "core/store/files.h"

namespace roundoff::store {
namespace {

using experiment::Json;

constexpr std::size_t kLengthBytes = 8;
constexpr const char* kMetadata = "__metadata__";
constexpr experiment::JsonLimits kHeaderLimits{.depth = 8, .members = 4096, .textBytes = kMaxHeaderBytes};

class HeaderReader {
public:
    HeaderReader(std::string_view source, std::span<const Dtype> dtypes) : source_(source), dtypes_(dtypes) {}

    SafetensorsHeader read(std::string_view bytes) const {
        std::string_view data;
        SafetensorsHeader header = readHead(bytes, data);
        checkSize(claimedBy(header), data.size());
        header.data = data;
        return header;
    }

    /// Without a look at how many bytes there are.
    /// @param[out] data  what comes after it
    SafetensorsHeader readHead(std::string_view bytes, std::string_view& data) const {
        SafetensorsHeader header;
        const Json json = parse(bytes, data);
        header.metadata = metadataIn(json);
        for (const auto& [name, value] : json.items()) {
            if (name != kMetadata) {
                header.tensors.push_back(readEntry(name, value));
            }
        }
        order(header);
        return header;
    }

    /// How many bytes the tensors take by what the header says.
    std::uint64_t claimedBytes(std::string_view bytes) const {
        std::string_view data;
        const Json json = parse(bytes, data);
        std::uint64_t claimed = 0;
        for (const auto& [name, value] : json.items()) {
            if (name == kMetadata) {
                continue;
            }
            if (!value.is_object() || !value.contains("data_offsets") || !value["data_offsets"].is_array() ||
                value["data_offsets"].size() != 2) {
                fail("tensor '" + name + "' has no dtype, shape and data_offsets");
            }
            claimed = std::max<std::uint64_t>(claimed, readSize(name, value["data_offsets"][1]));
        }
        return claimed;
    }

    static std::uint64_t claimedBy(const SafetensorsHeader& header) {
        return header.tensors.empty() ? 0 : header.tensors.back().end;
    }

    void checkSize(std::uint64_t claimed, std::uint64_t there) const {
        if (claimed != there) {
            fail("its tensors take " + std::to_string(claimed) + " bytes, but " + std::to_string(there) + " are there");
        }
    }

    SafetensorsMetadata readMetadata(std::string_view bytes) const {
        std::string_view data;
        return metadataIn(parse(bytes, data));
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw InputError(data::displayText(source_) + ": no valid safetensors file: " + data::displayMessage(what));
    }

    std::uint64_t headerLength(std::string_view bytes) const {
        if (bytes.size() < kLengthBytes) {
            fail("it is too short");
        }
        const std::uint64_t length = readLittleEndian(bytes.substr(0, kLengthBytes));
        if (length > kMaxHeaderBytes || length > bytes.size() - kLengthBytes) {
            fail("its header is longer than the file, or than any header may be");
        }
        return length;
    }

    Json parse(std::string_view bytes, std::string_view& data) const {
        const std::string_view text = bytes.substr(kLengthBytes, static_cast<std::size_t>(headerLength(bytes)));
        data = bytes.substr(kLengthBytes + text.size());
        try {
            Json json = experiment::parseStrictJson(text, kHeaderLimits);
            if (text.starts_with('{')) {
                return json;
            }
        } catch (const Json::exception&) { // What it says of bytes helps nobody here.
        } catch (const InputError& error) {
            fail("its header " + std::string(error.what()));
        }
        fail("its header is no JSON object");
    }

    static SafetensorsMetadata metadataIn(const Json& header) {
        SafetensorsMetadata metadata;
        if (header.contains(kMetadata) && header[kMetadata].is_object()) {
            for (const auto& [key, value] : header[kMetadata].items()) {
                if (value.is_string()) {
                    metadata[key] = value.get<std::string>();
                }
            }
        }
        return metadata;
    }

    void order(SafetensorsHeader& header) const {
        // An empty tensor may share its offset with the next one and comes first then.
        std::sort(header.tensors.begin(), header.tensors.end(),
                  [](const auto& a, const auto& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
        std::size_t expected = 0;
        for (const SafetensorsEntry& entry : header.tensors) {
            if (entry.begin != expected) {
                fail("the bytes of tensor '" + entry.name + "' overlap others or leave a gap");
            }
            expected = entry.end;
        }
    }

    SafetensorsEntry readEntry(const std::string& name, const Json& value) const {
        SafetensorsEntry entry;
        entry.name = name;
        const bool complete = value.is_object() && value.contains("dtype") && value["dtype"].is_string() &&
                              value.contains("shape") && value["shape"].is_array() && value.contains("data_offsets") &&
                              value["data_offsets"].is_array() && value["data_offsets"].size() == 2;
        if (!complete) {
            fail("tensor '" + name + "' has no dtype, shape and data_offsets");
        }
        entry.dtype = value["dtype"].get<std::string>();
        const auto found = std::find_if(dtypes_.begin(), dtypes_.end(),
                                        [&entry](const Dtype& d) { return d.name == entry.dtype; });
        if (found == dtypes_.end()) {
            fail("tensor '" + name + "' has the dtype " + entry.dtype + "; " + readableDtypes() + " can be read");
        }
        std::size_t bytes = found->bytes;
        for (const Json& size : value["shape"]) {
            entry.shape.push_back(readSize(name, size));
            if (entry.shape.back() != 0 && bytes > kMaxSafetensorsBytes / entry.shape.back()) {
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
        if (!value.is_number_unsigned() || value.get<std::uint64_t>() > kMaxSafetensorsBytes) {
            fail("tensor '" + name + "' has a size that is no whole number within bounds");
        }
        return value.get<std::size_t>();
    }

    // "F64, F32 and F16"
    std::string readableDtypes() const {
        std::string text;
        for (std::size_t i = 0; i < dtypes_.size(); ++i) {
            text += i == 0 ? "" : (i + 1 == dtypes_.size() ? " and " : ", ");
            text += dtypes_[i].name;
        }
        return text;
    }

    std::string_view source_;
    std::span<const Dtype> dtypes_;
};

/// @param start  of the file, with a header
std::uint64_t bytesOfData(const std::filesystem::path& file, std::string_view start) {
    return fileSize(file) - kLengthBytes - readLittleEndian(start.substr(0, kLengthBytes));
}

} // namespace

SafetensorsHeader readSafetensorsHeader(std::string_view bytes, std::string_view source,
                                        std::span<const Dtype> dtypes) {
    return HeaderReader(source, dtypes).read(bytes);
}

SafetensorsMetadata readSafetensorsMetadata(std::string_view bytes, std::string_view source) {
    return HeaderReader(source, {}).readMetadata(bytes);
}

std::string readSafetensorsStart(const std::filesystem::path& file) {
    return readStart(file, kLengthBytes + kMaxHeaderBytes);
}

std::string readSafetensorsBytes(const std::filesystem::path& file, std::size_t maxBytes) {
    const std::string name = data::displayPath(file);
    const HeaderReader reader(name, {});
    {
        const std::string start = readSafetensorsStart(file);
        const std::uint64_t claimed = reader.claimedBytes(start);
        reader.checkSize(claimed, bytesOfData(file, start));
    }
    return readFile(file, maxBytes);
}

SafetensorsHeader readSafetensorsHead(const std::filesystem::path& file, std::string_view start,
                                      std::span<const Dtype> dtypes, std::uint64_t& dataBegin) {
    const std::string name = data::displayPath(file);
    const HeaderReader reader(name, dtypes);
    std::string_view data;
    SafetensorsHeader header = reader.readHead(start, data);
    reader.checkSize(HeaderReader::claimedBy(header), bytesOfData(file, start));
    dataBegin = start.size() - data.size();
    return header;
}

std::string writeSafetensorsHeader(std::span<const std::pair<std::string, std::string>> metadata,
                                   std::span<const SafetensorsEntry> tensors) {
    Json header = Json::object();
    for (const auto& [key, value] : metadata) {
        header[kMetadata][key] = value;
    }
    for (const auto& tensor : tensors) {
        header[tensor.name] = {
            {"dtype", tensor.dtype}, {"shape", tensor.shape}, {"data_offsets", {tensor.begin, tensor.end}}};
    }
    std::string text = header.dump();
    text.resize((text.size() + kLengthBytes - 1) / kLengthBytes * kLengthBytes, ' '); // So that the data is aligned.
    std::string out;
    appendLittleEndian(out, text.size(), kLengthBytes);
    return out + text;
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

} // namespace roundoff::store
