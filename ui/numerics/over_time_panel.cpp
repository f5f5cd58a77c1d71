// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/numerics/over_time_panel.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "ui/charts/chart_legend.h"
#include "ui/charts/chart_panel.h"
#include "ui/weights/switch_row.h"

namespace roundoff::ui {
namespace {

/// The measure of a layer, or of a role of it, in a sample.
std::optional<double> valueIn(const nn::TelemetrySample& sample, Measure measure, int layer, nn::Role role) {
    if (isByRole(measure)) {
        for (const nn::RoleTelemetry& seen : sample.roles) {
            if (seen.layer == layer && seen.role == role) {
                return measured(measure, seen);
            }
        }
        return std::nullopt;
    }
    for (const nn::LayerTelemetry& seen : sample.layers) {
        if (seen.layer == layer) {
            return measured(measure, seen);
        }
    }
    return std::nullopt;
}

} // namespace

OverTimePanel::OverTimePanel(QWidget* parent)
    : QWidget(parent), switch_(new SwitchRow({{QStringLiteral("linesOfLayers"), tr("A line each layer")},
                                              {QStringLiteral("linesOfRoles"), tr("A line each role")}},
                                             this)),
      legend_(new ChartLegend(this)),
      chart_(new ChartPanel(history_,
                            {{.title = QString(), .primary = measuredQuantity(content_.measure), .secondary = {}}},
                            QStringLiteral("numericsChart"), this)) {
    setObjectName(QStringLiteral("overTimePanel"));
    auto* header = new QHBoxLayout;
    header->addWidget(legend_, 1);
    header->addWidget(switch_, 0, Qt::AlignTop);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(header);
    layout->addWidget(chart_, 1);
    connect(switch_, &SwitchRow::chosen, this, [this](int index) {
        lines_ = index == 1 ? TimeLines::Roles : TimeLines::Layers;
        emit linesChosen();
    });
    connect(legend_, &ChartLegend::hiddenChanged, this, [this] { chart_->setHidden(legend_->hidden()); });
    connect(chart_, &ChartPanel::message, this, &OverTimePanel::message);
}

OverTimePanel::~OverTimePanel() {
    // The chart refers to the history, which goes first otherwise.
    delete chart_;
}

void OverTimePanel::setLines(TimeLines lines) {
    const char* name = lines == TimeLines::Roles ? "linesOfRoles" : "linesOfLayers";
    switch_->findChild<QAbstractButton*>(QLatin1String(name))->setChecked(true);
}

void OverTimePanel::setTheme(bool dark) {
    dark_ = dark;
    const QList<SeriesStyle> styles = stylesForGroups(groups(), dark);
    legend_->setStyles(styles);
    chart_->setStyles(styles);
    chart_->refresh();
}

QList<GroupInfo> OverTimePanel::groups() const {
    QList<GroupInfo> infos;
    for (const MetricHistory::Group& group : history_.groups()) {
        infos.append(group.info);
    }
    return infos;
}

std::vector<OverTimePanel::Line> OverTimePanel::linesOf(const std::vector<nn::TelemetrySample>& samples) const {
    const bool byRole = isByRole(content_.measure);
    std::set<int> layers;
    std::set<nn::Role> roles;
    for (const nn::TelemetrySample& sample : samples) {
        for (const nn::RoleTelemetry& seen : sample.roles) {
            if (seen.role == content_.role || !byRole) {
                layers.insert(seen.layer);
            }
            if (seen.layer == content_.layer) {
                roles.insert(seen.role);
            }
        }
        for (const nn::LayerTelemetry& seen : sample.layers) {
            if (!byRole) {
                layers.insert(seen.layer);
            }
        }
    }
    std::vector<Line> lines;
    if (byRole && lines_ == TimeLines::Roles) {
        for (const nn::Role role : roles) {
            lines.push_back({roleHeading(role), content_.layer, role});
        }
    } else {
        for (const int layer : layers) {
            lines.push_back({layerHeading(layer), layer, content_.role});
        }
    }
    return lines;
}

QString OverTimePanel::title() const {
    if (!isByRole(content_.measure)) {
        return tr("%1 by step").arg(measureName(content_.measure));
    }
    const QString subject = lines_ == TimeLines::Roles ? layerHeading(content_.layer) : roleHeading(content_.role);
    return tr("%1 by step, %2").arg(measureName(content_.measure), subject);
}

void OverTimePanel::setContent(const Content& content, const std::vector<nn::TelemetrySample>& samples) {
    content_ = content;
    switch_->setEnabled(isByRole(content.measure));
    const std::vector<Line> lines = linesOf(samples);
    QList<RunInfo> infos;
    for (const Line& line : lines) {
        infos.append({.run = static_cast<int>(infos.size()),
                      .group = line.name,
                      .precision = QString(),
                      .label = content.run,
                      .fold = -1,
                      .seed = content.seed});
    }
    history_.begin(infos);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        std::vector<SamplePoint> points;
        for (const nn::TelemetrySample& sample : samples) {
            if (const auto value = valueIn(sample, content.measure, lines[i].layer, lines[i].role)) {
                points.push_back({sample.step, *value});
            }
        }
        history_.addSamples(static_cast<int>(i), points);
        if (content.finished) {
            history_.finishRun(static_cast<int>(i));
        }
    }
    // Only news of the same lines leaves the zoom alone.
    QString shown = content.run + u'\n' + title();
    for (const Line& line : lines) {
        shown += u'\n' + line.name;
    }
    if (shown != shown_) {
        shown_ = shown;
        const QList<SeriesStyle> styles = stylesForGroups(groups(), dark_);
        legend_->setGroups(groups(), styles);
        chart_->setChoices({{.title = title(), .primary = measuredQuantity(content.measure), .secondary = {}}});
        chart_->restart(styles);
        chart_->setHidden(legend_->hidden());
    } else {
        for (qsizetype group = 0; group < history_.groups().size(); ++group) {
            chart_->markDirty(group);
        }
        chart_->refresh();
    }
}

} // namespace roundoff::ui
