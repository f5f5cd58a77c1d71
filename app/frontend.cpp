// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frontend.h"

#include <cstdlib>

#ifdef ROUNDOFF_HAS_UI
#include <QString>

#include "app/figures.h"
#include "core/base/error.h"
#include "ui/run_window.h"
#endif

namespace roundoff::app {

#ifdef ROUNDOFF_HAS_UI

namespace {

bool isSet(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr && *value != '\0';
}

// Qt ends the process where it finds no display: this says so instead, as any other mistake is said.
void needDisplay() {
#if defined(__unix__) && !defined(__APPLE__)
    if (!isSet("DISPLAY") && !isSet("WAYLAND_DISPLAY") && !isSet("QT_QPA_PLATFORM")) {
        throw InputError(
            "there is no display to open a window on: use a command such as 'roundoff run bit-width --out results'");
    }
#endif
}

} // namespace

Frontend makeFrontend(int argc, char** argv) {
    return {[argc, argv](const std::string& file) {
                needDisplay();
                return ui::runWindow(argc, argv, QString::fromStdString(file));
            },
            writeFigures, writeReport};
}

#else

Frontend makeFrontend(int, char**) {
    return {};
}

#endif

} // namespace roundoff::app
