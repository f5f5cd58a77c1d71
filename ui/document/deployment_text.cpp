// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/deployment_text.h"

#include <optional>

#include <QCoreApplication>
#include <QStringList>

#include "core/base/error.h"
#include "core/format/names.h"

namespace roundoff::ui {
namespace {

struct DeploymentText {
    Q_DECLARE_TR_FUNCTIONS(DeploymentText)
};

using deploy::Deployment;

const QString kActivations = QStringLiteral("+activations");

QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

bool applyRounding(Deployment& deployment, const std::string& word) {
    try {
        deployment.rounding = format::parseRounding(word);
        return true;
    } catch (const InputError&) {
        return false;
    }
}

bool applyOverflow(Deployment& deployment, const std::string& word) {
    try {
        deployment.overflow = format::parseOverflow(word);
        return true;
    } catch (const InputError&) {
        return false;
    }
}

} // namespace

QString deploymentText(const Deployment& deployment) {
    QStringList words{QString::fromStdString(format::tensorFormatName(deployment.format))};
    if (deployment.rounding != Deployment{}.rounding) {
        words << toQString(format::name(deployment.rounding));
    }
    if (deployment.overflow) {
        words << toQString(format::name(*deployment.overflow));
    }
    if (deployment.scope == deploy::Scope::WeightsAndActivations) {
        words << kActivations;
    }
    return words.join(QLatin1Char(' '));
}

Deployment parseDeployment(const QString& text) {
    QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (words.isEmpty()) {
        throw InputError(DeploymentText::tr("a format's name is missing").toStdString());
    }
    Deployment deployment;
    deployment.format = format::parseTensorFormat(words.takeFirst().toStdString());
    for (const QString& word : words) {
        const std::string name = word.toLower().toStdString();
        if (word.compare(kActivations, Qt::CaseInsensitive) == 0) {
            deployment.scope = deploy::Scope::WeightsAndActivations;
        } else if (!applyRounding(deployment, name) && !applyOverflow(deployment, name)) {
            throw InputError(DeploymentText::tr("%1 is neither a rounding (nearest-even, toward-zero ...) nor an "
                                                "overflow (saturate, infinity, nan), nor +activations")
                                 .arg(word)
                                 .toStdString());
        }
    }
    return deployment;
}

} // namespace roundoff::ui
