// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run_window.h"

#include <clocale>

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QSettings>
#include <QStandardPaths>

#include "core/base/error.h"
#include "core/data/locations.h"
#include "core/store/file_inputs.h"
#include "core/store/provenance.h"
#include "ui/language.h"
#include "ui/main_window.h"
#include "ui/theme.h"
#include "ui/window_settings.h"
#include "ui/workspace/single_instance.h"
#include "ui/workspace/workspace.h"

namespace roundoff::ui {
namespace {

MainWindow::Environment makeEnvironment() {
    const auto searchPath = data::dataSearchPath();
    MainWindow::Environment environment;
    environment.inputs = std::make_shared<store::FileInputs>(searchPath);
    try {
        environment.presets = experiment::inPaperOrder(experiment::loadPresets(searchPath));
    } catch (const InputError& error) {
        environment.presetsProblem = QString::fromUtf8(error.what());
    }
    return environment;
}

} // namespace

int runWindow(int argc, char** argv, const QString& file) {
    QApplication application(argc, argv);
    // Qt takes the numbers' locale from the system; the files of the core have dots everywhere.
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setOrganizationName(QStringLiteral("Roundoff"));
    QApplication::setApplicationName(QStringLiteral("Roundoff"));
    QApplication::setApplicationVersion(QString::fromStdString(store::programVersion()));
    QApplication::setDesktopFileName(QStringLiteral("roundoff"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/roundoff.svg")));
    QSettings settings;
    installLanguage(application, settings.value(kLanguageKey).toString());
    applyTheme(themeOf(settings.value(kThemeKey).toString()));
    const QString dataFolder = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
    const QStringList files = file.isEmpty() ? QStringList() : QStringList{QFileInfo(file).absoluteFilePath()};
    SingleInstance instance(dataFolder);
    if (instance.handOver(files)) {
        return 0;
    }
    Workspace workspace(makeEnvironment(), settings, dataFolder);
    QObject::connect(&instance, &SingleInstance::started, &workspace, &Workspace::openFiles);
    workspace.start(files);
    return QApplication::exec();
}

} // namespace roundoff::ui
