// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/results/save_figures_dialog.h"

#include <algorithm>

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QVBoxLayout>

#include "ui/charts/picture_file.h"
#include "ui/widgets/tinted_label.h"
#include "ui/window_settings.h"

namespace roundoff::ui {
namespace {

constexpr auto kWidthKey = "figures/widthMm";
constexpr auto kHeightKey = "figures/heightMm";
constexpr auto kFontKey = "figures/fontPt";
constexpr auto kDpiKey = "figures/dpi";
constexpr auto kFormatsKey = "figures/formats";
constexpr auto kFolderKey = "figures/folder";

// What a page can hold and a printer can show.
constexpr double kLeastMm = 40.0;
constexpr double kMostMm = 500.0;
constexpr double kLeastPt = 4.0;
constexpr double kMostPt = 36.0;
constexpr int kLeastDpi = 50;
constexpr int kMostDpi = 1200;

QDoubleSpinBox* lengthBox(const QString& name, const QString& suffix, double low, double high, double value,
                          QWidget* parent) {
    auto* box = new QDoubleSpinBox(parent);
    box->setObjectName(name);
    box->setDecimals(1);
    box->setRange(low, high);
    box->setSuffix(suffix);
    box->setValue(value);
    return box;
}

} // namespace

FigureOptions savedFigureOptions(const QSettings& settings) {
    FigureOptions options;
    options.widthMm = std::clamp(settings.value(kWidthKey, options.widthMm).toDouble(), kLeastMm, kMostMm);
    options.heightMm = std::clamp(settings.value(kHeightKey, options.heightMm).toDouble(), kLeastMm, kMostMm);
    options.fontPt = std::clamp(settings.value(kFontKey, options.fontPt).toDouble(), kLeastPt, kMostPt);
    options.dpi = std::clamp(settings.value(kDpiKey, options.dpi).toInt(), kLeastDpi, kMostDpi);
    return options;
}

SaveFiguresDialog::SaveFiguresDialog(QSettings& settings, QWidget* parent) : QDialog(parent), settings_(settings) {
    setObjectName(QStringLiteral("saveFiguresDialog"));
    setWindowTitle(tr("Save all figures"));
    const FigureOptions options = savedFigureOptions(settings);
    width_ = lengthBox(QStringLiteral("figureWidth"), tr(" mm"), kLeastMm, kMostMm, options.widthMm, this);
    height_ = lengthBox(QStringLiteral("figureHeight"), tr(" mm"), kLeastMm, kMostMm, options.heightMm, this);
    height_->setToolTip(tr("At least: a figure with very many rows is higher"));
    font_ = lengthBox(QStringLiteral("figureFont"), tr(" pt"), kLeastPt, kMostPt, options.fontPt, this);
    dpi_ = new QSpinBox(this);
    dpi_->setObjectName(QStringLiteral("figureDpi"));
    dpi_->setRange(kLeastDpi, kMostDpi);
    dpi_->setSuffix(tr(" dpi"));
    dpi_->setValue(options.dpi);
    dpi_->setToolTip(tr("Resolution of PNG; SVG and PDF have none"));

    auto* kinds = new QHBoxLayout;
    const QStringList chosen = settings.value(kFormatsKey, QStringList{QStringLiteral("svg")}).toStringList();
    for (const QString& format : pictureFormats()) {
        auto* box = new QCheckBox(format.toUpper(), this);
        box->setObjectName(QStringLiteral("figureFormat.") + format);
        box->setProperty("format", format);
        box->setChecked(chosen.contains(format));
        connect(box, &QCheckBox::toggled, this, &SaveFiguresDialog::updateButtons);
        kinds->addWidget(box);
        formats_ << box;
    }
    kinds->addStretch();

    folder_ = new QLineEdit(settings.value(kFolderKey, lastFolder(settings)).toString(), this);
    folder_->setObjectName(QStringLiteral("figureFolder"));
    folder_->setMinimumWidth(320);
    connect(folder_, &QLineEdit::textChanged, this, &SaveFiguresDialog::updateButtons);
    auto* browse = new QPushButton(tr("Choose..."), this);
    browse->setToolTip(tr("Choose the folder that the figures are written to"));
    browse->setAutoDefault(false);
    connect(browse, &QPushButton::clicked, this, &SaveFiguresDialog::chooseFolder);
    auto* place = new QHBoxLayout;
    place->addWidget(folder_, 1);
    place->addWidget(browse);

    hint_ = new TintedLabel(&ThemeColors::muted, this);
    hint_->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    save_ = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    save_->setObjectName(QStringLiteral("figureSave"));
    save_->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &SaveFiguresDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &SaveFiguresDialog::reject);

    auto* form = new QFormLayout;
    form->addRow(tr("&Width"), width_);
    form->addRow(tr("&Height"), height_);
    form->addRow(tr("&Font size"), font_);
    form->addRow(tr("&Resolution"), dpi_);
    form->addRow(tr("Files"), kinds);
    form->addRow(tr("F&older"), place);
    static_cast<QLabel*>(form->labelForField(place))->setBuddy(folder_); // NOLINT(*-static-cast-downcast)
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(hint_);
    layout->addWidget(buttons);
    updateButtons();
}

FigureOptions SaveFiguresDialog::options() const {
    return {.widthMm = width_->value(), .heightMm = height_->value(), .fontPt = font_->value(), .dpi = dpi_->value()};
}

QStringList SaveFiguresDialog::formats() const {
    QStringList chosen;
    for (const QCheckBox* box : formats_) {
        if (box->isChecked()) {
            chosen << box->property("format").toString();
        }
    }
    return chosen;
}

QString SaveFiguresDialog::folder() const {
    return QDir::fromNativeSeparators(folder_->text().trimmed());
}

void SaveFiguresDialog::accept() {
    const FigureOptions chosen = options();
    settings_.setValue(kWidthKey, chosen.widthMm);
    settings_.setValue(kHeightKey, chosen.heightMm);
    settings_.setValue(kFontKey, chosen.fontPt);
    settings_.setValue(kDpiKey, chosen.dpi);
    settings_.setValue(kFormatsKey, formats());
    settings_.setValue(kFolderKey, folder());
    QDialog::accept();
}

void SaveFiguresDialog::chooseFolder() {
    const QString chosen = QFileDialog::getExistingDirectory(this, tr("Folder for the figures"), folder());
    if (!chosen.isEmpty()) {
        folder_->setText(QDir::toNativeSeparators(chosen));
    }
}

void SaveFiguresDialog::updateButtons() {
    const bool kind = !formats().isEmpty();
    const bool place = !folder().isEmpty();
    hint_->setText(!kind    ? tr("Choose at least one kind of file.")
                   : !place ? tr("Choose a folder.")
                            : tr("The data of each figure are written beside it as CSV."));
    save_->setEnabled(kind && place);
}

} // namespace roundoff::ui
