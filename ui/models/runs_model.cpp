// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/runs_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <QLocale>

#include "ui/document/axis_text.h"
#include "ui/document/field_text.h"
#include "ui/models/run_infos.h"
#include "ui/numerics/diagnosis_text.h"
#include "ui/theme.h"
#include "ui/widgets/plain_text.h"

namespace roundoff::ui {
namespace {

constexpr QSize kSampleSize(30, 14);

QString number(double value, int decimals) {
    constexpr double kReadable = 1e6; // A loss that has exploded would make its column as wide as the window.
    return std::fabs(value) < kReadable ? QLocale().toString(value, 'f', decimals) : QLocale().toString(value, 'g', 4);
}

QString percent(double fraction) {
    return QStringLiteral("%1\u00a0%").arg(number(100.0 * fraction, 2));
}

QString seconds(double value) {
    return QStringLiteral("%1\u00a0s").arg(number(value, value < 10.0 ? 2 : 1));
}

RunsModel::Status statusOf(experiment::RunStatus status) {
    switch (status) {
    case experiment::RunStatus::Done: return RunsModel::Status::Done;
    case experiment::RunStatus::Diverged: return RunsModel::Status::Diverged;
    case experiment::RunStatus::Stopped: return RunsModel::Status::Stopped;
    case experiment::RunStatus::Failed: break;
    }
    return RunsModel::Status::Failed;
}

QString clippingText(const nn::ClippingSpec& clipping) {
    const QString threshold = QLocale::c().toString(clipping.threshold, 'g', QLocale::FloatingPointShortest);
    switch (clipping.kind) {
    case nn::ClippingKind::None: return RunsModel::tr("none");
    case nn::ClippingKind::Norm: return RunsModel::tr("norm %1").arg(threshold);
    case nn::ClippingKind::Value: break;
    }
    return RunsModel::tr("value %1").arg(threshold);
}

/// Axes that have a column of their own by another name.
bool hasOwnColumn(const std::string& path) {
    return path == "precision" || path.starts_with("clipping") || path == "training.seed";
}

} // namespace

QString statusText(RunsModel::Status status) {
    switch (status) {
    case RunsModel::Status::Waiting: return RunsModel::tr("waiting");
    case RunsModel::Status::Running: return RunsModel::tr("running");
    case RunsModel::Status::Done: return RunsModel::tr("done");
    case RunsModel::Status::Diverged: return RunsModel::tr("diverged");
    case RunsModel::Status::Stopped: return RunsModel::tr("stopped");
    case RunsModel::Status::Failed: return RunsModel::tr("failed");
    case RunsModel::Status::NotStarted: break;
    }
    return RunsModel::tr("not started");
}

void RunsModel::setPlan(std::shared_ptr<const experiment::Plan> plan) {
    beginResetModel();
    plan_ = std::move(plan);
    rows_.assign(plan_->runs.size(), Row{});
    columns_ = {{Kind::Precision, {}}};
    bool folds = false;
    for (const experiment::PlannedRun& run : plan_->runs) {
        folds = folds || run.spec.fold.count > 0;
    }
    if (!plan_->runs.empty()) {
        for (const auto& [path, value] : plan_->runs.front().axisValues) {
            if (!hasOwnColumn(path)) {
                columns_.push_back({Kind::Axis, path});
            }
        }
    }
    columns_.push_back({Kind::Clipping, {}});
    if (folds) {
        columns_.push_back({Kind::Fold, {}});
    }
    for (const Kind kind : {Kind::Seed, Kind::Epoch, Kind::TestAccuracy}) {
        columns_.push_back({kind, {}});
    }
    if (folds) {
        columns_.push_back({Kind::ValidationAccuracy, {}});
    }
    for (const Kind kind : {Kind::Loss, Kind::TrainTime, Kind::TimeKind, Kind::Status}) {
        columns_.push_back({kind, {}});
    }
    updateSamples();
    endResetModel();
}

void RunsModel::startRun(int run) {
    rows_[static_cast<std::size_t>(run)].status = Status::Running;
    rowChanged(run);
}

void RunsModel::addEpoch(int run, const experiment::EpochResult& epoch) {
    Row& row = rows_[static_cast<std::size_t>(run)];
    row.epochs = epoch.epoch;
    row.last = epoch;
    row.trainSeconds += epoch.trainSeconds;
    rowChanged(run);
}

void RunsModel::finishRun(int run, const experiment::RunResult& result) {
    Row& row = rows_[static_cast<std::size_t>(run)];
    row.status = statusOf(result.status);
    row.reason = whatWentWrong(result);
    row.nativeTime = result.nativeTime;
    row.trainSeconds = result.trainSeconds;
    rowChanged(run);
}

void RunsModel::finishAll() {
    for (int run = 0; run < rowCount(); ++run) {
        Row& row = rows_[static_cast<std::size_t>(run)];
        if (row.status == Status::Waiting) {
            row.status = Status::NotStarted;
            rowChanged(run);
        }
    }
}

void RunsModel::setTheme(bool dark) {
    dark_ = dark;
    updateSamples();
    if (!rows_.empty()) {
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1),
                         {Qt::DecorationRole, Qt::ForegroundRole});
    }
}

int RunsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RunsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(columns_.size());
}

QVariant RunsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount()) {
        return {};
    }
    const auto run = static_cast<std::size_t>(index.row());
    const Column& column = columns_[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole: return display(column, run);
    case kSortRole: return sortValue(column, run);
    case Qt::ToolTipRole: return toolTip(column, run);
    case Qt::ForegroundRole: return foreground(column, run);
    case Qt::DecorationRole: return column.kind == Kind::Precision ? QVariant(sample(index.row())) : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

QVariant RunsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    }
    if (section < 0 || section >= columnCount()) {
        return {};
    }
    const Column& column = columns_[static_cast<std::size_t>(section)];
    switch (role) {
    case Qt::DisplayRole: return title(column);
    case Qt::ToolTipRole: return plainToolTip(help(column));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (isNumber(column) ? Qt::AlignRight : Qt::AlignLeft));
    default: return {};
    }
}

QVariant RunsModel::display(const Column& column, std::size_t run) const {
    const experiment::PlannedRun& planned = plan_->runs[run];
    const Row& row = rows_[run];
    switch (column.kind) {
    case Kind::Precision: return precisionName(planned.spec.precision);
    case Kind::Axis: {
        const auto value = planned.axisValues.find(column.axis);
        if (value == planned.axisValues.end()) {
            return {};
        }
        const QString text = axisValueText(column.axis, value->second);
        const experiment::Field* field = findField(column.axis);
        return field != nullptr ? shownText(*field, text) : text;
    }
    case Kind::Clipping: return clippingText(planned.spec.clipping);
    case Kind::Fold: return tr("%1 of %2").arg(planned.spec.fold.index + 1).arg(planned.spec.fold.count);
    case Kind::Seed: return QString::number(planned.spec.training.seed);
    case Kind::Epoch: return tr("%1 of %2").arg(row.epochs).arg(planned.spec.training.epochs);
    case Kind::TestAccuracy: return row.last ? percent(row.last->test.accuracy) : QString();
    case Kind::ValidationAccuracy:
        return row.last && row.last->validation ? percent(row.last->validation->accuracy) : QString();
    case Kind::Loss: return row.last ? number(row.last->training.loss, 4) : QString();
    case Kind::TrainTime: return row.epochs > 0 ? seconds(row.trainSeconds) : QString();
    case Kind::TimeKind: return row.nativeTime ? (*row.nativeTime ? tr("native") : tr("emulated")) : QString();
    case Kind::Status: return statusText(row.status);
    }
    return {};
}

QVariant RunsModel::sortValue(const Column& column, std::size_t run) const {
    const experiment::PlannedRun& planned = plan_->runs[run];
    const Row& row = rows_[run];
    switch (column.kind) {
    case Kind::Axis: {
        const auto value = planned.axisValues.find(column.axis);
        const bool isNumeric = value != planned.axisValues.end() && value->second.is_number();
        return isNumeric ? QVariant(value->second.get<double>()) : display(column, run);
    }
    case Kind::Fold: return planned.spec.fold.index;
    case Kind::Seed: return QVariant::fromValue<qulonglong>(planned.spec.training.seed);
    case Kind::Epoch: return row.epochs;
    case Kind::TestAccuracy: return row.last ? row.last->test.accuracy : -1.0;
    case Kind::ValidationAccuracy: return row.last && row.last->validation ? row.last->validation->accuracy : -1.0;
    case Kind::Loss: return row.last ? row.last->training.loss : -1.0;
    case Kind::TrainTime: return row.trainSeconds;
    default: return display(column, run);
    }
}

QVariant RunsModel::toolTip(const Column& column, std::size_t run) const {
    if (column.kind == Kind::Status && !rows_[run].reason.isEmpty()) {
        return plainToolTip(rows_[run].reason);
    }
    return plainToolTip(QString::fromStdString(plan_->runs[run].label));
}

QVariant RunsModel::foreground(const Column& column, std::size_t run) const {
    const Status status = rows_[run].status;
    if (status == Status::Waiting || status == Status::NotStarted) {
        return column.kind == Kind::Status ? QVariant(themeColors().muted) : QVariant();
    }
    if (column.kind != Kind::Status) {
        return {};
    }
    switch (status) {
    case Status::Done: return themeColors().success;
    case Status::Diverged:
    case Status::Stopped: return themeColors().warning;
    case Status::Failed: return themeColors().error;
    default: return {};
    }
}

QString RunsModel::title(const Column& column) {
    switch (column.kind) {
    case Kind::Precision: return tr("Precision");
    case Kind::Axis: return axisLabel(column.axis);
    case Kind::Clipping: return tr("Clipping");
    case Kind::Fold: return tr("Fold");
    case Kind::Seed: return tr("Seed");
    case Kind::Epoch: return tr("Epoch");
    case Kind::TestAccuracy: return tr("Test accuracy");
    case Kind::ValidationAccuracy: return tr("Validation");
    case Kind::Loss: return tr("Loss");
    case Kind::TrainTime: return tr("Train time");
    case Kind::TimeKind: return tr("Time is");
    case Kind::Status: return tr("Status");
    }
    return {};
}

QString RunsModel::help(const Column& column) {
    switch (column.kind) {
    case Kind::TestAccuracy:
        return tr("Share of the test images that the network recognises, after its last finished epoch");
    case Kind::ValidationAccuracy: return tr("The same on the part of the training images that the fold holds back");
    case Kind::Loss: return tr("Mean loss over the last finished epoch, as the batches were seen");
    case Kind::TrainTime: return tr("Seconds of training without evaluations");
    case Kind::TimeKind:
        return tr(
            "native: the processor computed in this format. emulated: it computed in a wider one and rounded, so the "
            "time is not the format's");
    default: return title(column);
    }
}

bool RunsModel::isNumber(const Column& column) {
    switch (column.kind) {
    case Kind::Fold:
    case Kind::Seed:
    case Kind::Epoch:
    case Kind::TestAccuracy:
    case Kind::ValidationAccuracy:
    case Kind::Loss:
    case Kind::TrainTime: return true;
    default: return false;
    }
}

void RunsModel::updateSamples() {
    styles_ = plan_ ? runStyles(runInfos(*plan_), dark_) : QList<SeriesStyle>();
    samples_ = QList<QIcon>(styles_.size());
}

QIcon RunsModel::sample(int run) const {
    QIcon& icon = samples_[run];
    if (icon.isNull()) {
        icon = sampleIcon(styles_[run], kSampleSize);
    }
    return icon;
}

void RunsModel::rowChanged(int run) {
    emit dataChanged(index(run, 0), index(run, columnCount() - 1));
}

} // namespace roundoff::ui
