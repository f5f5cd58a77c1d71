// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/run_infos.h"

#include <QHash>

#include "ui/precision/policy_names.h"

namespace roundoff::ui {

QString precisionName(const nn::PrecisionPolicy& policy) {
    return policyName(policy);
}

QList<RunInfo> runInfos(const experiment::Plan& plan) {
    QList<RunInfo> infos;
    // Neighbours often share one, whose name is work.
    const nn::PrecisionPolicy* named = nullptr;
    QString precision;
    for (const experiment::PlannedRun& run : plan.runs) {
        if (named == nullptr || *named != run.spec.precision) {
            named = &run.spec.precision;
            precision = precisionName(*named);
        }
        infos.push_back({.run = static_cast<int>(infos.size()),
                         .group = QString::fromStdString(run.group),
                         .precision = precision,
                         .label = QString::fromStdString(run.label),
                         .fold = run.spec.fold.count > 0 ? run.spec.fold.index : -1,
                         .seed = run.spec.training.seed});
    }
    return infos;
}

QList<SeriesStyle> runStyles(const QList<RunInfo>& runs, bool dark) {
    const QList<GroupInfo> groups = groupsOf(runs);
    const QList<SeriesStyle> groupStyles = stylesForGroups(groups, dark);
    QHash<QString, SeriesStyle> styleByGroup;
    for (qsizetype group = 0; group < groups.size(); ++group) {
        styleByGroup.insert(groups[group].name, groupStyles[group]);
    }
    QList<SeriesStyle> styles;
    for (const RunInfo& run : runs) {
        styles << styleByGroup.value(run.group);
    }
    return styles;
}

} // namespace roundoff::ui
