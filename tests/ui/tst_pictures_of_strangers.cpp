// SPDX-License-Identifier: GPL-3.0-or-later
#include <QPainter>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include "ui/charts/picture_file.h"
#include "ui/figures/figures.h"
#include "ui/report/html.h"

using namespace roundoff::ui;

namespace {

const QString kStranger = QStringLiteral("</title></svg><script>x</script><img src=\"a\" onload='b'>&amp; \\1 %1");

/// What a reader of XML finds: the elements' names, or why it is none.
QStringList elementsOf(const QByteArray& text) {
    QStringList names;
    QXmlStreamReader reader(text);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement) {
            names << reader.name().toString();
        }
    }
    return reader.hasError() ? QStringList{"error: " + reader.errorString()} : names;
}

QString titleOf(const QByteArray& text) {
    QXmlStreamReader reader(text);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == u"title") {
            return reader.readElementText();
        }
    }
    return {};
}

bool isOnlyDrawing(const QStringList& elements) {
    const QStringList drawing{"svg",      "title", "desc", "defs", "g",     "path",
                              "polyline", "rect",  "text", "line", "circle"};
    return !elements.isEmpty() &&
           std::all_of(elements.begin(), elements.end(), [&](const QString& name) { return drawing.contains(name); });
}

Figure strangeFigure() {
    return {.name = "../" + kStranger,
            .title = kStranger,
            .size = {{200, 100}},
            .paint = [](QPainter& painter, const QRectF& sheet,
                        const PlotLook&) { painter.drawText(sheet, Qt::AlignCenter, kStranger); },
            .csv = "a\r\n"};
}

} // namespace

/// Files that others will open: texts of strangers are texts in them, and their names stay in the folder.
class TstPicturesOfStrangers : public QObject {
    Q_OBJECT

private slots:
    void svg();
    void inlineInAPage();
    void html();
    void namesOfFiles();
};

void TstPicturesOfStrangers::svg() {
    const QByteArray picture = renderPicture(
        "svg", {{200, 100}}, kStranger,
        [](QPainter& painter, const QRectF& sheet) { painter.drawText(sheet, Qt::AlignCenter, kStranger); });
    QVERIFY2(isOnlyDrawing(elementsOf(picture)), qPrintable(elementsOf(picture).join(' ')));
    QCOMPARE(titleOf(picture), kStranger);
}

void TstPicturesOfStrangers::inlineInAPage() {
    const QByteArray picture = inlineSvg(strangeFigure(), {}, "figure-");
    QVERIFY2(isOnlyDrawing(elementsOf(picture)), qPrintable(elementsOf(picture).join(' ')));
    QCOMPARE(titleOf(picture), kStranger);
}

void TstPicturesOfStrangers::html() {
    const QString page = html::element("section", html::paragraph(kStranger) + html::list({kStranger}) +
                                                      html::table({kStranger}, {{kStranger}}));
    const QStringList elements = elementsOf(page.toUtf8());
    QCOMPARE(elements,
             QStringList({"section", "p", "ul", "li", "div", "table", "thead", "tr", "th", "tbody", "tr", "td"}));
}

void TstPicturesOfStrangers::namesOfFiles() {
    const QTemporaryDir directory;
    const QString folder = directory.filePath("figures");
    const QStringList paths = saveFigures({strangeFigure()}, folder, {"svg"}, {});
    QCOMPARE(paths.size(), 2);
    for (const QString& path : paths) {
        QVERIFY2(QFileInfo(path).canonicalPath() == QFileInfo(folder).canonicalFilePath(), qPrintable(path));
    }
    QCOMPARE(QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).size(), 2);
    QCOMPARE(QDir(directory.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList{"figures"});
}

QTEST_MAIN(TstPicturesOfStrangers)
#include "tst_pictures_of_strangers.moc"
