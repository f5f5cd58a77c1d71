// SPDX-License-Identifier: GPL-3.0-or-later
// Known answers for philox4x32-10 from Random123's kat_vectors (D. E. Shaw Research).
#include <QTest>

#include <set>

#include "core/format/random_stream.h"

using namespace roundoff;
using Words = std::array<std::uint32_t, 4>;

class TestPhilox : public QObject {
    Q_OBJECT

private slots:
    void knownAnswers() {
        QVERIFY(format::philox4x32({0, 0, 0, 0}, {0, 0}) == (Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8}));
        QVERIFY(format::philox4x32({~0U, ~0U, ~0U, ~0U}, {~0U, ~0U}) ==
                (Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd}));
        QVERIFY(format::philox4x32({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, {0xa4093822, 0x299f31d0}) ==
                (Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1}));
    }

    void everyPartOfTheKeyMatters() {
        using format::Purpose;
        using format::RandomStream;
        const RandomStream base{1, Purpose::Shuffle, 2, 3, 4};
        std::set<std::uint64_t> seen;
        for (const RandomStream& stream :
             {base, RandomStream{2, Purpose::Shuffle, 2, 3, 4},
              RandomStream{1ULL << 32U | 1, Purpose::Shuffle, 2, 3, 4}, RandomStream{1, Purpose::Folds, 2, 3, 4},
              RandomStream{1, Purpose::Shuffle, 3, 3, 4}, RandomStream{1, Purpose::Shuffle, 2, 4, 4},
              RandomStream{1, Purpose::Shuffle, 2, 3, 5}}) {
            seen.insert(stream.wideAt(0));
        }
        QCOMPARE(seen.size(), std::size_t{7});
    }

    void uniformNumbersAreUniform() {
        const format::RandomStream stream{3, format::Purpose::Initialisation, 0, 0, 0};
        constexpr int kDraws = 200'000;
        std::array<int, 20> counts{};
        for (int i = 0; i < kDraws; ++i) {
            const double u = stream.uniformAt(static_cast<std::uint64_t>(i));
            QVERIFY(u >= 0.0 && u < 1.0);
            ++counts[static_cast<std::size_t>(u * 20.0)];
        }
        double chiSquare = 0.0;
        for (const int count : counts) {
            const double deviation = count - kDraws / 20.0;
            chiSquare += deviation * deviation / (kDraws / 20.0);
        }
        QVERIFY2(chiSquare < 43.8,
                 qPrintable(QString::number(chiSquare))); // 99.9 % of chi-square with 19 degrees of freedom.
    }
};

QTEST_APPLESS_MAIN(TestPhilox)
#include "tst_philox.moc"
