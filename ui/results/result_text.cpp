// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/result_text.h"

#include <algorithm>
#include <cmath>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

namespace roundoff::ui {
namespace {

struct ResultText {
    Q_DECLARE_TR_FUNCTIONS(Results)
};

QString number(double value, int decimals) {
    return QLocale().toString(value, 'f', decimals);
}

/// With three significant digits, or two decimals for larger numbers.
int decimalsOf(double value) {
    if (value == 0.0 || !std::isfinite(value)) {
        return 2;
    }
    return std::clamp(2 - static_cast<int>(std::floor(std::log10(std::fabs(value)))), 2, 6);
}

} // namespace

QString metricText(const std::string& metric) {
    if (metric == "test_accuracy") {
        return ResultText::tr("Test accuracy");
    }
    if (metric == "validation_accuracy") {
        return ResultText::tr("Validation accuracy");
    }
    if (metric == "train_loss") {
        return ResultText::tr("Training loss");
    }
    if (metric == "train_seconds") {
        return ResultText::tr("Training time");
    }
    if (metric == "eval_seconds") {
        return ResultText::tr("Evaluation time");
    }
    return QString::fromStdString(metric);
}

bool isAccuracy(const std::string& metric) {
    return metric == "test_accuracy" || metric == "validation_accuracy";
}

bool isTime(const std::string& metric) {
    return metric == "train_seconds" || metric == "eval_seconds";
}

QString valueText(const std::string& metric, double value) {
    if (isAccuracy(metric)) {
        return ResultText::tr("%1\u00a0%").arg(number(100.0 * value, 2));
    }
    const QString text = number(value, decimalsOf(value));
    return isTime(metric) ? ResultText::tr("%1\u00a0s").arg(text) : text;
}

QString differenceText(const std::string& metric, double difference) {
    const double size = std::fabs(difference);
    // What is shown as zero has no sign.
    constexpr double kShown = 0.5e-4;
    const bool none = isAccuracy(metric) ? size < kShown : size == 0.0;
    const QString sign = none ? QString() : difference < 0.0 ? QStringLiteral("\u2212") : QStringLiteral("+");
    if (isAccuracy(metric)) {
        return sign + ResultText::tr("%1\u00a0pp").arg(number(100.0 * size, 2));
    }
    return sign + valueText(metric, size);
}

QString pText(double p) {
    constexpr double kLeast = 0.001;
    return p < kLeast ? QStringLiteral("< %1").arg(number(kLeast, 3)) : number(p, 3);
}

QString pRelation(double p) {
    const QString text = pText(p);
    return text.startsWith(QLatin1Char('<')) ? QStringLiteral("p\u00a0<\u00a0") + text.mid(2)
                                             : QStringLiteral("p\u00a0=\u00a0") + text;
}

QString timeKindText(bool native) {
    return native ? ResultText::tr("native") : ResultText::tr("emulated");
}

QString timeConditions(unsigned threads, std::size_t runs, int cores) {
    const auto atATime = static_cast<int>(std::min<std::size_t>(threads, std::max<std::size_t>(runs, 1)));
    return ResultText::tr("Times were taken with %n run(s) at a time, one thread each,", nullptr, atATime) +
           QLatin1Char(' ') + ResultText::tr("on %n core(s).", nullptr, cores);
}

QString leftOutText(const RunCounts& runs) {
    QStringList parts;
    if (runs.diverged > 0) {
        parts << ResultText::tr("%1 diverged").arg(runs.diverged);
    }
    if (runs.failed > 0) {
        parts << ResultText::tr("%1 failed").arg(runs.failed);
    }
    if (runs.stopped > 0) {
        parts << ResultText::tr("%1 stopped").arg(runs.stopped);
    }
    if (const std::size_t waiting = runs.planned - runs.ended(); waiting > 0) {
        parts << ResultText::tr("%1 not finished").arg(waiting);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace roundoff::ui
