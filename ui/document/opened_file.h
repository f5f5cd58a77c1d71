// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>

#include <QString>

#include "core/experiment/experiment_spec.h"
#include "core/store/experiment_file.h"

namespace roundoff::ui {

/// Where an experiment is kept.
enum class FilePlace : std::uint8_t {
    Titled,    ///< Where a person saved it.
    Untitled,  ///< In the application's data folder: it outlives the program.
    Temporary, ///< Where the system keeps files for a while, since the data folder cannot be written to.
    Nowhere,   ///< In memory only, since nothing can be written to.
};

/// A file with what a document needs of it, read in any thread.
struct OpenedFile {
    std::shared_ptr<store::ExperimentFile> file; ///< Null if it could not be opened.
    store::StoredSpecifications specifications;
    FilePlace place = FilePlace::Titled;
    QString error;            ///< Why there is none.
    bool withoutRuns = false; ///< Another program has overwritten those that it should have.
};

/// Opens an experiment that was saved, or kept untitled.
[[nodiscard]] OpenedFile openExperimentFile(const QString& path, FilePlace place);
/// Makes a new one.
[[nodiscard]] OpenedFile createExperimentFile(const QString& path, const experiment::ExperimentSpec& specification,
                                              FilePlace place);

} // namespace roundoff::ui
