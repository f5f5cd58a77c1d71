// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "core/experiment/claim_checks.h"
#include "core/experiment/claim_sentences.h"

namespace roundoff::experiment::claim_check {
namespace {

using namespace claim_text;

using Pair = std::pair<const RunGroup*, const RunGroup*>; // group, baseline

// The group that lies at another place of the axis and agrees on all others; null if there is none.
const RunGroup* partner(const RunGroup& group, const Check& check, const Json& value, const Groups& groups) {
    std::map<std::string, Json> wanted = group.axisValues;
    wanted[check.along] = value;
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [&](const RunGroup* other) { return other->axisValues == wanted; });
    return found != groups.end() ? *found : nullptr;
}

// What the pair is compared by: differences, or of times the logarithms of the ratios.
RepeatValues comparedValues(const RunGroup& group, const std::string& metric) {
    RepeatValues values = group.values(metric);
    if (isTime(metric)) {
        for (auto& [repeat, value] : values) {
            value = std::log(value);
        }
    }
    return values;
}

Comparison compare(const RunGroup& group, const RunGroup& baseline, const std::string& metric, double margin) {
    const auto differences = pairedDifferences(comparedValues(group, metric), comparedValues(baseline, metric));
    if (differences.empty()) {
        return {};
    }
    // Folds share training data, which correlates accuracies but not the time that training takes.
    return comparePaired(differences, isTime(metric) ? 0.0 : testToTrain(group.folds), margin);
}

// Times tell something only if both were taken in the format itself, or in the same emulation.
bool comparable(const RunGroup& a, const RunGroup& b) {
    return (a.nativeTime() && b.nativeTime()) || a.precision == b.precision;
}

// One-sided p of the hypothesis that the mean difference is not below zero.
std::optional<double> belowP(const Comparison& c) {
    if (!c.pValue) {
        return std::nullopt;
    }
    return c.difference < 0.0 ? *c.pValue / 2.0 : 1.0 - *c.pValue / 2.0;
}

std::optional<double> aboveP(const Comparison& c) {
    const auto below = belowP(c);
    return below ? std::optional(1.0 - *below) : std::nullopt;
}

// Adds a pair to those that can be compared, or to those whose times say nothing of each other.
void addPair(const RunGroup& group, const RunGroup* baseline, const Check& check, std::vector<Pair>& pairs,
             std::vector<Pair>& incomparable) {
    if (baseline == nullptr || baseline == &group) {
        return;
    }
    const bool shares = !pairedDifferences(group.values(check.metric), baseline->values(check.metric)).empty();
    const bool tells = !isTime(check.metric) || comparable(group, *baseline);
    if (shares) {
        (tells ? pairs : incomparable).emplace_back(&group, baseline);
    }
}

struct Pairs {
    std::vector<Pair> comparable;
    std::vector<Pair> incomparable;
};

// Every group with its baseline.
Pairs pairsOf(const Check& check, const Groups& groups) {
    Pairs pairs;
    for (const RunGroup* group : groups) {
        addPair(*group, partner(*group, check, *check.value, groups), check, pairs.comparable, pairs.incomparable);
    }
    return pairs;
}

// Pairs whose times say nothing of each other, named once for each pair of precisions.
void appendIncomparable(const std::vector<Pair>& pairs, Finding& finding) {
    std::set<std::pair<std::string, std::string>> named;
    for (const auto& [group, baseline] : pairs) {
        if (named.emplace(group->precision, baseline->precision).second) {
            finding.measured.push_back({kNotComparable, {group->precision, baseline->precision}});
        }
    }
}

// The largest differences, and how many more there are.
void appendComparisons(std::vector<std::pair<double, Sentence>> sentences, Finding& finding) {
    constexpr std::size_t kMost = 4;
    const std::size_t shown = sentences.size() > kMost ? kMost - 1 : sentences.size();
    if (shown < sentences.size()) {
        std::stable_sort(sentences.begin(), sentences.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
    }
    for (std::size_t i = 0; i < shown; ++i) {
        finding.measured.push_back(std::move(sentences[i].second));
    }
    if (shown < sentences.size()) {
        finding.measured.push_back({kSmaller, {std::to_string(sentences.size() - shown)}});
    }
}

} // namespace

Finding checkEquivalence(const Check& check, const Groups& groups) {
    const double margin = check.kind == CheckKind::SameTime ? std::log(check.margin) : check.margin;
    const auto [pairs, incomparable] = pairsOf(check, groups);
    Finding finding;
    Tally tally(pairs.size());
    std::vector<std::pair<double, Sentence>> sentences;
    for (const auto& [group, baseline] : pairs) {
        const Comparison c = compare(*group, *baseline, check.metric, margin);
        sentences.emplace_back(std::fabs(c.difference),
                               comparisonSentence(group->label, baseline->label, check.metric, c));
        tally.add(c.equivalenceP, c.beyondP);
    }
    appendComparisons(std::move(sentences), finding);
    if (!incomparable.empty()) {
        appendIncomparable(incomparable, finding);
        tally.leaveOut();
    }
    finding.verdict = tally.verdict();
    return finding;
}

Finding checkNotBelow(const Check& check, const Groups& groups) {
    const auto [pairs, incomparable] = pairsOf(check, groups);
    Finding finding;
    Tally tally(pairs.size());
    std::vector<std::pair<double, Sentence>> sentences;
    for (const auto& [group, baseline] : pairs) {
        const Comparison c = compare(*group, *baseline, check.metric, check.margin);
        sentences.emplace_back(std::fabs(c.difference),
                               pointsSentence(kNotBelow, group->label, baseline->label, c, c.notBelowP));
        tally.add(c.notBelowP, c.belowP);
    }
    appendComparisons(std::move(sentences), finding);
    finding.verdict = tally.verdict();
    return finding;
}

Finding checkLess(const Check& check, const Groups& groups) {
    std::vector<Pair> pairs;
    std::vector<Pair> incomparable;
    for (const RunGroup* group : groups) {
        if (group->axisValues.at(check.along) == *check.value) {
            addPair(*group, partner(*group, check, *check.than, groups), check, pairs, incomparable);
        }
    }
    Finding finding;
    Tally tally(pairs.size());
    for (const auto& [group, other] : pairs) {
        const Comparison c = compare(*group, *other, check.metric, 0.0);
        finding.measured.push_back(isTime(check.metric) || !isFraction(check.metric)
                                       ? comparisonSentence(group->label, other->label, check.metric, c)
                                       : pointsSentence(kBetter, group->label, other->label, c, c.pValue));
        tally.add(belowP(c), aboveP(c));
    }
    appendIncomparable(incomparable, finding);
    finding.verdict = tally.verdict();
    return finding;
}

Finding checkExtreme(const Check& check, const Groups& groups) {
    const bool highest = check.kind == CheckKind::Highest;
    const auto mean = [&](const RunGroup* group) { return summarise(valuesOf(group->values(check.metric))).mean; };
    const auto named = std::find_if(groups.begin(), groups.end(), [&](const RunGroup* group) {
        return group->axisValues.at(check.along) == *check.value;
    });
    if (named == groups.end() || groups.size() < 2) {
        return {};
    }
    const RunGroup& candidate = **named;
    const auto first = [&](const RunGroup* a, const RunGroup* b) {
        return highest ? mean(a) > mean(b) : mean(a) < mean(b);
    };
    const RunGroup* extreme = *std::min_element(groups.begin(), groups.end(), first);

    Finding finding;
    const std::string best = valueText(check.metric, mean(extreme));
    if (extreme == &candidate) {
        finding.measured.push_back({highest ? kHighestIs : kLowestIs, {extreme->label, best}});
    } else {
        finding.measured.push_back(
            {highest ? kExtreme : kLowestExtreme,
             {extreme->label, best, candidate.label, valueText(check.metric, mean(&candidate))}});
    }
    Tally tally(groups.size() - 1);
    std::optional<double> worstP; // of being further out than the other
    const RunGroup* nearest = nullptr;
    for (const RunGroup* other : groups) {
        if (other == &candidate) {
            continue;
        }
        const Comparison c = compare(candidate, *other, check.metric, 0.0);
        const auto further = highest ? aboveP(c) : belowP(c);
        const auto nearer = highest ? belowP(c) : aboveP(c);
        tally.add(further, nearer);
        if (nearer && *nearer < kLevel / static_cast<double>(groups.size() - 1)) {
            finding.measured.push_back(
                {kBeaten, {other->label, candidate.label, pText(nearer), std::to_string(groups.size() - 1)}});
        }
        if (further && (!worstP || *further > *worstP)) {
            worstP = further;
            nearest = other;
        }
    }
    if (extreme == &candidate && nearest != nullptr) {
        finding.measured.push_back({kExtremeTest, {candidate.label, nearest->label, pText(worstP)}});
    }
    finding.verdict = tally.verdict();
    return finding;
}

} // namespace roundoff::experiment::claim_check
