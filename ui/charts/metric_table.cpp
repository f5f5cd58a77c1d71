// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/metric_table.h"

#include <QStringList>

#include "core/store/csv.h"
#include "ui/widgets/table_text.h"

namespace roundoff::ui {

namespace {

QString cell(std::optional<double> value) {
    return value ? QString::fromStdString(store::exactText(*value)) : QString();
}

template <typename Point, typename Value>
void appendRows(QString& table, const QString& run, const std::vector<Point>& points, auto place, const Value& primary,
                const Value* secondary) {
    for (const Point& point : points) {
        table += run + QString::number(place(point)) + u'\t' + cell(primary(point));
        if (secondary != nullptr) {
            table += u'\t' + cell((*secondary)(point));
        }
        table += u'\n';
    }
}

} // namespace

QString metricTable(const MetricHistory& history, const ChartChoice& choice) {
    const bool bySteps = choice.primary.isByStep();
    QStringList heading{QStringLiteral("run"),
                        QStringLiteral("group"),
                        QStringLiteral("fold"),
                        QStringLiteral("seed"),
                        bySteps ? QStringLiteral("step") : QStringLiteral("epoch"),
                        choice.primary.column};
    if (choice.secondary) {
        heading.append(choice.secondary->column);
    }
    QString table = heading.join(u'\t') + u'\n';
    for (const MetricHistory::Run& run : history.runs()) {
        const RunInfo& info = run.info;
        const QString fold = info.fold < 0 ? QString() : QString::number(info.fold + 1);
        const QString prefix = tableLine({info.label, info.group, fold, QString::number(info.seed)}) + u'\t';
        if (choice.primary.isSampled()) {
            for (const SamplePoint& sample : run.samples) {
                table += prefix + QString::number(sample.step) + u'\t' + cell(sample.value) + u'\n';
            }
        } else if (bySteps) {
            appendRows(
                table, prefix, run.steps(), [](const auto& step) { return step.step; }, choice.primary.ofStep,
                choice.secondary ? &choice.secondary->ofStep : nullptr);
        } else {
            appendRows(
                table, prefix, run.epochs, [](const auto& epoch) { return epoch.epoch; }, choice.primary.ofEpoch,
                choice.secondary ? &choice.secondary->ofEpoch : nullptr);
        }
    }
    return table;
}

} // namespace roundoff::ui
