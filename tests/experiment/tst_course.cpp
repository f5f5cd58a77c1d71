// SPDX-License-Identifier: GPL-3.0-or-later
// How made-up runs went, and which of them are told of together.
#include <array>
#include <cmath>

#include <QTest>

#include "core/experiment/diagnosis_groups.h"
#include "tests/experiment/made_up_runs.h"

using namespace roundoff::experiment;
using roundoff::test::MadeUpRun;

Q_DECLARE_METATYPE(roundoff::experiment::Course)

class TestCourse : public QObject {
    Q_OBJECT

private slots:
    void courses_data() {
        QTest::addColumn<double>("firstLoss");
        QTest::addColumn<double>("lastLoss");
        QTest::addColumn<double>("accuracy"); // of ten classes: 10 % by guessing
        QTest::addColumn<Course>("course");
        QTest::newRow("learns") << 2.3 << 0.1 << 0.97 << Course::Learned;
        QTest::newRow("learns a little") << 2.3 << 1.9 << 0.3 << Course::Learned;
        QTest::newRow("guesses, and is surer of it") << 2.3 << 1.9 << 0.12 << Course::Stalled;
        QTest::newRow("stays at little") << 2.0 << 2.0 << 0.3 << Course::Stalled;
        QTest::newRow("is right more often, and surer where it is wrong") << 2.3 << 9.0 << 0.43 << Course::Learned;
        QTest::newRow("was trained before") << 0.1 << 0.1 << 0.97 << Course::Learned;
    }
    void courses() {
        QFETCH(double, firstLoss);
        QFETCH(double, lastLoss);
        QFETCH(double, accuracy);
        QFETCH(Course, course);
        QVERIFY(courseOf(MadeUpRun(RunStatus::Done, firstLoss, lastLoss, accuracy)) == course);
    }

    void divergedAtAnyTime() {
        MadeUpRun run = MadeUpRun::diverging();
        run.steps.resize(2);
        QVERIFY(courseOf(run) == Course::Diverged);
    }

    void mergedStepsCount() {
        MadeUpRun run = MadeUpRun::learning();
        run.steps.resize(3);
        run.steps[0].merged = 8;
        run.steps[1].merged = 8;
        QCOMPARE(stepsTaken(run), std::uint64_t{17});
    }

    void growthLeavesOutWhatIsNotFinite() {
        MadeUpRun run = MadeUpRun::learning();
        run.steps.resize(5);
        const std::array<double, 5> norms{std::nan(""), 3.0, INFINITY, 10.0, 2.0};
        for (std::size_t i = 0; i < norms.size(); ++i) {
            run.steps[i].gradientNorm = norms[i];
        }
        const auto growth = growthOf(run, &MetricPoint::gradientNorm);
        QVERIFY(growth.has_value());
        QCOMPARE(growth->first, 3.0);
        QCOMPARE(growth->largest, 10.0);
        QCOMPARE(growth->step, std::uint32_t{4});
        run.steps.resize(3);
        QVERIFY(!growthOf(run, &MetricPoint::gradientNorm).has_value());
    }

    /// Five repeats of FP16, three of which diverge for one reason and one for another; and BF16, which has a remark.
    void groupsAreToldOfOnce() {
        const Plan plan = makePlan(
            parseSpecification(R"({"vary":{"precision":["FP16","BF16"]},"repeats":{"seeds":5}})", "test"));
        std::vector<std::shared_ptr<const RunResult>> results(plan.runs.size());
        const auto put = [&results](std::size_t run, MadeUpRun made, Trouble trouble, const char* what) {
            made.diagnoses = {{trouble, {what, {}}, {"Try.", {}}}, {Trouble::Stalled, {"x", {}}, {"y", {}}}};
            results[run] = std::make_shared<const RunResult>(made);
        };
        put(0, MadeUpRun::diverging(), Trouble::ActivationOverflow, "In step 3.");
        put(1, MadeUpRun::diverging(), Trouble::WeightOverflow, "Grew.");
        put(2, MadeUpRun::diverging(), Trouble::ActivationOverflow, "In step 4.");
        put(3, MadeUpRun::diverging(), Trouble::ActivationOverflow, "In step 5.");
        results[4] = std::make_shared<const RunResult>(MadeUpRun::learning()); // Nothing to say.
        put(5, MadeUpRun::learning(), Trouble::SwallowedUpdates, "Swallowed.");
        const auto groups = groupDiagnoses(plan, results);
        QCOMPARE(groups.size(), std::size_t{3});
        QCOMPARE(headline(groups[0]), std::string("FP16 diverged in 3 of 5 runs"));
        QCOMPARE(english(groups[0].diagnosis.what), std::string("In step 3."));
        QCOMPARE(headline(groups[1]), std::string("FP16 diverged in 1 of 5 runs"));
        QCOMPARE(headline(groups[2]), std::string("BF16 trained in 1 of 5 runs, but"));
    }

    void singleRunNeedsNoCount() {
        const Plan plan = makePlan(parseSpecification(R"({"precision":"FP16"})", "test"));
        MadeUpRun run = MadeUpRun::stalling();
        run.diagnoses = {{}};
        const auto groups = groupDiagnoses(
            plan, std::vector<std::shared_ptr<const RunResult>>{std::make_shared<const RunResult>(run)});
        QCOMPARE(headline(groups.at(0)), std::string("FP16 stalled"));
    }
};

QTEST_APPLESS_MAIN(TestCourse)
#include "tst_course.moc"
