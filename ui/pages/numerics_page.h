// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/nn/precision_policy.h"
#include "ui/numerics/measure.h"

class QComboBox;
class QLabel;
class QSettings;
class QSplitter;
class QStackedWidget;

namespace roundoff::ui {

class ExponentPanel;
class LossScalePanel;
class MatrixPanel;
class OverTimePanel;
class Session;
class TelemetryFeed;
class WhyCard;
struct ObservedRun;

/// What precision does inside a network: which layer and role loses what, when, and why a run broke.
class NumericsPage : public QWidget {
    Q_OBJECT

public:
    /// @param session, settings  outlive the page
    NumericsPage(Session& session, QSettings& settings, QWidget* parent = nullptr);
    ~NumericsPage() override;

    void setTheme(bool dark);
    /// Writes all counts behind the matrix as CSV. @throws InputError
    void saveMatrixTo(const QString& path) const;

signals:
    /// Something to tell: done, or what went wrong.
    void message(const QString& text, bool failed);

protected:
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] QWidget* makeTopRow();
    [[nodiscard]] QWidget* makeBody();
    [[nodiscard]] QWidget* makeEmpty();
    void connectFeed();
    void connectPanels();
    void restoreChoices();
    void saveChoices();

    void addRun(int index);
    void finishRun(int index);
    /// Shows the run that tells most, as long as no person chose one.
    void chooseTellingRun();
    void chooseCell(int layer, nn::Role role);
    /// Goes to the cell that is hit worst.
    void chooseWorstCell();
    [[nodiscard]] const ObservedRun* currentRun() const;
    [[nodiscard]] Measure measure() const;
    /// What stands instead of the matrix; empty if there is something to show.
    [[nodiscard]] QString notice(const ObservedRun& run) const;

    /// Shows news of the run, at once or soon.
    void refresh();
    void refreshSoon();
    void refreshLines();
    void chooseCsvFile();

    QSettings& settings_;
    TelemetryFeed* feed_;
    QTimer refreshTimer_;
    QString chosenRun_; // by label, if a person chose one
    bool cellChosen_ = false;
    int layer_ = 1;
    nn::Role role_ = nn::Role::Weights;

    QStackedWidget* stack_;
    QComboBox* run_;
    QComboBox* measure_;
    WhyCard* why_;
    QLabel* note_;
    QLabel* notice_;
    QStackedWidget* body_;
    MatrixPanel* matrix_;
    ExponentPanel* exponents_;
    OverTimePanel* overTime_;
    LossScalePanel* lossScale_;
    QSplitter* rows_;
    QSplitter* upper_;
    QSplitter* lower_;
};

} // namespace roundoff::ui
