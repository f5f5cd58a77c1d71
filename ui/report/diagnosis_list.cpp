// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/diagnosis_list.h"

#include <QStringList>

#include "core/experiment/diagnosis_groups.h"
#include "ui/report/html.h"

namespace roundoff::ui {

QString diagnosisList(const store::ExperimentResults& results) {
    QStringList entries;
    for (const experiment::GroupDiagnosis& found : experiment::groupDiagnoses(results.plan, results.runs)) {
        entries.append(QString::fromStdString(experiment::headline(found) + ": " +
                                              experiment::english(found.diagnosis.what) + " " +
                                              experiment::english(found.diagnosis.advice)));
    }
    return entries.isEmpty() ? QString() : html::list(entries);
}

} // namespace roundoff::ui
