// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <span>

namespace roundoff::kernels {

/// A value for each byte. Floats that lie on a straight line, as inputs do that are normalised and not rounded further,
/// are computed, which takes less time than looking them up; the bits are the same.
/// @tparam T  float or double
template <typename T>
class ByteTable {
public:
    ByteTable() = default;
    /// @param values  of bytes 0 to 255
    /// @param exact  the same before they were rounded, or the same again
    ByteTable(const std::array<T, 256>& values, const std::array<double, 256>& exact);

    /// out[i] = value of codes[i]
    void operator()(std::span<const std::uint8_t> codes, T* out) const;

    /// Whether the values are computed.
    [[nodiscard]] bool isLine() const { return isLine_; }

private:
    std::array<T, 256> values_{};
    double first_ = 0.0; // The line: first + step * code.
    double step_ = 0.0;
    bool isLine_ = false;
};

} // namespace roundoff::kernels
