// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "core/nn/precision_policy.h"

class QComboBox;

namespace roundoff::ui {

class TintedLabel;

/// What a policy says for all its roles and layers: rounding, overflow, subnormals and arithmetic.
class PolicyFields : public QWidget {
    Q_OBJECT

public:
    explicit PolicyFields(QWidget* parent = nullptr);

    /// Shows a policy without edited().
    void showPolicy(const nn::PrecisionPolicy& policy);
    /// The policy with what is chosen here in the place of its own.
    [[nodiscard]] nn::PrecisionPolicy applied(nn::PrecisionPolicy policy) const;
    /// What is wrong with it, beside the fields; empty for nothing.
    void setProblem(const QString& problem);

signals:
    void edited();

private:
    QComboBox* rounding_;
    QComboBox* overflow_;
    QComboBox* subnormals_;
    QComboBox* arithmetic_;
    TintedLabel* problem_;
};

/// Every rounding there is, by its name in specifications, and every overflow.
[[nodiscard]] QList<format::Rounding> allRoundings();
[[nodiscard]] QList<format::Overflow> allOverflows();

} // namespace roundoff::ui
