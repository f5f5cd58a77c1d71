// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QStringList>

#include "core/nn/precision_policy.h"

class QSettings;

namespace roundoff::ui {

struct OwnPolicy {
    QString name;
    nn::PrecisionPolicy policy;

    bool operator==(const OwnPolicy&) const = default;
};

/// The policies that a person saved under names of their own: a JSON file each in one folder,
///
///     { "roundoffPolicy": 1, "name": "Careful FP8", "precision": { "weights": "FP8-E4M3", ... } }
///
/// where `precision` is as in a specification. A specification never refers to them: it holds the whole policy.
class OwnPolicies : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Reads the policies of a folder, which need not be there yet. Files that are no policies are left out.
    void setFolder(const QString& folder);

    /// In alphabetical order.
    [[nodiscard]] const QList<OwnPolicy>& policies() const { return policies_; }
    /// What is wrong with files that were left out, a line each.
    [[nodiscard]] const QStringList& problems() const { return problems_; }

    /// Upper or lower case; null if there is none.
    [[nodiscard]] const OwnPolicy* find(const QString& name) const;
    /// The name of an equal policy; empty if there is none.
    [[nodiscard]] QString nameOf(const nn::PrecisionPolicy& policy) const;

    /// Keeps a policy under a name, in the place of one that has it already.
    /// @throws InputError if the name or the policy is not fit, or the file cannot be written; nothing has changed then
    void save(const QString& name, const nn::PrecisionPolicy& policy);
    /// @throws InputError as save() does, and if another policy has the new name
    void rename(const QString& name, const QString& newName);
    /// @throws InputError if the file cannot be removed
    void remove(const QString& name);

signals:
    void changed();

private:
    /// Where a policy of this name is or goes, which is never a file that holds something else.
    [[nodiscard]] QString fileOf(const QString& name) const;
    void read();

    QString folder_;
    QList<OwnPolicy> policies_;
    QHash<QString, QString> files_; // By name in lower case.
    QStringList problems_;
};

/// Why a name is not fit for a policy: too long, with signs that texts of policies use, or one that means something
/// already; empty if it is fit.
[[nodiscard]] QString policyNameProblem(const QString& name);

/// The policies of the person at the screen, known throughout the window. Without a folder there are none.
[[nodiscard]] OwnPolicies& ownPolicies();

/// Where they are kept: beside the settings.
[[nodiscard]] QString ownPoliciesFolder(const QSettings& settings);

} // namespace roundoff::ui
