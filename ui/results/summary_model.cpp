// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/summary_model.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

#include <QHash>

#include "ui/models/run_infos.h"
#include "ui/results/result_text.h"
#include "ui/theme.h"
#include "ui/widgets/plain_text.h"

namespace roundoff::ui {
namespace {

constexpr QSize kSampleSize(30, 14);
/// What is not there sorts behind everything else.
constexpr double kLast = std::numeric_limits<double>::infinity();

bool sameRows(const std::vector<SummaryLine>& a, const std::vector<SummaryLine>& b) {
    return std::ranges::equal(
        a, b, [](const SummaryLine& x, const SummaryLine& y) { return x.group == y.group && x.metric == y.metric; });
}

QString intervalText(const std::string& metric, double low, double high) {
    return SummaryModel::tr("%1 to %2").arg(valueText(metric, low), valueText(metric, high));
}

} // namespace

void SummaryModel::setReport(std::shared_ptr<const ResultsReport> report, const std::string& metric) {
    std::vector<SummaryLine> lines = report ? report->linesOf(metric) : std::vector<SummaryLine>();
    std::vector<Column> columns = columnsFor(lines);
    const bool samePlan = report_ && report && report_->plan == report->plan;
    if (samePlan && columns == columns_ && sameRows(lines, lines_)) {
        report_ = std::move(report);
        lines_ = std::move(lines);
        if (!lines_.empty()) {
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        }
        return;
    }
    beginResetModel();
    report_ = std::move(report);
    lines_ = std::move(lines);
    columns_ = std::move(columns);
    updateSamples();
    endResetModel();
}

void SummaryModel::setTheme(bool dark) {
    dark_ = dark;
    updateSamples();
    if (!lines_.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::DecorationRole});
    }
}

int SummaryModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

int SummaryModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant SummaryModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const SummaryLine& line = lines_[static_cast<std::size_t>(index.row())];
    const Column column = columns_[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole: return text(line, column);
    case kSortRole: return sortValue(line, column);
    case Qt::DecorationRole: return column == Column::Group ? QVariant(sample(index.row())) : QVariant();
    case Qt::ToolTipRole: return plainToolTip(text(line, column));
    case Qt::ForegroundRole:
        if (column == Column::LeftOut || (column == Column::TimeKind && !line.nativeTime)) {
            return themeColors().warning;
        }
        return line.summary ? QVariant() : QVariant(themeColors().muted);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isText(column) ? Qt::AlignLeft : Qt::AlignRight));
    default: return {};
    }
}

QVariant SummaryModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical || section < 0 || section >= columnCount()) {
        return orientation == Qt::Vertical && role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    }
    const Column column = columns_[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole: return title(column);
    case Qt::ToolTipRole: return help(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isText(column) ? Qt::AlignLeft : Qt::AlignRight));
    default: return {};
    }
}

bool SummaryModel::isText(Column column) {
    return column == Column::Group || column == Column::Baseline || column == Column::TimeKind ||
           column == Column::LeftOut;
}

std::vector<SummaryModel::Column> SummaryModel::columnsFor(const std::vector<SummaryLine>& lines) {
    std::vector<Column> columns{Column::Group, Column::Count, Column::Mean, Column::Deviation, Column::Interval};
    if (!lines.empty() && isTime(lines.front().metric)) {
        columns.push_back(Column::TimeKind);
    }
    std::set<std::string> baselines;
    for (const SummaryLine& line : lines) {
        if (line.comparison) {
            baselines.insert(line.baseline);
        }
    }
    if (baselines.size() > 1) {
        columns.push_back(Column::Baseline);
    }
    if (!baselines.empty()) {
        columns.insert(columns.end(),
                       {Column::Difference, Column::DifferenceInterval, Column::PValue, Column::EquivalenceP});
    }
    if (std::ranges::any_of(lines, [](const SummaryLine& line) { return line.runs.done < line.runs.planned; })) {
        columns.push_back(Column::LeftOut);
    }
    return columns;
}

QString SummaryModel::text(const SummaryLine& line, Column column) {
    const QString none = QStringLiteral("\u2013");
    switch (column) {
    case Column::Group: return QString::fromStdString(line.group);
    case Column::Count: return QString::number(line.summary ? line.summary->n : 0);
    case Column::Mean: return line.summary ? valueText(line.metric, line.summary->mean) : none;
    case Column::Deviation:
        if (!line.summary || !line.summary->sd) {
            return none;
        }
        // The spread of accuracies is one of percentage points.
        return isAccuracy(line.metric) ? differenceText(line.metric, *line.summary->sd).remove(QLatin1Char('+'))
                                       : valueText(line.metric, *line.summary->sd);
    case Column::Interval:
        return line.summary && line.summary->low ? intervalText(line.metric, *line.summary->low, *line.summary->high)
                                                 : none;
    case Column::TimeKind: return line.summary ? timeKindText(line.nativeTime) : none;
    case Column::Baseline: return line.comparison ? QString::fromStdString(line.baseline) : none;
    case Column::Difference: return line.comparison ? differenceText(line.metric, line.comparison->difference) : none;
    case Column::DifferenceInterval:
        return line.comparison && line.comparison->low ? tr("%1 to %2")
                                                             .arg(differenceText(line.metric, *line.comparison->low),
                                                                  differenceText(line.metric, *line.comparison->high))
                                                       : none;
    case Column::PValue: return line.comparison && line.comparison->pValue ? pText(*line.comparison->pValue) : none;
    case Column::EquivalenceP:
        return line.comparison && line.comparison->equivalenceP ? pText(*line.comparison->equivalenceP) : none;
    case Column::LeftOut: return leftOutText(line.runs);
    }
    return {};
}

QVariant SummaryModel::sortValue(const SummaryLine& line, Column column) {
    const auto orLast = [](const std::optional<double>& value) { return value.value_or(kLast); };
    const experiment::Summary summary = line.summary.value_or(experiment::Summary{0, kLast, {}, {}, {}});
    experiment::Comparison comparison;
    comparison.difference = kLast;
    comparison = line.comparison.value_or(comparison);
    switch (column) {
    case Column::Count: return static_cast<qulonglong>(summary.n);
    case Column::Mean: return summary.mean;
    case Column::Deviation: return orLast(summary.sd);
    case Column::Interval: return orLast(summary.low);
    case Column::Difference: return comparison.difference;
    case Column::DifferenceInterval: return orLast(comparison.low);
    case Column::PValue: return orLast(comparison.pValue);
    case Column::EquivalenceP: return orLast(comparison.equivalenceP);
    case Column::LeftOut: return static_cast<qulonglong>(line.runs.planned - line.runs.done);
    default: return text(line, column);
    }
}

QString SummaryModel::title(Column column) const {
    switch (column) {
    case Column::Group: return tr("Group");
    case Column::Count: return tr("n");
    case Column::Mean: return tr("Mean");
    case Column::Deviation: return tr("SD");
    case Column::Interval: return tr("95\u00a0% interval");
    case Column::TimeKind: return tr("Time is");
    case Column::Baseline: return tr("Baseline");
    case Column::Difference: {
        // Where there is one baseline only, it stands here and needs no column.
        const bool several = std::ranges::find(columns_, Column::Baseline) != columns_.end();
        const auto line = std::ranges::find_if(lines_, [](const SummaryLine& l) { return l.comparison.has_value(); });
        return several || line == lines_.end() ? tr("Difference")
                                               : tr("Against %1").arg(QString::fromStdString(line->baseline));
    }
    case Column::DifferenceInterval: return tr("Its 95\u00a0% interval");
    case Column::PValue: return tr("p");
    case Column::EquivalenceP: return tr("p of TOST");
    case Column::LeftOut: return tr("Left out");
    }
    return {};
}

QString SummaryModel::help(Column column) {
    switch (column) {
    case Column::Group: return tr("Runs that differ only in fold and seed");
    case Column::Count: return tr("How many runs of the group are done");
    case Column::Mean: return tr("Mean over the runs that are done");
    case Column::Deviation: return tr("Standard deviation of the runs, with n \u2212 1 in the denominator");
    case Column::Interval: return tr("95 % interval of the mean (Student t)");
    case Column::TimeKind:
        return tr("native: the processor computed in this format. emulated: it computed in a wider one and rounded, so "
                  "the time is not the format's");
    case Column::Baseline: return tr("What the group is compared with, over the repeats that both have");
    case Column::Difference:
        return tr("Mean difference from the baseline, over the repeats that both have (pp: percentage points)");
    case Column::DifferenceInterval:
        return tr("95 % interval of the difference (Student t; with folds, Nadeau and Bengio's correction for the "
                  "training images that they share)");
    case Column::PValue: return tr("Two-sided paired t test of the hypothesis that there is no difference");
    case Column::EquivalenceP:
        return tr("Two one-sided tests (TOST) of the hypothesis that the difference is half a percentage point or "
                  "more; small values show equivalence");
    case Column::LeftOut: return tr("Runs that have no part in these numbers, and why");
    }
    return {};
}

void SummaryModel::updateSamples() {
    styles_.clear();
    samples_.clear();
    if (!report_) {
        return;
    }
    const QList<GroupInfo> groups = groupsOf(runInfos(*report_->plan));
    const QList<SeriesStyle> styles = stylesForGroups(groups, dark_);
    QHash<QString, SeriesStyle> styleByGroup;
    for (qsizetype group = 0; group < groups.size(); ++group) {
        styleByGroup.insert(groups[group].name, styles[group]);
    }
    for (const SummaryLine& line : lines_) {
        const auto style = styleByGroup.constFind(QString::fromStdString(line.group));
        styles_ << (line.deployed || style == styleByGroup.constEnd() ? std::nullopt : std::optional(*style));
    }
    samples_ = QList<QIcon>(styles_.size());
}

QIcon SummaryModel::sample(int row) const {
    QIcon& icon = samples_[row];
    if (icon.isNull() && styles_[row]) {
        icon = sampleIcon(*styles_[row], kSampleSize);
    }
    return icon;
}

} // namespace roundoff::ui
