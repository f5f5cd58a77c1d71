// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/policy_sentence.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <QCoreApplication>

#include "core/experiment/run_execution.h"
#include "ui/precision/policy_cells.h"
#include "ui/precision/policy_layers.h"
#include "ui/precision/policy_words.h"

namespace roundoff::ui {
namespace {

struct PolicySentenceText {
    Q_DECLARE_TR_FUNCTIONS(PolicySentence)
};

using nn::LayerOverride;
using nn::PrecisionPolicy;
using nn::Role;
using nn::RoleFormat;

/// Roles that are rounded alike.
struct Alike {
    RoleFormat format;
    QList<Role> roles;
};

std::vector<Alike> alike(const nn::RoleFormats& formats) {
    std::vector<Alike> groups;
    for (const Role role : nn::kRoles) {
        const auto& f = formats[static_cast<std::size_t>(role)];
        if (!f || role == Role::MasterWeights) {
            continue;
        }
        const auto known = std::ranges::find(groups, *f, &Alike::format);
        if (known != groups.end()) {
            known->roles << role;
        } else {
            groups.push_back({*f, {role}});
        }
    }
    return groups;
}

/// Whether the container holds the numbers as they are: nothing is rounded then.
bool isKept(const RoleFormat& f, const PrecisionPolicy& policy) {
    const auto* binary = format::scalarFormatOf<format::BinaryFloat>(f.format);
    return binary != nullptr && *binary == (policy.needsDouble() ? format::kFp64 : format::kFp32);
}

QString rolesPart(const PrecisionPolicy& policy) {
    const std::vector<Alike> groups = alike(policy.formats);
    if (groups.size() == 1) {
        const RoleFormat& f = groups.front().format;
        return (isKept(f, policy) ? PolicySentenceText::tr("everything is kept in %1")
                                  : PolicySentenceText::tr("everything is rounded to %1"))
            .arg(formatPhrase(f));
    }
    QStringList rounded;
    QStringList kept;
    for (const Alike& group : groups) {
        const QString roles = rolesPhrase(group.roles);
        const QString name = formatPhrase(group.format);
        if (isKept(group.format, policy)) {
            kept << PolicySentenceText::tr("%1 stay in %2").arg(roles, name);
        } else {
            rounded << (rounded.isEmpty() ? PolicySentenceText::tr("%1 are rounded to %2")
                                          : PolicySentenceText::tr("%1 to %2", "roles, format"))
                           .arg(roles, name);
        }
    }
    QStringList parts{rounded.join(QStringLiteral(", "))};
    parts += kept;
    parts.removeAll(QString());
    return parts.join(QStringLiteral("; "));
}

QString updatePart(const PrecisionPolicy& policy) {
    if (const auto& masters = policy[Role::MasterWeights]) {
        return PolicySentenceText::tr("%1 master weights are updated").arg(formatPhrase(*masters));
    }
    const auto& weights = policy[Role::Weights];
    return !weights || isKept(*weights, policy) ? QString()
                                                : PolicySentenceText::tr("the rounded weights themselves are updated");
}

QString sumsPart(const nn::Accumulator& accumulator) {
    const QString name = formatPhrase(accumulator);
    return accumulator.chunk == 0 ? PolicySentenceText::tr("products are summed in %1").arg(name)
                                  : PolicySentenceText::tr("products are summed in %1 in chunks of %2")
                                        .arg(name, QString::number(accumulator.chunk));
}

QStringList settingSentences(const PrecisionPolicy& policy) {
    QStringList sentences;
    if (policy.rounding != format::Rounding::NearestEven) {
        sentences << PolicySentenceText::tr("Rounding is %1.").arg(roundingWord(policy.rounding));
    }
    if (policy.overflow == format::Overflow::Saturate) {
        sentences << PolicySentenceText::tr("Overflow stops at the largest value.");
    } else if (policy.overflow == format::Overflow::ToInfinity) {
        sentences << PolicySentenceText::tr("Overflow becomes infinity.");
    } else if (policy.overflow) {
        sentences << PolicySentenceText::tr("Overflow becomes NaN.");
    }
    if (policy.subnormals == format::Subnormals::Flush) {
        sentences << PolicySentenceText::tr("Subnormal results become zero.");
    }
    if (policy.arithmetic == nn::Arithmetic::Stepwise) {
        sentences << PolicySentenceText::tr("Every elementary operation is rounded.");
    }
    return sentences;
}

/// What layers with the same differences have: "FP32 weights and gradients".
QString differencePhrase(const LayerOverride& difference) {
    QStringList items;
    for (const Alike& group : alike(difference.formats)) {
        const QString roles = rolesPhrase(group.roles);
        const QString name = formatPhrase(group.format);
        items << (roles.isEmpty() ? PolicySentenceText::tr("everything in %1").arg(name)
                                  : PolicySentenceText::tr("%1 %2", "format, roles").arg(name, roles));
    }
    if (const auto& masters = difference.formats[static_cast<std::size_t>(Role::MasterWeights)]) {
        items << PolicySentenceText::tr("%1 master weights").arg(formatPhrase(*masters));
    }
    return joined(items);
}

bool onlyKeeps(const LayerOverride& difference, const PrecisionPolicy& policy) {
    return std::ranges::all_of(difference.formats, [&](const auto& f) { return !f || isKept(*f, policy); });
}

/// Layers that differ in the same way.
struct SameLayers {
    LayerOverride difference;
    QStringList names;
};

std::vector<SameLayers> sameLayers(const PrecisionPolicy& policy) {
    std::vector<std::string> order;
    for (const auto& [name, difference] : policy.layers) {
        order.push_back(name);
    }
    // layer2 before layer10.
    std::ranges::sort(order, {}, [](const std::string& name) { return std::pair(name.size(), name); });
    std::vector<SameLayers> groups;
    for (const std::string& name : order) {
        const LayerOverride& difference = policy.layers.at(name);
        const auto known = std::ranges::find(groups, difference, &SameLayers::difference);
        if (known != groups.end()) {
            known->names << layerLabel(name);
        } else {
            groups.push_back({difference, {layerLabel(name)}});
        }
    }
    return groups;
}

QString keepsOrHas(bool several, bool keeps) {
    if (keeps) {
        return several ? PolicySentenceText::tr("%1 keep %2.", "layers, formats")
                       : PolicySentenceText::tr("%1 keeps %2.", "layer, formats");
    }
    return several ? PolicySentenceText::tr("%1 have %2.", "layers, formats")
                   : PolicySentenceText::tr("%1 has %2.", "layer, formats");
}

QStringList layerSentences(const PrecisionPolicy& policy) {
    QStringList sentences;
    for (const auto& [difference, names] : sameLayers(policy)) {
        const QString who = joined(names);
        if (const QString what = differencePhrase(difference); !what.isEmpty()) {
            sentences << keepsOrHas(names.size() > 1, onlyKeeps(difference, policy)).arg(who, what);
        }
        if (difference.accumulator) {
            sentences << PolicySentenceText::tr("%1: %2.", "layers, what they do")
                             .arg(who, sumsPart(*difference.accumulator));
        }
    }
    return sentences;
}

} // namespace

QString policySentence(const PrecisionPolicy& policy) {
    QStringList parts{rolesPart(policy), updatePart(policy)};
    if (policy.accumulator) {
        parts << sumsPart(*policy.accumulator);
    }
    parts.removeAll(QString());
    QStringList sentences{capitalised(parts.join(QStringLiteral("; "))) + QLatin1Char('.')};
    sentences += settingSentences(policy);
    sentences += layerSentences(policy);
    sentences << (experiment::isNative(policy)
                      ? PolicySentenceText::tr("Computed in %1 arithmetic; times are native.")
                      : PolicySentenceText::tr("Computed in %1 arithmetic; times are emulated."))
                     .arg(containerName(policy));
    return sentences.join(QLatin1Char(' '));
}

} // namespace roundoff::ui
