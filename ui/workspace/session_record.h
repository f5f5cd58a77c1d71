// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

class QSettings;

namespace roundoff::ui {

/// A window as it comes back at the next start.
struct WindowRecord {
    QString path;
    bool untitled = false;
    QByteArray geometry;
    int page = 0;

    bool operator==(const WindowRecord&) const = default;
};

/// The windows that are open, written whenever they change, so that they are known after a crash too.
struct SessionRecord {
    QList<WindowRecord> windows;
    bool ended = true; ///< The program has ended properly: nothing has to be recovered.

    bool operator==(const SessionRecord&) const = default;
};

[[nodiscard]] SessionRecord readSession(QSettings& settings);
void writeSession(QSettings& settings, const SessionRecord& session);

} // namespace roundoff::ui
