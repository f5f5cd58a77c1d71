// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QCoreApplication;

namespace roundoff::ui {

struct Language {
    QString code; ///< "de"; empty for the system's.
    QString name; ///< In that language.
};

/// The languages that the window speaks, the system's first.
[[nodiscard]] QList<Language> languages();

/// Installs the translations of our texts and Qt's own, before any widget is made.
/// @param code  of languages(); a system language that we do not have is English
void installLanguage(QCoreApplication& application, const QString& code);

} // namespace roundoff::ui
