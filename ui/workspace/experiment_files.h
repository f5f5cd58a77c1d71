// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>

#include <QString>
#include <QStringList>

namespace roundoff::ui {

inline constexpr auto kExperimentEnding = ".roundoff";

[[nodiscard]] std::filesystem::path toPath(const QString& path);
[[nodiscard]] QString fromPath(const std::filesystem::path& path);

/// A path by which two names of one file are the same: absolute, links resolved as far as the file exists.
[[nodiscard]] QString canonicalPath(const QString& path);

/// Removes an experiment file that nobody has open, with all that may lie beside it.
void removeExperimentFile(const QString& path);

/// A place as people write it: native separators, the home folder as ~.
[[nodiscard]] QString shownFolder(const QString& path);

/// The folder of experiments that have no title yet.
class UntitledFolder {
public:
    explicit UntitledFolder(QString folder) : folder_(std::move(folder)) {}

    /// A path that no file has. The folder is made where there is none.
    /// @throws InputError if it cannot be made or written to
    [[nodiscard]] QString newPath() const;
    /// Oldest first.
    [[nodiscard]] QStringList files() const;
    [[nodiscard]] bool contains(const QString& path) const;
    /// Puts a file that cannot be opened aside, where it is not offered again. @return its new path
    static QString putAside(const QString& path);

private:
    QString folder_;
};

} // namespace roundoff::ui
