// SPDX-License-Identifier: GPL-3.0-or-later
// The vectorised generator against the scalar one, whose known answers tst_philox checks.
#include "targets_under_test.h"

#include "core/kernels/random_span.h"

using namespace roundoff;

class TestRandomSpan : public QObject {
    Q_OBJECT

private slots:
    void equalsTheStream_data() { tests::addTargetRows(); }
    void equalsTheStream() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        const format::RandomStream stream{0xFEDCBA9876543210ULL, format::Purpose::Shuffle, 0x123456, 7, 8};
        for (const quint64 first : {0ULL, 1ULL, 6ULL, 4001ULL}) {
            for (const std::size_t count : {0, 1, 3, 4, 31, 64, 500}) {
                std::vector<std::uint32_t> numbers(count + 1, 42);
                kernels::fillRandom(stream, first, std::span(numbers).first(count));
                for (std::size_t i = 0; i < count; ++i) {
                    QCOMPARE(numbers[i], stream.at(first + i));
                }
                QCOMPARE(numbers[count], 42U);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestRandomSpan)
#include "tst_random_span.moc"
