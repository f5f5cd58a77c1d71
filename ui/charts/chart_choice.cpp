// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_choice.h"

#include <QCoreApplication>

namespace roundoff::ui {

namespace {

using experiment::EpochResult;
using experiment::MetricPoint;

/// Gives the texts a context that lupdate finds.
struct Text {
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
    return {.name = Text::tr("Gradient norm"),
            .column = QStringLiteral("gradient_norm"),
            .ofEpoch = {},
            .ofStep = [](const MetricPoint& step) { return step.gradientNorm; },
            .axis = AxisKind::Logarithmic,
            .unused = {}};
}

Quantity lossScale() {
    return {.name = Text::tr("Loss scale"),
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
    return {{.title = Text::tr("Test accuracy by epoch"),
             .primary = accuracy(Text::tr("Test accuracy"), QStringLiteral("test_accuracy"), test),
             .secondary = {}},
            {.title = Text::tr("Validation accuracy by epoch"),
             .primary = accuracy(Text::tr("Validation accuracy"), QStringLiteral("validation_accuracy"), validation),
             .secondary = {},
             .offered = Offered::WithValidation},
            {.title = Text::tr("Training accuracy by epoch"),
             .primary = accuracy(Text::tr("Training accuracy"), QStringLiteral("train_accuracy"), training),
             .secondary = {}}};
}

QList<ChartChoice> lossChoices() {
    const auto test = [](const EpochResult& epoch) { return std::optional(epoch.test.loss); };
    const auto validation = [](const EpochResult& epoch) {
        return epoch.validation ? std::optional(epoch.validation->loss) : std::nullopt;
    };
    return {{.title = Text::tr("Training loss by step"),
             .primary = {.name = Text::tr("Training loss"),
                         .column = QStringLiteral("train_loss"),
                         .ofEpoch = {},
                         .ofStep = [](const MetricPoint& step) { return step.loss; },
                         .unused = {}},
             .secondary = {}},
            {.title = Text::tr("Test loss by epoch"),
             .primary = epochLoss(Text::tr("Test loss"), QStringLiteral("test_loss"), test),
             .secondary = {}},
            {.title = Text::tr("Validation loss by epoch"),
             .primary = epochLoss(Text::tr("Validation loss"), QStringLiteral("validation_loss"), validation),
             .secondary = {},
             .offered = Offered::WithValidation}};
}

QList<ChartChoice> timeChoices() {
    const Quantity training = seconds(Text::tr("Training"), QStringLiteral("train_seconds"),
                                      [](const EpochResult& epoch) { return std::optional(epoch.trainSeconds); });
    const Quantity evaluation = seconds(Text::tr("Evaluation"), QStringLiteral("eval_seconds"),
                                        [](const EpochResult& epoch) { return std::optional(epoch.evalSeconds); });
    return {{.title = Text::tr("Time per epoch in seconds (thin: evaluation)"),
             .primary = training,
             .secondary = evaluation},
            {.title = Text::tr("Training time per epoch in seconds"), .primary = training, .secondary = {}},
            {.title = Text::tr("Evaluation time per epoch in seconds"), .primary = evaluation, .secondary = {}}};
}

QList<ChartChoice> gradientChoices() {
    return {{.title = Text::tr("Gradient norm by step (thin: loss scale)"),
             .primary = gradientNorm(),
             .secondary = lossScale(),
             .secondaryOnRight = true,
             .offered = Offered::WithLossScale},
            {.title = Text::tr("Gradient norm by step"), .primary = gradientNorm(), .secondary = {}},
            {.title = Text::tr("Loss scale by step"),
             .primary = lossScale(),
             .secondary = {},
             .offered = Offered::WithLossScale}};
}

} // namespace roundoff::ui
