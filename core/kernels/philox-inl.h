// SPDX-License-Identifier: GPL-3.0-or-later
// Included once for every target: the guard changes its meaning with each.
#if defined(ROUNDOFF_PHILOX_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef ROUNDOFF_PHILOX_INL_H
#undef ROUNDOFF_PHILOX_INL_H
#else
#define ROUNDOFF_PHILOX_INL_H
#endif

#include <cstdint>

#include <hwy/highway.h>

#include "core/format/random_stream.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {

#if HWY_TARGET != HWY_SCALAR // Lanes of half the width need a vector.

template <class V>
struct PhiloxPairs {
    V first;  ///< Words 0 (lower half) and 1 of each block.
    V second; ///< Words 2 and 3.
};

/// The keys of all rounds, and words 1 to 3 of the counters.
struct PhiloxStream {
    std::uint64_t keys[format::philox::kRounds][2];
    std::uint64_t counter[3];
};

HWY_INLINE PhiloxStream philoxStream(const format::RandomStream& stream) {
    PhiloxStream s{{},
                   {(static_cast<std::uint32_t>(stream.purpose) << 24U) | stream.tensor, stream.epoch, stream.step}};
    auto key0 = static_cast<std::uint32_t>(stream.seed);
    auto key1 = static_cast<std::uint32_t>(stream.seed >> 32U);
    for (auto& keys : s.keys) {
        keys[0] = key0;
        keys[1] = key1;
        key0 += format::philox::kWeyl0;
        key1 += format::philox::kWeyl1;
    }
    return s;
}

/// One block of Philox4x32-10 in each 64-bit lane: what `format::RandomStream::block` gives.
/// @param index  the blocks' numbers, word 0 of the counters, in the lower halves of the lanes; the upper halves do not
/// matter
template <class D>
HWY_INLINE PhiloxPairs<hwy::HWY_NAMESPACE::Vec<D>> philoxBlocks(D d, hwy::HWY_NAMESPACE::Vec<D> index,
                                                                const PhiloxStream& stream) {
    namespace hn = hwy::HWY_NAMESPACE;
    namespace px = format::philox;
    using V = hn::Vec<D>;
    const hn::Repartition<std::uint32_t, D> d32;
    const V multiplier0 = hn::Set(d, std::uint64_t{px::kMultiplier0});
    const V multiplier1 = hn::Set(d, std::uint64_t{px::kMultiplier1});
    // The upper halves of the words are left as they come: neither a product nor the lower half of an exclusive or
    // depends on them.
    V c0 = index;
    V c1 = hn::Set(d, stream.counter[0]);
    V c2 = hn::Set(d, stream.counter[1]);
    V c3 = hn::Set(d, stream.counter[2]);
    // Swapping the halves brings the upper one down as a shift would; on CPUs that multiply and shift vectors of 64
    // bytes with the same one port, it is twice as fast.
    const auto swapped = [d, d32](V v) HWY_ATTR { return hn::BitCast(d, hn::Shuffle2301(hn::BitCast(d32, v))); };
    for (const auto& keys : stream.keys) {
        const V product0 = hn::MulEven(hn::BitCast(d32, c0), hn::BitCast(d32, multiplier0));
        const V product1 = hn::MulEven(hn::BitCast(d32, c2), hn::BitCast(d32, multiplier1));
        c0 = hn::Xor3(swapped(product1), c1, hn::Set(d, keys[0]));
        c1 = product1;
        c2 = hn::Xor3(swapped(product0), c3, hn::Set(d, keys[1]));
        c3 = product0;
    }
    const auto paired = [d, d32, &swapped](V low, V high) HWY_ATTR {
        return hn::BitCast(d, hn::OddEven(hn::BitCast(d32, swapped(high)), hn::BitCast(d32, low)));
    };
    return {paired(c0, c1), paired(c2, c3)};
}

#endif

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();
#endif
