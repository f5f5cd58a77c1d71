// SPDX-License-Identifier: GPL-3.0-or-later
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "core/store/experiment_file.h"
#include "tests/ui/ui_fixtures.h"
#include "ui/document/plan_estimator.h"
#include "ui/session.h"

using namespace roundoff;
using namespace roundoff::ui;
using experiment::RunStatus;
using State = Session::State;

namespace {

constexpr int kPatience = 60'000;

/// Runs long enough to be stopped on the way.
experiment::ExperimentSpec longExperiment() {
    experiment::ExperimentSpec specification = tinyExperiment();
    specification.base.training.epochs = 120;
    return specification;
}

experiment::ExperimentSpec with(experiment::ExperimentSpec specification, const std::string& path,
                                std::vector<experiment::Json> values) {
    specification.vary = {{path, std::move(values)}};
    return specification;
}

/// All that was told of each run.
struct Heard {
    std::map<int, std::vector<experiment::EpochResult>> epochs;
    std::map<int, std::vector<experiment::MetricPoint>> steps;
    std::map<int, std::vector<nn::TelemetrySample>> looks;
    std::map<int, std::shared_ptr<const experiment::RunResult>> results;
    std::vector<int> started;
    int plans = 0;
};

void listen(Session& session, Heard& heard) {
    QObject::connect(&session, &Session::planned, &session, [&heard] {
        const int plans = heard.plans + 1;
        heard = Heard();
        heard.plans = plans;
    });
    QObject::connect(&session, &Session::runStarted, &session, [&heard](int run) { heard.started.push_back(run); });
    QObject::connect(&session, &Session::epochFinished, &session,
                     [&heard](int run, const auto& epoch) { heard.epochs[run].push_back(epoch); });
    QObject::connect(&session, &Session::stepsArrived, &session, [&heard](int run, const auto& points) {
        heard.steps[run].insert(heard.steps[run].end(), points.begin(), points.end());
    });
    QObject::connect(&session, &Session::telemetryArrived, &session,
                     [&heard](int run, const auto& sample) { heard.looks[run].push_back(sample); });
    QObject::connect(&session, &Session::runFinished, &session,
                     [&heard](int run, const auto& result) { heard.results[run] = result; });
}

/// What the bits of a run determine, times left out.
struct Bits {
    std::string weights;
    std::vector<experiment::EpochResult> epochs;
    std::vector<experiment::MetricPoint> steps;
    std::vector<nn::TelemetrySample> telemetry;
    std::vector<nn::ExponentTelemetry> exponents;

    bool operator==(const Bits&) const = default;
};

Bits bitsOf(const experiment::RunResult& result) {
    Bits bits{result.weightsDigest, result.epochs, result.steps, result.telemetry, result.exponents};
    for (experiment::EpochResult& epoch : bits.epochs) {
        epoch.trainSeconds = 0.0;
        epoch.evalSeconds = 0.0;
    }
    return bits;
}

std::vector<Bits> bitsOf(const Session& session) {
    std::vector<Bits> all;
    for (const auto& result : session.results()) {
        all.push_back(result ? bitsOf(*result) : Bits());
    }
    return all;
}

/// Runs an experiment, or what is left of it, to its end.
void runToEnd(Session& session, const experiment::ExperimentSpec& specification,
              Session::Begin begin = Session::Begin::Continue) {
    QSignalSpy finished(&session, &Session::finished);
    session.start(specification, 2, begin);
    QVERIFY(finished.count() > 0 || finished.wait(kPatience));
    QCOMPARE(finished.first().at(0).toBool(), false);
}

/// Runs it until it tells of a new epoch, and stops it then.
void runAndStop(Session& session, const experiment::ExperimentSpec& specification) {
    QSignalSpy finished(&session, &Session::finished);
    const QMetaObject::Connection stop = QObject::connect(&session, &Session::epochFinished, &session, [&session] {
        if (session.state() == State::Running) {
            session.stop();
        }
    });
    session.start(specification, 2);
    QVERIFY(finished.count() > 0 || finished.wait(kPatience));
    QObject::disconnect(stop);
}

} // namespace

/// A session with a file: what is kept is shown again, and not run again.
class TstSessionFile : public QObject {
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> folder_;
    std::shared_ptr<store::ExperimentFile> file_;

    [[nodiscard]] std::filesystem::path path() const {
        return std::filesystem::path(folder_->filePath(QStringLiteral("kept.roundoff")).toStdU16String());
    }
    void reopen() {
        file_.reset();
        file_ = store::ExperimentFile::open(path());
    }
    std::unique_ptr<Session> makeSession() {
        auto session = std::make_unique<Session>(std::make_shared<MadeUpInputs>());
        session->setFile(file_);
        return session;
    }

private slots:
    void init() {
        folder_ = std::make_unique<QTemporaryDir>();
        QVERIFY(folder_->isValid());
        file_ = store::ExperimentFile::create(path(), tinyExperiment());
    }

    void cleanup() { file_.reset(); }

    void showsNothingOfAnEmptyFile() {
        auto session = makeSession();
        QSignalSpy planned(session.get(), &Session::planned);
        QSignalSpy failed(session.get(), &Session::failed);
        session->show();
        QTest::qWait(200);
        QCOMPARE(planned.count(), 0);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(session->state(), State::Idle);
    }

    void showsWhatWasRun() {
        experiment::ExperimentSpec specification = tinyExperiment();
        specification.base.training.epochs = 3;
        specification.base.training.telemetryStride = 4;
        std::vector<Bits> before;
        {
            auto session = makeSession();
            runToEnd(*session, specification);
            before = bitsOf(*session);
        }
        reopen();
        auto session = makeSession();
        Heard heard;
        listen(*session, heard);
        QSignalSpy states(session.get(), &Session::stateChanged);
        QSignalSpy finished(session.get(), &Session::finished);
        session->show();
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(finished.first().at(0).toBool(), false);
        QCOMPARE(states.first().at(0).value<State>(), State::Loading);
        QCOMPARE(session->state(), State::Idle);
        QCOMPARE(session->threads(), 2U);
        QVERIFY(session->specification() == specification);
        QVERIFY(bitsOf(*session) == before);
        QCOMPARE(heard.plans, 1);
        QCOMPARE(heard.started, (std::vector<int>{0, 1}));
        for (int run = 0; run < 2; ++run) {
            const experiment::RunResult& result = *session->results()[static_cast<std::size_t>(run)];
            QVERIFY(heard.results[run].get() == &result);
            QVERIFY(heard.epochs[run] == result.epochs);
            QVERIFY(heard.steps[run] == result.steps);
            QVERIFY(heard.looks[run] == result.telemetry);
            QVERIFY(!heard.looks[run].empty());
        }
    }

    void startTakesThePlaceOfShowing() {
        {
            auto session = makeSession();
            runToEnd(*session, tinyExperiment());
        }
        auto session = makeSession();
        QSignalSpy finished(session.get(), &Session::finished);
        session->show();
        QVERIFY(session->canStart());
        experiment::ExperimentSpec next = tinyExperiment();
        next.title = "next";
        session->start(next, 1);
        QVERIFY(!session->canStart());
        QVERIFY(finished.wait(kPatience));
        QTest::qWait(100);
        QCOMPARE(finished.count(), 1);
        QCOMPARE(session->specification().title, std::string("next"));
    }

    void continues_data() {
        QTest::addColumn<QByteArray>("precision");
        QTest::addColumn<QByteArray>("optimiser");
        QTest::addColumn<QByteArray>("clipping");
        QTest::newRow("FP32, SGD") << QByteArray("FP32") << QByteArray("sgd") << QByteArray("none");
        QTest::newRow("FP64, Adam, norm") << QByteArray("FP64") << QByteArray("adam") << QByteArray("norm");
        QTest::newRow("BF16, AdamW") << QByteArray("BF16") << QByteArray("adamw") << QByteArray("none");
        QTest::newRow("AMP-FP16, SGD, value") << QByteArray("AMP-FP16") << QByteArray("sgd") << QByteArray("value");
        QTest::newRow("BF16-SR, Adam") << QByteArray("BF16-SR") << QByteArray("adam") << QByteArray("none");
        QTest::newRow("MXFP8-E4M3, SGD") << QByteArray("MXFP8-E4M3") << QByteArray("sgd") << QByteArray("norm");
    }

    // The same runs without a file and without a stop are the reference.
    void continues() {
        QFETCH(const QByteArray, precision);
        QFETCH(const QByteArray, optimiser);
        QFETCH(const QByteArray, clipping);
        experiment::ExperimentSpec specification = with(longExperiment(), "training.seed", {1, 2});
        specification.vary.push_back({"precision", {precision.toStdString()}});
        specification.vary.push_back({"optimiser.kind", {optimiser.toStdString()}});
        specification.vary.push_back({"clipping.kind", {clipping.toStdString()}});
        specification.base.training.telemetryStride = 16;

        Session reference(std::make_shared<MadeUpInputs>());
        runToEnd(reference, specification);

        int stops = 0;
        for (; stops < 2; ++stops) {
            auto session = makeSession();
            runAndStop(*session, specification);
            QVERIFY2(session->completedRuns() < 2, "it was over before it could be stopped");
            session.reset();
            reopen();
        }
        auto session = makeSession();
        Heard heard;
        listen(*session, heard);
        runToEnd(*session, specification);
        QVERIFY(bitsOf(*session) == bitsOf(reference));
        QVERIFY(bitsOf(*session).front().weights.size() == 64);
        for (int run = 0; run < 2; ++run) {
            // Old and new are told as one course.
            QVERIFY(heard.epochs[run] == heard.results[run]->epochs);
            QVERIFY(std::ranges::is_sorted(heard.steps[run], {}, &experiment::MetricPoint::step));
            QCOMPARE(heard.steps[run].back().step, heard.results[run]->steps.back().step);
        }
        QCOMPARE(heard.started.size(), std::size_t{2});
        // And so it stays when the file is opened again.
        reopen();
        auto later = makeSession();
        QSignalSpy finished(later.get(), &Session::finished);
        later->show();
        QVERIFY(finished.wait(kPatience));
        QVERIFY(bitsOf(*later) == bitsOf(reference));
    }

    void runsOnlyWhatIsNew() {
        auto session = makeSession();
        runToEnd(*session, with(tinyExperiment(), "precision", {"FP32", "FP16"}));
        const std::vector<double> times{session->results()[0]->trainSeconds, session->results()[1]->trainSeconds};
        Heard heard;
        listen(*session, heard);
        runToEnd(*session, with(tinyExperiment(), "precision", {"BF16", "FP16", "FP32"}));
        QCOMPARE(session->progress().runsBefore, std::size_t{2});
        QCOMPARE(session->progress().runsDone, std::size_t{3});
        // A run that is trained again never takes exactly as long.
        QCOMPARE(session->results()[2]->trainSeconds, times[0]);
        QCOMPARE(session->results()[1]->trainSeconds, times[1]);
        QCOMPARE(heard.results.size(), std::size_t{3});
        QCOMPARE(heard.started.back(), 0);
    }

    void runsAllAgain_data() {
        QTest::addColumn<Session::Begin>("begin");
        QTest::newRow("asked for") << Session::Begin::Afresh;
        QTest::newRow("because all are there") << Session::Begin::Continue;
    }

    void runsAllAgain() {
        QFETCH(const Session::Begin, begin);
        auto session = makeSession();
        runToEnd(*session, tinyExperiment());
        const std::vector<Bits> bits = bitsOf(*session);
        const double seconds = session->results()[0]->trainSeconds;
        runToEnd(*session, tinyExperiment(), begin);
        QCOMPARE(session->progress().runsBefore, std::size_t{0});
        QVERIFY(session->results()[0]->trainSeconds != seconds);
        QVERIFY(bitsOf(*session) == bits);
        // What is kept is the newer one.
        const double newer = session->results()[0]->trainSeconds;
        reopen();
        auto later = makeSession();
        QSignalSpy finished(later.get(), &Session::finished);
        later->show();
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(later->results()[0]->trainSeconds, newer);
    }

    void estimateCountsWhatIsLeft() {
        const experiment::ExperimentSpec specification = with(longExperiment(), "training.seed", {1, 2, 3, 4});
        const auto there = [&] { return estimatePlan(specification, 1, file_.get()).there(); };
        const PlanEstimate all = estimatePlan(specification, 1, file_.get());
        QCOMPARE(all.left, std::size_t{4});
        QVERIFY(there() == PlanEstimate::There::Nothing);
        auto session = makeSession();
        runToEnd(*session, with(longExperiment(), "training.seed", {2}));
        const PlanEstimate three = estimatePlan(specification, 1, file_.get());
        QCOMPARE(three.runs, std::size_t{4});
        QCOMPARE(three.left, std::size_t{3});
        QVERIFY(!three.begun);
        QVERIFY(three.seconds < 0.9 * all.seconds);
        QVERIFY(there() == PlanEstimate::There::Some);
        QVERIFY(estimateText(three).startsWith(QStringLiteral("3 of 4 ")));
        runAndStop(*session, with(longExperiment(), "training.seed", {1}));
        const PlanEstimate begun = estimatePlan(specification, 1, file_.get());
        QCOMPARE(begun.left, std::size_t{3});
        QVERIFY(begun.begun);
        QVERIFY(begun.seconds < three.seconds);
        runToEnd(*session, specification);
        const PlanEstimate none = estimatePlan(specification, 1, file_.get());
        QCOMPARE(none.left, std::size_t{0});
        QVERIFY(there() == PlanEstimate::There::All);
    }

    void stopWhileLoadingTellsAllOfIt() {
        auto session = makeSession();
        runToEnd(*session, with(tinyExperiment(), "training.seed", {1, 2, 3}));
        QSignalSpy started(session.get(), &Session::runStarted);
        QSignalSpy finished(session.get(), &Session::finished);
        connect(session.get(), &Session::stateChanged, session.get(), [&session](State state) {
            if (state == State::Loading) {
                session->stop();
            }
        });
        session->start(with(tinyExperiment(), "training.seed", {1, 2, 3, 4}), 1);
        QVERIFY(finished.wait(kPatience));
        QCOMPARE(finished.first().at(0).toBool(), true);
        QCOMPARE(started.count(), 3);
        QCOMPARE(session->completedRuns(), std::size_t{3});
    }

    void closingWhileItIsShown() {
        auto session = makeSession();
        runToEnd(*session, tinyExperiment());
        session->show();
        session.reset();
        file_.reset();
    }
};

QTEST_MAIN(TstSessionFile)
#include "tst_session_file.moc"
