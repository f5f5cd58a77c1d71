// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiment_form/value_editor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QToolButton>
#include <QWheelEvent>

#include "ui/document/field_text.h"
#include "ui/experiment_form/number_edit.h"
#include "ui/widgets/form_line_edit.h"
#include "ui/widgets/icons.h"

namespace roundoff::ui {
namespace {

struct ValueEditorText {
    Q_DECLARE_TR_FUNCTIONS(ValueEditor)
};

using experiment::Field;
using experiment::FieldKind;

QHBoxLayout* tightLayout(QWidget* widget) {
    auto* layout = new QHBoxLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    return layout;
}

class LineEditor : public ValueEditor {
public:
    LineEditor(const Field& field, QWidget* parent) : ValueEditor(parent), line_(new FormLineEdit(this)) {
        tightLayout(this)->addWidget(line_);
        setFocusProxy(line_);
        line_->setObjectName(QStringLiteral("value"));
        line_->setAccessibleName(fieldLabel(field));
        line_->setPlaceholderText(shownText(field, QString()));
        connect(line_, &QLineEdit::textEdited, this, &ValueEditor::edited);
        connect(line_, &FormLineEdit::restoreRequested, this, &ValueEditor::restoreRequested);
    }

    QString text() const override { return line_->text(); }
    void setText(const QString& text) override { line_->setText(text); }
    void setInvalid(bool invalid) override { line_->setInvalid(invalid); }

protected:
    FormLineEdit* line_;
};

class NumberEditor : public ValueEditor {
public:
    NumberEditor(const Field& field, QWidget* parent) : ValueEditor(parent), number_(new NumberEdit(this)) {
        tightLayout(this)->addWidget(number_);
        setFocusProxy(number_);
        number_->setObjectName(QStringLiteral("value"));
        number_->setAccessibleName(fieldLabel(field));
        number_->setRange(field.low, field.high);
        if (field.optional) {
            number_->setPlaceholderText(shownText(field, QString()));
        }
        connect(number_, &NumberEdit::edited, this, &ValueEditor::edited);
        connect(number_, &NumberEdit::restoreRequested, this, &ValueEditor::restoreRequested);
    }

    QString text() const override { return number_->text(); }
    void setText(const QString& text) override { number_->setText(text); }
    void setInvalid(bool invalid) override { number_->setInvalid(invalid); }

private:
    NumberEdit* number_;
};

class CheckEditor : public ValueEditor {
public:
    CheckEditor(const Field& field, QWidget* parent) : ValueEditor(parent), box_(new QCheckBox(this)) {
        tightLayout(this)->addWidget(box_);
        setFocusProxy(box_);
        box_->setObjectName(QStringLiteral("value"));
        box_->setAccessibleName(fieldLabel(field));
        connect(box_, &QCheckBox::clicked, this, [this] { emit edited(text()); });
    }

    QString text() const override { return box_->isChecked() ? QStringLiteral("true") : QStringLiteral("false"); }
    void setText(const QString& text) override { box_->setChecked(text == QLatin1String("true")); }

private:
    QCheckBox* box_;
};

/// Scrolling the form is not to change what the mouse happens to be over.
class CalmComboBox : public QComboBox {
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent* event) override {
        if (hasFocus()) {
            QComboBox::wheelEvent(event);
        } else {
            event->ignore();
        }
    }
};

class ChoiceEditor : public ValueEditor {
public:
    ChoiceEditor(const Field& field, QWidget* parent) : ValueEditor(parent), box_(new CalmComboBox(this)) {
        constexpr int kLeastCharacters = 8;
        tightLayout(this)->addWidget(box_);
        setFocusProxy(box_);
        box_->setObjectName(QStringLiteral("value"));
        box_->setAccessibleName(fieldLabel(field));
        box_->setFocusPolicy(Qt::StrongFocus);
        box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box_->setMinimumContentsLength(kLeastCharacters);
        if (field.optional) {
            box_->addItem(shownText(field, QString()), QString());
        }
        for (const std::string& choice : field.choices) {
            box_->addItem(choiceText(choice), QString::fromStdString(choice));
        }
        connect(box_, &QComboBox::activated, this, [this] { emit edited(text()); });
    }

    QString text() const override { return box_->currentData().toString(); }
    void setText(const QString& text) override { box_->setCurrentIndex(box_->findData(text)); }

private:
    QComboBox* box_;
};

enum class PathKind : std::uint8_t { None, Folder, File };

/// What a text stands for cannot be told from the table, but from where the value goes.
PathKind pathKind(const Field& field) {
    if (field.kind != FieldKind::Text) {
        return PathKind::None;
    }
    const std::string probe = "probe";
    experiment::RunSpec run;
    field.set(run, probe);
    if (run.dataset.directory == probe) {
        return PathKind::Folder;
    }
    return run.training.initialWeights == probe ? PathKind::File : PathKind::None;
}

class PathEditor : public LineEditor {
public:
    PathEditor(const Field& field, PathKind kind, QWidget* parent)
        : LineEditor(field, parent), kind_(kind), caption_(fieldLabel(field)) {
        auto* browse = new QToolButton(this);
        browse->setObjectName(QStringLiteral("browse"));
        browse->setIcon(actionIcon(QStringLiteral("folder")));
        browse->setToolTip(kind == PathKind::Folder ? ValueEditorText::tr("Choose a folder")
                                                    : ValueEditorText::tr("Choose a file"));
        browse->setAccessibleName(QStringLiteral("%1: %2").arg(caption_, browse->toolTip()));
        connect(browse, &QToolButton::clicked, this, [this] { choose(); });
        layout()->addWidget(browse);
    }

private:
    void choose() {
        const QString path = kind_ == PathKind::Folder
                                 ? QFileDialog::getExistingDirectory(this, caption_, text())
                                 : QFileDialog::getOpenFileName(
                                       this, caption_, text(),
                                       ValueEditorText::tr("Weights (*.safetensors);;All files (*)"));
        if (!path.isEmpty()) {
            setText(path);
            emit edited(path);
        }
    }

    PathKind kind_;
    QString caption_;
};

} // namespace

void ValueEditor::setInvalid(bool /*invalid*/) {}

ValueEditor* makeValueEditor(const Field& field, QWidget* parent) {
    switch (field.kind) {
    case FieldKind::Integer: return new NumberEditor(field, parent);
    case FieldKind::Boolean: return new CheckEditor(field, parent);
    case FieldKind::Choice: return new ChoiceEditor(field, parent);
    case FieldKind::Text:
        if (const PathKind kind = pathKind(field); kind != PathKind::None) {
            return new PathEditor(field, kind, parent);
        }
        break;
    case FieldKind::Real:
    case FieldKind::IntegerList:
    case FieldKind::Precision:
    case FieldKind::Deployments: break;
    }
    return new LineEditor(field, parent);
}

} // namespace roundoff::ui
