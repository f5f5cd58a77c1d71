// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/catalogue.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <system_error>
#include <utility>

#include "core/base/error.h"
#include "core/data/display_text.h"
#include "core/data/idx.h"

namespace roundoff::data {
namespace {

// The digests are those of the files first published at http://yann.lecun.com/exdb/mnist/, as every mirror has them.
constexpr std::array kCatalogue{
    CatalogueEntry{
        .name = "mnist",
        .title = "MNIST",
        .classes = 10,
        .files = {{
            {"train-images-idx3-ubyte", std::uint64_t{60000} * 28 * 28,
             "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db"},
            {"train-labels-idx1-ubyte", 60000, "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5"},
            {"t10k-images-idx3-ubyte", std::uint64_t{10000} * 28 * 28,
             "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7"},
            {"t10k-labels-idx1-ubyte", 10000, "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"},
        }},
        .mean = 0.1307,
        .deviation = 0.3081,
        .attribution =
            "Yann LeCun, Corinna Cortes and Christopher J. C. Burges, derived from NIST Special Databases 1 and 3",
        .licence = "CC-BY-SA-3.0",
    },
};

struct LoadedFile {
    std::string shownAs; ///< In errors.
    IdxArray array;
    std::string sha256;
};

LoadedFile loadFile(const CatalogueEntry& entry, const CatalogueFile& file, const std::filesystem::path& path,
                    std::size_t dimensions, Verify verify, std::uint64_t maxValues) {
    LoadedFile loaded;
    loaded.shownAs = displayPath(path);
    loaded.array = readIdx(path, verify == Verify::Digests ? file.values : maxValues);
    loaded.sha256 = idxDigest(loaded.array);
    if (verify == Verify::Digests && loaded.sha256 != file.sha256) {
        throw InputError(
            loaded.shownAs + ": not the " + std::string(entry.title) + " file that belongs here (SHA-256 " +
            loaded.sha256 + " instead of " + std::string(file.sha256) +
            "); install Roundoff again, or give the folder as dataset.directory to use it as your own data");
    }
    if (loaded.array.dimensions.size() != dimensions) {
        throw InputError(loaded.shownAs + ": has " + std::to_string(loaded.array.dimensions.size()) +
                         " dimensions where " + std::to_string(dimensions) +
                         (dimensions == 3 ? " are needed (images, rows, columns)" : " is needed (labels)") +
                         "; check that it is the right file");
    }
    return loaded;
}

ImageSet makeImageSet(LoadedFile images, LoadedFile labels, int classes) {
    const std::uint32_t imageCount = images.array.dimensions[0];
    const std::uint32_t labelCount = labels.array.dimensions[0];
    if (imageCount != labelCount) {
        throw InputError(images.shownAs + ": has " + std::to_string(imageCount) + " images, but " + labels.shownAs +
                         " has " + std::to_string(labelCount) + " labels; the two files have to belong together");
    }
    const auto outside = std::ranges::find_if(labels.array.values, [classes](int label) { return label >= classes; });
    if (outside != labels.array.values.end()) {
        throw InputError(labels.shownAs + ": label " +
                         std::to_string(std::distance(labels.array.values.begin(), outside)) + " (counted from 0) is " +
                         std::to_string(*outside) + "; labels have to be 0 to " + std::to_string(classes - 1));
    }
    return ImageSet{.pixels = std::move(images.array.values),
                    .labels = std::move(labels.array.values),
                    .rows = images.array.dimensions[1],
                    .columns = images.array.dimensions[2]};
}

std::string shapeText(const ImageSet& set) {
    return std::to_string(set.rows) + " x " + std::to_string(set.columns);
}

/// The last component of a folder's path, also where the path ends with a slash or is relative.
std::string folderName(const std::filesystem::path& directory) {
    std::error_code error;
    const std::filesystem::path canonical = std::filesystem::weakly_canonical(directory, error);
    return displayPath((error ? directory : canonical).filename());
}

} // namespace

std::span<const CatalogueEntry> catalogue() {
    return kCatalogue;
}

const CatalogueEntry& catalogueEntry(std::string_view name) {
    const auto found = std::ranges::find(kCatalogue, name, &CatalogueEntry::name);
    if (found == kCatalogue.end()) {
        std::string known;
        for (const CatalogueEntry& entry : kCatalogue) {
            known += (known.empty() ? "" : ", ") + std::string(entry.name);
        }
        throw InputError("there is no data set named \"" + displayText(name) + "\"; choose one of: " + known);
    }
    return *found;
}

std::vector<std::string> datasetNames() {
    std::vector<std::string> names;
    std::ranges::transform(kCatalogue, std::back_inserter(names),
                           [](const CatalogueEntry& entry) { return std::string(entry.name); });
    return names;
}

std::filesystem::path findFile(const CatalogueFile& file, const std::filesystem::path& directory) {
    const std::string dashed(file.name);
    std::string dotted = dashed;
    dotted[dotted.find("-idx")] = '.';
    for (const std::string& name : {dashed + ".gz", dotted + ".gz", dashed, dotted}) {
        std::filesystem::path path = directory / name;
        std::error_code error;
        if (std::filesystem::exists(path, error)) {
            return path;
        }
    }
    return {};
}

std::filesystem::path findDataset(std::string_view name, const std::vector<std::filesystem::path>& searchPath) {
    const CatalogueEntry& entry = catalogueEntry(name);
    std::string searched;
    for (const std::filesystem::path& base : searchPath) {
        std::filesystem::path directory = base / "datasets" / entry.name;
        const auto isThere = [&](const CatalogueFile& file) { return !findFile(file, directory).empty(); };
        if (std::ranges::all_of(entry.files, isThere)) {
            return directory;
        }
        searched += (searched.empty() ? "" : ", ") + displayPath(directory);
    }
    throw InputError("the files of the data set " + std::string(entry.title) + " were not found in " +
                     (searched.empty() ? "any folder" : searched) +
                     "; install Roundoff again, or set ROUNDOFF_DATA_DIR to the folder that holds datasets/" +
                     std::string(entry.name));
}

std::shared_ptr<const Dataset> loadDataset(std::string_view name, const std::filesystem::path& directory,
                                           Verify verify) {
    const CatalogueEntry& entry = catalogueEntry(name);
    std::error_code error;
    if (!std::filesystem::is_directory(directory, error)) {
        throw InputError(displayPath(directory) +
                         ": there is no such folder; give the folder that holds the files of " +
                         std::string(entry.title));
    }
    std::array<LoadedFile, 4> loaded;
    std::uint64_t room = kMaxIdxValues;
    for (std::size_t i = 0; i < loaded.size(); ++i) {
        const CatalogueFile& file = entry.files[i];
        const std::filesystem::path path = findFile(file, directory);
        if (path.empty()) {
            throw InputError(displayPath(directory / file.name) +
                             ": there is no such file, and none with .gz added; put the four files of " +
                             std::string(entry.title) + " into the folder");
        }
        const std::size_t dimensions = i % 2 == 0 ? 3 : 1; // images and labels take turns
        loaded[i] = loadFile(entry, file, path, dimensions, verify, room);
        room -= loaded[i].array.values.size();
    }

    auto dataset = std::make_shared<Dataset>();
    dataset->name = entry.name;
    dataset->classes = entry.classes;
    dataset->mean = entry.mean;
    dataset->deviation = entry.deviation;
    bool known = true;
    for (std::size_t i = 0; i < loaded.size(); ++i) {
        dataset->digests.emplace(entry.files[i].name, loaded[i].sha256);
        known = known && loaded[i].sha256 == entry.files[i].sha256;
    }
    if (known) {
        dataset->title = entry.title;
        dataset->attribution = entry.attribution;
        dataset->licence = entry.licence;
    } else {
        dataset->title = folderName(directory);
    }

    const std::string testImages = loaded[2].shownAs;
    dataset->training = makeImageSet(std::move(loaded[0]), std::move(loaded[1]), entry.classes);
    dataset->test = makeImageSet(std::move(loaded[2]), std::move(loaded[3]), entry.classes);
    if (dataset->test.rows != dataset->training.rows || dataset->test.columns != dataset->training.columns) {
        throw InputError(testImages + ": has images of " + shapeText(dataset->test) +
                         " pixels, but those to train on have " + shapeText(dataset->training) +
                         "; the files have to belong together");
    }
    return dataset;
}

} // namespace roundoff::data
