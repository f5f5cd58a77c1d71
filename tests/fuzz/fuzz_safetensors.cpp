// SPDX-License-Identifier: GPL-3.0-or-later
// Weights, plain and packed: tensors have the values that their shapes ask for, and read back equal.
#include <cstddef>
#include <cstdint>
#include <string>

#include "core/store/packed_file.h"
#include "core/store/safetensors.h"
#include "tests/fuzz/reading.h"

namespace deploy = roundoff::deploy;
namespace fuzz = roundoff::fuzz;
namespace nn = roundoff::nn;
namespace store = roundoff::store;

namespace {

// A few bytes may stand for many weights where all of them are the same.
constexpr std::size_t kMaxUnpacked = 1'000'000;

void requireWhole(const nn::WeightSnapshot& weights) {
    for (const nn::WeightTensor& tensor : weights.tensors) {
        std::size_t count = 1;
        for (const std::size_t size : tensor.shape) {
            count *= size;
        }
        fuzz::require(count == tensor.values.size(), "a tensor has the values that its shape asks for");
    }
}

void readPlain(std::string_view file) {
    const nn::WeightSnapshot weights = store::fromSafetensors(file, "fuzz.safetensors");
    requireWhole(weights);
    const std::string written = store::toSafetensors(weights);
    fuzz::require(store::toSafetensors(store::fromSafetensors(written, "written.safetensors")) == written,
                  "weights read back with the same bits");
}

void readPacked(std::string_view file) {
    const deploy::PackedWeights packed = store::fromPackedFile(file, "fuzz.safetensors");
    fuzz::require(store::fromPackedFile(store::toPackedFile(packed), "written.safetensors") == packed,
                  "packed weights read back equal");
    if (packed.count() <= kMaxUnpacked) {
        requireWhole(deploy::unpack(packed));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view file = fuzz::textOf(data, size);
    fuzz::expectValueOrInputError([file] { readPlain(file); });
    fuzz::expectValueOrInputError([file] { readPacked(file); });
    return 0;
}
