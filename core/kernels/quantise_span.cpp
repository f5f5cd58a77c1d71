// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/quantise_span.h"

#include <algorithm>
#include <array>
#include <bit>

#include "core/format/binary_float.h"
#include "core/format/decimal.h"
#include "core/format/quantise.h"
#include "core/kernels/random_span.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/quantise_span.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/for_each_vector-inl.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
using detail::BinaryConstants;
using detail::BinarySpan;
using detail::DecimalSpan;
using format::Rounding;

// One random number for each lane, as the container's unsigned integers.
HWY_INLINE hn::Vec<Tag<std::uint32_t>> loadRandom(Tag<std::uint32_t> d, const std::uint32_t* random) {
    return hn::LoadU(d, random);
}

HWY_INLINE hn::Vec<Tag<std::uint64_t>> loadRandom(Tag<std::uint64_t> d, const std::uint32_t* random) {
    const hn::Rebind<std::uint32_t, Tag<std::uint64_t>> d32;
    return hn::PromoteTo(d, hn::LoadU(d32, random));
}

// floor(fraction * 2^32) for a fraction in [0, 1), given as fraction * 2^32 in floating point.
template <class DU, class V>
HWY_INLINE hn::Vec<DU> fraction32FromScaled(DU du, V scaled) {
    using Bits = hn::TFromD<DU>;
    constexpr int kTrailing = sizeof(Bits) == 4 ? 23 : 52;
    // The biased exponent of a number whose last bit is 1: bias and trailing bits.
    constexpr Bits kPivot = (sizeof(Bits) == 4 ? 127U : 1023U) + (sizeof(Bits) == 4 ? 23U : 52U);
    const auto bits = hn::BitCast(du, scaled);
    const auto field = hn::ShiftRight<kTrailing>(bits);
    const auto significand = hn::Or(hn::And(bits, hn::Set(du, (Bits{1} << kTrailing) - 1)),
                                    hn::Set(du, Bits{1} << kTrailing));
    const auto pivot = hn::Set(du, kPivot);
    // Below 1 there is no integer part: the shift to the right is capped where nothing is left.
    const auto left = hn::Sub(hn::Max(field, pivot), pivot);
    const auto right = hn::Min(hn::Sub(pivot, hn::Min(field, pivot)), hn::Set(du, Bits{kTrailing + 1}));
    return hn::Shr(hn::Shl(significand, left), right);
}

template <Rounding kMode, class D>
HWY_INLINE hn::Vec<D> roundBinary(D d, hn::Vec<D> value, const std::uint32_t* random,
                                  const BinaryConstants<hn::TFromD<D>>& c) {
    using T = hn::TFromD<D>;
    using Bits = typename BinaryConstants<T>::Bits;
    using SignedBits = std::make_signed_t<Bits>;
    const hn::RebindToUnsigned<D> du;
    const hn::RebindToSigned<D> di;
    using VU = hn::Vec<decltype(du)>;
    constexpr Bits kSign = Bits{1} << (8 * sizeof(T) - 1);
    constexpr Bits kInfinity = sizeof(T) == 4 ? Bits{0x7F800000} : static_cast<Bits>(0x7FF0000000000000ULL);
    // Magnitudes are below the sign bit, where signed comparison, which every CPU has, is right.
    const auto less = [&](VU x, VU y) { return hn::RebindMask(du, hn::Lt(hn::BitCast(di, x), hn::BitCast(di, y))); };

    const VU bits = hn::BitCast(du, value);
    const VU sign = hn::And(bits, hn::Set(du, kSign));
    const VU magnitude = hn::Xor(bits, sign);
    const VU dropMask = hn::Set(du, c.dropMask);
    const VU unit = hn::Set(du, static_cast<Bits>(c.dropMask + 1));
    const auto negative = hn::RebindMask(du, hn::Lt(hn::BitCast(di, bits), hn::Zero(di)));
    const auto away = kMode == Rounding::Up ? hn::Not(negative) : negative; // For Up and Down only.

    VU rounded = magnitude;
    if (c.drop > 0) {
        if constexpr (kMode == Rounding::NearestEven) {
            const VU odd = hn::And(hn::ShiftRightSame(magnitude, c.drop), hn::Set(du, Bits{1}));
            rounded = hn::Add(magnitude, hn::Add(hn::Set(du, static_cast<Bits>(c.dropMask >> 1U)), odd));
        } else if constexpr (kMode == Rounding::NearestAway) {
            rounded = hn::Add(magnitude, hn::Set(du, static_cast<Bits>((c.dropMask >> 1U) + 1)));
        } else if constexpr (kMode == Rounding::Up || kMode == Rounding::Down) {
            rounded = hn::Add(magnitude, hn::IfThenElseZero(away, dropMask));
        } else if constexpr (kMode == Rounding::Stochastic) {
            const VU rest = hn::And(magnitude, dropMask);
            const VU fraction32 = c.drop <= 32 ? hn::ShiftLeftSame(rest, 32 - c.drop)
                                               : hn::ShiftRightSame(rest, c.drop - 32);
            const auto up = hn::Lt(loadRandom(du, random), fraction32);
            rounded = hn::Add(magnitude, hn::IfThenElseZero(up, unit));
        }
        rounded = hn::AndNot(dropMask, rounded);
    }

    if (c.subnormalBelow != 0) {
        // Adding a power of two whose last bit is the spacing rounds to nearest-even; what that changed is exact.
        const auto v = hn::BitCast(d, magnitude);
        const auto magic = hn::Set(d, c.subnormalMagic);
        const auto nearest = hn::Sub(hn::Add(v, magic), magic);
        auto result = nearest;
        if constexpr (kMode != Rounding::NearestEven) {
            const auto spacing = hn::Set(d, c.subnormalSpacing);
            const auto below = hn::IfThenElse(hn::Gt(nearest, v), hn::Sub(nearest, spacing), nearest);
            const auto fraction = hn::Sub(v, below);
            const auto above = hn::Add(below, spacing);
            result = below;
            if constexpr (kMode == Rounding::NearestAway) {
                const auto half = hn::Set(d, static_cast<T>(c.subnormalSpacing / 2));
                result = hn::IfThenElse(hn::Ge(fraction, half), above, below);
            } else if constexpr (kMode == Rounding::Up || kMode == Rounding::Down) {
                const auto up = hn::And(hn::RebindMask(d, away), hn::Gt(fraction, hn::Zero(d)));
                result = hn::IfThenElse(up, above, below);
            } else if constexpr (kMode == Rounding::Stochastic) {
                const VU fraction32 = fraction32FromScaled(du, hn::Mul(fraction, hn::Set(d, c.fraction32Scale)));
                const auto up = hn::Lt(loadRandom(du, random), fraction32);
                result = hn::IfThenElse(hn::RebindMask(d, up), above, below);
            }
        }
        rounded = hn::IfThenElse(less(magnitude, hn::Set(du, c.subnormalBelow)), hn::BitCast(du, result), rounded);
    }
    if (c.flushBelow != 0) {
        rounded = hn::IfThenZeroElse(less(rounded, hn::Set(du, c.flushBelow)), rounded);
    }

    const VU maxFinite = hn::Set(du, c.maxFinite);
    const VU infinity = hn::Set(du, kInfinity);
    VU overflow = hn::Set(du, c.overflow);
    if constexpr (kMode == Rounding::TowardZero) {
        overflow = hn::IfThenElse(hn::Eq(magnitude, infinity), overflow, maxFinite);
    } else if constexpr (kMode == Rounding::Up || kMode == Rounding::Down) {
        overflow = hn::IfThenElse(hn::Or(hn::Eq(magnitude, infinity), away), overflow, maxFinite);
    }
    rounded = hn::IfThenElse(less(maxFinite, rounded), overflow, rounded);
    const VU nan = hn::Or(hn::And(bits, hn::Set(du, c.nanKeep)), hn::Set(du, c.nanSet));
    const auto isNan = less(infinity, magnitude);
    static_assert(sizeof(SignedBits) == sizeof(Bits));
    return hn::BitCast(d, hn::IfThenElse(isNan, nan, hn::Or(rounded, sign)));
}

// Nearest-even without a look at the significand: adding and subtracting 1.5 times the power of two whose last bit is
// the spacing of the format around the value makes the hardware round there. Vectors that hold something outside the
// safe range take the general way.
template <class D>
HWY_INLINE hn::Vec<D> roundMagic(D d, hn::Vec<D> value, const BinaryConstants<hn::TFromD<D>>& c) {
    using T = hn::TFromD<D>;
    const hn::RebindToSigned<D> di;
    using SignedBits = hn::TFromD<decltype(di)>;
    constexpr int kTrailing = sizeof(T) == 4 ? 23 : 52;
    constexpr auto kExponentMask = static_cast<SignedBits>(sizeof(T) == 4 ? 0x7F800000ULL : 0x7FF0000000000000ULL);
    static_assert(kTrailing > 0);
    const auto magnitude = hn::BitCast(di, hn::Abs(value));
    if (HWY_UNLIKELY(!hn::AllFalse(di, hn::Gt(magnitude, hn::Set(di, static_cast<SignedBits>(c.magicLimit)))))) {
        return roundBinary<Rounding::NearestEven>(d, value, nullptr, c);
    }
    const auto exponent = hn::Max(hn::And(magnitude, hn::Set(di, kExponentMask)),
                                  hn::Set(di, static_cast<SignedBits>(c.magicMinExponent)));
    const auto magic = hn::BitCast(d, hn::Add(exponent, hn::Set(di, static_cast<SignedBits>(c.magicOffset))));
    return hn::CopySign(hn::Sub(hn::Add(value, magic), magic), value);
}

template <Rounding kMode, typename T>
HWY_INLINE void roundBinarySpan(const BinarySpan<T>& s) {
    const Tag<T> d;
    // The random numbers of the last vector are read beyond the last element: the caller's buffer has room for that.
    forEachVector(d, s.values, s.count, [&](auto v, std::size_t i) HWY_ATTR {
        return roundBinary<kMode>(d, v, kMode == Rounding::Stochastic ? s.random + i : nullptr, *s.constants);
    });
}

template <typename T>
HWY_INLINE void roundBinaryAnyMode(const BinarySpan<T>& s) {
    switch (s.rounding) {
    case Rounding::NearestEven: return roundBinarySpan<Rounding::NearestEven>(s);
    case Rounding::NearestAway: return roundBinarySpan<Rounding::NearestAway>(s);
    case Rounding::TowardZero: return roundBinarySpan<Rounding::TowardZero>(s);
    case Rounding::Up: return roundBinarySpan<Rounding::Up>(s);
    case Rounding::Down: return roundBinarySpan<Rounding::Down>(s);
    case Rounding::Stochastic: return roundBinarySpan<Rounding::Stochastic>(s);
    }
}

void binaryF32(const BinarySpan<float>& s) {
    roundBinaryAnyMode(s);
}

void binaryF64(const BinarySpan<double>& s) {
    roundBinaryAnyMode(s);
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

// Everything in double lanes; `member` brings k / scale to the container.
template <class D, class F>
HWY_INLINE hn::Vec<D> roundDecimal(D d, hn::Vec<D> value, const std::uint32_t* random, double scale, Rounding rounding,
                                   F member) {
    const hn::RebindToUnsigned<D> du;
    const auto one = hn::Set(d, 1.0);
    const auto magnitude = hn::Abs(value);
    const auto scaled = hn::Mul(magnitude, hn::Set(d, scale));
    auto below = hn::Floor(scaled);
    const auto next = hn::Add(below, one);
    below = hn::IfThenElse(hn::Le(member(next), magnitude), next,
                           hn::IfThenElse(hn::Gt(member(below), magnitude), hn::Sub(below, one), below));
    const auto between = hn::Lt(member(below), magnitude);
    const auto fraction = hn::Min(hn::Max(hn::Sub(scaled, below), hn::Zero(d)), one);
    const auto half = hn::Set(d, 0.5);
    const auto negative = hn::Lt(value, hn::Zero(d));
    auto up = between;
    switch (rounding) {
    case Rounding::NearestEven: {
        const auto halved = hn::Mul(below, half);
        const auto odd = hn::Ne(hn::Floor(halved), halved);
        up = hn::Or(hn::Gt(fraction, half), hn::And(hn::Eq(fraction, half), odd));
        break;
    }
    case Rounding::NearestAway: up = hn::Ge(fraction, half); break;
    case Rounding::TowardZero: up = hn::Lt(one, one); break;
    case Rounding::Up: up = hn::Not(negative); break;
    case Rounding::Down: up = negative; break;
    case Rounding::Stochastic: {
        const auto limit = hn::Floor(hn::Min(hn::Mul(fraction, hn::Set(d, 0x1p32)), hn::Set(d, 0xFFFFFFFFp0)));
        // A 32-bit integer placed into the significand of 2^52 becomes a double by subtracting 2^52.
        const auto bits = hn::Or(loadRandom(du, random), hn::BitCast(du, hn::Set(d, 0x1p52)));
        up = hn::Lt(hn::Sub(hn::BitCast(d, bits), hn::Set(d, 0x1p52)), limit);
        break;
    }
    }
    const auto k = hn::IfThenElse(hn::And(between, up), hn::Add(below, one), below);
    const auto result = hn::CopySign(member(k), value);
    return hn::IfThenElse(hn::Lt(scaled, hn::Set(d, 0x1p53)), result, value);
}

template <typename T>
HWY_INLINE const std::uint32_t* randomAt(const DecimalSpan<T>& s, std::size_t i) {
    return s.random != nullptr ? s.random + i : nullptr;
}

void decimalF64(const DecimalSpan<double>& s) {
    const Tag<double> d;
    const auto scale = hn::Set(d, s.scale);
    forEachVector(d, s.values, s.count, [&](auto v, std::size_t i) HWY_ATTR {
        return roundDecimal(d, v, randomAt(s, i), s.scale, s.rounding,
                            [&](auto k) HWY_ATTR { return hn::Div(k, scale); });
    });
}

void decimalF32(const DecimalSpan<float>& s) {
    const Tag<double> d;
    const hn::Rebind<float, decltype(d)> df;
    const auto scale = hn::Set(d, s.scale);
    forEachVector(df, s.values, s.count, [&](auto v, std::size_t i) HWY_ATTR {
        const auto wide = roundDecimal(d, hn::PromoteTo(d, v), randomAt(s, i), s.scale, s.rounding,
                                       [&](auto k)
                                           HWY_ATTR { return hn::PromoteTo(d, hn::DemoteTo(df, hn::Div(k, scale))); });
        // Highway's portable code demotes infinity to the largest finite value.
        return hn::IfThenElse(hn::Eq(hn::Abs(v), hn::Inf(df)), v, hn::DemoteTo(df, wide));
    });
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace roundoff::kernels {
namespace {

HWY_EXPORT(binaryF32);
HWY_EXPORT(binaryF64);
HWY_EXPORT(magicF32);
HWY_EXPORT(magicF64);
HWY_EXPORT(hardwareHalf);
HWY_EXPORT(decimalF32);
HWY_EXPORT(decimalF64);

using format::BinaryFloat;
using format::Overflow;
using format::Quantisation;
using format::Rounding;
using format::Subnormals;

template <typename T>
constexpr BinaryFloat kContainer = sizeof(T) == 4 ? format::kFp32 : format::kFp64;

template <typename T>
detail::BinaryConstants<T> makeConstants(const BinaryFloat& f, const Quantisation& q) {
    using Bits = typename detail::BinaryConstants<T>::Bits;
    constexpr BinaryFloat container = kContainer<T>;
    constexpr int trailing = container.significandBits - 1;
    constexpr Bits signBit = Bits{1} << (8 * sizeof(T) - 1);
    const auto bitsOf = [](double value) { return std::bit_cast<Bits>(static_cast<T>(value)); };

    detail::BinaryConstants<T> c;
    c.drop = container.significandBits - f.significandBits;
    c.dropMask = (Bits{1} << c.drop) - 1;
    const Bits minNormal = bitsOf(format::minNormal(f));
    // Where the smallest exponents agree, subnormals are spaced alike and need no way of their own.
    c.subnormalBelow = format::minExponent(f) == format::minExponent(container) ? 0 : minNormal;
    c.flushBelow = q.subnormals == Subnormals::Flush || !f.subnormals ? minNormal : 0;
    c.maxFinite = bitsOf(format::maxFinite(f));

    const bool toInfinity = q.overflow == Overflow::ToInfinity && format::hasInfinity(f);
    const bool toNan = q.overflow == Overflow::ToNan && format::hasNan(f);
    constexpr auto infinity = static_cast<Bits>(((Bits{1} << container.exponentBits) - 1) << trailing);
    constexpr Bits quietNan = infinity | (Bits{1} << (trailing - 1));
    c.overflow = toInfinity ? infinity : (toNan ? quietNan : c.maxFinite);
    switch (f.nonFinite) {
    case format::NonFinite::Ieee:
        c.nanKeep = static_cast<Bits>(~c.dropMask);
        c.nanSet = quietNan;
        break;
    case format::NonFinite::NanOnly:
        c.nanKeep = signBit;
        c.nanSet = quietNan;
        break;
    case format::NonFinite::None:
        c.nanKeep = 0;
        c.nanSet = c.maxFinite;
        break;
    }

    c.magicMinExponent = minNormal;
    c.magicOffset = (static_cast<Bits>(c.drop) << trailing) + (Bits{1} << (trailing - 1));
    const auto safeField = static_cast<Bits>((Bits{1} << container.exponentBits) - 2 - static_cast<Bits>(c.drop));
    c.magicLimit = std::min<Bits>(c.maxFinite,
                                  static_cast<Bits>((safeField << trailing) | ((Bits{1} << trailing) - 1)));
    if (c.subnormalBelow != 0) {
        const double spacing = format::minNormal(f) * format::epsilon(f);
        c.subnormalSpacing = static_cast<T>(spacing);
        c.subnormalMagic = static_cast<T>(spacing / format::epsilon(container));
        c.fraction32Scale = static_cast<T>(0x1p32 / spacing);
    }
    return c;
}

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
    const auto* f = std::get_if<BinaryFloat>(&quantisation.format);
    if (f == nullptr) {
        path_ = Path::Reference;
        return;
    }
    binary_ = makeConstants<T>(*f, quantisation);
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
        if (path_ == Path::Reference) {
            for (std::size_t i = 0; i < piece.size(); ++i) {
                piece[i] = format::quantise(quantisation_, piece[i], random != nullptr ? random[i] : 0);
            }
        } else if (path_ == Path::Decimal) {
            const auto digits = std::get<format::Decimal>(quantisation_.format).digits;
            const detail::DecimalSpan<T> span{piece.data(), piece.size(), random, format::powerOfTen(digits),
                                              quantisation_.rounding};
            if constexpr (sizeof(T) == 4) {
                HWY_DYNAMIC_DISPATCH(decimalF32)(span);
            } else {
                HWY_DYNAMIC_DISPATCH(decimalF64)(span);
            }
        } else {
            const detail::BinarySpan<T> span{piece.data(), piece.size(), random, &binary_, quantisation_.rounding};
            if constexpr (sizeof(T) == 4) {
                if (path_ == Path::HardwareHalf) {
                    HWY_DYNAMIC_DISPATCH(hardwareHalf)(span);
                } else if (path_ == Path::MagicNearestEven) {
                    HWY_DYNAMIC_DISPATCH(magicF32)(span);
                } else {
                    HWY_DYNAMIC_DISPATCH(binaryF32)(span);
                }
            } else if (path_ == Path::MagicNearestEven) {
                HWY_DYNAMIC_DISPATCH(magicF64)(span);
            } else {
                HWY_DYNAMIC_DISPATCH(binaryF64)(span);
            }
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
