// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/paper_results.h"

#include <utility>

#include "core/store/csv.h"

namespace roundoff::store {

std::vector<experiment::Preset> paperPresets(std::vector<experiment::Preset> all) {
    std::erase_if(all, [](const experiment::Preset& preset) { return preset.figures.empty(); });
    return experiment::inPaperOrder(std::move(all));
}

std::string claimsTable(const std::vector<PresetResults>& experiments) {
    Csv csv{"experiment", "figure", "said", "aspect", "criterion", "measured", "verdict"};
    for (const PresetResults& e : experiments) {
        for (const experiment::Claim& claim : e.preset.claims) {
            const experiment::Finding finding = experiment::checkClaim(claim, e.results.plan, e.results.runs);
            std::string measured;
            for (const experiment::Sentence& sentence : finding.measured) {
                measured += (measured.empty() ? "" : " ") + experiment::english(sentence);
            }
            csv.cell(e.preset.name).cell(claim.figure).cell(claim.said).cell(claim.aspect);
            csv.cell(experiment::english(experiment::criterion(claim.check))).cell(measured);
            csv.cell(experiment::verdictName(finding.verdict));
            csv.endRow();
        }
    }
    return csv.text();
}

} // namespace roundoff::store
