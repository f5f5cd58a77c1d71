// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/policy_words.h"

#include <QCoreApplication>

#include "core/format/names.h"

namespace roundoff::ui {
namespace {

struct PolicyWordsText {
    Q_DECLARE_TR_FUNCTIONS(PolicyWords)
};

using format::Overflow;
using format::Rounding;
using nn::Role;

template <typename Cell>
QString withProperties(const QString& name, const Cell& cell) {
    QStringList properties;
    if (cell.rounding) {
        properties << roundingWord(*cell.rounding);
    }
    if (cell.overflow) {
        properties << overflowWord(*cell.overflow);
    }
    return properties.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, properties.join(QStringLiteral(", ")));
}

QString roleWord(Role role) {
    switch (role) {
    case Role::Weights: return PolicyWordsText::tr("weights");
    case Role::MasterWeights: return PolicyWordsText::tr("master weights");
    case Role::Activations: return PolicyWordsText::tr("activations");
    case Role::Gradients: return PolicyWordsText::tr("weight gradients");
    case Role::ActivationGradients: return PolicyWordsText::tr("activation gradients");
    case Role::OptimiserState: break;
    }
    return PolicyWordsText::tr("optimiser states");
}

} // namespace

QString joined(const QStringList& items) {
    if (items.size() < 2) {
        return items.join(QString());
    }
    return PolicyWordsText::tr("%1 and %2")
        .arg(items.mid(0, items.size() - 1).join(QStringLiteral(", ")), items.back());
}

QString capitalised(QString text) {
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

QString roundingWord(Rounding rounding) {
    switch (rounding) {
    case Rounding::NearestEven: return PolicyWordsText::tr("to nearest, ties to even");
    case Rounding::NearestAway: return PolicyWordsText::tr("to nearest, ties away from zero");
    case Rounding::TowardZero: return PolicyWordsText::tr("toward zero");
    case Rounding::Up: return PolicyWordsText::tr("up");
    case Rounding::Down: return PolicyWordsText::tr("down");
    case Rounding::Stochastic: break;
    }
    return PolicyWordsText::tr("stochastic");
}

QString overflowWord(Overflow overflow) {
    switch (overflow) {
    case Overflow::ToInfinity: return PolicyWordsText::tr("overflowing to infinity");
    case Overflow::ToNan: return PolicyWordsText::tr("overflowing to NaN");
    case Overflow::Saturate: break;
    }
    return PolicyWordsText::tr("saturating");
}

QString formatPhrase(const nn::RoleFormat& role) {
    return withProperties(QString::fromStdString(format::tensorFormatName(role.format)), role);
}

QString formatPhrase(const nn::Accumulator& accumulator) {
    return withProperties(QString::fromStdString(format::formatName(accumulator.format)), accumulator);
}

QString rolesPhrase(const QList<Role>& roles) {
    const bool bothGradients = roles.contains(Role::Gradients) && roles.contains(Role::ActivationGradients);
    QStringList words;
    for (const Role role : nn::kRoles) {
        if (role == Role::MasterWeights || !roles.contains(role)) {
            continue;
        }
        if (!bothGradients) {
            words << roleWord(role);
        } else if (role != Role::ActivationGradients) {
            words << (role == Role::Gradients ? PolicyWordsText::tr("gradients") : roleWord(role));
        }
    }
    constexpr qsizetype kAllButMasters = static_cast<qsizetype>(nn::kRoleCount) - 1;
    return roles.size() == kAllButMasters ? QString() : joined(words);
}

} // namespace roundoff::ui
