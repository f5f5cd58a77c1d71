// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_infos.h"

#include "ui/precision/policy_names.h"

namespace roundoff::ui {

QString precisionName(const nn::PrecisionPolicy& policy) {
    return policyName(policy);
}

QList<RunInfo> runInfos(const experiment::Plan& plan) {
    QList<RunInfo> infos;
    for (const experiment::PlannedRun& run : plan.runs) {
        infos.push_back({.run = static_cast<int>(infos.size()),
                         .group = QString::fromStdString(run.group),
                         .precision = precisionName(run.spec.precision),
                         .label = QString::fromStdString(run.label),
                         .fold = run.spec.fold.count > 0 ? run.spec.fold.index : -1,
                         .seed = run.spec.training.seed});
    }
    return infos;
}

QList<SeriesStyle> runStyles(const QList<RunInfo>& runs, bool dark) {
    const QList<GroupInfo> groups = groupsOf(runs);
    const QList<SeriesStyle> groupStyles = stylesForGroups(groups, dark);
    QList<SeriesStyle> styles;
    for (const RunInfo& run : runs) {
        styles << groupStyles[groups.indexOf(GroupInfo{run.group, run.precision})];
    }
    return styles;
}

} // namespace roundoff::ui
