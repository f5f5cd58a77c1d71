// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiment_form/number_edit.h"

#include <algorithm>

#include <QWheelEvent>

#include "ui/widgets/form_line_edit.h"

namespace roundoff::ui {

NumberEdit::NumberEdit(QWidget* parent) : QAbstractSpinBox(parent), line_(new FormLineEdit(this)) {
    setLineEdit(line_);
    setFocusPolicy(Qt::StrongFocus);
    connect(line_, &QLineEdit::textEdited, this, &NumberEdit::edited);
    connect(line_, &FormLineEdit::restoreRequested, this, &NumberEdit::restoreRequested);
}

void NumberEdit::setRange(double low, double high) {
    low_ = low;
    high_ = high;
}

void NumberEdit::setText(const QString& text) {
    line_->setText(text);
}

void NumberEdit::setPlaceholderText(const QString& text) {
    line_->setPlaceholderText(text);
}

void NumberEdit::setInvalid(bool invalid) {
    line_->setInvalid(invalid);
}

void NumberEdit::stepBy(int steps) {
    bool good = false;
    const qlonglong now = line_->text().toLongLong(&good);
    const double next = good ? static_cast<double>(now) + steps : low_;
    line_->setText(QString::number(static_cast<qlonglong>(std::clamp(next, low_, high_))));
    line_->selectAll();
    emit edited(line_->text());
}

QValidator::State NumberEdit::validate(QString& /*input*/, int& /*position*/) const {
    return QValidator::Acceptable;
}

QAbstractSpinBox::StepEnabled NumberEdit::stepEnabled() const {
    bool good = false;
    const auto now = static_cast<double>(line_->text().toLongLong(&good));
    StepEnabled enabled;
    enabled.setFlag(StepUpEnabled, !good || now < high_);
    enabled.setFlag(StepDownEnabled, good && now > low_);
    return enabled;
}

void NumberEdit::wheelEvent(QWheelEvent* event) {
    // Scrolling the form is not to change what the mouse happens to be over.
    if (hasFocus()) {
        QAbstractSpinBox::wheelEvent(event);
    } else {
        event->ignore();
    }
}

} // namespace roundoff::ui
