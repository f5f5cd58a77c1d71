// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/experiment/sentence.h"

namespace roundoff::experiment::claim_text {

// What is measured. Every text must stand in `claimSentences()` too, or it stays English in every language.
inline constexpr const char* kNoRuns = "No run that this needs has finished.";
inline constexpr const char* kOneRun = "%1: %2 in a single run, whose uncertainty is not known.";
inline constexpr const char*
    kPoints = "%1 against %2: %3 percentage points (95 % interval %4 to %5), %6 for equivalence.";
inline constexpr const char* kDifference = "%1 against %2: %3 (95 % interval %4 to %5), %6 for equivalence.";
inline constexpr const char* kRatio = "%1 takes %2 times as long as %3 (95 % interval %4 to %5).";
inline constexpr const char*
    kNotComparable = "The times of %1 and %2 cannot be compared: an emulated time says nothing about the format.";
inline constexpr const char* kExtreme = "The highest mean is that of %1 (%2); %3 has %4.";
inline constexpr const char* kHighestIs = "The highest mean is that of %1 (%2).";
inline constexpr const char* kLowestIs = "The lowest mean is that of %1 (%2).";
inline constexpr const char* kLowestExtreme = "The lowest mean is that of %1 (%2); %3 has %4.";
inline constexpr const char* kExtremeTest = "%1 differs least clearly from %2: %3.";
inline constexpr const char* kBeaten = "%1 is beyond %2: %3, significant among %4 comparisons.";
inline constexpr const char* kLargestChange = "The largest change of a single run is %1 percentage points, with %2.";
inline constexpr const char* kInterval = "%1: %2 on average of %3 runs (95 % interval %4 to %5).";
inline constexpr const char* kRange = "%1: %2 to %3 in %4 runs.";
inline constexpr const char* kValue = "%1: %2 in each of %3 runs.";

inline constexpr const char* kIncomplete = "%1: only %2 of %3 runs are done.";
inline constexpr const char* kDiverged = "%1: %2 of %3 runs diverged.";
inline constexpr const char* kBetter = "%1 against %2: %3 percentage points (95 % interval %4 to %5), %6.";
inline constexpr const char*
    kNotBelow = "%1 against %2: %3 percentage points (95 % interval %4 to %5), %6 for not being lower by the margin.";
inline constexpr const char* kSmaller = "The differences of %1 further comparisons are smaller.";

// How it is tested.
inline constexpr const char* kTestEquivalent =
    "Confirmed if every difference from %1 is smaller than %2 percentage points (two one-sided paired t tests at 5 %).";
inline constexpr const char* kTestEquivalentPlain =
    "Confirmed if every difference from %1 is smaller than %2 (two one-sided paired t tests at 5 %).";
inline constexpr const char* kTestSameTime = "Confirmed if every time is within a factor of %2 of that of %1 (two "
                                             "one-sided paired t tests of the logarithms at 5 %).";
inline constexpr const char* kTestLess = "Confirmed if %1 is below %2 (one-sided paired t test at 5 %).";
inline constexpr const char*
    kTestHighest = "Confirmed if %1 is above each other value (one-sided paired t tests at 5 %).";
inline constexpr const char*
    kTestLowest = "Confirmed if %1 is below each other value (one-sided paired t tests at 5 %).";
inline constexpr const char*
    kTestDeployment = "Confirmed if after %1 every difference from the trained network is smaller than %2 percentage "
                      "points (two one-sided paired t tests at 5 %).";
inline constexpr const char*
    kTestSteady = "Confirmed if after %1 no run's accuracy changes by more than %2 percentage points.";
inline constexpr const char* kTestNotBelow =
    "Confirmed if no group lies below %1 by %2 percentage points or more (one-sided paired t tests at 5 %).";
inline constexpr const char*
    kTestBetter = "Confirmed if the accuracy after %1 is above that after %2 (one-sided paired t test at 5 %).";
inline constexpr const char* kTestAbove = "Confirmed if the 95 % interval of the mean lies above %1.";
inline constexpr const char* kTestWithin = "Confirmed if the 95 % interval of the mean lies between %1 and %2.";
inline constexpr const char* kTestEach = "Confirmed if every run lies between %1 and %2.";

/// A metric's value with its unit: "97.07 %", "2.01 s", "11".
[[nodiscard]] std::string valueText(std::string_view metric, double value);
/// A difference of fractions in percentage points, with sign: "+0.12".
[[nodiscard]] std::string pointsText(double difference);
/// "p = 0.012", "p < 0.001"; "p unknown" for none.
[[nodiscard]] std::string pText(std::optional<double> p);
/// Three significant digits.
[[nodiscard]] std::string shortText(double value);

} // namespace roundoff::experiment::claim_text
