// SPDX-License-Identifier: GPL-3.0-or-later
// Google Benchmark's options, with the instruction set that ROUNDOFF_TARGET names, and Qt without a display.
#include <benchmark/benchmark.h>

#include <clocale>
#include <cstdio>

#include <QStandardPaths>

#include "core/base/error.h"
#include "core/kernels/targets.h"
#include "timed_application.h"

int main(int argc, char** argv) {
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
    }
    try {
        roundoff::kernels::useTargetFromEnvironment();
    } catch (const roundoff::InputError& error) {
        std::fprintf(stderr, "roundoff_window_bench: %s\n", error.what());
        return 2;
    }
    benchmark::AddCustomContext("target", roundoff::kernels::currentTarget());
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) {
        return 2;
    }
    const roundoff::benchmarks::TimedApplication application(argc, argv);
    std::setlocale(LC_NUMERIC, "C");
    QApplication::setOrganizationName(QStringLiteral("Roundoff"));
    QApplication::setApplicationName(QStringLiteral("roundoff_window_bench"));
    QApplication::setQuitOnLastWindowClosed(false);
    // The windows are given a folder of their own; this is for whatever does not ask them.
    QStandardPaths::setTestModeEnabled(true);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
