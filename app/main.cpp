// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"
#include "app/frontend.h"

int main(int argc, char** argv) {
    return roundoff::app::runCommandLine({argv + 1, argv + argc}, roundoff::app::makeFrontend(argc, argv));
}
