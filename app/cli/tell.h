// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/error.h"

namespace roundoff::app {

/// A line about something that is wrong, on standard error.
void tell(const std::string& what);

/// A line about how things go, on standard error; nothing if it is empty or nobody wants to know.
void sayUnless(bool quiet, const std::string& what);

/// Does something that others need not wait for if it goes wrong, and tells what did.
/// @param consequence  what follows from it if it goes wrong; may be empty
/// @return whether it went well
template <typename F>
bool attempt(F action, const std::string& consequence = {}) {
    try {
        action();
        return true;
    } catch (const InputError& error) {
        tell(error.what() + consequence);
        return false;
    }
}

} // namespace roundoff::app
