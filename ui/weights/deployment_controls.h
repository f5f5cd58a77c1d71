// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QWidget>

#include "core/deploy/deployment.h"

class QComboBox;
class QLabel;
class QRadioButton;
class QSlider;
class QSpinBox;

namespace roundoff::ui {

/// Chooses a deployment: decimals by a slider or a format by its name, and how to round.
class DeploymentControls : public QWidget {
    Q_OBJECT

public:
    explicit DeploymentControls(QWidget* parent = nullptr);

    /// Nothing while the format's name is none; the controls say why.
    [[nodiscard]] std::optional<deploy::Deployment> deployment() const;

signals:
    void changed();

private:
    QWidget* makeDecimals();
    QWidget* makeFormat();
    QWidget* makeRounding();
    /// Reads the format and takes away the choices that it does not have.
    void update();
    void offerOverflows(const format::TensorFormat& format);

    std::optional<format::TensorFormat> format_;
    QRadioButton* decimals_;
    QSlider* slider_;
    QSpinBox* digits_;
    QRadioButton* named_;
    QComboBox* name_;
    QComboBox* rounding_;
    QComboBox* overflow_;
    QComboBox* scope_;
    QLabel* problem_;
};

} // namespace roundoff::ui
