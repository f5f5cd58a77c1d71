// SPDX-License-Identifier: GPL-3.0-or-later
// IDX files, gzipped or not: an array has as many values as its dimensions ask for.
#include <cstddef>
#include <cstdint>

#include "core/data/idx.h"
#include "tests/fuzz/reading.h"

namespace data = roundoff::data;
namespace fuzz = roundoff::fuzz;

namespace {

constexpr std::uint64_t kMaxValues = std::uint64_t{1} << 20U;

void requireWhole(const data::IdxArray& array) {
    std::uint64_t count = 1;
    for (const std::uint32_t dimension : array.dimensions) {
        count *= dimension;
    }
    fuzz::require(count > 0 && count == array.values.size(), "an array has the values that its dimensions ask for");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto file = fuzz::bytesOf(bytes, size);
    fuzz::expectValueOrInputError([&] { requireWhole(data::parseIdx(file, "fuzz-idx")); });
    fuzz::expectValueOrInputError(
        [&] { requireWhole(data::readIdx(fuzz::streamOf(file), "fuzz-idx.gz", kMaxValues)); });
    return 0;
}
