// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiment_form/section_summary.h"

#include <algorithm>

#include <QCoreApplication>
#include <QStringList>

#include "core/experiment/fields.h"
#include "ui/document/axis_text.h"
#include "ui/document/deployment_text.h"
#include "ui/document/field_text.h"
#include "ui/precision/policy_names.h"

namespace roundoff::ui {
namespace {

using experiment::Field;
using experiment::FieldKind;

struct SectionSummaryText {
    Q_DECLARE_TR_FUNCTIONS(SectionSummary)
};

/// A field's part of the summary; empty if there is nothing to tell.
QString fieldSummary(const Field& field, const experiment::RunSpec& run) {
    const experiment::RunSpec defaults;
    const experiment::Json value = field.get(run);
    const bool usual = value == field.get(defaults);
    const QString shown = shownText(field, valueText(field, value));
    switch (field.kind) {
    case FieldKind::Choice: return usual && (field.optional || shown == choiceText("none")) ? QString() : shown;
    case FieldKind::IntegerList: return shown;
    case FieldKind::Precision: return policyName(run.precision);
    case FieldKind::Deployments: {
        QStringList texts;
        for (const deploy::Deployment& deployment : run.deployments) {
            texts << deploymentText(deployment);
        }
        return texts.join(QStringLiteral(", "));
    }
    default: break;
    }
    const bool effective = !field.applies || field.applies(run);
    return usual || !effective ? QString() : QStringLiteral("%1 %2").arg(fieldLabelInSentence(field), shown);
}

QString repeatsSummary(const experiment::Repeats& repeats) {
    QStringList parts;
    if (repeats.folds > 0) {
        parts << SectionSummaryText::tr("%n fold(s)", nullptr, repeats.folds);
    }
    if (repeats.seeds > 1) {
        parts << SectionSummaryText::tr("%n seed(s)", nullptr, repeats.seeds);
    }
    return parts.join(QStringLiteral(", "));
}

QString axisSummary(const experiment::Axis& axis) {
    return SectionSummaryText::tr("%1: %n value(s)", nullptr, static_cast<int>(axis.values.size()))
        .arg(axisLabelInSentence(axis.path));
}

} // namespace

QString sectionSummary(const std::vector<std::string>& groups, const experiment::ExperimentSpec& specification) {
    QStringList parts;
    for (const experiment::Axis& axis : specification.vary) {
        if (std::ranges::count(groups, axis.path.substr(0, axis.path.find('.'))) > 0) {
            parts << axisSummary(axis);
        }
    }
    for (const Field& field : experiment::fields()) {
        const bool varies = std::ranges::any_of(specification.vary, [&field](const experiment::Axis& axis) {
            return axis.path == field.path || axis.path == field.group();
        });
        if (!varies && std::ranges::count(groups, field.group()) > 0) {
            parts << fieldSummary(field, specification.base);
        }
    }
    if (std::ranges::count(groups, "repeats") > 0) {
        parts << repeatsSummary(specification.repeats);
    }
    parts.removeAll(QString());
    return parts.isEmpty() ? SectionSummaryText::tr("none") : parts.join(QStringLiteral(", "));
}

} // namespace roundoff::ui
