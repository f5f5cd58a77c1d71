// SPDX-License-Identifier: GPL-3.0-or-later
// What the page is made of, what it says while it is empty, and what it writes to files.
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "ui/charts/picture_file.h"
#include "ui/document/field_text.h"
#include "ui/numerics/exponent_panel.h"
#include "ui/numerics/loss_scale_panel.h"
#include "ui/numerics/matrix_panel.h"
#include "ui/numerics/over_time_panel.h"
#include "ui/numerics/telemetry_feed.h"
#include "ui/numerics/why_card.h"
#include "ui/pages/numerics_page.h"
#include "ui/widgets/tinted_label.h"

namespace roundoff::ui {

QWidget* NumericsPage::makeTopRow() {
    run_->setObjectName(QStringLiteral("numericsRun"));
    run_->setAccessibleName(tr("Run"));
    run_->setToolTip(tr("Which run is looked into: those of the experiment that have begun"));
    run_->setMinimumContentsLength(18);
    run_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    measure_->setObjectName(QStringLiteral("numericsMeasure"));
    measure_->setAccessibleName(tr("Measure"));
    measure_->setToolTip(tr("What is shown of each layer and role"));
    for (const Measure measure : kMeasures) {
        measure_->addItem(measureName(measure), measureKey(measure));
        measure_->setItemData(measure_->count() - 1, measureHelp(measure), Qt::ToolTipRole);
    }
    auto* row = new QWidget(this);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    const auto add = [&](const QString& text, QComboBox* box, int stretch) {
        auto* label = new QLabel(text, row);
        label->setBuddy(box);
        layout->addWidget(label);
        layout->addWidget(box, stretch);
    };
    add(tr("R&un"), run_, 3);
    layout->addSpacing(12);
    add(tr("&Measure"), measure_, 2);
    layout->addStretch(1);
    return row;
}

QWidget* NumericsPage::makeBody() {
    const auto add = [](QSplitter* splitter, const QString& name, const QList<QWidget*>& parts,
                        const QList<int>& sizes) {
        splitter->setObjectName(name);
        for (QWidget* part : parts) {
            splitter->addWidget(part);
        }
        splitter->setSizes(sizes);
        splitter->setChildrenCollapsible(false);
        splitter->setHandleWidth(10);
    };
    add(upper_, QStringLiteral("numericsUpper"), {matrix_, exponents_}, {520, 480});
    add(lower_, QStringLiteral("numericsLower"), {overTime_, lossScale_}, {600, 400});
    add(rows_, QStringLiteral("numericsRows"), {upper_, lower_}, {300, 320});
    lossScale_->setObjectName(QStringLiteral("lossScalePanel"));
    overTime_->setMinimumHeight(190);
    lossScale_->hide();

    notice_->setObjectName(QStringLiteral("numericsNotice"));
    notice_->setAlignment(Qt::AlignCenter);
    notice_->setWordWrap(true);
    note_->setObjectName(QStringLiteral("numericsNote"));
    note_->setWordWrap(true);
    note_->setText(tr("Nothing is rounded in this run: its formats are what the processor computes in. Choose a "
                      "narrower precision to see what that loses."));
    note_->hide();
    body_->addWidget(notice_);
    body_->addWidget(rows_);

    auto* content = new QWidget(this);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addWidget(makeTopRow());
    column->addWidget(why_);
    column->addWidget(note_);
    column->addWidget(body_, 1);
    // All of it fits a usual window; a long why or a low window makes it scroll.
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("numericsScroll"));
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 6, 8, 4);
    layout->addWidget(stack_);
    return scroll;
}

QWidget* NumericsPage::makeEmpty() {
    auto* empty = new TintedLabel(&ThemeColors::muted, this);
    empty->setObjectName(QStringLiteral("numericsEmpty"));
    empty->setAlignment(Qt::AlignCenter);
    empty->setWordWrap(true);
    empty->setText(tr("Nothing has run yet.\n\nPress Run (%1): while the networks learn, this page shows what rounding "
                      "does inside them,\nlayer by layer, and afterwards why one that broke did so.")
                       .arg(QKeySequence(Qt::CTRL | Qt::Key_R).toString(QKeySequence::NativeText)));
    return empty;
}

QString NumericsPage::notice(const ObservedRun& run) const {
    if (!run.telemetry().empty()) {
        return {};
    }
    const QString field = fieldLabel(experiment::fieldAt("training.telemetryStride"));
    if (run.spec.training.telemetryStride == 0) {
        return tr("Nobody looks inside this run.\n\nGive \u201c%1\u201d under Training a value such as 50 and run it "
                  "again:\nafter every so many steps it is then counted what rounding does in every layer.")
            .arg(field);
    }
    return run.result ? tr("The run ended before anyone looked inside it.\n\nA smaller \u201c%1\u201d under Training "
                           "looks earlier: 1 looks at every step.")
                            .arg(field)
                      : tr("Waiting for the first look inside: every %Ln step(s) of the training there is one.",
                           nullptr, run.spec.training.telemetryStride);
}

void NumericsPage::saveMatrixTo(const QString& path) const {
    const ObservedRun* run = currentRun();
    if (run != nullptr) {
        writeFile(path, QByteArray::fromStdString(matrix_->model().csv(run->info.label)));
    }
}

void NumericsPage::chooseCsvFile() {
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    QString path = QFileDialog::getSaveFileName(this, tr("Save table"), folder.filePath(QStringLiteral("numerics.csv")),
                                                tr("Tables (*.csv)"));
    if (path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QStringLiteral(".csv");
    }
    try {
        saveMatrixTo(path);
        emit message(tr("The table was written to %1.").arg(QDir::toNativeSeparators(path)), false);
    } catch (const InputError& error) {
        emit message(QString::fromUtf8(error.what()), true);
    }
}

} // namespace roundoff::ui
