// SPDX-License-Identifier: GPL-3.0-or-later
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTextDocument>
#include <QTextEdit>

#include "core/experiment/spec_json.h"
#include "tests/ui/ui_fixtures.h"
#include "ui/main_window.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

constexpr int kPatience = 120'000;

/// What a stranger may have written wherever a file has a text.
const QString kStranger = QStringLiteral("strange<b>r</b> &x <img src=\"file:///etc/passwd\">");

bool isStrange(const QString& text) {
    return text.contains(QStringLiteral("strange"));
}

/// Whether Qt would take a text with the stranger's for HTML, which it is not where all of it was escaped.
bool isMarkup(const QString& text) {
    return isStrange(text) && Qt::mightBeRichText(text) &&
           (text.contains(QStringLiteral("<img")) || text.contains(QStringLiteral("<b>r")));
}

/// Whether the stranger's ampersand would mark a letter.
bool hasMnemonic(const QString& text) {
    const qsizetype at = text.indexOf(QStringLiteral("&x"));
    return isStrange(text) && at >= 0 && (at == 0 || text[at - 1] != u'&');
}

/// Where a window shows a stranger's text as more than text.
class Walk {
public:
    QStringList faults;
    int strange = 0; ///< How many places show it at all.

    void all(const QWidget& window) {
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            look(*widget);
        }
        for (const QAction* action : window.findChildren<QAction*>()) {
            look(*action);
        }
    }

private:
    void see(const QObject& where, const char* what, const QString& text, bool isFault) {
        strange += isStrange(text) ? 1 : 0;
        if (isFault) {
            QString place;
            for (const QObject* object = &where; object != nullptr; object = object->parent()) {
                place = QString::fromLatin1(object->metaObject()->className()) + u' ' + object->objectName() + u'/' +
                        place;
            }
            faults << QStringLiteral("%1 of %2: %3").arg(QLatin1String(what), place, text);
        }
    }

    void toolTip(const QObject& where, const QString& text) { see(where, "tooltip", text, isMarkup(text)); }

    void look(const QAction& action) {
        see(action, "text", action.text(), hasMnemonic(action.text()));
        toolTip(action, action.toolTip());
    }

    void look(const QWidget& widget) {
        toolTip(widget, widget.toolTip());
        see(widget, "help", widget.whatsThis(), isMarkup(widget.whatsThis()));
        if (const auto* label = qobject_cast<const QLabel*>(&widget)) {
            const bool isRich = label->textFormat() != Qt::PlainText;
            see(widget, "text", label->text(), isStrange(label->text()) && isRich);
            see(widget, "mnemonic", label->text(), label->buddy() != nullptr && hasMnemonic(label->text()));
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(&widget)) {
            see(widget, "text", button->text(), hasMnemonic(button->text()));
        } else if (const auto* tabs = qobject_cast<const QTabWidget*>(&widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab) {
                see(widget, "tab", tabs->tabText(tab), hasMnemonic(tabs->tabText(tab)));
                toolTip(widget, tabs->tabToolTip(tab));
            }
        } else if (const auto* box = qobject_cast<const QComboBox*>(&widget)) {
            // Its list is made when it is opened.
            for (int item = 0; item < box->count(); ++item) {
                see(widget, "item", box->itemText(item), false);
                toolTip(widget, box->itemData(item, Qt::ToolTipRole).toString());
            }
        } else if (const auto* view = qobject_cast<const QAbstractItemView*>(&widget)) {
            items(*view);
        } else if (const auto* text = qobject_cast<const QTextEdit*>(&widget)) {
            see(widget, "document", text->toHtml(), text->toHtml().contains(QStringLiteral("<img")));
        }
    }

    void items(const QAbstractItemView& view) {
        const QAbstractItemModel* model = view.model();
        if (model == nullptr) {
            return;
        }
        for (int row = 0; row < model->rowCount(view.rootIndex()); ++row) {
            for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
                const QModelIndex index = model->index(row, column, view.rootIndex());
                see(view, "item", index.data().toString(), false);
                toolTip(view, index.data(Qt::ToolTipRole).toString());
            }
            toolTip(view, model->headerData(row, Qt::Vertical, Qt::ToolTipRole).toString());
        }
        for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
            toolTip(view, model->headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString());
        }
    }
};

experiment::ExperimentSpec strangeExperiment() {
    experiment::ExperimentSpec spec = tinyExperiment();
    spec.title = kStranger.toStdString();
    spec.base.dataset.directory = kStranger.toStdString();
    spec.vary = {{"dataset.directory", {kStranger.toStdString(), (kStranger + " too").toStdString()}}};
    spec.base.deployments.push_back({format::Decimal{2}, {}, {}, {}});
    return spec;
}

experiment::Preset strangePreset() {
    experiment::Preset preset;
    preset.name = kStranger.toStdString();
    preset.summary = kStranger.toStdString();
    preset.figures = {{kStranger.toStdString(), "accuracy", kStranger.toStdString(), {}}};
    preset.choices = {kStranger.toStdString()};
    preset.spec = strangeExperiment();
    return preset;
}

} // namespace

/// Texts from files, which anyone may have written, are shown as they are: nothing in them is markup, and no ampersand
/// makes a shortcut.
class TstTextsOfStrangers : public QObject {
    Q_OBJECT

private:
    QTemporaryDir folder_;
    QSettings settings_{folder_.filePath("settings.ini"), QSettings::IniFormat};

    std::unique_ptr<MainWindow> makeWindow() {
        auto window = std::make_unique<MainWindow>(
            MainWindow::Environment{std::make_shared<MadeUpInputs>(), {strangePreset()}, {}}, settings_);
        window->show();
        return window;
    }

    // Every page is shown, and made if it is only then.
    static Walk walkOf(const QWidget& window) {
        Walk walk;
        auto* pages = window.findChild<QTabWidget*>("pages");
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentIndex(page);
            QTest::qWait(200);
            walk.all(window);
        }
        return walk;
    }

private slots:
    void walkFindsWhatIsPlanted() {
        QWidget window;
        auto* label = new QLabel(kStranger, &window);
        auto* button = new QPushButton(&window);
        button->setText(kStranger);
        label->setToolTip(kStranger);
        window.addAction(new QAction(kStranger, &window));
        auto* choice = new QComboBox(&window);
        choice->addItem("one");
        choice->setItemData(0, kStranger, Qt::ToolTipRole);
        Walk walk;
        walk.all(window);
        QCOMPARE(walk.faults.size(), 6);
    }

    void formAndPages() {
        const auto window = makeWindow();
        window->document().replace(strangeExperiment(), kStranger);
        const Walk walk = walkOf(*window);
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join('\n')));
        QVERIFY2(walk.strange >= 5, qPrintable(QString::number(walk.strange)));
    }

    void runsAndResults() {
        const auto window = makeWindow();
        window->document().replace(strangeExperiment(), "test");
        QSignalSpy finished(&window->session(), &Session::finished);
        window->findChild<QAction*>("run")->trigger();
        QVERIFY(finished.wait(kPatience));
        const auto* table = window->findChild<QAbstractItemView*>("runsTable");
        QCOMPARE(table->model()->rowCount(), 2);
        QTest::qWait(1000); // Results are made in the background.
        const Walk walk = walkOf(*window);
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join('\n')));
        QVERIFY2(walk.strange >= 10, qPrintable(QString::number(walk.strange)));
    }

    void whatIsWrong() {
        const auto window = makeWindow();
        experiment::ExperimentSpec spec = strangeExperiment();
        spec.vary.clear();
        spec.base.precision.layers[kStranger.toStdString()] = {};
        spec.base.precision.layers[kStranger.toStdString()].formats[0] = nn::RoleFormat(format::Format(format::kFp16));
        window->document().replace(spec, "test");
        QTRY_VERIFY_WITH_TIMEOUT(!window->findChild<QAction*>("run")->isEnabled(), kPatience);
        const Walk walk = walkOf(*window);
        QVERIFY2(walk.faults.isEmpty(), qPrintable(walk.faults.join('\n')));
    }
};

QTEST_MAIN(TstTextsOfStrangers)
#include "tst_texts_of_strangers.moc"
