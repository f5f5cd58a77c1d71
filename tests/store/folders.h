// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>

#include <QString>
#include <QStringList>

#include "core/base/error.h"
#include "core/store/files.h"
#include "tests/experiment/small_experiment.h"

namespace roundoff::test {

/// A specification with a title.
inline experiment::ExperimentSpec renamed(const char* title) {
    experiment::ExperimentSpec spec = smallExperiment();
    spec.title = title;
    return spec;
}

/// What is wrong when f is called; empty for nothing.
template <typename F>
QString messageOf(F f) {
    try {
        f();
    } catch (const InputError& error) {
        return QString::fromStdString(error.what());
    }
    return {};
}

/// Sorted.
inline QStringList namesIn(const std::filesystem::path& folder) {
    QStringList names;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        names << QString::fromStdString(entry.path().filename().string());
    }
    names.sort();
    return names;
}

inline std::string bytesOf(const std::filesystem::path& file) {
    return store::readFile(file, 100'000'000);
}

} // namespace roundoff::test
