// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <exception>

#include <QString>

namespace roundoff::ui {

/// What went wrong in some work; empty if nothing did.
template <typename Work>
QString errorOf(const Work& work) {
    try {
        work();
        return {};
    } catch (const std::exception& error) {
        return QString::fromUtf8(error.what());
    }
}

} // namespace roundoff::ui
