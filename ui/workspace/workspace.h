// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QSet>
#include <QStringList>
#include <QTemporaryDir>
#include <QTimer>

#include "ui/main_window.h"
#include "ui/widgets/background.h"
#include "ui/workspace/experiment_files.h"
#include "ui/workspace/recent_files.h"
#include "ui/workspace/session_record.h"
#include "ui/workspace/window_owner.h"

class QSettings;

namespace roundoff::ui {

/// All windows of the program, one for each experiment: makes them, opens files in them, brings them back at the next
/// start, and what a crash has left behind too.
///
/// Every window has a file from its first moment. What has no title lies in the folder `untitled` of the data folder;
/// while nobody has put anything in, it is removed with its window. When the program ends, what is untitled is kept
/// without a question and comes back.
class Workspace : public QObject, public WindowOwner {
    Q_OBJECT

public:
    /// @param settings  outlive this
    /// @param dataFolder  where experiments without a title are kept
    Workspace(MainWindow::Environment environment, QSettings& settings, const QString& dataFolder,
              QObject* parent = nullptr);
    /// Deletes the windows that are left, without asking.
    ~Workspace() override;

    /// Brings back the windows of the last session, or opens files in its place; offers what a crash has left behind;
    /// and makes a window if there is none then. Ends with started().
    void start(const QStringList& files);
    /// What another process was started with, or a file manager asks for; without files a window.
    void openFiles(const QStringList& files);

    /// In the order in which they were made.
    [[nodiscard]] const QList<MainWindow*>& windows() const { return windows_; }

    void showExperiment(const experiment::ExperimentSpec& specification, bool runNow, MainWindow& asker) override;
    void showNewExperiment(MainWindow& asker) override;
    void open(const QString& path, MainWindow& asker) override;
    [[nodiscard]] MainWindow* windowOf(const QString& path) const override;
    [[nodiscard]] bool isOnlyWindow(const MainWindow& window) const override;
    [[nodiscard]] QString newUntitledPath() override;
    void windowChanged(MainWindow& window) override;
    void windowClosed(MainWindow& window) override;
    void choicesChanged() override;
    void quit() override;

signals:
    void started();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// What a file that was to be opened turned out to be.
    struct Found {
        OpenedFile file;
        std::optional<experiment::ExperimentSpec> specification; ///< Of a JSON file.
        QString error;
    };
    /// A window that is to come back.
    struct Return {
        WindowRecord record;
        bool recovered = false; ///< From a session that did not end properly.
        bool leftOver = false;  ///< It stood in no list; it comes back only if there is something in it.
    };

    static Found find(const QString& path, FilePlace place);
    void bringBack(const Return& one);
    void finishReturn(const Return& one, OpenedFile opened);
    void finishStart();
    MainWindow* makeWindow();
    MainWindow* makeWindowWith(const experiment::ExperimentSpec& specification);
    [[nodiscard]] OpenedFile makeUntitled(const experiment::ExperimentSpec& specification);
    /// A window that another experiment may take, else null.
    [[nodiscard]] MainWindow* activeWindow() const;
    void writeSession(bool ended);

    MainWindow::Environment environment_;
    QSettings& settings_;
    UntitledFolder untitled_;
    RecentFiles recentFiles_;
    std::unique_ptr<QTemporaryDir> temporary_;
    QList<MainWindow*> windows_;
    QList<QPointer<MainWindow>> closed_;
    QList<WindowRecord> dormant_; // of the last session, for the next: a file was given in its place
    QStringList filesToOpen_;
    QStringList problems_; // of the start
    QSet<QString> opening_;
    std::optional<SessionRecord> written_;
    int returning_ = 0;
    bool starting_ = false;
    bool quitting_ = false;
    QTimer sessionTimer_;
    Background background_;
};

} // namespace roundoff::ui
