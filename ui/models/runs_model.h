// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <QAbstractTableModel>
#include <QIcon>
#include <QList>

#include "core/experiment/plan.h"
#include "core/experiment/run_result.h"
#include "ui/charts/series_style.h"

namespace roundoff::ui {

/// The runs of an experiment, a row each, in the order of the plan.
class RunsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    /// The value of a cell as a number or text that sorts.
    static constexpr int kSortRole = Qt::UserRole;

    enum class Status : std::uint8_t { Waiting, Running, Done, Diverged, Stopped, Failed, NotStarted };

    using QAbstractTableModel::QAbstractTableModel;

    void setPlan(std::shared_ptr<const experiment::Plan> plan);
    void startRun(int run);
    void addEpoch(int run, const experiment::EpochResult& epoch);
    void finishRun(int run, const experiment::RunResult& result);
    /// Nothing more comes: what waits will not start.
    void finishAll();
    /// Draws the samples of the lines anew.
    void setTheme(bool dark);

    [[nodiscard]] Status status(int run) const { return rows_[static_cast<std::size_t>(run)].status; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    enum class Kind : std::uint8_t {
        Precision,
        Axis,
        Clipping,
        Fold,
        Seed,
        Epoch,
        TestAccuracy,
        ValidationAccuracy,
        Loss,
        TrainTime,
        TimeKind,
        Status
    };
    struct Column {
        Kind kind;
        std::string axis; ///< Its path, for an axis.
    };
    struct Row {
        Status status = Status::Waiting;
        int epochs = 0;
        std::optional<experiment::EpochResult> last;
        double trainSeconds = 0.0;
        std::optional<bool> nativeTime;
        QString reason;
    };

    [[nodiscard]] QVariant display(const Column& column, std::size_t run) const;
    [[nodiscard]] QVariant sortValue(const Column& column, std::size_t run) const;
    [[nodiscard]] QVariant toolTip(const Column& column, std::size_t run) const;
    [[nodiscard]] QVariant foreground(const Column& column, std::size_t run) const;
    [[nodiscard]] static QString title(const Column& column);
    [[nodiscard]] static QString help(const Column& column);
    [[nodiscard]] static bool isNumber(const Column& column);
    void updateSamples();
    [[nodiscard]] QIcon sample(int run) const;
    void rowChanged(int run);

    std::shared_ptr<const experiment::Plan> plan_;
    std::vector<Column> columns_;
    std::vector<Row> rows_;
    QList<SeriesStyle> styles_;    // by run
    mutable QList<QIcon> samples_; // by run; null until it is shown
    bool dark_ = false;
};

/// The word for a status, in the window's language.
[[nodiscard]] QString statusText(RunsModel::Status status);

} // namespace roundoff::ui
