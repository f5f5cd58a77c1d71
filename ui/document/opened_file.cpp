// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/opened_file.h"

#include <utility>

#include "ui/document/error_of.h"
#include "ui/workspace/experiment_files.h"

namespace roundoff::ui {

using store::ExperimentFile;

OpenedFile openExperimentFile(const QString& path, FilePlace place) {
    OpenedFile opened{nullptr, {}, place, {}};
    opened.error = errorOf([&] {
        auto file = ExperimentFile::open(toPath(path));
        opened.specifications = file->specifications();
        opened.file = std::move(file);
    });
    return opened;
}

OpenedFile createExperimentFile(const QString& path, const experiment::ExperimentSpec& specification, FilePlace place) {
    OpenedFile created{nullptr, {specification, {}, {}}, place, {}};
    created.error = errorOf([&] { created.file = ExperimentFile::create(toPath(path), specification); });
    return created;
}

} // namespace roundoff::ui
