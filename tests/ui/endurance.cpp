// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/endurance.h"

#include <algorithm>

#include <QDir>
#include <QFile>

#ifdef __linux__
#include <ctime>
#include <malloc.h>
#include <unistd.h>
#endif

namespace roundoff::ui {
namespace {

#ifdef __linux__

std::size_t entries(const char* folder) {
    return QDir(QString::fromLatin1(folder)).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size();
}

Heartbeat::Milliseconds worked() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

/// For how long this thread could have run while others did (proc(5)): the second number, in nanoseconds.
Heartbeat::Milliseconds waitedForProcessor() {
    QFile file(QStringLiteral("/proc/thread-self/schedstat"));
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    return std::chrono::nanoseconds(file.readAll().split(' ').value(1).toLongLong());
}

#else

Heartbeat::Milliseconds worked() {
    return {};
}

Heartbeat::Milliseconds waitedForProcessor() {
    return {};
}

#endif

} // namespace

Resources Resources::now() {
    Resources resources;
#ifdef __linux__
    malloc_trim(0);
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (statm.open(QIODevice::ReadOnly)) {
        const auto pages = statm.readAll().split(' ').value(1).toULongLong();
        resources.residentBytes = pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
    }
    resources.handles = entries("/proc/self/fd");
    resources.threads = entries("/proc/self/task");
#endif
    return resources;
}

Heartbeat::Heartbeat(QObject* parent) : QObject(parent) {
    constexpr int kBeatMilliseconds = 5;
    timer_.setTimerType(Qt::PreciseTimer);
    timer_.setInterval(kBeatMilliseconds);
    connect(&timer_, &QTimer::timeout, this, &Heartbeat::beat);
    restart();
}

void Heartbeat::restart() {
    last_ = Clock::now();
    lastWaited_ = waitedForProcessor();
    lastWorked_ = worked();
    longestGap_ = {};
    longestStall_ = {};
    workInLongestStall_ = {};
    timer_.start();
}

QString Heartbeat::text() const {
    return QStringLiteral("longest gap %1 ms, stall %2 ms of which %3 at work")
        .arg(longestGap_.count(), 0, 'f', 0)
        .arg(longestStall_.count(), 0, 'f', 0)
        .arg(workInLongestStall_.count(), 0, 'f', 0);
}

void Heartbeat::beat() {
    const auto now = Clock::now();
    const Milliseconds waited = waitedForProcessor();
    const Milliseconds gap = now - last_;
    const Milliseconds work = worked();
    longestGap_ = std::max(longestGap_, gap);
    if (const Milliseconds stall = gap - (waited - lastWaited_); stall > longestStall_) {
        longestStall_ = stall;
        workInLongestStall_ = work - lastWorked_;
    }
    last_ = now;
    lastWaited_ = waited;
    lastWorked_ = work;
}

} // namespace roundoff::ui
