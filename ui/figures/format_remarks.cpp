// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/format_remarks.h"

#include <cmath>

#include <QCoreApplication>

#include "core/format/names.h"

namespace roundoff::ui {

namespace {

struct FormatRemarksText {
    Q_DECLARE_TR_FUNCTIONS(FormatRemarks)
};

QString overflowRemark(const FormatUse& use) {
    if (!use.overflow || *use.overflow == overflowOf(use) ||
        format::scalarFormatOf<format::Decimal>(use.format) != nullptr) {
        return {};
    }
    const std::string_view done = format::name(overflowOf(use));
    const QString doneText = QString::fromUtf8(done.data(), static_cast<qsizetype>(done.size()));
    return *use.overflow == format::Overflow::ToInfinity
               ? FormatRemarksText::tr("%1 has no infinity to overflow to; shown with %2.").arg(nameOf(use), doneText)
               : FormatRemarksText::tr("%1 does not overflow to NaN; shown with %2.").arg(nameOf(use), doneText);
}

QString nanRemark(const FormatUse& use, double value) {
    if (!std::isnan(value) || std::isnan(storedValue(use, value, 0))) {
        return {};
    }
    return binaryFloatOf(use) != nullptr
               ? FormatRemarksText::tr("%1 has no NaN: it becomes the largest finite value.").arg(nameOf(use))
               : FormatRemarksText::tr("%1 has no NaN: it becomes 0.").arg(nameOf(use));
}

} // namespace

QStringList modeRemarks(const QList<FormatUse>& uses, double value) {
    QStringList remarks;
    for (const FormatUse& use : uses) {
        for (const QString& remark : {overflowRemark(use), nanRemark(use, value)}) {
            if (!remark.isEmpty() && !remarks.contains(remark)) {
                remarks << remark;
            }
        }
    }
    return remarks;
}

} // namespace roundoff::ui
