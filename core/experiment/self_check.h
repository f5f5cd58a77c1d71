// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace roundoff::experiment {

/// One piece of numerics, done on this machine and compared with what every machine should find.
struct SelfCheck {
    std::string name;
    std::string digest;   ///< SHA-256 of the bits found.
    std::string expected; ///< SHA-256 of the bits that are right.
};

/// Decodes and rounds to formats, draws random numbers, multiplies matrices and trains small networks; takes about a
/// second and reads no file. Rounding is compared with digests of what the slow reference gives, on every instruction
/// set. Without fused multiply-add the products and the trained weights come out different.
[[nodiscard]] std::vector<SelfCheck> selfCheck();

} // namespace roundoff::experiment
