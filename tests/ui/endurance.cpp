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

Heartbeat::Milliseconds workOfThread() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return std::chrono::seconds(time.tv_sec) + std::chrono::nanoseconds(time.tv_nsec);
}

#else

Heartbeat::Milliseconds workOfThread() {
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
    lastWorked_ = workOfThread();
    longestGap_ = {};
    longestWork_ = {};
    timer_.start();
}

void Heartbeat::beat() {
    const auto now = Clock::now();
    const Milliseconds worked = workOfThread();
    longestGap_ = std::max<Milliseconds>(longestGap_, now - last_);
    longestWork_ = std::max(longestWork_, worked - lastWorked_);
    last_ = now;
    lastWorked_ = worked;
}

} // namespace roundoff::ui
