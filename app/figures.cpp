// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/figures.h"

#include <clocale>
#include <iostream>
#include <memory>

#include <QApplication>
#include <QDir>

#include "core/base/error.h"
#include "core/store/files.h"
#include "core/store/results.h"
#include "ui/figures/experiment_figures.h"
#include "ui/figures/figures.h"
#include "ui/language.h"
#include "ui/report/numbered_figures.h"
#include "ui/report/paper_report.h"

namespace roundoff::app {
namespace {

// Fonts and painting need an application object, but no display.
std::unique_ptr<QApplication> makeOffscreenApplication() {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    // Where there is no session, Qt tells of a folder of its own that nobody at a command line asked about.
    qInstallMessageHandler([](QtMsgType, const QMessageLogContext&, const QString& text) {
        if (!text.startsWith(QStringLiteral("QStandardPaths:"))) {
            std::cerr << text.toStdString() << '\n';
        }
    });
    static int argc = 1;
    static char name[] = "roundoff";
    static char* argv[] = {name, nullptr};
    auto application = std::make_unique<QApplication>(argc, argv);
    ui::installLanguage(*application, QStringLiteral("en")); // Files are read by others: they are in English.
    std::setlocale(LC_NUMERIC, "C"); // The application object takes on the system's, decimal comma and all.
    return application;
}

QStringList toList(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts) {
        list.append(QString::fromStdString(text));
    }
    return list;
}

// Null if it is out of reach by now, or why the runs failed: the figures of its images are left out then.
std::shared_ptr<const data::Dataset> datasetOf(const store::ExperimentResults& results, experiment::Inputs& inputs) {
    try {
        return inputs.dataset(results.spec.base.dataset);
    } catch (const InputError&) {
        return nullptr;
    }
}

ui::FigureOptions toOptions(const FigureSheet& sheet) {
    return {.widthMm = sheet.widthMm, .heightMm = sheet.heightMm, .fontPt = sheet.fontPt, .dpi = sheet.dpi};
}

} // namespace

void writeFigures(const store::ExperimentResults& results, experiment::Inputs& inputs, const std::string& folder,
                  const std::vector<std::string>& formats, const FigureSheet& sheet) {
    const auto application = makeOffscreenApplication();
    const auto dataset = datasetOf(results, inputs);
    ui::renderFigures(std::make_shared<const ui::FigureData>(ui::figureData(results, dataset)),
                      QString::fromStdString(folder), toList(formats), toOptions(sheet));
}

void writeReport(const std::vector<store::PresetResults>& experiments, experiment::Inputs& inputs,
                 const std::string& folder, const std::vector<std::string>& formats, const FigureSheet& sheet) {
    const auto application = makeOffscreenApplication();
    const ui::FigureOptions options = toOptions(sheet);
    const auto dataset = datasetOf(experiments.front().results, inputs);
    const auto numbered = ui::numberedFigures(experiments, dataset, options);
    QList<ui::Figure> figures;
    for (const ui::NumberedFigure& figure : numbered) {
        figures.append(figure.figure);
    }
    const QDir out(QString::fromStdString(folder));
    ui::saveFigures(figures, out.filePath(QStringLiteral("figures")), toList(formats), options);
    const QByteArray report = ui::paperReport(experiments, numbered,
                                              store::provenanceOf(experiments.front().results, inputs), options);
    store::writeFile(std::filesystem::path(folder) / "REPORT.html", report.toStdString());
}

} // namespace roundoff::app
