// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/diagnosis_groups.h"

#include <algorithm>
#include <array>

namespace roundoff::experiment {

std::vector<GroupDiagnosis> groupDiagnoses(const Plan& plan,
                                           std::span<const std::shared_ptr<const RunResult>> results) {
    std::vector<GroupDiagnosis> all;
    for (std::size_t i = 0; i < std::min(plan.runs.size(), results.size()); ++i) {
        const RunResult* result = results[i].get();
        if (result == nullptr || result->diagnoses.empty()) {
            continue;
        }
        const std::string& group = plan.runs[i].group;
        const Course course = courseOf(*result);
        const Diagnosis& first = result->diagnoses.front();
        const auto same = std::find_if(all.begin(), all.end(), [&](const GroupDiagnosis& other) {
            return other.group == group && other.course == course && other.diagnosis.trouble == first.trouble;
        });
        if (same != all.end()) {
            ++same->runs;
            continue;
        }
        const auto planned = std::count_if(plan.runs.begin(), plan.runs.end(),
                                           [&](const PlannedRun& run) { return run.group == group; });
        all.push_back({group, course, 1, static_cast<std::size_t>(planned), first});
    }
    return all;
}

std::string headline(const GroupDiagnosis& diagnosis) {
    static constexpr std::array<const char*, 3> kCourses{" trained", " stalled", " diverged"};
    std::string text = diagnosis.group + kCourses.at(static_cast<std::size_t>(diagnosis.course));
    if (diagnosis.planned > 1) {
        text += " in " + std::to_string(diagnosis.runs) + " of " + std::to_string(diagnosis.planned) + " runs";
    }
    return diagnosis.course == Course::Learned ? text + ", but" : text;
}

} // namespace roundoff::experiment
