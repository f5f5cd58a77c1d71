// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include <QMenu>
#include <QMenuBar>
#include <QThread>
#include <QUndoStack>

#include "ui/language.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plain_text.h"

namespace roundoff::ui {

Actions::Actions(QUndoStack& undoStack, QObject* parent) : QObject(parent) {
    const auto keys = [](auto... sequences) { return QList<QKeySequence>{QKeySequence(sequences)...}; };
    newExperiment = make(QStringLiteral("new"), tr("&New experiment"), QStringLiteral("new"), keys(QKeySequence::New),
                         tr("Begin with the default experiment, in a window of its own"));
    open = make(QStringLiteral("open"), tr("&Open..."), QStringLiteral("open"), keys(QKeySequence::Open),
                tr("Open an experiment, or a specification in JSON"));
    save = make(QStringLiteral("save"), tr("&Save"), QStringLiteral("save"), keys(QKeySequence::Save),
                tr("Save the experiment with its results"));
    saveAs = make(QStringLiteral("saveAs"), tr("Save &as..."), QString(), keys(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
                  tr("Save the experiment with its results under another name"));
    exportSpecification = make(QStringLiteral("exportSpecification"), tr("Export s&pecification..."), QString(), {},
                               tr("Write what the form says as a JSON file, for the command line and for others"));
    exportResults = make(QStringLiteral("export"), tr("&Export results..."), QStringLiteral("export"),
                         keys(Qt::CTRL | Qt::Key_E),
                         tr("Write tables, weights and provenance of the runs to a folder"));
    closeWindow = make(QStringLiteral("close"), tr("&Close"), QString(), keys(Qt::CTRL | Qt::Key_W),
                       tr("Close this window"));
    quit = make(QStringLiteral("quit"), tr("&Quit"), QString(), keys(Qt::CTRL | Qt::Key_Q),
                tr("Close all windows; they come back at the next start"));
    quit->setMenuRole(QAction::QuitRole);

    makeUndoActions(undoStack);
    copy = make(QStringLiteral("copy"), tr("&Copy"), QStringLiteral("copy"), keys(QKeySequence::Copy),
                tr("Copy what is selected where the keyboard is"));

    run = make(QStringLiteral("run"), tr("&Run"), QString(), keys(Qt::CTRL | Qt::Key_R, Qt::Key_F5),
               tr("Run the experiment"));
    run->setIcon(actionIcon(QStringLiteral("run"), &ThemeColors::success));
    runAllAgain = make(QStringLiteral("runAllAgain"), tr("Run &all again"), QString(),
                       keys(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
                       tr("Run every run of the experiment again; results stay until the new ones come"));
    pause = make(QStringLiteral("pause"), tr("&Pause"), QStringLiteral("pause"), keys(Qt::Key_F6),
                 tr("Pause the runs after their batch, or go on"));
    pause->setCheckable(true);
    stop = make(QStringLiteral("stop"), tr("&Stop"), QStringLiteral("stop"),
                keys(Qt::Key_Escape, Qt::CTRL | Qt::Key_Period), tr("Stop all runs; finished epochs are kept"));
    reset = make(QStringLiteral("reset"), tr("Reset to &defaults"), QStringLiteral("reset"), {},
                 tr("Give every setting its default; undo brings yours back"));

    showForm = make(QStringLiteral("showForm"), tr("&Experiment form"), QStringLiteral("form"), keys(Qt::Key_F9),
                    tr("Show or hide the settings at the left"));
    showForm->setCheckable(true);
    showForm->setChecked(true);
    const auto page = [&](const QString& name, const QString& text, const QString& toolTip) {
        const auto number = static_cast<int>(pages.size()) + 1;
        pages << make(name, text, QString(), keys(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_0 + number)), toolTip);
    };
    page(QStringLiteral("showStart"), tr("&Start"), tr("The experiments of the paper"));
    page(QStringLiteral("showLive"), tr("L&ive"), tr("What runs now, or ran last"));
    page(QStringLiteral("showResults"), tr("&Results"), tr("What the experiment says"));
    page(QStringLiteral("showWeights"), tr("&Weights"), tr("What rounding does to trained weights"));
    page(QStringLiteral("showNumerics"), tr("&Numerics"),
         tr("What precision does inside the networks, and why one broke"));
    page(QStringLiteral("showFormats"), tr("F&ormats"), tr("What number formats are made of"));
    fullScreen = make(QStringLiteral("fullScreen"), tr("&Full screen"), QString(), keys(Qt::Key_F11),
                      tr("Fill the screen"));
    fullScreen->setCheckable(true);
    shortcuts = make(QStringLiteral("shortcuts"), tr("&Keyboard shortcuts"), QString(),
                     keys(QKeySequence::HelpContents), tr("All keys at a glance"));
    about = make(QStringLiteral("about"), tr("&About Roundoff"), QString(), {}, tr("Version and licence"));
    about->setMenuRole(QAction::AboutRole);

    theme = new QActionGroup(this);
    addChoice(theme, tr("As the &system"), QString::fromLatin1(themeName(Theme::System)));
    addChoice(theme, tr("&Light"), QString::fromLatin1(themeName(Theme::Light)));
    addChoice(theme, tr("&Dark"), QString::fromLatin1(themeName(Theme::Dark)));
    language = new QActionGroup(this);
    for (const Language& item : languages()) {
        addChoice(language, item.name, item.code);
    }
    threads = new QActionGroup(this);
    const int cores = QThread::idealThreadCount();
    addChoice(threads, tr("&As many as there are cores (%1)").arg(cores), 0);
    for (int count = 1; count <= cores; count = count < 4 ? count + 1 : count * 2) {
        addChoice(threads, QString::number(count), count);
    }
}

void Actions::fillMenus(QMenuBar& bar) {
    QMenu* file = bar.addMenu(tr("&File"));
    file->addActions({newExperiment, open});
    recent = file->addMenu(tr("Open &recent"));
    recent->setObjectName(QStringLiteral("recentMenu"));
    presets = file->addMenu(tr("&Presets"));
    presets->setObjectName(QStringLiteral("presetsMenu"));
    file->addSeparator();
    file->addActions({save, saveAs});
    file->addSeparator();
    file->addActions({exportSpecification, exportResults});
    file->addSeparator();
    file->addActions({closeWindow, quit});

    QMenu* edit = bar.addMenu(tr("&Edit"));
    edit->addActions({undo, redo});
    edit->addSeparator();
    edit->addAction(copy);

    QMenu* experiment = bar.addMenu(tr("E&xperiment"));
    experiment->addActions({run, runAllAgain, pause, stop});
    experiment->addSeparator();
    experiment->addMenu(tr("Runs at a &time"))->addActions(threads->actions());
    experiment->addAction(reset);

    QMenu* view = bar.addMenu(tr("&View"));
    view->addAction(showForm);
    view->addSeparator();
    view->addActions(pages);
    view->addSeparator();
    view->addMenu(tr("&Theme"))->addActions(theme->actions());
    view->addMenu(tr("&Language"))->addActions(language->actions());
    view->addSeparator();
    view->addAction(fullScreen);

    QMenu* help = bar.addMenu(tr("&Help"));
    help->addActions({shortcuts, about});
    for (QMenu* menu : {file, edit, experiment, view, help}) {
        menu->setToolTipsVisible(true);
    }
}

void Actions::showWhatRuns(PlanEstimate::There there, const QString& problem) {
    QString toolTip;
    switch (there) {
    case PlanEstimate::There::Nothing:
        run->setText(tr("&Run"));
        toolTip = tr("Run the experiment");
        break;
    case PlanEstimate::There::Some:
        run->setText(tr("&Continue"));
        toolTip = tr("Run what is not there yet; what was stopped goes on from its last epoch");
        break;
    case PlanEstimate::There::All:
        run->setText(tr("&Run again"));
        toolTip = tr("All runs are there: run them again");
        break;
    }
    for (QAction* action : {run, runAllAgain}) {
        action->setEnabled(problem.isEmpty());
    }
    run->setToolTip(problem.isEmpty() ? toolTip : plainToolTip(problem));
    run->setStatusTip(problem.isEmpty() ? toolTip : problem);
}

QList<QAction*> Actions::withShortcuts() const {
    QList<QAction*> found;
    for (QAction* action : all_) {
        if (!action->shortcut().isEmpty()) {
            found << action;
        }
    }
    return found;
}

QAction* Actions::make(const QString& name, const QString& text, const QString& icon, const QList<QKeySequence>& keys,
                       const QString& toolTip) {
    auto* action = new QAction(text, this);
    action->setObjectName(name);
    if (!icon.isEmpty()) {
        action->setIcon(actionIcon(icon));
    }
    action->setShortcuts(keys);
    action->setToolTip(toolTip);
    action->setStatusTip(toolTip);
    all_ << action;
    return action;
}

void Actions::makeUndoActions(QUndoStack& undoStack) {
    undo = make(QStringLiteral("undo"), QString(), QStringLiteral("undo"), {}, QString());
    redo = make(QStringLiteral("redo"), QString(), QStringLiteral("redo"), {}, QString());
    undo->setShortcuts(QKeySequence::Undo);
    redo->setShortcuts(QKeySequence::Redo);
    undo->setEnabled(false);
    redo->setEnabled(false);
    connect(undo, &QAction::triggered, &undoStack, &QUndoStack::undo);
    connect(redo, &QAction::triggered, &undoStack, &QUndoStack::redo);
    connect(&undoStack, &QUndoStack::canUndoChanged, undo, &QAction::setEnabled);
    connect(&undoStack, &QUndoStack::canRedoChanged, redo, &QAction::setEnabled);
    // Menu and tooltip say what would be undone.
    const auto nameUndo = [this](const QString& what) {
        undo->setText(what.isEmpty() ? tr("&Undo") : tr("&Undo %1", "what is undone").arg(withoutMnemonic(what)));
        const QString toolTip = what.isEmpty() ? tr("Take the last change of the form back") : tr("Undo %1").arg(what);
        undo->setToolTip(plainToolTip(toolTip));
        undo->setStatusTip(toolTip);
    };
    const auto nameRedo = [this](const QString& what) {
        redo->setText(what.isEmpty() ? tr("&Redo") : tr("&Redo %1", "what is done again").arg(withoutMnemonic(what)));
        const QString toolTip = what.isEmpty() ? tr("Make a change again that was taken back")
                                               : tr("Redo %1").arg(what);
        redo->setToolTip(plainToolTip(toolTip));
        redo->setStatusTip(toolTip);
    };
    connect(&undoStack, &QUndoStack::undoTextChanged, this, nameUndo);
    connect(&undoStack, &QUndoStack::redoTextChanged, this, nameRedo);
    nameUndo(undoStack.undoText());
    nameRedo(undoStack.redoText());
}

void Actions::addChoice(QActionGroup* group, const QString& text, const QVariant& data) {
    QAction* action = group->addAction(text);
    action->setCheckable(true);
    action->setData(data);
}

} // namespace roundoff::ui
