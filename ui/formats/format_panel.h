// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "core/format/format.h"

class QComboBox;
class QLineEdit;

namespace roundoff::ui {

class FormatDiagramWidget;
class TintedLabel;

/// A format that is chosen or typed, and what becomes of a value in it: the diagram of its bits, with code and error,
/// and the number that is stored, to be copied.
class FormatPanel : public QWidget {
    Q_OBJECT

public:
    /// @param which  what the picker is called: "Format"
    FormatPanel(const QString& which, const QString& format, QWidget* parent = nullptr);

    void setValue(double value, format::Rounding rounding);
    void setFormat(const QString& name);

private:
    void refresh();

    std::optional<double> value_;
    format::Rounding rounding_ = format::Rounding::NearestEven;
    QComboBox* picker_;
    TintedLabel* problem_;
    FormatDiagramWidget* diagram_;
    QLineEdit* stored_;
    QLineEdit* hexadecimal_;
};

} // namespace roundoff::ui
