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
#include "ui/workspace/window_owner.h"

namespace roundoff::ui {
namespace {

constexpr int kMessageMilliseconds = 6000;

/// A name in a window's title, where "[*]" is the place of the modified marker.
QString inTitle(QString name) {
    return name.replace(QStringLiteral("[*]"), QStringLiteral("[*][*]"));
}

} // namespace

MainWindow::MainWindow(Environment environment, QSettings& settings, QWidget* parent)
    : QMainWindow(parent), environment_(std::move(environment)), settings_(settings), document_(defaultExperiment()),
      file_(document_,
            [this] {
                if (environment_.owner == nullptr) {
                    throw InputError("there is no folder for experiments without a title");
                }
                return environment_.owner->newUntitledPath();
            }),
      session_(environment_.inputs), actions_(new Actions(document_.undoStack(), this)),
      toolBar_(new RunToolBar(*actions_, this)), fileBanner_(new Banner(this)), banner_(new Banner(this)),
      splitter_(new QSplitter(this)), form_(new ExperimentForm(document_, this)), pages_(new QTabWidget(this)),
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
    fillRecentMenu();
    connectActions();
    connectFileActions();
    connectFile();
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
                     banner_->show(Banner::Kind::Notice, tr("The results are in %1").arg(folder), tr("Open folder"),
                                   [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); });
                 });
}

void MainWindow::run(Session::Begin begin) {
    form_->commit();
    if (file_.isReadOnly()) {
        runWhenDetached_ = begin; // What runs has to be kept somewhere.
        file_.detach();
    } else if (actions_->run->isEnabled()) {
        banner_->hide();
        session_.start(document_.specification(), threads(), begin);
        if (session_.isBusy()) {
            pages_->setCurrentWidget(livePage_);
        }
    }
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

int MainWindow::currentPage() const {
    return pages_->currentIndex();
}

void MainWindow::setCurrentPage(int page) {
    pages_->setCurrentIndex(page);
}

void MainWindow::showError(const QString& message) {
    banner_->show(Banner::Kind::Error, message);
}

void MainWindow::showNotice(const QString& message) {
    banner_->show(Banner::Kind::Notice, message);
}

void MainWindow::showWork(const QString& message) {
    if (message.isEmpty()) {
        statusBar()->clearMessage();
    } else {
        statusBar()->showMessage(message);
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
    fileBanner_->setNames(QStringLiteral("fileBanner"));
    column->addWidget(fileBanner_);
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
    connect(startPage_, &StartPage::recentRequested, this, &MainWindow::openRecent);
    connect(startPage_, &StartPage::defaultRequested, this, [this] {
        if (environment_.owner != nullptr) {
            environment_.owner->showExperiment(defaultExperiment(), true, *this);
        }
    });
    connect(pages_, &QTabWidget::currentChanged, this, [this] {
        if (environment_.owner != nullptr) {
            environment_.owner->windowChanged(*this);
        }
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
    on(actions_->reset, [this] { document_.replace(defaultExperiment(), tr("reset to defaults")); });
    on(actions_->copy, [this] { copyFromFocus(); });
    on(actions_->run, [this] { run(); });
    on(actions_->runAllAgain, [this] { run(Session::Begin::Afresh); });
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
        actions_->stop->setEnabled(running || state == Session::State::Preparing ||
                                   (state == Session::State::Loading && !session_.canStart()));
        actions_->exportResults->setEnabled(state == Session::State::Idle && session_.plan() != nullptr);
        giveFile();
        updateRunnable();
        if (state == Session::State::Idle) {
            requestEstimate(); // There is more than before.
        }
    });
    connect(&session_, &Session::planned, this, [this] { file_.setHasResults(true); });
    connect(&session_, &Session::progressed, toolBar_, &RunToolBar::showProgress);
    connect(&session_, &Session::finished, this,
            [this](bool stopped) { toolBar_->showEnd(session_.progress(), session_.completedRuns(), stopped); });
    connect(&session_, &Session::failed, this, [this](const QString& message) {
        toolBar_->showFailure();
        showError(message);
    });
    actions_->pause->setEnabled(false);
    actions_->stop->setEnabled(false);
    actions_->exportResults->setEnabled(false);
}

void MainWindow::connectChoices() {
    const auto tellOthers = [this] {
        if (environment_.owner != nullptr) {
            environment_.owner->choicesChanged();
        }
    };
    connect(actions_->theme, &QActionGroup::triggered, this, [this, tellOthers](const QAction* action) {
        settings_.setValue(kThemeKey, action->data());
        applyTheme(themeOf(action->data().toString()));
        tellOthers();
    });
    connect(actions_->language, &QActionGroup::triggered, this, [this, tellOthers](const QAction* action) {
        settings_.setValue(kLanguageKey, action->data());
        tellOthers();
        banner_->show(Banner::Kind::Notice, tr("Roundoff speaks the other language when it is started again."));
    });
    connect(actions_->threads, &QActionGroup::triggered, this, [this, tellOthers](const QAction* action) {
        settings_.setValue(kThreadsKey, action->data());
        startPage_->estimate(threads());
        documentChanged();
        tellOthers();
    });
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
    requestEstimate();
}

void MainWindow::requestEstimate() {
    estimator_.request(document_.specification(), threads(), session_.file());
}

void MainWindow::updateRunnable() {
    const QString problem = form_->problem();
    const bool busy = !session_.canStart();
    const QString why = !problem.isEmpty() ? tr("Cannot run: %1").arg(problem)
                        : busy             ? tr("An experiment is running; stop it first")
                                           : QString();
    actions_->showWhatRuns(estimate_.there(), why);
    toolBar_->showProblem(problem);
}

void MainWindow::updateTitle() {
    const QString name = inTitle(file_.displayName());
    const QString shown = file_.isReadOnly() ? tr("%1 [read-only]").arg(name) : name;
    setWindowFilePath(file_.path());
    setWindowTitle(QStringLiteral("Roundoff \u2013 %1[*]").arg(shown));
    setWindowModified(file_.isModified());
}

unsigned MainWindow::threads() const {
    const int chosen = settings_.value(kThreadsKey, 0).toInt();
    return static_cast<unsigned>(std::max(chosen > 0 ? chosen : QThread::idealThreadCount(), 1));
}

void MainWindow::refreshChoices() {
    checkChoice(*actions_->theme, settings_.value(kThemeKey, QLatin1String(themeName(Theme::System))));
    checkChoice(*actions_->language, settings_.value(kLanguageKey, QString()));
    checkChoice(*actions_->threads, settings_.value(kThreadsKey, 0));
    documentChanged();
}

void MainWindow::restoreState() {
    refreshChoices();
    restoreWindow(settings_, *this, *splitter_, livePage_->splitter());
    actions_->showForm->setChecked(settings_.value(kFormKey, true).toBool());
    if (settings_.contains(kSectionsKey)) {
        form_->setOpenSections(settings_.value(kSectionsKey).toStringList());
    }
}

void MainWindow::saveState() {
    saveWindow(settings_, *this, *splitter_, livePage_->splitter());
    settings_.setValue(kFormKey, actions_->showForm->isChecked());
    settings_.setValue(kSectionsKey, form_->openSections());
}

} // namespace roundoff::ui
