// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <variant>

#include "core/format/format.h"
#include "core/format/tensor_format.h"

namespace roundoff::format {

/// What the values of a format share that has to be computed from them; scalar formats share nothing.
struct SharedScale {
    double scale = 1.0; ///< Positive; of block formats a power of two.
    std::int32_t zeroPoint = 0;

    bool operator==(const SharedScale&) const = default;
};

/// The distinct finite values of a format in ascending order, by consecutive numbers from least() to greatest(); number
/// 0 is the value zero. The two zeros are one, a positive one. Nothing is stored: a format may have 2^64 values.
///
/// Decimals have no bounds; beyond significands of 2^53 they are not listed.
class OrderedValues {
public:
    explicit OrderedValues(const Format& format);
    /// @param shared  ignored by scalar formats
    OrderedValues(const TensorFormat& format, const SharedScale& shared);

    [[nodiscard]] std::int64_t least() const { return least_; }
    [[nodiscard]] std::int64_t greatest() const { return greatest_; }
    /// @param number  from least() to greatest()
    [[nodiscard]] double operator[](std::int64_t number) const;

    /// The number of the least value above x, or not below it; greatest() + 1 if there is none.
    [[nodiscard]] std::int64_t firstAbove(double x) const;
    [[nodiscard]] std::int64_t firstNotBelow(double x) const;
    /// How many values there are in [low, high].
    [[nodiscard]] std::uint64_t count(double low, double high) const;
    /// The number of the value nearest to x, of two the smaller one.
    [[nodiscard]] std::int64_t nearest(double x) const;

    /// The code of a value, as wide as codeBits(); nothing for decimals.
    [[nodiscard]] std::optional<std::uint64_t> code(std::int64_t number) const;
    [[nodiscard]] std::optional<int> codeBits() const;
    /// The smallest positive normal value of a binary float; nothing for the other formats.
    [[nodiscard]] std::optional<double> minNormal() const;

private:
    struct Floats {
        BinaryFloat format;
        std::int64_t skipped; ///< Codes after zero that stand for no value of their own.
    };
    struct Multiples {
        double step;
        int bits;
        std::int64_t zeroPoint;
    };
    struct Decimals {
        double divisor;
    };

    void setFloats(const BinaryFloat& format);
    void setTwosComplement(int bits, double step);
    void setFormat(const Format& format);
    void setFormat(const ScaledInteger& format, const SharedScale& shared);
    void setFormat(const Block& format, const SharedScale& shared);

    std::variant<Floats, Multiples, Decimals> kind_;
    std::int64_t least_ = 0;
    std::int64_t greatest_ = 0;
};

} // namespace roundoff::format
