// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>

namespace roundoff {

/// Incremental SHA-256 (FIPS 180-4), used for the identity of data sets, runs and weights.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void update(std::span<const std::byte> bytes);

    /// The digest of all bytes given so far as 64 lower-case hexadecimal digits. Ends the computation: no call may
    /// follow.
    [[nodiscard]] std::string hexDigest();

    /// The digest of one block of bytes.
    [[nodiscard]] static std::string of(std::span<const std::byte> bytes);

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace roundoff
