// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/claim_sentences.h"

#include <array>
#include <charconv>
#include <cmath>

namespace roundoff::experiment {

const std::vector<std::string>& claimSentences() {
    using namespace claim_text;
    static const std::vector<std::string> kAll{kIncomplete,     kDiverged,
                                               kNotBelow,       kBetter,
                                               kTestNotBelow,   kTestBetter,
                                               kTestAbove,      kSmaller,
                                               kHighestIs,      kLowestIs,
                                               kNoRuns,         kOneRun,
                                               kPoints,         kDifference,
                                               kRatio,          kNotComparable,
                                               kExtreme,        kLowestExtreme,
                                               kExtremeTest,    kBeaten,
                                               kLargestChange,  kInterval,
                                               kRange,          kValue,
                                               kTestEquivalent, kTestEquivalentPlain,
                                               kTestSameTime,   kTestLess,
                                               kTestHighest,    kTestLowest,
                                               kTestDeployment, kTestSteady,
                                               kTestWithin,     kTestEach};
    return kAll;
}

namespace claim_text {
namespace {

std::string text(double value, std::chars_format format, int digits) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, digits);
    return end.ec == std::errc() ? std::string(buffer.data(), end.ptr) : std::string("?");
}

} // namespace

std::string valueText(std::string_view metric, double value) {
    if (metric.ends_with("accuracy")) {
        return text(100.0 * value, std::chars_format::fixed, 2) + " %";
    }
    if (metric.ends_with("seconds")) {
        return shortText(value) + " s";
    }
    if (metric == "sqnr_db") {
        return shortText(value) + " dB";
    }
    return shortText(value);
}

std::string pointsText(double difference) {
    // To a thousandth where a hundredth would hide the difference; what is less has no sign.
    const double rounded = std::nearbyint(1e5 * difference) / 1e3;
    const double points = rounded == 0.0 ? 0.0 : 100.0 * difference;
    const int digits = points != 0.0 && std::fabs(points) < 0.01 ? 3 : 2;
    return (points > 0.0 ? "+" : "") + text(points, std::chars_format::fixed, digits);
}

std::string pText(std::optional<double> p) {
    constexpr double kLeast = 0.001;
    if (!p) {
        return "p unknown";
    }
    return *p < kLeast ? "p < 0.001" : "p = " + text(*p, std::chars_format::fixed, 3);
}

std::string shortText(double value) {
    return text(value, std::chars_format::general, 3);
}

} // namespace claim_text
} // namespace roundoff::experiment
