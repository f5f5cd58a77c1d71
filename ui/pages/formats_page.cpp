// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/formats_page.h"

#include <algorithm>

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/figures/format_remarks.h"
#include "ui/formats/density_view.h"
#include "ui/formats/format_choice.h"
#include "ui/formats/format_diagram_widget.h"
#include "ui/formats/format_panel.h"
#include "ui/formats/formats_model.h"
#include "ui/formats/number_line_panel.h"
#include "ui/formats/number_line_view.h"
#include "ui/formats/plot_saving.h"
#include "ui/formats/rounding_choice.h"
#include "ui/formats/value_reading.h"
#include "ui/weights/switch_row.h"
#include "ui/widgets/data_table.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/tinted_label.h"
#include "ui/window_settings.h"

namespace roundoff::ui {
namespace {

constexpr auto kFirstValue = "12.345"; // The paper's figure 1.
constexpr auto kFirstCompanions = "0.1 -3 0.02";
constexpr int kTableView = 2;

/// A number of the page with its name before it, not to be torn apart.
QWidget* named(const QString& name, QLineEdit* field, int letters) {
    auto* group = new QWidget(field->parentWidget());
    auto* label = new QLabel(name, group);
    label->setBuddy(field);
    field->setFixedWidth(field->fontMetrics().averageCharWidth() * letters);
    auto* row = new QHBoxLayout(group);
    row->setContentsMargins(0, 0, 8, 0);
    row->setSpacing(6);
    row->addWidget(label);
    row->addWidget(field);
    group->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return group;
}

QScrollArea* scrolled(QWidget* content) {
    auto* scroll = new QScrollArea(content->parentWidget());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

} // namespace

FormatsPage::FormatsPage(QSettings& settings, QWidget* parent)
    : QWidget(parent), settings_(settings), model_(new FormatsModel(this)),
      value_(new QLineEdit(QLatin1String(kFirstValue), this)),
      firstFormat_(new FormatChoice(tr("F&ormat"), QStringLiteral("FP32"), this)),
      secondFormat_(new FormatChoice(tr("&And"), QStringLiteral("FP16"), this)), modes_(new RoundingChoice(this)),
      companions_(new QLineEdit(QLatin1String(kFirstCompanions), this)),
      problem_(new TintedLabel(&ThemeColors::error, this)), remark_(new TintedLabel(&ThemeColors::muted, this)),
      views_(new SwitchRow({{QStringLiteral("bitsView"), tr("Bits")},
                            {QStringLiteral("lineView"), tr("Number line")},
                            {QStringLiteral("tableView"), tr("Table of formats")}},
                           this)),
      stack_(new QStackedWidget(this)), first_(new FormatPanel(this)), second_(new FormatPanel(this)),
      lines_(new NumberLinePanel(this)), table_(new DataTable(*model_, FormatsModel::kSortRole, this)) {
    setObjectName(QStringLiteral("formatsPage"));
    stack_->addWidget(scrolled(makeBits()));
    stack_->addWidget(scrolled(lines_));
    stack_->addWidget(makeTable());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 0);
    layout->setSpacing(8);
    layout->addWidget(makeHead());
    layout->addWidget(problem_);
    layout->addWidget(remark_);
    layout->addWidget(views_, 0, Qt::AlignLeft);
    layout->addWidget(stack_, 1);
    restore();
    refresh();

    connect(value_, &QLineEdit::textChanged, this, &FormatsPage::refresh);
    connect(companions_, &QLineEdit::textChanged, this, &FormatsPage::refresh);
    connect(modes_, &RoundingChoice::changed, this, &FormatsPage::refresh);
    for (const FormatChoice* choice : {firstFormat_, secondFormat_}) {
        connect(choice, &FormatChoice::changed, this, &FormatsPage::refresh);
    }
    connect(views_, &SwitchRow::chosen, this, [this](int index) {
        shownBefore_ = index == kTableView ? stack_->currentIndex() : 0;
        stack_->setCurrentIndex(index);
        settings_.setValue(kFormatsViewKey, index);
    });
    connect(lines_, &NumberLinePanel::logarithmicChanged, this,
            [this](bool logarithmic) { settings_.setValue(kFormatsLogarithmicKey, logarithmic); });
    for (PlotView* plot :
         std::initializer_list<PlotView*>{first_->diagram(), second_->diagram(), lines_->line(), lines_->density()}) {
        connectPlot(*plot);
    }
}

QWidget* FormatsPage::makeHead() {
    constexpr int kValueLetters = 26;
    constexpr int kCompanionsLetters = 40;
    value_->setObjectName(QStringLiteral("formatValue"));
    value_->setToolTip(tr("A number: decimal, C99 hexadecimal such as 0x1.8p3, inf or nan"));
    firstFormat_->setObjectName(QStringLiteral("firstChoice"));
    secondFormat_->setObjectName(QStringLiteral("secondChoice"));
    companions_->setObjectName(QStringLiteral("companions"));
    companions_->setToolTip(tr("Numbers that are quantised together with the value: the largest of all decides the "
                               "scale. Separate them by spaces or semicolons"));
    problem_->setObjectName(QStringLiteral("valueProblem"));
    problem_->setWordWrap(true);
    remark_->setObjectName(QStringLiteral("modeRemark"));
    remark_->setWordWrap(true);
    companionsRow_ = named(tr("&Shares its scale with"), companions_, kCompanionsLetters);
    auto* head = new QWidget(this);
    auto* flow = new FlowLayout(head);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->setSpacing(6);
    flow->addWidget(named(tr("Va&lue"), value_, kValueLetters));
    flow->addWidget(firstFormat_);
    flow->addWidget(secondFormat_);
    flow->addWidget(modes_);
    flow->addWidget(companionsRow_);
    return head;
}

QWidget* FormatsPage::makeBits() {
    first_->setObjectName(QStringLiteral("firstFormat"));
    second_->setObjectName(QStringLiteral("secondFormat"));
    auto* content = new QWidget(this);
    panels_ = new QBoxLayout(QBoxLayout::LeftToRight, content);
    panels_->setContentsMargins(0, 0, 0, 12);
    panels_->setSpacing(16);
    panels_->addWidget(first_, 1);
    panels_->addWidget(second_, 1);
    return content;
}

QWidget* FormatsPage::makeTable() {
    table_->setObjectName(QStringLiteral("formatsTable"));
    table_->setAccessibleName(tr("Formats"));
    table_->horizontalHeader()->setStretchLastSection(false);
    table_->setToolTip(tr("Double-click a format to see the number in it"));
    connect(table_, &QAbstractItemView::activated, this, [this](const QModelIndex& index) {
        firstFormat_->setFormat(model_->index(table_->sourceRow(index), 0).data().toString());
        views_->findChildren<QAbstractButton*>().at(shownBefore_)->setChecked(true);
    });
    return table_;
}

void FormatsPage::connectPlot(PlotView& plot) {
    connect(&plot, &PlotView::message, this, &FormatsPage::message);
    connect(&plot, &PlotView::saveRequested, this, [this, &plot] { savePlot(plot, settings_); });
}

void FormatsPage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Side by side they are compared best, as long as 16 bits fit into a row.
    constexpr int kLeastForTwo = 800;
    panels_->setDirection(width() < kLeastForTwo ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void FormatsPage::restore() {
    value_->setText(settings_.value(kFormatsValueKey, value_->text()).toString());
    companions_->setText(settings_.value(kFormatsCompanionsKey, companions_->text()).toString());
    firstFormat_->setFormat(settings_.value(kFormatsFirstKey, firstFormat_->name()).toString());
    secondFormat_->setFormat(settings_.value(kFormatsSecondKey, secondFormat_->name()).toString());
    modes_->setText(settings_.value(kFormatsModesKey).toString());
    lines_->setLogarithmic(settings_.value(kFormatsLogarithmicKey, false).toBool());
    const int view = std::clamp(settings_.value(kFormatsViewKey, 0).toInt(), 0, stack_->count() - 1);
    views_->findChildren<QAbstractButton*>().at(view)->setChecked(true);
    stack_->setCurrentIndex(view);
    restored_ = true;
}

FormatUse FormatsPage::useOf(const FormatChoice& choice, const std::vector<double>& companions) const {
    return {.format = choice.format(),
            .rounding = modes_->rounding(),
            .overflow = modes_->overflow(),
            .subnormals = modes_->subnormals(),
            .companions = companions};
}

bool FormatsPage::tellProblems(bool numbersRead) {
    QStringList problems;
    if (!numbersRead) {
        problems << tr("This is no number: try 0.1, 1e-3, 0x1.8p3, inf or nan");
    }
    for (const FormatChoice* choice : {firstFormat_, secondFormat_}) {
        if (!choice->problem().isEmpty()) {
            problems << choice->problem();
        }
    }
    problem_->setText(problems.join(u'\n'));
    problem_->setVisible(!problems.isEmpty());
    return problems.isEmpty();
}

void FormatsPage::refresh() {
    const std::optional<double> value = readNumber(value_->text());
    const std::optional<std::vector<double>> companions = readNumbers(companions_->text());
    const bool readable = tellProblems(value && companions);
    if (!value || !companions) {
        return;
    }
    // A format whose name is none any more stays as it was.
    const QList<FormatUse> uses{useOf(*firstFormat_, *companions), useOf(*secondFormat_, *companions)};
    first_->setNumber(uses[0], *value);
    second_->setNumber(uses[1], *value);
    lines_->setNumber(uses, *value);
    companionsRow_->setVisible(std::any_of(uses.begin(), uses.end(), hasSharedScale));
    const QStringList remarks = modeRemarks(uses, *value);
    remark_->setText(remarks.join(u'\n'));
    remark_->setVisible(!remarks.isEmpty());
    if (readable && restored_) {
        settings_.setValue(kFormatsValueKey, value_->text());
        settings_.setValue(kFormatsCompanionsKey, companions_->text());
        settings_.setValue(kFormatsFirstKey, firstFormat_->name());
        settings_.setValue(kFormatsSecondKey, secondFormat_->name());
        settings_.setValue(kFormatsModesKey, modes_->text());
    }
}

} // namespace roundoff::ui
