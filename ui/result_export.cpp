// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result_export.h"

#include <exception>
#include <filesystem>
#include <system_error>

#include "core/store/experiment_file.h"
#include "core/store/results_file.h"
#include "ui/session.h"

namespace roundoff::ui {
namespace {

// What goes wrong, as it is told; empty if nothing does.
template <typename F>
QString problemOf(F write) {
    try {
        write();
        return {};
    } catch (const std::exception& exception) {
        return QString::fromUtf8(exception.what());
    }
}

} // namespace

ResultExport::ResultExport(const Session& session)
    : results_(std::make_shared<const store::ExperimentResults>(
          store::ExperimentResults{session.specification(), *session.plan(), session.results(), session.threads()})),
      inputs_(session.inputs()), file_(session.file()) {}

QString ResultExport::write(const QString& folder) const {
    const std::filesystem::path path(folder.toStdU16String());
    const std::filesystem::path file = path / "experiment.roundoff";
    const QString tables = problemOf([&] { store::writeResults(*results_, *inputs_, path); });
    std::error_code error;
    if (file_ != nullptr && std::filesystem::equivalent(file, file_->path(), error)) {
        return tables;
    }
    const QString experiment = problemOf([&] { store::writeResultsFile(*results_, file); });
    return tables.isEmpty() ? experiment : tables;
}

} // namespace roundoff::ui
