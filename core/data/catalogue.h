// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/data/dataset.h"

namespace roundoff::data {

/// One file of a known data set.
struct CatalogueFile {
    std::string_view name;   ///< "train-images-idx3-ubyte": without ".gz", and with '-' before "idx".
    std::uint64_t values;    ///< The values it holds after its header.
    std::string_view sha256; ///< Of the uncompressed file, lower-case hexadecimal.
};

/// What is known about a data set before any of its files is read.
struct CatalogueEntry {
    std::string_view name;  ///< As in a specification, and the name of its folder below `datasets/`.
    std::string_view title; ///< For people.
    int classes;
    std::array<CatalogueFile, 4> files; ///< Training images, training labels, test images, test labels.
    double mean;                        ///< Of the training pixels scaled to 0 .. 1.
    double deviation;                   ///< Standard deviation of the same.
    std::string_view attribution;
    std::string_view licence; ///< SPDX identifier.
};

/// Every known data set.
[[nodiscard]] std::span<const CatalogueEntry> catalogue();

/// @throws InputError if no data set has this name.
[[nodiscard]] const CatalogueEntry& catalogueEntry(std::string_view name);

/// The names of the known data sets.
[[nodiscard]] std::vector<std::string> datasetNames();

/// The file in `directory` that holds `file`, under the first name that is there: "train-images-idx3-ubyte.gz",
/// "train-images.idx3-ubyte.gz", and the same without ".gz". The gzipped one comes first because its content is guarded
/// by a checksum. Empty if there is none.
[[nodiscard]] std::filesystem::path findFile(const CatalogueFile& file, const std::filesystem::path& directory);

/// The first folder `<path>/datasets/<name>` that holds all files of the data set.
/// @param searchPath folders to look in, as dataSearchPath() gives them.
/// @throws InputError if the name is unknown, or no folder has the files.
[[nodiscard]] std::filesystem::path findDataset(std::string_view name,
                                                const std::vector<std::filesystem::path>& searchPath);

/// Whether the files of a data set have to be the catalogue's own.
enum class Verify {
    Digests,    ///< A file with another SHA-256 is an error: for the data sets that ship with the program.
    RecordOnly, ///< Any content of the right form will do: for a folder of the user's own, such as Fashion-MNIST.
};

/// Reads the files of a data set, gzipped or not.
///
/// With Verify::RecordOnly and files that are not the catalogue's, the title is the folder's name, and attribution and
/// licence are empty; images may have any shape, labels have to be below the catalogue's number of classes.
/// @throws InputError if the name is unknown; a file is missing, damaged or not what Verify asks for; images and labels
///         differ in number; a label is out of range; or training and test images differ in shape.
[[nodiscard]] std::shared_ptr<const Dataset> loadDataset(std::string_view name, const std::filesystem::path& directory,
                                                         Verify verify = Verify::Digests);

} // namespace roundoff::data
