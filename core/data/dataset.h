// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

namespace roundoff::data {

/// Labelled grey images of one shape.
struct ImageSet {
    std::vector<std::uint8_t> pixels; ///< [count, rows, columns], row-major; 0 is background, 255 full ink.
    std::vector<std::uint8_t> labels; ///< [count], each below the data set's number of classes.
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;

    /// The number of images.
    [[nodiscard]] std::size_t size() const { return labels.size(); }
    /// The number of pixels of one image: the inputs of a network.
    [[nodiscard]] std::size_t features() const { return std::size_t{rows} * columns; }
    /// The pixels of one image, row by row: [rows, columns]. `index` is below size().
    [[nodiscard]] std::span<const std::uint8_t> image(std::size_t index) const {
        return std::span(pixels).subspan(index * features(), features());
    }
};

/// A data set for classification. Once loaded it is shared as `std::shared_ptr<const Dataset>` and never changes.
struct Dataset {
    std::string name;  ///< As in the catalogue and in a specification: "mnist".
    std::string title; ///< For people: "MNIST".
    int classes = 0;   ///< Labels are 0 to classes - 1.
    ImageSet training;
    ImageSet test; ///< Of the same image shape as `training`.
    /// File name (the catalogue's, without ".gz") to the SHA-256 of the uncompressed file, lower-case hexadecimal.
    std::map<std::string, std::string> digests;
    std::string attribution; ///< Who made it; empty when the files are not the catalogue's.
    std::string licence;     ///< An SPDX licence identifier; empty when the files are not the catalogue's.
    double mean = 0.0;       ///< Of the training pixels scaled to 0 .. 1: inputs are (x / 255 - mean) / deviation.
    double deviation = 1.0;  ///< Standard deviation of the same.
};

} // namespace roundoff::data
