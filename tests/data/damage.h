// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <ctime>
#include <filesystem>
#include <random>
#include <utility>

#include <QByteArray>
#include <QFile>
#include <QString>

#include "tests/data/allocation_watch.h"
#include "tests/data/file_fixtures.h"

namespace roundoff::test {

inline constexpr int kBitFlips = 10'000;

/// Calls use(bytes, bit) with `kBitFlips` copies of a file, each with one bit turned; which ones follows from the seed.
template <typename Use>
void forBitFlips(const QByteArray& whole, unsigned seed, Use use) {
    std::mt19937 generator(seed);
    for (int i = 0; i < kBitFlips; ++i) {
        const auto bit = static_cast<qsizetype>(generator() % static_cast<std::size_t>(whole.size() * 8));
        QByteArray flipped = whole;
        flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
        use(flipped, bit);
    }
}

/// A file as it is on disk, to see that reading leaves it alone.
class FileOnDisk {
public:
    explicit FileOnDisk(std::filesystem::path path) : path_(std::move(path)), before_(look()) {
        std::filesystem::last_write_time(path_, before_.second - std::chrono::hours(1));
        before_ = look();
    }
    [[nodiscard]] bool isUntouched() const { return look() == before_; }

private:
    using Look = std::pair<QByteArray, std::filesystem::file_time_type>;

    [[nodiscard]] Look look() const {
        QFile file(QString::fromStdU16String(path_.u16string()));
        return {file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray(),
                std::filesystem::last_write_time(path_)};
    }

    std::filesystem::path path_;
    Look before_;
};

/// What reading a file of a stranger came to.
struct Reading {
    QString error;         ///< What the InputError says; empty for a value.
    double seconds = 0.0;  ///< Of the processor's time: other programs at work make none of it.
    std::size_t bytes = 0; ///< The most memory that it took at a time.

    /// Whether it was over in a second; with a sanitizer, in as much longer as that makes all work.
    [[nodiscard]] bool isQuick() const {
#ifdef ROUNDOFF_SANITIZER_SLOWDOWN
        return seconds < ROUNDOFF_SANITIZER_SLOWDOWN;
#else
        return seconds < 1.0;
#endif
    }
    /// Whether it was quick, within so much memory, and what it said, if anything, is one short line.
    [[nodiscard]] bool isBounded(std::size_t mostBytes) const {
        constexpr qsizetype kLongestMessage = 1000;
        return isQuick() && bytes <= mostBytes && error.size() <= kLongestMessage && !error.contains(u'\n') &&
               !error.contains(QChar::Null);
    }
    [[nodiscard]] QString text() const {
        return QStringLiteral("%1 s, %2 bytes: %3").arg(seconds).arg(bytes).arg(error.left(300));
    }
};

template <typename Read>
Reading readingOf(Read read) {
    Reading reading;
    resetLargestAllocation();
    const std::clock_t begin = std::clock();
    reading.error = inputErrorOf(read);
    reading.seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    reading.bytes = mostAllocated();
    return reading;
}

} // namespace roundoff::test
