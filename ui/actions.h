// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QActionGroup>
#include <QList>
#include <QObject>

#include "ui/document/plan_estimator.h"

class QMenu;
class QMenuBar;
class QUndoStack;

namespace roundoff::ui {

/// Every action of the window with its text, icon, shortcut and tooltip, and the menus they are in. What they do is
/// connected elsewhere.
class Actions : public QObject {
    Q_OBJECT

public:
    explicit Actions(QUndoStack& undoStack, QObject* parent);

    void fillMenus(QMenuBar& bar);

    /// Says what Run does with what is there of the experiment.
    /// @param problem  why nothing can be run; empty if it can
    void showWhatRuns(PlanEstimate::There there, const QString& problem);

    /// All that have a shortcut, for the list in the help.
    [[nodiscard]] QList<QAction*> withShortcuts() const;

    QAction* newExperiment;
    QAction* open;
    QAction* save;
    QAction* saveAs;
    QAction* exportSpecification;
    QAction* exportResults;
    QAction* closeWindow;
    QAction* quit;
    QAction* undo;
    QAction* redo;
    QAction* copy;
    QAction* run;
    QAction* runAllAgain;
    QAction* pause;
    QAction* stop;
    QAction* reset;
    QAction* showForm;
    QList<QAction*> pages; ///< Each goes to a page, in the order of the tabs.
    QAction* fullScreen;
    QAction* shortcuts;
    QAction* about;
    QActionGroup* theme;      ///< data() is the theme's name.
    QActionGroup* language;   ///< data() is the language's code.
    QActionGroup* threads;    ///< data() is the number of runs at a time; 0 for the number of cores.
    QMenu* presets = nullptr; ///< Made by fillMenus(), as is the next.
    QMenu* recent = nullptr;

private:
    QAction* make(const QString& name, const QString& text, const QString& icon, const QList<QKeySequence>& keys,
                  const QString& toolTip);
    void makeUndoActions(QUndoStack& undoStack);
    static void addChoice(QActionGroup* group, const QString& text, const QVariant& data);

    QList<QAction*> all_;
};

} // namespace roundoff::ui
