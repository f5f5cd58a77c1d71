// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QList>
#include <QWidget>

#include "ui/results/named_figures.h"
#include "ui/widgets/background.h"

class QComboBox;
class QPushButton;
class QSettings;

namespace roundoff::ui {

class FigureCanvas;
class TintedLabel;

/// One of an experiment's figures, a chooser of them, and what can be done with them: copy and save.
class FigurePanel : public QWidget {
    Q_OBJECT

public:
    /// @param settings  outlives the panel
    explicit FigurePanel(QSettings& settings, QWidget* parent = nullptr);

    /// Keeps the figure that is chosen, if it is still there.
    /// @param emptyText  shown as long as there are no figures
    void setReport(std::shared_ptr<const ResultsReport> report, const QString& emptyText);

    /// Writes the chosen figure for print, in the kind of the file's ending.
    /// @throws InputError if that is not possible
    void savePictureTo(const QString& path) const;
    /// Writes all figures in the background; message() tells of the end.
    void saveAllTo(const QString& folder, const QStringList& formats, const FigureOptions& options);

signals:
    /// Something to tell: done, or what went wrong.
    void message(const QString& text, bool failed);

private:
    void showChosen();
    void savePicture();
    void saveAll();

    QSettings& settings_;
    std::shared_ptr<const ResultsReport> report_;
    QList<NamedFigure> figures_;
    QComboBox* chooser_;
    QPushButton* copy_;
    QPushButton* save_;
    QPushButton* saveAll_;
    FigureCanvas* canvas_;
    TintedLabel* caption_;
    TintedLabel* problems_;
    Background background_;
};

} // namespace roundoff::ui
