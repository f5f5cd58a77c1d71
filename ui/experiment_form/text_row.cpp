// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiment_form/text_row.h"

#include <utility>

#include <QHBoxLayout>

#include "core/base/error.h"
#include "ui/experiment_form/number_edit.h"
#include "ui/widgets/form_line_edit.h"

namespace roundoff::ui {

TextRow::TextRow(const QString& label, const QString& toolTip, double low, double high, Binding binding,
                 QWidget* parent)
    : FormRow(label, parent), binding_(std::move(binding)) {
    QWidget* editor = nullptr;
    if (low < high) {
        number_ = new NumberEdit(this);
        number_->setRange(low, high);
        connect(number_, &NumberEdit::edited, this, &TextRow::take);
        connect(number_, &NumberEdit::restoreRequested, this, &TextRow::reset);
        editor = number_;
    } else {
        line_ = new FormLineEdit(this);
        connect(line_, &QLineEdit::textEdited, this, &TextRow::take);
        connect(line_, &FormLineEdit::restoreRequested, this, &TextRow::reset);
        editor = line_;
    }
    editor->setObjectName(QStringLiteral("value"));
    editor->setAccessibleName(label);
    editors()->addWidget(editor, 1);
    setBuddy(editor);
    explain(toolTip);
    reset();
}

void TextRow::setPlaceholderText(const QString& text) {
    if (line_ != nullptr) {
        line_->setPlaceholderText(text);
    }
}

void TextRow::refresh() {
    const QString value = binding_.get();
    if (value == shown_) {
        return;
    }
    if (value == text().trimmed()) {
        shown_ = value;
    } else {
        reset();
    }
}

void TextRow::reset() {
    shown_ = binding_.get();
    setText(shown_);
    setInvalid(false);
    setProblem({});
}

void TextRow::take(const QString& text) {
    QString problem;
    try {
        binding_.set(text.trimmed());
    } catch (const InputError& error) {
        problem = QString::fromUtf8(error.what());
    }
    setInvalid(!problem.isEmpty());
    setProblem(problem);
}

void TextRow::setText(const QString& text) {
    if (number_ != nullptr) {
        number_->setText(text);
    } else {
        line_->setText(text);
    }
}

void TextRow::setInvalid(bool invalid) {
    if (number_ != nullptr) {
        number_->setInvalid(invalid);
    } else {
        line_->setInvalid(invalid);
    }
}

QString TextRow::text() const {
    return number_ != nullptr ? number_->text() : line_->text();
}

} // namespace roundoff::ui
