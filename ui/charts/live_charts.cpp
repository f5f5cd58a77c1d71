// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/live_charts.h"

#include <algorithm>
#include <array>

#include <QElapsedTimer>
#include <QGridLayout>
#include <QLabel>
#include <QShowEvent>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_panel.h"
#include "ui/charts/metric_history.h"

namespace roundoff::ui {

namespace {

constexpr int kRedrawMilliseconds = 33;
/// The group of a plan in which nothing varies; a legend had better name the precision.
constexpr QLatin1String kOnlyGroup("all");

} // namespace

class LiveCharts::Implementation {
public:
    explicit Implementation(LiveCharts& owner)
        : empty(new QLabel(&owner)), content(new QWidget(&owner)), legend(new ChartLegend(content)),
          panels{new ChartPanel(history, accuracyChoices(), QStringLiteral("accuracyChart"), content),
                 new ChartPanel(history, lossChoices(), QStringLiteral("lossChart"), content),
                 new ChartPanel(history, timeChoices(), QStringLiteral("timeChart"), content),
                 new ChartPanel(history, gradientChoices(), QStringLiteral("gradientChart"), content)} {}

    [[nodiscard]] QList<GroupInfo> groups() const {
        QList<GroupInfo> infos;
        for (const MetricHistory::Group& group : history.groups()) {
            infos.append(group.info);
        }
        return infos;
    }

    MetricHistory history;
    bool dark = false;
    bool stale = false; // something was added since the last drawing
    QTimer timer;
    QTimer nextTimer;     // between two charts of a drawing
    std::size_t next = 0; // chart to be drawn
    QLabel* empty;
    QWidget* content;
    ChartLegend* legend;
    std::array<ChartPanel*, 4> panels;
};

LiveCharts::LiveCharts(QWidget* parent) : QWidget(parent), implementation_(std::make_unique<Implementation>(*this)) {
    Implementation& my = *implementation_;
    my.empty->setText(
        tr("Press Run to train; accuracy, loss, time and gradients appear here while the networks learn."));
    my.empty->setAlignment(Qt::AlignCenter);
    my.empty->setWordWrap(true);
    my.empty->setObjectName(QStringLiteral("chartsEmpty"));

    auto* grid = new QGridLayout;
    grid->setSpacing(8);
    for (std::size_t index = 0; index < my.panels.size(); ++index) {
        grid->addWidget(my.panels[index], static_cast<int>(index / 2), static_cast<int>(index % 2));
        connect(my.panels[index], &ChartPanel::message, this, &LiveCharts::message);
    }
    for (const int place : {0, 1}) {
        grid->setRowStretch(place, 1);
        grid->setColumnStretch(place, 1);
    }
    auto* column = new QVBoxLayout(my.content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(my.legend);
    column->addLayout(grid, 1);

    auto* stack = new QStackedLayout(this);
    stack->addWidget(my.empty);
    stack->addWidget(my.content);

    my.timer.setSingleShot(true);
    my.timer.setInterval(kRedrawMilliseconds);
    connect(&my.timer, &QTimer::timeout, this, &LiveCharts::redraw);
    my.nextTimer.setSingleShot(true);
    connect(&my.nextTimer, &QTimer::timeout, this, &LiveCharts::redrawNext);
    connect(my.legend, &ChartLegend::hiddenChanged, this, [this] {
        for (ChartPanel* panel : implementation_->panels) {
            panel->setHidden(implementation_->legend->hidden());
        }
    });
}

LiveCharts::~LiveCharts() {
    // The panels refer to the history, which goes with the implementation.
    delete implementation_->content;
}

void LiveCharts::begin(const QList<RunInfo>& runs) {
    Implementation& my = *implementation_;
    QList<RunInfo> named = runs;
    for (RunInfo& run : named) {
        run.group = run.group == kOnlyGroup ? run.precision : run.group;
    }
    my.history.begin(named);
    const QList<GroupInfo> groups = my.groups();
    const QList<SeriesStyle> styles = stylesForGroups(groups, my.dark);
    my.legend->setGroups(groups, styles);
    for (ChartPanel* panel : my.panels) {
        panel->restart(styles, my.legend->hidden());
    }
    redraw();
}

void LiveCharts::addSteps(int run, std::span<const experiment::MetricPoint> points) {
    markDirty(implementation_->history.addSteps(run, points));
}

void LiveCharts::addEpoch(int run, const experiment::EpochResult& epoch) {
    markDirty(implementation_->history.addEpoch(run, epoch));
}

void LiveCharts::finishRun(int run) {
    markDirty(implementation_->history.finishRun(run));
}

void LiveCharts::setTheme(bool dark) {
    Implementation& my = *implementation_;
    my.dark = dark;
    const QList<SeriesStyle> styles = stylesForGroups(my.groups(), dark);
    my.legend->setStyles(styles);
    for (ChartPanel* panel : my.panels) {
        panel->setStyles(styles);
    }
    my.stale = true;
    redraw();
}

void LiveCharts::clear() {
    begin({});
}

void LiveCharts::markDirty(qsizetype group) {
    if (group < 0) {
        return;
    }
    Implementation& my = *implementation_;
    for (ChartPanel* panel : my.panels) {
        panel->markDirty(group);
    }
    my.stale = true;
    if (isVisible() && !my.timer.isActive() && !my.nextTimer.isActive()) {
        my.timer.start(kRedrawMilliseconds);
    }
}

void LiveCharts::redraw() {
    Implementation& my = *implementation_;
    const bool empty = my.history.isEmpty();
    qobject_cast<QStackedLayout*>(layout())->setCurrentWidget(empty ? static_cast<QWidget*>(my.empty) : my.content);
    if (empty || !isVisible()) {
        return;
    }
    my.stale = false;
    my.next = 0;
    redrawNext();
}

void LiveCharts::redrawNext() {
    Implementation& my = *implementation_;
    if (!isVisible()) {
        my.stale = true;
        return;
    }
    QElapsedTimer time;
    time.start();
    my.panels[my.next]->refresh();
    ++my.next;
    // Whatever else the window has to do is done between two charts, and where they take long it gets most of the time.
    constexpr qint64 kPauses = 3;
    constexpr qint64 kLongestPause = 1000;
    const qint64 pause = std::min(kPauses * time.elapsed(), kLongestPause);
    if (my.next < my.panels.size()) {
        my.nextTimer.start(static_cast<int>(pause));
    } else if (my.stale) {
        my.timer.start(static_cast<int>(std::max<qint64>(kRedrawMilliseconds, pause)));
    }
}

void LiveCharts::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (implementation_->stale) {
        redraw();
    }
}

} // namespace roundoff::ui
