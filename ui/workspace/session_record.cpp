// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workspace/session_record.h"

#include <QSettings>

namespace roundoff::ui {
namespace {

constexpr auto kEndedKey = "session/ended";
constexpr auto kWindowsKey = "session/windows";
constexpr auto kWindowPathKey = "path";
constexpr auto kUntitledKey = "untitled";
constexpr auto kGeometryKey = "geometry";
constexpr auto kPageKey = "page";
constexpr int kMostWindows = 100;

} // namespace

SessionRecord readSession(QSettings& settings) {
    SessionRecord session;
    session.ended = settings.value(kEndedKey, true).toBool();
    const int count = std::min(settings.beginReadArray(QLatin1String(kWindowsKey)), kMostWindows);
    for (int index = 0; index < count; ++index) {
        settings.setArrayIndex(index);
        WindowRecord window{settings.value(kWindowPathKey).toString(), settings.value(kUntitledKey).toBool(),
                            settings.value(kGeometryKey).toByteArray(), settings.value(kPageKey).toInt()};
        if (!window.path.isEmpty()) {
            session.windows << window;
        }
    }
    settings.endArray();
    return session;
}

void writeSession(QSettings& settings, const SessionRecord& session) {
    settings.setValue(kEndedKey, session.ended);
    settings.remove(QLatin1String(kWindowsKey));
    settings.beginWriteArray(QLatin1String(kWindowsKey), static_cast<int>(session.windows.size()));
    for (int index = 0; index < static_cast<int>(session.windows.size()); ++index) {
        const WindowRecord& window = session.windows[index];
        settings.setArrayIndex(index);
        settings.setValue(kWindowPathKey, window.path);
        settings.setValue(kUntitledKey, window.untitled);
        settings.setValue(kGeometryKey, window.geometry);
        settings.setValue(kPageKey, window.page);
    }
    settings.endArray();
    settings.sync(); // A program that is killed writes nothing more.
}

} // namespace roundoff::ui
