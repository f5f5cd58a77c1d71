// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/own_policies.h"

#include <algorithm>
#include <filesystem>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

#include "core/base/error.h"
#include "core/experiment/field_values.h"
#include "core/experiment/policy_clauses.h"
#include "core/experiment/policy_json.h"
#include "core/experiment/strict_json.h"
#include "core/store/files.h"

namespace roundoff::ui {
namespace {

using experiment::Json;

constexpr std::size_t kLargestFile = 1U << 20U;
constexpr qsizetype kMostFiles = 1000;
constexpr int kLongestName = 40;
constexpr int kVersion = 1;
constexpr int kIndent = 2;
const std::string kVersionKey = "roundoffPolicy";
const QString kPrefix = QStringLiteral("policy-"); // Keeps names like "con" from being devices on Windows.
const QString kEnding = QStringLiteral(".json");

InputError error(const QString& message) {
    return InputError(message.toStdString());
}

std::filesystem::path toPath(const QString& path) {
    return {path.toStdU16String()};
}

bool isNamed(const QString& name) {
    try {
        static_cast<void>(nn::namedPolicy(name.toUpper().toStdString()));
        return true;
    } catch (const InputError&) {
        return false;
    }
}

std::string fileText(const OwnPolicy& own) {
    const Json json = {{kVersionKey, kVersion},
                       {"name", own.name.toStdString()},
                       {"precision", experiment::policyToObject(own.policy)}};
    return json.dump(kIndent) + "\n";
}

OwnPolicy policyOfFile(const QString& path) {
    Json json;
    try {
        json = experiment::parseStrictJson(store::readFile(toPath(path), kLargestFile));
    } catch (const Json::exception&) { // As if it were another kind of value.
    }
    if (!json.is_object()) {
        throw error(OwnPolicies::tr("this is no JSON object"));
    }
    if (json.value(kVersionKey, Json()) != Json(kVersion)) {
        throw error(OwnPolicies::tr("%1 has to be %2").arg(QString::fromStdString(kVersionKey)).arg(kVersion));
    }
    OwnPolicy own;
    own.name = experiment::readAt(
        "name", [&json] { return QString::fromStdString(experiment::readText(json.value("name", Json()))); });
    if (const QString problem = policyNameProblem(own.name); !problem.isEmpty()) {
        throw error(problem);
    }
    own.policy = experiment::policyFromJson(json.value("precision", Json()));
    return own;
}

bool sameName(const QString& a, const QString& b) {
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

/// Whether a policy of a name may be written to a file: there is none, or it holds the policy of that name, which
/// another window saved.
bool mayHold(const QString& path, const QString& name) {
    if (!QFileInfo::exists(path)) {
        return true;
    }
    try {
        return sameName(policyOfFile(path).name, name);
    } catch (const InputError&) { // What a person may want to repair.
        return false;
    }
}

} // namespace

void OwnPolicies::setFolder(const QString& folder) {
    folder_ = folder;
    read();
    emit changed();
}

const OwnPolicy* OwnPolicies::find(const QString& name) const {
    const auto found = std::ranges::find_if(policies_,
                                            [&name](const OwnPolicy& own) { return sameName(own.name, name); });
    return found == policies_.end() ? nullptr : &*found;
}

QString OwnPolicies::nameOf(const nn::PrecisionPolicy& policy) const {
    const auto found = std::ranges::find(policies_, policy, &OwnPolicy::policy);
    return found == policies_.end() ? QString() : found->name;
}

void OwnPolicies::save(const QString& name, const nn::PrecisionPolicy& policy) {
    const QString trimmed = name.simplified();
    if (const QString problem = policyNameProblem(trimmed); !problem.isEmpty()) {
        throw error(problem);
    }
    nn::validate(policy);
    if (folder_.isEmpty()) {
        throw error(tr("there is no folder to keep policies in"));
    }
    store::makeFolder(toPath(folder_));
    store::writeFile(toPath(fileOf(trimmed)), fileText({trimmed, policy}));
    read();
    emit changed();
}

void OwnPolicies::rename(const QString& name, const QString& newName) {
    const OwnPolicy* own = find(name);
    if (own == nullptr) {
        throw error(tr("there is no policy called %1").arg(name));
    }
    const QString trimmed = newName.simplified();
    if (!sameName(name, trimmed) && find(trimmed) != nullptr) {
        throw error(tr("another policy is called %1 already").arg(trimmed));
    }
    const OwnPolicy before = *own;
    save(trimmed, before.policy);
    if (!sameName(before.name, trimmed)) {
        remove(before.name);
    }
}

void OwnPolicies::remove(const QString& name) {
    const OwnPolicy* own = find(name);
    if (own == nullptr) {
        return;
    }
    const QString file = fileOf(own->name);
    if (!QFile::remove(file) && QFile::exists(file)) {
        throw error(tr("%1 cannot be removed: check whether it may be written to").arg(QDir::toNativeSeparators(file)));
    }
    read();
    emit changed();
}

QString OwnPolicies::fileOf(const QString& name) const {
    const QString key = name.toLower();
    if (const auto known = files_.constFind(key); known != files_.constEnd()) {
        return *known;
    }
    const QString stem = folder_ + QLatin1Char('/') + kPrefix + key;
    QString path = stem + kEnding;
    for (int number = 2; !mayHold(path, name); ++number) {
        path = stem + QLatin1Char('-') + QString::number(number) + kEnding;
    }
    return path;
}

void OwnPolicies::read() {
    policies_.clear();
    files_.clear();
    problems_.clear();
    if (folder_.isEmpty()) {
        return;
    }
    const QFileInfoList files = QDir(folder_).entryInfoList({kPrefix + QLatin1Char('*') + kEnding}, QDir::Files,
                                                            QDir::Name);
    for (const QFileInfo& file : files.mid(0, kMostFiles)) {
        try {
            const OwnPolicy own = policyOfFile(file.absoluteFilePath());
            if (find(own.name) != nullptr) {
                throw error(tr("another file has a policy called %1 too").arg(own.name));
            }
            files_[own.name.toLower()] = file.absoluteFilePath();
            policies_ << own;
        } catch (const InputError& problem) {
            problems_ << QStringLiteral("%1: %2").arg(file.fileName(), QString::fromUtf8(problem.what()));
        }
    }
    std::ranges::sort(policies_, [](const OwnPolicy& a, const OwnPolicy& b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
}

QString policyNameProblem(const QString& name) {
    static const QRegularExpression fit(
        QRegularExpression::anchoredPattern(QStringLiteral("[\\p{L}\\p{N}][\\p{L}\\p{N} _+()-]*")));
    if (name.simplified().isEmpty()) {
        return OwnPolicies::tr("a name is missing");
    }
    if (name.size() > kLongestName) {
        return OwnPolicies::tr("a name has at most %1 letters").arg(kLongestName);
    }
    if (!fit.match(name).hasMatch()) {
        return OwnPolicies::tr(
            "a name begins with a letter or digit, and has letters, digits, spaces and _ + - ( ) only");
    }
    // The first word decides how the text of a policy is read.
    const QString first = name.section(QLatin1Char(' '), 0, 0);
    if (experiment::isClause(first.toStdString()) || isNamed(first) || sameName(name, QStringLiteral("custom"))) {
        return OwnPolicies::tr("%1 means something already: choose another name").arg(first);
    }
    return {};
}

OwnPolicies& ownPolicies() {
    static OwnPolicies policies;
    return policies;
}

QString ownPoliciesFolder(const QSettings& settings) {
    // On Windows, settings may be in the registry and have no folder.
    const QFileInfo file(settings.fileName());
    const QString folder = settings.format() == QSettings::NativeFormat && !file.exists() && !file.dir().exists()
                               ? QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation)
                               : file.absolutePath();
    return folder + QStringLiteral("/policies");
}

} // namespace roundoff::ui
