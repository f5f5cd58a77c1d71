// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/weights/latest_only.h"

#include <utility>

#include <QMetaObject>

namespace roundoff::ui {

void LatestOnly::Turn::tell(std::function<void()> news) const {
    QMetaObject::invokeMethod(&owner_, std::move(news), Qt::QueuedConnection);
}

LatestOnly::LatestOnly(QObject* parent) : QObject(parent) {
    pool_.setMaxThreadCount(1);
}

LatestOnly::~LatestOnly() {
    {
        const std::lock_guard lock(mutex_);
        waiting_ = nullptr;
        superseded_ = true;
    }
    pool_.waitForDone();
}

void LatestOnly::run(Work work) {
    const std::lock_guard lock(mutex_);
    waiting_ = std::move(work);
    superseded_ = true;
    if (!working_) {
        working_ = true;
        pool_.start([this] { workOn(); });
    }
}

void LatestOnly::workOn() {
    while (true) {
        Work work;
        {
            const std::lock_guard lock(mutex_);
            if (!waiting_) {
                working_ = false;
                return;
            }
            work = std::exchange(waiting_, nullptr);
            superseded_ = false;
        }
        work(Turn(*this));
    }
}

} // namespace roundoff::ui
