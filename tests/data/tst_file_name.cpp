// SPDX-License-Identifier: GPL-3.0-or-later
#include <random>

#include <QTest>

#include "core/data/file_name.h"
#include "tests/data/file_fixtures.h"

using roundoff::data::fileNameOf;

class TestFileName : public QObject {
    Q_OBJECT

private slots:
    void names_data();
    void names();
    void anyBytesStayInTheFolder();
};

void TestFileName::names_data() {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("name");
    const auto row = [](const char* name, const QByteArray& text, const QByteArray& expected) {
        QTest::newRow(name) << text << expected;
    };
    row("a run's id", "0123456789ab", "0123456789ab");
    row("a label", "FP16, fold 2 of 5", "FP16, fold 2 of 5");
    row("dots inside", "FIXED8.4", "FIXED8.4");
    row("umlauts", "Größe", "Größe");
    row("nothing", "", "unnamed");
    row("this folder", ".", "unnamed");
    row("the folder above", "..", "unnamed");
    row("a path above", "../../etc/passwd", "_.._etc_passwd");
    row("a path from the root", "/etc/passwd", "_etc_passwd");
    row("a path of Windows", "C:\\boot.ini", "C__boot.ini");
    row("a stream of Windows", "run.csv:hidden", "run.csv_hidden");
    row("wildcards and pipes", "a*b?c\"d<e>f|g", "a_b_c_d_e_f_g");
    row("controls", QByteArray("a\0b\nc\x1b[31md\x7f", 12), "a_b_c_[31md_");
    row("controls of Latin-1", "a\xc2\x85z", "a_z");
    row("text that runs the other way", "exe.\xe2\x80\xaegpj", "exe._gpj");
    row("no UTF-8", "a\xff\xc3(", "a__(");
    row("an overlong slash", "a\xc0\xafz", "a__z");
    row("a hidden file", ".bashrc", "bashrc");
    row("dots and spaces at the end", "name. . .", "name");
    row("spaces only", "   ", "unnamed");
    // "Naming Files, Paths, and Namespaces" in Microsoft's documentation names these.
    row("device", "NUL", "_NUL");
    row("device in lower case", "con", "_con");
    row("device with an ending", "aux.csv", "_aux.csv");
    row("device with two endings", "prn.tar.gz", "_prn.tar.gz");
    row("device with a space", "COM1 .txt", "_COM1 .txt");
    row("device of a superscript", "LPT\xc2\xb2", "_LPT\xc2\xb2");
    row("no device", "CONSOLE", "CONSOLE");
    row("no device either", "COM10", "COM10");
    row("long", QByteArray(1000, 'a'), QByteArray(120, 'a'));
    row("long, of letters of two bytes", "a" + QByteArray("ä").repeated(500), "a" + QByteArray("ä").repeated(59));
    row("long, with dots where it is cut", QByteArray(118, 'a') + "..b", QByteArray(118, 'a'));
}

void TestFileName::names() {
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, name);
    QCOMPARE(QByteArray::fromStdString(fileNameOf(text.toStdString())), name);
    QCOMPARE(QByteArray::fromStdString(fileNameOf(name.toStdString())), name);
}

/// The file system itself says where files of such names go.
void TestFileName::anyBytesStayInTheFolder() {
    const QTemporaryDir directory;
    const std::filesystem::path folder = roundoff::test::pathIn(directory, "inside");
    std::mt19937 generator(3);
    const std::string alphabet("./\\ ~:ab\0\n\xff\xc3\xa4\xe2\x80\xae", 16);
    for (int i = 0; i < 20'000; ++i) {
        std::string text;
        for (auto length = generator() % 12U; length > 0; --length) {
            text += alphabet[generator() % alphabet.size()];
        }
        const std::filesystem::path path = folder / fileNameOf(text);
        QVERIFY2(path.parent_path() == folder && path.lexically_normal() == path, text.c_str());
    }
}

QTEST_APPLESS_MAIN(TestFileName)
#include "tst_file_name.moc"
