// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/experiment_files.h"

#include <system_error>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include "core/store/files.h"

namespace roundoff::ui {

std::filesystem::path toPath(const QString& path) {
    return {path.toStdU16String()};
}

QString fromPath(const std::filesystem::path& path) {
    return QString::fromStdU16String(path.u16string());
}

QString canonicalPath(const QString& path) {
    const QFileInfo info(path);
    if (const QString canonical = info.canonicalFilePath(); !canonical.isEmpty()) {
        return canonical;
    }
    const QString folder = QFileInfo(info.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? QDir::cleanPath(info.absoluteFilePath()) : QDir(folder).filePath(info.fileName());
}

void removeExperimentFile(const QString& path) {
    // What SQLite puts beside a database while it is written.
    for (const char* ending : {"", "-wal", "-shm", "-journal"}) {
        QFile::remove(path + QLatin1String(ending));
    }
}

QString shownFolder(const QString& path) {
    const QString folder = QFileInfo(path).absolutePath();
    const QString home = QDir::homePath();
    if (folder == home || folder.startsWith(home + QLatin1Char('/'))) {
        return QDir::toNativeSeparators(QLatin1Char('~') + folder.mid(home.size()));
    }
    return QDir::toNativeSeparators(folder);
}

QString UntitledFolder::newPath() const {
    store::makeFolder(toPath(folder_));
    // A name that nobody has thought of before: programs on several machines may share the folder.
    const QString name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    return QDir(folder_).filePath(name + QLatin1String(kExperimentEnding));
}

QStringList UntitledFolder::files() const {
    QStringList files;
    const auto found = QDir(folder_).entryInfoList({QLatin1Char('*') + QLatin1String(kExperimentEnding)}, QDir::Files,
                                                   QDir::Time | QDir::Reversed);
    for (const QFileInfo& file : found) {
        files << file.absoluteFilePath();
    }
    return files;
}

bool UntitledFolder::contains(const QString& path) const {
    return QFileInfo(canonicalPath(path)).absolutePath() == canonicalPath(folder_);
}

QString UntitledFolder::putAside(const QString& path) {
    const QString aside = path + QStringLiteral(".damaged");
    return QFile::rename(path, aside) ? aside : path;
}

} // namespace roundoff::ui
