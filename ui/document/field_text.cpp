// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/field_text.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include "core/base/error.h"
#include "ui/document/deployment_text.h"
#include "ui/document/precision_text.h"

namespace roundoff::ui {
namespace {

using experiment::Field;
using experiment::FieldKind;
using experiment::Json;

// The texts of the field table are English and know nothing of Qt; their translations are in core_de.ts.
QString translated(const std::string& english) {
    return english.empty() ? QString() : QCoreApplication::translate("Field", english.c_str());
}

struct FieldText {
    Q_DECLARE_TR_FUNCTIONS(FieldText)
};

InputError error(const QString& message) {
    return InputError(message.toStdString());
}

QString numberText(double value) {
    return QLocale::c().toString(value, 'g', QLocale::FloatingPointShortest);
}

QString rangeText(const Field& field) {
    constexpr double kAsGoodAsUnbounded = 1e30;
    constexpr int kDigits = 6;
    const QString low = (field.lowOpen ? FieldText::tr("more than %1") : FieldText::tr("from %1"))
                            .arg(numberText(field.low));
    if (field.high >= kAsGoodAsUnbounded) {
        return field.lowOpen ? low : FieldText::tr("%1 on").arg(low);
    }
    // 0.9999999999999999 stands for everything below 1.
    const QString rounded = QLocale::c().toString(field.high, 'g', kDigits);
    const bool below = QLocale::c().toDouble(rounded) > field.high;
    return (below ? FieldText::tr("%1 to less than %2") : FieldText::tr("%1 to %2"))
        .arg(low, below ? rounded : numberText(field.high));
}

Json parseBoolean(const QString& text) {
    for (const char* value : {"true", "false"}) {
        if (text.compare(QLatin1String(value), Qt::CaseInsensitive) == 0 ||
            text.compare(choiceText(value), Qt::CaseInsensitive) == 0) {
            return value == std::string("true");
        }
    }
    throw error(FieldText::tr("%1 is neither yes nor no").arg(text));
}

// A choice may be typed as a specification writes it, or as the form shows it.
Json parseChoice(const Field& field, const QString& text) {
    for (const std::string& choice : field.choices) {
        if (text.compare(choiceText(choice), Qt::CaseInsensitive) == 0) {
            return choice;
        }
    }
    return text.toStdString();
}

Json parseInteger(const QString& text) {
    bool good = false;
    if (const qlonglong value = text.toLongLong(&good); good) {
        return value;
    }
    // Seeds go up to 2^64 - 1.
    if (const qulonglong value = text.toULongLong(&good); good) {
        return value;
    }
    throw error(FieldText::tr("%1 is not a whole number").arg(text));
}

Json parseReal(const QString& text) {
    bool good = false;
    const double value = QLocale::c().toDouble(text, &good);
    if (!good) {
        throw error(text.contains(QLatin1Char(','))
                        ? FieldText::tr("%1 is not a number; decimals follow a point").arg(text)
                        : FieldText::tr("%1 is not a number").arg(text));
    }
    return value;
}

Json parseIntegerList(const QString& text) {
    Json list = Json::array();
    static const QRegularExpression separators(QStringLiteral("[,\\s]+"));
    for (const QString& item : text.split(separators, Qt::SkipEmptyParts)) {
        list.push_back(parseInteger(item));
    }
    return list;
}

Json parseUnchecked(const Field& field, const QString& text) {
    if (field.optional && (text.isEmpty() || text.compare(shownText(field, QString()), Qt::CaseInsensitive) == 0)) {
        return nullptr;
    }
    switch (field.kind) {
    case FieldKind::Integer: return parseInteger(text);
    case FieldKind::Real: return parseReal(text);
    case FieldKind::Boolean: return parseBoolean(text);
    case FieldKind::Choice: return parseChoice(field, text);
    case FieldKind::Text: return text.toStdString();
    case FieldKind::IntegerList: return parseIntegerList(text);
    case FieldKind::Precision: return precisionJson(parsePrecision(text));
    case FieldKind::Deployments: {
        experiment::RunSpec run;
        run.deployments = {parseDeployment(text)};
        return field.get(run);
    }
    }
    return nullptr;
}

bool hasEffect(const Field& field, const experiment::RunSpec& run) {
    return !field.applies || field.applies(run);
}

/// Sets a field, or all fields of a group from an object; what cannot be set is reported elsewhere, by the row it
/// belongs to.
void applyAxisValue(experiment::RunSpec& run, const std::string& path, const Json& value) {
    try {
        if (experiment::isGroup(path) && value.is_object()) {
            for (const auto& [key, member] : value.items()) {
                experiment::setField(run, path + "." + key, member);
            }
        } else {
            experiment::setField(run, path, value);
        }
    } catch (const InputError&) {
        return;
    }
}

} // namespace

QString fieldLabel(const Field& field) {
    return translated(field.label);
}

QString fieldLabelInSentence(const Field& field) {
    QString label = fieldLabel(field);
    const bool english = label == QString::fromStdString(field.label);
    if (english && label.size() > 1 && label[1].isLower()) {
        label[0] = label[0].toLower();
    }
    return label;
}

QString fieldToolTip(const Field& field) {
    QStringList lines{QStringLiteral("<b>%1</b>").arg(fieldLabel(field).toHtmlEscaped())};
    if (!field.help.empty()) {
        lines << translated(field.help).toHtmlEscaped();
    }
    const bool number = field.kind == FieldKind::Integer || field.kind == FieldKind::Real ||
                        field.kind == FieldKind::IntegerList;
    if (number && field.low < field.high) {
        QString range = rangeText(field);
        if (!field.unit.empty()) {
            range += QLatin1Char(' ') + translated(field.unit);
        }
        lines << range.toHtmlEscaped();
    }
    return QStringLiteral("<qt>%1</qt>").arg(lines.join(QStringLiteral("<br>")));
}

QString choiceText(const std::string& choice) {
    static constexpr std::array<std::pair<const char*, const char*>, 19> kTexts{{
        {"mnist", QT_TRANSLATE_NOOP("Choice", "MNIST")},
        {"standard", QT_TRANSLATE_NOOP("Choice", "Standard")},
        {"unit", QT_TRANSLATE_NOOP("Choice", "Unit")},
        {"mlp", QT_TRANSLATE_NOOP("Choice", "MLP")},
        {"relu", QT_TRANSLATE_NOOP("Choice", "ReLU")},
        {"sigmoid", QT_TRANSLATE_NOOP("Choice", "Sigmoid")},
        {"tanh", QT_TRANSLATE_NOOP("Choice", "Tanh")},
        {"sgd", QT_TRANSLATE_NOOP("Choice", "SGD")},
        {"adam", QT_TRANSLATE_NOOP("Choice", "Adam")},
        {"adamw", QT_TRANSLATE_NOOP("Choice", "AdamW")},
        {"none", QT_TRANSLATE_NOOP("Choice", "None")},
        {"norm", QT_TRANSLATE_NOOP("Choice", "By global norm")},
        {"value", QT_TRANSLATE_NOOP("Choice", "By value")},
        {"static", QT_TRANSLATE_NOOP("Choice", "Static")},
        {"dynamic", QT_TRANSLATE_NOOP("Choice", "Dynamic")},
        {"cross-entropy", QT_TRANSLATE_NOOP("Choice", "Cross-entropy")},
        {"mean-squared-error", QT_TRANSLATE_NOOP("Choice", "Mean squared error")},
        {"true", QT_TRANSLATE_NOOP("Choice", "yes")},
        {"false", QT_TRANSLATE_NOOP("Choice", "no")},
    }};
    const auto* const found = std::ranges::find(kTexts, choice,
                                                [](const auto& entry) { return std::string(entry.first); });
    return found == kTexts.end() ? QString::fromStdString(choice)
                                 : QCoreApplication::translate("Choice", found->second);
}

QString shownText(const Field& field, const QString& text) {
    if (text.isEmpty() && field.optional) {
        return field.kind == FieldKind::Choice ? FieldText::tr("Automatic") : FieldText::tr("default");
    }
    const bool named = field.kind == FieldKind::Choice || field.kind == FieldKind::Boolean;
    if (text.isEmpty() && field.kind == FieldKind::IntegerList) {
        return FieldText::tr("none");
    }
    return named ? choiceText(text.toStdString()) : text;
}

QString valueText(const Field& field, const Json& value) {
    if (value.is_null()) {
        return {};
    }
    if (field.kind == FieldKind::Precision) {
        return precisionText(precisionOf(value));
    }
    if (value.is_number_float()) {
        return numberText(value.get<double>());
    }
    if (value.is_string()) {
        return QString::fromStdString(value.get<std::string>());
    }
    if (field.kind == FieldKind::IntegerList && value.is_array()) {
        QStringList items;
        for (const Json& item : value) {
            items << QString::fromStdString(item.dump());
        }
        return items.join(QStringLiteral(", "));
    }
    return QString::fromStdString(value.dump());
}

Json parseValue(const Field& field, const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty() && !field.optional && field.kind != FieldKind::IntegerList) {
        throw error(FieldText::tr("a value is missing"));
    }
    Json value = parseUnchecked(field, trimmed);
    experiment::RunSpec scratch;
    field.set(scratch, value);
    return value;
}

QStringList splitValues(const QString& text, bool valuesAreLists) {
    constexpr qlonglong kLongestRange = 1000;
    static const QRegularExpression range(QStringLiteral("^(.*?)(\\d+)\\.\\.(?:\\1)?(\\d+)(\\s.*)?$"));
    QStringList values;
    for (const QString& part : text.split(QLatin1Char(valuesAreLists ? ';' : ','), Qt::SkipEmptyParts)) {
        const QString item = part.trimmed();
        const QRegularExpressionMatch match = range.match(item);
        if (!match.hasMatch()) {
            if (!item.isEmpty()) {
                values << item;
            }
            continue;
        }
        const qlonglong first = match.captured(2).toLongLong();
        const qlonglong last = match.captured(3).toLongLong();
        if (last < first || last - first >= kLongestRange) {
            throw error(FieldText::tr("%1 is not a range from a smaller to a larger whole number").arg(item));
        }
        for (qlonglong value = first; value <= last; ++value) {
            values << match.captured(1) + QString::number(value) + match.captured(4);
        }
    }
    return values;
}

QString whyWithoutEffect(const Field& field, const experiment::ExperimentSpec& spec) {
    if (hasEffect(field, spec.base)) {
        return {};
    }
    for (const experiment::Axis& axis : spec.vary) {
        for (const Json& value : axis.values) {
            experiment::RunSpec run = spec.base;
            applyAxisValue(run, axis.path, value);
            if (hasEffect(field, run)) {
                return {};
            }
        }
    }
    for (const Field& other : experiment::fields()) {
        QStringList helpful;
        for (const std::string& choice : other.choices) {
            experiment::RunSpec run = spec.base;
            applyAxisValue(run, other.path, choice);
            if (hasEffect(field, run)) {
                helpful << choiceText(choice);
            }
        }
        if (!helpful.isEmpty()) {
            return FieldText::tr("Has an effect only with %1: %2")
                .arg(fieldLabelInSentence(other), helpful.join(FieldText::tr(" or ")));
        }
    }
    return FieldText::tr("Has no effect with the other settings as they are");
}

} // namespace roundoff::ui
