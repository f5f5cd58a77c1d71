// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/why_display.h"

#include "core/experiment/diagnosis_groups.h"

namespace roundoff::app {

void showWhy(std::ostream& out, const experiment::Plan& plan,
             std::span<const std::shared_ptr<const experiment::RunResult>> results) {
    for (const experiment::GroupDiagnosis& found : experiment::groupDiagnoses(plan, results)) {
        out << experiment::headline(found) << ": " << experiment::english(found.diagnosis.what) << "\n  "
            << experiment::english(found.diagnosis.advice) << '\n';
    }
}

} // namespace roundoff::app
