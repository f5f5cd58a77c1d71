// SPDX-License-Identifier: GPL-3.0-or-later
// From the start of the program, as a process of its own, until its window has painted its first frame. The program is
// the one that a person starts, unchanged: a plugin for Qt (first_paint_witness.cpp) is loaded into it, tells of the
// frame and closes the window. All starts have the same folder, so that the first one, which is not timed, makes all
// the others warm.
#include <benchmark/benchmark.h>

#include <chrono>
#include <string>

#include <QCoreApplication>
#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include "core/base/error.h"

namespace roundoff::benchmarks {
namespace {

using Clock = std::chrono::steady_clock;

class Starts {
public:
    Starts() {
        const QString home = folder_.path();
        const QDir beside(QCoreApplication::applicationDirPath());
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        // Where the program keeps settings and experiments.
        environment.insert(QStringLiteral("HOME"), home);
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), home + QStringLiteral("/config"));
        environment.insert(QStringLiteral("XDG_DATA_HOME"), home + QStringLiteral("/data"));
        environment.insert(QStringLiteral("XDG_CACHE_HOME"), home + QStringLiteral("/cache"));
        environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), home);
        environment.insert(QStringLiteral("QT_PLUGIN_PATH"), beside.filePath(QStringLiteral("bench_plugins")));
        environment.insert(QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("roundoff_first_paint"));
        process_.setProcessEnvironment(environment);
        process_.setProgram(beside.filePath(QStringLiteral("roundoff")));
    }

    /// Starts the program, and waits until it has ended again. @return the time until it had painted
    Clock::duration start() {
        constexpr int kMostMilliseconds = 20'000;
        const auto begin = Clock::now();
        process_.start(QIODevice::ReadOnly);
        const bool painted = process_.waitForReadyRead(kMostMilliseconds);
        const auto time = Clock::now() - begin;
        if (!painted || process_.readLine() != "painted\n") {
            process_.kill();
            process_.waitForFinished();
            throw InputError(process_.program().toStdString() +
                             " shows no window: " + process_.readAllStandardError().toStdString());
        }
        if (!process_.waitForFinished(kMostMilliseconds) || process_.exitCode() != 0) {
            throw InputError(process_.program().toStdString() + " does not end as it should");
        }
        return time;
    }

private:
    QTemporaryDir folder_;
    QProcess process_;
};

void firstPaint(benchmark::State& state) {
#if defined(__linux__)
    try {
        Starts starts;
        starts.start();
        for (auto _ : state) {
            state.SetIterationTime(std::chrono::duration<double>(starts.start()).count());
        }
    } catch (const InputError& error) {
        state.SkipWithError(error.what());
    }
#else
    state.SkipWithError("settings can be put into a folder of their own on Linux only");
#endif
}

BENCHMARK(firstPaint)->Name("first_paint")->Unit(benchmark::kMillisecond)->UseManualTime();

} // namespace
} // namespace roundoff::benchmarks
