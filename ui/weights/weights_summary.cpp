// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weights/weights_summary.h"

#include <cmath>

#include <QHBoxLayout>
#include <QLocale>

#include "ui/charts/axis_scale.h"
#include "ui/weights/stat_tile.h"

namespace roundoff::ui {
namespace {

constexpr std::size_t kBytesOfFp32 = 4;

QString percent(double fraction) {
    return readableNumber(fraction, NumberStyle::Percent, QLocale());
}

QString sizeText(std::size_t bytes) {
    return QLocale().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

QString points(double difference) {
    if (difference == 0.0) {
        return WeightsSummary::tr("no change");
    }
    const QString text = QLocale().toString(100.0 * std::abs(difference), 'f', 2);
    return WeightsSummary::tr("%1 points").arg((difference < 0.0 ? u'\u2212' : u'+') + text);
}

QFrame* makeSeparator(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setFrameShape(QFrame::VLine);
    line->setForegroundRole(QPalette::Mid);
    return line;
}

} // namespace

WeightsSummary::WeightsSummary(QWidget* parent)
    : QFrame(parent), accuracy_(new StatTile(QStringLiteral("accuracyTile"), tr("Test accuracy"),
                                             tr("Of the rounded weights, on all test images"), this)),
      distinct_(new StatTile(QStringLiteral("distinctTile"), tr("Distinct values"),
                             tr("How many different numbers the rounded weights and biases are"), this)),
      bits_(new StatTile(QStringLiteral("bitsTile"), tr("Bits per weight"),
                         tr("Width of a code: a format's own, or what the significands of decimals need"), this)),
      size_(new StatTile(QStringLiteral("sizeTile"), tr("Packed size"),
                         tr("All weights and biases as codes without gaps between them"), this)),
      noise_(new StatTile(QStringLiteral("noiseTile"), tr("Signal to noise"),
                          tr("SQNR: 10 log\u2081\u2080 of the sum of squared weights over the sum of squared errors"),
                          this)) {
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(0);
    for (StatTile* tile : {accuracy_, distinct_, bits_, size_, noise_}) {
        if (tile != accuracy_) {
            layout->addWidget(makeSeparator(this));
        }
        layout->addWidget(tile, 1);
    }
}

void WeightsSummary::setStale() {
    for (StatTile* tile : {accuracy_, distinct_, bits_, size_, noise_}) {
        tile->setStale(true);
    }
}

void WeightsSummary::showAnswer(const TrainedRun& run, const StudyAnswer& answer) {
    setStale();
    const QLocale locale;
    if (answer.report) {
        const deploy::RoundingError& error = answer.report->total;
        distinct_->setValue(locale.toString(static_cast<qulonglong>(error.distinctValues)),
                            tr("of %Ln weight(s)", nullptr, static_cast<int>(error.count)) + u'\n' +
                                tr("%Ln changed", nullptr, static_cast<int>(error.changed)));
        if (error.nonFinite > 0) {
            noise_->setValue(QStringLiteral("\u2013"),
                             tr("%Ln weight(s) became infinite or NaN", nullptr, static_cast<int>(error.nonFinite)));
        } else if (error.changed == 0) {
            noise_->setValue(QStringLiteral("\u221e dB"), tr("no weight changed"));
        } else {
            noise_->setValue(tr("%1 dB").arg(locale.toString(error.signalToNoiseDb, 'f', 1)),
                             tr("largest error %1").arg(locale.toString(error.maxAbsError, 'g', 3)));
        }
    }
    showSize(run, answer);
    showAccuracy(run, answer);
}

void WeightsSummary::showSize(const TrainedRun& run, const StudyAnswer& answer) {
    const std::size_t plain = kBytesOfFp32 * run.result->weights.parameterCount();
    const QString compared = tr("%1 as FP32").arg(sizeText(plain));
    if (answer.packed) {
        bits_->setValue(QLocale().toString(answer.packed->bitsPerWeight),
                        tr("%1 as trained").arg(run.spec.precision.needsDouble() ? 64 : 32));
        const double ratio = answer.packed->bytes > 0
                                 ? static_cast<double>(plain) / static_cast<double>(answer.packed->bytes)
                                 : 0.0;
        QString detail = compared;
        if (ratio >= 1.0) {
            detail += u'\n' + tr("%1 times smaller").arg(QLocale().toString(ratio, 'f', 1));
        } else if (ratio > 0.0) {
            detail += u'\n' + tr("%1 times larger").arg(QLocale().toString(1.0 / ratio, 'f', 1));
        }
        size_->setValue(sizeText(answer.packed->bytes), detail);
    } else if (!answer.packingProblem.isEmpty()) {
        bits_->setValue(QStringLiteral("\u2013"), QString());
        size_->setValue(QStringLiteral("\u2013"), tr("cannot be packed") + u'\n' + compared);
    }
}

void WeightsSummary::showAccuracy(const TrainedRun& run, const StudyAnswer& answer) {
    if (!answer.test) {
        return;
    }
    QString detail;
    if (!run.result->epochs.empty()) {
        const double trained = run.result->epochs.back().test.accuracy;
        detail = points(answer.test->accuracy - trained) + u'\n' + tr("%1 as trained").arg(percent(trained));
    }
    accuracy_->setValue(percent(answer.test->accuracy), detail);
}

} // namespace roundoff::ui
