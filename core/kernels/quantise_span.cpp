// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/quantise_span.h"

#include <algorithm>
#include <array>
#include <type_traits>

#include "core/format/binary_float.h"
#include "core/format/decimal.h"
#include "core/format/fixed_point.h"
#include "core/format/quantise.h"
#include "core/kernels/random_span.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/quantise_span.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/dispatch.h"
#include "core/kernels/for_each_vector-inl.h"
#include "core/kernels/round_binary-inl.h"
#include "core/kernels/round_decimal-inl.h"
#include "core/kernels/round_fixed-inl.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
using detail::BinarySpan;
using detail::DecimalSpan;
using detail::FixedSpan;
using format::Rounding;

template <Rounding kMode>
using Mode = std::integral_constant<Rounding, kMode>;

// Calls `f` with the mode as a constant.
template <class F>
HWY_INLINE void inMode(Rounding rounding, F f) {
    switch (rounding) {
    case Rounding::NearestEven: return f(Mode<Rounding::NearestEven>());
    case Rounding::NearestAway: return f(Mode<Rounding::NearestAway>());
    case Rounding::TowardZero: return f(Mode<Rounding::TowardZero>());
    case Rounding::Up: return f(Mode<Rounding::Up>());
    case Rounding::Down: return f(Mode<Rounding::Down>());
    case Rounding::Stochastic: return f(Mode<Rounding::Stochastic>());
    }
}

// One random number for each lane, as the lanes' unsigned integers; zeros in modes that look at none. The numbers of
// the last vector are read beyond the last element: the caller's buffer has room for that.
template <Rounding kMode, class DU>
HWY_INLINE hn::Vec<DU> randomLanes(DU du, const std::uint32_t* random, std::size_t i) {
    if constexpr (kMode != Rounding::Stochastic) {
        return hn::Zero(du);
    } else if constexpr (sizeof(hn::TFromD<DU>) == 4) {
        return hn::LoadU(du, random + i);
    } else {
        const hn::Rebind<std::uint32_t, DU> d32;
        return hn::PromoteTo(du, hn::LoadU(d32, random + i));
    }
}

template <typename T>
HWY_INLINE void roundBinarySpan(const BinarySpan<T>& s) {
    const Tag<T> d;
    const hn::RebindToUnsigned<decltype(d)> du;
    inMode(s.rounding, [&]<Rounding kMode>(Mode<kMode>) HWY_ATTR {
        forEachVector(d, s.values, s.count, [&](auto v, std::size_t i) HWY_ATTR {
            return roundBinary<kMode>(d, v, randomLanes<kMode>(du, s.random, i), *s.constants);
        });
    });
}

void binaryF32(const BinarySpan<float>& s) {
    roundBinarySpan(s);
}

void binaryF64(const BinarySpan<double>& s) {
    roundBinarySpan(s);
}

void magicF32(const BinarySpan<float>& s) {
    const Tag<float> d;
    forEachVector(d, s.values, s.count, [&](auto v, std::size_t) HWY_ATTR { return roundMagic(d, v, *s.constants); });
}

void magicF64(const BinarySpan<double>& s) {
    const Tag<double> d;
    forEachVector(d, s.values, s.count, [&](auto v, std::size_t) HWY_ATTR { return roundMagic(d, v, *s.constants); });
}

void hardwareHalf(const BinarySpan<float>& s) {
#if HWY_TARGET == HWY_AVX3 || HWY_TARGET == HWY_AVX2
    const Tag<float> d;
    const hn::Rebind<hwy::float16_t, decltype(d)> d16;
    forEachVector(d, s.values, s.count,
                  [&](auto v, std::size_t) HWY_ATTR { return hn::PromoteTo(d, hn::DemoteTo(d16, v)); });
#else
    magicF32(s);
#endif
}

void fixedF32(const FixedSpan<float>& s) {
    const Tag<double> d;
    const hn::RebindToUnsigned<decltype(d)> du;
    const hn::Rebind<float, decltype(d)> df;
    inMode(s.rounding, [&]<Rounding kMode>(Mode<kMode>) HWY_ATTR {
        forEachVector(df, s.values, s.count, [&](auto v, std::size_t i) HWY_ATTR {
            const auto random = randomLanes<kMode>(du, s.random, i);
            return hn::DemoteTo(df, roundFixed<kMode>(d, hn::PromoteTo(d, v), random, *s.constants));
        });
    });
}

void fixedF64(const FixedSpan<double>& s) {
    const Tag<double> d;
    const hn::RebindToUnsigned<decltype(d)> du;
    inMode(s.rounding, [&]<Rounding kMode>(Mode<kMode>) HWY_ATTR {
        forEachVector(d, s.values, s.count, [&](auto v, std::size_t i) HWY_ATTR {
            return roundFixed<kMode>(d, v, randomLanes<kMode>(du, s.random, i), *s.constants);
        });
    });
}

void decimalF32(const DecimalSpan<float>& s) {
    const Tag<double> d;
    const hn::RebindToUnsigned<decltype(d)> du;
    const hn::Rebind<float, decltype(d)> df;
    const auto scale = hn::Set(d, s.scale);
    const auto member = [&](auto k) HWY_ATTR { return hn::PromoteTo(d, hn::DemoteTo(df, hn::Div(k, scale))); };
    inMode(s.rounding, [&]<Rounding kMode>(Mode<kMode>) HWY_ATTR {
        forEachVector(df, s.values, s.count, [&](auto v, std::size_t i) HWY_ATTR {
            const auto random = randomLanes<kMode>(du, s.random, i);
            const auto wide = roundDecimal<kMode>(d, hn::PromoteTo(d, v), random, s.scale, member);
            // Highway's portable code demotes infinity to the largest finite value.
            return hn::IfThenElse(hn::Eq(hn::Abs(v), hn::Inf(df)), v, hn::DemoteTo(df, wide));
        });
    });
}

void decimalF64(const DecimalSpan<double>& s) {
    const Tag<double> d;
    const hn::RebindToUnsigned<decltype(d)> du;
    const auto scale = hn::Set(d, s.scale);
    const auto member = [&](auto k) HWY_ATTR { return hn::Div(k, scale); };
    inMode(s.rounding, [&]<Rounding kMode>(Mode<kMode>) HWY_ATTR {
        forEachVector(d, s.values, s.count, [&](auto v, std::size_t i) HWY_ATTR {
            return roundDecimal<kMode>(d, v, randomLanes<kMode>(du, s.random, i), s.scale, member);
        });
    });
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace roundoff::kernels {
namespace {

ROUNDOFF_EXPORT_BOTH(binary)
ROUNDOFF_EXPORT_BOTH(magic)
HWY_EXPORT(hardwareHalf);
ROUNDOFF_EXPORT_BOTH(fixed)
ROUNDOFF_EXPORT_BOTH(decimal)

using format::BinaryFloat;
using format::Overflow;
using format::Quantisation;
using format::Rounding;
using format::Subnormals;

template <typename T>
constexpr BinaryFloat kContainer = sizeof(T) == 4 ? format::kFp32 : format::kFp64;

// Random numbers are made in pieces that stay in the first-level cache; the spare ones are for the last vector.
constexpr std::size_t kPiece = 1024;
constexpr std::size_t kSpare = 16;

} // namespace

template <typename T>
SpanQuantiser<T>::SpanQuantiser(const Quantisation& quantisation) : quantisation_(quantisation) {
    if (std::holds_alternative<format::Decimal>(quantisation.format)) {
        path_ = Path::Decimal;
        return;
    }
    if (const auto* integer = std::get_if<format::Integer>(&quantisation.format)) {
        path_ = Path::Fixed;
        fixed_ = detail::makeConstants(format::asFixedPoint(*integer));
        return;
    }
    if (const auto* fixed = std::get_if<format::FixedPoint>(&quantisation.format)) {
        path_ = Path::Fixed;
        fixed_ = detail::makeConstants(*fixed);
        return;
    }
    const auto* f = &std::get<BinaryFloat>(quantisation.format);
    binary_ = detail::makeConstants<T>(*f, quantisation);
    const bool keepsAll = quantisation.overflow == Overflow::ToInfinity && quantisation.subnormals == Subnormals::Keep;
    const bool nearestEven = quantisation.rounding == Rounding::NearestEven;
    if (*f == kContainer<T> && keepsAll) {
        path_ = Path::Identity;
    } else if (sizeof(T) == 4 && *f == format::kFp16 && nearestEven && keepsAll) {
        path_ = Path::HardwareHalf;
    } else if (nearestEven && binary_.drop >= 2 && binary_.flushBelow == 0) {
        path_ = Path::MagicNearestEven;
    } else {
        path_ = Path::Binary;
    }
}

template <typename T>
void SpanQuantiser<T>::operator()(std::span<T> values, const format::RandomStream& stream,
                                  std::uint64_t firstIndex) const {
    if (path_ == Path::Identity) {
        return;
    }
    const auto apply = [this](std::span<T> piece, const std::uint32_t* random) {
        const Rounding rounding = quantisation_.rounding;
        if (path_ == Path::Fixed) {
            ROUNDOFF_DISPATCH(T, fixed)({piece.data(), piece.size(), random, &fixed_, rounding});
            return;
        }
        if (path_ == Path::Decimal) {
            const double scale = format::powerOfTen(std::get<format::Decimal>(quantisation_.format).digits);
            ROUNDOFF_DISPATCH(T, decimal)({piece.data(), piece.size(), random, scale, rounding});
            return;
        }
        const detail::BinarySpan<T> span{piece.data(), piece.size(), random, &binary_, rounding};
        if (path_ == Path::MagicNearestEven) {
            ROUNDOFF_DISPATCH(T, magic)(span);
        } else if (path_ == Path::Binary) {
            ROUNDOFF_DISPATCH(T, binary)(span);
        } else if constexpr (sizeof(T) == 4) {
            HWY_DYNAMIC_DISPATCH(hardwareHalf)(span);
        }
    };
    if (!isStochastic()) {
        apply(values, nullptr);
        return;
    }
    std::array<std::uint32_t, kPiece + kSpare> random{};
    while (!values.empty()) {
        const std::size_t count = std::min(kPiece, values.size());
        fillRandom(stream, firstIndex, std::span(random).first(count));
        apply(values.first(count), random.data());
        values = values.subspan(count);
        firstIndex += count;
    }
}

template <typename T>
T SpanQuantiser<T>::nearest(T value) const {
    if (path_ == Path::Identity) {
        return value;
    }
    Quantisation q = quantisation_;
    if (q.rounding == Rounding::Stochastic) {
        q.rounding = Rounding::NearestEven;
    }
    return format::quantise(q, value);
}

template class SpanQuantiser<float>;
template class SpanQuantiser<double>;

} // namespace roundoff::kernels
#endif
