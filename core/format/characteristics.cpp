// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/characteristics.h"

#include <array>

#include "core/format/binary_float.h"
#include "core/format/fixed_point.h"
#include "core/format/names.h"

namespace roundoff::format {
namespace {

Characteristics describe(const BinaryFloat& f) {
    Characteristics c;
    c.kind = FormatKind::BinaryFloat;
    c.bits = totalBits(f);
    c.signBits = 1;
    c.exponentBits = f.exponentBits;
    c.significandBits = f.significandBits - 1;
    c.bias = f.bias;
    c.precision = f.significandBits;
    c.decimalDigits = decimalDigits(f);
    c.max = maxFinite(f);
    c.minNormal = minNormal(f);
    c.minPositive = minPositive(f);
    c.epsilon = epsilon(f);
    c.infinity = hasInfinity(f);
    c.nan = hasNan(f);
    return c;
}

Characteristics describe(const FixedPoint& f) {
    Characteristics c;
    c.kind = FormatKind::FixedPoint;
    c.bits = f.bits;
    c.fractionBits = f.fractionBits;
    c.min = lowest(f);
    c.max = maxFinite(f);
    c.minPositive = step(f);
    c.infinity = false;
    c.nan = false;
    return c;
}

Characteristics describe(const Integer& f) {
    Characteristics c = describe(asFixedPoint(f));
    c.kind = FormatKind::Integer;
    return c;
}

Characteristics describe(const Decimal& f) {
    Characteristics c;
    c.kind = FormatKind::Decimal;
    c.digits = f.digits;
    return c;
}

} // namespace

std::string_view kindName(FormatKind kind) {
    static constexpr std::array<std::string_view, 4> kNames{"binary float", "fixed point", "integer", "decimal"};
    return kNames.at(static_cast<std::size_t>(kind));
}

Characteristics characteristics(const Format& format) {
    Characteristics c = std::visit([](const auto& f) { return describe(f); }, format);
    c.name = formatName(format);
    return c;
}

std::vector<std::string> tabledFormats() {
    std::vector<std::string> names = namedFormats();
    for (const char* further : {"E4M3", "E3M2", "E2M3", "E2M1", "INT16", "INT8", "INT4", "FIXED8.4", "DEC3"}) {
        names.emplace_back(further);
    }
    return names;
}

} // namespace roundoff::format
