// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/self_check.h"

#include "core/experiment/expected_digests.h"
#include "core/experiment/measurement.h"

namespace roundoff::experiment {
namespace {

std::string expectedDigest(const std::string& name) {
    for (const ExpectedDigest& expected : kExpectedDigests) {
        if (expected.name == name) {
            return std::string(expected.digest);
        }
    }
    return {};
}

} // namespace

std::vector<SelfCheck> selfCheck() {
    std::vector<SelfCheck> checks;
    for (const auto& measurements : {kernelMeasurements(), formatMeasurements(), trainingMeasurements()}) {
        for (const Measurement& measurement : measurements) {
            checks.push_back({measurement.name, measurement.digest(), expectedDigest(measurement.name)});
        }
    }
    return checks;
}

} // namespace roundoff::experiment
