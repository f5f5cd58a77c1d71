// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSemaphore>
#include <QTest>
#include <QThread>

#include "ui/weights/latest_only.h"

using namespace roundoff::ui;

class TstWeightsLatestOnly : public QObject {
    Q_OBJECT

private slots:
    void newsComeInTheThreadOfTheOwner() {
        LatestOnly latest;
        QThread* worker = nullptr;
        QThread* told = nullptr;
        latest.run([&](const LatestOnly::Turn& turn) {
            worker = QThread::currentThread();
            turn.tell([&] { told = QThread::currentThread(); });
        });
        QTRY_COMPARE(told, QThread::currentThread());
        QVERIFY(worker != told);
    }

    void onlyTheNewestWaits() {
        LatestOnly latest;
        QSemaphore begun;
        QSemaphore released;
        QList<int> told;
        const auto say = [&](int number) {
            return [&told, number](const LatestOnly::Turn& turn) { turn.tell([&told, number] { told << number; }); };
        };
        latest.run([&](const LatestOnly::Turn& turn) {
            begun.release();
            released.acquire();
            turn.tell([&] { told << 1; });
        });
        begun.acquire();
        for (const int number : {2, 3, 4, 5}) {
            latest.run(say(number));
        }
        released.release();
        QTRY_COMPARE(told, (QList<int>{1, 5}));
        // And it goes on with what comes later.
        latest.run(say(6));
        QTRY_COMPARE(told, (QList<int>{1, 5, 6}));
    }

    void whatIsAtWorkLearnsThatItIsNotWanted() {
        LatestOnly latest;
        QSemaphore begun;
        bool wantedAtFirst = false;
        bool second = false;
        latest.run([&](const LatestOnly::Turn& turn) {
            wantedAtFirst = turn.goOn();
            begun.release();
            while (turn.goOn()) {
                QThread::msleep(1);
            }
        });
        begun.acquire();
        latest.run([&](const LatestOnly::Turn& turn) { turn.tell([&] { second = true; }); });
        QTRY_VERIFY(second);
        QVERIFY(wantedAtFirst);
    }

    void endingStopsTheWorkAndTellsNothing() {
        bool told = false;
        {
            LatestOnly latest;
            QSemaphore begun;
            latest.run([&](const LatestOnly::Turn& turn) {
                begun.release();
                while (turn.goOn()) {
                    QThread::msleep(1);
                }
                turn.tell([&] { told = true; });
            });
            begun.acquire();
        }
        QTest::qWait(20);
        QVERIFY(!told);
    }
};

QTEST_MAIN(TstWeightsLatestOnly)
#include "tst_weights_latest_only.moc"
