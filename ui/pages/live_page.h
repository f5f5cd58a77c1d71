// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <vector>

#include <QTimer>
#include <QWidget>

#include "core/experiment/run_result.h"

class QSplitter;
class QStackedWidget;

namespace roundoff::ui {

class LiveCharts;
class RunsModel;
class RunsTable;
class Session;

/// What runs now, or ran last: charts above, the table of runs below.
class LivePage : public QWidget {
    Q_OBJECT

public:
    explicit LivePage(Session& session, QWidget* parent = nullptr);

    [[nodiscard]] LiveCharts& charts() const { return *charts_; }
    [[nodiscard]] QSplitter& splitter() const { return *splitter_; }
    void setTheme(bool dark);

private:
    void flushSteps();

    std::map<int, std::vector<experiment::MetricPoint>> pendingSteps_; // by run
    QTimer flushTimer_;
    RunsModel* model_;
    LiveCharts* charts_;
    RunsTable* table_;
    QSplitter* splitter_;
    QStackedWidget* stack_;
};

} // namespace roundoff::ui
