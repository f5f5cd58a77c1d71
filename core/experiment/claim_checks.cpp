// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/claim_checks.h"

#include <algorithm>
#include <cmath>

#include "core/experiment/claim_sentences.h"

namespace roundoff::experiment::claim_check {

using namespace claim_text;

Tally::Tally(std::size_t comparisons) : level_(kLevel / static_cast<double>(std::max<std::size_t>(comparisons, 1))) {}

void Tally::add(std::optional<double> confirmedP, std::optional<double> contradictedP) {
    ++tested_;
    all_ = all_ && confirmedP && *confirmedP < kLevel;
    any_ = any_ || (contradictedP && *contradictedP < level_);
}

Verdict Tally::verdict() const {
    if (tested_ == 0) {
        return Verdict::NotTested;
    }
    return any_ ? Verdict::Contradicted : all_ ? Verdict::Confirmed : Verdict::Undecided;
}

bool isTime(std::string_view metric) {
    return metric.ends_with("seconds");
}

bool isFraction(std::string_view metric) {
    return metric.ends_with("accuracy");
}

bool isCount(std::string_view metric) {
    return metric == "distinct_values" || metric == "bits_per_weight" || metric == "max_abs_weight";
}

Sentence pointsSentence(const char* text, const std::string& name, const std::string& baseline, const Comparison& c,
                        std::optional<double> p) {
    const auto points = [](std::optional<double> value) { return value ? pointsText(*value) : std::string("?"); };
    return {text, {name, baseline, points(c.difference), points(c.low), points(c.high), pText(p)}};
}

Sentence comparisonSentence(const std::string& name, const std::string& baseline, const std::string& metric,
                            const Comparison& c) {
    if (isTime(metric)) {
        const auto ratio = [](std::optional<double> log) { return log ? shortText(std::exp(*log)) : std::string("?"); };
        return {kRatio, {name, ratio(c.difference), baseline, ratio(c.low), ratio(c.high)}};
    }
    if (isFraction(metric)) {
        return pointsSentence(kPoints, name, baseline, c, c.equivalenceP);
    }
    const auto number = [](std::optional<double> value) { return value ? shortText(*value) : std::string("?"); };
    return {kDifference, {name, baseline, number(c.difference), number(c.low), number(c.high), pText(c.equivalenceP)}};
}

} // namespace roundoff::experiment::claim_check
