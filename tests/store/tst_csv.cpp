// SPDX-License-Identifier: GPL-3.0-or-later
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <locale>
#include <optional>
#include <random>

#include <QTest>

#include "core/store/csv.h"

using roundoff::store::Csv;
using roundoff::store::exactText;

namespace {

// What a locale for people who write 1.234,5 does to numbers, without depending on which locales are installed.
class CommaPunctuation final : public std::numpunct<char> {
    char do_decimal_point() const override { return ','; }
    char do_thousands_sep() const override { return '.'; }
    std::string do_grouping() const override { return "\3"; }
};

std::string line(const Csv& csv) {
    constexpr std::size_t kHeader = 3; // "h" and CRLF.
    return csv.text().substr(kHeader);
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT

private slots:
    void numbersReadBack_data();
    void numbersReadBack();
    void randomBitsReadBack();
    void shortestText_data();
    void shortestText();
    void nanHasNoSign();
    void ignoresTheLocale();
    void quotes_data();
    void quotes();
    void guardsFormulas_data();
    void guardsFormulas();
    void leavesNumbersAlone();
    void emptyCells();
    void table();
};

void TestCsv::numbersReadBack_data() {
    using Limits = std::numeric_limits<double>;
    QTest::addColumn<double>("value");
    QTest::newRow("zero") << 0.0;
    QTest::newRow("negative zero") << -0.0;
    QTest::newRow("smallest subnormal") << Limits::denorm_min();
    QTest::newRow("negative smallest subnormal") << -Limits::denorm_min();
    QTest::newRow("largest subnormal") << std::nextafter(Limits::min(), 0.0);
    QTest::newRow("smallest normal") << Limits::min();
    QTest::newRow("largest") << Limits::max();
    QTest::newRow("lowest") << Limits::lowest();
    QTest::newRow("one tenth") << 0.1;
    QTest::newRow("one third") << 1.0 / 3.0;
    QTest::newRow("just above one") << std::nextafter(1.0, 2.0);
    QTest::newRow("just below one") << std::nextafter(1.0, 0.0);
    QTest::newRow("above the whole numbers") << 0x1p53 + 2.0;
    QTest::newRow("infinity") << Limits::infinity();
    QTest::newRow("negative infinity") << -Limits::infinity();
}

void TestCsv::numbersReadBack() {
    QFETCH(const double, value);
    const double back = std::strtod(exactText(value).c_str(), nullptr);
    QCOMPARE(std::bit_cast<std::uint64_t>(back), std::bit_cast<std::uint64_t>(value));
}

void TestCsv::randomBitsReadBack() {
    std::mt19937_64 generator(11);
    for (int i = 0; i < 50'000; ++i) {
        const auto value = std::bit_cast<double>(generator());
        if (std::isnan(value)) {
            continue;
        }
        const std::string text = exactText(value);
        const double back = std::strtod(text.c_str(), nullptr);
        QVERIFY2(std::bit_cast<std::uint64_t>(back) == std::bit_cast<std::uint64_t>(value), text.c_str());
    }
}

/// The shortest texts are those that Python's repr() gives (exponents written its way: at least two digits, with a
/// sign).
void TestCsv::shortestText_data() {
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("whole") << 100.0 << QByteArray("100");
    QTest::newRow("tenth") << 0.1 << QByteArray("0.1");
    QTest::newRow("sum that is not 0.3") << 0.1 + 0.2 << QByteArray("0.30000000000000004");
    QTest::newRow("large") << 1e22 << QByteArray("1e+22");
    QTest::newRow("small") << 2.5e-7 << QByteArray("2.5e-07");
    QTest::newRow("smallest") << 5e-324 << QByteArray("5e-324");
    QTest::newRow("pi") << 3.141592653589793 << QByteArray("3.141592653589793");
}

void TestCsv::shortestText() {
    QFETCH(const double, value);
    QFETCH(const QByteArray, text);
    QCOMPARE(QByteArray::fromStdString(exactText(value)), text);
}

void TestCsv::nanHasNoSign() {
    const double nan = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(exactText(nan), std::string("nan"));
    QCOMPARE(exactText(-nan), std::string("nan"));
}

void TestCsv::ignoresTheLocale() {
    const std::locale before = std::locale::global(std::locale(std::locale::classic(), new CommaPunctuation));
    Csv csv{"h"};
    csv.cell(1234.5).cell(1'234'567).endRow();
    std::locale::global(before);
    QCOMPARE(line(csv), std::string("1234.5,1234567\r\n"));
}

/// RFC 4180, section 2, rules 5 to 7.
void TestCsv::quotes_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << QByteArray("FP16") << QByteArray("FP16");
    QTest::newRow("empty") << QByteArray("") << QByteArray("");
    QTest::newRow("spaces stay") << QByteArray(" a b ") << QByteArray(" a b ");
    QTest::newRow("comma") << QByteArray("FP16, fold 1") << QByteArray("\"FP16, fold 1\"");
    QTest::newRow("quote") << QByteArray("a \"b\" c") << QByteArray("\"a \"\"b\"\" c\"");
    QTest::newRow("line feed") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("carriage return") << QByteArray("a\rb") << QByteArray("\"a\rb\"");
    QTest::newRow("only quotes") << QByteArray("\"\"") << QByteArray("\"\"\"\"\"\"");
    QTest::newRow("UTF-8") << QByteArray("Größe") << QByteArray("Größe");
}

void TestCsv::quotes() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, field);
    Csv csv{"h"};
    csv.cell(text.toStdString()).endRow();
    QCOMPARE(QByteArray::fromStdString(line(csv)), field + "\r\n");
}

/// The characters that OWASP's page "CSV Injection" names.
void TestCsv::guardsFormulas_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("equals") << QByteArray("=1+1") << QByteArray("'=1+1");
    QTest::newRow("plus") << QByteArray("+1") << QByteArray("'+1");
    QTest::newRow("minus") << QByteArray("-x") << QByteArray("'-x");
    QTest::newRow("at") << QByteArray("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::newRow("tab") << QByteArray("\t=1") << QByteArray("'\t=1");
    QTest::newRow("carriage return") << QByteArray("\r=1") << QByteArray("\"'\r=1\"");
    QTest::newRow("with a comma") << QByteArray("=A1,2") << QByteArray("\"'=A1,2\"");
    QTest::newRow("number") << QByteArray("-0.5") << QByteArray("-0.5");
    QTest::newRow("number with an exponent") << QByteArray("-2.5e-07") << QByteArray("-2.5e-07");
    QTest::newRow("negative infinity") << QByteArray("-inf") << QByteArray("-inf");
    QTest::newRow("number too large for a double") << QByteArray("-1e999") << QByteArray("-1e999");
    QTest::newRow("number and a formula") << QByteArray("-1+cmd|' /C calc'!A0") << QByteArray("'-1+cmd|' /C calc'!A0");
    QTest::newRow("NaN with a name") << QByteArray("-nan(1)") << QByteArray("'-nan(1)");
    QTest::newRow("minus alone") << QByteArray("-") << QByteArray("'-");
    QTest::newRow("in the middle") << QByteArray("a=b") << QByteArray("a=b");
}

void TestCsv::guardsFormulas() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, field);
    Csv csv{"h"};
    csv.cell(text.toStdString()).endRow();
    QCOMPARE(QByteArray::fromStdString(line(csv)), field + "\r\n");
}

void TestCsv::leavesNumbersAlone() {
    Csv csv{"h"};
    csv.cell(-1.5).cell(-2).cell(-std::numeric_limits<double>::infinity()).endRow();
    QCOMPARE(line(csv), std::string("-1.5,-2,-inf\r\n"));
}

void TestCsv::emptyCells() {
    Csv csv{"h"};
    csv.cell(std::optional<double>()).cell("").cell(std::optional<double>(0.0)).endRow();
    QCOMPARE(line(csv), std::string(",,0\r\n"));
}

void TestCsv::table() {
    Csv csv{"run", "loss"};
    csv.cell("a").cell(0.5).endRow();
    csv.cell("b").cell(std::uint64_t{18'446'744'073'709'551'615U}).endRow();
    QCOMPARE(csv.text(), std::string("run,loss\r\na,0.5\r\nb,18446744073709551615\r\n"));
}

QTEST_APPLESS_MAIN(TestCsv)
#include "tst_csv.moc"
