// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include <QObject>
#include <QString>

#include "core/experiment/plan.h"
#include "core/experiment/sweep.h"
#include "ui/widgets/background.h"

namespace roundoff::store {
class ExperimentFile;
}

namespace roundoff::ui {

/// Reads in a thread of its own what a file holds of the runs of a plan: a few runs at a time, so that there is soon
/// something to show, and nobody who needs the file waits for long.
class KeptRunsReader : public QObject {
    Q_OBJECT

public:
    enum class Wanted : std::uint8_t {
        Results,   ///< What came of the runs, those that were stopped included.
        Beginnings ///< What a sweep need not do again.
    };

    using QObject::QObject;
    /// Waits for the few runs that are being read.
    ~KeptRunsReader() override;

    /// Begins with another plan; what was being read before does not come any more.
    /// @param file, plan  not null
    void begin(std::shared_ptr<store::ExperimentFile> file, std::shared_ptr<const experiment::Plan> plan,
               Wanted wanted);
    void cancel();

signals:
    /// @param first  the index in the plan of the first of these, which follow each other
    void read(std::size_t first, const std::vector<roundoff::experiment::RunBefore>& runs);
    /// There is no more.
    /// @param problem  what could not be read, and why; empty if all could
    void ended(const QString& problem);

private:
    struct Part {
        std::vector<experiment::RunBefore> runs;
        QString problem;
    };
    static Part readPart(const store::ExperimentFile& file, const experiment::Plan& plan, Wanted wanted,
                         std::size_t first);
    void readNext();

    std::shared_ptr<store::ExperimentFile> file_;
    std::shared_ptr<const experiment::Plan> plan_;
    Wanted wanted_ = Wanted::Results;
    std::size_t next_ = 0;   // run of the plan
    quint64 generation_ = 0; // tells what was asked for before from what is wanted now
    Background background_;
};

} // namespace roundoff::ui
