// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

#include "core/experiment/experiment_spec.h"

namespace roundoff::experiment {

/// How much of JSON a reader lets pass.
struct JsonLimits {
    int depth = 32;                  ///< JSON values copy, compare and print themselves recursively.
    std::size_t values = 200'000;    ///< Of all kinds, lists and objects included.
    std::size_t members = 4096;      ///< Of one object, which looks for a name by going through all of them.
    std::size_t textBytes = 131'072; ///< Of a text or a name. A line of the form takes 98,301 bytes at most.
};

/// JSON of unknown origin. The library lets pass absurd nesting, a zero byte as the end of the text, zero characters
/// within texts, and two members of one name, of which it would keep the last; this does not.
/// @throws Json::parse_error or Json::out_of_range if it is no JSON
/// @throws InputError if it is, and more than the limits allow
[[nodiscard]] Json parseStrictJson(std::string_view text, const JsonLimits& limits = {});

} // namespace roundoff::experiment
