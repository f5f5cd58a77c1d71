// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figures.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include <QDir>

#include "core/base/error.h"
#include "core/data/file_name.h"
#include "ui/charts/picture_file.h"
#include "ui/figures/figure_kinds.h"
#include "ui/figures/figure_sheet.h"

namespace roundoff::ui {

namespace {

using MakeFigure = std::optional<Figure> (*)(const SharedData&, const FigureOptions&, const KindOptions&);

struct Kind {
    const char* name;
    MakeFigure make;
    std::vector<std::string_view> options; ///< Beside `precision`, which all have.
    bool ofExperiment = true;              ///< Among an experiment's figures without being asked for.
};

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> kKinds{
        {"accuracy", accuracyFigure, {}},
        {"training-time", trainingTimeFigure, {}},
        {"accuracy-by-epoch", accuracyByEpochFigure, {}},
        {"loss-by-epoch", lossByEpochFigure, {}},
        {"by-threshold", byThresholdFigure, {}},
        {"deployments", deploymentsFigure, {}},
        {"decimals", decimalsFigure, {}},
        {"weights", weightsFigure, {"deployment", "rounding"}},
        {"loss-scale", lossScaleFigure, {}},
        {"numerics", numericsFigure, {}},
        {"exponents", exponentsFigure, {}},
        {"samples", samplesFigure, {}},
        {"network", networkFigure, {}},
        {"format", formatFigure, {"format", "value", "rounding"}, false},
    };
    return kKinds;
}

std::string namesOf(const QStringList& names) {
    return names.join(QStringLiteral(", ")).toStdString();
}

const Kind& kindNamed(const std::string& name) {
    const auto found = std::find_if(kinds().begin(), kinds().end(),
                                    [&](const Kind& kind) { return name == kind.name; });
    if (found == kinds().end()) {
        throw InputError("figure kind \"" + name + "\" is not known: choose from " + namesOf(figureKinds()));
    }
    return *found;
}

void checkOptions(const Kind& kind, const KindOptions& options) {
    for (const auto& [name, value] : options) {
        if (name != "precision" && std::find(kind.options.begin(), kind.options.end(), name) == kind.options.end()) {
            throw InputError("figure kind \"" + std::string(kind.name) + "\" has no option \"" + name + "\"");
        }
    }
}

/// The data of one precision's groups only.
SharedData onlyPrecision(const SharedData& data, const QString& precision) {
    const auto part = std::make_shared<FigureData>(*data);
    part->groups.removeIf([&](const FigureGroup& group) { return group.precision != precision; });
    part->title += QStringLiteral(", ") + precision;
    return part;
}

/// A value as a part of a file's name.
QString slug(const std::string& value) {
    QString text;
    for (const QChar character : QString::fromStdString(value).toLower()) {
        text += character.unicode() < 128 && character.isLetterOrNumber() ? character : u'-';
    }
    return text;
}

} // namespace

QStringList figureKinds() {
    QStringList names;
    for (const Kind& kind : kinds()) {
        names.append(QString::fromLatin1(kind.name));
    }
    return names;
}

PaintPicture onPaper(const Figure& figure, const FigureOptions& options) {
    return [paint = figure.paint, look = printLook(options)](QPainter& painter, const QRectF& sheet) {
        paint(painter, sheet, look);
    };
}

QList<Figure> experimentFigures(std::shared_ptr<const FigureData> data, const FigureOptions& options) {
    QList<Figure> figures;
    for (const Kind& kind : kinds()) {
        if (!kind.ofExperiment) {
            continue;
        }
        if (const std::optional<Figure> figure = kind.make(data, options, {})) {
            figures.append(*figure);
        }
    }
    return figures;
}

std::optional<Figure> paperFigure(std::shared_ptr<const FigureData> data, const experiment::PaperFigure& wanted,
                                  const FigureOptions& options) {
    const Kind& kind = kindNamed(wanted.kind);
    checkOptions(kind, wanted.options);
    if (const QString precision = optionOf(wanted.options, "precision"); !precision.isEmpty()) {
        data = onlyPrecision(data, precision);
    }
    std::optional<Figure> figure = kind.make(data, options, wanted.options);
    for (const auto& [name, value] : wanted.options) {
        if (figure) {
            figure->name += u'-' + slug(value);
        }
    }
    return figure;
}

QStringList saveFigures(const QList<Figure>& figures, const QString& directory, const QStringList& formats,
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
    for (const Figure& figure : figures) {
        const QString name = QString::fromStdString(data::fileNameOf(figure.name.toStdString()));
        for (const QString& format : formats) {
            write(name + u'.' + format, renderPicture(format, figure.size, figure.title, onPaper(figure, options)));
        }
        write(name + QStringLiteral(".csv"), QByteArray::fromStdString(figure.csv));
    }
    return paths;
}

QStringList renderFigures(std::shared_ptr<const FigureData> data, const QString& directory, const QStringList& formats,
                          const FigureOptions& options) {
    return saveFigures(experimentFigures(std::move(data), options), directory, formats, options);
}

} // namespace roundoff::ui
