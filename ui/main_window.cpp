// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include <algorithm>
#include <utility>

#include <QApplication>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QMimeData>
#include <QSettings>
#include <QSplitter>
#include <QStatusBar>
#include <QTabWidget>
#include <QThread>
#include <QUrl>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "ui/actions.h"
#include "ui/charts/live_charts.h"
#include "ui/document/specification_file.h"
#include "ui/experiment_form/experiment_form.h"
#include "ui/help_dialogs.h"
#include "ui/pages/formats_page.h"
#include "ui/pages/live_page.h"
#include "ui/pages/numerics_page.h"
#include "ui/pages/preset_card.h"
#include "ui/pages/results_page.h"
#include "ui/pages/start_page.h"
#include "ui/pages/weights_page.h"
#include "ui/precision/own_policies.h"
#include "ui/result_export.h"
#include "ui/run_toolbar.h"
#include "ui/theme.h"
#include "ui/widgets/banner.h"
#include "ui/window_settings.h"

namespace roundoff::ui {
namespace {

constexpr int kMessageMilliseconds = 6000;

/// The file of a drag that the window can open; empty for none.
QString specificationOf(const QMimeData* data) {
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile() && url.fileName().endsWith(QStringLiteral(".json"), Qt::CaseInsensitive)) {
            return url.toLocalFile();
        }
    }
    return {};
}

} // namespace

MainWindow::MainWindow(Environment environment, QSettings& settings, QWidget* parent)
    : QMainWindow(parent), environment_(std::move(environment)), settings_(settings), document_(defaultExperiment()),
      session_(environment_.inputs), actions_(new Actions(document_.undoStack(), this)),
      toolBar_(new RunToolBar(*actions_, this)), banner_(new Banner(this)), splitter_(new QSplitter(this)),
      form_(new ExperimentForm(document_, this)), pages_(new QTabWidget(this)),
      startPage_(new StartPage(environment_.presets, environment_.presetsProblem, this)),
      livePage_(new LivePage(session_, this)),
      resultsPage_(new ResultsPage(session_, environment_.presets, settings_, this)),
      weightsPage_(new WeightsPage(session_, this)), numericsPage_(new NumericsPage(session_, settings_, this)),
      formatsPage_(new FormatsPage(settings_, this)), threadsLabel_(new QLabel(this)) {
    setObjectName(QStringLiteral("mainWindow"));
    ownPolicies().setFolder(ownPoliciesFolder(settings_));
    setAcceptDrops(true);
    statusBar()->setSizeGripEnabled(false);
    threadsLabel_->setContentsMargins(0, 0, 8, 0);
    statusBar()->addPermanentWidget(threadsLabel_);
    actions_->fillMenus(*menuBar());
    addToolBar(toolBar_);
    buildPages();
    addPresets();
    connectActions();
    connectSession();
    connectChoices();
    connect(&document_, &ExperimentDocument::changed, this, &MainWindow::documentChanged);
    connect(form_, &ExperimentForm::problemChanged, this, &MainWindow::updateRunnable);
    connect(&estimator_, &PlanEstimator::estimated, this, [this](const PlanEstimate& estimate) {
        estimate_ = estimate;
        toolBar_->showEstimate(estimate);
        form_->setPlanProblem(estimate.error);
        updateRunnable();
    });
    restoreState();
    livePage_->setTheme(isDarkTheme());
    resultsPage_->setTheme(isDarkTheme());
    numericsPage_->setTheme(isDarkTheme());
    documentChanged();
    startPage_->estimate(threads());
}

MainWindow::~MainWindow() = default;

void MainWindow::openFile(const QString& path) {
    try {
        document_.replace(readSpecificationFile(path), path, tr("Opening of %1").arg(QFileInfo(path).fileName()));
        banner_->hide();
    } catch (const InputError& error) {
        showError(QString::fromUtf8(error.what()));
    }
}

void MainWindow::saveFile(const QString& path) {
    try {
        writeSpecificationFile(path, document_.specification());
        document_.markSaved(path);
        statusBar()->showMessage(tr("Saved %1").arg(path), kMessageMilliseconds);
    } catch (const InputError& error) {
        showError(QString::fromUtf8(error.what()));
    }
}

void MainWindow::exportTo(const QString& folder) {
    actions_->exportResults->setEnabled(false);
    statusBar()->showMessage(tr("Exporting to %1").arg(folder));
    exports_.run([job = ResultExport(session_), folder] { return job.write(folder); },
                 [this, folder](const QString& error) {
                     statusBar()->clearMessage();
                     actions_->exportResults->setEnabled(!session_.isBusy());
                     if (!error.isEmpty()) {
                         showError(error);
                         return;
                     }
                     unsavedResults_ = false;
                     banner_->show(Banner::Kind::Notice, tr("The results are in %1").arg(folder), tr("Open folder"),
                                   [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
                 });
}

void MainWindow::run() {
    form_->commit();
    if (actions_->run->isEnabled()) {
        banner_->hide();
        session_.start(document_.specification(), threads());
        if (session_.isBusy()) {
            pages_->setCurrentWidget(livePage_);
        }
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    const bool busy = session_.isBusy();
    if (busy || unsavedResults_) {
        const QString question = busy ? tr("Networks are still training. Stop them and close?")
                                      : tr("The results have not been exported. Close without them?");
        if (QMessageBox::question(this, tr("Close Roundoff"), question) != QMessageBox::Yes) {
            event->ignore();
            return;
        }
        session_.stop();
    }
    saveState();
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        livePage_->setTheme(isDarkTheme());
        resultsPage_->setTheme(isDarkTheme());
        numericsPage_->setTheme(isDarkTheme());
        toolBar_->showProblem(form_->problem());
    }
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!specificationOf(event->mimeData()).isEmpty()) {
        event->acceptProposedAction();
    }
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString path = specificationOf(event->mimeData());
    if (!path.isEmpty()) {
        event->acceptProposedAction();
        openFile(path);
    }
}

void MainWindow::buildPages() {
    pages_->setObjectName(QStringLiteral("pages"));
    pages_->setDocumentMode(true);
    pages_->addTab(startPage_, tr("Start"));
    pages_->addTab(livePage_, tr("Live"));
    pages_->addTab(resultsPage_, tr("Results"));
    pages_->addTab(weightsPage_, tr("Weights"));
    pages_->addTab(numericsPage_, tr("Numerics"));
    pages_->addTab(formatsPage_, tr("Formats"));
    auto* right = new QWidget(this);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(banner_);
    column->addWidget(pages_, 1);
    constexpr int kFormWidth = 350;
    constexpr int kLeastFormWidth = 290;
    form_->setMinimumWidth(kLeastFormWidth);
    splitter_->setObjectName(QStringLiteral("mainSplitter"));
    splitter_->setChildrenCollapsible(false);
    splitter_->addWidget(form_);
    splitter_->addWidget(right);
    splitter_->setStretchFactor(0, 0);
    splitter_->setStretchFactor(1, 1);
    splitter_->setSizes({kFormWidth, kFormWidth * 3});
    setCentralWidget(splitter_);
    connect(startPage_, &StartPage::presetRequested, this, &MainWindow::openPreset);
    connect(startPage_, &StartPage::defaultRequested, this, [this] {
        document_.replace(defaultExperiment(), QString(), tr("New experiment"));
        run();
    });
    const auto tell = [this](const QString& text, bool failed) {
        if (failed) {
            showError(text);
        } else {
            statusBar()->showMessage(text, kMessageMilliseconds);
        }
    };
    connect(&livePage_->charts(), &LiveCharts::message, this, tell);
    connect(resultsPage_, &ResultsPage::message, this, tell);
    connect(formatsPage_, &FormatsPage::message, this, tell);
    connect(numericsPage_, &NumericsPage::message, this, tell);
}

void MainWindow::connectActions() {
    const auto on = [this](QAction* action, auto handler) { connect(action, &QAction::triggered, this, handler); };
    on(actions_->newExperiment, [this] { document_.replace(defaultExperiment(), QString(), tr("New experiment")); });
    on(actions_->reset,
       [this] { document_.replace(defaultExperiment(), document_.filePath(), tr("Reset to defaults")); });
    on(actions_->open, [this] { chooseFileToOpen(); });
    on(actions_->save, [this] {
        if (document_.filePath().isEmpty()) {
            chooseFileToSave();
        } else {
            saveFile(document_.filePath());
        }
    });
    on(actions_->saveAs, [this] { chooseFileToSave(); });
    on(actions_->exportResults, [this] { chooseFolderToExport(); });
    on(actions_->quit, [this] { close(); });
    on(actions_->copy, [this] { copyFromFocus(); });
    on(actions_->run, [this] { run(); });
    on(actions_->stop, [this] { session_.stop(); });
    on(actions_->shortcuts, [this] { showShortcutsDialog(*actions_, this); });
    on(actions_->about, [this] { showAboutDialog(this); });
    connect(actions_->pause, &QAction::toggled, &session_, &Session::setPaused);
    for (qsizetype page = 0; page < actions_->pages.size(); ++page) {
        on(actions_->pages[page], [this, page] { pages_->setCurrentIndex(static_cast<int>(page)); });
    }
    connect(actions_->showForm, &QAction::toggled, form_, &QWidget::setVisible);
    connect(actions_->fullScreen, &QAction::toggled, this, [this](bool full) {
        setWindowState(full ? windowState() | Qt::WindowFullScreen : windowState() & ~Qt::WindowFullScreen);
    });
}

void MainWindow::connectSession() {
    connect(&session_, &Session::stateChanged, this, [this](Session::State state) {
        toolBar_->showState(state);
        const bool running = state == Session::State::Running || state == Session::State::Paused;
        actions_->pause->setEnabled(running);
        actions_->pause->setChecked(state == Session::State::Paused);
        actions_->stop->setEnabled(running || state == Session::State::Preparing);
        actions_->exportResults->setEnabled(state == Session::State::Idle && session_.plan() != nullptr);
        updateRunnable();
    });
    connect(&session_, &Session::progressed, toolBar_, &RunToolBar::showProgress);
    connect(&session_, &Session::finished, this, [this](bool stopped) {
        toolBar_->showEnd(session_.progress(), session_.completedRuns(), stopped);
        // Asking is for what took long enough to be missed.
        constexpr double kWorthAskingSeconds = 60.0;
        unsavedResults_ = session_.progress().elapsedSeconds > kWorthAskingSeconds;
    });
    connect(&session_, &Session::failed, this, [this](const QString& message) {
        toolBar_->showFailure();
        showError(message);
    });
    actions_->pause->setEnabled(false);
    actions_->stop->setEnabled(false);
    actions_->exportResults->setEnabled(false);
}

void MainWindow::connectChoices() {
    connect(actions_->theme, &QActionGroup::triggered, this, [this](const QAction* action) {
        settings_.setValue(kThemeKey, action->data());
        applyTheme(themeOf(action->data().toString()));
    });
    connect(actions_->language, &QActionGroup::triggered, this, [this](const QAction* action) {
        settings_.setValue(kLanguageKey, action->data());
        banner_->show(Banner::Kind::Notice, tr("Roundoff speaks the other language when it is started again."));
    });
    connect(actions_->threads, &QActionGroup::triggered, this, [this](const QAction* action) {
        settings_.setValue(kThreadsKey, action->data());
        startPage_->estimate(threads());
        documentChanged();
    });
}

void MainWindow::addPresets() {
    for (std::size_t index = 0; index < environment_.presets.size(); ++index) {
        QAction* action = actions_->presets->addAction(presetTitle(environment_.presets[index]));
        action->setToolTip(presetSummary(environment_.presets[index]));
        connect(action, &QAction::triggered, this, [this, index] { openPreset(static_cast<int>(index), false); });
    }
    actions_->presets->setToolTipsVisible(true);
    actions_->presets->setEnabled(!environment_.presets.empty());
}

void MainWindow::openPreset(int index, bool runNow) {
    const experiment::Preset& preset = environment_.presets[static_cast<std::size_t>(index)];
    document_.replace(preset.spec, QString(), tr("Opening of %1").arg(presetTitle(preset)));
    if (runNow) {
        run();
    }
}

void MainWindow::chooseFileToOpen() {
    const QString path = QFileDialog::getOpenFileName(this, tr("Open specification"), lastFolder(settings_),
                                                      fileFilter());
    if (!path.isEmpty()) {
        setLastFolder(settings_, QFileInfo(path).path());
        openFile(path);
    }
}

void MainWindow::chooseFileToSave() {
    const QString proposal = document_.filePath().isEmpty() ? lastFolder(settings_) + QStringLiteral("/experiment.json")
                                                            : document_.filePath();
    const QString path = QFileDialog::getSaveFileName(this, tr("Save specification"), proposal, fileFilter());
    if (!path.isEmpty()) {
        setLastFolder(settings_, QFileInfo(path).path());
        saveFile(path);
    }
}

void MainWindow::chooseFolderToExport() {
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Export results to a folder"),
                                                             lastFolder(settings_));
    if (!folder.isEmpty()) {
        setLastFolder(settings_, folder);
        exportTo(folder);
    }
}

void MainWindow::copyFromFocus() {
    // Everything that can be copied from has a slot of this name: line edits, tables, charts.
    for (QWidget* widget = QApplication::focusWidget(); widget != nullptr; widget = widget->parentWidget()) {
        if (widget->metaObject()->indexOfMethod("copy()") >= 0) {
            QMetaObject::invokeMethod(widget, "copy");
            return;
        }
    }
}

void MainWindow::documentChanged() {
    threadsLabel_->setText(tr("%n run(s) at a time", nullptr, static_cast<int>(threads())));
    updateTitle();
    estimator_.request(document_.specification(), threads());
}

void MainWindow::updateRunnable() {
    const QString problem = form_->problem();
    const bool busy = session_.isBusy();
    actions_->run->setEnabled(problem.isEmpty() && !busy);
    actions_->run->setToolTip(!problem.isEmpty() ? tr("Cannot run: %1").arg(problem)
                              : busy             ? tr("An experiment is running; stop it first")
                                                 : tr("Run the experiment"));
    toolBar_->showProblem(problem);
}

void MainWindow::updateTitle() {
    setWindowTitle(QStringLiteral("Roundoff \u2013 %1[*]").arg(document_.displayName()));
    setWindowFilePath(document_.filePath());
    setWindowModified(document_.isModified());
}

void MainWindow::showError(const QString& message) {
    banner_->show(Banner::Kind::Error, message);
}

unsigned MainWindow::threads() const {
    const int chosen = settings_.value(kThreadsKey, 0).toInt();
    return static_cast<unsigned>(std::max(chosen > 0 ? chosen : QThread::idealThreadCount(), 1));
}

void MainWindow::restoreState() {
    checkChoice(*actions_->theme, settings_.value(kThemeKey, QLatin1String(themeName(Theme::System))));
    checkChoice(*actions_->language, settings_.value(kLanguageKey, QString()));
    checkChoice(*actions_->threads, settings_.value(kThreadsKey, 0));
    restoreWindow(settings_, *this, *splitter_, livePage_->splitter());
    actions_->showForm->setChecked(settings_.value(kFormKey, true).toBool());
    if (settings_.contains(kSectionsKey)) {
        form_->setOpenSections(settings_.value(kSectionsKey).toStringList());
    }
    restoreExperiment(settings_, document_);
}

void MainWindow::saveState() {
    saveWindow(settings_, *this, *splitter_, livePage_->splitter());
    settings_.setValue(kFormKey, actions_->showForm->isChecked());
    settings_.setValue(kSectionsKey, form_->openSections());
    saveExperiment(settings_, document_);
}

} // namespace roundoff::ui
