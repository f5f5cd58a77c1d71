// SPDX-License-Identifier: GPL-3.0-or-later
// A plugin for any Qt program that has a QMainWindow: prints "painted" when its first frame is complete, and closes it.
#include <cstdio>

#include <QCoreApplication>
#include <QEvent>
#include <QGenericPlugin>
#include <QMetaObject>
#include <QPointer>
#include <QWidget>

namespace roundoff::benchmarks {
namespace {

class FirstPaintWitness : public QObject {
public:
    FirstPaintWitness() { QCoreApplication::instance()->installEventFilter(this); }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (window_ == nullptr && event->type() == QEvent::Paint && watched->isWidgetType()) {
            QWidget* window = static_cast<QWidget*>(watched)->window();
            if (window->inherits("QMainWindow")) {
                window_ = window;
                // All of a frame is painted and brought to the screen before another event has its turn.
                QCoreApplication::postEvent(this, new QEvent(QEvent::User), Qt::HighEventPriority);
            }
        }
        return QObject::eventFilter(watched, event);
    }
    bool event(QEvent* event) override {
        if (event->type() != QEvent::User) {
            return QObject::event(event);
        }
        std::fputs("painted\n", stdout);
        std::fflush(stdout);
        if (window_ != nullptr) {
            QMetaObject::invokeMethod(window_, "close", Qt::QueuedConnection);
        }
        return true;
    }

private:
    QPointer<QWidget> window_;
};

} // namespace

class FirstPaintPlugin : public QGenericPlugin {
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "first_paint_witness.json")

public:
    QObject* create(const QString& /*name*/, const QString& /*specification*/) override {
        return new FirstPaintWitness;
    }
};

} // namespace roundoff::benchmarks

#include "first_paint_witness.moc"
