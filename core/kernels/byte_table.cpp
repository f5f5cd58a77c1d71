// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/byte_table.h"

#include <bit>
#include <cstddef>
#include <numeric>
#include <type_traits>

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/byte_table.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/for_each_vector-inl.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

template <typename T>
void lookupT(const std::uint8_t* codes, const T* table, T* out, std::size_t count) {
    const Tag<T> d;
    const hn::RebindToSigned<Tag<T>> di;
    const hn::Rebind<std::uint8_t, Tag<T>> d8;
    const hn::Rebind<std::int32_t, Tag<T>> d32;
    const std::size_t lanes = hn::Lanes(d);
    std::size_t i = 0;
    for (; i + lanes <= count; i += lanes) {
        const auto narrow = hn::PromoteTo(d32, hn::LoadU(d8, codes + i));
        if constexpr (sizeof(T) == sizeof(std::int32_t)) {
            hn::StoreU(hn::GatherIndex(d, table, narrow), d, out + i);
        } else {
            hn::StoreU(hn::GatherIndex(d, table, hn::PromoteTo(di, narrow)), d, out + i);
        }
    }
    for (; i < count; ++i) {
        out[i] = table[codes[i]];
    }
}

// In double, whose rounding errors are too small to change what a float comes to. Product and sum are not fused: every
// instruction set computes the same.
void lineF32(const std::uint8_t* codes, double first, double step, float* out, std::size_t count) {
    const Tag<double> d;
    const hn::Rebind<std::uint8_t, Tag<double>> d8;
    const hn::Rebind<std::int32_t, Tag<double>> d32;
    const hn::Rebind<float, Tag<double>> df;
    const auto firsts = hn::Set(d, first);
    const auto steps = hn::Set(d, step);
    std::size_t i = 0;
    for (; i + hn::Lanes(d) <= count; i += hn::Lanes(d)) {
        const auto code = hn::PromoteTo(d, hn::PromoteTo(d32, hn::LoadU(d8, codes + i)));
        hn::StoreU(hn::DemoteTo(df, hn::Add(firsts, hn::Mul(steps, code))), df, out + i);
    }
    for (; i < count; ++i) {
        out[i] = static_cast<float>(first + step * codes[i]);
    }
}

void lookupF32(const std::uint8_t* codes, const float* table, float* out, std::size_t count) {
    lookupT(codes, table, out, count);
}

void lookupF64(const std::uint8_t* codes, const double* table, double* out, std::size_t count) {
    lookupT(codes, table, out, count);
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "core/kernels/dispatch.h"

namespace roundoff::kernels {
namespace {

ROUNDOFF_EXPORT_BOTH(lookup)
HWY_EXPORT(lineF32);

} // namespace

template <typename T>
ByteTable<T>::ByteTable(const std::array<T, 256>& values, const std::array<double, 256>& exact) : values_(values) {
    if constexpr (std::is_same_v<T, float>) {
        constexpr double kLast = 255.0;
        first_ = exact.front();
        step_ = (exact.back() - exact.front()) / kLast;
        std::array<std::uint8_t, 256> codes{};
        std::iota(codes.begin(), codes.end(), std::uint8_t{0});
        std::array<float, 256> computed{};
        HWY_DYNAMIC_DISPATCH(lineF32)(codes.data(), first_, step_, computed.data(), codes.size());
        isLine_ = std::bit_cast<std::array<std::uint32_t, 256>>(computed) ==
                  std::bit_cast<std::array<std::uint32_t, 256>>(values_);
    }
}

template <typename T>
void ByteTable<T>::operator()(std::span<const std::uint8_t> codes, T* out) const {
    if constexpr (std::is_same_v<T, float>) {
        if (isLine_) {
            HWY_DYNAMIC_DISPATCH(lineF32)(codes.data(), first_, step_, out, codes.size());
            return;
        }
    }
    ROUNDOFF_DISPATCH(T, lookup)(codes.data(), values_.data(), out, codes.size());
}

template class ByteTable<float>;
template class ByteTable<double>;

} // namespace roundoff::kernels
#endif
