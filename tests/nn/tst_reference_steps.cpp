// SPDX-License-Identifier: GPL-3.0-or-later
// Whole training steps against a slow reference, bit for bit, under every kind of policy, on every instruction set with
// fused multiply-add.
#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdio>
#include <map>
#include <tuple>

#include "reference_policies.h"
#include "reference_trainer.h"
#include "tests/kernels/targets_under_test.h"

using namespace roundoff;

namespace {

constexpr std::size_t kInputs = 13;
constexpr std::size_t kClasses = 3;
constexpr std::size_t kBatch = 6;
constexpr std::size_t kExamples = 22; // Four batches, the last of them shorter.
constexpr std::uint32_t kEpochs = 2;

/// Random images of random classes: what is learned does not matter. Some inputs are so small that narrow formats lose
/// them, and that sums with others are exact in no container.
struct Data {
    Data() {
        const format::RandomStream stream{1, format::Purpose::Initialisation, 99, 0, 0};
        for (std::size_t i = 0; i < kExamples * kInputs; ++i) {
            pixels.push_back(static_cast<std::uint8_t>(stream.at(i) % 256));
        }
        for (std::size_t i = 0; i < kExamples; ++i) {
            labels.push_back(static_cast<std::uint8_t>(stream.at(pixels.size() + i) % kClasses));
        }
    }

    [[nodiscard]] nn::Examples view() const {
        nn::Examples examples{pixels, labels, kInputs, {}};
        for (std::size_t i = 0; i < examples.table.size(); ++i) {
            examples.table[i] = i % 8 == 1   ? 0x1.8p-60
                                : i % 8 == 2 ? -0x1.7p-16
                                             : (static_cast<double>(i) / 255.0 - 0.45) / 0.3;
        }
        return examples;
    }

    std::vector<std::uint8_t> pixels;
    std::vector<std::uint8_t> labels;
};

/// Calls `visit(epoch, step, batch)` for all steps of a training.
template <typename Visit>
void forEachStep(const Visit& visit) {
    for (std::uint32_t epoch = 1; epoch <= kEpochs; ++epoch) {
        std::uint32_t step = 0;
        for (std::size_t first = 0; first < kExamples; first += kBatch) {
            std::vector<std::uint32_t> batch;
            for (std::size_t i = first; i < std::min(first + kBatch, kExamples); ++i) {
                batch.push_back(static_cast<std::uint32_t>((i * 7 + epoch) % kExamples));
            }
            visit(epoch, step++, batch);
        }
    }
}

bool sameBits(double a, double b) {
    return (std::isnan(a) && std::isnan(b)) || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

QString described(const char* what, double actual, double expected) {
    std::array<char, 200> text{};
    std::snprintf(text.data(), text.size(), "%s: %a, but the reference has %a", what, actual, expected);
    return QString::fromLatin1(text.data());
}

/// What differs first, or nothing.
QString difference(const nn::StepOutcome& actual, const nn::StepOutcome& expected) {
    const std::array<std::tuple<const char*, double, double>, 6> numbers{
        {{"loss", actual.loss, expected.loss},
         {"right answers", static_cast<double>(actual.correct), static_cast<double>(expected.correct)},
         {"gradient norm", actual.gradientNorm, expected.gradientNorm},
         {"clipped fraction", actual.clippedFraction, expected.clippedFraction},
         {"loss scale", actual.lossScale, expected.lossScale},
         {"skipped", actual.skipped ? 1.0 : 0.0, expected.skipped ? 1.0 : 0.0}}};
    for (const auto& [what, a, e] : numbers) {
        if (!sameBits(a, e)) {
            return described(what, a, e);
        }
    }
    return {};
}

QString difference(const nn::WeightSnapshot& actual, const nn::WeightSnapshot& expected) {
    if (actual.doubleContainer != expected.doubleContainer || actual.tensors.size() != expected.tensors.size()) {
        return QStringLiteral("another container or number of tensors");
    }
    for (std::size_t t = 0; t < actual.tensors.size(); ++t) {
        const nn::WeightTensor& a = actual.tensors[t];
        const nn::WeightTensor& e = expected.tensors[t];
        if (a.name != e.name || a.shape != e.shape || a.values.size() != e.values.size()) {
            return QString::fromStdString(a.name) + QStringLiteral(": another name or shape");
        }
        for (std::size_t i = 0; i < a.values.size(); ++i) {
            if (!sameBits(a.values[i], e.values[i])) {
                return described((a.name + " " + std::to_string(i)).c_str(), a.values[i], e.values[i]);
            }
        }
    }
    return {};
}

/// The first difference in a training, or nothing.
template <typename T>
QString firstDifference(const nn::TrainerSpec& spec) {
    const Data data;
    const nn::Examples examples = data.view();
    const auto trainer = nn::Trainer::make(spec, examples, kClasses);
    tests::ReferenceTrainer<T> reference(spec, kInputs, kClasses);
    QString found = difference(trainer->weights(), reference.weights());
    if (!found.isEmpty()) {
        return QStringLiteral("at the start: ") + found;
    }
    forEachStep([&](std::uint32_t epoch, std::uint32_t step, const std::vector<std::uint32_t>& batch) {
        if (!found.isEmpty()) {
            return;
        }
        const nn::StepOutcome actual = trainer->step(examples, batch, epoch, step);
        const nn::StepOutcome expected = reference.step(examples, batch, epoch, step);
        found = difference(actual, expected);
        found = found.isEmpty() ? difference(trainer->weights(), reference.weights()) : found;
        if (!found.isEmpty()) {
            found = QStringLiteral("epoch %1, step %2: ").arg(epoch).arg(step) + found;
        }
    });
    return found;
}

nn::WeightSnapshot trained(const nn::TrainerSpec& spec, int* skipped = nullptr) {
    const Data data;
    const nn::Examples examples = data.view();
    const auto trainer = nn::Trainer::make(spec, examples, kClasses);
    forEachStep([&](std::uint32_t epoch, std::uint32_t step, const std::vector<std::uint32_t>& batch) {
        const bool wasSkipped = trainer->step(examples, batch, epoch, step).skipped;
        if (skipped != nullptr && wasSkipped) {
            ++*skipped;
        }
    });
    return trainer->weights();
}

void addCaseRows() {
    QTest::addColumn<std::size_t>("number");
    for (std::size_t i = 0; i < tests::trainingCases().size(); ++i) {
        QTest::newRow(tests::trainingCases()[i].name.c_str()) << i;
    }
}

} // namespace

class TestReferenceSteps : public QObject {
    Q_OBJECT

private slots:
    void stepsEqualTheReference_data() {
        QTest::addColumn<QString>("target");
        QTest::addColumn<std::size_t>("number");
        for (const std::string& target : tests::fmaTargets()) {
            std::size_t number = 0;
            for (const tests::TrainingCase& c : tests::trainingCases()) {
                QTest::addRow("%s, %s", c.name.c_str(), target.c_str()) << QString::fromStdString(target) << number++;
            }
        }
        if (tests::fmaTargets().empty()) {
            QSKIP("this machine has no fused multiply-add");
        }
    }
    void stepsEqualTheReference() {
        QFETCH(QString, target);
        QFETCH(std::size_t, number);
        const tests::TargetScope scope(target);
        const nn::TrainerSpec spec = tests::trainingCases()[number].spec;
        const QString found = spec.precision.needsDouble() ? firstDifference<double>(spec)
                                                           : firstDifference<float>(spec);
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    // Or a policy that does nothing would pass as well.
    void everyCaseGivesOtherWeights() {
        std::map<std::string, std::string> cases;
        for (const tests::TrainingCase& c : tests::trainingCases()) {
            const auto [other, isNew] = cases.emplace(nn::digest(trained(c.spec)), c.name);
            QVERIFY2(isNew, (c.name + " gives the weights of " + other->second).c_str());
        }
    }

    void casesStayFinite_data() { addCaseRows(); }
    void casesStayFinite() {
        QFETCH(std::size_t, number);
        const tests::TrainingCase& c = tests::trainingCases()[number];
        bool finite = true;
        for (const nn::WeightTensor& tensor : trained(c.spec).tensors) {
            finite = finite && std::all_of(tensor.values.begin(), tensor.values.end(),
                                           [](double value) { return std::isfinite(value); });
        }
        QCOMPARE(finite, c.staysFinite);
    }

    void dynamicScalingSkipsAndGoesOn() {
        for (const tests::TrainingCase& c : tests::trainingCases()) {
            if (nn::effectiveKind(c.spec.lossScaling, c.spec.precision) == nn::LossScalingKind::Dynamic) {
                int skipped = 0;
                static_cast<void>(trained(c.spec, &skipped));
                QVERIFY2(skipped > 0 && skipped < 8, (c.name + " skips " + std::to_string(skipped)).c_str());
            }
        }
    }

    // Neither telemetry nor the search for the first infinity or NaN, which computes steps anew.
    void probesChangeNoBit_data() { addCaseRows(); }
    void probesChangeNoBit() {
        QFETCH(std::size_t, number);
        nn::TrainerSpec spec = tests::trainingCases()[number].spec;
        const Data data;
        const nn::Examples examples = data.view();
        const auto plain = nn::Trainer::make(spec, examples, kClasses);
        spec.watch = true;
        const auto probed = nn::Trainer::make(spec, examples, kClasses);
        QString found;
        forEachStep([&](std::uint32_t epoch, std::uint32_t step, const std::vector<std::uint32_t>& batch) {
            nn::StepProbe probe(nn::StepProbe::Purpose::Statistics);
            const nn::StepOutcome expected = plain->step(examples, batch, epoch, step);
            const nn::StepOutcome actual = probed->step(examples, batch, epoch, step, &probe);
            found = found.isEmpty() ? difference(actual, expected) : found;
            found = found.isEmpty() ? difference(probed->weights(), plain->weights()) : found;
        });
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    void onlyInfinitiesAreFound_data() { addCaseRows(); }
    void onlyInfinitiesAreFound() {
        QFETCH(std::size_t, number);
        tests::TrainingCase c = tests::trainingCases()[number];
        c.spec.watch = true;
        const Data data;
        const nn::Examples examples = data.view();
        const auto trainer = nn::Trainer::make(c.spec, examples, kClasses);
        bool skipped = false;
        bool found = false;
        forEachStep([&](std::uint32_t epoch, std::uint32_t step, const std::vector<std::uint32_t>& batch) {
            const nn::StepOutcome outcome = trainer->step(examples, batch, epoch, step);
            skipped = skipped || outcome.skipped;
            found = found || outcome.firstNonFinite;
        });
        QCOMPARE(found, skipped || !c.staysFinite);
    }

    // The rows of this network are padded: of 13, 7, 5 and 3 values none fills a vector.
    void telemetryCountsNoPadding_data() { addCaseRows(); }
    void telemetryCountsNoPadding() {
        QFETCH(std::size_t, number);
        const nn::TrainerSpec spec = tests::trainingCases()[number].spec;
        const Data data;
        const nn::Examples examples = data.view();
        const auto trainer = nn::Trainer::make(spec, examples, kClasses);
        nn::StepProbe probe(nn::StepProbe::Purpose::Statistics);
        static_cast<void>(trainer->step(examples, std::array<std::uint32_t, 2>{0, 1}, 1, 0, &probe));
        for (const nn::RoleTelemetry& role : probe.takeSample().roles) {
            const nn::RoundingCounts& c = role.counts;
            for (const std::uint64_t count :
                 {c.zero, c.underflowed, c.subnormal, c.overflowed, c.saturated, c.nonFinite}) {
                QVERIFY2(count <= c.values,
                         (std::string(nn::roleName(role.role)) + " of layer " + std::to_string(role.layer) + ": " +
                          std::to_string(count) + " of " + std::to_string(c.values))
                             .c_str());
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestReferenceSteps)
#include "tst_reference_steps.moc"
