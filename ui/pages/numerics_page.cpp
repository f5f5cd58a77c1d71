// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/numerics_page.h"

#include <algorithm>

#include <QComboBox>
#include <QSettings>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>

#include "core/experiment/run_result.h"
#include "ui/models/runs_model.h"
#include "ui/numerics/exponent_panel.h"
#include "ui/numerics/loss_scale_panel.h"
#include "ui/numerics/matrix_panel.h"
#include "ui/numerics/over_time_panel.h"
#include "ui/numerics/telemetry_feed.h"
#include "ui/numerics/why_card.h"
#include "ui/theme.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

constexpr auto kMeasureKey = "numerics/measure";
constexpr auto kLinesKey = "numerics/linesOfRoles";
constexpr auto kLogarithmicKey = "numerics/logarithmicExponents";
constexpr auto kRowsKey = "numerics/rows";
constexpr auto kUpperKey = "numerics/upper";
constexpr auto kLowerKey = "numerics/lower";

/// Whether there is something to say of the run.
bool isTelling(const ObservedRun& run) {
    return run.result && (run.result->status == experiment::RunStatus::Diverged || !run.result->diagnoses.empty());
}

QString runText(const ObservedRun& run) {
    if (!run.result) {
        return NumericsPage::tr("%1 (training)").arg(run.info.label);
    }
    switch (run.result->status) {
    case experiment::RunStatus::Diverged: return NumericsPage::tr("%1 (diverged)").arg(run.info.label);
    case experiment::RunStatus::Failed: return NumericsPage::tr("%1 (failed)").arg(run.info.label);
    default: return run.info.label;
    }
}

} // namespace

NumericsPage::NumericsPage(Session& session, QSettings& settings, QWidget* parent)
    : QWidget(parent), settings_(settings), feed_(new TelemetryFeed(session, this)), stack_(new QStackedWidget(this)),
      run_(new QComboBox(this)), measure_(new QComboBox(this)), why_(new WhyCard(this)),
      note_(new TintedLabel(&ThemeColors::muted, this)), notice_(new TintedLabel(&ThemeColors::muted, this)),
      body_(new QStackedWidget(this)), matrix_(new MatrixPanel(this)), exponents_(new ExponentPanel(this)),
      overTime_(new OverTimePanel(this)), lossScale_(new LossScalePanel(this)),
      rows_(new QSplitter(Qt::Vertical, this)), upper_(new QSplitter(Qt::Horizontal, this)),
      lower_(new QSplitter(Qt::Horizontal, this)) {
    setObjectName(QStringLiteral("numericsPage"));
    QWidget* content = makeBody();
    stack_->addWidget(makeEmpty());
    stack_->addWidget(content);
    // Painting costs more than all else here; ten times a second looks fluid.
    constexpr int kRefreshMilliseconds = 100;
    refreshTimer_.setSingleShot(true);
    refreshTimer_.setInterval(kRefreshMilliseconds);
    connect(&refreshTimer_, &QTimer::timeout, this, &NumericsPage::refresh);
    restoreChoices();
    connectFeed();
    connectPanels();
}

NumericsPage::~NumericsPage() = default;

void NumericsPage::connectFeed() {
    connect(feed_, &TelemetryFeed::restarted, this, [this] {
        const QSignalBlocker quiet(run_);
        run_->clear();
        cellChosen_ = false;
        stack_->setCurrentIndex(0);
    });
    connect(feed_, &TelemetryFeed::runAdded, this, &NumericsPage::addRun);
    connect(feed_, &TelemetryFeed::runFinished, this, &NumericsPage::finishRun);
    connect(feed_, &TelemetryFeed::changed, this, [this](int index) {
        if (index == run_->currentIndex()) {
            refreshSoon();
        }
    });
}

void NumericsPage::connectPanels() {
    connect(run_, &QComboBox::currentIndexChanged, this, &NumericsPage::refresh);
    connect(run_, &QComboBox::activated, this, [this] {
        const ObservedRun* run = currentRun();
        chosenRun_ = run != nullptr ? run->info.label : QString();
    });
    connect(measure_, &QComboBox::currentIndexChanged, this, [this] {
        cellChosen_ = false;
        saveChoices();
        refresh();
    });
    connect(matrix_, &MatrixPanel::chosen, this, &NumericsPage::chooseCell);
    connect(matrix_, &MatrixPanel::saveRequested, this, &NumericsPage::chooseCsvFile);
    connect(overTime_, &OverTimePanel::linesChosen, this, [this] {
        saveChoices();
        refreshLines();
    });
    connect(exponents_, &ExponentPanel::logarithmicChosen, this, &NumericsPage::saveChoices);
    for (const QSplitter* splitter : {rows_, upper_, lower_}) {
        connect(splitter, &QSplitter::splitterMoved, this, &NumericsPage::saveChoices);
    }
    connect(matrix_, &MatrixPanel::message, this, &NumericsPage::message);
    connect(exponents_, &ExponentPanel::message, this, &NumericsPage::message);
    connect(overTime_, &OverTimePanel::message, this, &NumericsPage::message);
    connect(lossScale_, &LossScalePanel::message, this, &NumericsPage::message);
}

void NumericsPage::restoreChoices() {
    const int measure = measure_->findData(settings_.value(kMeasureKey));
    measure_->setCurrentIndex(std::max(measure, 0));
    overTime_->setLines(settings_.value(kLinesKey).toBool() ? TimeLines::Roles : TimeLines::Layers);
    exponents_->setLogarithmic(settings_.value(kLogarithmicKey).toBool());
    rows_->restoreState(settings_.value(kRowsKey).toByteArray());
    upper_->restoreState(settings_.value(kUpperKey).toByteArray());
    lower_->restoreState(settings_.value(kLowerKey).toByteArray());
}

void NumericsPage::saveChoices() {
    settings_.setValue(kMeasureKey, measure_->currentData());
    settings_.setValue(kLinesKey, overTime_->lines() == TimeLines::Roles);
    settings_.setValue(kLogarithmicKey, exponents_->isLogarithmic());
    settings_.setValue(kRowsKey, rows_->saveState());
    settings_.setValue(kUpperKey, upper_->saveState());
    settings_.setValue(kLowerKey, lower_->saveState());
}

const ObservedRun* NumericsPage::currentRun() const {
    const auto index = static_cast<std::size_t>(run_->currentIndex());
    return index < feed_->runs().size() ? &feed_->runs()[index] : nullptr;
}

Measure NumericsPage::measure() const {
    return kMeasures.at(static_cast<std::size_t>(measure_->currentIndex()));
}

void NumericsPage::addRun(int index) {
    {
        const QSignalBlocker quiet(run_); // What changes here, no person chose.
        const ObservedRun& run = feed_->runs()[static_cast<std::size_t>(index)];
        run_->insertItem(index, runText(run));
        if (run_->count() == 1 || run.info.label == chosenRun_) {
            run_->setCurrentIndex(index); // The choice finds its run again when an experiment is repeated.
        }
    }
    stack_->setCurrentIndex(1);
    if (index == run_->currentIndex()) {
        refresh();
    }
}

void NumericsPage::finishRun(int index) {
    const ObservedRun& run = feed_->runs()[static_cast<std::size_t>(index)];
    run_->setItemText(index, runText(run));
    run_->setItemIcon(index, isTelling(run) ? actionIcon(QStringLiteral("error"), &ThemeColors::error) : QIcon());
    chooseTellingRun();
    if (index == run_->currentIndex()) {
        refresh();
    }
}

void NumericsPage::chooseTellingRun() {
    const ObservedRun* current = currentRun();
    // What a person chose or looks at stays.
    if (!chosenRun_.isEmpty() || isVisible() || (current != nullptr && isTelling(*current))) {
        return;
    }
    const auto telling = std::ranges::find_if(feed_->runs(), isTelling);
    if (telling != feed_->runs().end()) {
        run_->setCurrentIndex(static_cast<int>(telling - feed_->runs().begin()));
    }
}

void NumericsPage::chooseCell(int layer, nn::Role role) {
    cellChosen_ = true;
    layer_ = layer;
    role_ = role;
    refreshLines();
}

void NumericsPage::chooseWorstCell() {
    const NumericsModel& model = matrix_->model();
    if (!isByRole(measure())) {
        role_ = measureRole(measure());
    }
    double worst = -1.0;
    for (int row = 0; row < model.rowCount(); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QVariant strength = model.index(row, column).data(NumericsModel::kStrengthRole);
            if (strength.isValid() && strength.toDouble() > worst) {
                worst = strength.toDouble();
                layer_ = model.layerAt(row);
                role_ = model.roleAt(column).value_or(role_);
            }
        }
    }
}

void NumericsPage::setTheme(bool dark) {
    overTime_->setTheme(dark);
    lossScale_->setTheme(dark);
}

void NumericsPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void NumericsPage::refreshSoon() {
    if (isVisible() && !refreshTimer_.isActive()) {
        refreshTimer_.start();
    }
}

void NumericsPage::refresh() {
    const ObservedRun* run = currentRun();
    if (run == nullptr || !isVisible()) {
        return;
    }
    why_->showRun(run->spec, run->result);
    note_->setVisible(!roundsAnything(run->spec.precision));
    const QString instead = notice(*run);
    notice_->setText(instead);
    body_->setCurrentIndex(instead.isEmpty() ? 1 : 0);
    if (!instead.isEmpty()) {
        return;
    }
    matrix_->setContent(run->telemetry(), measure(), run->spec.precision);
    if (!cellChosen_) {
        chooseWorstCell();
    }
    matrix_->select(layer_, role_);
    refreshLines();
    const bool scaled = hasLossScale(run->metrics());
    lossScale_->setVisible(scaled);
    if (scaled) {
        lossScale_->setContent(run->info, run->metrics(), run->result != nullptr);
    }
}

void NumericsPage::refreshLines() {
    const ObservedRun* run = currentRun();
    if (run == nullptr || !isVisible()) {
        return;
    }
    overTime_->setContent({.run = run->info.label,
                           .seed = run->info.seed,
                           .finished = run->result != nullptr,
                           .measure = measure(),
                           .layer = layer_,
                           .role = role_},
                          run->telemetry());
    static const std::vector<nn::ExponentTelemetry> kNone;
    exponents_->setContent({.run = run->info.label,
                            .finished = run->result != nullptr,
                            .layer = layer_,
                            .role = role_,
                            .range = formatRange(run->spec.precision, layer_, role_)},
                           run->result ? run->result->exponents : kNone);
}

} // namespace roundoff::ui
