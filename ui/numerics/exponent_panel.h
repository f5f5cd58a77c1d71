// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QFrame>

#include "ui/numerics/format_range.h"

class QLabel;
class QSlider;

namespace roundoff::ui {

class ExponentView;

/// The exponents of one layer and role, epoch by epoch, over the range of its format.
class ExponentPanel : public QFrame {
    Q_OBJECT

public:
    /// What is shown.
    struct Content {
        QString run; ///< Its label, for pictures.
        bool finished = false;
        int layer = 1;
        nn::Role role = nn::Role::Weights;
        FormatRange range;
    };

    explicit ExponentPanel(QWidget* parent = nullptr);

    /// @param exponents  of the run: by epoch, layer and role
    void setContent(const Content& content, const std::vector<nn::ExponentTelemetry>& exponents);

    [[nodiscard]] bool isLogarithmic() const { return logarithmic_; }
    void setLogarithmic(bool logarithmic);

signals:
    /// A person chose another vertical axis.
    void logarithmicChosen();
    void message(const QString& text, bool failed);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHeader();
    void updateTitle();
    void showEpoch();

    Content content_;
    std::vector<nn::ExponentTelemetry> epochs_; // of the layer and role, oldest first
    bool logarithmic_ = false;
    QString heading_; // what the title says when there is room for it
    QLabel* title_;
    QLabel* epoch_;
    QSlider* slider_;
    QLabel* readout_;
    ExponentView* view_;
};

} // namespace roundoff::ui
