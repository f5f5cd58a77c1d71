// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/result_export.h"

#include <exception>
#include <filesystem>

#include "ui/session.h"

namespace roundoff::ui {

ResultExport::ResultExport(const Session& session)
    : results_(std::make_shared<const store::ExperimentResults>(
          store::ExperimentResults{session.specification(), *session.plan(), session.results(), session.threads()})),
      inputs_(session.inputs()) {}

QString ResultExport::write(const QString& folder) const {
    try {
        store::writeResults(*results_, *inputs_, std::filesystem::path(folder.toStdU16String()));
        return {};
    } catch (const std::exception& exception) {
        return QString::fromUtf8(exception.what());
    }
}

} // namespace roundoff::ui
