// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include <QScrollArea>

#include "core/experiment/presets.h"
#include "ui/widgets/background.h"

class QGridLayout;

namespace roundoff::ui {

class PresetCard;
class RecentFiles;
class RecentList;

/// What there is to run: MNIST at once, and every experiment that ships as a card.
class StartPage : public QScrollArea {
    Q_OBJECT

public:
    /// @param problem  why there are no presets, if they could not be read
    StartPage(const std::vector<experiment::Preset>& presets, const QString& problem, QWidget* parent = nullptr);

    /// Lists them above the experiments.
    /// @param files  outlives the page; null for none
    void setRecentFiles(RecentFiles* files);

    /// Measures how long each card takes with so many runs at a time, one after the other in the background.
    void estimate(unsigned threads);

signals:
    /// @param run  whether to run it at once
    void presetRequested(int preset, bool run);
    void defaultRequested();
    void recentRequested(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    [[nodiscard]] QWidget* makeInvitation();

    std::vector<experiment::Preset> presets_;
    std::vector<PresetCard*> cards_;
    RecentList* recent_;
    QGridLayout* grid_;
    int columns_ = 0;
    Background background_;
};

} // namespace roundoff::ui
