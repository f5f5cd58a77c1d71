// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/precision_cell_text.h"

#include "core/experiment/policy_cell_text.h"

namespace roundoff::ui {

QString wordOf(std::string_view name) {
    return QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
}

QString roleFormatText(const nn::RoleFormat& role) {
    return QString::fromStdString(experiment::roleFormatText(role));
}

nn::RoleFormat parseRoleFormat(const QString& text) {
    return experiment::parseRoleFormat(text.simplified().toStdString());
}

QString accumulatorText(const nn::Accumulator& accumulator) {
    return QString::fromStdString(experiment::accumulatorText(accumulator));
}

nn::Accumulator parseAccumulator(const QString& text) {
    return experiment::parseAccumulator(text.simplified().toStdString());
}

} // namespace roundoff::ui
