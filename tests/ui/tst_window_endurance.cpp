// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSettings>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include "core/store/experiment_file.h"
#include "tests/ui/endurance.h"
#include "tests/ui/ui_fixtures.h"
#include "ui/main_window.h"

using namespace roundoff;
using namespace roundoff::ui;

namespace {

constexpr int kPatience = 120'000;
constexpr double kMostWorkMilliseconds = 100.0;

/// 500 short runs in so many groups.
experiment::ExperimentSpec fiveHundredRuns(int groups) {
    experiment::ExperimentSpec specification = tinyExperiment();
    specification.base.dataset.trainLimit = 100;
    specification.base.training.epochs = 2;
    specification.vary.clear();
    if (groups > 1) {
        experiment::Axis axis{"optimiser.learningRate", {}};
        for (int group = 0; group < groups; ++group) {
            axis.values.emplace_back(0.001 * (group + 1));
        }
        specification.vary.push_back(axis);
    }
    specification.repeats.seeds = 500 / groups;
    return specification;
}

} // namespace

/// The whole window with a large experiment: its event loop gets round at least every 100 ms.
class TstWindowEndurance : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::unique_ptr<QSettings> settings_;
    std::shared_ptr<store::ExperimentFile> file_;

    std::unique_ptr<MainWindow> makeWindow(int page) {
        MainWindow::Environment environment;
        environment.inputs = std::make_shared<MadeUpInputs>();
        auto window = std::make_unique<MainWindow>(std::move(environment), *settings_);
        window->session().setFile(file_);
        window->resize(1440, 900);
        window->show();
        window->findChild<QTabWidget*>(QStringLiteral("pages"))->setCurrentIndex(page);
        return window;
    }

private slots:
    void initTestCase() {
#ifndef __linux__
        QSKIP("what a thread has waited for is read from /proc");
#endif
    }

    void beats_data() {
        QTest::addColumn<int>("groups");
        QTest::newRow("one group of 500") << 1;
        QTest::newRow("100 groups of 5") << 100;
        QTest::newRow("500 groups of one") << 500;
    }

    void beats() {
        QFETCH(const int, groups);
        folder_ = std::make_unique<QTemporaryDir>();
        settings_ = std::make_unique<QSettings>(folder_->filePath(QStringLiteral("settings.conf")),
                                                QSettings::IniFormat);
        const experiment::ExperimentSpec specification = fiveHundredRuns(groups);
        file_ = store::ExperimentFile::create(
            std::filesystem::path(folder_->filePath(QStringLiteral("many.roundoff")).toStdU16String()), specification);
        const QStringList pages{QStringLiteral("start"),   QStringLiteral("live"),     QStringLiteral("results"),
                                QStringLiteral("weights"), QStringLiteral("numerics"), QStringLiteral("formats")};
        double longest = 0.0;
        const auto beat = [&](const Heartbeat& heartbeat, const QString& what) {
            qInfo("%s: longest gap %.0f ms, work in one %.0f ms", qPrintable(what), heartbeat.longestGap().count(),
                  heartbeat.longestWork().count());
            longest = std::max(longest, heartbeat.longestWork().count());
        };
        {
            auto window = makeWindow(1);
            QTest::qWait(300);
            Heartbeat heartbeat;
            QSignalSpy finished(&window->session(), &Session::finished);
            window->session().start(specification, 2);
            QVERIFY(finished.wait(kPatience));
            QTest::qWait(1000);
            beat(heartbeat, QStringLiteral("training, live page"));
            for (int page = 0; page < pages.size(); ++page) {
                heartbeat.restart();
                window->findChild<QTabWidget*>(QStringLiteral("pages"))->setCurrentIndex(page);
                QTest::qWait(700);
                beat(heartbeat, QStringLiteral("going to ") + pages[page]);
            }
        }
        for (int page = 1; page <= 4; ++page) {
            auto window = makeWindow(page);
            QTest::qWait(300);
            Heartbeat heartbeat;
            QSignalSpy finished(&window->session(), &Session::finished);
            window->session().show();
            QVERIFY(finished.wait(kPatience));
            QTest::qWait(1000);
            beat(heartbeat, QStringLiteral("showing, ") + pages[page]);
        }
        file_.reset();
        QVERIFY2(longest < kMostWorkMilliseconds, qPrintable(QString::number(longest)));
    }
};

QTEST_MAIN(TstWindowEndurance)
#include "tst_window_endurance.moc"
