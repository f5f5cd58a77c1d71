// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdio>
#include <ostream>

#include "app/cli/commands.h"
#include "core/base/error.h"
#include "core/deploy/deployment.h"
#include "core/deploy/packed_weights.h"
#include "core/format/names.h"
#include "core/store/files.h"
#include "core/store/packed_file.h"
#include "core/store/safetensors.h"

namespace roundoff::app {
namespace {

constexpr std::size_t kSingleBytes = 4;

deploy::PackedWeights packFor(const PackOptions& options, const deploy::Deployment& deployment) {
    const nn::WeightSnapshot weights = store::readWeights(options.weights);
    try {
        return deploy::pack(deployment.format, deploy::apply(deployment, weights, options.seed), options.bits);
    } catch (const InputError& error) {
        throw InputError(options.weights + ": " + error.what());
    }
}

std::string ratioText(std::size_t bytes, std::size_t of) {
    std::array<char, 32> buffer{};
    const double ratio = of == 0 ? 1.0 : static_cast<double>(bytes) / static_cast<double>(of);
    std::snprintf(buffer.data(), buffer.size(), "%.3f", ratio); // The command line never leaves the C locale.
    return buffer.data();
}

} // namespace

int packWeights(const PackOptions& options, std::ostream& out) {
    deploy::Deployment deployment;
    deployment.format = format::parseFormat(options.format);
    deployment.rounding = format::parseRounding(options.rounding);
    const deploy::PackedWeights packed = packFor(options, deployment);
    const std::string file = store::toPackedFile(packed);
    store::writeFile(options.out, file);
    const std::size_t single = packed.count() * kSingleBytes;
    out << packed.count() << " weights in " << packed.bits << (packed.bits == 1 ? " bit" : " bits")
        << " each: " << packed.codes.size() << " bytes of codes, a file of " << file.size() << " bytes, "
        << ratioText(file.size(), single) << " times the " << single << " bytes of FP32\n";
    return kDone;
}

int unpackWeights(const UnpackOptions& options, std::ostream& out) {
    const nn::WeightSnapshot weights = store::readPackedWeights(options.file);
    store::writeFile(options.out, store::toSafetensors(weights));
    out << weights.parameterCount() << " weights in " << (weights.doubleContainer ? "FP64" : "FP32") << '\n';
    return kDone;
}

} // namespace roundoff::app
