// SPDX-License-Identifier: GPL-3.0-or-later
// What the page writes to files.
#include <exception>

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include "core/base/error.h"
#include "core/data/file_name.h"
#include "core/deploy/packed_weights.h"
#include "core/store/packed_file.h"
#include "ui/document/deployment_text.h"
#include "ui/pages/weights_page.h"
#include "ui/weights/histograms_view.h"
#include "ui/widgets/banner.h"

namespace roundoff::ui {
namespace {

/// "FP32, fold 2 of 5" and "DEC3" -> "fp32-fold-2-of-5-dec3"
QString fileName(const QString& run, const QString& deployment) {
    QString name;
    for (const QChar character : (run + u' ' + deployment).toLower()) {
        if (character.isLetterOrNumber()) {
            name += character;
        } else if (!name.endsWith(u'-')) {
            name += u'-';
        }
    }
    return QString::fromStdString(data::fileNameOf(name.toStdString()));
}

} // namespace

void WeightsPage::choosePackedFile() {
    const TrainedRun* run = currentRun();
    if (run == nullptr || !wanted_) {
        return;
    }
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    const QString proposal = folder.filePath(fileName(run->label, deploymentText(*wanted_)) +
                                             QStringLiteral(".packed.safetensors"));
    QString path = QFileDialog::getSaveFileName(this, tr("Save packed weights"), proposal,
                                                tr("Packed weights (*.safetensors)"));
    if (path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QStringLiteral(".safetensors");
    }
    savePackedTo(path);
}

void WeightsPage::savePackedTo(const QString& path) {
    const TrainedRun* run = currentRun();
    if (run == nullptr || !wanted_) {
        return;
    }
    const auto write = [result = run->result, seed = run->spec.training.seed, deployment = *wanted_,
                        path]() -> QString {
        try {
            const nn::WeightSnapshot rounded = deploy::apply(deployment, *result->weights.load(), seed);
            store::writePackedFile(std::filesystem::path(path.toStdU16String()),
                                   deploy::pack(deployment.format, rounded));
            return {};
        } catch (const std::exception& error) {
            return QString::fromUtf8(error.what());
        }
    };
    const std::size_t weights = run->result->weights.parameterCount();
    background_.run(write, [this, path, weights](const QString& problem) {
        const QLocale locale;
        if (!problem.isEmpty()) {
            banner_->show(Banner::Kind::Error, problem);
            return;
        }
        banner_->show(Banner::Kind::Notice,
                      tr("%1 written: %2 bytes, where FP32 takes %3.")
                          .arg(QDir::toNativeSeparators(path), locale.toString(QFileInfo(path).size()),
                               locale.toString(static_cast<qulonglong>(4 * weights))));
    });
}

void WeightsPage::choosePictureFile() {
    const TrainedRun* run = currentRun();
    if (run == nullptr || !histograms_->content().report) {
        return;
    }
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    const QString proposal = folder.filePath(fileName(histograms_->content().title, QStringLiteral("histograms")) +
                                             QStringLiteral(".svg"));
    QString path = QFileDialog::getSaveFileName(this, tr("Save histograms"), proposal,
                                                tr("Pictures (*.svg *.png *.pdf)"));
    if (path.isEmpty()) {
        return;
    }
    if (QFileInfo(path).suffix().isEmpty()) {
        path += QStringLiteral(".svg");
    }
    try {
        histograms_->savePicture(path);
        banner_->show(Banner::Kind::Notice,
                      tr("The histograms were written to %1.").arg(QDir::toNativeSeparators(path)));
    } catch (const InputError& error) {
        banner_->show(Banner::Kind::Error, QString::fromUtf8(error.what()));
    }
}

} // namespace roundoff::ui
