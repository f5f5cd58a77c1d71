// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/axis_text.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include <QCoreApplication>
#include <QStringList>

#include "core/base/error.h"
#include "core/experiment/fields.h"
#include "ui/document/field_text.h"

namespace roundoff::ui {
namespace {

struct AxisText {
    Q_DECLARE_TR_FUNCTIONS(AxisText)
};

using experiment::Field;
using experiment::Json;

std::vector<const Field*> fieldsOf(const std::string& group) {
    std::vector<const Field*> members;
    for (const Field& field : experiment::fields()) {
        if (field.group() == group) {
            members.push_back(&field);
        }
    }
    return members;
}

QString groupValueText(const std::string& group, const Json& value) {
    QStringList words;
    for (const Field* field : fieldsOf(group)) {
        const auto member = value.find(field->key());
        if (member == value.end()) {
            break;
        }
        words << valueText(*field, *member);
    }
    const bool complete = static_cast<std::size_t>(words.size()) == value.size() && !words.isEmpty();
    return complete ? words.join(QLatin1Char(' ')) : QString::fromStdString(value.dump());
}

Json parseGroupValue(const std::string& group, const QString& text) {
    const std::vector<const Field*> members = fieldsOf(group);
    if (text.startsWith(QLatin1Char('{'))) {
        Json value = Json::parse(text.toStdString(), nullptr, false);
        if (value.is_discarded()) {
            throw InputError(AxisText::tr("this is not JSON").toStdString());
        }
        experiment::RunSpec scratch;
        for (const auto& [key, member] : value.items()) {
            experiment::setField(scratch, group + "." + key, member);
        }
        return value;
    }
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.size() > static_cast<qsizetype>(members.size())) {
        QStringList labels;
        for (const Field* field : members) {
            labels << fieldLabelInSentence(*field);
        }
        throw InputError(AxisText::tr("%1 has more words than there are settings: %2")
                             .arg(text, labels.join(QStringLiteral(", ")))
                             .toStdString());
    }
    Json value = Json::object();
    for (qsizetype index = 0; index < words.size(); ++index) {
        const Field& field = *members[static_cast<std::size_t>(index)];
        value[field.key()] = parseValue(field, words[index]);
    }
    return value;
}

} // namespace

const Field* findField(const std::string& path) {
    const auto all = experiment::fields();
    const auto found = std::ranges::find_if(all, [&path](const Field& field) { return field.path == path; });
    return found == all.end() ? nullptr : &*found;
}

QString axisLabel(const std::string& path) {
    const Field* field = findField(path);
    return field != nullptr ? fieldLabel(*field) : groupLabel(path);
}

QString axisLabelInSentence(const std::string& path) {
    const Field* field = findField(path);
    return field != nullptr ? fieldLabelInSentence(*field) : groupLabel(path).toLower();
}

QString axisValueText(const std::string& path, const Json& value) {
    if (const Field* field = findField(path)) {
        return valueText(*field, value);
    }
    if (value.is_object() && experiment::isGroup(path)) {
        return groupValueText(path, value);
    }
    return QString::fromStdString(value.is_string() ? value.get<std::string>() : value.dump());
}

Json parseAxisValue(const std::string& path, const QString& text) {
    if (const Field* field = findField(path)) {
        return parseValue(*field, text);
    }
    if (experiment::isGroup(path)) {
        return parseGroupValue(path, text);
    }
    Json value = Json::parse(text.toStdString(), nullptr, false);
    return value.is_discarded() ? Json(text.toStdString()) : value;
}

QString groupLabel(const std::string& group) {
    static constexpr std::array<std::pair<const char*, const char*>, 8> kLabels{{
        {"dataset", QT_TRANSLATE_NOOP("Group", "Dataset")},
        {"network", QT_TRANSLATE_NOOP("Group", "Network")},
        {"optimiser", QT_TRANSLATE_NOOP("Group", "Optimiser")},
        {"training", QT_TRANSLATE_NOOP("Group", "Training")},
        {"precision", QT_TRANSLATE_NOOP("Group", "Precision")},
        {"lossScaling", QT_TRANSLATE_NOOP("Group", "Loss scaling")},
        {"clipping", QT_TRANSLATE_NOOP("Group", "Clipping")},
        {"deployments", QT_TRANSLATE_NOOP("Group", "Deployment")},
    }};
    for (const auto& [name, label] : kLabels) {
        if (group == name) {
            return QCoreApplication::translate("Group", label);
        }
    }
    return QString::fromStdString(group);
}

} // namespace roundoff::ui
