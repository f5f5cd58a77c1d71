// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/format/values_around.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

#include "core/format/binary_float.h"
#include "core/format/decimal.h"

namespace roundoff::format {
namespace {

/// The finite values of a format in ascending order, by a number from -most to most: codes of floats without their
/// sign, significands of the others.
class Values {
public:
    explicit Values(const Format& format) : format_(format) {
        std::visit([this](const auto& f) { setRange(f); }, format_);
    }

    [[nodiscard]] std::int64_t least() const { return least_; }
    [[nodiscard]] std::int64_t greatest() const { return greatest_; }
    [[nodiscard]] double operator[](std::int64_t number) const {
        return std::visit([number](const auto& f) { return valueOf(f, number); }, format_);
    }

    /// The number of the least value above x, or not below it; greatest() + 1 if there is none.
    [[nodiscard]] std::int64_t firstAbove(double x) const {
        return first([x](double value) { return value > x; });
    }
    [[nodiscard]] std::int64_t firstNotBelow(double x) const {
        return first([x](double value) { return value >= x; });
    }

private:
    template <typename Reached>
    [[nodiscard]] std::int64_t first(Reached reached) const {
        std::int64_t before = least_ - 1;
        std::int64_t at = greatest_ + 1;
        while (before + 1 < at) {
            const std::int64_t middle = std::midpoint(before, at); // Their sum and difference may overflow.
            (reached((*this)[middle]) ? at : before) = middle;
        }
        return at;
    }

    void setRange(const BinaryFloat& f) {
        greatest_ = static_cast<std::int64_t>(encode(f, maxFinite(f)));
        least_ = -greatest_;
    }
    void setRange(const FixedPoint& f) { setTwosComplement(f.bits); }
    void setRange(const Integer& f) { setTwosComplement(f.bits); }
    void setRange(const Decimal&) {
        // Beyond 2^53 significands are not exact, and values have no decimals.
        greatest_ = std::int64_t{1} << 53;
        least_ = -greatest_;
    }
    void setTwosComplement(int bits) {
        greatest_ = (std::int64_t{1} << (bits - 1)) - 1;
        least_ = -greatest_ - 1;
    }

    static double valueOf(const BinaryFloat& f, std::int64_t number) {
        const double magnitude = decode(f, static_cast<std::uint64_t>(std::abs(number)));
        return number < 0 && magnitude != 0.0 ? -magnitude : magnitude;
    }
    static double valueOf(const FixedPoint& f, std::int64_t number) {
        return std::ldexp(static_cast<double>(number), -f.fractionBits);
    }
    static double valueOf(const Integer&, std::int64_t number) { return static_cast<double>(number); }
    static double valueOf(const Decimal& f, std::int64_t number) {
        return static_cast<double>(number) / powerOfTen(f.digits);
    }

    Format format_;
    std::int64_t least_ = 0;
    std::int64_t greatest_ = 0;
};

} // namespace

std::optional<std::vector<double>> valuesAround(const Format& format, double low, double high, std::size_t most) {
    const Values values(format);
    const std::int64_t first = std::max(values.firstNotBelow(low) - 1, values.least());
    const std::int64_t last = std::min(values.firstAbove(high), values.greatest());
    if (static_cast<std::uint64_t>(last) - static_cast<std::uint64_t>(first) >= most) {
        return std::nullopt;
    }
    std::vector<double> result;
    for (std::int64_t number = first; number <= last; ++number) {
        result.push_back(values[number]);
    }
    // Formats without subnormals have codes that all mean zero.
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

} // namespace roundoff::format
