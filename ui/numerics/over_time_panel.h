// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include <QWidget>

#include "ui/charts/metric_history.h"
#include "ui/numerics/measure.h"

namespace roundoff::ui {

class ChartLegend;
class ChartPanel;
class SwitchRow;

/// What the lines of a chart over time are.
enum class TimeLines : std::uint8_t {
    Layers, ///< One role, a line for each layer.
    Roles   ///< One layer, a line for each role.
};

/// A measure by step, while the run trains and after it.
class OverTimePanel : public QWidget {
    Q_OBJECT

public:
    /// What is drawn.
    struct Content {
        QString run; ///< Its label, for tables.
        quint64 seed = 1;
        bool finished = false;
        Measure measure = Measure::Underflowed;
        int layer = 1; ///< The chosen one.
        nn::Role role = nn::Role::Weights;
    };

    explicit OverTimePanel(QWidget* parent = nullptr);
    ~OverTimePanel() override;

    /// @param samples  of the run, oldest first
    void setContent(const Content& content, const std::vector<nn::TelemetrySample>& samples);
    void setLines(TimeLines lines);
    [[nodiscard]] TimeLines lines() const { return lines_; }
    void setTheme(bool dark);

    [[nodiscard]] const MetricHistory& history() const { return history_; }

signals:
    /// A person chose what the lines are.
    void linesChosen();
    void message(const QString& text, bool failed);

private:
    struct Line {
        QString name;
        int layer = 1;
        nn::Role role = nn::Role::Weights;
    };

    [[nodiscard]] std::vector<Line> linesOf(const std::vector<nn::TelemetrySample>& samples) const;
    [[nodiscard]] QString title() const;
    [[nodiscard]] QList<GroupInfo> groups() const;

    Content content_;
    TimeLines lines_ = TimeLines::Layers;
    bool dark_ = false;
    QString shown_; // what the chart's lines are, to know when it begins anew
    MetricHistory history_;
    SwitchRow* switch_;
    ChartLegend* legend_;
    ChartPanel* chart_;
};

} // namespace roundoff::ui
