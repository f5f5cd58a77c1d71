// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

#include <QWidget>

#include "core/nn/precision_policy.h"

class QComboBox;
class QPushButton;

namespace roundoff::ui {

class OwnPolicies;
class TintedLabel;

/// The policies to start from, those that come with the program and one's own, each with a line of explanation; and the
/// commands that keep one's own.
class PolicyChooser : public QWidget {
    Q_OBJECT

public:
    /// @param own  outlives the chooser
    explicit PolicyChooser(OwnPolicies& own, QWidget* parent = nullptr);

    /// The policy as it stands: what is chosen is the one that equals it, and this is what is saved.
    /// @param sound  whether it can be used, and so be saved
    void showPolicy(const nn::PrecisionPolicy& policy, bool sound);

signals:
    void chosen(const nn::PrecisionPolicy& policy);

private:
    void fill();
    void select();
    void take(int index);
    void askForName(const QString& title, const QString& name, const std::function<void(const QString&)>& use);
    void save(const QString& name);
    void attempt(const std::function<void()>& command);
    [[nodiscard]] QString ownName() const;

    OwnPolicies& own_;
    nn::PrecisionPolicy policy_;
    bool sound_ = true;
    QComboBox* box_;
    QPushButton* save_;
    QPushButton* rename_;
    QPushButton* remove_;
    TintedLabel* explanation_;
    TintedLabel* problem_;
};

} // namespace roundoff::ui
