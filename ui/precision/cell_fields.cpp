// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/precision/cell_fields.h"

#include <algorithm>

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "core/experiment/policy_json.h"
#include "core/format/names.h"
#include "ui/document/precision_cell_text.h"
#include "ui/precision/labelled.h"
#include "ui/precision/matrix_view.h"
#include "ui/precision/policy_fields.h"
#include "ui/precision/policy_model.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {
namespace {

constexpr int kAsThePolicy = -1;

bool isNative(const QString& name) {
    return name.compare(QLatin1String("FP32"), Qt::CaseInsensitive) == 0 ||
           name.compare(QLatin1String("FP64"), Qt::CaseInsensitive) == 0;
}

QToolButton* commandButton(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(action->objectName() + QStringLiteral("Button"));
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
}

} // namespace

CellFields::CellFields(PolicyModel& model, MatrixView& view, QWidget* parent)
    : QWidget(parent), model_(model), view_(view), place_(new QLabel(this)),
      format_(choiceBox(QStringLiteral("cellFormat"), tr("Format of the selected cells"), this)),
      rounding_(choiceBox(QStringLiteral("cellRounding"), tr("Rounding of the selected cells"), this)),
      overflow_(choiceBox(QStringLiteral("cellOverflow"), tr("Overflow of the selected cells"), this)),
      chunk_(new QSpinBox(this)), problem_(new TintedLabel(&ThemeColors::error, this)) {
    constexpr int kFormatLetters = 18;
    QFont strong = place_->font();
    strong.setBold(true);
    place_->setFont(strong);
    place_->setObjectName(QStringLiteral("cellPlace"));
    place_->setTextFormat(Qt::PlainText);
    format_->setEditable(true);
    format_->setInsertPolicy(QComboBox::NoInsert);
    format_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    format_->setMinimumContentsLength(kFormatLetters);
    format_->setToolTip(tr("A format: one of the list, any E5M6, FIXED8.4, DEC3 or INT4-SYM-G64"));
    rounding_->addItem(tr("as the policy"), kAsThePolicy);
    for (const auto rounding : allRoundings()) {
        rounding_->addItem(wordOf(format::name(rounding)), static_cast<int>(rounding));
    }
    overflow_->addItem(tr("as the policy"), kAsThePolicy);
    for (const auto overflow : allOverflows()) {
        overflow_->addItem(wordOf(format::name(overflow)), static_cast<int>(overflow));
    }
    chunk_->setObjectName(QStringLiteral("cellChunk"));
    chunk_->setAccessibleName(tr("Chunk of the selected accumulators"));
    chunk_->setRange(0, experiment::kMaxChunk);
    chunk_->setSpecialValueText(tr("one chain"));
    chunk_->setKeyboardTracking(false);
    chunk_->setToolTip(tr("So many products are summed in the format, and these sums in FP32"));
    problem_->setObjectName(QStringLiteral("cellProblem"));
    problem_->setWordWrap(true);
    // What is above stays where it is when a problem comes and goes.
    QSizePolicy kept = problem_->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    problem_->setSizePolicy(kept);
    problem_->setMinimumHeight(fontMetrics().height());
    problem_->hide();

    auto* editors = new QHBoxLayout;
    editors->setSpacing(12);
    editors->addLayout(labelled(tr("&Format"), format_, this));
    editors->addLayout(labelled(tr("Ro&unding"), rounding_, this));
    editors->addLayout(labelled(tr("O&verflow"), overflow_, this));
    editors->addLayout(labelled(tr("C&hunk"), chunk_, this));
    editors->addStretch();
    editors->addWidget(commandButton(view.fillDownAction(), this), 0, Qt::AlignBottom);
    editors->addWidget(commandButton(view.clearAction(), this), 0, Qt::AlignBottom);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(place_);
    layout->addLayout(editors);
    layout->addWidget(problem_);

    connect(format_, &QComboBox::activated, this, &CellFields::takeFormat);
    connect(format_->lineEdit(), &QLineEdit::editingFinished, this, [this] {
        if (format_->lineEdit()->isModified()) {
            takeFormat();
        }
    });
    connect(rounding_, &QComboBox::activated, this, &CellFields::takeRounding);
    connect(overflow_, &QComboBox::activated, this, &CellFields::takeOverflow);
    connect(chunk_, &QSpinBox::valueChanged, this, &CellFields::takeChunk);
    connect(&view_, &MatrixView::selectionMoved, this, &CellFields::refresh);
    connect(&model_, &PolicyModel::policyChanged, this, &CellFields::refresh);
}

void CellFields::refresh() {
    const QModelIndex current = view_.currentIndex();
    const QModelIndexList cells = view_.cells();
    showProblem();
    setEnabled(current.isValid());
    if (!current.isValid()) {
        return;
    }
    place_->setText(placeText(cells));
    const QString text = current.data(Qt::EditRole).toString();
    CellProperties properties;
    bool readable = true;
    try {
        if (!text.isEmpty()) {
            properties = cellProperties(current.column(), text);
        }
    } catch (const InputError&) {
        readable = false; // Told as the problem of the cell.
    }
    if (offeredColumn_ != current.column()) {
        offeredColumn_ = current.column();
        format_->clear();
        format_->addItems(offeredFormats(offeredColumn_));
        format_->completer()->setFilterMode(Qt::MatchContains);
        format_->completer()->setCompletionMode(QCompleter::PopupCompletion);
    }
    const QString shown = readable ? current.data(Qt::DisplayRole).toString() : text;
    format_->setCurrentIndex(format_->findText(shown));
    format_->setEditText(shown);
    const bool onlyAccumulators = std::ranges::all_of(
        cells, [](const QModelIndex& cell) { return cell.column() == kAccumulatorColumn; });
    const bool hasFormat = !text.isEmpty() || onlyAccumulators;
    rounding_->setEnabled(readable && hasFormat);
    overflow_->setEnabled(readable && hasFormat);
    rounding_->setCurrentIndex(
        rounding_->findData(properties.rounding ? static_cast<int>(*properties.rounding) : kAsThePolicy));
    overflow_->setCurrentIndex(
        overflow_->findData(properties.overflow ? static_cast<int>(*properties.overflow) : kAsThePolicy));
    chunk_->setEnabled(readable && onlyAccumulators);
    const QSignalBlocker blocker(chunk_);
    chunk_->setValue(properties.chunk);
}

void CellFields::takeFormat() {
    const QModelIndex current = view_.currentIndex();
    const QString text = format_->currentText().simplified();
    const QModelIndexList cells = view_.cells();
    // Leaving the field does not give a cell a format of its own.
    if (!current.isValid() || (cells.size() == 1 && text == current.data(Qt::DisplayRole).toString())) {
        return;
    }
    format_->lineEdit()->setModified(false);
    // The words after the name stay, where only the name of one cell changes; FP32 and FP64 take none as accumulators.
    const bool native = current.column() == kAccumulatorColumn && isNative(text);
    QString detail;
    if (cells.size() == 1 && !text.isEmpty() && !text.contains(QLatin1Char(' ')) && !native) {
        detail = current.data(PolicyModel::kDetailRole).toString();
    }
    model_.setCells(cells, detail.isEmpty() ? text : text + QLatin1Char(' ') + detail);
}

void CellFields::takeRounding() {
    const int chosen = rounding_->currentData().toInt();
    model_.changeCells(view_.cells(), [chosen](CellProperties& properties) {
        properties.rounding.reset();
        if (chosen != kAsThePolicy) {
            properties.rounding = static_cast<format::Rounding>(chosen);
        }
    });
}

void CellFields::takeOverflow() {
    const int chosen = overflow_->currentData().toInt();
    model_.changeCells(view_.cells(), [chosen](CellProperties& properties) {
        properties.overflow.reset();
        if (chosen != kAsThePolicy) {
            properties.overflow = static_cast<format::Overflow>(chosen);
        }
    });
}

void CellFields::takeChunk(int chunk) {
    model_.changeCells(view_.cells(), [chunk](CellProperties& properties) { properties.chunk = chunk; });
}

void CellFields::showProblem() {
    const PolicyProblem& problem = model_.problem();
    const bool ofCell = problem.row >= 0;
    problem_->setText(ofCell ? tr("%1: %2").arg(placeText({model_.index(problem.row, problem.column)}), problem.text)
                             : QString());
    problem_->setVisible(ofCell);
}

QString CellFields::placeText(const QModelIndexList& cells) const {
    if (cells.size() != 1) {
        return tr("%1 cells").arg(cells.size());
    }
    const QString row = model_.headerData(cells.front().row(), Qt::Vertical, Qt::DisplayRole).toString();
    return tr("%1, %2", "layer, role").arg(row.section(QLatin1Char('\n'), 0, 0), columnLabel(cells.front().column()));
}

} // namespace roundoff::ui
