// SPDX-License-Identifier: GPL-3.0-or-later
// Stochastic rounding gives the same bits on every target and however threads divide the work: what the reference makes
// of each value with its own random number.
#include "targets_under_test.h"

#include <cmath>
#include <cstring>
#include <thread>
#include <vector>

#include "core/format/names.h"
#include "core/format/quantise.h"
#include "core/kernels/quantise_span.h"
#include "core/kernels/random_span.h"

using namespace roundoff;
using format::RandomStream;
using format::Rounding;

namespace {

format::Quantisation stochastic(const format::Format& f) {
    return {f, Rounding::Stochastic, format::defaultOverflow(f), format::Subnormals::Keep};
}

// The same bits as numbers, so that -0 and 0 differ.
template <typename T>
bool sameBits(const std::vector<T>& a, const std::vector<T>& b) {
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(T)) == 0;
}

// Values of all sizes that FP16 has, and some beyond.
std::vector<float> variedValues(std::size_t count) {
    const RandomStream stream{5, format::Purpose::Initialisation, 0, 0, 0};
    std::vector<float> values(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto exponent = static_cast<int>(stream.at(2 * i) % 48) - 30;
        values[i] = static_cast<float>(std::ldexp(stream.uniformAt(count + i) * 2.0 - 1.0, exponent));
    }
    return values;
}

// Where pieces of a span begin that so many threads share, at odd places, and its end.
std::vector<std::size_t> oddCuts(std::size_t size, std::size_t threads) {
    std::vector<std::size_t> cuts;
    for (std::size_t t = 0; t < threads; ++t) {
        cuts.push_back(t == 0 ? 0 : (size * t / threads) | 1U);
    }
    cuts.push_back(size);
    return cuts;
}

template <typename Work>
void shared(std::size_t size, std::size_t threads, const Work& work) {
    const std::vector<std::size_t> cuts = oddCuts(size, threads);
    std::vector<std::jthread> workers;
    for (std::size_t t = 0; t < threads; ++t) {
        workers.emplace_back([&work, first = cuts[t], count = cuts[t + 1] - cuts[t]] { work(first, count); });
    }
}

} // namespace

class TestStochasticThreads : public QObject {
    Q_OBJECT

private slots:
    void sameBitsOnAnyTargetInAnyNumberOfThreads_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("threads");
        for (const std::string& target : kernels::availableTargets()) {
            for (const int threads : {1, 2, 4}) {
                QTest::addRow("%s, %d", target.c_str(), threads) << QString::fromStdString(target) << threads;
            }
        }
    }
    void sameBitsOnAnyTargetInAnyNumberOfThreads() {
        QFETCH(QString, target);
        QFETCH(int, threads);
        const tests::TargetScope scope(target);
        const RandomStream stream{77, format::Purpose::StochasticRounding, 3, 2, 1};
        constexpr std::uint64_t kFirst = 12'345; // In the middle of a tensor, and of a block of four numbers.
        const std::vector<float> values = variedValues(30'011);
        const auto compare = [&]<typename T>(const char* name, const std::vector<T>& from) {
            const format::Quantisation q = stochastic(format::parseFormat(name));
            std::vector<T> expected = from;
            for (std::size_t i = 0; i < from.size(); ++i) {
                expected[i] = format::quantise(q, from[i], stream.at(kFirst + i));
            }
            std::vector<T> rounded = from;
            const kernels::SpanQuantiser<T> quantise(q);
            shared(from.size(), static_cast<std::size_t>(threads), [&](std::size_t first, std::size_t count) {
                quantise(std::span(rounded).subspan(first, count), stream, kFirst + first);
            });
            QVERIFY2(sameBits(rounded, expected), name);
        };
        for (const char* name : {"FP16", "BF16", "FP8-E4M3", "DEC3"}) {
            compare(name, values);
        }
        for (const char* name : {"FIXED8.4", "E9M15", "DEC5"}) {
            compare(name, std::vector<double>(values.begin(), values.end()));
        }
    }

    void sameNumbersOnAnyTargetInAnyNumberOfThreads_data() { sameBitsOnAnyTargetInAnyNumberOfThreads_data(); }
    void sameNumbersOnAnyTargetInAnyNumberOfThreads() {
        QFETCH(QString, target);
        QFETCH(int, threads);
        const tests::TargetScope scope(target);
        const RandomStream stream{0xFEDCBA9876543210ULL, format::Purpose::StochasticRounding, 9, 8, 7};
        constexpr std::uint64_t kFirst = 4'000'000'003; // Close to the end of 32 bits.
        std::vector<std::uint32_t> numbers(10'007);
        shared(numbers.size(), static_cast<std::size_t>(threads), [&](std::size_t first, std::size_t count) {
            kernels::fillRandom(stream, kFirst + first, std::span(numbers).subspan(first, count));
        });
        for (std::size_t i = 0; i < numbers.size(); ++i) {
            QCOMPARE(numbers[i], stream.at(kFirst + i));
        }
    }
};

QTEST_APPLESS_MAIN(TestStochasticThreads)
#include "tst_stochastic_threads.moc"
