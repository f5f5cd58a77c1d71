// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/random_span.h"

#include <bit>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/random_span.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
namespace px = format::philox;

#if HWY_TARGET == HWY_SCALAR

// Lanes of half the width need a vector.
std::size_t fillBlocks(const std::uint32_t*, const std::uint32_t*, std::uint32_t*, std::size_t) {
    return 0;
}

#else

// One counter block in each 64-bit lane, its four words in four vectors whose upper halves are zero.
// Writes whole vectors of blocks and returns how many blocks it wrote.
std::size_t fillBlocks(const std::uint32_t* counter, const std::uint32_t* key, std::uint32_t* HWY_RESTRICT out,
                       std::size_t blocks) {
    const hn::CappedTag<std::uint64_t, 8> d;
    const hn::Repartition<std::uint32_t, decltype(d)> d32;
    using V = hn::Vec<decltype(d)>;
    const std::size_t lanes = hn::Lanes(d);
    const V low = hn::Set(d, 0xFFFFFFFFULL);
    const V multiplier0 = hn::Set(d, std::uint64_t{px::kMultiplier0});
    const V multiplier1 = hn::Set(d, std::uint64_t{px::kMultiplier1});
    std::size_t done = 0;
    for (; done + lanes <= blocks; done += lanes) {
        V c0 = hn::And(hn::Iota(d, std::uint64_t{counter[0]} + done), low);
        V c1 = hn::Set(d, std::uint64_t{counter[1]});
        V c2 = hn::Set(d, std::uint64_t{counter[2]});
        V c3 = hn::Set(d, std::uint64_t{counter[3]});
        std::uint32_t key0 = key[0];
        std::uint32_t key1 = key[1];
        for (int round = 0; round < px::kRounds; ++round) {
            const V product0 = hn::MulEven(hn::BitCast(d32, c0), hn::BitCast(d32, multiplier0));
            const V product1 = hn::MulEven(hn::BitCast(d32, c2), hn::BitCast(d32, multiplier1));
            c0 = hn::Xor(hn::Xor(hn::ShiftRight<32>(product1), c1), hn::Set(d, std::uint64_t{key0}));
            c1 = hn::And(product1, low);
            c2 = hn::Xor(hn::Xor(hn::ShiftRight<32>(product0), c3), hn::Set(d, std::uint64_t{key1}));
            c3 = hn::And(product0, low);
            key0 += px::kWeyl0;
            key1 += px::kWeyl1;
        }
        const V firstPair = hn::Or(c0, hn::ShiftLeft<32>(c1));
        const V secondPair = hn::Or(c2, hn::ShiftLeft<32>(c3));
        hn::StoreInterleaved2(firstPair, secondPair, d, reinterpret_cast<std::uint64_t*>(out + 4 * done));
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
        const std::uint32_t counter[4] = {static_cast<std::uint32_t>((firstIndex + i) / 4),
                                          (static_cast<std::uint32_t>(stream.purpose) << 24U) | stream.tensor,
                                          stream.epoch, stream.step};
        const std::uint32_t key[2] = {static_cast<std::uint32_t>(stream.seed),
                                      static_cast<std::uint32_t>(stream.seed >> 32U)};
        i += 4 * HWY_DYNAMIC_DISPATCH(fillBlocks)(counter, key, out.data() + i, (out.size() - i) / 4);
    }
    for (; i < out.size(); ++i) {
        out[i] = stream.at(firstIndex + i);
    }
}

} // namespace roundoff::kernels
#endif
