// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include <QFrame>
#include <QList>

#include "ui/charts/chart_canvas.h"
#include "ui/charts/chart_choice.h"
#include "ui/charts/growing_curve.h"
#include "ui/charts/hover_readout.h"
#include "ui/charts/metric_history.h"

class QActionGroup;
class QMenu;
class QToolButton;

namespace roundoff::ui {

/// A chart with its title, which is also the selector of what it shows: zoom, readout, copying and export.
class ChartPanel : public QFrame {
    Q_OBJECT

public:
    /// @param history  outlives the panel
    ChartPanel(const MetricHistory& history, const QList<ChartChoice>& choices, const QString& name,
               QWidget* parent = nullptr);

    /// Shows other things from now on, the first of them to begin with.
    void setChoices(const QList<ChartChoice>& choices);
    /// Forgets the zoom and all curves: the history has begun anew.
    /// @param hidden  by group; empty for none
    void restart(const QList<SeriesStyle>& styles, const QList<bool>& hidden = {});
    void setStyles(const QList<SeriesStyle>& styles);
    void setHidden(const QList<bool>& hidden);
    /// The group has new values; they are shown by the next `refresh`.
    void markDirty(qsizetype group);
    void refresh();

    [[nodiscard]] ChartCanvas* canvas() const { return canvas_; }
    [[nodiscard]] const ChartChoice& choice() const { return choices_[current_]; }
    /// Writes a picture of what is shown, on white. @throws InputError
    void exportPictureTo(const QString& path) const;

public slots:
    void resetZoom();
    /// The chart as a picture.
    void copy();
    /// All values behind the chart as tab-separated text.
    void copyData();
    /// Asks for a file's name and writes SVG, PNG or PDF by its ending.
    void exportPicture();
    void setLogarithmic(bool logarithmic);

signals:
    void message(const QString& text, bool failed);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void choose(qsizetype index);
    void updateChoices();
    void updateTitle();
    [[nodiscard]] bool isOffered(const ChartChoice& choice) const;
    [[nodiscard]] bool isHidden(qsizetype group) const;
    [[nodiscard]] AxisKind axisKind() const;
    [[nodiscard]] Range automaticX() const;
    [[nodiscard]] bool isUsed(qsizetype group, const Quantity& quantity);
    [[nodiscard]] PlotCurve makeCurve(qsizetype group, Range x, int pixels);
    [[nodiscard]] Range automaticY() const;
    [[nodiscard]] PlotAxes makeAxes(const AxisScale& x) const;
    void applyZoom(const Range& x, const std::optional<Range>& y);
    void zoomAround(double place, double factor, bool vertical);
    void showReadout(double x, QPoint beside);
    void hideReadout();
    void moveCrosshair(int direction);
    bool handleKey(const QKeyEvent& event);
    void openMenu(const QPoint& position);
    void paintPicture(QPainter& painter, const QRectF& rectangle, const PlotLook& look,
                      const QList<SeriesStyle>& styles) const;

    /// What has been looked at of a group, so that only what is new has to be.
    struct Seen {
        GrowingCurve primary;
        GrowingCurve secondary;
        struct Run {
            std::size_t stride = 1;
            std::size_t points = 0;
        };
        std::vector<Run> runs; // For whether the secondary quantity is used.
        bool isUsed = false;
    };

    const MetricHistory& history_;
    QList<ChartChoice> choices_;
    qsizetype current_ = -1; // until the constructor has chosen
    bool chosenByHand_ = false;
    bool logarithmic_ = false;

    QList<SeriesStyle> styles_;
    QList<bool> hidden_;
    QList<bool> dirty_;
    QList<PlotCurve> curves_;
    std::vector<Seen> seen_; // by group, of the current choice
    Range shownX_;
    int shownPixels_ = 0;
    std::optional<Range> zoomX_;
    std::optional<Range> zoomY_;

    ChartCanvas* canvas_;
    QToolButton* title_;
    QToolButton* reset_;
    QMenu* choiceMenu_;
    QActionGroup* choiceGroup_ = nullptr;
    HoverReadout* readout_;
};

} // namespace roundoff::ui
