// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "core/format/tensor_format.h"

class QComboBox;

namespace roundoff::ui {

/// A format that is chosen from a list or typed.
class FormatChoice : public QWidget {
    Q_OBJECT

public:
    /// @param which  what the picker is called: "F&ormat"
    FormatChoice(const QString& which, const QString& format, QWidget* parent = nullptr);

    /// The last name that was one.
    [[nodiscard]] const format::TensorFormat& format() const { return format_; }
    /// Its name as it was typed or chosen.
    [[nodiscard]] QString name() const;
    /// What is wrong with what is typed; empty if it is a format's name.
    [[nodiscard]] const QString& problem() const { return problem_; }

    /// A name that is none is kept out.
    void setFormat(const QString& name);

signals:
    void changed();

private:
    void read();

    QComboBox* picker_;
    format::TensorFormat format_;
    QString problem_;
};

} // namespace roundoff::ui
