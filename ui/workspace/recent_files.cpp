// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/recent_files.h"

#include <QSettings>

#include "ui/workspace/experiment_files.h"

namespace roundoff::ui {
namespace {

constexpr auto kArrayKey = "files/recent";
constexpr auto kFilePathKey = "path";
constexpr auto kUsedKey = "used";

} // namespace

RecentFiles::RecentFiles(QSettings& settings, QObject* parent) : QObject(parent), settings_(settings) {
    const int count = settings_.beginReadArray(QLatin1String(kArrayKey));
    for (int index = 0; index < count && files_.size() < kMost; ++index) {
        settings_.setArrayIndex(index);
        const QString path = settings_.value(kFilePathKey).toString();
        if (!path.isEmpty()) {
            files_ << RecentFile{path, QDateTime::fromString(settings_.value(kUsedKey).toString(), Qt::ISODate)};
        }
    }
    settings_.endArray();
}

void RecentFiles::add(const QString& path) {
    const QString canonical = canonicalPath(path);
    files_.removeIf([&canonical](const RecentFile& file) { return file.path == canonical; });
    files_.prepend({canonical, QDateTime::currentDateTimeUtc()});
    files_.resize(std::min(files_.size(), kMost));
    write();
}

void RecentFiles::remove(const QString& path) {
    const QString canonical = canonicalPath(path);
    files_.removeIf([&](const RecentFile& file) { return file.path == path || file.path == canonical; });
    write();
}

void RecentFiles::clear() {
    files_.clear();
    write();
}

void RecentFiles::write() {
    settings_.remove(QLatin1String(kArrayKey));
    settings_.beginWriteArray(QLatin1String(kArrayKey), static_cast<int>(files_.size()));
    for (int index = 0; index < static_cast<int>(files_.size()); ++index) {
        settings_.setArrayIndex(index);
        settings_.setValue(kFilePathKey, files_[index].path);
        settings_.setValue(kUsedKey, files_[index].used.toString(Qt::ISODate));
    }
    settings_.endArray();
    emit changed();
}

} // namespace roundoff::ui
