// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/random_span.h"

#include <bit>
#include <cstring>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/random_span.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/philox-inl.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

#if HWY_TARGET == HWY_SCALAR

// Lanes of half the width need a vector.
std::size_t fillBlocks(const format::RandomStream&, std::uint64_t, std::uint32_t*, std::size_t) {
    return 0;
}

#else

// Writes whole vectors of blocks and returns how many blocks it wrote.
std::size_t fillBlocks(const format::RandomStream& stream, std::uint64_t firstBlock, std::uint32_t* HWY_RESTRICT out,
                       std::size_t blocks) {
    const PhiloxStream keyed = philoxStream(stream);
    const hn::CappedTag<std::uint64_t, 8> d;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t done = 0;
    for (; done + lanes <= blocks; done += lanes) {
        const auto [firstPair, secondPair] = philoxBlocks(d, hn::Add(hn::Iota(d, 0), hn::Set(d, firstBlock + done)),
                                                          keyed);
#if HWY_TARGET == HWY_EMU128
        // What it stores with are ordinary assignments, which want the alignment and the type of their target.
        std::uint64_t words[2 * hn::MaxLanes(d)];
        hn::StoreInterleaved2(firstPair, secondPair, d, words);
        std::memcpy(out + 4 * done, words, sizeof words);
#else
        hn::StoreInterleaved2(firstPair, secondPair, d, reinterpret_cast<std::uint64_t*>(out + 4 * done));
#endif
    }
    return done;
}

#endif

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace roundoff::kernels {
namespace {

HWY_EXPORT(fillBlocks);

} // namespace

void fillRandom(const format::RandomStream& stream, std::uint64_t firstIndex, std::span<std::uint32_t> out) {
    std::size_t i = 0;
    while (i < out.size() && (firstIndex + i) % 4 != 0) {
        out[i] = stream.at(firstIndex + i);
        ++i;
    }
    if constexpr (std::endian::native == std::endian::little) {
        i += 4 * HWY_DYNAMIC_DISPATCH(fillBlocks)(stream, (firstIndex + i) / 4, out.data() + i, (out.size() - i) / 4);
    }
    for (; i < out.size(); ++i) {
        out[i] = stream.at(firstIndex + i);
    }
}

} // namespace roundoff::kernels
#endif
