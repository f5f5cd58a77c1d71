// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/weights_page.h"

#include <algorithm>
#include <utility>

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequence>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/format/names.h"
#include "ui/document/deployment_text.h"
#include "ui/models/run_infos.h"
#include "ui/results/result_text.h"
#include "ui/results/results_report.h"
#include "ui/session.h"
#include "ui/weights/deployment_controls.h"
#include "ui/weights/histograms_view.h"
#include "ui/weights/hit_weights_model.h"
#include "ui/weights/paper_note.h"
#include "ui/weights/switch_row.h"
#include "ui/weights/weights_summary.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

/// The name whose colour a format has. All decimals share one: it must not change while the slider is dragged.
QString colourName(const format::TensorFormat& format) {
    return format::scalarFormatOf<format::Decimal>(format) != nullptr
               ? QStringLiteral("DEC3")
               : QString::fromStdString(format::tensorFormatName(format));
}

} // namespace

WeightsPage::WeightsPage(Session& session, QWidget* parent)
    : QWidget(parent), session_(session), study_(session.inputs()), stack_(new QStackedWidget(this)),
      empty_(new TintedLabel(&ThemeColors::muted, this)), content_(new QWidget(this)), run_(new QComboBox(this)),
      save_(new QPushButton(actionIcon(QStringLiteral("save")), tr("Save packed weights…"), this)),
      controls_(new DeploymentControls(this)), banner_(new Banner(this)), summary_(new WeightsSummary(this)),
      note_(new TintedLabel(&ThemeColors::warning, this)), histograms_(new HistogramsView(this)),
      scroll_(new QScrollArea(this)), hits_(new HitWeightsModel(this)),
      table_(new DataTable(*hits_, HitWeightsModel::kSortRole, this)),
      hitsHeading_(new QLabel(tr("Worst-hit weights"), this)), splitter_(new QSplitter(Qt::Vertical, this)) {
    setObjectName(QStringLiteral("weightsPage"));
    build();

    // Bars that fade and come back at every step of the slider would flicker.
    constexpr int kFadeMilliseconds = 150;
    staleTimer_.setSingleShot(true);
    staleTimer_.setInterval(kFadeMilliseconds);
    connect(&staleTimer_, &QTimer::timeout, this, [this] { histograms_->setStale(true); });

    connect(&session, &Session::planned, this, [this] { newPlan_ = true; });
    connect(&session, &Session::runFinished, this, &WeightsPage::addRun);
    connect(&session, &Session::finished, this, &WeightsPage::finish);
    connect(run_, &QComboBox::currentIndexChanged, this, [this] {
        chosenRun_ = run_->currentText();
        chooseRun();
    });
    connect(controls_, &DeploymentControls::changed, this, &WeightsPage::ask);
    connect(save_, &QPushButton::clicked, this, &WeightsPage::choosePackedFile);
    connect(&study_, &WeightStudy::answered, this, &WeightsPage::showAnswer);
    connect(histograms_, &HistogramsView::saveRequested, this, &WeightsPage::choosePictureFile);
    connect(histograms_, &HistogramsView::copied, this,
            [this] { banner_->show(Banner::Kind::Notice, tr("The histograms are on the clipboard as a picture.")); });
}

WeightsPage::~WeightsPage() = default;

void WeightsPage::build() {
    note_->setObjectName(QStringLiteral("paperNote"));
    note_->setWordWrap(true);
    note_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    note_->hide();
    scroll_->setObjectName(QStringLiteral("histogramsScroll"));
    scroll_->setWidget(histograms_);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setBackgroundRole(QPalette::Base);
    scroll_->setFocusPolicy(Qt::NoFocus);

    auto* upper = new QWidget(this);
    auto* upperLayout = new QVBoxLayout(upper);
    upperLayout->setContentsMargins(0, 0, 0, 0);
    upperLayout->setSpacing(4);
    QWidget* bar = makeHistogramBar();
    upperLayout->addWidget(bar);
    upperLayout->addWidget(scroll_, 1);
    auto* lower = new QWidget(this);
    auto* lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins(0, 2, 0, 0);
    lowerLayout->setSpacing(3);
    QFont bold = font();
    bold.setBold(true);
    hitsHeading_->setFont(bold);
    hitsHeading_->setBuddy(table_);
    lowerLayout->addWidget(hitsHeading_);
    lowerLayout->addWidget(table_, 1);
    table_->setObjectName(QStringLiteral("hitWeights"));
    table_->horizontalHeader()->setStretchLastSection(false); // A number far from the others cannot be read across.
    table_->setAccessibleName(tr("Worst-hit weights"));
    splitter_->setObjectName(QStringLiteral("weightsSplitter"));
    splitter_->addWidget(upper);
    splitter_->addWidget(lower);
    splitter_->setStretchFactor(0, 3);
    splitter_->setStretchFactor(1, 1);
    splitter_->setSizes({400, 170});
    splitter_->setChildrenCollapsible(false);

    setTabOrder(bar->findChildren<QToolButton*>().back(), histograms_);
    setTabOrder(histograms_, table_);

    auto* column = new QVBoxLayout(content_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(makeTopRow());
    column->addWidget(controls_);
    column->addWidget(banner_);
    column->addWidget(summary_);
    column->addWidget(note_);
    column->addWidget(splitter_, 1);
    stack_->addWidget(makeEmpty());
    stack_->addWidget(content_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 0);
    layout->addWidget(stack_);
}

QWidget* WeightsPage::makeEmpty() {
    empty_->setObjectName(QStringLiteral("weightsEmpty"));
    empty_->setTextFormat(Qt::PlainText);
    empty_->setAlignment(Qt::AlignCenter);
    empty_->setWordWrap(true);
    empty_->setText(
        tr("There are no trained weights yet.\n\nPress Run (%1): as soon as a run has finished, its weights can be "
           "rounded here\nto fewer decimals or to any number format, and tested at once.")
            .arg(QKeySequence(Qt::CTRL | Qt::Key_R).toString(QKeySequence::NativeText)));
    return empty_;
}

void WeightsPage::finish() {
    if (!newPlan_ || session_.plan() == nullptr) {
        return;
    }
    const QSignalBlocker quiet(run_);
    runs_.clear();
    run_->clear();
    studied_ = nullptr;
    RunCounts counts;
    for (const auto& result : session_.results()) {
        counts.add(result.get());
    }
    QString text = tr("There are no trained weights: of %n run(s), none was trained to its end.", nullptr,
                      static_cast<int>(counts.planned));
    if (const QString others = leftOutText(counts); !others.isEmpty()) {
        text += QStringLiteral("\n\n") + tr("How they ended: %1.").arg(others);
    }
    if (counts.diverged > 0) {
        text += QStringLiteral("\n\n") + tr("The page Numerics shows what goes wrong in a network that diverges.");
    }
    empty_->setText(text);
    stack_->setCurrentWidget(empty_);
}

QWidget* WeightsPage::makeTopRow() {
    run_->setObjectName(QStringLiteral("weightsRun"));
    run_->setAccessibleName(tr("Run"));
    run_->setToolTip(tr("Whose weights are rounded: the finished runs of the experiment"));
    run_->setMinimumContentsLength(24);
    run_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    save_->setObjectName(QStringLiteral("savePacked"));
    save_->setToolTip(tr("Write the rounded weights to a file that holds only their codes, with what is needed to "
                         "read them back"));
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(tr("R&un"), row);
    label->setBuddy(run_);
    layout->addWidget(label);
    layout->addWidget(run_, 1);
    layout->addStretch(1);
    layout->addWidget(save_);
    return row;
}

QWidget* WeightsPage::makeHistogramBar() {
    auto* bar = new QWidget(this);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* arrangement = new SwitchRow(
        {{QStringLiteral("overlaid"), tr("Overlaid")}, {QStringLiteral("sideBySide"), tr("Side by side")}}, bar);
    auto* counts = new SwitchRow({{QStringLiteral("linearCounts"), tr("Linear counts")},
                                  {QStringLiteral("logCounts"), tr("Logarithmic counts")}},
                                 bar);
    connect(arrangement, &SwitchRow::chosen, this, [this](int index) { histograms_->setSideBySide(index == 1); });
    connect(counts, &SwitchRow::chosen, this, [this](int index) { histograms_->setLogarithmic(index == 1); });
    layout->addWidget(arrangement);
    layout->addWidget(counts);
    layout->addStretch(1);
    const auto addButton = [&](const QString& name, const QString& icon, const QString& text, auto slot) {
        auto* button = new QToolButton(bar);
        button->setObjectName(name);
        button->setIcon(actionIcon(icon));
        button->setText(text);
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::StrongFocus);
        connect(button, &QToolButton::clicked, this, slot);
        layout->addWidget(button);
    };
    addButton(QStringLiteral("copyHistograms"), QStringLiteral("copy"), tr("Copy picture"),
              [this] { histograms_->copy(); });
    addButton(QStringLiteral("saveHistograms"), QStringLiteral("save"), tr("Save picture…"),
              [this] { choosePictureFile(); });
    return bar;
}

void WeightsPage::addRun(int number, const std::shared_ptr<const experiment::RunResult>& result) {
    if (result->status != experiment::RunStatus::Done || result->weights == nullptr) {
        return;
    }
    const QSignalBlocker quiet(run_); // What changes here, no person chose.
    if (std::exchange(newPlan_, false)) {
        runs_.clear();
        run_->clear();
    }
    const experiment::PlannedRun& planned = session_.plan()->runs[static_cast<std::size_t>(number)];
    const auto place = std::ranges::upper_bound(runs_, number, {}, &std::pair<int, TrainedRun>::first);
    const auto index = static_cast<int>(place - runs_.begin());
    runs_.insert(place, {number, TrainedRun{QString::fromStdString(planned.label), planned.spec, result}});
    run_->insertItem(index, QString::fromStdString(planned.label));
    if (chosenRun_.isEmpty() && !isVisible()) {
        run_->setCurrentIndex(0); // Runs finish in any order.
    }
    // The choice finds the run of its name again when an experiment is repeated.
    if (const int chosen = run_->findText(chosenRun_); chosen >= 0) {
        run_->setCurrentIndex(chosen);
    }
    stack_->setCurrentWidget(content_);
    chooseRun();
}

const TrainedRun* WeightsPage::currentRun() const {
    const int index = run_->currentIndex();
    return index >= 0 ? &runs_[static_cast<std::size_t>(index)].second : nullptr;
}

void WeightsPage::chooseRun() {
    const TrainedRun* run = currentRun();
    if (run != nullptr && isVisible() && studied_ != run->result) {
        studied_ = run->result;
        study_.setRun(*run);
        ask();
    }
}

void WeightsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    chooseRun();
}

void WeightsPage::ask() {
    wanted_ = controls_->deployment();
    save_->setEnabled(wanted_.has_value());
    summary_->setStale();
    staleTimer_.start();
    if (wanted_ && studied_) {
        study_.ask(*wanted_);
    }
}

void WeightsPage::showAnswer(const StudyAnswer& answer) {
    const TrainedRun* run = currentRun();
    if (run == nullptr || run->result != studied_) {
        return;
    }
    const bool newest = wanted_ && answer.deployment == *wanted_;
    if (answer.report && histograms_->content().report != answer.report) {
        const QString precision = precisionName(run->spec.precision);
        const QString rounded = deploymentText(answer.deployment);
        histograms_->setContent({.report = answer.report,
                                 .format = format::holdingFormat(answer.deployment.format),
                                 .title = run->label + QStringLiteral(" \u2192 ") + rounded,
                                 .before = tr("before (%1)").arg(precision),
                                 .after = tr("after (%1)").arg(rounded),
                                 .precision = precision,
                                 .rounded = colourName(answer.deployment.format)});
        hits_->setReport(answer.report);
        hitsHeading_->setText(answer.report->worst.empty() ? tr("Worst-hit weights: none changed")
                                                           : tr("Worst-hit weights"));
    }
    summary_->showAnswer(*run, answer);
    if (!newest) {
        summary_->setStale();
        return;
    }
    if (answer.report) {
        staleTimer_.stop();
        histograms_->setStale(false);
    }
    showProblem(answer);
    if (answer.test) {
        note_->setText(paperNote(answer));
        note_->setVisible(!note_->text().isEmpty());
    }
}

void WeightsPage::showProblem(const StudyAnswer& answer) {
    const QString old = std::exchange(problem_, QString());
    if (!answer.weightsProblem.isEmpty()) {
        problem_ = tr("The weights cannot be read: %1").arg(answer.weightsProblem);
        banner_->show(Banner::Kind::Error, problem_, tr("Try again"), [this] { ask(); });
    } else if (!answer.testProblem.isEmpty()) {
        problem_ = tr("The accuracy cannot be measured: %1").arg(answer.testProblem);
        banner_->show(Banner::Kind::Error, problem_, tr("Try again"), [this] { ask(); });
    } else if (!answer.packingProblem.isEmpty()) {
        problem_ = tr("The weights cannot be packed: %1").arg(answer.packingProblem);
        banner_->show(Banner::Kind::Error, problem_);
    } else if (!old.isEmpty() && banner_->text() == old) {
        banner_->hide();
    }
    save_->setEnabled(answer.packingProblem.isEmpty() && answer.weightsProblem.isEmpty());
}

} // namespace roundoff::ui
