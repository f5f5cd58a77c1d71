// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace roundoff::ui {

class TintedLabel;

/// One setting of the form: its label, what edits it, and below that what is wrong or remarkable.
class FormRow : public QWidget {
    Q_OBJECT

public:
    /// @param label  empty for a row that takes the whole width
    explicit FormRow(const QString& label, QWidget* parent = nullptr);

    /// Brings the row up with the document.
    virtual void refresh() = 0;
    /// Forgets what was typed and is no value.
    virtual void reset() = 0;
    /// Takes over what was typed and waits to be.
    virtual void commit() {}

    [[nodiscard]] QString label() const { return labelText_; }
    /// Why what was typed is no value; empty if it is one.
    [[nodiscard]] const QString& problem() const { return problem_; }
    /// Something about the value that does not keep it from working, or that only the whole experiment tells.
    void setRemark(const QString& remark, bool isError);

    [[nodiscard]] int labelWidthHint() const;
    void setLabelWidth(int width);

signals:
    void problemChanged();

protected:
    [[nodiscard]] QHBoxLayout* editors() const { return editors_; }
    void setProblem(const QString& problem);
    /// Label and row with a tooltip; for a row that has no effect, why.
    void explain(const QString& toolTip);
    void setBuddy(QWidget* editor);

private:
    void updateMessage();

    QString labelText_;
    QLabel* label_ = nullptr;
    QHBoxLayout* editors_;
    QWidget* messageRow_;
    QLabel* messageIcon_;
    TintedLabel* errorLabel_;
    TintedLabel* remarkLabel_;
    QString problem_;
    QString remark_;
    bool remarkIsError_ = false;
};

} // namespace roundoff::ui
