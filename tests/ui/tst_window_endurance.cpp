// SPDX-License-Identifier: GPL-3.0-or-later
#include <functional>

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
constexpr double kLongestStallMilliseconds = 100.0;
constexpr double kMebibyte = 1024.0 * 1024.0;
constexpr double kMostGrowth = 16.0; // MiB, of what is left once windows and file are closed.

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
    bool warm_ = false;

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

    /// Runs an experiment in a window, goes to every page of it, and opens it again on each.
    void show(const experiment::ExperimentSpec& specification, const QString& name,
              const std::function<void(const QString&, const Heartbeat&)>& beat) {
        const QStringList pages{QStringLiteral("start"),   QStringLiteral("live"),     QStringLiteral("results"),
                                QStringLiteral("weights"), QStringLiteral("numerics"), QStringLiteral("formats")};
        file_ = store::ExperimentFile::create(std::filesystem::path(folder_->filePath(name).toStdU16String()),
                                              specification);
        {
            auto window = makeWindow(1);
            QTest::qWait(300);
            Heartbeat heartbeat;
            QSignalSpy finished(&window->session(), &Session::finished);
            window->session().start(specification, 2);
            QVERIFY(finished.wait(kPatience));
            QTest::qWait(1000);
            beat(QStringLiteral("training, live page"), heartbeat);
            for (int page = 0; page < pages.size(); ++page) {
                heartbeat.restart();
                window->findChild<QTabWidget*>(QStringLiteral("pages"))->setCurrentIndex(page);
                QTest::qWait(700);
                beat(QStringLiteral("going to ") + pages[page], heartbeat);
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
            beat(QStringLiteral("showing, ") + pages[page], heartbeat);
        }
        file_.reset();
    }

private slots:
    void initTestCase() {
#ifndef __linux__
        QSKIP("what a thread has waited for is read from /proc");
#endif
    }

    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        settings_ = std::make_unique<QSettings>(folder_->filePath(QStringLiteral("settings.conf")),
                                                QSettings::IniFormat);
        if (!warm_) { // Fonts, styles and threads that stay are there before anything is measured.
            show(tinyExperiment(), QStringLiteral("few.roundoff"), [](const QString&, const Heartbeat&) {});
            warm_ = true;
        }
    }

    void cleanup() {
        settings_.reset();
        folder_.reset();
    }

    void beats_data() {
        QTest::addColumn<int>("groups");
        QTest::newRow("one group of 500") << 1;
        QTest::newRow("100 groups of 5") << 100;
        QTest::newRow("500 groups of one") << 500;
    }

    void beats() {
        QFETCH(const int, groups);
        const Resources before = Resources::now();
        double longest = 0.0;
        show(fiveHundredRuns(groups), QStringLiteral("many.roundoff"),
             [&longest](const QString& what, const Heartbeat& heartbeat) {
                 qInfo("%s: %s", qPrintable(what), qPrintable(heartbeat.text()));
                 longest = std::max(longest, heartbeat.longestStall().count());
             });
        const Resources after = Resources::now();
        const double growth = (static_cast<double>(after.residentBytes) - static_cast<double>(before.residentBytes)) /
                              kMebibyte;
        qInfo("%.1f MiB more than the %.0f before", growth, static_cast<double>(before.residentBytes) / kMebibyte);
        QVERIFY2(longest < kLongestStallMilliseconds, qPrintable(QString::number(longest)));
        QVERIFY2(growth < kMostGrowth, qPrintable(QString::number(growth)));
        QCOMPARE(after.handles, before.handles);
        QCOMPARE(after.threads, before.threads);
    }
};

QTEST_MAIN(TstWindowEndurance)
#include "tst_window_endurance.moc"
