// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/formats/plot_saving.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

#include "core/base/error.h"
#include "ui/charts/picture_file.h"
#include "ui/formats/plot_view.h"
#include "ui/results/save_figures_dialog.h"
#include "ui/window_settings.h"

namespace roundoff::ui {
namespace {

struct PlotSavingText {
    Q_DECLARE_TR_FUNCTIONS(PlotSaving)
};

} // namespace

void savePlotTo(const PlotView& view, const QSettings& settings, const QString& path) {
    const FigureOptions options = savedFigureOptions(settings);
    const Figure figure = view.figure(options);
    const QString kind = QFileInfo(path).suffix().toLower();
    writeFile(path, kind == QStringLiteral("csv")
                        ? QByteArray::fromStdString(figure.csv)
                        : renderPicture(kind, figure.size, figure.title, onPaper(figure, options)));
}

void savePlot(PlotView& view, QSettings& settings) {
    const QString proposal = view.figure({}).name + QStringLiteral(".svg");
    QString path = QFileDialog::getSaveFileName(&view, PlotSavingText::tr("Save picture"),
                                                QDir(lastFolder(settings)).filePath(proposal),
                                                PlotSavingText::tr("Pictures (*.svg *.png *.pdf);;Data (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QStringLiteral(".svg");
    }
    setLastFolder(settings, QFileInfo(path).path());
    try {
        savePlotTo(view, settings, path);
        emit view.message(PlotSavingText::tr("The picture was written to %1.").arg(QDir::toNativeSeparators(path)),
                          false);
    } catch (const InputError& error) {
        emit view.message(QString::fromUtf8(error.what()), true);
    }
}

} // namespace roundoff::ui
