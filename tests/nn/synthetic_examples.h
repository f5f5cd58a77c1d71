// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/format/random_stream.h"
#include "core/nn/examples.h"

namespace roundoff::tests {

/// Random images whose label can be learned: the brightest of ten bands.
struct SyntheticExamples {
    SyntheticExamples(std::size_t count, std::size_t features, std::uint64_t seed = 1)
        : pixels(count * features), labels(count), width(features) {
        const format::RandomStream stream{seed, format::Purpose::Initialisation, 77, 0, 0};
        for (std::size_t i = 0; i < pixels.size(); ++i) {
            pixels[i] = static_cast<std::uint8_t>(stream.at(i) % 128);
        }
        for (std::size_t i = 0; i < count; ++i) {
            labels[i] = static_cast<std::uint8_t>(stream.at(pixels.size() + i) % 10);
            for (std::size_t f = 0; f < features; ++f) {
                if (f * 10 / features == labels[i]) {
                    pixels[i * features + f] = static_cast<std::uint8_t>(pixels[i * features + f] + 100);
                }
            }
        }
    }

    [[nodiscard]] nn::Examples view() const {
        nn::Examples examples{pixels, labels, width, {}};
        for (std::size_t i = 0; i < examples.table.size(); ++i) {
            examples.table[i] = (static_cast<double>(i) / 255.0 - 0.3) / 0.25;
        }
        return examples;
    }

    [[nodiscard]] std::vector<std::uint32_t> indices(std::size_t first, std::size_t count) const {
        std::vector<std::uint32_t> list(count);
        for (std::size_t i = 0; i < count; ++i) {
            list[i] = static_cast<std::uint32_t>(first + i);
        }
        return list;
    }

    std::vector<std::uint8_t> pixels;
    std::vector<std::uint8_t> labels;
    std::size_t width;
};

} // namespace roundoff::tests
