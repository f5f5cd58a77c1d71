// SPDX-License-Identifier: GPL-3.0-or-later
// Specifications: what is read is written so that it reads back equal, and small plans can be made of it.
#include <cstddef>
#include <cstdint>

#include "core/experiment/plan.h"
#include "core/experiment/spec_json.h"
#include "tests/fuzz/reading.h"

namespace experiment = roundoff::experiment;
namespace fuzz = roundoff::fuzz;

namespace {

constexpr std::size_t kFewRuns = 32;

std::size_t runsOf(const experiment::ExperimentSpec& spec) {
    auto runs = static_cast<std::size_t>(spec.repeats.seeds) *
                static_cast<std::size_t>(spec.repeats.folds > 0 ? spec.repeats.folds : 1);
    for (const experiment::Axis& axis : spec.vary) {
        runs = std::min(kFewRuns + 1, runs) * axis.values.size();
    }
    return runs;
}

void readAll(std::string_view text) {
    const experiment::ExperimentSpec spec = experiment::parseSpecification(text, "fuzz.json");
    const std::string written = experiment::toJson(spec).dump();
    fuzz::require(experiment::parseSpecification(written, "written.json") == spec, "a specification reads back equal");
    if (runsOf(spec) <= kFewRuns) {
        const experiment::Plan plan = experiment::makePlan(spec);
        fuzz::require(plan.runs.size() == runsOf(spec), "a plan has a run for each combination");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::expectValueOrInputError([&] { readAll(fuzz::textOf(data, size)); });
    return 0;
}
