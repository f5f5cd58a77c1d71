// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include <QMainWindow>

#include "core/experiment/inputs.h"
#include "core/experiment/presets.h"
#include "ui/document/document_file.h"
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
class RecentFiles;
class ResultsPage;
class RunToolBar;
class StartPage;
class WeightsPage;
class WindowOwner;

/// One experiment: the form at the left, the pages at the right, and the actions that connect them.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    /// What a window needs from outside. Pointers outlive the window.
    struct Environment {
        std::shared_ptr<experiment::Inputs> inputs;
        std::vector<experiment::Preset> presets;
        QString presetsProblem;             ///< Why there are none, if they could not be read.
        RecentFiles* recentFiles = nullptr; ///< Null for none.
        WindowOwner* owner = nullptr;       ///< Null for a window that is alone and opens nothing.
    };

    /// A window whose experiment is kept in memory only, until it is given a file.
    /// @param settings  outlives the window
    MainWindow(Environment environment, QSettings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] ExperimentDocument& document() { return document_; }
    [[nodiscard]] DocumentFile& file() { return file_; }
    [[nodiscard]] Session& session() { return session_; }

    /// Takes a file in the place of one that nobody would miss, and shows what it holds.
    /// @param recovered  it was left by a session that did not end properly
    void setFile(OpenedFile opened, bool recovered = false);
    /// Whether another experiment may take the place of this one: it is untitled, as it began, and nothing was run.
    [[nodiscard]] bool isPristine() const;
    /// Begins with another experiment, in the place of one that nobody would miss.
    void beginWith(const experiment::ExperimentSpec& specification);

    void openFile(const QString& path);
    void saveAs(const QString& path);
    void exportSpecification(const QString& path);
    /// Writes the results of the last experiment to a folder, in the background.
    void exportTo(const QString& folder);
    void run(Session::Begin begin = Session::Begin::Continue);

    [[nodiscard]] int currentPage() const;
    void setCurrentPage(int page);
    /// Tells something in the page.
    void showError(const QString& message);
    void showNotice(const QString& message);
    /// Tells what is being done; an empty text ends it.
    void showWork(const QString& message);
    /// Takes over what was chosen in another window.
    void refreshChoices();

    /// Asks what there is to ask before the window is closed.
    /// @param keepsUntitled  what has no title comes back at the next start
    /// @return whether it may be closed: close() asks nothing more
    [[nodiscard]] bool mayClose(bool keepsUntitled);
    /// It is not closed after all: the next time asks again.
    void stayOpen() { closing_ = Closing::NotAsked; }
    /// The untitled file that is to be removed when the closed window is gone; empty for none.
    [[nodiscard]] QString abandonedFile() const;
    /// Whether there is nothing in the window that a next start should bring back.
    [[nodiscard]] bool isBlank() const;

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class Closing : std::uint8_t { NotAsked, Keep, Discard };

    void buildPages();
    void connectActions();
    void connectFileActions();
    void connectSession();
    void connectChoices();
    void connectFile();
    void addPresets();
    void fillRecentMenu();
    void openPreset(int index, bool runNow);
    void openRecent(const QString& path);
    void chooseFileToOpen();
    [[nodiscard]] QString chooseFileToSave();
    void chooseSpecificationToExport();
    void chooseFolderToExport();
    void save();
    [[nodiscard]] bool saveAndWait();
    [[nodiscard]] bool askWhetherToSave();
    void discardRecovered();
    void giveFile();
    void showFileNotice();
    void copyFromFocus();
    void documentChanged();
    void requestEstimate();
    void updateRunnable();
    void updateTitle();
    [[nodiscard]] unsigned threads() const;
    void restoreState();
    void saveState();

    Environment environment_;
    QSettings& settings_;
    ExperimentDocument document_;
    DocumentFile file_;
    Session session_;
    PlanEstimator estimator_;
    Background exports_;
    PlanEstimate estimate_;
    std::shared_ptr<store::ExperimentFile> given_; // the file that the session has
    FileNotice shownNotice_;
    Closing closing_ = Closing::NotAsked;
    std::optional<Session::Begin> runWhenDetached_;

    Actions* actions_;
    RunToolBar* toolBar_;
    Banner* fileBanner_;
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
