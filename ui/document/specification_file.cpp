// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/specification_file.h"

#include <string_view>

#include "core/experiment/spec_json.h"
#include "core/store/files.h"

namespace roundoff::ui {
namespace {

constexpr std::size_t kLargestFile = 16U << 20U;
constexpr int kIndent = 2;

std::filesystem::path toPath(const QString& path) {
    return {path.toStdU16String()};
}

} // namespace

experiment::ExperimentSpec defaultExperiment() {
    experiment::ExperimentSpec specification;
    specification.title = "Bit-width on MNIST";
    specification.base.precision = nn::namedPolicy("FP64");
    specification.base.training.epochs = 3;
    specification.vary.push_back({"precision", {"FP64", "FP32", "FP16"}});
    return specification;
}

experiment::ExperimentSpec readSpecificationFile(const QString& path) {
    return experiment::parseSpecification(store::readFile(toPath(path), kLargestFile), path.toStdString());
}

void writeSpecificationFile(const QString& path, const experiment::ExperimentSpec& specification) {
    const std::string text = experiment::toJson(specification).dump(kIndent) + "\n";
    store::writeFile(toPath(path), std::string_view(text));
}

} // namespace roundoff::ui
