// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiment_form/form_row.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include "ui/widgets/icons.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {

FormRow::FormRow(const QString& label, QWidget* parent)
    : QWidget(parent), labelText_(label), editors_(new QHBoxLayout), messageRow_(new QWidget(this)),
      messageIcon_(new QLabel(messageRow_)), errorLabel_(new TintedLabel(&ThemeColors::error, messageRow_)),
      remarkLabel_(new TintedLabel(&ThemeColors::warning, messageRow_)) {
    editors_->setContentsMargins(0, 0, 0, 0);
    editors_->setSpacing(4);
    errorLabel_->setObjectName(QStringLiteral("problem"));
    errorLabel_->setWordWrap(true);
    remarkLabel_->setObjectName(QStringLiteral("remark"));
    remarkLabel_->setWordWrap(true);
    auto* message = new QHBoxLayout(messageRow_);
    message->setContentsMargins(0, 0, 0, 0);
    message->setSpacing(5);
    message->addWidget(messageIcon_, 0, Qt::AlignTop);
    message->addWidget(errorLabel_, 1);
    message->addWidget(remarkLabel_, 1);

    auto* column = new QVBoxLayout;
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(3);
    column->addLayout(editors_);
    column->addWidget(messageRow_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    if (!label.isEmpty()) {
        label_ = new QLabel(label, this);
        label_->setTextFormat(Qt::PlainText);
        label_->setWordWrap(true);
        // On a line with an editor of one line.
        label_->setMinimumHeight(fontMetrics().height() + 8);
        label_->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        layout->addWidget(label_, 0, Qt::AlignTop);
    }
    layout->addLayout(column, 1);
    updateMessage();
}

void FormRow::setRemark(const QString& remark, bool isError) {
    if (remark != remark_ || isError != remarkIsError_) {
        remark_ = remark;
        remarkIsError_ = isError;
        updateMessage();
    }
}

int FormRow::labelWidthHint() const {
    return label_ == nullptr ? 0 : label_->fontMetrics().horizontalAdvance(labelText_) + 2;
}

void FormRow::setLabelWidth(int width) {
    if (label_ != nullptr) {
        label_->setFixedWidth(width);
    }
}

void FormRow::setProblem(const QString& problem) {
    if (problem != problem_) {
        problem_ = problem;
        updateMessage();
        emit problemChanged();
    }
}

void FormRow::explain(const QString& toolTip) {
    setToolTip(toolTip);
}

void FormRow::setBuddy(QWidget* editor) {
    if (label_ != nullptr) {
        label_->setBuddy(editor);
    }
}

void FormRow::updateMessage() {
    constexpr int kIconSize = 14;
    const bool isError = !problem_.isEmpty() || remarkIsError_;
    const QString& text = problem_.isEmpty() ? remark_ : problem_;
    errorLabel_->setText(isError ? text : QString());
    remarkLabel_->setText(isError ? QString() : text);
    errorLabel_->setVisible(isError);
    remarkLabel_->setVisible(!isError);
    messageIcon_->setPixmap(iconPixmap(isError ? QStringLiteral("error") : QStringLiteral("notice"), kIconSize,
                                       isError ? themeColors().error : themeColors().warning, devicePixelRatioF()));
    messageRow_->setVisible(!text.isEmpty());
}

} // namespace roundoff::ui
