// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_panel.h"

#include <algorithm>
#include <cmath>

#include <QActionGroup>
#include <QCursor>
#include <QFontMetricsF>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

namespace roundoff::ui {

namespace {

/// A diverging loss may grow by many powers of ten; above so many times the largest first value it leaves the plot.
constexpr double kLargestGrowth = 1.5;
constexpr double kLargestLogarithmicGrowth = 30.0;
/// The noise of single steps grows fainter with every group, so that many groups do not add up to a solid block.
constexpr double kNoiseOfAllGroups = 0.6;
constexpr double kMostNoise = 0.3;
constexpr double kSparseMarkers = 9.0;

int ticksThatFit(qreal length, qreal each, int most) {
    return std::clamp(static_cast<int>(length / each), 3, most);
}

} // namespace

ChartPanel::ChartPanel(const MetricHistory& history, const QList<ChartChoice>& choices, const QString& name,
                       QWidget* parent)
    : QFrame(parent), history_(history), canvas_(new ChartCanvas(this)), title_(new QToolButton(this)),
      reset_(new QToolButton(this)), choiceMenu_(new QMenu(this)), readout_(new HoverReadout(this)) {
    setObjectName(name);
    setFrameShape(QFrame::StyledPanel);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);
    canvas_->setObjectName(name + QStringLiteral("Canvas"));
    canvas_->installEventFilter(this);

    QFont bold = font();
    bold.setBold(true);
    title_->setFont(bold);
    title_->setAutoRaise(true);
    // The style's own mark sits in the corner below the text; the title brings a sign that stands beside it.
    title_->setStyleSheet(QStringLiteral("QToolButton::menu-indicator { image: none; }"));
    title_->setPopupMode(QToolButton::InstantPopup);
    title_->setToolButtonStyle(Qt::ToolButtonTextOnly);
    title_->setMinimumWidth(1); // a long title is elided instead of widening its column
    title_->setObjectName(name + QStringLiteral("Selector"));
    title_->setToolTip(tr("Choose what this chart shows"));
    reset_->setAutoRaise(true);
    reset_->setText(tr("Reset zoom"));
    reset_->setToolTip(tr("Show everything and follow the runs (Home)"));
    reset_->setObjectName(name + QStringLiteral("Reset"));
    reset_->hide();

    auto* header = new QHBoxLayout;
    header->setContentsMargins(4, 2, 4, 0);
    header->addWidget(title_);
    header->addStretch();
    header->addWidget(reset_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 2, 6, 6);
    layout->setSpacing(0);
    layout->addLayout(header);
    layout->addWidget(canvas_, 1);

    connect(reset_, &QToolButton::clicked, this, &ChartPanel::resetZoom);
    connect(canvas_, &ChartCanvas::resetRequested, this, &ChartPanel::resetZoom);
    connect(canvas_, &ChartCanvas::zoomed, this, [this](const Range& x, const Range& y) { applyZoom(x, y); });
    connect(canvas_, &ChartCanvas::wheelZoomed, this, &ChartPanel::zoomAround);
    connect(canvas_, &ChartCanvas::hovered, this, [this](double x) { showReadout(x, QCursor::pos()); });
    connect(canvas_, &ChartCanvas::hoverEnded, this, &ChartPanel::hideReadout);
    connect(canvas_, &ChartCanvas::menuRequested, this, &ChartPanel::openMenu);
    connect(canvas_, &ChartCanvas::resized, this, &ChartPanel::refresh);
    setChoices(choices);
}

void ChartPanel::setChoices(const QList<ChartChoice>& choices) {
    delete choiceGroup_; // Its actions leave the menu with it.
    choiceGroup_ = new QActionGroup(this);
    choices_ = choices;
    current_ = -1;
    chosenByHand_ = false;
    for (qsizetype index = 0; index < choices_.size(); ++index) {
        QAction* action = choiceGroup_->addAction(choices_[index].title);
        action->setCheckable(true);
        choiceMenu_->addAction(action);
        connect(action, &QAction::triggered, this, [this, index] {
            chosenByHand_ = true;
            choose(index);
            refresh();
        });
    }
    updateChoices();
}

void ChartPanel::restart(const QList<SeriesStyle>& styles, const QList<bool>& hidden) {
    zoomX_.reset();
    zoomY_.reset();
    reset_->hide();
    curves_ = QList<PlotCurve>(history_.groups().size());
    seen_.assign(static_cast<std::size_t>(history_.groups().size()), {});
    hidden_ = hidden.isEmpty() ? QList<bool>(history_.groups().size(), false) : hidden;
    setStyles(styles);
}

void ChartPanel::setStyles(const QList<SeriesStyle>& styles) {
    styles_ = styles;
    dirty_ = QList<bool>(history_.groups().size(), true);
    canvas_->setLook(PlotLook::fromPalette(palette(), font()));
}

void ChartPanel::setHidden(const QList<bool>& hidden) {
    hidden_ = hidden;
    dirty_.fill(true); // how strong the noise is drawn depends on how many groups are shown
    refresh();
}

void ChartPanel::markDirty(qsizetype group) {
    dirty_[group] = true;
}

bool ChartPanel::isHidden(qsizetype group) const {
    return hidden_.value(group, false);
}

bool ChartPanel::isOffered(const ChartChoice& choice) const {
    switch (choice.offered) {
    case Offered::WithValidation: return history_.hasValidation();
    case Offered::WithLossScale: return history_.hasLossScale();
    case Offered::Always: break;
    }
    return true;
}

void ChartPanel::updateChoices() {
    qsizetype preferred = -1;
    int offered = 0;
    for (qsizetype index = 0; index < choices_.size(); ++index) {
        const bool isHere = isOffered(choices_[index]);
        choiceMenu_->actions()[index]->setVisible(isHere);
        offered += isHere ? 1 : 0;
        preferred = preferred < 0 && isHere ? index : preferred;
    }
    title_->setMenu(offered > 1 ? choiceMenu_ : nullptr);
    choose(!chosenByHand_ || !isOffered(choice()) ? preferred : current_);
}

void ChartPanel::choose(qsizetype index) {
    if (index != current_) {
        if (current_ >= 0 && choices_[index].primary.isByStep() != choice().primary.isByStep()) {
            zoomX_.reset();
        }
        zoomY_.reset();
        dirty_.fill(true);
        seen_.assign(seen_.size(), {});
        current_ = index;
    }
    choiceMenu_->actions()[index]->setChecked(true);
    title_->setAccessibleName(choice().title);
    canvas_->setAccessibleName(choice().title);
    updateTitle();
}

void ChartPanel::updateTitle() {
    const QString sign = title_->menu() != nullptr ? QStringLiteral("  ▾") : QString();
    const QFontMetrics metrics(title_->font());
    const int room = width() - 60 - metrics.horizontalAdvance(sign) - (reset_->isVisible() ? reset_->width() : 0);
    title_->setText(metrics.elidedText(choice().title, Qt::ElideRight, room) + sign);
}

AxisKind ChartPanel::axisKind() const {
    return logarithmic_ && choice().primary.axis == AxisKind::Linear ? AxisKind::Logarithmic : choice().primary.axis;
}

Range ChartPanel::automaticX() const {
    double last = 1.0;
    for (const MetricHistory::Run& run : history_.runs()) {
        if (choice().primary.isSampled()) {
            last = run.samples.empty() ? last : std::max(last, static_cast<double>(run.samples.back().step));
        } else if (choice().primary.isByStep()) {
            last = run.steps().empty() ? last : std::max(last, static_cast<double>(run.steps().back().step));
        } else {
            last = run.epochs.empty() ? last : std::max(last, static_cast<double>(run.epochs.back().epoch));
        }
    }
    if (choice().primary.isByStep()) {
        if (!history_.isRunning()) {
            return {0.0, std::max(10.0, last)};
        }
        // Growing by whole ticks keeps the picture still between two of them.
        return makeAxis(AxisKind::Integer, NumberStyle::Plain, {0.0, std::max(10.0, last)}, Fit::Low, 11, QLocale::c())
            .range;
    }
    const double margin = last > 1.0 ? std::max(0.2, 0.03 * (last - 1.0)) : 0.6;
    return {1.0 - margin, last + margin};
}

bool ChartPanel::isUsed(qsizetype group, const Quantity& quantity) {
    const QList<qsizetype>& runs = history_.groups()[group].runs;
    Seen& seen = seen_[static_cast<std::size_t>(group)];
    seen.runs.resize(static_cast<std::size_t>(runs.size()));
    for (std::size_t i = 0; quantity.unused && !seen.isUsed && i < seen.runs.size(); ++i) {
        const experiment::StepLog& log = history_.run(runs[static_cast<qsizetype>(i)]).log;
        Seen::Run& run = seen.runs[i];
        run = run.stride == log.stride() ? run : Seen::Run{log.stride(), 0};
        seen.isUsed = std::any_of(log.whole().begin() + static_cast<std::ptrdiff_t>(run.points), log.whole().end(),
                                  [&](const auto& step) { return quantity.ofStep(step) != *quantity.unused; });
        run.points = log.whole().size();
    }
    return !quantity.unused || seen.isUsed;
}

PlotCurve ChartPanel::makeCurve(qsizetype group, Range x, int pixels) {
    const MetricHistory::Group& runs = history_.groups()[group];
    const auto curveOf = [&](const Quantity& quantity, AxisKind axis, GrowingCurve& seen) {
        const bool positiveOnly = axis == AxisKind::Logarithmic || axis == AxisKind::PowersOfTwo;
        return quantity.isSampled()  ? seen.ofSamples(history_, runs, positiveOnly, x, pixels)
               : quantity.isByStep() ? seen.ofSteps(history_, runs, quantity.ofStep, positiveOnly, x, pixels)
                                     : epochCurve(history_, runs, quantity.ofEpoch, positiveOnly);
    };
    Seen& seen = seen_[static_cast<std::size_t>(group)];
    PlotCurve curve;
    curve.style = styles_.value(group);
    curve.curve = curveOf(choice().primary, axisKind(), seen.primary);
    curve.detailOpacity = std::min(kMostNoise, kNoiseOfAllGroups /
                                                   static_cast<double>(std::max<qsizetype>(1, hidden_.count(false))));
    if (choice().secondary && isUsed(group, *choice().secondary)) {
        curve.secondary = curveOf(*choice().secondary,
                                  choice().secondaryOnRight ? choice().secondary->axis : axisKind(), seen.secondary)
                              .line;
        curve.secondaryOnRight = choice().secondaryOnRight;
    }
    const qreal marker = canvas_->look().marker;
    curve.markerSpacing = choice().primary.isByStep() ? kSparseMarkers * marker : 1.5 * marker;
    if (choice().primary.isByStep()) {
        curve.markerPhase = static_cast<double>(group + 1) / static_cast<double>(history_.groups().size() + 1);
    }
    return curve;
}

Range ChartPanel::automaticY() const {
    Range values;
    double largestFirst = 0.0;
    for (qsizetype group = 0; group < curves_.size(); ++group) {
        if (isHidden(group)) {
            continue;
        }
        const PlotCurve& curve = curves_[group];
        values.include(curve.curve.values());
        for (const QPointF& point : curve.curve.detail) {
            values.include(point.y());
        }
        if (!choice().secondaryOnRight) {
            for (const QPointF& point : curve.secondary) {
                values.include(point.y());
            }
        }
        for (const QList<QPointF>* points : {&curve.curve.line, &curve.curve.detail}) {
            largestFirst = points->isEmpty() ? largestFirst : std::max(largestFirst, points->front().y());
        }
    }
    if (choice().primary.ofStep && choice().primary.axis == AxisKind::Linear && largestFirst > 0.0) {
        values.high = std::min(values.high, largestFirst * (logarithmic_ ? kLargestLogarithmicGrowth : kLargestGrowth));
    }
    if (choice().primary.fromZero && axisKind() == AxisKind::Linear) {
        values.include(0.0);
    }
    return values;
}

PlotAxes ChartPanel::makeAxes(const AxisScale& x) const {
    const QFontMetricsF metrics(canvas_->look().font);
    const int ticks = ticksThatFit(canvas_->plotRectangle().height(), 2.0 * metrics.height(), 9);
    PlotAxes axes;
    axes.x = x;
    axes.y = makeAxis(axisKind(), choice().primary.style, zoomY_ ? *zoomY_ : automaticY(),
                      zoomY_ ? Fit::Exact : Fit::Nice, ticks, locale());
    if (choice().secondary && choice().secondaryOnRight) {
        Range values;
        for (qsizetype group = 0; group < curves_.size(); ++group) {
            for (const QPointF& point : isHidden(group) ? QList<QPointF>() : curves_[group].secondary) {
                values.include(point.y());
            }
        }
        if (choice().secondary->fromZero) {
            values.include(0.0);
        }
        axes.right = makeAxis(choice().secondary->axis, choice().secondary->style, values, Fit::Nice, ticks, locale());
    }
    return axes;
}

void ChartPanel::refresh() {
    if (history_.groups().isEmpty() || curves_.size() != history_.groups().size()) {
        return;
    }
    updateChoices();
    const Range x = zoomX_ ? *zoomX_ : automaticX();
    const int pixels = std::max(1, static_cast<int>(canvas_->plotRectangle().width()));
    const bool moved = x != shownX_ || pixels != shownPixels_;
    shownX_ = x;
    shownPixels_ = pixels;
    bool anything = false;
    QList<std::optional<PlotCurve>> shown(curves_.size());
    for (qsizetype group = 0; group < curves_.size(); ++group) {
        if (dirty_[group] || moved) {
            curves_[group] = makeCurve(group, x, pixels);
        }
        if (!isHidden(group)) {
            shown[group] = curves_[group];
            anything = anything || !curves_[group].curve.line.isEmpty() || !curves_[group].curve.omitted.isEmpty();
        }
    }
    dirty_.fill(false);

    const QFontMetricsF metrics(canvas_->look().font);
    const qreal label = metrics.horizontalAdvance(QStringLiteral("000,000"));
    const int ticks = ticksThatFit(pixels, choice().primary.isByStep() ? label : 0.4 * label, 21);
    canvas_->setPlot(makeAxes(makeAxis(AxisKind::Integer, NumberStyle::Plain, x, Fit::Exact, ticks, locale())), shown);
    const bool allHidden = !hidden_.isEmpty() && !hidden_.contains(false);
    canvas_->setNotice(anything    ? QString()
                       : allHidden ? tr("Every group is hidden: click its name above to see it again.")
                       : choice().primary.isSampled() ? tr("Nothing of this has been measured yet.")
                                                      : tr("Appears when the first epoch ends."));
    reset_->setVisible(zoomX_ || zoomY_);
    updateTitle();
}

void ChartPanel::resetZoom() {
    zoomX_.reset();
    zoomY_.reset();
    refresh();
}

void ChartPanel::setLogarithmic(bool logarithmic) {
    logarithmic_ = logarithmic;
    zoomY_.reset();
    dirty_.fill(true);
    refresh();
}

void ChartPanel::applyZoom(const Range& x, const std::optional<Range>& y) {
    const Range all = automaticX();
    const double smallest = choice().primary.isByStep() ? 4.0 : 1.0;
    Range next{std::max(x.low, all.low), std::min(x.high, all.high)};
    if (next.span() < smallest) {
        const double centre = (next.low + next.high) / 2.0;
        next = {centre - smallest / 2.0, centre + smallest / 2.0};
    }
    zoomX_ = next == all ? std::nullopt : std::optional(next);
    zoomY_ = y;
    hideReadout();
    refresh();
}

void ChartPanel::zoomAround(double place, double factor, bool vertical) {
    const AxisScale& axis = vertical ? canvas_->axes().y : canvas_->axes().x;
    const Range next{axis.valueAt(place - factor * place), axis.valueAt(place + factor * (1.0 - place))};
    if (vertical) {
        applyZoom(zoomX_.value_or(automaticX()), next);
    } else {
        applyZoom(next, zoomY_);
    }
}

void ChartPanel::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    updateTitle();
}

void ChartPanel::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        canvas_->setLook(PlotLook::fromPalette(palette(), font()));
        refresh();
    }
}

} // namespace roundoff::ui
