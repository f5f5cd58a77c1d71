// SPDX-License-Identifier: GPL-3.0-or-later
#include "targets_under_test.h"

#include "core/base/error.h"

using namespace roundoff;

class TestTargets : public QObject {
    Q_OBJECT

private slots:
    void everyTargetCanBeUsed_data() { tests::addTargetRows(); }
    void everyTargetCanBeUsed() {
        QFETCH(QString, target);
        const tests::TargetScope scope(target);
        QCOMPARE(QString::fromStdString(kernels::currentTarget()), target);
    }

    void bestIsTheFirst() {
        kernels::useTarget("best");
        QCOMPARE(kernels::currentTarget(), kernels::availableTargets().front());
    }

    void unknownTargetsAreRefusedAndChangeNothing() {
        QVERIFY_THROWS_EXCEPTION(InputError, kernels::useTarget("avx1024"));
        QCOMPARE(kernels::currentTarget(), kernels::availableTargets().front());
    }
};

QTEST_APPLESS_MAIN(TestTargets)
#include "tst_targets.moc"
