// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>

#include <QMetaObject>
#include <QObject>
#include <QThreadPool>

namespace roundoff::ui {

/// One worker thread for work that must not hold up the window. Jobs run in the order in which they came; each one's
/// result comes back in the thread of this object. What has not come back when this object ends never does.
class Background : public QObject {
    Q_OBJECT

public:
    explicit Background(QObject* parent = nullptr);
    /// Drops the jobs that wait, and waits for the one at work.
    ~Background() override;

    /// @param work  runs in the worker thread and does not throw; what it captures is copied
    /// @param done  is called with the result of `work`, in the thread of this object
    template <typename Work, typename Done>
    void run(Work work, Done done) {
        pool_.start([this, work = std::move(work), done = std::move(done)] {
            QMetaObject::invokeMethod(
                this, [done, result = work()] { done(result); }, Qt::QueuedConnection);
        });
    }

private:
    QThreadPool pool_;
};

} // namespace roundoff::ui
