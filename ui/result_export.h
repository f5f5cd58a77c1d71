// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QString>

#include "core/experiment/inputs.h"
#include "core/store/results.h"

namespace roundoff::store {
class ExperimentFile;
}

namespace roundoff::ui {

class Session;

/// The results of a session as they are now, to be written by another thread.
class ResultExport {
public:
    explicit ResultExport(const Session& session);

    /// Writes tables, weights, specification, provenance and an experiment file; the latter not where the experiment's
    /// own lies already under that name.
    /// @returns what went wrong; empty if nothing did
    [[nodiscard]] QString write(const QString& folder) const;

private:
    std::shared_ptr<const store::ExperimentResults> results_;
    std::shared_ptr<experiment::Inputs> inputs_;
    std::shared_ptr<store::ExperimentFile> file_;
};

} // namespace roundoff::ui
