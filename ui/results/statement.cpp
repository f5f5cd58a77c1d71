// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/statement.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "ui/results/result_text.h"

namespace roundoff::ui {
namespace {

constexpr double kLevel = 0.05;
/// More comparisons than these are told as lists.
constexpr std::size_t kMostInFull = 3;

struct StatementText {
    Q_DECLARE_TR_FUNCTIONS(Statement)
};

QString nameOf(const std::string& group) {
    return QString::fromStdString(group);
}

QString points(double difference) {
    return QLocale().toString(100.0 * std::fabs(difference), 'f', 2);
}

QString margin() {
    return QLocale().toString(100.0 * experiment::kAccuracyMargin, 'g', 3);
}

QString repeatsText(std::size_t pairs, const experiment::Repeats& repeats) {
    const int n = static_cast<int>(pairs);
    if (repeats.folds > 1) {
        return (repeats.seeds > 1 ? StatementText::tr("%n repeat(s)", nullptr, n)
                                  : StatementText::tr("%n fold(s)", nullptr, n)) +
               StatementText::tr(", Nadeau-Bengio");
    }
    return StatementText::tr("%n seed(s)", nullptr, n);
}

/// Where nothing is repeated, what to do about it; where the other repeats are still to come, nothing.
QString advice(const experiment::Repeats& repeats) {
    return repeats.folds > 1 || repeats.seeds > 1 ? QString()
                                                  : QLatin1Char(' ') + StatementText::tr("Add folds or seeds.");
}

QString inFull(const SummaryLine& line, const ComparisonOutcome& outcome, const experiment::Repeats& repeats) {
    const experiment::Comparison& c = *line.comparison;
    const QString group = nameOf(line.group);
    const QString baseline = nameOf(line.baseline);
    if (!outcome.tested) {
        return StatementText::tr(
                   "%1 and %2 differ by %3 percentage points in the only repeat that both have: one repeat cannot "
                   "tell this from chance.")
                   .arg(group, baseline, points(c.difference)) +
               advice(repeats);
    }
    const QString repeated = repeatsText(line.pairs, repeats);
    const QString p = pRelation(*c.pValue);
    const QString equivalence = pRelation(*c.equivalenceP);
    if (outcome.different) {
        const QString relation = c.difference < 0.0 ? StatementText::tr("%1 is lower than %2 by %3 percentage points")
                                                    : StatementText::tr("%1 is higher than %2 by %3 percentage points");
        const QString difference = relation.arg(group, baseline, points(c.difference));
        return outcome.equivalent
                   ? StatementText::tr(
                         "%1 (paired t test, %2, %3), yet equivalent within %4 percentage points (TOST, %5).")
                         .arg(difference, p, repeated, margin(), equivalence)
                   : StatementText::tr("%1 (paired t test, %2, %3).").arg(difference, p, repeated);
    }
    if (outcome.equivalent) {
        return StatementText::tr("%1 and %2 are equivalent within %3 percentage points (TOST, %4, %5).")
            .arg(group, baseline, margin(), equivalence, repeated);
    }
    return StatementText::tr(
               "Between %1 and %2 no difference was shown (paired t test, %3), but neither was equivalence within "
               "%4 percentage points (TOST, %5, %6).")
        .arg(group, baseline, p, margin(), equivalence, repeated);
}

/// In a list of what was done to one group, its name need not be said again.
QString shortName(const SummaryLine& line) {
    const std::string prefix = line.baseline + ", ";
    return nameOf(line.deployed && line.group.starts_with(prefix) ? line.group.substr(prefix.size()) : line.group);
}

QString withDifference(const SummaryLine& line, bool oneBaseline) {
    return QStringLiteral("%1 (%2)").arg(oneBaseline ? shortName(line) : nameOf(line.group),
                                         differenceText(line.metric, line.comparison->difference));
}

/// Names after each other; of very many the first ones, since the table has them all.
QString listed(const QStringList& names, const QString& separator) {
    constexpr qsizetype kMostNamed = 40;
    if (names.size() <= kMostNamed) {
        return names.join(separator);
    }
    return names.mid(0, kMostNamed).join(separator) + separator +
           StatementText::tr("and %n more", nullptr, static_cast<int>(names.size() - kMostNamed));
}

QString inLists(const std::vector<SummaryLine>& compared, std::size_t comparisons, const experiment::Repeats& repeats) {
    QStringList equivalent;
    QStringList different;
    QStringList open;
    QStringList untested;
    QStringList baselines;
    const bool one = std::ranges::all_of(compared,
                                         [&](const auto& line) { return line.baseline == compared.front().baseline; });
    for (const SummaryLine& line : compared) {
        const ComparisonOutcome outcome = judge(*line.comparison, comparisons);
        if (!baselines.contains(nameOf(line.baseline))) {
            baselines << nameOf(line.baseline);
        }
        if (!outcome.tested) {
            untested << withDifference(line, one);
        } else if (outcome.equivalent) {
            equivalent << (one ? shortName(line) : nameOf(line.group));
        } else if (outcome.different) {
            different << withDifference(line, one);
        } else {
            open << (one ? shortName(line) : nameOf(line.group));
        }
    }
    const QString baseline = baselines.size() == 1 ? baselines.front() : StatementText::tr("the same group as trained");
    const QString separator = QStringLiteral("; ");
    QStringList sentences;
    if (!equivalent.isEmpty()) {
        sentences << StatementText::tr("Equivalent to %1 within %2 percentage points (TOST, p < 0.05 each): %3.")
                         .arg(baseline, margin(), listed(equivalent, separator));
    }
    if (!different.isEmpty()) {
        sentences
            << StatementText::tr("Different from %1 (paired t test): %2.").arg(baseline, listed(different, separator));
    }
    if (!open.isEmpty()) {
        sentences << StatementText::tr("Neither a difference from %1 nor equivalence was shown: %2.")
                         .arg(baseline, listed(open, separator));
    }
    if (!untested.isEmpty()) {
        sentences << StatementText::tr("With one repeat only, nothing can be told from chance: %1.")
                             .arg(listed(untested, separator)) +
                         advice(repeats);
    }
    std::size_t most = 0;
    for (const SummaryLine& line : compared) {
        most = std::max(most, line.pairs);
    }
    if (most > 1) {
        sentences << StatementText::tr("Repeats: %1.").arg(repeatsText(most, repeats));
    }
    return sentences.join(QLatin1Char(' '));
}

QString ofOne(const SummaryLine& line, const experiment::Repeats& repeats) {
    const experiment::Summary& s = *line.summary;
    const QString mean = valueText(line.metric, s.mean);
    if (!s.low) {
        return StatementText::tr("%1: %2, from one run; how much of it is chance cannot be told.")
                   .arg(nameOf(line.group), mean) +
               advice(repeats);
    }
    return StatementText::tr("%1: %2 in the mean (95\u00a0% interval %3 to %4, Student t, n\u00a0=\u00a0%5).")
        .arg(nameOf(line.group), mean, valueText(line.metric, *s.low), valueText(line.metric, *s.high))
        .arg(s.n);
}

QString times(const std::vector<SummaryLine>& lines) {
    QStringList native;
    QStringList emulated;
    for (const SummaryLine& line : lines) {
        if (line.summary) {
            (line.nativeTime ? native : emulated)
                << QStringLiteral("%1 %2").arg(nameOf(line.group), valueText(line.metric, line.summary->mean));
        }
    }
    QStringList sentences;
    const QString separator = QStringLiteral(", ");
    if (!native.isEmpty()) {
        sentences << StatementText::tr("Native, the time of the format itself: %1.").arg(listed(native, separator));
    }
    if (!emulated.isEmpty()) {
        sentences << StatementText::tr("Emulated, which says nothing about the format's own speed: %1.")
                         .arg(listed(emulated, separator));
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace

ComparisonOutcome judge(const experiment::Comparison& comparison, std::size_t comparisons) {
    ComparisonOutcome outcome;
    outcome.tested = comparison.pValue && comparison.equivalenceP;
    if (outcome.tested) {
        outcome.equivalent = *comparison.equivalenceP < kLevel;
        outcome.different = *comparison.pValue < kLevel / static_cast<double>(std::max<std::size_t>(comparisons, 1));
    }
    return outcome;
}

QString statement(const std::vector<SummaryLine>& lines, const experiment::Repeats& repeats) {
    std::vector<SummaryLine> measured;
    std::ranges::copy_if(lines, std::back_inserter(measured),
                         [](const auto& line) { return line.summary.has_value(); });
    if (measured.empty()) {
        return StatementText::tr("No run has come to its end, so there is nothing to say yet.");
    }
    const std::string& metric = measured.front().metric;
    if (isTime(metric)) {
        return times(measured);
    }
    if (measured.size() == 1) {
        return ofOne(measured.front(), repeats);
    }
    std::vector<SummaryLine> compared;
    std::ranges::copy_if(measured, std::back_inserter(compared),
                         [](const auto& line) { return line.comparison.has_value(); });
    if (compared.empty()) {
        return isAccuracy(metric)
                   ? StatementText::tr("No two groups have a repeat in common, so they cannot be compared.")
                   : StatementText::tr("Groups are compared by their accuracy; the loss is shown as it is.");
    }
    // Those that one repeat makes no test of take nothing of the level.
    const auto comparisons = static_cast<std::size_t>(
        std::ranges::count_if(compared, [](const auto& line) { return line.comparison->pValue.has_value(); }));
    QString text;
    if (compared.size() > kMostInFull) {
        text = inLists(compared, comparisons, repeats);
    } else {
        QStringList sentences;
        for (const SummaryLine& line : compared) {
            sentences << inFull(line, judge(*line.comparison, comparisons), repeats);
        }
        text = sentences.join(QLatin1Char(' '));
    }
    if (comparisons > 1) {
        text += QLatin1Char(' ') +
                StatementText::tr("A difference counts as shown at the level 0.05 / %1 (Bonferroni).").arg(comparisons);
    }
    return text;
}

} // namespace roundoff::ui
