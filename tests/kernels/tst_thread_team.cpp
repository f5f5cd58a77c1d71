// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "core/kernels/thread_team.h"

using namespace roundoff;
using kernels::ThreadTeam;

class TestThreadTeam : public QObject {
    Q_OBJECT

private slots:
    void everyPartIsDoneOnce_data() {
        QTest::addColumn<unsigned>("threads");
        for (const unsigned threads : {0U, 1U, 2U, 3U, 8U}) {
            QTest::addRow("%u threads", threads) << threads;
        }
    }
    void everyPartIsDoneOnce() {
        QFETCH(unsigned, threads);
        ThreadTeam team(threads);
        QCOMPARE(team.size(), std::max<std::size_t>(threads, 1));
        // Many short jobs one after the other: a thread that comes late to one must not take from the next what is not
        // there, nor take a part twice.
        for (std::size_t job = 0; job < 3000; ++job) {
            const std::size_t parts = job % 23;
            std::array<std::atomic<int>, 23> done{};
            team.forEachPart(parts, [&](std::size_t part) { ++done[part]; });
            for (std::size_t part = 0; part < done.size(); ++part) {
                QCOMPARE(done[part].load(), part < parts ? 1 : 0);
            }
        }
    }

    // What a part writes without any lock is there when the job is over.
    void theLeaderSeesWhatOthersWrote() {
        ThreadTeam team(4);
        std::vector<std::size_t> numbers(1000);
        for (std::size_t job = 0; job < 500; ++job) {
            team.forEachPart(numbers.size(), [&](std::size_t part) { numbers[part] += part + job; });
        }
        for (std::size_t part = 0; part < numbers.size(); ++part) {
            QCOMPARE(numbers[part], 500 * part + 499 * 500 / 2);
        }
    }

    // Each part waits for another thread to have begun one as well, which it never would if the leader did all of them.
    void othersWorkAtTheSameTime() {
        ThreadTeam team(3);
        std::mutex mutex;
        std::set<std::thread::id> seen;
        std::atomic<int> begun{0};
        team.forEachPart(3, [&](std::size_t) {
            {
                const std::lock_guard lock(mutex);
                seen.insert(std::this_thread::get_id());
            }
            ++begun;
            while (begun.load() < 3) {
                std::this_thread::yield();
            }
        });
        QCOMPARE(seen.size(), std::size_t{3});
    }

    // Threads that have gone to sleep are woken, and a team that is asleep ends.
    void sleepersWake() {
        for (int repetition = 0; repetition < 5; ++repetition) {
            ThreadTeam team(2);
            for (int job = 0; job < 3; ++job) {
                std::this_thread::sleep_for(std::chrono::milliseconds(2)); // Longer than anyone looks out for a job.
                std::atomic<int> begun{0};
                team.forEachPart(2, [&](std::size_t) {
                    ++begun;
                    while (begun.load() < 2) {
                        std::this_thread::yield();
                    }
                });
                QCOMPARE(begun.load(), 2);
            }
        }
    }

    void rangesCoverAll_data() {
        QTest::addColumn<std::size_t>("count");
        QTest::addColumn<std::size_t>("grain");
        for (const std::size_t count : {0U, 1U, 7U, 64U, 65U, 1000U}) {
            for (const std::size_t grain : {1U, 16U, 64U, 5000U}) {
                QTest::addRow("%zu by %zu", count, grain) << count << grain;
            }
        }
    }
    void rangesCoverAll() {
        QFETCH(std::size_t, count);
        QFETCH(std::size_t, grain);
        ThreadTeam team(3);
        for (ThreadTeam* const helpers : {static_cast<ThreadTeam*>(nullptr), &team}) {
            std::vector<std::atomic<int>> touched(count);
            std::atomic<int> ranges{0};
            std::atomic<bool> aligned{true};
            kernels::divide(helpers, count, grain, [&](std::size_t first, std::size_t last) {
                ++ranges;
                aligned = aligned && first % grain == 0 && first < last;
                for (std::size_t i = first; i < last; ++i) {
                    ++touched[i];
                }
            });
            QVERIFY(aligned);
            QVERIFY(std::all_of(touched.begin(), touched.end(), [](const auto& n) { return n.load() == 1; }));
            const std::size_t most = std::min<std::size_t>(helpers == nullptr ? 1 : 3, (count + grain - 1) / grain);
            QCOMPARE(static_cast<std::size_t>(ranges.load()), most);
        }
    }
};

QTEST_APPLESS_MAIN(TestThreadTeam)
#include "tst_thread_team.moc"
