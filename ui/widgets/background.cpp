// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/background.h"

namespace roundoff::ui {

Background::Background(QObject* parent) : QObject(parent) {
    pool_.setMaxThreadCount(1);
}

Background::~Background() {
    pool_.clear();
    pool_.waitForDone();
}

} // namespace roundoff::ui
