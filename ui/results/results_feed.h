// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include <QObject>
#include <QTimer>

#include "ui/results/results_report.h"
#include "ui/widgets/background.h"

namespace roundoff::ui {

class Session;

/// Keeps a report up with a session: made in the background, at most a few times a second while runs finish, and once
/// more when all is over.
class ResultsFeed : public QObject {
    Q_OBJECT

public:
    /// @param session  outlives the feed
    ResultsFeed(Session& session, std::vector<experiment::Preset> presets, QObject* parent = nullptr);

signals:
    void changed(const std::shared_ptr<const roundoff::ui::ResultsReport>& report);

private:
    void request();
    void begin();

    Session& session_;
    std::shared_ptr<const std::vector<experiment::Preset>> presets_;
    QTimer pause_;
    bool busy_ = false;
    bool again_ = false;
    Background background_;
};

} // namespace roundoff::ui
