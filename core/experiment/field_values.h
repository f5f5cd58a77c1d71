// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/experiment/experiment_spec.h"

namespace roundoff::experiment {

// Readers of single JSON values. Their InputErrors say what is wrong, without the path, which the caller knows.

/// A value in a few words, for messages: a number or text as it is, else its kind.
[[nodiscard]] std::string describeJson(const Json& value);

/// A number in the shortest text that reads back to it.
[[nodiscard]] std::string numberText(double value);

[[nodiscard]] const std::string& readText(const Json& value);

[[nodiscard]] double readReal(const Json& value, double low, double high, bool lowOpen);

template <typename Number>
[[nodiscard]] Number readInteger(const Json& value, double low, double high) {
    const bool inRange = value.is_number_integer() && value.get<double>() >= low && value.get<double>() <= high;
    if (!inRange) {
        throw InputError("needs a whole number from " + std::to_string(static_cast<std::int64_t>(low)) + " to " +
                         std::to_string(static_cast<std::int64_t>(high)) + ", not " + describeJson(value));
    }
    return value.get<Number>();
}

[[nodiscard]] std::vector<int> readIntegerList(const Json& value, int low, int high, std::size_t maxCount);

/// Runs a reader and puts the path in front of what it says.
template <typename Read>
auto readAt(const std::string& path, Read read) {
    try {
        return read();
    } catch (const InputError& error) {
        throw InputError(path + ": " + error.what());
    }
}

[[nodiscard]] std::vector<deploy::Deployment> deploymentsFromJson(const Json& value);
[[nodiscard]] Json deploymentsToJson(const std::vector<deploy::Deployment>& deployments);

} // namespace roundoff::experiment
