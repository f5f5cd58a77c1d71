// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/precision_text.h"

#include <optional>

#include <QCoreApplication>
#include <QStringList>

#include "core/base/error.h"
#include "core/experiment/fields.h"
#include "core/format/names.h"

namespace roundoff::ui {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(PrecisionText)
};

using experiment::Field;
using experiment::Json;
using nn::PrecisionPolicy;

const QString kStepwise = QStringLiteral("stepwise");

const Field& precisionField() {
    for (const Field& field : experiment::fields()) {
        if (field.kind == experiment::FieldKind::Precision) {
            return field;
        }
    }
    throw std::logic_error("the field table has no precision");
}

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// The policy without all that a chip's further words say.
PrecisionPolicy stripped(PrecisionPolicy policy) {
    const PrecisionPolicy plain;
    policy.rounding = plain.rounding;
    policy.overflow = plain.overflow;
    policy.subnormals = plain.subnormals;
    policy.arithmetic = plain.arithmetic;
    return policy;
}

QStringList modifiers(const PrecisionPolicy& policy) {
    const PrecisionPolicy plain;
    QStringList words;
    if (policy.rounding != plain.rounding) {
        words << toQString(format::name(policy.rounding));
    }
    if (policy.overflow) {
        words << toQString(format::name(*policy.overflow));
    }
    if (policy.subnormals != plain.subnormals) {
        words << toQString(format::name(policy.subnormals));
    }
    if (policy.arithmetic == nn::Arithmetic::Stepwise) {
        words << kStepwise;
    }
    return words;
}

/// Calls a parser of core that throws on a word it does not know.
template <typename Parse>
auto tryParse(Parse parse, const std::string& word) -> std::optional<decltype(parse(word))> {
    try {
        return parse(word);
    } catch (const InputError&) {
        return std::nullopt;
    }
}

void applyModifier(PrecisionPolicy& policy, const QString& word) {
    const std::string text = word.toLower().toStdString();
    if (const auto rounding = tryParse([](const auto& name) { return format::parseRounding(name); }, text)) {
        policy.rounding = *rounding;
    } else if (const auto overflow = tryParse([](const auto& name) { return format::parseOverflow(name); }, text)) {
        policy.overflow = *overflow;
    } else if (const auto subnormals = tryParse([](const auto& name) { return format::parseSubnormals(name); }, text)) {
        policy.subnormals = *subnormals;
    } else if (word.compare(kStepwise, Qt::CaseInsensitive) == 0) {
        policy.arithmetic = nn::Arithmetic::Stepwise;
    } else {
        throw InputError(Texts::tr("%1 is neither a rounding (stochastic, toward-zero ...) nor an overflow "
                                   "(saturate, infinity, nan), nor flush or stepwise")
                             .arg(word)
                             .toStdString());
    }
}

} // namespace

QString precisionText(const PrecisionPolicy& policy) {
    if (const std::string name = policy.name(); name != "custom") {
        return QString::fromStdString(name);
    }
    const std::string name = stripped(policy).name();
    if (name != "custom") {
        return (QStringList{QString::fromStdString(name)} + modifiers(policy)).join(QLatin1Char(' '));
    }
    return QString::fromStdString(precisionJson(policy).dump());
}

PrecisionPolicy parsePrecision(const QString& text) {
    if (text.startsWith(QLatin1Char('{'))) {
        Json json = Json::parse(text.toStdString(), nullptr, false);
        if (json.is_discarded()) {
            throw InputError(Texts::tr("this is not JSON").toStdString());
        }
        return precisionOf(json);
    }
    QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        throw InputError(Texts::tr("a format's name is missing").toStdString());
    }
    PrecisionPolicy policy = nn::namedPolicy(words.takeFirst().toUpper().toStdString());
    for (const QString& word : words) {
        applyModifier(policy, word);
    }
    nn::validate(policy);
    return policy;
}

Json precisionJson(const PrecisionPolicy& policy) {
    experiment::RunSpec run;
    run.precision = policy;
    return precisionField().get(run);
}

PrecisionPolicy precisionOf(const Json& json) {
    experiment::RunSpec run;
    precisionField().set(run, json);
    return run.precision;
}

} // namespace roundoff::ui
