// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures.h"

#include <clocale>

#include <QApplication>

#include "ui/figures/experiment_figures.h"
#include "ui/figures/figures.h"

namespace roundoff::app {

void writeFigures(const store::ExperimentResults& results, const std::string& folder,
                  const std::vector<std::string>& formats) {
    // Fonts and painting need an application object, but no display.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static int argc = 1;
    static char name[] = "roundoff";
    static char* argv[] = {name, nullptr};
    const QApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C"); // The application object takes on the system's, decimal comma and all.
    QStringList wanted;
    for (const std::string& format : formats) {
        wanted.append(QString::fromStdString(format));
    }
    ui::renderFigures(ui::figureData(results), QString::fromStdString(folder), wanted);
}

} // namespace roundoff::app
