// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/experiment_form/form_rows.h"

#include <algorithm>
#include <utility>
#include <vector>

#include <QCoreApplication>

#include "core/base/error.h"
#include "core/experiment/fields.h"
#include "core/experiment/spec_json.h"
#include "core/format/names.h"
#include "ui/document/axis_text.h"
#include "ui/document/deployment_text.h"
#include "ui/document/experiment_document.h"
#include "ui/document/field_text.h"

namespace roundoff::ui {
namespace {

using experiment::Field;
using experiment::FieldKind;
using experiment::Json;

constexpr int kMostRepeats = 1000;

struct FormRowsText {
    Q_DECLARE_TR_FUNCTIONS(FormRows)
};

const Field& fieldOfKind(FieldKind kind) {
    const auto all = experiment::fields();
    return *std::ranges::find_if(all, [kind](const Field& field) { return field.kind == kind; });
}

QStringList toQStrings(const std::vector<std::string>& texts) {
    QStringList list;
    for (const std::string& text : texts) {
        list << QString::fromStdString(text);
    }
    return list;
}

int parseWhole(const QString& text) {
    bool good = false;
    const int value = text.toInt(&good);
    if (!good) {
        throw InputError(FormRowsText::tr("%1 is not a whole number")
                             .arg(text.isEmpty() ? FormRowsText::tr("nothing") : text)
                             .toStdString());
    }
    return value;
}

/// Repeats are checked where specifications are read: there is no other place that knows what they may be.
void setRepeats(ExperimentDocument& document, const experiment::Repeats& repeats) {
    experiment::ExperimentSpec probe;
    probe.repeats = repeats;
    try {
        static_cast<void>(experiment::specificationFromJson(experiment::toJson(probe)));
    } catch (const InputError& error) {
        const QString message = QString::fromUtf8(error.what());
        throw InputError(message.section(QStringLiteral(": "), 1).toStdString());
    }
    document.setRepeats(repeats);
}

} // namespace

ChipsRow* makeDeploymentsRow(ExperimentDocument& document, QWidget* parent) {
    QStringList offered = toQStrings(format::namedFormats());
    for (const int digits : {4, 3, 2, 1}) {
        offered << QString::fromStdString(format::formatName(format::Decimal{digits}));
    }
    const Field& field = fieldOfKind(FieldKind::Deployments);
    auto* row = new ChipsRow(QString(), fieldToolTip(field),
                             {.parse =
                                  [](const QString& text) {
                                      QStringList values;
                                      for (const QString& part : splitValues(text, false)) {
                                          values << deploymentText(parseDeployment(part));
                                      }
                                      return values;
                                  },
                              .display = {},
                              .icon = {},
                              .offered = offered,
                              .placeholder = FormRowsText::tr("e.g. DEC1..4, FP16"),
                              .name = fieldLabel(field)},
                             {.get =
                                  [&document] {
                                      QStringList values;
                                      for (const auto& deployment : document.specification().base.deployments) {
                                          values << deploymentText(deployment);
                                      }
                                      return values;
                                  },
                              .set =
                                  [&document](const QStringList& values) {
                                      std::vector<deploy::Deployment> deployments;
                                      for (const QString& value : values) {
                                          deployments.push_back(parseDeployment(value));
                                      }
                                      document.setDeployments(std::move(deployments));
                                  },
                              .ifEmpty = QString()},
                             parent);
    row->setObjectName(QStringLiteral("row.") + QString::fromStdString(field.path));
    return row;
}

ChipsRow* makeAxisRow(const std::string& path, ExperimentDocument& document, QWidget* parent) {
    const QString name = axisLabel(path);
    auto* row = new ChipsRow(
        name, FormRowsText::tr("The values that %1 takes together, one run for each").arg(axisLabelInSentence(path)),
        {.parse =
             [path](const QString& text) {
                 QStringList values;
                 const bool json = text.startsWith(QLatin1Char('{'));
                 for (const QString& part : json ? QStringList{text} : splitValues(text, false)) {
                     values << axisValueText(path, parseAxisValue(path, part));
                 }
                 return values;
             },
         .display = {},
         .icon = {},
         .offered = {},
         .placeholder = FormRowsText::tr("Add values"),
         .name = FormRowsText::tr("Values of %1").arg(axisLabelInSentence(path))},
        {.get =
             [path, &document] {
                 QStringList values;
                 if (const std::vector<Json>* axis = document.axisValues(path)) {
                     for (const Json& value : *axis) {
                         values << axisValueText(path, value);
                     }
                 }
                 return values;
             },
         .set =
             [path, &document](const QStringList& values) {
                 std::vector<Json> parsed;
                 for (const QString& value : values) {
                     parsed.push_back(parseAxisValue(path, value));
                 }
                 document.setAxis(path, std::move(parsed));
             },
         .ifEmpty = QString()},
        parent);
    row->setObjectName(QStringLiteral("axis.") + QString::fromStdString(path));
    return row;
}

TextRow* makeTitleRow(ExperimentDocument& document, QWidget* parent) {
    auto* row = new TextRow(FormRowsText::tr("Title"),
                            FormRowsText::tr("What the experiment is called in files and figures"), 0, 0,
                            {.get = [&document] { return QString::fromStdString(document.specification().title); },
                             .set = [&document](const QString& text) { document.setTitle(text.toStdString()); }},
                            parent);
    row->setPlaceholderText(FormRowsText::tr("Untitled experiment"));
    row->setObjectName(QStringLiteral("row.title"));
    return row;
}

TextRow* makeFoldsRow(ExperimentDocument& document, QWidget* parent) {
    auto* row = new TextRow(
        FormRowsText::tr("Folds"),
        FormRowsText::tr("k-fold cross-validation over the training images: each run trains without one part and is "
                         "validated on it. 0 trains on all of them."),
        0, kMostRepeats,
        {.get = [&document] { return QString::number(document.specification().repeats.folds); },
         .set =
             [&document](const QString& text) {
                 experiment::Repeats repeats = document.specification().repeats;
                 repeats.folds = parseWhole(text);
                 setRepeats(document, repeats);
             }},
        parent);
    row->setObjectName(QStringLiteral("row.repeats.folds"));
    return row;
}

TextRow* makeSeedsRow(ExperimentDocument& document, QWidget* parent) {
    auto* row = new TextRow(
        FormRowsText::tr("Seeds"),
        FormRowsText::tr("How many runs with seeds of their own: the seed above, the next one, and so on"), 1,
        kMostRepeats,
        {.get = [&document] { return QString::number(document.specification().repeats.seeds); },
         .set =
             [&document](const QString& text) {
                 experiment::Repeats repeats = document.specification().repeats;
                 repeats.seeds = parseWhole(text);
                 setRepeats(document, repeats);
             }},
        parent);
    row->setObjectName(QStringLiteral("row.repeats.seeds"));
    return row;
}

} // namespace roundoff::ui
