// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/named_figures.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <QCoreApplication>
#include <QHash>

#include "core/base/error.h"
#include "ui/figures/figures.h"

namespace roundoff::ui {
namespace {

struct NamedFiguresText {
    Q_DECLARE_TR_FUNCTIONS(NamedFigures)
};

QString kindText(const QString& name) {
    const QHash<QString, QString> known{
        {QStringLiteral("accuracy"), NamedFiguresText::tr("Test accuracy")},
        {QStringLiteral("training-time"), NamedFiguresText::tr("Training and evaluation time")},
        {QStringLiteral("accuracy-by-epoch"), NamedFiguresText::tr("Accuracy by epoch")},
        {QStringLiteral("loss-by-epoch"), NamedFiguresText::tr("Loss by epoch")},
        {QStringLiteral("deployments"), NamedFiguresText::tr("Accuracy after deployments")},
        {QStringLiteral("by-threshold"), NamedFiguresText::tr("Accuracy and time by threshold")},
        {QStringLiteral("weights"), NamedFiguresText::tr("Distribution of the weights")},
        {QStringLiteral("decimals"), NamedFiguresText::tr("Accuracy by decimals")},
        {QStringLiteral("loss-scale"), NamedFiguresText::tr("Loss scale")},
        {QStringLiteral("samples"), NamedFiguresText::tr("Sample images")},
        {QStringLiteral("network"), NamedFiguresText::tr("The network")},
        {QStringLiteral("format"), NamedFiguresText::tr("A number in a format")},
    };
    const auto found = known.find(name);
    return found != known.end() ? *found : name;
}

QString optionsText(const experiment::PaperFigure& wanted) {
    QStringList values;
    for (const auto& [option, value] : wanted.options) {
        values << QString::fromStdString(value);
    }
    return values.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(values.join(QStringLiteral(", ")));
}

} // namespace

NamedFigures namedFigures(const ResultsReport& report, const FigureOptions& options) {
    NamedFigures made;
    if (!report.figures) {
        return made;
    }
    QStringList plain; // kinds that the paper has without options
    QStringList files;
    const auto append = [&](const QString& name, const std::string& caption, Figure figure) {
        const QString base = figure.name;
        for (int number = 2; files.contains(figure.name); ++number) {
            figure.name = QStringLiteral("%1-%2").arg(base).arg(number);
        }
        files << figure.name;
        made.figures.append({name, QString::fromStdString(caption), std::move(figure)});
    };
    const std::vector<experiment::PaperFigure> wantedByPaper = report.preset ? report.preset->preset.figures
                                                                             : std::vector<experiment::PaperFigure>();
    for (const experiment::PaperFigure& wanted : wantedByPaper) {
        const QString number = QString::fromStdString(wanted.number);
        try {
            if (std::optional<Figure> figure = paperFigure(report.figures, wanted, options)) {
                const QString kind = QString::fromStdString(wanted.kind);
                append(NamedFiguresText::tr("Figure %1: %2").arg(number, kindText(kind)) + optionsText(wanted),
                       wanted.caption, std::move(*figure));
                if (wanted.options.empty()) {
                    plain << kind;
                }
            }
        } catch (const InputError& error) {
            made.problems << NamedFiguresText::tr("Figure %1: %2").arg(number, QString::fromUtf8(error.what()));
        }
    }
    const QList<Figure> all = experimentFigures(report.figures, options);
    for (const Figure& figure : all) {
        if (!plain.contains(figure.name)) {
            append(kindText(figure.name), std::string(), figure);
        }
    }
    return made;
}

} // namespace roundoff::ui
