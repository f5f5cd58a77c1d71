// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weights/paper_note.h"

#include <cmath>

#include <QCoreApplication>
#include <QLocale>

#include "ui/charts/axis_scale.h"

namespace roundoff::ui {
namespace {

struct PaperNoteText {
    Q_DECLARE_TR_FUNCTIONS(PaperNote)
};

/// Accuracies this near to guessing are called chance level: classes of a test set are not equally frequent.
constexpr double kChanceMargin = 0.02;

/// How many multiples of 10^-digits lie between -1 and 1, without the two.
qint64 valuesInside(int digits) {
    qint64 scale = 1;
    for (int i = 0; i < digits; ++i) {
        scale *= 10;
    }
    return 2 * scale - 1;
}

} // namespace

QString paperNote(const StudyAnswer& answer) {
    const auto* decimal = format::scalarFormatOf<format::Decimal>(answer.deployment.format);
    if (decimal == nullptr || !answer.test || answer.classes < 2) {
        return {};
    }
    const QLocale locale;
    const bool chance = std::abs(answer.test->accuracy - 1.0 / answer.classes) < kChanceMargin;
    const qint64 inside = valuesInside(decimal->digits);
    if (answer.deployment.rounding == format::Rounding::TowardZero) {
        const QString accuracy = readableNumber(answer.test->accuracy, NumberStyle::Percent, locale);
        if (chance) {
            return PaperNoteText::tr(
                       "Chance level for %1 classes, as the paper found at one decimal: truncating to %n decimal(s) "
                       "leaves at most %2 values in (−1, 1); rounding to nearest gives %3.",
                       nullptr, decimal->digits)
                .arg(answer.classes)
                .arg(locale.toString(inside), locale.toString(inside + 2));
        }
        if (decimal->digits == 1) {
            return PaperNoteText::tr(
                       "The paper found chance level at one decimal, where truncating leaves at most %1 values in "
                       "(−1, 1); this network still reaches %2.")
                .arg(locale.toString(inside), accuracy);
        }
    }
    if (decimal->digits == 1 && answer.deployment.rounding == format::Rounding::NearestEven) {
        return PaperNoteText::tr(
                   "Rounding to nearest gives %1 values from −1 to 1. The paper's %2 values at one decimal, with "
                   "chance level, are what truncating leaves: choose toward-zero.")
            .arg(locale.toString(inside + 2), locale.toString(inside));
    }
    return {};
}

} // namespace roundoff::ui
