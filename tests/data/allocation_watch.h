// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace roundoff::test {

/// Forgets what largestAllocation() and mostAllocated() have seen so far.
void resetLargestAllocation();

/// The most bytes that one call of `operator new` has asked for since resetLargestAllocation(), in any thread. A
/// program that links this watch has its own `operator new` and `operator delete`.
[[nodiscard]] std::size_t largestAllocation();

/// By how many bytes what came from `operator new` has grown at most since then, all threads together.
[[nodiscard]] std::size_t mostAllocated();

} // namespace roundoff::test
