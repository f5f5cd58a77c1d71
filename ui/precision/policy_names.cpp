// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/policy_names.h"

#include <optional>

#include <QRegularExpression>

#include "core/experiment/policy_text.h"
#include "ui/document/precision_text.h"
#include "ui/precision/own_policies.h"

namespace roundoff::ui {
namespace {

/// The policy that core's labels of a run tell of; none if other things vary.
std::optional<nn::PrecisionPolicy> policyInLabel(const experiment::PlannedRun& run) {
    if (run.axisValues.empty()) {
        return run.spec.precision;
    }
    const auto value = run.axisValues.find("precision");
    return value == run.axisValues.end() ? std::nullopt : std::optional(precisionOf(value->second));
}

/// What stands for a policy in core's labels, which are parts between commas.
QRegularExpression labelPattern(const nn::PrecisionPolicy& policy) {
    const std::optional<std::string> text = experiment::policyLabel(policy);
    const QString words = text ? QRegularExpression::escape(QString::fromStdString(*text))
                               : QStringLiteral("custom(?: precision \\d+)?");
    return QRegularExpression(QStringLiteral("(?<=^|, )%1(?=,|$)").arg(words));
}

std::string replaced(const std::string& label, const QRegularExpression& pattern, const QString& name) {
    QString text = QString::fromStdString(label);
    const QRegularExpressionMatch match = pattern.match(text);
    if (match.hasMatch()) {
        text.replace(match.capturedStart(), match.capturedLength(), name);
    }
    return text.toStdString();
}

} // namespace

QString policyName(const nn::PrecisionPolicy& policy) {
    if (const QString own = ownPolicies().nameOf(policy); !own.isEmpty()) {
        return own;
    }
    const QString text = precisionText(policy);
    return text.startsWith(QLatin1Char('{')) ? QStringLiteral("custom") : text;
}

QString policyLabel(const nn::PrecisionPolicy& policy, const QString& otherwise) {
    if (const QString own = ownPolicies().nameOf(policy); !own.isEmpty()) {
        return own;
    }
    const std::optional<std::string> text = experiment::policyLabel(policy);
    return text ? QString::fromStdString(*text) : otherwise;
}

void namePolicies(experiment::Plan& plan) {
    for (experiment::PlannedRun& run : plan.runs) {
        const auto policy = policyInLabel(run);
        if (!policy || policy->name() != "custom") {
            continue;
        }
        if (const QString own = ownPolicies().nameOf(*policy); !own.isEmpty()) {
            const QRegularExpression pattern = labelPattern(*policy);
            run.group = replaced(run.group, pattern, own);
            run.label = replaced(run.label, pattern, own);
        }
    }
}

} // namespace roundoff::ui
