// SPDX-License-Identifier: GPL-3.0-or-later
// Values of bytes, looked up and computed, against the table itself, bit for bit.
#include "targets_under_test.h"

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <type_traits>

#include "core/kernels/byte_table.h"

using namespace roundoff;

namespace {

std::vector<std::uint8_t> manyCodes(std::size_t count) {
    std::vector<std::uint8_t> codes(count);
    for (std::size_t i = 0; i < count; ++i) {
        codes[i] = static_cast<std::uint8_t>(i * 37 + i / 256);
    }
    return codes;
}

// (x / 255 - mean) / deviation
std::array<double, 256> normalised(double mean, double deviation) {
    std::array<double, 256> table{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        table[i] = (static_cast<double>(i) / 255.0 - mean) / deviation;
    }
    return table;
}

template <typename T>
std::array<T, 256> as(const std::array<double, 256>& exact) {
    std::array<T, 256> values{};
    for (std::size_t i = 0; i < values.size(); ++i) {
        values[i] = static_cast<T>(exact[i]);
    }
    return values;
}

template <typename T>
void checkValues(const kernels::ByteTable<T>& table, const std::array<T, 256>& values) {
    using Bits = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
    for (const std::size_t count : {0, 1, 7, 8, 9, 17, 784, 1000}) {
        const auto codes = manyCodes(count);
        std::vector<T> out(count + 1, T{-77});
        table(codes, out.data());
        for (std::size_t i = 0; i < count; ++i) {
            QCOMPARE(std::bit_cast<Bits>(out[i]), std::bit_cast<Bits>(values[codes[i]]));
        }
        QCOMPARE(out[count], T{-77});
    }
}

} // namespace

class TestByteTable : public QObject {
    Q_OBJECT

private slots:
    void normalisedInputsAreComputed_data() { tests::addTargetRows(); }
    void normalisedInputsAreComputed() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        for (const auto& exact : {normalised(0.1307, 0.3081), normalised(0.0, 1.0), normalised(0.286, 0.353)}) {
            const auto values = as<float>(exact);
            const kernels::ByteTable<float> table(values, exact);
            QVERIFY(table.isLine());
            checkValues(table, values);
            checkValues(kernels::ByteTable<double>(exact, exact), exact);
        }
    }

    void otherValuesAreLookedUp_data() { tests::addTargetRows(); }
    void otherValuesAreLookedUp() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        auto exact = normalised(0.1307, 0.3081);
        auto values = as<float>(exact);
        values[200] = std::nextafter(values[200], 10.0F); // One bit is enough.
        const kernels::ByteTable<float> table(values, exact);
        QVERIFY(!table.isLine());
        checkValues(table, values);
    }
};

QTEST_APPLESS_MAIN(TestByteTable)
#include "tst_byte_table.moc"
