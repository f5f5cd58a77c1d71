// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace roundoff::format {

/// A number as a C99 hexadecimal float, with inf and nan: "-0x1.8p+1". Whatever the locale.
[[nodiscard]] std::string hexFloat(double value);

/// A code in hexadecimal with as many digits as its width needs: "0x7bff".
/// @param bits  width of the code, 1 to 64
[[nodiscard]] std::string hexCode(std::uint64_t code, int bits);

} // namespace roundoff::format
