// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/experiment/claims.h"
#include "core/experiment/repeats.h"
#include "core/experiment/statistics.h"

namespace roundoff::experiment::claim_check {

/// The level of every test.
inline constexpr double kLevel = 0.05;

using Groups = std::vector<const RunGroup*>;

/// What single comparisons say of a claim about all of them.
class Tally {
public:
    explicit Tally(std::size_t comparisons);

    /// @param confirmedP, contradictedP  of the hypotheses to be rejected; none if it cannot be tested
    void add(std::optional<double> confirmedP, std::optional<double> contradictedP);
    /// Something the claim is about could not be tested.
    void leaveOut() { all_ = false; }
    /// Confirmed if all comparisons confirm; contradicted if one contradicts at the level over their number.
    [[nodiscard]] Verdict verdict() const;

private:
    double level_;
    std::size_t tested_ = 0;
    bool all_ = true;
    bool any_ = false;
};

[[nodiscard]] bool isTime(std::string_view metric);
[[nodiscard]] bool isFraction(std::string_view metric);
/// Numbers that are what they are, and no sample of accuracies.
[[nodiscard]] bool isCount(std::string_view metric);

/// Names two groups with their difference, or of times their ratio, and its interval.
[[nodiscard]] Sentence comparisonSentence(const std::string& name, const std::string& baseline,
                                          const std::string& metric, const Comparison& comparison);

/// The same of accuracies with a text and a probability of the caller's.
[[nodiscard]] Sentence pointsSentence(const char* text, const std::string& name, const std::string& baseline,
                                      const Comparison& comparison, std::optional<double> p);

// Each tests one kind of check on the groups that it is about; `measured` is empty if there is nothing to test.
[[nodiscard]] Finding checkEquivalence(const Check& check, const Groups& groups);
[[nodiscard]] Finding checkNotBelow(const Check& check, const Groups& groups);
[[nodiscard]] Finding checkLess(const Check& check, const Groups& groups);
[[nodiscard]] Finding checkExtreme(const Check& check, const Groups& groups);
[[nodiscard]] Finding checkDeployments(const Check& check, const Groups& groups);
[[nodiscard]] Finding checkBetter(const Check& check, const Groups& groups);
[[nodiscard]] Finding checkSteady(const Check& check, const Groups& groups);
[[nodiscard]] Finding checkWithin(const Check& check, const Groups& groups);

} // namespace roundoff::experiment::claim_check
