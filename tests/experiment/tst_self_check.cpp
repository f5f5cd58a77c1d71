// SPDX-License-Identifier: GPL-3.0-or-later
// The record of digests that `roundoff verify` compares with: that of rounding and of random numbers is what the slow
// reference gives, and the kernels find it on every instruction set of this machine.
#include "tests/kernels/targets_under_test.h"

#include <algorithm>
#include <set>

#include "core/experiment/expected_digests.h"
#include "core/experiment/measurement.h"
#include "core/experiment/self_check.h"
#include "core/format/characteristics.h"
#include "core/format/tensor_format.h"

using namespace roundoff;
using experiment::Measurement;

namespace {

std::vector<Measurement> allMeasurements() {
    std::vector<Measurement> all;
    for (auto part :
         {experiment::kernelMeasurements(), experiment::formatMeasurements(), experiment::trainingMeasurements()}) {
        std::move(part.begin(), part.end(), std::back_inserter(all));
    }
    return all;
}

QString recorded(const std::string& name) {
    for (const auto& expected : experiment::kExpectedDigests) {
        if (expected.name == name) {
            return QString::fromUtf8(expected.digest.data(), static_cast<qsizetype>(expected.digest.size()));
        }
    }
    return QStringLiteral("nothing");
}

QStringList texts(const std::multiset<std::string>& names) {
    QStringList list;
    for (const std::string& name : names) {
        list.append(QString::fromStdString(name));
    }
    return list;
}

} // namespace

class TestSelfCheck : public QObject {
    Q_OBJECT

private:
    const std::vector<Measurement> measurements_ = allMeasurements();

    [[nodiscard]] const Measurement& measurement(int number) const {
        return measurements_.at(static_cast<std::size_t>(number));
    }

private slots:
    void theRecordIsComplete() {
        std::multiset<std::string> names;
        for (const auto& expected : experiment::kExpectedDigests) {
            names.insert(std::string(expected.name));
        }
        std::multiset<std::string> found;
        for (const Measurement& m : measurements_) {
            found.insert(m.name);
        }
        QCOMPARE(texts(names), texts(found));
    }

    void everyTabledFormatIsMeasured() {
        std::vector<std::string> names = format::tabledFormats();
        const std::vector<std::string> sharing = format::tabledTensorFormats();
        names.insert(names.end(), sharing.begin(), sharing.end());
        for (const std::string& name : names) {
            const bool found = std::any_of(measurements_.begin(), measurements_.end(),
                                           [&name](const Measurement& m) { return m.name == name + ", every mode"; });
            QVERIFY2(found, name.c_str());
        }
    }

    void theRecordIsTheReferences_data() {
        QTest::addColumn<int>("number");
        for (std::size_t i = 0; i < measurements_.size(); ++i) {
            if (measurements_[i].reference) {
                QTest::addRow("%s", measurements_[i].name.c_str()) << static_cast<int>(i);
            }
        }
    }
    void theRecordIsTheReferences() {
        QFETCH(int, number);
        QCOMPARE(QString::fromStdString(measurement(number).reference()), recorded(measurement(number).name));
    }

    // Products, functions and training want fused multiply-add; rounding and random numbers nothing.
    void everyTargetFindsIt_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("number");
        const std::vector<std::string> withFma = tests::fmaTargets();
        for (const std::string& target : kernels::availableTargets()) {
            const bool fma = std::find(withFma.begin(), withFma.end(), target) != withFma.end();
            for (std::size_t i = 0; i < measurements_.size(); ++i) {
                if (fma || measurements_[i].reference) {
                    QTest::addRow("%s: %s", target.c_str(), measurements_[i].name.c_str())
                        << QString::fromStdString(target) << static_cast<int>(i);
                }
            }
        }
    }
    void everyTargetFindsIt() {
        QFETCH(QString, target);
        QFETCH(int, number);
        const tests::TargetScope scope(target);
        QCOMPARE(QString::fromStdString(measurement(number).digest()), recorded(measurement(number).name));
    }

    void theCheckComparesWithTheRecord() {
        const auto checks = experiment::selfCheck();
        QCOMPARE(checks.size(), measurements_.size());
        for (const auto& check : checks) {
            QCOMPARE(QString::fromStdString(check.expected), recorded(check.name));
        }
    }
};

QTEST_APPLESS_MAIN(TestSelfCheck)
#include "tst_self_check.moc"
