// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "ui/weights/weight_study.h"
#include "ui/widgets/background.h"

class QComboBox;
class QLabel;
class QPushButton;
class QScrollArea;
class QSplitter;
class QStackedWidget;

namespace roundoff::ui {

class Banner;
class DataTable;
class DeploymentControls;
class HistogramsView;
class HitWeightsModel;
class Session;
class WeightsSummary;

/// What rounding does to a trained network: its weights before and after, what they take to store, and how well the
/// network still does.
class WeightsPage : public QWidget {
    Q_OBJECT

public:
    explicit WeightsPage(Session& session, QWidget* parent = nullptr);
    ~WeightsPage() override;

    /// Writes the rounded weights in packed form, in the background.
    void savePackedTo(const QString& path);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void build();
    QWidget* makeTopRow();
    QWidget* makeHistogramBar();
    QWidget* makeEmpty();
    void addRun(int number, const std::shared_ptr<const experiment::RunResult>& result);
    /// Says why there is nothing here, if no run of the experiment left trained weights.
    void finish();
    void chooseRun();
    void ask();
    void showAnswer(const StudyAnswer& answer);
    void showProblem(const StudyAnswer& answer);
    void choosePackedFile();
    void choosePictureFile();
    [[nodiscard]] const TrainedRun* currentRun() const;

    Session& session_;
    std::vector<std::pair<int, TrainedRun>> runs_; // by number in the plan, in its order
    bool newPlan_ = true;                          // whether the runs are those of an experiment that is over
    QString chosenRun_;                            // by name, if a person chose one
    QString problem_;                              // with the newest answer, as the banner tells it
    std::shared_ptr<const experiment::RunResult> studied_;
    std::optional<deploy::Deployment> wanted_;
    QTimer staleTimer_;
    WeightStudy study_;
    Background background_;

    QStackedWidget* stack_;
    QLabel* empty_;
    QWidget* content_;
    QComboBox* run_;
    QPushButton* save_;
    DeploymentControls* controls_;
    Banner* banner_;
    WeightsSummary* summary_;
    QLabel* note_;
    HistogramsView* histograms_;
    QScrollArea* scroll_;
    HitWeightsModel* hits_;
    DataTable* table_;
    QLabel* hitsHeading_;
    QSplitter* splitter_;
};

} // namespace roundoff::ui
