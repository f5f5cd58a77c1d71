// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/file_troubles.h"

#include <utility>

#include "core/data/display_text.h"

namespace roundoff::app {

FileTroubles::FileTroubles(std::vector<std::shared_ptr<store::ExperimentFile>> files) {
    for (auto& file : files) {
        files_.push_back({std::move(file)});
    }
}

std::string FileTroubles::news() {
    for (Watched& watched : files_) {
        const std::string problem = watched.file->problem();
        if (problem.empty() == !watched.troubled) {
            continue;
        }
        watched.troubled = !problem.empty();
        return watched.troubled
                   ? problem + " (the runs go on, and what is missing is written as soon as it can be)"
                   : data::displayPath(watched.file->path()) + ": can be written again, nothing is missing";
    }
    return {};
}

} // namespace roundoff::app
