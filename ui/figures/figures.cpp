// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figures.h"

#include <QDir>

#include "core/base/error.h"
#include "ui/charts/picture_file.h"
#include "ui/figures/figure_kinds.h"

namespace roundoff::ui {

QStringList renderFigures(const FigureData& data, const QString& directory, const QStringList& formats,
                          const FigureOptions& options) {
    if (!QDir().mkpath(directory)) {
        throw InputError(
            QStringLiteral("%1 cannot be made: choose a folder that can be written to").arg(directory).toStdString());
    }
    QStringList paths;
    const auto write = [&](const QString& name, const QByteArray& contents) {
        const QString path = QDir(directory).filePath(name);
        writeFile(path, contents);
        paths.append(path);
    };
    for (const auto make :
         {accuracyFigure, trainingTimeFigure, accuracyByEpochFigure, lossByEpochFigure, deploymentsFigure}) {
        const QList<Figure> figures = make(data, options);
        for (const Figure& figure : figures) {
            for (const QString& format : formats) {
                write(figure.name + u'.' + format, renderPicture(format, figure.size, figure.title, figure.paint));
            }
            write(figure.name + QStringLiteral(".csv"), QByteArray::fromStdString(figure.csv));
        }
    }
    return paths;
}

} // namespace roundoff::ui
