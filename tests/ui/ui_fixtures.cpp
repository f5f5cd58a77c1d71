// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/ui_fixtures.h"

#include "core/base/error.h"

namespace roundoff::ui {
namespace {

constexpr std::uint32_t kSide = 28;
constexpr int kClasses = 10;

data::ImageSet makeImages(std::size_t count) {
    data::ImageSet images;
    images.rows = kSide;
    images.columns = kSide;
    std::uint32_t state = 1;
    for (std::size_t image = 0; image < count; ++image) {
        const auto label = static_cast<std::uint8_t>(image % kClasses);
        images.labels.push_back(label);
        for (std::uint32_t row = 0; row < kSide; ++row) {
            for (std::uint32_t column = 0; column < kSide; ++column) {
                state = state * 1664525U + 1013904223U;
                const auto noise = static_cast<std::uint8_t>(state >> 26U);
                images.pixels.push_back(row == 2U * label ? 200 : noise);
            }
        }
    }
    return images;
}

} // namespace

std::shared_ptr<const data::Dataset> MadeUpInputs::dataset(const experiment::DatasetSpec& spec) {
    if (spec.directory == "missing") {
        throw InputError("missing/train-images: no such file; choose another folder");
    }
    static const auto dataset = [] {
        auto made = std::make_shared<data::Dataset>();
        made->name = "mnist";
        made->title = "Made up";
        made->classes = kClasses;
        made->training = makeImages(1000);
        made->test = makeImages(200);
        made->mean = 0.2;
        made->deviation = 0.2;
        return made;
    }();
    return dataset;
}

std::shared_ptr<const nn::WeightSnapshot> MadeUpInputs::weights(const std::string& path) {
    throw InputError(path + ": no such file");
}

experiment::ExperimentSpec tinyExperiment() {
    experiment::ExperimentSpec specification;
    specification.base.dataset.trainLimit = 500;
    specification.base.network.hidden = {16};
    specification.base.training.epochs = 1;
    specification.vary.push_back({"precision", {"FP32", "FP16"}});
    return specification;
}

experiment::ExperimentSpec endlessExperiment() {
    experiment::ExperimentSpec specification = tinyExperiment();
    specification.base.training.epochs = 100'000;
    return specification;
}

} // namespace roundoff::ui
