// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/figure_panel.h"

#include <algorithm>
#include <exception>
#include <utility>

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include "core/base/error.h"
#include "ui/figures/figures.h"
#include "ui/results/figure_canvas.h"
#include "ui/results/save_figures_dialog.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/tinted_label.h"
#include "ui/window_settings.h"

namespace roundoff::ui {

FigurePanel::FigurePanel(QSettings& settings, QWidget* parent)
    : QWidget(parent), settings_(settings), chooser_(new QComboBox(this)),
      copy_(new QPushButton(actionIcon(QStringLiteral("copy")), tr("Copy picture"), this)),
      save_(new QPushButton(actionIcon(QStringLiteral("save")), tr("Save picture..."), this)),
      saveAll_(new QPushButton(tr("Save all figures..."), this)), canvas_(new FigureCanvas(this)),
      caption_(new TintedLabel(&ThemeColors::muted, this)), problems_(new TintedLabel(&ThemeColors::warning, this)) {
    chooser_->setObjectName(QStringLiteral("figureChooser"));
    chooser_->setAccessibleName(tr("Figure"));
    chooser_->setToolTip(tr("Which figure of the experiment is shown"));
    chooser_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    copy_->setObjectName(QStringLiteral("copyFigure"));
    copy_->setToolTip(tr("Put the figure on the clipboard as a picture"));
    save_->setObjectName(QStringLiteral("saveFigure"));
    save_->setToolTip(tr("Save the figure for print, as SVG, PNG or PDF"));
    saveAll_->setObjectName(QStringLiteral("saveAllFigures"));
    saveAll_->setToolTip(tr("Save every figure of the experiment in a size of your choice, with its data"));
    caption_->setObjectName(QStringLiteral("figureCaption"));
    caption_->setWordWrap(true);
    problems_->setObjectName(QStringLiteral("figureProblems"));
    problems_->setWordWrap(true);
    connect(chooser_, &QComboBox::activated, this, &FigurePanel::showChosen);
    connect(copy_, &QPushButton::clicked, canvas_, &FigureCanvas::copy);
    connect(canvas_, &FigureCanvas::copied, this,
            [this] { emit message(tr("The figure is on the clipboard as a picture."), false); });
    connect(save_, &QPushButton::clicked, this, &FigurePanel::savePicture);
    connect(saveAll_, &QPushButton::clicked, this, &FigurePanel::saveAll);

    auto* head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(chooser_);
    head->addStretch();
    head->addWidget(copy_);
    head->addWidget(save_);
    head->addWidget(saveAll_);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addLayout(head);
    layout->addWidget(canvas_);
    layout->addWidget(caption_);
    layout->addWidget(problems_);
}

void FigurePanel::setReport(std::shared_ptr<const ResultsReport> report, const QString& emptyText) {
    const QString chosen = chooser_->currentText();
    report_ = std::move(report);
    NamedFigures made = namedFigures(*report_);
    figures_ = std::move(made.figures);
    chooser_->clear();
    for (const NamedFigure& figure : std::as_const(figures_)) {
        chooser_->addItem(figure.name);
    }
    chooser_->setCurrentIndex(figures_.isEmpty() ? -1 : std::max(0, chooser_->findText(chosen)));
    chooser_->setVisible(!figures_.isEmpty());
    for (QPushButton* button : {copy_, save_, saveAll_}) {
        button->setVisible(!figures_.isEmpty());
    }
    problems_->setText(made.problems.join(QLatin1Char('\n')));
    problems_->setVisible(!made.problems.isEmpty());
    if (figures_.isEmpty()) {
        canvas_->clear(emptyText);
        caption_->hide();
    } else {
        showChosen();
    }
}

void FigurePanel::showChosen() {
    const NamedFigure& chosen = figures_[chooser_->currentIndex()];
    canvas_->setFigure(chosen.figure);
    caption_->setVisible(!chosen.caption.isEmpty());
    caption_->setText(tr("The paper's caption: \u201c%1\u201d").arg(chosen.caption));
}

void FigurePanel::savePictureTo(const QString& path) const {
    // Made anew in the size for print.
    const FigureOptions options = savedFigureOptions(settings_);
    const NamedFigures made = namedFigures(*report_, options);
    const Figure& figure = made.figures[chooser_->currentIndex()].figure;
    writeFile(path,
              renderPicture(QFileInfo(path).suffix().toLower(), figure.size, figure.title, onPaper(figure, options)));
}

void FigurePanel::savePicture() {
    const QString name = figures_[chooser_->currentIndex()].figure.name + QStringLiteral(".svg");
    QString path = QFileDialog::getSaveFileName(this, tr("Save picture"), QDir(lastFolder(settings_)).filePath(name),
                                                tr("Pictures (*.svg *.png *.pdf)"));
    if (path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QStringLiteral(".svg");
    }
    setLastFolder(settings_, QFileInfo(path).path());
    try {
        savePictureTo(path);
        emit message(tr("The figure was written to %1.").arg(QDir::toNativeSeparators(path)), false);
    } catch (const InputError& error) {
        emit message(QString::fromUtf8(error.what()), true);
    }
}

void FigurePanel::saveAll() {
    SaveFiguresDialog dialog(settings_, this);
    if (dialog.exec() == QDialog::Accepted) {
        saveAllTo(dialog.folder(), dialog.formats(), dialog.options());
    }
}

void FigurePanel::saveAllTo(const QString& folder, const QStringList& formats, const FigureOptions& options) {
    struct Outcome {
        qsizetype files = 0;
        QString error;
    };
    saveAll_->setEnabled(false);
    background_.run(
        [report = report_, folder, formats, options] {
            try {
                QList<Figure> figures;
                for (NamedFigure& named : namedFigures(*report, options).figures) {
                    figures.append(std::move(named.figure));
                }
                return Outcome{saveFigures(figures, folder, formats, options).size(), QString()};
            } catch (const std::exception& error) {
                return Outcome{0, QString::fromUtf8(error.what())};
            }
        },
        [this, folder](const Outcome& outcome) {
            saveAll_->setEnabled(true);
            if (outcome.error.isEmpty()) {
                emit message(tr("%n file(s) were written to %1.", nullptr, static_cast<int>(outcome.files))
                                 .arg(QDir::toNativeSeparators(folder)),
                             false);
            } else {
                emit message(outcome.error, true);
            }
        });
}

} // namespace roundoff::ui
