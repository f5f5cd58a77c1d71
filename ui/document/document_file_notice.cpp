// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document_file.h"

namespace roundoff::ui {

using Outside = store::ExperimentFile::Outside;

FileNotice DocumentFile::currentNotice() const {
    using Remedy = FileNotice::Remedy;
    const QString name = displayName();
    if (!file_) {
        return {
            tr("Neither the folder for experiments nor the one for temporary files can be written to: %1 is kept in "
               "memory only, and lost when the program ends.")
                .arg(name),
            true, Remedy::SaveAs};
    }
    if (look_.outside == Outside::Gone) {
        return {
            tr("%1 is not there any more: it was moved or deleted. This window still has all of it. Put the file back, "
               "or save it elsewhere.")
                .arg(name),
            true, Remedy::SaveAs};
    }
    if (look_.outside == Outside::Changed) {
        return {tr("%1 was changed by another program. Save what this window has elsewhere, or close it without saving "
                   "and open the file again.")
                    .arg(name),
                true, Remedy::SaveAs};
    }
    if (const QString problem = look_.problem.isEmpty() ? draftProblem_ : look_.problem; !problem.isEmpty()) {
        return {tr("%1 is not being saved at present: %2").arg(name, problem), true, Remedy::SaveAs};
    }
    if (!leftRunsOf_.isEmpty()) {
        return {
            tr("Another program has overwritten the runs that were kept in %1: they are not in %2. Run them again, or "
               "export what this window still shows of them.")
                .arg(leftRunsOf_, name),
            true, Remedy::None};
    }
    if (readOnly_) {
        return {tr("%1 can only be read: %2. What you change or run goes into a copy.").arg(name, whyReadOnly_), false,
                Remedy::SaveAs};
    }
    if (place_ == FilePlace::Temporary) {
        return {tr("The folder for experiments cannot be written to: %1 is kept in a temporary file until you save it.")
                    .arg(name),
                false, Remedy::SaveAs};
    }
    if (recovered_) {
        return {tr("%1 was recovered from a session that did not end properly.").arg(name), false, Remedy::Discard};
    }
    if (!origin_.isEmpty()) {
        return {tr("This is a copy of %1, which can only be read. It is not saved under a name of its own yet.")
                    .arg(origin_),
                false, Remedy::SaveAs};
    }
    return {};
}

} // namespace roundoff::ui
