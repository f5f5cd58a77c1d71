// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/packed_file.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/sha256.h"
#include "core/data/display_text.h"
#include "core/deploy/bit_stream.h"
#include "core/experiment/strict_json.h"
#include "core/format/names.h"
#include "core/format/quantise.h"
#include "core/store/files.h"
#include "core/store/safetensors.h"
#include "core/store/safetensors_header.h"

namespace roundoff::store {
namespace {

using experiment::Json;
using Texts = std::vector<std::pair<std::string, std::string>>;

constexpr std::string_view kVersion = "1";
constexpr std::string_view kVersionKey = "packed_weights";
constexpr std::string_view kDigestKey = "sha256";
constexpr std::string_view kTensor = "codes";
constexpr std::array<Dtype, 1> kDtypes{{{"U8", 1}}};
constexpr std::int64_t kLargestSignificand = std::int64_t{1} << 53;
constexpr int kMaxBits = 64;

// The exponent of formats whose codes are multiples of a power of their base.
struct Scale {
    std::string base;
    std::string exponent;
};

std::optional<Scale> scaleOf(const format::Format& format) {
    if (const auto* decimal = std::get_if<format::Decimal>(&format)) {
        return Scale{"10", std::to_string(-decimal->digits)};
    }
    if (const auto* fixed = std::get_if<format::FixedPoint>(&format)) {
        return Scale{"2", std::to_string(-fixed->fractionBits)};
    }
    if (std::holds_alternative<format::Integer>(format)) {
        return Scale{"2", "0"};
    }
    return std::nullopt;
}

std::string digestOf(const Texts& texts, std::span<const std::byte> codes) {
    Sha256 hash;
    for (const auto& [key, text] : texts) {
        hash.update(std::as_bytes(std::span(text)));
        hash.update(std::as_bytes(std::span("\n", 1)));
    }
    hash.update(codes);
    return hash.hexDigest();
}

// The metadata but for the digest, in the order of the file.
Texts describe(const deploy::PackedWeights& packed) {
    Texts texts{{std::string(kVersionKey), std::string(kVersion)},
                {"number_format", format::formatName(packed.format)}};
    if (const auto scale = scaleOf(packed.format)) {
        texts.insert(texts.end(), {{"base", scale->base}, {"exponent", scale->exponent}});
    }
    texts.insert(texts.end(),
                 {{"container", packed.doubleContainer ? "F64" : "F32"}, {"bits", std::to_string(packed.bits)}});
    if (std::holds_alternative<format::Decimal>(packed.format)) {
        texts.insert(texts.end(), {{"lowest", std::to_string(packed.range.lowest)},
                                   {"highest", std::to_string(packed.range.highest)},
                                   {"negative_zero", packed.range.negativeZero ? "true" : "false"}});
    }
    Json tensors = Json::array();
    for (const auto& tensor : packed.tensors) {
        tensors.push_back({{"name", tensor.name}, {"shape", tensor.shape}});
    }
    texts.emplace_back("tensors", tensors.dump());
    return texts;
}

bool isPacked(std::string_view bytes, std::string_view source) {
    return readSafetensorsMetadata(bytes, source).contains(kVersionKey);
}

class PackedFileReader {
public:
    PackedFileReader(std::string_view bytes, std::string_view source) : source_(source) {
        if (!isPacked(bytes, source)) {
            fail("its metadata have no text " + std::string(kVersionKey) +
                 ", as all files have that roundoff pack writes");
        }
        header_ = readSafetensorsHeader(bytes, source, kDtypes);
    }

    deploy::PackedWeights read() const {
        if (text(kVersionKey) != kVersion) {
            fail("its layout is of version " + text(kVersionKey) + ", of which this program knows nothing");
        }
        deploy::PackedWeights packed;
        packed.format = numberFormat();
        checkScale(packed.format);
        packed.doubleContainer = choice("container", "F64", "F32");
        packed.bits = static_cast<int>(integer("bits", 0, kMaxBits));
        readRange(packed);
        packed.tensors = tensors();
        packed.codes = codes(packed);
        Texts texts = describe(packed);
        for (auto& [key, value] : texts) {
            value = text(key); // As the file has it.
        }
        if (digestOf(texts, packed.codes) != text(kDigestKey)) {
            fail("it was damaged or changed: its digest is another one");
        }
        return packed;
    }

private:
    [[noreturn]] void fail(const std::string& what) const {
        throw InputError(data::displayText(source_) +
                         ": no valid file of packed weights: " + data::displayMessage(what));
    }

    const std::string& text(std::string_view key) const {
        const auto found = header_.metadata.find(key);
        if (found == header_.metadata.end()) {
            fail("its metadata have no text " + std::string(key));
        }
        return found->second;
    }

    std::int64_t integer(std::string_view key, std::int64_t low, std::int64_t high) const {
        const std::string& digits = text(key);
        const char* last = digits.data() + digits.size();
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(digits.data(), last, value);
        if (error != std::errc() || end != last || value < low || value > high) {
            fail(std::string(key) + " is '" + digits + "', not a whole number from " + std::to_string(low) + " to " +
                 std::to_string(high));
        }
        return value;
    }

    bool choice(std::string_view key, std::string_view yes, std::string_view no) const {
        const std::string& chosen = text(key);
        if (chosen != yes && chosen != no) {
            fail(std::string(key) + " is '" + chosen + "', neither " + std::string(yes) + " nor " + std::string(no));
        }
        return chosen == yes;
    }

    format::Format numberFormat() const {
        try {
            return format::parseFormat(text("number_format"));
        } catch (const InputError& error) {
            fail(error.what());
        }
    }

    void checkScale(const format::Format& format) const {
        const auto scale = scaleOf(format);
        if (scale && (text("base") != scale->base || text("exponent") != scale->exponent)) {
            fail("its base and exponent are not those of " + format::formatName(format));
        }
    }

    void readRange(deploy::PackedWeights& packed) const {
        int needed = 0;
        if (std::holds_alternative<format::Decimal>(packed.format)) {
            packed.range.lowest = integer("lowest", -kLargestSignificand, kLargestSignificand);
            packed.range.highest = integer("highest", packed.range.lowest, kLargestSignificand);
            packed.range.negativeZero = choice("negative_zero", "true", "false");
            needed = packed.range.bits();
        } else {
            needed = format::codeBits(packed.format).value_or(kMaxBits);
        }
        if (packed.bits < needed) {
            fail("its codes have " + std::to_string(packed.bits) + " bits where " + std::to_string(needed) +
                 " are needed");
        }
    }

    std::vector<deploy::PackedTensor> tensors() const {
        const Json json = list(text("tensors"));
        std::vector<deploy::PackedTensor> places;
        std::set<std::string> names{"__metadata__"}; // No tensor's name in a safetensors file.
        for (const Json& entry : json) {
            places.push_back(tensor(entry));
            if (!names.insert(places.back().name).second) {
                fail("it has two tensors of the name '" + places.back().name + "', or one that no tensor may have");
            }
        }
        return places;
    }

    Json list(const std::string& text) const {
        try {
            Json json = experiment::parseStrictJson(text);
            if (json.is_array()) {
                return json;
            }
        } catch (const Json::exception&) { // What it says of bytes helps nobody here.
        } catch (const InputError& error) {
            fail("its list of tensors " + std::string(error.what()));
        }
        fail("its list of tensors is no JSON array");
    }

    deploy::PackedTensor tensor(const Json& entry) const {
        const bool complete = entry.is_object() && entry.contains("name") && entry["name"].is_string() &&
                              entry.contains("shape") && entry["shape"].is_array();
        if (!complete) {
            fail("an entry of its list of tensors has no name and shape");
        }
        deploy::PackedTensor place{entry["name"].get<std::string>(), {}};
        for (const Json& size : entry["shape"]) {
            if (!size.is_number_unsigned() || size.get<std::uint64_t>() > deploy::kMaxPackedWeights) {
                fail("tensor '" + place.name + "' has a size that is no whole number within bounds");
            }
            place.shape.push_back(size.get<std::size_t>());
        }
        return place;
    }

    std::size_t count(const deploy::PackedWeights& packed) const {
        try {
            return packed.count();
        } catch (const InputError& error) {
            fail(error.what());
        }
    }

    std::vector<std::byte> codes(const deploy::PackedWeights& packed) const {
        const bool alone = header_.tensors.size() == 1 && header_.tensors[0].name == kTensor &&
                           header_.tensors[0].shape.size() == 1;
        if (!alone) {
            fail("it has other tensors than one list of codes");
        }
        const std::size_t needed = deploy::packedBytes(count(packed), packed.bits);
        if (header_.data.size() != needed) {
            fail("it has " + std::to_string(header_.data.size()) + " bytes of codes where its tensors need " +
                 std::to_string(needed));
        }
        const auto bytes = std::as_bytes(std::span(header_.data));
        return {bytes.begin(), bytes.end()};
    }

    std::string_view source_;
    SafetensorsHeader header_;
};

// Codes are copied once on the way.
std::string readPackedBytes(const std::filesystem::path& file) {
    return readSafetensorsBytes(file, kMaxSafetensorsBytes / 2);
}

nn::WeightSnapshot unpackFile(const std::filesystem::path& file) {
    const deploy::PackedWeights packed = readPackedFile(file);
    const std::string source = data::displayPath(file);
    constexpr std::size_t kMostValues = kMaxSafetensorsBytes / sizeof(double);
    if (packed.count() > kMostValues - packed.codes.size() / sizeof(double)) {
        throw InputError(data::displayText(source) +
                         ": its weights take too much memory; take those of a smaller network");
    }
    try {
        return deploy::unpack(packed);
    } catch (const InputError& error) {
        throw InputError(data::displayText(source) + ": " + data::displayMessage(error.what()));
    }
}

} // namespace

std::string toPackedFile(const deploy::PackedWeights& packed) {
    Texts metadata = describe(packed);
    metadata.emplace_back(kDigestKey, digestOf(metadata, packed.codes));
    const std::size_t bytes = packed.codes.size();
    const std::array<SafetensorsEntry, 1> tensor{
        {{std::string(kTensor), std::string(kDtypes[0].name), {bytes}, 0, bytes}}};
    std::string file = writeSafetensorsHeader(metadata, tensor);
    return file.append(reinterpret_cast<const char*>(packed.codes.data()), bytes);
}

deploy::PackedWeights fromPackedFile(std::string_view bytes, std::string_view source) {
    return PackedFileReader(bytes, source).read();
}

void writePackedFile(const std::filesystem::path& file, const deploy::PackedWeights& packed) {
    writeFile(file, toPackedFile(packed));
}

deploy::PackedWeights readPackedFile(const std::filesystem::path& file) {
    return fromPackedFile(readPackedBytes(file), data::displayPath(file));
}

nn::WeightSnapshot readPackedWeights(const std::filesystem::path& file) {
    return unpackFile(file);
}

nn::WeightSnapshot readWeights(const std::filesystem::path& file) {
    {
        const std::string start = readSafetensorsStart(file);
        if (!isPacked(start, data::displayPath(file))) {
            return readSafetensors(file, start);
        }
    }
    return unpackFile(file);
}

} // namespace roundoff::store
