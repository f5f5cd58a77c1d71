// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiment_form/chips_row.h"

#include <utility>

#include <QHBoxLayout>

#include "core/base/error.h"

namespace roundoff::ui {

ChipsRow::ChipsRow(const QString& label, const QString& toolTip, ChipsEdit::Behaviour behaviour, Binding binding,
                   QWidget* parent)
    : FormRow(label, parent), binding_(std::move(binding)), chips_(new ChipsEdit(std::move(behaviour), this)) {
    chips_->setObjectName(QStringLiteral("values"));
    editors()->addWidget(chips_, 1);
    setBuddy(chips_);
    explain(toolTip);
    connect(chips_, &ChipsEdit::edited, this, &ChipsRow::take);
    connect(chips_, &ChipsEdit::problemChanged, this, [this](const QString& problem) { setProblem(problem); });
    reset();
}

void ChipsRow::refresh() {
    const QStringList values = binding_.get();
    if (values != shown_) {
        shown_ = values;
        chips_->setValues(values);
        setProblem({});
    }
}

void ChipsRow::reset() {
    shown_ = binding_.get();
    chips_->clearInput();
    chips_->setValues(shown_);
    setProblem({});
}

void ChipsRow::commit() {
    chips_->commit();
}

void ChipsRow::take(const QStringList& values) {
    if (values.isEmpty() && !binding_.ifEmpty.isEmpty()) {
        // The document keeps its last values until there are others.
        setProblem(binding_.ifEmpty);
        return;
    }
    try {
        shown_ = values;
        binding_.set(values);
        setProblem({});
    } catch (const InputError& error) {
        setProblem(QString::fromUtf8(error.what()));
    }
}

} // namespace roundoff::ui
