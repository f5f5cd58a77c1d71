// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/policy_fields.h"

#include <QComboBox>
#include <QHBoxLayout>

#include "core/format/names.h"
#include "ui/document/precision_cell_text.h"
#include "ui/precision/labelled.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {

using format::Overflow;
using format::Rounding;
using format::Subnormals;
using nn::Arithmetic;

PolicyFields::PolicyFields(QWidget* parent)
    : QWidget(parent), rounding_(choiceBox(QStringLiteral("policyRounding"), tr("Rounding of the policy"), this)),
      overflow_(choiceBox(QStringLiteral("policyOverflow"), tr("Overflow of the policy"), this)),
      subnormals_(choiceBox(QStringLiteral("policySubnormals"), tr("Subnormals"), this)),
      arithmetic_(choiceBox(QStringLiteral("policyArithmetic"), tr("Arithmetic"), this)),
      problem_(new TintedLabel(&ThemeColors::error, this)) {
    for (const Rounding rounding : allRoundings()) {
        rounding_->addItem(wordOf(format::name(rounding)), static_cast<int>(rounding));
    }
    rounding_->setToolTip(tr("How a value between two neighbours of its format is brought to one of them"));
    overflow_->addItem(tr("automatic"), -1);
    for (const Overflow overflow : allOverflows()) {
        overflow_->addItem(wordOf(format::name(overflow)), static_cast<int>(overflow));
    }
    overflow_->setToolTip(tr("What becomes of values beyond the largest finite one. Automatic: infinity, where the "
                             "format has it, else NaN, else the largest value"));
    for (const Subnormals subnormals : {Subnormals::Keep, Subnormals::Flush}) {
        subnormals_->addItem(wordOf(format::name(subnormals)), static_cast<int>(subnormals));
    }
    subnormals_->setToolTip(tr("Whether results below the smallest normal value are kept or become zero"));
    arithmetic_->addItem(tr("fused"), static_cast<int>(Arithmetic::Fused));
    arithmetic_->addItem(tr("stepwise"), static_cast<int>(Arithmetic::Stepwise));
    arithmetic_->setToolTip(tr("Whether an element-wise step is rounded once, when it is stored, or after every "
                               "elementary operation and every constant"));
    problem_->setObjectName(QStringLiteral("policySettingProblem"));
    problem_->setWordWrap(true);
    problem_->hide();

    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(labelled(tr("&Rounding"), rounding_, this));
    layout->addLayout(labelled(tr("&Overflow"), overflow_, this));
    layout->addLayout(labelled(tr("Su&bnormals"), subnormals_, this));
    layout->addLayout(labelled(tr("&Arithmetic"), arithmetic_, this));
    layout->addWidget(problem_, 1, Qt::AlignBottom);
    layout->addStretch(0);
    for (QComboBox* box : {rounding_, overflow_, subnormals_, arithmetic_}) {
        connect(box, &QComboBox::activated, this, &PolicyFields::edited);
    }
}

void PolicyFields::showPolicy(const nn::PrecisionPolicy& policy) {
    rounding_->setCurrentIndex(rounding_->findData(static_cast<int>(policy.rounding)));
    overflow_->setCurrentIndex(overflow_->findData(policy.overflow ? static_cast<int>(*policy.overflow) : -1));
    subnormals_->setCurrentIndex(subnormals_->findData(static_cast<int>(policy.subnormals)));
    arithmetic_->setCurrentIndex(arithmetic_->findData(static_cast<int>(policy.arithmetic)));
}

nn::PrecisionPolicy PolicyFields::applied(nn::PrecisionPolicy policy) const {
    policy.rounding = static_cast<Rounding>(rounding_->currentData().toInt());
    policy.overflow.reset();
    if (const int overflow = overflow_->currentData().toInt(); overflow >= 0) {
        policy.overflow = static_cast<Overflow>(overflow);
    }
    policy.subnormals = static_cast<Subnormals>(subnormals_->currentData().toInt());
    policy.arithmetic = static_cast<Arithmetic>(arithmetic_->currentData().toInt());
    return policy;
}

void PolicyFields::setProblem(const QString& problem) {
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
}

QList<Rounding> allRoundings() {
    return {Rounding::NearestEven, Rounding::NearestAway, Rounding::TowardZero,
            Rounding::Up,          Rounding::Down,        Rounding::Stochastic};
}

QList<Overflow> allOverflows() {
    return {Overflow::ToInfinity, Overflow::Saturate, Overflow::ToNan};
}

} // namespace roundoff::ui
