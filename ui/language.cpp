// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace roundoff::ui {
namespace {

void install(QCoreApplication& application, const QLocale& locale, const QString& name, const QString& folder) {
    auto* translator = new QTranslator(&application);
    if (translator->load(locale, name, QStringLiteral("_"), folder)) {
        QCoreApplication::installTranslator(translator);
    } else {
        delete translator;
    }
}

} // namespace

QList<Language> languages() {
    return {{QString(), QCoreApplication::translate("Language", "As the system")},
            {QStringLiteral("en"), QStringLiteral("English")},
            {QStringLiteral("de"), QStringLiteral("Deutsch")}};
}

void installLanguage(QCoreApplication& application, const QString& code) {
    const QLocale locale = code.isEmpty() ? QLocale::system() : QLocale(code);
    const bool known = locale.language() == QLocale::German || locale.language() == QLocale::English;
    QLocale::setDefault(known ? locale : QLocale(QLocale::English));
    const QString ours = QStringLiteral(":/translations");
    install(application, QLocale(), QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English plurals ("1 run", "2 runs") are a translation too.
    install(application, QLocale(), QStringLiteral("roundoff"), ours);
    install(application, QLocale(), QStringLiteral("core"), ours);
}

} // namespace roundoff::ui
