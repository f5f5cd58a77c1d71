// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "core/store/experiment_file.h"

namespace roundoff::app {

/// Watches whether experiment files can be written while runs go on.
class FileTroubles {
public:
    explicit FileTroubles(std::vector<std::shared_ptr<store::ExperimentFile>> files);

    /// A line that says that a file cannot be written and what to do, once for as long as that lasts, or that it can be
    /// again; empty if there is nothing new.
    [[nodiscard]] std::string news();

private:
    struct Watched {
        std::shared_ptr<store::ExperimentFile> file;
        bool troubled = false;
    };
    std::vector<Watched> files_;
};

} // namespace roundoff::app
