// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "core/experiment/presets.h"
#include "ui/results/results_report.h"

class QBoxLayout;
class QVBoxLayout;
class QLabel;
class QScrollArea;
class QSettings;
class QStackedWidget;

namespace roundoff::ui {

class ClaimsPanel;
class FigurePanel;
class ResultsFeed;
class Session;
class SummaryPanel;
class TintedLabel;

/// What an experiment says: its figures, the statistics of its runs, and for an experiment of the paper what came of
/// the paper's claims.
class ResultsPage : public QWidget {
    Q_OBJECT

public:
    /// @param session, settings  outlive the page
    ResultsPage(Session& session, std::vector<experiment::Preset> presets, QSettings& settings,
                QWidget* parent = nullptr);

    void setTheme(bool dark);

signals:
    /// Something to tell: done, or what went wrong.
    void message(const QString& text, bool failed);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void showReport(std::shared_ptr<const ResultsReport> report);
    void showStatus();
    void showNextPart();
    void arrange();
    /// Whether runs of the report are still to come.
    [[nodiscard]] bool isSoFar() const;
    [[nodiscard]] QWidget* makeContent();

    Session& session_;
    ResultsFeed* feed_;
    std::shared_ptr<const ResultsReport> report_;
    static constexpr int kParts = 3;
    QTimer partsTimer_; // until the next part of a report is shown
    int nextPart_ = kParts;

    QStackedWidget* stack_;
    QScrollArea* scroll_;
    QBoxLayout* sides_ = nullptr;
    QVBoxLayout* left_ = nullptr;
    QVBoxLayout* column_ = nullptr;
    QLabel* title_;
    TintedLabel* status_;
    QLabel* verdicts_;
    TintedLabel* problems_;
    FigurePanel* figures_;
    SummaryPanel* summary_;
    ClaimsPanel* claims_;
};

} // namespace roundoff::ui
