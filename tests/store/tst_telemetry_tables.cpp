// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of made-up telemetry, against the text that RFC 4180 and the columns' meaning give by hand.
#include <cmath>
#include <string>

#include <QTest>

#include "core/experiment/spec_json.h"
#include "core/store/telemetry_tables.h"

using namespace roundoff;
using nn::Role;

namespace {

store::ExperimentResults resultsOf(const experiment::RunResult& result) {
    store::ExperimentResults results;
    results.spec = experiment::parseSpecification(R"({"repeats":{"seeds":2}})", "test");
    results.plan = experiment::makePlan(results.spec);
    results.plan.runs[1].id = "second";
    results.runs = {nullptr, std::make_shared<const experiment::RunResult>(result)}; // The first never began.
    return results;
}

nn::TelemetrySample sample() {
    nn::TelemetrySample sample;
    sample.epoch = 2;
    sample.step = 151;
    sample.sampled = 3;
    const nn::RoundingCounts counts{.values = 1000,
                                    .underflowed = 7,
                                    .subnormal = 6,
                                    .overflowed = 5,
                                    .saturated = 4,
                                    .nonFinite = 3,
                                    .zero = 20,
                                    .nanReplaced = 2};
    sample.roles = {{1, Role::Activations, counts, 1000.0, 1.0},
                    {1, Role::Gradients, {}, 1.0, 0.0},
                    {2, Role::OptimiserState, {}, 0.0, 0.0}};
    sample.layers = {{.layer = 2,
                      .gradientNorm = 0.1,
                      .updates = 10,
                      .swallowed = 9,
                      .additions = 8,
                      .stagnated = 7,
                      .accumulatorUnderflowed = 6,
                      .accumulatorOverflowed = 5}};
    return sample;
}

experiment::RunResult seen() {
    experiment::RunResult result;
    result.telemetry = {sample()};
    nn::ExponentHistogram histogram;
    histogram.counts.front() = 5;
    histogram.counts.back() = 6;
    histogram.counts[96] = 7; // 2^0
    result.exponents = {{2, 1, Role::ActivationGradients, histogram}};
    result.firstNonFinite = nn::FirstNonFinite{2,    151,   2,   Role::MasterWeights, nn::TensorOperation::Update,
                                               true, false, true};
    result.diagnoses = {
        {experiment::Trouble::EpsilonUnderflow, {"Epsilon %1, which is \"small\".", {"1e-8"}}, {"Try.", {}}},
        {experiment::Trouble::Stalled, {"It stalls.", {}}, {"Try %1.", {"0.1"}}}};
    return result;
}

} // namespace

class TestTelemetryTables : public QObject {
    Q_OBJECT

private slots:
    void saysWhatWasSeen_data();
    void saysWhatWasSeen();
    void nothingSeenIsAHeaderOnly();
};

void TestTelemetryTables::saysWhatWasSeen_data() {
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<QByteArray>("rows"); // after the header
    const store::ExperimentResults results = resultsOf(seen());
    const auto row = [](const char* name, const std::string& table, const char* rows) {
        QTest::newRow(name) << QByteArray::fromStdString(table) << QByteArray(rows);
    };
    row("telemetry: 10 log10(1000) is 30 dB", store::telemetryTable(results),
        "second,2,151,3,layer1,activations,1000,20,7,6,5,4,3,2,30\r\n"
        "second,2,151,3,layer1,gradients,0,0,0,0,0,0,0,0,inf\r\n"
        "second,2,151,3,layer2,optimiserState,0,0,0,0,0,0,0,0,\r\n");
    row("layers", store::layersTable(results), "second,2,151,layer2,0.1,10,9,8,7,6,5\r\n");
    row("exponents, without those of no value", store::exponentsTable(results),
        "second,2,layer1,activationGradients,-96,5\r\n"
        "second,2,layer1,activationGradients,0,7\r\n"
        "second,2,layer1,activationGradients,63,6\r\n");
    row("diagnoses", store::diagnosesTable(results),
        "second,epsilon-underflow,\"Epsilon 1e-8, which is \"\"small\"\".\",Try.\r\n"
        "second,stalled,It stalls.,Try 0.1.\r\n");
    row("first value that is not finite", store::firstNonFiniteTable(results),
        "second,2,151,layer2,masterWeights,the update of the weights,nan,false,true\r\n");
}

void TestTelemetryTables::saysWhatWasSeen() {
    QFETCH(QByteArray, table);
    QFETCH(QByteArray, rows);
    QCOMPARE(table.mid(table.indexOf('\n') + 1), rows);
}

void TestTelemetryTables::nothingSeenIsAHeaderOnly() {
    const store::ExperimentResults results = resultsOf({});
    for (const auto& table :
         {store::telemetryTable(results), store::layersTable(results), store::exponentsTable(results),
          store::diagnosesTable(results), store::firstNonFiniteTable(results)}) {
        QCOMPARE(QByteArray::fromStdString(table).count('\n'), 1);
    }
}

QTEST_APPLESS_MAIN(TestTelemetryTables)
#include "tst_telemetry_tables.moc"
