// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results_page.h"

#include <utility>

#include <QBoxLayout>
#include <QCoreApplication>
#include <QKeySequence>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

#include "ui/results/claim_text.h"
#include "ui/results/claims_panel.h"
#include "ui/results/figure_panel.h"
#include "ui/results/result_text.h"
#include "ui/results/results_feed.h"
#include "ui/results/summary_panel.h"
#include "ui/session.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {

ResultsPage::ResultsPage(Session& session, std::vector<experiment::Preset> presets, QSettings& settings,
                         QWidget* parent)
    : QWidget(parent), session_(session), feed_(new ResultsFeed(session, std::move(presets), this)),
      stack_(new QStackedWidget(this)), scroll_(new QScrollArea(this)), title_(new QLabel(this)),
      status_(new TintedLabel(&ThemeColors::muted, this)), verdicts_(new QLabel(this)),
      problems_(new TintedLabel(&ThemeColors::warning, this)), figures_(new FigurePanel(settings, this)),
      summary_(new SummaryPanel(this)), claims_(new ClaimsPanel(this)) {
    setObjectName(QStringLiteral("resultsPage"));
    auto* empty = new TintedLabel(&ThemeColors::muted, this);
    empty->setObjectName(QStringLiteral("resultsEmpty"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setText(tr("There are no results yet.\n\nOpen an experiment of the paper on the first page, or choose "
                      "settings at the left, and press Run (%1):\nfigures, statistics and the verdicts on the paper's "
                      "claims appear here as soon as runs finish.")
                       .arg(QKeySequence(Qt::CTRL | Qt::Key_R).toString(QKeySequence::NativeText)));
    scroll_->setObjectName(QStringLiteral("resultsScroll"));
    scroll_->setWidgetResizable(true);
    scroll_->setFrameShape(QFrame::NoFrame);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setWidget(makeContent());
    stack_->addWidget(empty);
    stack_->addWidget(scroll_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(stack_);
    connect(feed_, &ResultsFeed::changed, this, &ResultsPage::showReport);
    partsTimer_.setSingleShot(true);
    partsTimer_.setInterval(0);
    connect(&partsTimer_, &QTimer::timeout, this, &ResultsPage::showNextPart);
    connect(figures_, &FigurePanel::message, this, &ResultsPage::message);
    connect(&session, &Session::stateChanged, this, [this] {
        if (report_) {
            showStatus();
        }
    });
}

QWidget* ResultsPage::makeContent() {
    title_->setObjectName(QStringLiteral("resultsTitle"));
    title_->setTextFormat(Qt::PlainText);
    title_->setWordWrap(true);
    QFont large = title_->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    large.setBold(true);
    title_->setFont(large);
    status_->setObjectName(QStringLiteral("resultsStatus"));
    status_->setWordWrap(true);
    verdicts_->setObjectName(QStringLiteral("verdictSummary"));
    verdicts_->setTextFormat(Qt::PlainText);
    verdicts_->setWordWrap(true);
    QFont bold = verdicts_->font();
    bold.setBold(true);
    verdicts_->setFont(bold);
    problems_->setObjectName(QStringLiteral("resultsProblems"));
    problems_->setWordWrap(true);
    left_ = new QVBoxLayout;
    left_->setSpacing(18);
    left_->addWidget(figures_);
    left_->addWidget(summary_);
    left_->addStretch(1);
    sides_ = new QBoxLayout(QBoxLayout::LeftToRight);
    sides_->setSpacing(20);
    sides_->addLayout(left_, 5);
    sides_->addWidget(claims_, 4);
    auto* content = new QWidget(this);
    column_ = new QVBoxLayout(content);
    column_->setContentsMargins(16, 12, 16, 16);
    column_->setSpacing(4);
    column_->addWidget(title_);
    column_->addWidget(status_);
    column_->addWidget(problems_);
    column_->addWidget(verdicts_);
    column_->addSpacing(8);
    column_->addLayout(sides_, 1);
    return content;
}

void ResultsPage::setTheme(bool dark) {
    summary_->setTheme(dark);
}

void ResultsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void ResultsPage::arrange() {
    // The claims stand beside the figure where both keep a good width, else between the figure and the table.
    constexpr int kLeastForTwo = 1000;
    const bool beside = width() >= kLeastForTwo;
    if (beside == (sides_->direction() == QBoxLayout::LeftToRight)) {
        return;
    }
    sides_->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    if (beside) {
        left_->insertWidget(1, summary_);
    } else {
        column_->addWidget(summary_);
    }
}

bool ResultsPage::isSoFar() const {
    // While the next experiment is being prepared, or this one shown, it is over.
    return session_.isBusy() && session_.state() != Session::State::Preparing &&
           session_.state() != Session::State::Loading;
}

void ResultsPage::showReport(std::shared_ptr<const ResultsReport> report) {
    const bool another = !report_ || report_->plan != report->plan;
    report_ = std::move(report);
    showStatus();
    // Of a large experiment each part takes its time; in between the window does what else it has to do.
    constexpr std::size_t kLarge = 100;
    nextPart_ = 0;
    do {
        showNextPart();
    } while (nextPart_ < kParts && report_->plan->runs.size() < kLarge);
    stack_->setCurrentWidget(scroll_);
    if (another) {
        scroll_->verticalScrollBar()->setValue(0);
    }
}

void ResultsPage::showNextPart() {
    switch (nextPart_++) {
    case 0: summary_->setReport(report_); break;
    case 1: claims_->setReport(*report_); break;
    default:
        figures_->setReport(report_, isSoFar() ? tr("The figure appears when the first run has finished.")
                                               : tr("No run finished an epoch, so that there is nothing to draw."));
        break;
    }
    if (nextPart_ < kParts) {
        partsTimer_.start();
    } else {
        partsTimer_.stop();
    }
}

void ResultsPage::showStatus() {
    const RunCounts& runs = report_->runs;
    title_->setText(report_->title.isEmpty() ? tr("Results")
                                             : QCoreApplication::translate("Preset", report_->title.toUtf8()));
    QString text = tr("%1 of %n run(s) done", nullptr, static_cast<int>(runs.planned)).arg(runs.done);
    if (const QString others = leftOutText(runs); !others.isEmpty()) {
        text += QStringLiteral(", ") + others;
    }
    text += QLatin1Char('.');
    if (isSoFar()) {
        text += QLatin1Char(' ') + tr("What stands here is about these so far; it changes while the others run.");
    }
    status_->setText(text);
    std::vector<experiment::Verdict> verdicts;
    for (const ClaimReport& claim : report_->claims) {
        verdicts.push_back(claim.finding.verdict);
    }
    const QString summary = verdictSummary(verdicts);
    verdicts_->setText(isSoFar() ? tr("So far: %1").arg(summary) : summary);
    verdicts_->setVisible(!verdicts.empty());
    constexpr qsizetype kMostProblems = 3;
    QStringList problems = report_->problems.mid(0, kMostProblems);
    if (const auto more = report_->problems.size() - problems.size(); more > 0) {
        problems << tr("and %n more", nullptr, static_cast<int>(more));
    }
    problems_->setText(problems.join(QLatin1Char('\n')));
    problems_->setVisible(!problems.isEmpty());
}

} // namespace roundoff::ui
