// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/named_policies.h"

#include <array>

#include <QCoreApplication>

#include "core/nn/precision_policy.h"

namespace roundoff::ui {
namespace {

struct NamedPoliciesText {
    Q_DECLARE_TR_FUNCTIONS(NamedPolicies)
};

struct Explanation {
    const char* name;
    const char* text;
};

constexpr std::array<Explanation, 19> kExplanations{{
    {"FP64", QT_TRANSLATE_NOOP("NamedPolicies", "Double precision everywhere: the reference for all others")},
    {"FP32", QT_TRANSLATE_NOOP("NamedPolicies", "Single precision everywhere: what networks are usually trained in")},
    {"TF32", QT_TRANSLATE_NOOP("NamedPolicies", "FP32's range with FP16's precision, everywhere")},
    {"BF16",
     QT_TRANSLATE_NOOP("NamedPolicies", "FP32's range with 8 significand bits, everywhere: small updates are lost")},
    {"FP16", QT_TRANSLATE_NOOP("NamedPolicies", "Half precision everywhere: small gradients are lost")},
    {"AMP-FP16", QT_TRANSLATE_NOOP("NamedPolicies", "Mixed precision: FP16 with FP32 master weights and loss scaling")},
    {"AMP-BF16", QT_TRANSLATE_NOOP("NamedPolicies", "Mixed precision: BF16 with FP32 master weights and loss scaling")},
    {"AMP-FP8",
     QT_TRANSLATE_NOOP("NamedPolicies", "Mixed precision: E4M3 forward, E5M2 for gradients, FP32 master weights")},
    {"BF16-SR",
     QT_TRANSLATE_NOOP("NamedPolicies", "BF16 everywhere; weights and optimiser state rounded stochastically")},
    {"FP8-E5M2", QT_TRANSLATE_NOOP("NamedPolicies", "8 bits everywhere, most of them for range")},
    {"FP8-E4M3", QT_TRANSLATE_NOOP("NamedPolicies", "8 bits everywhere, one more of them for precision than E5M2")},
    {"FP6-E3M2", QT_TRANSLATE_NOOP("NamedPolicies", "6 bits everywhere, to see where training breaks down")},
    {"FP6-E2M3", QT_TRANSLATE_NOOP("NamedPolicies", "6 bits everywhere, with less range and more precision")},
    {"FP4-E2M1", QT_TRANSLATE_NOOP("NamedPolicies", "4 bits everywhere: sixteen codes, from -6 to 6")},
    {"MXFP8-E4M3",
     QT_TRANSLATE_NOOP("NamedPolicies", "Blocks of 32 numbers of 8 bits share a scale; FP32 master weights")},
    {"MXINT8",
     QT_TRANSLATE_NOOP("NamedPolicies", "Blocks of 32 integers of 8 bits share a scale; FP32 master weights")},
    {"MXFP4", QT_TRANSLATE_NOOP("NamedPolicies", "Blocks of 32 numbers of 4 bits share a scale; FP32 master weights")},
    {"INT8-SYM-CHANNEL",
     QT_TRANSLATE_NOOP("NamedPolicies", "Quantisation-aware training for INT8, one scale a neuron")},
    {"INT4-SYM-G64",
     QT_TRANSLATE_NOOP("NamedPolicies", "Quantisation-aware training for INT4, one scale for 64 weights")},
}};

} // namespace

QStringList namedPolicies() {
    QStringList names;
    for (const std::string& name : nn::offeredPolicies()) {
        names << QString::fromStdString(name);
    }
    return names;
}

QString policyExplanation(const QString& name) {
    for (const Explanation& explanation : kExplanations) {
        if (name == QLatin1String(explanation.name)) {
            return NamedPoliciesText::tr(explanation.text);
        }
    }
    return {};
}

} // namespace roundoff::ui
