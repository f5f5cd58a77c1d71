// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_choice.h"

#include <QCoreApplication>

namespace roundoff::ui {

namespace {

using experiment::EpochResult;
using experiment::MetricPoint;

/// Gives the texts a context that lupdate finds.
struct ChartChoiceText {
    Q_DECLARE_TR_FUNCTIONS(ChartChoice)
};

Quantity accuracy(const QString& name, const QString& column, EpochValue value) {
    return {.name = name,
            .column = column,
            .ofEpoch = std::move(value),
            .ofStep = {},
            .style = NumberStyle::Percent,
            .unused = {}};
}

Quantity epochLoss(const QString& name, const QString& column, EpochValue value) {
    return {.name = name, .column = column, .ofEpoch = std::move(value), .ofStep = {}, .unused = {}};
}

Quantity seconds(const QString& name, const QString& column, EpochValue value) {
    return {.name = name, .column = column, .ofEpoch = std::move(value), .ofStep = {}, .fromZero = true, .unused = {}};
}

Quantity gradientNorm() {
    return {.name = ChartChoiceText::tr("Gradient norm"),
            .column = QStringLiteral("gradient_norm"),
            .ofEpoch = {},
            .ofStep = [](const MetricPoint& step) { return step.gradientNorm; },
            .axis = AxisKind::Logarithmic,
            .unused = {}};
}

Quantity lossScale() {
    return {.name = ChartChoiceText::tr("Loss scale"),
            .column = QStringLiteral("loss_scale"),
            .ofEpoch = {},
            .ofStep = [](const MetricPoint& step) { return step.lossScale; },
            .axis = AxisKind::PowersOfTwo,
            .unused = 1.0};
}

} // namespace

QList<ChartChoice> accuracyChoices() {
    const auto test = [](const EpochResult& epoch) { return std::optional(epoch.test.accuracy); };
    const auto training = [](const EpochResult& epoch) { return std::optional(epoch.training.accuracy); };
    const auto validation = [](const EpochResult& epoch) {
        return epoch.validation ? std::optional(epoch.validation->accuracy) : std::nullopt;
    };
    return {{.title = ChartChoiceText::tr("Test accuracy by epoch"),
             .primary = accuracy(ChartChoiceText::tr("Test accuracy"), QStringLiteral("test_accuracy"), test),
             .secondary = {}},
            {.title = ChartChoiceText::tr("Validation accuracy by epoch"),
             .primary = accuracy(ChartChoiceText::tr("Validation accuracy"), QStringLiteral("validation_accuracy"),
                                 validation),
             .secondary = {},
             .offered = Offered::WithValidation},
            {.title = ChartChoiceText::tr("Training accuracy by epoch"),
             .primary = accuracy(ChartChoiceText::tr("Training accuracy"), QStringLiteral("train_accuracy"), training),
             .secondary = {}}};
}

QList<ChartChoice> lossChoices() {
    const auto test = [](const EpochResult& epoch) { return std::optional(epoch.test.loss); };
    const auto validation = [](const EpochResult& epoch) {
        return epoch.validation ? std::optional(epoch.validation->loss) : std::nullopt;
    };
    return {
        {.title = ChartChoiceText::tr("Training loss by step"),
         .primary = {.name = ChartChoiceText::tr("Training loss"),
                     .column = QStringLiteral("train_loss"),
                     .ofEpoch = {},
                     .ofStep = [](const MetricPoint& step) { return step.loss; },
                     .unused = {}},
         .secondary = {}},
        {.title = ChartChoiceText::tr("Test loss by epoch"),
         .primary = epochLoss(ChartChoiceText::tr("Test loss"), QStringLiteral("test_loss"), test),
         .secondary = {}},
        {.title = ChartChoiceText::tr("Validation loss by epoch"),
         .primary = epochLoss(ChartChoiceText::tr("Validation loss"), QStringLiteral("validation_loss"), validation),
         .secondary = {},
         .offered = Offered::WithValidation}};
}

QList<ChartChoice> timeChoices() {
    const Quantity training = seconds(ChartChoiceText::tr("Training"), QStringLiteral("train_seconds"),
                                      [](const EpochResult& epoch) { return std::optional(epoch.trainSeconds); });
    const Quantity evaluation = seconds(ChartChoiceText::tr("Evaluation"), QStringLiteral("eval_seconds"),
                                        [](const EpochResult& epoch) { return std::optional(epoch.evalSeconds); });
    return {
        {.title = ChartChoiceText::tr("Time per epoch in seconds (thin: evaluation)"),
         .primary = training,
         .secondary = evaluation},
        {.title = ChartChoiceText::tr("Training time per epoch in seconds"), .primary = training, .secondary = {}},
        {.title = ChartChoiceText::tr("Evaluation time per epoch in seconds"), .primary = evaluation, .secondary = {}}};
}

QList<ChartChoice> gradientChoices() {
    return {{.title = ChartChoiceText::tr("Gradient norm by step (thin: loss scale)"),
             .primary = gradientNorm(),
             .secondary = lossScale(),
             .secondaryOnRight = true,
             .offered = Offered::WithLossScale},
            {.title = ChartChoiceText::tr("Gradient norm by step"), .primary = gradientNorm(), .secondary = {}},
            {.title = ChartChoiceText::tr("Loss scale by step"),
             .primary = lossScale(),
             .secondary = {},
             .offered = Offered::WithLossScale}};
}

} // namespace roundoff::ui
