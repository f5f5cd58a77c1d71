// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/policy_problem.h"

#include "core/base/error.h"
#include "ui/precision/policy_cells.h"

namespace roundoff::ui {
namespace {

/// Takes a part of a path off its front.
bool take(QString& path, const QString& part) {
    const bool starts = path.startsWith(part + QLatin1Char('.')) || path == part;
    if (starts) {
        path.remove(0, part.size() + 1);
    }
    return starts;
}

int takeColumn(QString& path) {
    for (int column = 0; column < kPolicyColumns; ++column) {
        if (take(path, columnKey(column))) {
            return column;
        }
    }
    return -1;
}

nn::PrecisionPolicy withoutAccumulators(nn::PrecisionPolicy policy) {
    policy.accumulator.reset();
    for (auto& [name, layer] : policy.layers) {
        layer.accumulator.reset();
    }
    return policy;
}

/// What is wrong with the formats comes before what is wrong with accumulators, which may only follow from it.
QString objection(const nn::PrecisionPolicy& policy) {
    try {
        nn::validate(withoutAccumulators(policy));
        nn::validate(policy);
    } catch (const InputError& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

} // namespace

PolicyProblem policyProblem(const nn::PrecisionPolicy& policy, const std::vector<std::string>& rows) {
    const QString message = objection(policy);
    if (message.isEmpty()) {
        return {};
    }
    const QString separator = QStringLiteral(": ");
    QString path = message.section(separator, 0, 0);
    PolicyProblem problem{message.section(separator, 1), -1, -1, QString()};
    if (!take(path, QStringLiteral("precision")) || problem.text.isEmpty()) {
        problem.text = message;
        return problem;
    }
    int row = 0;
    if (take(path, QStringLiteral("layers"))) {
        for (std::size_t place = 1; place < rows.size(); ++place) {
            if (take(path, QString::fromStdString(rows[place]))) {
                row = static_cast<int>(place);
                break;
            }
        }
    }
    const int column = takeColumn(path);
    if (column >= 0) {
        problem.row = row;
        problem.column = column;
    } else {
        problem.setting = path;
    }
    return problem;
}

} // namespace roundoff::ui
