// SPDX-License-Identifier: GPL-3.0-or-later
#include <ostream>

#include "app/cli/commands.h"
#include "core/experiment/self_check.h"
#include "core/kernels/targets.h"

namespace roundoff::app {

int verifyNumerics(std::ostream& out) {
    bool allRight = true;
    out << "target " << kernels::currentTarget()
        << (kernels::targetHasFma() ? "" : " (no fused multiply-add: trained weights differ)") << '\n';
    for (const auto& check : experiment::selfCheck()) {
        const bool right = check.digest == check.expected;
        allRight = allRight && right;
        out << (right ? "ok     " : "WRONG  ") << check.digest << "  " << check.name << '\n';
        if (!right) {
            out << "expected " << check.expected << '\n';
        }
    }
    return allRight ? kDone : kRunFailed;
}

} // namespace roundoff::app
