// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/policy_editor.h"

#include <algorithm>

#include <QDialogButtonBox>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include "ui/precision/cell_fields.h"
#include "ui/precision/matrix_view.h"
#include "ui/precision/policy_chooser.h"
#include "ui/precision/policy_fields.h"
#include "ui/precision/policy_model.h"
#include "ui/precision/policy_sentence.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

QFrame* separator(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

QStringList toQStrings(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts) {
        list << QString::fromStdString(text);
    }
    return list;
}

} // namespace

PolicyEditor::PolicyEditor(const nn::PrecisionPolicy& policy, const QList<LayerPlace>& layers, OwnPolicies& own,
                           QWidget* parent)
    : QDialog(parent), model_(new PolicyModel(this)), chooser_(new PolicyChooser(own, this)),
      fields_(new PolicyFields(this)), matrix_(new MatrixView(*model_, this)),
      cellFields_(new CellFields(*model_, *matrix_, this)), missingRow_(new QWidget(this)),
      missing_(new TintedLabel(&ThemeColors::error, missingRow_)), sentence_(new QLabel(this)) {
    setObjectName(QStringLiteral("policyEditor"));
    setWindowTitle(tr("Precision by layer and role"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    ok_ = buttons->button(QDialogButtonBox::Ok);
    ok_->setToolTip(tr("Ctrl+Return"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    missing_->setObjectName(QStringLiteral("missingLayers"));
    missing_->setWordWrap(true);
    auto* removeMissing = new QPushButton(tr("Remove them"), missingRow_);
    removeMissing->setObjectName(QStringLiteral("removeMissing"));
    removeMissing->setAutoDefault(false);
    connect(removeMissing, &QPushButton::clicked, model_, &PolicyModel::removeMissingLayers);
    auto* missingLayout = new QHBoxLayout(missingRow_);
    missingLayout->setContentsMargins(0, 0, 0, 0);
    missingLayout->addWidget(missing_, 1);
    missingLayout->addWidget(removeMissing);

    constexpr int kSentenceLines = 3;
    sentence_->setObjectName(QStringLiteral("policySentence"));
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setWordWrap(true);
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    sentence_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // The buttons stay where they are while the sentence grows and shrinks.
    sentence_->setMinimumHeight(kSentenceLines * fontMetrics().lineSpacing());

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(chooser_);
    layout->addWidget(fields_);
    layout->addWidget(matrix_, 4);
    layout->addWidget(missingRow_);
    layout->addWidget(cellFields_);
    layout->addWidget(separator(this));
    layout->addWidget(sentence_, 1);
    layout->addWidget(buttons);

    connect(chooser_, &PolicyChooser::chosen, this,
            [this](const nn::PrecisionPolicy& chosen) { model_->setPolicy(chosen); });
    connect(fields_, &PolicyFields::edited, this, [this] { model_->setSettings(fields_->applied(model_->policy())); });
    connect(model_, &PolicyModel::policyChanged, this, &PolicyEditor::refresh);
    model_->setPolicy(policy, layers);
    matrix_->setCurrentIndex(model_->index(PolicyModel::kAllLayersRow, 0));
    matrix_->setFocus();

    constexpr int kComfortableWidth = 1060;
    constexpr QSize kFrame(24, 56); // Of the window, and a little air.
    ensurePolished();
    matrix_->fitColumns();
    resize(QSize(kComfortableWidth, sizeHint().height()).boundedTo(screen()->availableSize() - kFrame));
}

const nn::PrecisionPolicy& PolicyEditor::policy() const {
    return model_->policy();
}

void PolicyEditor::keyPressEvent(QKeyEvent* event) {
    // Return ends the editing of a cell or field; it is not to close the window as well.
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (event->modifiers().testFlag(Qt::ControlModifier) && ok_->isEnabled()) {
            accept();
        }
        return;
    }
    QDialog::keyPressEvent(event);
}

void PolicyEditor::refresh() {
    const PolicyProblem& problem = model_->problem();
    const bool sound = problem.text.isEmpty();
    const std::vector<std::string> missing = model_->missing();
    missing_->setText(tr("This network has no %1, but the policy has formats for it.")
                          .arg(toQStrings(missing).join(QStringLiteral(", "))));
    missingRow_->setVisible(!missing.empty());
    chooser_->showPolicy(model_->policy(), sound);
    fields_->showPolicy(model_->policy());
    fields_->setProblem(problem.row < 0 ? problem.text : QString());
    sentence_->setText(policySentence(model_->policy()));
    sentence_->setEnabled(sound);
    ok_->setEnabled(sound);
}

} // namespace roundoff::ui
