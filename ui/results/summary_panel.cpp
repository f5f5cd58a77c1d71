// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/summary_panel.h"

#include <algorithm>
#include <utility>

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QThread>
#include <QVBoxLayout>

#include "ui/results/result_text.h"
#include "ui/results/statement.h"
#include "ui/results/summary_model.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {

SummaryPanel::SummaryPanel(QWidget* parent)
    : QWidget(parent), model_(new SummaryModel(this)), metric_(new QComboBox(this)), statement_(new QLabel(this)),
      conditions_(new TintedLabel(&ThemeColors::muted, this)),
      table_(new DataTable(*model_, SummaryModel::kSortRole, this)) {
    metric_->setObjectName(QStringLiteral("metricChooser"));
    metric_->setAccessibleName(tr("Metric"));
    metric_->setToolTip(tr("Which number of the runs is summarised"));
    metric_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    statement_->setObjectName(QStringLiteral("statement"));
    statement_->setTextFormat(Qt::PlainText);
    statement_->setWordWrap(true);
    statement_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    conditions_->setObjectName(QStringLiteral("timeConditions"));
    conditions_->setWordWrap(true);
    table_->setObjectName(QStringLiteral("summaryTable"));
    table_->setAccessibleName(tr("Summary"));
    table_->horizontalHeader()->setStretchLastSection(false);
    table_->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(metric_, &QComboBox::activated, this, &SummaryPanel::showMetric);
    auto* name = new QLabel(tr("&Summary of"), this);
    name->setBuddy(metric_);
    auto* head = new QHBoxLayout;
    head->addWidget(name);
    head->addWidget(metric_);
    head->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(statement_);
    layout->addWidget(conditions_);
    layout->addWidget(table_);
}

void SummaryPanel::setReport(std::shared_ptr<const ResultsReport> report) {
    const QString chosen = metric_->currentData().toString();
    report_ = std::move(report);
    metric_->clear();
    for (const std::string& metric : report_->metrics()) {
        metric_->addItem(metricText(metric), QString::fromStdString(metric));
    }
    metric_->setCurrentIndex(std::max(0, metric_->findData(chosen)));
    showMetric();
}

void SummaryPanel::setTheme(bool dark) {
    model_->setTheme(dark);
}

void SummaryPanel::showMetric() {
    const std::string metric = metric_->currentData().toString().toStdString();
    statement_->setText(statement(report_->linesOf(metric), report_->repeats));
    conditions_->setVisible(isTime(metric));
    conditions_->setText(timeConditions(report_->threads, report_->runs.planned, QThread::idealThreadCount()));
    model_->setReport(report_, metric);
    // The page scrolls, not the table in it.
    table_->setFixedHeight(table_->heightOfRows());
}

} // namespace roundoff::ui
