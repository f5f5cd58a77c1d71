// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QLabel>
#include <QVBoxLayout>

namespace roundoff::ui {

/// A small label above an editor, as the fields around the precision matrix have them.
/// @returns the layout with both
inline QVBoxLayout* labelled(const QString& label, QWidget* editor, QWidget* parent) {
    auto* text = new QLabel(label, parent);
    text->setBuddy(editor);
    auto* column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(text);
    column->addWidget(editor);
    return column;
}

/// A box of choices, each a text and what specifications call it, that is only as wide as it has to be.
inline QComboBox* choiceBox(const QString& objectName, const QString& accessibleName, QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setObjectName(objectName);
    box->setAccessibleName(accessibleName);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

} // namespace roundoff::ui
