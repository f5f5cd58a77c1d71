// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <limits>
#include <random>

#include <QTest>

#include "core/deploy/weight_report.h"
#include "core/format/names.h"

using namespace roundoff;

namespace {

nn::WeightSnapshot twoLayers() {
    return {{{"layer1.weight", {2, 3}, {0.11, -0.29, 0.04, 0.26, -0.14, 0.0}},
             {"layer1.bias", {2}, {0.31, -0.01}},
             {"layer2.weight", {1, 2}, {0.52, -0.33}},
             {"layer2.bias", {1}, {0.1}}},
            true};
}

nn::WeightSnapshot noise(std::size_t count) {
    std::mt19937 generator(7);
    nn::WeightSnapshot weights{{{"layer1.weight", {count / 2, 2}, {}}, {"layer2.weight", {count}, {}}}, false};
    for (auto& tensor : weights.tensors) {
        for (std::size_t i = 0; i < count; ++i) {
            tensor.values.push_back(float(generator()) * 0x1p-32F - 0.5F);
        }
    }
    return weights;
}

deploy::Deployment deployment(const char* format, format::Rounding rounding) {
    return {format::parseFormat(format), rounding, {}, deploy::Scope::Weights};
}

deploy::WeightReport report(const deploy::Deployment& how, const nn::WeightSnapshot& weights, std::size_t worst = 3) {
    return deploy::weightReport(format::kFp64, format::holdingFormat(how.format), weights,
                                deploy::apply(how, weights, 1), worst);
}

} // namespace

class TstWeightReport : public QObject {
    Q_OBJECT

private slots:
    void layersByHand() {
        const auto how = deployment("DEC1", format::Rounding::TowardZero);
        const deploy::WeightReport result = report(how, twoLayers());
        QCOMPARE(result.layers.size(), std::size_t{2});
        const deploy::RoundingError& first = result.layers[0].error;
        // 0.1 -0.2 0 0.2 -0.1 0 and 0.3 -0: six numbers, of which only the zero was what it is.
        QCOMPARE(first.count, std::size_t{8});
        QCOMPARE(first.changed, std::size_t{7});
        QCOMPARE(first.distinctValues, std::size_t{6});
        QVERIFY(std::abs(first.maxAbsError - 0.09) < 1e-12);
        const double signal = 0.0121 + 0.0841 + 0.0016 + 0.0676 + 0.0196 + 0.0961 + 0.0001;
        const double lost = 0.0001 + 0.0081 + 0.0016 + 0.0036 + 0.0016 + 0.0001 + 0.0001;
        QVERIFY(std::abs(first.signalToNoiseDb - 10.0 * std::log10(signal / lost)) < 1e-9);
        // With 0.5, -0.3 and 0.1 of the second layer there are eight.
        QCOMPARE(result.total.distinctValues, std::size_t{8});
    }

    void histogramsByHand() {
        const auto how = deployment("DEC1", format::Rounding::TowardZero);
        const deploy::LayerReport layer = report(how, twoLayers()).layers[0];
        // The range is 0.6, a hundredth of it 0.006, and the next of 1, 2, 5 is 0.01.
        QVERIFY(std::abs(layer.unit - 0.01) < 1e-12);
        QCOMPARE(layer.after.counts, (std::vector<std::size_t>{1, 1, 3, 1, 1, 1})); // -0.2 to 0.3
    }

    void histogramsHoldEveryWeight_data() {
        QTest::addColumn<QString>("format");
        for (const char* format : {"DEC0", "DEC1", "DEC2", "DEC3", "DEC6", "INT8", "FIXED8.4", "FIXED8.7", "FP4-E2M1",
                                   "FP8-E4M3", "FP8-E5M2", "FP16", "FP32", "FP64"}) {
            QTest::newRow(format) << format;
        }
    }
    void histogramsHoldEveryWeight() {
        QFETCH(QString, format);
        for (const auto rounding :
             {format::Rounding::NearestEven, format::Rounding::TowardZero, format::Rounding::Up}) {
            const auto how = deployment(qPrintable(format), rounding);
            for (const deploy::LayerReport& layer : report(how, noise(5000)).layers) {
                QCOMPARE(layer.before.total(), std::size_t{5000});
                QCOMPARE(layer.after.total(), std::size_t{5000});
            }
        }
    }

    void agreesWithWeightError_data() { histogramsHoldEveryWeight_data(); }
    void agreesWithWeightError() {
        QFETCH(QString, format);
        const auto how = deployment(qPrintable(format), format::Rounding::NearestEven);
        const nn::WeightSnapshot before = noise(5000);
        const nn::WeightSnapshot after = deploy::apply(how, before, 1);
        const deploy::WeightError expected = deploy::weightError(how, before, after);
        const deploy::RoundingError
            total = deploy::weightReport(format::kFp32, format::holdingFormat(how.format), before, after, 1).total;
        QCOMPARE(total.signalToNoiseDb, expected.signalToNoiseDb);
        QCOMPARE(total.maxAbsError, expected.maxAbsError);
        QCOMPARE(total.distinctValues, expected.distinctValues);
    }

    void worstHitAreSorted() {
        const auto how = deployment("DEC1", format::Rounding::TowardZero);
        const std::vector<deploy::HitWeight> worst = report(how, twoLayers(), 2).worst;
        QCOMPARE(worst.size(), std::size_t{2});
        QCOMPARE(worst[0].tensor, std::string("layer1.weight"));
        QCOMPARE(worst[0].position, (std::vector<std::size_t>{0, 1}));
        QCOMPARE(worst[0].before, -0.29);
        QCOMPARE(worst[0].after, -0.2);
        QCOMPARE(worst[1].position, (std::vector<std::size_t>{1, 0})); // 0.26
    }

    void amongManyTheWorstAreFound() {
        const auto how = deployment("DEC2", format::Rounding::NearestEven);
        const nn::WeightSnapshot before = noise(5000);
        const nn::WeightSnapshot after = deploy::apply(how, before, 1);
        std::vector<double> errors;
        for (std::size_t t = 0; t < before.tensors.size(); ++t) {
            for (std::size_t i = 0; i < before.tensors[t].values.size(); ++i) {
                errors.push_back(std::abs(before.tensors[t].values[i] - after.tensors[t].values[i]));
            }
        }
        std::sort(errors.rbegin(), errors.rend());
        const auto worst = deploy::weightReport(format::kFp32, format::holdingFormat(how.format), before, after, 25)
                               .worst;
        QCOMPARE(worst.size(), std::size_t{25});
        for (std::size_t i = 0; i < worst.size(); ++i) {
            QCOMPARE(std::abs(worst[i].before - worst[i].after), errors[i]);
        }
    }

    void unchangedWeightsAreNotHit() {
        const auto how = deployment("FP64", format::Rounding::NearestEven);
        const deploy::WeightReport result = report(how, twoLayers());
        QVERIFY(result.worst.empty());
        QCOMPARE(result.total.changed, std::size_t{0});
        QVERIFY(std::isinf(result.total.signalToNoiseDb));
    }

    void infinitiesLeadAndAreCounted() {
        nn::WeightSnapshot before = twoLayers();
        before.tensors[2].values[1] = 1e6;
        const deploy::WeightReport result = report(deployment("FP16", format::Rounding::NearestEven), before, 1);
        QCOMPARE(result.layers[1].error.nonFinite, std::size_t{1});
        QCOMPARE(result.layers[1].after.total(), std::size_t{2});
        QCOMPARE(result.worst.front().before, 1e6);
    }
};

QTEST_APPLESS_MAIN(TstWeightReport)
#include "tst_weight_report.moc"
