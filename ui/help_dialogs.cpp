// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help_dialogs.h"

#include <QCoreApplication>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QIcon>
#include <QLabel>
#include <QMessageBox>
#include <QVBoxLayout>

#include "core/store/provenance.h"
#include "ui/actions.h"

namespace roundoff::ui {
namespace {

struct HelpDialogsText {
    Q_DECLARE_TR_FUNCTIONS(HelpDialogs)
};

} // namespace

void showShortcutsDialog(const Actions& actions, QWidget* parent) {
    QDialog dialog(parent);
    dialog.setWindowTitle(HelpDialogsText::tr("Keyboard shortcuts"));
    auto* list = new QFormLayout;
    list->setHorizontalSpacing(32);
    for (const QAction* action : actions.withShortcuts()) {
        QStringList keys;
        for (const QKeySequence& sequence : action->shortcuts()) {
            keys << sequence.toString(QKeySequence::NativeText);
        }
        keys.removeDuplicates();
        QString text = action->text();
        text.remove(QLatin1Char('&')).remove(QStringLiteral("..."));
        list->addRow(text, new QLabel(keys.join(HelpDialogsText::tr(" or ")), &dialog));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, &dialog);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    auto* layout = new QVBoxLayout(&dialog);
    layout->addLayout(list);
    layout->addWidget(buttons);
    dialog.exec();
}

void showAboutDialog(QWidget* parent) {
    constexpr int kLogoSize = 96;
    QMessageBox box(parent);
    box.setWindowTitle(HelpDialogsText::tr("About Roundoff"));
    box.setIconPixmap(QIcon(QStringLiteral(":/icons/roundoff.svg")).pixmap(kLogoSize, kLogoSize));
    box.setText(
        QStringLiteral("<h2>Roundoff %1</h2>").arg(QString::fromStdString(store::programVersion())) +
        HelpDialogsText::tr(
            "<p>Finds out how few bits a neural network really needs.</p>"
            "<p>Free software under the GNU General Public License, version 3 or later, without any warranty.</p>"
            "<p>MNIST: Yann LeCun, Corinna Cortes and Christopher J. C. Burges, CC BY-SA 3.0.</p>"
            "<p>Built with Qt %1.</p>")
            .arg(QString::fromLatin1(qVersion())));
    box.setStandardButtons(QMessageBox::Close);
    box.exec();
}

} // namespace roundoff::ui
