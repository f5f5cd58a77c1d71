// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace roundoff::experiment {

/// A sentence with places %1, %2, ... for what is only known at run time, so that the window can translate it.
struct Sentence {
    std::string text; ///< English.
    std::vector<std::string> arguments;

    bool operator==(const Sentence&) const = default;
};

/// The sentence with its arguments in place.
[[nodiscard]] std::string english(const Sentence& sentence);

/// Every text that `criterion` and `checkClaim` make sentences of, for translators.
[[nodiscard]] const std::vector<std::string>& claimSentences();

} // namespace roundoff::experiment
