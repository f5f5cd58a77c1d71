// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <string>
#include <vector>

#include "core/kernels/targets.h"

namespace roundoff::tests {

/// Adds a row for every instruction set that this machine has.
inline void addTargetRows() {
    QTest::addColumn<QString>("target");
    for (const std::string& target : kernels::availableTargets()) {
        QTest::addRow("%s", target.c_str()) << QString::fromStdString(target);
    }
}

/// Uses an instruction set as long as it lives.
class TargetScope {
public:
    explicit TargetScope(const QString& target) { kernels::useTarget(target.toStdString()); }
    ~TargetScope() { kernels::useTarget("best"); }
    TargetScope(const TargetScope&) = delete;
    TargetScope& operator=(const TargetScope&) = delete;
};

/// The instruction sets that have fused multiply-add: all of them must give the same bits.
inline std::vector<std::string> fmaTargets() {
    std::vector<std::string> targets;
    for (const std::string& target : kernels::availableTargets()) {
        const TargetScope scope(QString::fromStdString(target));
        if (kernels::targetHasFma()) {
            targets.push_back(target);
        }
    }
    return targets;
}

} // namespace roundoff::tests
