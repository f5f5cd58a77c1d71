// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/precision_text.h"

#include "core/experiment/policy_clauses.h"
#include "core/experiment/policy_json.h"
#include "core/experiment/policy_text.h"
#include "ui/document/field_text.h"

namespace roundoff::ui {

using experiment::Json;
using nn::PrecisionPolicy;

QString precisionText(const PrecisionPolicy& policy) {
    return QString::fromStdString(experiment::policyText(policy));
}

PrecisionPolicy parsePrecision(const QString& text) {
    const bool json = text.startsWith(QLatin1Char('{')); // Spaces in names of layers count.
    return experiment::parsePolicyText((json ? text : text.simplified()).toStdString());
}

QStringList splitPrecisions(const QString& text) {
    if (text.startsWith(QLatin1Char('{'))) {
        return {text};
    }
    QStringList policies;
    for (const QString& part : splitValues(text, false)) {
        if (experiment::isClause(part.toStdString()) && !policies.isEmpty()) {
            policies.back() += QStringLiteral(", ") + part;
        } else {
            policies << part;
        }
    }
    return policies;
}

Json precisionJson(const PrecisionPolicy& policy) {
    return experiment::policyToJson(policy);
}

PrecisionPolicy precisionOf(const Json& json) {
    return experiment::policyFromJson(json);
}

} // namespace roundoff::ui
