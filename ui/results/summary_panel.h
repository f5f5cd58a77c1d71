// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "ui/results/results_report.h"

class QComboBox;
class QLabel;

namespace roundoff::ui {

class DataTable;
class SummaryModel;
class TintedLabel;

/// The statistics of a metric that is chosen: what they say in words, and the table of them.
class SummaryPanel : public QWidget {
    Q_OBJECT

public:
    explicit SummaryPanel(QWidget* parent = nullptr);

    /// Keeps the metric that is chosen, if it is still there.
    void setReport(std::shared_ptr<const ResultsReport> report);
    void setTheme(bool dark);

private:
    void showMetric();

    std::shared_ptr<const ResultsReport> report_;
    SummaryModel* model_;
    QComboBox* metric_;
    QLabel* statement_;
    TintedLabel* conditions_;
    DataTable* table_;
};

} // namespace roundoff::ui
