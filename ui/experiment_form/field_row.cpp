// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiment_form/field_row.h"

#include <utility>
#include <vector>

#include <QHBoxLayout>
#include <QToolButton>

#include "core/base/error.h"
#include "ui/document/axis_text.h"
#include "ui/document/experiment_document.h"
#include "ui/document/field_text.h"
#include "ui/experiment_form/value_editor.h"
#include "ui/widgets/chips_edit.h"
#include "ui/widgets/icons.h"

namespace roundoff::ui {
namespace {

using experiment::Field;
using experiment::FieldKind;
using experiment::Json;

QStringList offeredValues(const Field& field) {
    QStringList offered;
    if (field.optional) {
        offered << QString();
    }
    for (const std::string& choice : field.choices) {
        offered << QString::fromStdString(choice);
    }
    if (field.kind == FieldKind::Boolean) {
        offered << QStringLiteral("true") << QStringLiteral("false");
    }
    return offered.size() > 1 ? offered : QStringList();
}

bool parsesTo(const Field& field, const QString& text, const Json& value) {
    try {
        return parseValue(field, text) == value;
    } catch (const InputError&) {
        return false;
    }
}

QString exampleFor(FieldKind kind) {
    switch (kind) {
    case FieldKind::Integer: return QStringLiteral("1..6");
    case FieldKind::Real: return QStringLiteral("0.1, 0.5");
    case FieldKind::IntegerList: return QStringLiteral("64; 128, 64");
    default: return {};
    }
}

} // namespace

FieldRow::FieldRow(const Field& field, ExperimentDocument& document, QWidget* parent)
    : FormRow(fieldLabel(field), parent), field_(field), document_(document), editor_(makeValueEditor(field, this)),
      axisButton_(new QToolButton(this)) {
    setObjectName(QStringLiteral("row.") + QString::fromStdString(field.path));
    editors()->addWidget(editor_, 1);
    setBuddy(editor_);
    axisButton_->setObjectName(QStringLiteral("vary"));
    axisButton_->setAutoRaise(true);
    axisButton_->setIconSize(QSize(14, 14));
    QSizePolicy policy = axisButton_->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    axisButton_->setSizePolicy(policy);
    // One choice is nothing to vary.
    axisButton_->setVisible(field.kind != FieldKind::Choice || field.choices.size() > 1);
    editors()->addWidget(axisButton_, 0, Qt::AlignTop);
    connect(editor_, &ValueEditor::edited, this, &FieldRow::takeText);
    connect(editor_, &ValueEditor::restoreRequested, this, &FieldRow::reset);
    connect(axisButton_, &QToolButton::clicked, this, &FieldRow::toggleAxis);
    refreshValue(true);
    refresh();
}

void FieldRow::refresh() {
    const std::vector<Json>* axis = document_.axisValues(field_.path);
    if (axis != nullptr) {
        makeChips();
        QStringList texts;
        for (const Json& value : *axis) {
            texts << valueText(field_, value);
        }
        chips_->setValues(texts);
    }
    if (chips_ != nullptr) {
        chips_->setVisible(axis != nullptr);
    }
    editor_->setVisible(axis == nullptr);
    axisButton_->setIcon(actionIcon(axis == nullptr ? QStringLiteral("add") : QStringLiteral("single")));
    axisButton_->setToolTip(axis == nullptr
                                ? tr("Vary %1: one run for each of several values").arg(fieldLabelInSentence(field_))
                                : tr("Back to one value of %1").arg(fieldLabelInSentence(field_)));
    axisButton_->setAccessibleName(axisButton_->toolTip());
    refreshValue(false);

    QString why = whyWithoutEffect(field_, document_.specification());
    if (document_.axisValues(field_.group()) != nullptr) {
        why = tr("Given by the values of %1").arg(axisLabelInSentence(field_.group()));
    }
    editor_->setEnabled(why.isEmpty());
    axisButton_->setEnabled(why.isEmpty() || axis != nullptr);
    explain(why.isEmpty()
                ? fieldToolTip(field_)
                : fieldToolTip(field_).replace(QStringLiteral("</qt>"),
                                               QStringLiteral("<br><i>%1</i></qt>").arg(why.toHtmlEscaped())));
}

void FieldRow::reset() {
    if (chips_ != nullptr) {
        chips_->clearInput();
    }
    refreshValue(true);
}

void FieldRow::commit() {
    if (chips_ != nullptr && !chips_->isHidden()) {
        chips_->commit();
    }
}

void FieldRow::takeText(const QString& text) {
    QString problem;
    try {
        document_.setValue(field_.path, parseValue(field_, text));
    } catch (const InputError& error) {
        problem = QString::fromUtf8(error.what());
    }
    editor_->setInvalid(!problem.isEmpty());
    setProblem(problem);
}

void FieldRow::takeAxis(const QStringList& values) {
    std::vector<Json> parsed;
    for (const QString& value : values) {
        parsed.push_back(parseValue(field_, value));
    }
    document_.setAxis(field_.path, std::move(parsed));
}

void FieldRow::toggleAxis() {
    if (document_.axisValues(field_.path) != nullptr) {
        chips_->clearInput();
        document_.collapseAxis(field_.path);
        editor_->setFocus();
    } else {
        reset();
        document_.setAxis(field_.path, {field_.get(document_.specification().base)});
        chips_->setFocus();
    }
}

void FieldRow::makeChips() {
    if (chips_ != nullptr) {
        return;
    }
    const bool lists = field_.kind == FieldKind::IntegerList;
    const QString example = exampleFor(field_.kind);
    chips_ = new ChipsEdit({.parse =
                                [this, lists](const QString& text) {
                                    QStringList values;
                                    for (const QString& value : splitValues(text, lists)) {
                                        values << valueText(field_, parseValue(field_, value));
                                    }
                                    return values;
                                },
                            .display = [this](const QString& value) { return shownText(field_, value); },
                            .icon = {},
                            .offered = offeredValues(field_),
                            .placeholder = example.isEmpty() ? QString() : tr("e.g. %1").arg(example),
                            .name = tr("Values of %1").arg(fieldLabelInSentence(field_)),
                            .separator = lists ? QLatin1Char(';') : QLatin1Char(',')},
                           this);
    chips_->setObjectName(QStringLiteral("values"));
    editors()->insertWidget(0, chips_, 1);
    connect(chips_, &ChipsEdit::edited, this, &FieldRow::takeAxis);
    connect(chips_, &ChipsEdit::problemChanged, this, [this](const QString& problem) { setProblem(problem); });
}

void FieldRow::refreshValue(bool force) {
    const Json value = field_.get(document_.specification().base);
    if (!force && value == shown_) {
        return;
    }
    shown_ = value;
    // "0.10" is left as it was typed.
    if (!force && parsesTo(field_, editor_->text(), value)) {
        return;
    }
    editor_->setText(valueText(field_, value));
    editor_->setInvalid(false);
    setProblem({});
}

} // namespace roundoff::ui
