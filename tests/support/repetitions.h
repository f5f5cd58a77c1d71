// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace roundoff::tests {

/// How often to do what is worth doing often: as many times less with a sanitizer as that takes longer, so that the
/// whole takes as long. All kinds of what is done are in the first few times already.
constexpr int repetitions(int usually) {
#ifdef ROUNDOFF_SANITIZER_SLOWDOWN
    const int fewer = usually / static_cast<int>(ROUNDOFF_SANITIZER_SLOWDOWN);
    return fewer > 0 ? fewer : 1;
#else
    return usually;
#endif
}

/// In what steps to go through all of something: one by one, or with a sanitizer in as much larger ones.
constexpr int stride() {
#ifdef ROUNDOFF_SANITIZER_SLOWDOWN
    return static_cast<int>(ROUNDOFF_SANITIZER_SLOWDOWN);
#else
    return 1;
#endif
}

} // namespace roundoff::tests
