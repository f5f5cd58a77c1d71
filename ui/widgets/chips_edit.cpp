// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/chips_edit.h"

#include <utility>

#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QStringListModel>
#include <QToolButton>

#include "core/base/error.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/form_line_edit.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_text.h"

namespace roundoff::ui {

ChipsEdit::ChipsEdit(Behaviour behaviour, QWidget* parent)
    : QWidget(parent), behaviour_(std::move(behaviour)), flow_(new FlowLayout(this)), input_(new FormLineEdit(this)) {
    constexpr int kInputWidth = 90;
    constexpr int kSpacing = 4;
    flow_->setContentsMargins(0, 0, 0, 0);
    flow_->setSpacing(kSpacing);
    input_->setObjectName(QStringLiteral("chipsInput"));
    input_->setPlaceholderText(behaviour_.placeholder);
    input_->setAccessibleName(behaviour_.name);
    input_->setMinimumWidth(kInputWidth);
    input_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    input_->installEventFilter(this);
    setFocusProxy(input_);
    connect(input_, &QLineEdit::returnPressed, this, &ChipsEdit::commit);
    connect(input_, &QLineEdit::textEdited, this, [this](const QString& text) {
        setProblem({});
        if (text.endsWith(behaviour_.separator)) {
            commit();
        }
    });
    connect(input_, &FormLineEdit::backspaceAtStart, this, [this] {
        if (input_->text().isEmpty() && !values_.isEmpty()) {
            removeValue(values_.back());
        }
    });
    connect(input_, &FormLineEdit::restoreRequested, this, &ChipsEdit::clearInput);
    // Line and menu stay together when the chips wrap.
    auto* entry = new QWidget(this);
    entry->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    auto* entryLayout = new QHBoxLayout(entry);
    entryLayout->setContentsMargins(0, 0, 0, 0);
    entryLayout->setSpacing(kSpacing);
    entryLayout->addWidget(input_, 1);
    flow_->addWidget(entry);
    if (!behaviour_.offered.isEmpty()) {
        completions_ = new QStringListModel(this);
        fillCompleter();
        auto* completer = new QCompleter(completions_, this);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        connect(completer, qOverload<const QString&>(&QCompleter::activated), this, &ChipsEdit::commit,
                Qt::QueuedConnection);
        input_->setCompleter(completer);
        menuButton_ = new QToolButton(this);
        menuButton_->setObjectName(QStringLiteral("chipsMenu"));
        menuButton_->setIcon(actionIcon(QStringLiteral("expanded")));
        menuButton_->setToolTip(tr("Choose from a list"));
        menuButton_->setAccessibleName(tr("%1: choose from a list").arg(behaviour_.name));
        menuButton_->setPopupMode(QToolButton::InstantPopup);
        menu_ = new QMenu(menuButton_);
        menuButton_->setMenu(menu_);
        menuButton_->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
        connect(menu_, &QMenu::aboutToShow, this, &ChipsEdit::fillMenu);
        entryLayout->addWidget(menuButton_);
    }
}

void ChipsEdit::setValues(const QStringList& values) {
    if (values != values_) {
        values_ = values;
        rebuild();
    }
}

void ChipsEdit::setOffered(const QStringList& offered) {
    behaviour_.offered = offered;
    if (completions_ != nullptr) {
        fillCompleter();
    }
    rebuild();
}

void ChipsEdit::setCurrent(const QString& value) {
    if (value == current_ || !values_.contains(value)) {
        return;
    }
    current_ = value;
    for (Chip* chip : findChildren<Chip*>(QString(), Qt::FindDirectChildrenOnly)) {
        chip->setCurrent(behaviour_.toolTip && values_.size() > 1 && chip->value() == current_);
    }
    emit currentChanged(current_);
}

bool ChipsEdit::commit() {
    const QString text = input_->text().trimmed();
    if (text.isEmpty()) {
        clearInput();
        return true;
    }
    try {
        const QStringList values = behaviour_.parse(text);
        clearInput();
        addValues(values);
        return true;
    } catch (const InputError& error) {
        setProblem(QString::fromUtf8(error.what()));
        return false;
    }
}

void ChipsEdit::clearInput() {
    input_->clear();
    setProblem({});
}

bool ChipsEdit::eventFilter(QObject* watched, QEvent* event) {
    if (watched == input_ && event->type() == QEvent::FocusOut) {
        commit();
    }
    return QWidget::eventFilter(watched, event);
}

void ChipsEdit::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange) {
        rebuild();
    }
    QWidget::changeEvent(event);
}

void ChipsEdit::addValues(const QStringList& values) {
    QStringList next = values_;
    for (const QString& value : values) {
        if (!next.contains(value)) {
            next << value;
        }
    }
    if (next != values_) {
        values_ = next;
        rebuild();
        setCurrent(values_.back());
        emit edited(values_);
    }
}

void ChipsEdit::removeValue(const QString& value) {
    if (values_.removeOne(value)) {
        input_->setFocus();
        rebuild();
        emit edited(values_);
    }
}

void ChipsEdit::rebuild() {
    // Removal is asked for by a chip, which has to live until its signal has returned.
    for (Chip* chip : findChildren<Chip*>(QString(), Qt::FindDirectChildrenOnly)) {
        chip->hide();
        chip->deleteLater();
        flow_->removeWidget(chip);
    }
    keepCurrent();
    int index = 0;
    QWidget* previous = nullptr;
    for (const QString& value : std::as_const(values_)) {
        const QString shown = behaviour_.display ? behaviour_.display(value) : value;
        auto* chip = new Chip(value, shown, behaviour_.icon ? behaviour_.icon(value) : QIcon(), this);
        if (behaviour_.toolTip) {
            chip->setToolTip(behaviour_.toolTip(value));
        }
        connect(chip, &Chip::removed, this, [this, value] { removeValue(value); });
        connect(chip, &Chip::picked, this, [this, value] { setCurrent(value); });
        connect(chip, &Chip::activated, this, [this, value] { emit activated(value); });
        chip->setCurrent(behaviour_.toolTip && values_.size() > 1 && value == current_);
        flow_->insertWidget(index++, chip);
        chip->show();
        if (previous != nullptr) {
            setTabOrder(previous, chip);
        }
        previous = chip;
    }
    if (previous != nullptr) {
        setTabOrder(previous, input_);
    }
    updateGeometry();
}

void ChipsEdit::fillMenu() {
    menu_->clear();
    for (const QString& value : std::as_const(behaviour_.offered)) {
        QAction* action = menu_->addAction(withoutMnemonic(behaviour_.display ? behaviour_.display(value) : value));
        if (behaviour_.icon) {
            action->setIcon(behaviour_.icon(value));
        }
        action->setCheckable(true);
        action->setChecked(values_.contains(value));
        connect(action, &QAction::toggled, this, [this, value](bool on) {
            if (on) {
                addValues({value});
            } else {
                removeValue(value);
            }
        });
    }
}

void ChipsEdit::fillCompleter() {
    QStringList texts;
    for (const QString& value : std::as_const(behaviour_.offered)) {
        texts << (behaviour_.display ? behaviour_.display(value) : value);
    }
    texts.removeAll(QString());
    completions_->setStringList(texts);
}

/// The first chip, if the current one is gone.
void ChipsEdit::keepCurrent() {
    if (!values_.contains(current_)) {
        current_ = values_.isEmpty() ? QString() : values_.front();
        emit currentChanged(current_);
    }
}

void ChipsEdit::setProblem(const QString& problem) {
    if (problem != problem_) {
        problem_ = problem;
        input_->setInvalid(!problem.isEmpty());
        emit problemChanged(problem);
    }
}

} // namespace roundoff::ui
