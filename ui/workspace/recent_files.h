// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

class QSettings;

namespace roundoff::ui {

struct RecentFile {
    QString path;
    QDateTime used; ///< When it was opened or saved last.

    bool operator==(const RecentFile&) const = default;
};

/// The files that were opened or saved last, newest first, remembered in the settings. Whether they are still there is
/// seen when one is chosen: looking at places that are far away may take long.
class RecentFiles : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype kMost = 10;

    /// @param settings  outlives this
    explicit RecentFiles(QSettings& settings, QObject* parent = nullptr);

    [[nodiscard]] const QList<RecentFile>& files() const { return files_; }
    void add(const QString& path);
    void remove(const QString& path);
    void clear();

signals:
    void changed();

private:
    void write();

    QSettings& settings_;
    QList<RecentFile> files_;
};

} // namespace roundoff::ui
