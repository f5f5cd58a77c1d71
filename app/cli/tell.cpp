// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/tell.h"

#include <iostream>

namespace roundoff::app {

void tell(const std::string& what) {
    std::cerr << "roundoff: " << what << '\n';
}

void sayUnless(bool quiet, const std::string& what) {
    if (!quiet && !what.empty()) {
        std::cerr << what << '\n';
    }
}

} // namespace roundoff::app
