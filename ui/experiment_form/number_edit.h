// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

namespace roundoff::ui {

class FormLineEdit;

/// A whole number with arrows that accepts any text: what is wrong with it is said beside it instead of being kept out.
class NumberEdit : public QAbstractSpinBox {
    Q_OBJECT

public:
    explicit NumberEdit(QWidget* parent = nullptr);

    /// Where the arrows stop.
    void setRange(double low, double high);
    void setText(const QString& text);
    void setPlaceholderText(const QString& text);
    void setInvalid(bool invalid);

    void stepBy(int steps) override;
    [[nodiscard]] QValidator::State validate(QString& input, int& position) const override;

signals:
    void edited(const QString& text);
    void restoreRequested();

protected:
    [[nodiscard]] StepEnabled stepEnabled() const override;
    void wheelEvent(QWheelEvent* event) override;

private:
    double low_ = 0.0;
    double high_ = 0.0;
    FormLineEdit* line_;
};

} // namespace roundoff::ui
