// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/policy_chooser.h"

#include <utility>

#include <QAbstractItemView>
#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "ui/precision/explained_delegate.h"
#include "ui/precision/named_policies.h"
#include "ui/precision/own_policies.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

constexpr int kIsOwnRole = ExplainedDelegate::kExplanationRole + 1;

QPushButton* commandButton(const QString& name, const QString& text, const QString& toolTip, QWidget* parent) {
    auto* button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setToolTip(toolTip);
    button->setAutoDefault(false);
    return button;
}

} // namespace

PolicyChooser::PolicyChooser(OwnPolicies& own, QWidget* parent)
    : QWidget(parent), own_(own), box_(new QComboBox(this)),
      save_(commandButton(QStringLiteral("savePolicy"), tr("&Save as..."), tr("Keep this policy under a name"), this)),
      rename_(
          commandButton(QStringLiteral("renamePolicy"), tr("Re&name..."), tr("Give this policy another name"), this)),
      remove_(commandButton(QStringLiteral("removePolicy"), tr("&Delete"),
                            tr("Forget the name of this policy. Experiments that use it keep it."), this)),
      explanation_(new TintedLabel(&ThemeColors::muted, this)), problem_(new TintedLabel(&ThemeColors::error, this)) {
    constexpr int kLetters = 22;
    constexpr int kListWidth = 520;
    constexpr int kMostVisible = 14;
    box_->setObjectName(QStringLiteral("policyChooser"));
    box_->setAccessibleName(tr("Policy to start from"));
    box_->setToolTip(tr("Start from a policy that there is"));
    box_->setPlaceholderText(tr("custom policy"));
    box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box_->setMinimumContentsLength(kLetters);
    box_->setMaxVisibleItems(kMostVisible);
    box_->setItemDelegate(new ExplainedDelegate(box_));
    box_->view()->setMinimumWidth(kListWidth);
    explanation_->setObjectName(QStringLiteral("policyExplanation"));
    explanation_->setTextFormat(Qt::PlainText);
    explanation_->setWordWrap(true);
    problem_->setObjectName(QStringLiteral("ownPolicyProblem"));
    problem_->setTextFormat(Qt::PlainText);
    problem_->setWordWrap(true);
    problem_->hide();

    auto* label = new QLabel(tr("S&tart from"), this);
    label->setBuddy(box_);
    auto* head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(label);
    head->addWidget(box_);
    head->addWidget(explanation_, 1);
    head->addWidget(save_);
    head->addWidget(rename_);
    head->addWidget(remove_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(head);
    layout->addWidget(problem_);

    connect(box_, &QComboBox::activated, this, &PolicyChooser::take);
    connect(save_, &QPushButton::clicked, this,
            [this] { askForName(tr("Save policy"), ownName(), [this](const QString& name) { save(name); }); });
    connect(rename_, &QPushButton::clicked, this, [this] {
        const QString before = ownName();
        askForName(tr("Rename policy"), before,
                   [this, before](const QString& name) { attempt([&] { own_.rename(before, name); }); });
    });
    connect(remove_, &QPushButton::clicked, this, [this] { attempt([this] { own_.remove(ownName()); }); });
    connect(&own_, &OwnPolicies::changed, this, &PolicyChooser::fill);
    fill();
    if (!own_.problems().isEmpty()) {
        problem_->setText(tr("Left out: %1").arg(own_.problems().join(QStringLiteral("; "))));
        problem_->show();
    }
}

void PolicyChooser::showPolicy(const nn::PrecisionPolicy& policy, bool sound) {
    policy_ = policy;
    sound_ = sound;
    select();
}

void PolicyChooser::fill() {
    box_->clear();
    const auto add = [this](const QString& name, const QString& explanation, bool isOwn) {
        box_->addItem(name);
        box_->setItemData(box_->count() - 1, explanation, ExplainedDelegate::kExplanationRole);
        box_->setItemData(box_->count() - 1, isOwn, kIsOwnRole);
    };
    for (const OwnPolicy& own : own_.policies()) {
        add(own.name, tr("One of your own"), true);
    }
    if (box_->count() > 0) {
        box_->insertSeparator(box_->count());
    }
    for (const QString& name : namedPolicies()) {
        add(name, policyExplanation(name), false);
    }
    select();
}

void PolicyChooser::select() {
    const QString own = own_.nameOf(policy_);
    const QString name = own.isEmpty() ? QString::fromStdString(policy_.name()) : own;
    box_->setCurrentIndex(box_->findText(name));
    const QString explanation = box_->currentData(ExplainedDelegate::kExplanationRole).toString();
    explanation_->setText(explanation);
    save_->setEnabled(sound_);
    rename_->setEnabled(!own.isEmpty());
    remove_->setEnabled(!own.isEmpty());
}

void PolicyChooser::take(int index) {
    const QString name = box_->itemText(index);
    const OwnPolicy* own = own_.find(name);
    const bool isOwn = box_->itemData(index, kIsOwnRole).toBool() && own != nullptr;
    emit chosen(isOwn ? own->policy : nn::namedPolicy(name.toStdString()));
}

void PolicyChooser::askForName(const QString& title, const QString& name,
                               const std::function<void(const QString&)>& use) {
    auto* dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("policyName"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(title);
    dialog->setLabelText(tr("Name of the policy"));
    dialog->setTextValue(name);
    connect(dialog, &QInputDialog::textValueSelected, this, use);
    dialog->open();
}

void PolicyChooser::save(const QString& name) {
    const OwnPolicy* there = own_.find(name.simplified());
    if (there == nullptr || there->policy == policy_) {
        attempt([&] { own_.save(name, policy_); });
        return;
    }
    auto* question = new QMessageBox(QMessageBox::Question, tr("Save policy"),
                                     tr("There is a policy called %1. Put this one in its place?").arg(there->name),
                                     QMessageBox::Cancel, this);
    question->setObjectName(QStringLiteral("replacePolicy"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText); // The name may be a stranger's.
    QPushButton* replace = question->addButton(tr("Replace"), QMessageBox::AcceptRole);
    connect(replace, &QPushButton::clicked, this, [this, name] { attempt([&] { own_.save(name, policy_); }); });
    question->open();
}

void PolicyChooser::attempt(const std::function<void()>& command) {
    QString problem;
    try {
        command();
    } catch (const InputError& error) {
        problem = QString::fromUtf8(error.what());
    }
    problem_->setText(problem);
    problem_->setVisible(!problem.isEmpty());
}

QString PolicyChooser::ownName() const {
    return own_.nameOf(policy_);
}

} // namespace roundoff::ui
