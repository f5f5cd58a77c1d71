// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/precision_row.h"

#include <utility>
#include <vector>

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/experiment/fields.h"
#include "core/experiment/validation.h"
#include "ui/charts/series_style.h"
#include "ui/document/experiment_document.h"
#include "ui/document/field_text.h"
#include "ui/document/precision_text.h"
#include "ui/precision/named_policies.h"
#include "ui/precision/own_policies.h"
#include "ui/precision/policy_editor.h"
#include "ui/precision/policy_names.h"
#include "ui/precision/policy_sentence.h"
#include "ui/theme.h"
#include "ui/widgets/chips_edit.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

using experiment::Json;

const std::string kPath = "precision";

/// What a chip says: long texts are cut, and told whole by the chip's tooltip.
QString chipText(const QString& value) {
    constexpr qsizetype kLongest = 30;
    const QString name = policyName(parsePrecision(value));
    return name.size() > kLongest ? name.left(kLongest - 1) + QChar(0x2026) : name;
}

QString chipToolTip(const QString& value) {
    const nn::PrecisionPolicy policy = parsePrecision(value);
    return QStringLiteral("<qt><b>%1</b><br>%2<br>%3</qt>")
        .arg(policyName(policy).toHtmlEscaped(), policySentence(policy).toHtmlEscaped(),
             PrecisionRow::tr("Double-click to edit").toHtmlEscaped());
}

QIcon chipIcon(const QString& value) {
    constexpr QSize kSample(22, 12);
    return sampleIcon(styleForPrecision(policyName(parsePrecision(value)), isDarkTheme()), kSample);
}

} // namespace

PrecisionRow::PrecisionRow(ExperimentDocument& document, OwnPolicies& own, QWidget* parent)
    : FormRow(QString(), parent), document_(document), own_(own),
      chips_(new ChipsEdit({.parse = [this](const QString& text) { return parse(text); },
                            .display = chipText,
                            .icon = chipIcon,
                            .toolTip = chipToolTip,
                            .offered = namedPolicies(),
                            .placeholder = tr("Add a precision"),
                            .name = fieldLabel(experiment::fieldAt(kPath))},
                           this)),
      edit_(new QPushButton(tr("Edit..."), this)), removeMissing_(new QPushButton(tr("Remove"), this)),
      sentence_(new TintedLabel(&ThemeColors::muted, this)) {
    setObjectName(QStringLiteral("row.") + QString::fromStdString(kPath));
    chips_->setObjectName(QStringLiteral("values"));
    edit_->setObjectName(QStringLiteral("editPrecision"));
    edit_->setToolTip(tr("Formats by layer and role, rounding, overflow and accumulators of the current precision"));
    removeMissing_->setObjectName(QStringLiteral("removeMissingLayers"));
    removeMissing_->setToolTip(tr("Remove what the precisions say of layers that the network has not"));
    sentence_->setObjectName(QStringLiteral("meaning"));
    sentence_->setTextFormat(Qt::PlainText);
    sentence_->setWordWrap(true);

    auto* commands = new QHBoxLayout;
    commands->setSpacing(4);
    commands->addStretch();
    commands->addWidget(removeMissing_);
    commands->addWidget(edit_);
    auto* column = new QVBoxLayout;
    column->setSpacing(4);
    column->addWidget(chips_);
    column->addWidget(sentence_);
    column->addLayout(commands);
    editors()->addLayout(column, 1);
    setBuddy(chips_);
    explain(fieldToolTip(experiment::fieldAt(kPath)));

    connect(chips_, &ChipsEdit::edited, this, &PrecisionRow::take);
    connect(chips_, &ChipsEdit::problemChanged, this, [this](const QString& problem) {
        typingProblem_ = problem;
        refreshProblem();
    });
    connect(chips_, &ChipsEdit::currentChanged, this, &PrecisionRow::refreshMeaning);
    connect(chips_, &ChipsEdit::activated, this, &PrecisionRow::edit);
    connect(edit_, &QPushButton::clicked, this, [this] { edit(chips_->current()); });
    connect(removeMissing_, &QPushButton::clicked, this, &PrecisionRow::removeMissing);
    connect(&own_, &OwnPolicies::changed, this, &PrecisionRow::offer);
    offer();
    reset();
}

void PrecisionRow::refresh() {
    const QStringList values = documentValues();
    if (values != shown_) {
        shown_ = values;
        chips_->setValues(values);
        typingProblem_.clear();
    }
    refreshMeaning();
    refreshProblem();
}

void PrecisionRow::reset() {
    shown_ = documentValues();
    chips_->clearInput();
    chips_->setValues(shown_);
    typingProblem_.clear();
    refreshMeaning();
    refreshProblem();
}

void PrecisionRow::commit() {
    chips_->commit();
}

QStringList PrecisionRow::documentValues() const {
    const std::vector<Json>* axis = document_.axisValues(kPath);
    if (axis == nullptr) {
        return {precisionText(document_.specification().base.precision)};
    }
    QStringList values;
    for (const Json& value : *axis) {
        values << precisionText(precisionOf(value));
    }
    return values;
}

QStringList PrecisionRow::parse(const QString& text) const {
    QStringList values;
    for (const QString& part : splitPrecisions(text)) {
        const OwnPolicy* own = own_.find(part.simplified());
        values << precisionText(own != nullptr ? own->policy : parsePrecision(part));
    }
    return values;
}

void PrecisionRow::take(const QStringList& values) {
    typingProblem_.clear();
    if (values.isEmpty()) {
        // The document keeps its last values until there are others.
        typingProblem_ = tr("At least one precision is needed");
    } else {
        std::vector<Json> parsed;
        for (const QString& value : values) {
            parsed.push_back(precisionJson(parsePrecision(value)));
        }
        shown_ = values;
        document_.setAlternatives(kPath, parsed);
    }
    refreshMeaning();
    refreshProblem();
}

void PrecisionRow::edit(const QString& value) {
    const nn::PrecisionPolicy policy = value.isEmpty() ? document_.specification().base.precision
                                                       : parsePrecision(value);
    auto* editor = new PolicyEditor(policy, layersOf(document_.specification()), own_, this);
    editor->setAttribute(Qt::WA_DeleteOnClose);
    connect(editor, &QDialog::accepted, this, [this, editor, value] { exchange(value, editor->policy()); });
    editor->open();
}

void PrecisionRow::exchange(const QString& value, const nn::PrecisionPolicy& policy) {
    const QString text = precisionText(policy);
    QStringList values;
    for (const QString& other : chips_->values()) {
        const QString next = other == value ? text : other;
        if (!values.contains(next)) {
            values << next;
        }
    }
    if (!values.contains(text)) {
        values << text;
    }
    if (values == chips_->values()) {
        return;
    }
    document_.closeStep();
    chips_->setValues(values);
    chips_->setCurrent(text);
    take(values);
    document_.closeStep();
}

void PrecisionRow::removeMissing() {
    const std::size_t layers = fewestLayers(document_.specification());
    QStringList values;
    for (const QString& value : chips_->values()) {
        const QString text = precisionText(withoutMissingLayers(parsePrecision(value), layers));
        if (!values.contains(text)) {
            values << text;
        }
    }
    document_.closeStep();
    chips_->setValues(values);
    take(values);
    document_.closeStep();
}

void PrecisionRow::offer() {
    QStringList offered;
    for (const OwnPolicy& own : own_.policies()) {
        offered << precisionText(own.policy);
    }
    offered += namedPolicies();
    offered.removeDuplicates();
    chips_->setOffered(offered);
    refreshMeaning();
}

void PrecisionRow::refreshMeaning() {
    const QString value = chips_->current();
    edit_->setEnabled(!value.isEmpty());
    if (value.isEmpty()) {
        sentence_->clear();
        return;
    }
    const nn::PrecisionPolicy policy = parsePrecision(value);
    const QString sentence = policySentence(policy);
    sentence_->setText(
        chips_->values().size() > 1 ? tr("%1: %2", "policy, what it means").arg(chipText(value), sentence) : sentence);
}

void PrecisionRow::refreshProblem() {
    const std::size_t layers = fewestLayers(document_.specification());
    QString missing;
    for (const QString& value : std::as_const(shown_)) {
        const std::vector<std::string> names = experiment::missingLayers(parsePrecision(value), layers);
        if (missing.isEmpty() && !names.empty()) {
            missing = tr("%1 has formats for %2, but the network has layers 1 to %3 only")
                          .arg(chipText(value), QString::fromStdString(names.front()), QString::number(layers));
        }
    }
    removeMissing_->setVisible(!missing.isEmpty());
    setProblem(typingProblem_.isEmpty() ? missing : typingProblem_);
}

} // namespace roundoff::ui
