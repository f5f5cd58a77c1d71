// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/quantise_constants.h"

#include <algorithm>
#include <bit>

#include "core/format/binary_float.h"
#include "core/format/fixed_point.h"

namespace roundoff::kernels::detail {

using format::BinaryFloat;
using format::Overflow;
using format::Quantisation;
using format::Subnormals;

template <typename T>
BinaryConstants<T> makeConstants(const BinaryFloat& f, const Quantisation& q) {
    using Bits = typename BinaryConstants<T>::Bits;
    constexpr BinaryFloat container = sizeof(T) == 4 ? format::kFp32 : format::kFp64;
    constexpr int trailing = container.significandBits - 1;
    constexpr Bits signBit = Bits{1} << (8 * sizeof(T) - 1);
    const auto bitsOf = [](double value) { return std::bit_cast<Bits>(static_cast<T>(value)); };

    BinaryConstants<T> c;
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
    const auto precision = static_cast<Bits>(f.significandBits - 1);
    c.unitOffset = precision << trailing;
    c.inverseUnitBase = (static_cast<Bits>(2 * container.bias) + precision) << trailing;
    if (c.subnormalBelow != 0) {
        const double spacing = format::minNormal(f) * format::epsilon(f);
        c.subnormalSpacing = static_cast<T>(spacing);
        c.subnormalMagic = static_cast<T>(spacing / format::epsilon(container));
        c.fraction32Scale = static_cast<T>(0x1p32 / spacing);
    }
    return c;
}

template BinaryConstants<float> makeConstants(const BinaryFloat&, const Quantisation&);
template BinaryConstants<double> makeConstants(const BinaryFloat&, const Quantisation&);

FixedConstants makeConstants(const format::FixedPoint& f) {
    const double step = format::step(f);
    return {format::lowest(f), format::maxFinite(f), step, 1.0 / step, step * 0x1.8p52};
}

} // namespace roundoff::kernels::detail
