// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace roundoff::deploy {

/// Bytes that `count` codes of `bits` bits take, without gaps between them.
[[nodiscard]] constexpr std::size_t packedBytes(std::size_t count, int bits) {
    return (count * static_cast<std::size_t>(bits) + 7) / 8;
}

/// Writes codes of one width one after the other, low bits first, by way of 64 bits that are stored when they are full.
class BitWriter {
public:
    /// @param bytes  as many as `packedBytes` says for all that will be written
    /// @param bits  width of a code, 0 to 64
    BitWriter(std::span<std::byte> bytes, int bits) : bytes_(bytes), bits_(static_cast<unsigned>(bits)) {}

    /// @param code  below 2^bits
    void write(std::uint64_t code) {
        pending_ |= code << filled_;
        filled_ += bits_;
        if (filled_ >= 64) {
            store(8);
            filled_ -= 64;
            pending_ = filled_ > 0 ? code >> (bits_ - filled_) : 0;
        }
    }

    /// Stores what is left, filled up with zero bits.
    void finish() {
        store((filled_ + 7) / 8);
        filled_ = 0;
        pending_ = 0;
    }

private:
    void store(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            bytes_[at_ + i] = static_cast<std::byte>(pending_ >> (8 * i));
        }
        at_ += count;
    }

    std::span<std::byte> bytes_;
    unsigned bits_;
    std::size_t at_ = 0;
    std::uint64_t pending_ = 0;
    unsigned filled_ = 0; // bits of `pending_` in use, below 64
};

/// Reads what `BitWriter` wrote.
class BitReader {
public:
    /// @param bytes  at least as many as `packedBytes` says for all that will be read
    /// @param bits  width of a code, 0 to 64
    BitReader(std::span<const std::byte> bytes, int bits) : bytes_(bytes), bits_(static_cast<unsigned>(bits)) {}

    [[nodiscard]] std::uint64_t read() {
        std::uint64_t code = pending_;
        unsigned used = bits_; // of the bits in `pending_`
        if (bits_ > left_) {
            const unsigned have = left_;
            load();
            code |= pending_ << have;
            used = bits_ - have;
        }
        pending_ = used < 64 ? pending_ >> used : 0;
        left_ -= used;
        return bits_ < 64 ? code & ((std::uint64_t{1} << bits_) - 1) : code;
    }

private:
    void load() {
        const std::size_t count = bytes_.size() - at_ < 8 ? bytes_.size() - at_ : 8;
        pending_ = 0;
        for (std::size_t i = 0; i < count; ++i) {
            pending_ |= static_cast<std::uint64_t>(bytes_[at_ + i]) << (8 * i);
        }
        at_ += count;
        left_ = static_cast<unsigned>(8 * count);
    }

    std::span<const std::byte> bytes_;
    unsigned bits_;
    std::size_t at_ = 0;
    std::uint64_t pending_ = 0;
    unsigned left_ = 0; // bits of `pending_` not yet read
};

} // namespace roundoff::deploy
