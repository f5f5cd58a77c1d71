// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/format_choice.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>

#include "core/base/error.h"
#include "core/format/characteristics.h"

namespace roundoff::ui {

FormatChoice::FormatChoice(const QString& which, const QString& format, QWidget* parent)
    : QWidget(parent), picker_(new QComboBox(this)) {
    picker_->setObjectName(QStringLiteral("formatPicker"));
    picker_->setAccessibleName(QString(which).remove(u'&'));
    picker_->setEditable(true);
    picker_->setInsertPolicy(QComboBox::NoInsert);
    picker_->setToolTip(tr("A format's name; also E<e>M<m> such as E5M6, INT<n>, FIXED<n>.<f>, DEC<d>, and with shared "
                           "scales INT<n>-SYM or -AFFINE with -CHANNEL or -G<values>, MXFP8-E4M3, "
                           "BLOCK<values>-<format>"));
    for (const std::string& name : format::tabledFormats()) {
        picker_->addItem(QString::fromStdString(name));
    }
    for (const std::string& name : format::tabledTensorFormats()) {
        picker_->addItem(QString::fromStdString(name));
    }
    constexpr int kLetters = 13;
    constexpr int kRows = 20;
    picker_->setMinimumContentsLength(kLetters);
    picker_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    picker_->setMaxVisibleItems(kRows);
    picker_->setCurrentText(format);
    read();
    connect(picker_, &QComboBox::currentTextChanged, this, [this] {
        read();
        emit changed();
    });

    auto* label = new QLabel(which, this);
    label->setBuddy(picker_);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(6);
    layout->addWidget(label);
    layout->addWidget(picker_);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QString FormatChoice::name() const {
    return picker_->currentText().trimmed();
}

void FormatChoice::setFormat(const QString& name) {
    try {
        (void)format::parseTensorFormat(name.toStdString());
        picker_->setCurrentText(name);
    } catch (const InputError&) {
        // What is shown stays: there is no such format (any more).
    }
}

void FormatChoice::read() {
    problem_.clear();
    try {
        format_ = format::parseTensorFormat(name().toStdString());
    } catch (const InputError& error) {
        problem_ = QString::fromUtf8(error.what());
    }
}

} // namespace roundoff::ui
