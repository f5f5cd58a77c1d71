// SPDX-License-Identifier: GPL-3.0-or-later
// Training in FP64 against PyTorch's own trajectory (tests/golden/pytorch/trajectories.json): from the same weights and
// the same batches, every loss, every gradient norm and the final weights agree to 1e-8 over two epochs.
#include <QTest>

#include <algorithm>
#include <cmath>

#include "core/data/catalogue.h"
#include "core/data/locations.h"
#include "core/experiment/batches.h"
#include "core/experiment/fields.h"
#include "core/nn/trainer.h"
#include "tests/support/golden.h"

using namespace roundoff;
using nlohmann::json;

namespace {

constexpr double kTolerance = 1e-8;

const json& trajectories() {
    static const json file = tests::golden("pytorch/trajectories.json");
    return file;
}

const data::Dataset& mnist() {
    static const auto dataset = data::loadDataset("mnist",
                                                  std::filesystem::path(ROUNDOFF_RESOURCE_DIR) / "datasets" / "mnist");
    return *dataset;
}

// The formula of the golden values' README.
double initialValue(std::uint64_t index, std::uint64_t layer, std::uint64_t kind, std::size_t fanIn) {
    std::uint64_t x = (index * 2654435761U + layer * 40503U + kind * 9176U + 12345U) & 0xFFFFFFFFU;
    x ^= x >> 16U;
    x = (x * 0x85ebca6bU) & 0xFFFFFFFFU;
    x ^= x >> 13U;
    x = (x * 0xc2b2ae35U) & 0xFFFFFFFFU;
    x ^= x >> 16U;
    return (2.0 * (static_cast<double>(x) / 4294967296.0) - 1.0) / std::sqrt(static_cast<double>(fanIn));
}

nn::WeightSnapshot initialWeights(const std::vector<std::size_t>& widths) {
    nn::WeightSnapshot weights;
    weights.doubleContainer = true;
    for (std::size_t layer = 1; layer < widths.size(); ++layer) {
        const std::size_t in = widths[layer - 1];
        const std::size_t out = widths[layer];
        nn::WeightTensor weight{"layer" + std::to_string(layer) + ".weight", {out, in}, std::vector<double>(out * in)};
        nn::WeightTensor bias{"layer" + std::to_string(layer) + ".bias", {out}, std::vector<double>(out)};
        for (std::size_t i = 0; i < weight.values.size(); ++i) {
            weight.values[i] = initialValue(i, layer, 0, in);
        }
        for (std::size_t i = 0; i < bias.values.size(); ++i) {
            bias.values[i] = initialValue(i, layer, 1, in);
        }
        weights.tensors.push_back(std::move(weight));
        weights.tensors.push_back(std::move(bias));
    }
    return weights;
}

// The case's settings by way of the field table, as a specification would give them.
experiment::RunSpec runOf(const json& c) {
    experiment::RunSpec run;
    const auto set = [&run](const std::string& path, const json& value) {
        experiment::setField(run, path, experiment::Json::parse(value.dump()));
    };
    set("network.hidden", c["hidden"]);
    set("network.activation", c["activation"]);
    set("training.loss", c["loss"]);
    set("training.batchSize", c["batchSize"]);
    for (const auto& [key, value] : c["optimiser"].items()) {
        set("optimiser." + key, value);
    }
    for (const auto& [key, value] : c["clipping"].items()) {
        set("clipping." + key, value);
    }
    run.precision = nn::namedPolicy("FP64");
    return run;
}

bool close(double got, double want) {
    return std::fabs(got - want) <= kTolerance * std::fmax(1.0, std::fabs(want));
}

} // namespace

class TestPyTorchTrajectory : public QObject {
    Q_OBJECT

private slots:
    void followsPyTorch_data() {
        QTest::addColumn<int>("number");
        int number = 0;
        for (const auto& c : trajectories()["cases"]) {
            QTest::addRow("%s", c["name"].get<std::string>().c_str()) << number++;
        }
    }
    void followsPyTorch() {
        QFETCH(int, number);
        const json& c = trajectories()["cases"][static_cast<std::size_t>(number)];
        const experiment::RunSpec run = runOf(c);
        const auto training = experiment::makeExamples(mnist(), mnist().training, run.dataset.normalise);
        const auto test = experiment::makeExamples(mnist(), mnist().test, run.dataset.normalise);
        const auto batchSize = c["batchSize"].get<std::size_t>();
        const auto trainer = nn::Trainer::make(
            {run.network, run.optimiser, run.precision, run.lossScaling, run.clipping, run.training.loss, batchSize, 1},
            training, 10);
        trainer->setWeights(initialWeights(nn::layerWidths(run.network, training.features, 10)));

        const auto images = c["trainLimit"].is_null() ? training.count() : c["trainLimit"].get<std::size_t>();
        const auto stride = c["stepStride"].get<std::size_t>();
        std::size_t globalStep = 0;
        for (std::uint32_t epoch = 1; epoch <= c["epochs"].get<std::uint32_t>(); ++epoch) {
            double lossSum = 0.0;
            for (std::size_t first = 0; first < images; first += batchSize) {
                std::vector<std::uint32_t> batch;
                for (std::size_t i = first; i < std::min(first + batchSize, images); ++i) {
                    batch.push_back(static_cast<std::uint32_t>(i));
                }
                const auto step = trainer->step(training, batch, epoch, static_cast<std::uint32_t>(first / batchSize));
                lossSum += step.loss * static_cast<double>(batch.size());
                if (globalStep % stride == 0) {
                    QVERIFY2(close(step.loss, c["stepLoss"][globalStep / stride].get<double>()),
                             qPrintable(QString::number(globalStep)));
                    QVERIFY2(close(step.gradientNorm, c["preClipNorm"][globalStep / stride].get<double>()),
                             qPrintable(QString::number(globalStep)));
                }
                ++globalStep;
            }
            QVERIFY(close(lossSum / static_cast<double>(images), c["trainLoss"][epoch - 1].get<double>()));
        }

        const nn::WeightSnapshot weights = trainer->weights();
        for (std::size_t t = 0; t < weights.tensors.size(); ++t) {
            const json& golden = c["finalWeights"][t];
            QCOMPARE(weights.tensors[t].name, golden["name"].get<std::string>());
            QCOMPARE(weights.tensors[t].shape, golden["shape"].get<std::vector<std::size_t>>());
            for (std::size_t i = 0; i < golden["indices"].size(); ++i) {
                const double got = weights.tensors[t].values[golden["indices"][i].get<std::size_t>()];
                QVERIFY2(std::fabs(got - golden["values"][i].get<double>()) <= kTolerance,
                         weights.tensors[t].name.c_str());
            }
        }
        const auto outcome = trainer->evaluate(test, {}, 0, [] { return true; });
        QCOMPARE(outcome.correct, c["testAccuracy"].get<std::size_t>());
    }

    void initialWeightsAreTheGoldenOnes() {
        for (const auto& golden : trajectories()["initialWeights"]) {
            std::vector<std::size_t> widths{784};
            for (const auto& width : golden["hidden"]) {
                widths.push_back(width.get<std::size_t>());
            }
            widths.push_back(10);
            const auto weights = initialWeights(widths);
            for (std::size_t t = 0; t < golden["tensors"].size(); ++t) {
                const json& tensor = golden["tensors"][t];
                for (std::size_t i = 0; i < tensor["indices"].size(); ++i) {
                    QCOMPARE(weights.tensors[t].values[tensor["indices"][i].get<std::size_t>()],
                             tensor["values"][i].get<double>());
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestPyTorchTrajectory)
#include "tst_pytorch_trajectory.moc"
