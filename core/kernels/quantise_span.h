// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>

#include "core/format/format.h"
#include "core/format/random_stream.h"
#include "core/kernels/quantise_constants.h"

namespace roundoff::kernels {

/// Rounds spans in place, bit for bit as `format::quantise` does. The format and the mode are resolved when it is made,
/// never per element. A cheap, immutable value; safe to use from several threads.
/// @tparam T  the container, float or double; of a binary float it must hold every value (see `format::fitsFloat`);
///            of other formats a value that it does not hold becomes the nearest that it does
template <typename T>
class SpanQuantiser {
public:
    /// Changes nothing.
    SpanQuantiser() = default;
    explicit SpanQuantiser(const format::Quantisation& quantisation);

    /// Whether every value of the container comes back as it is.
    [[nodiscard]] bool isIdentity() const { return path_ == Path::Identity; }
    [[nodiscard]] bool isStochastic() const { return quantisation_.rounding == format::Rounding::Stochastic; }
    [[nodiscard]] const format::Quantisation& quantisation() const { return quantisation_; }

    /// @param stream  where Rounding::Stochastic takes its bits: element i uses number firstIndex + i
    void operator()(std::span<T> values, const format::RandomStream& stream, std::uint64_t firstIndex = 0) const;

    /// One value that needs no random bits: constants.
    [[nodiscard]] T nearest(T value) const;

private:
    enum class Path : std::uint8_t { Identity, HardwareHalf, MagicNearestEven, Binary, Fixed, Decimal };

    Path path_ = Path::Identity;
    format::Quantisation quantisation_{};
    detail::BinaryConstants<T> binary_{};
    detail::FixedConstants fixed_{};
};

} // namespace roundoff::kernels
