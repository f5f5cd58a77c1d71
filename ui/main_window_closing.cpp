// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCloseEvent>
#include <QMessageBox>
#include <QPushButton>

#include "ui/document/specification_file.h"
#include "ui/experiment_form/experiment_form.h"
#include "ui/main_window.h"
#include "ui/workspace/window_owner.h"

// What happens before a window is closed.

namespace roundoff::ui {
namespace {

/// A question whose text is never rich text, since names of files are in it.
void setUp(QMessageBox& box, const QString& name, const QString& title, const QString& text, const QString& more) {
    box.setObjectName(name);
    box.setIcon(QMessageBox::Question);
    box.setWindowTitle(title);
    box.setTextFormat(Qt::PlainText);
    box.setText(text);
    box.setInformativeText(more);
}

} // namespace

bool MainWindow::mayClose(bool keepsUntitled) {
    form_->commit();
    closing_ = Closing::NotAsked;
    if (file_.isSaving()) {
        static_cast<void>(file_.waitForSaved()); // What failed is modified still.
    }
    const bool trains = session_.isBusy() && session_.state() != Session::State::Loading;
    if (trains) {
        QMessageBox box(this);
        setUp(box, QStringLiteral("stopQuestion"), tr("Close Roundoff"),
              tr("Networks are still training. Stop them and close?"),
              file_.file() ? tr("What is finished is kept, and can be continued.") : QString());
        QPushButton* stop = box.addButton(tr("Stop and close"), QMessageBox::AcceptRole);
        box.setDefaultButton(stop);
        box.setEscapeButton(box.addButton(QMessageBox::Cancel));
        box.exec();
        if (box.clickedButton() != stop) {
            return false;
        }
    }
    if (!file_.isModified()) {
        const bool keeps = file_.place() == FilePlace::Titled || (keepsUntitled && !isBlank());
        closing_ = keeps ? Closing::Keep : Closing::Discard;
        return true;
    }
    if (keepsUntitled && file_.place() == FilePlace::Untitled) {
        const QString problem = file_.keepNow();
        if (problem.isEmpty()) {
            closing_ = Closing::Keep;
            return true;
        }
        showError(problem);
    }
    return askWhetherToSave();
}

bool MainWindow::askWhetherToSave() {
    QMessageBox box(this);
    const bool titled = file_.place() == FilePlace::Titled;
    setUp(box, QStringLiteral("saveQuestion"), tr("Close Roundoff"),
          tr("Save %1 before it is closed?").arg(file_.displayName()),
          titled ? tr("Otherwise the changes since it was saved last are lost.")
                 : tr("Otherwise its settings and results are lost."));
    box.setStandardButtons(QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel);
    box.setDefaultButton(QMessageBox::Save);
    switch (box.exec()) {
    case QMessageBox::Save:
        if (!saveAndWait()) {
            return false;
        }
        closing_ = Closing::Keep;
        return true;
    case QMessageBox::Discard: closing_ = Closing::Discard; return true;
    default: return false;
    }
}

QString MainWindow::abandonedFile() const {
    const bool abandoned = closing_ == Closing::Discard && file_.file() && file_.place() != FilePlace::Titled;
    return abandoned ? file_.location() : QString();
}

void MainWindow::closeEvent(QCloseEvent* event) {
    const bool isLast = environment_.owner != nullptr && environment_.owner->isOnlyWindow(*this);
    if (closing_ == Closing::NotAsked && !mayClose(isLast)) {
        event->ignore();
        return;
    }
    session_.stop();
    if (closing_ == Closing::Discard && file_.place() == FilePlace::Titled) {
        file_.discardDraft();
    }
    saveState();
    QMainWindow::closeEvent(event);
    if (environment_.owner != nullptr) {
        environment_.owner->windowClosed(*this);
    }
    closing_ = Closing::NotAsked;
}

void MainWindow::discardRecovered() {
    QMessageBox box(this);
    setUp(box, QStringLiteral("discardQuestion"), tr("Discard"),
          tr("Discard what was recovered of %1?").arg(file_.displayName()),
          file_.place() == FilePlace::Titled ? tr("The file stays as it was saved last.")
                                             : tr("Its settings and results are lost then."));
    box.setStandardButtons(QMessageBox::Discard | QMessageBox::Cancel);
    if (box.exec() != QMessageBox::Discard) {
        return;
    }
    if (file_.place() == FilePlace::Titled) {
        document_.replace(file_.savedSpecification(), tr("discarding of what was recovered"));
        return;
    }
    closing_ = Closing::Discard;
    close();
}

bool MainWindow::saveAndWait() {
    if (file_.canSave()) {
        file_.save();
        return file_.waitForSaved();
    }
    const QString path = chooseFileToSave();
    if (path.isEmpty()) {
        return false;
    }
    saveAs(path);
    return file_.waitForSaved() && file_.place() == FilePlace::Titled;
}

} // namespace roundoff::ui
