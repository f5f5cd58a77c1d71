// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <vector>

namespace roundoff::store {

/// How many values two lists begin with that are the same.
template <typename T, typename Equal = std::equal_to<T>>
[[nodiscard]] std::size_t commonStart(const std::vector<T>& a, const std::vector<T>& b, Equal equal = {}) {
    const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end(), equal);
    return static_cast<std::size_t>(std::distance(a.begin(), end));
}

} // namespace roundoff::store
