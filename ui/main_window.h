// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QMainWindow>

#include "core/experiment/inputs.h"
#include "core/experiment/presets.h"
#include "ui/document/experiment_document.h"
#include "ui/document/plan_estimator.h"
#include "ui/session.h"

class QLabel;
class QSettings;
class QSplitter;
class QTabWidget;

namespace roundoff::ui {

class Actions;
class Banner;
class ExperimentForm;
class FormatsPage;
class LivePage;
class NumericsPage;
class ResultsPage;
class RunToolBar;
class StartPage;
class WeightsPage;

/// The window: the form at the left, the pages at the right, and the actions that connect them.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// What the window needs from outside.
    struct Environment {
        std::shared_ptr<experiment::Inputs> inputs;
        std::vector<experiment::Preset> presets;
        QString presetsProblem; ///< Why there are none, if they could not be read.
    };

    /// @param settings  outlives the window
    MainWindow(Environment environment, QSettings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ExperimentDocument& document() { return document_; }
    [[nodiscard]] Session& session() { return session_; }

    void openFile(const QString& path);
    void saveFile(const QString& path);
    /// Writes the results of the last experiment to a folder, in the background.
    void exportTo(const QString& folder);
    void run();

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void buildPages();
    void connectActions();
    void connectSession();
    void connectChoices();
    void addPresets();
    void openPreset(int index, bool runNow);
    void chooseFileToOpen();
    void chooseFileToSave();
    void chooseFolderToExport();
    void copyFromFocus();
    void documentChanged();
    void updateRunnable();
    void updateTitle();
    void showError(const QString& message);
    [[nodiscard]] unsigned threads() const;
    void restoreState();
    void saveState();

    Environment environment_;
    QSettings& settings_;
    ExperimentDocument document_;
    Session session_;
    PlanEstimator estimator_;
    Background exports_;
    PlanEstimate estimate_;
    bool unsavedResults_ = false;

    Actions* actions_;
    RunToolBar* toolBar_;
    Banner* banner_;
    QSplitter* splitter_;
    ExperimentForm* form_;
    QTabWidget* pages_;
    StartPage* startPage_;
    LivePage* livePage_;
    ResultsPage* resultsPage_;
    WeightsPage* weightsPage_;
    NumericsPage* numericsPage_;
    FormatsPage* formatsPage_;
    QLabel* threadsLabel_;
};

} // namespace roundoff::ui
