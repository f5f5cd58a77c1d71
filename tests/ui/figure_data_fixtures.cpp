// SPDX-License-Identifier: GPL-3.0-or-later
#include "figure_data_fixtures.h"

#include <utility>

#include "core/experiment/plan.h"
#include "tests/ui/figure_fixtures.h"
#include "tests/ui/numerics_fixtures.h"

namespace roundoff::ui {

deploy::Deployment decimals(int digits, format::Rounding rounding) {
    return {.format = format::Decimal{digits}, .rounding = rounding, .overflow = {}, .scope = deploy::Scope::Weights};
}

experiment::MetricPoint step(std::uint32_t number, double scale, std::uint32_t skipped) {
    experiment::MetricPoint point;
    point.step = number;
    point.lossScale = scale;
    point.skipped = skipped;
    return point;
}

std::shared_ptr<const data::Dataset> threeClasses() {
    auto dataset = std::make_shared<data::Dataset>();
    dataset->name = "tiny";
    dataset->title = "Tiny";
    dataset->classes = 3;
    dataset->training.rows = 2;
    dataset->training.columns = 2;
    dataset->training.labels = {2, 2, 0, 1, 0};
    for (std::uint8_t pixel = 0; pixel < 20; ++pixel) {
        dataset->training.pixels.push_back(pixel % 4 == 0 ? 255 : 0); // The upper left pixel of each.
    }
    dataset->test = dataset->training;
    return dataset;
}

std::shared_ptr<const nn::WeightSnapshot> smallWeights() {
    nn::WeightSnapshot weights;
    weights.tensors = {{"layer1.weight", {2, 4}, {-0.5, 0.1, 0.1, 0.25, 0.0, -0.0, 0.12, 0.3}},
                       {"layer1.bias", {2}, {9.0, 9.0}},
                       {"layer2.weight", {3, 2}, {0.2, 0.2, 0.2, 0.2, 0.2, -0.2}},
                       {"layer2.bias", {3}, {9.0, 9.0, 9.0}}};
    return std::make_shared<const nn::WeightSnapshot>(weights);
}

FigureData everything() {
    FigureData data;
    data.title = "Everything";
    data.axisLabel = "Clipping threshold";
    data.intervalName = "95 % interval";
    data.classes = 3;
    data.weightsLabel = "FP32";
    data.spec.network.hidden = {2};
    data.weights = smallWeights();
    data.dataset = threeClasses();
    for (const char* precision : {"FP32", "AMP-FP16"}) {
        data.groups.append(atThreshold(precision, 5.0, {figureRun(0.9, 1.0), figureRun(0.8, 2.0, 1.5)}));
        data.groups.append(atThreshold(precision, 0.1, {figureRun(0.5, 4.0)}));
        FigureGroup none = figureGroup(precision, {figureRun(0.7, 3.0)});
        none.offAxis = true;
        none.label = QStringLiteral("%1 unclipped").arg(precision);
        data.groups.append(none);
    }
    data.groups[1].accuracyInterval = Range{0.4, 0.6};
    for (FigureRun& run : data.groups[0].runs) {
        run.deployments = {{"DEC1", *run.testAccuracy - 0.5, decimals(1), 4},
                           {"DEC2", *run.testAccuracy - 0.1, decimals(2), 7},
                           {"DEC1, toward-zero", 0.1, decimals(1, format::Rounding::TowardZero), 3}};
    }
    data.groups[0].runs[1].deployments[1].bitsPerWeight = 8;
    for (FigureRun& run : data.groups[3].runs) {
        run.timeKind = TimeKind::Emulated;
        run.scaleSteps = {step(1, 65536.0), step(7, 32768.0, 1), step(20, 32768.0)};
    }
    experiment::RunResult inside;
    inside.telemetry = {twoLayers(50, 1), twoLayers(100, 2)};
    inside.exponents = {exponentsSeen(1, 1, nn::Role::Activations), exponentsSeen(2, 1, nn::Role::Activations),
                        exponentsSeen(2, 2, nn::Role::Gradients)};
    data.telemetry = FigureTelemetry{"AMP-FP16", nn::namedPolicy("AMP-FP16"),
                                     std::make_shared<const experiment::RunResult>(inside)};
    return data;
}

std::shared_ptr<const nn::WeightSnapshot> evenWeights(double largest) {
    constexpr std::size_t kCount = 100000;
    nn::WeightTensor tensor{"layer1.weight", {1, kCount}, {}};
    for (std::size_t i = 0; i < kCount; ++i) {
        tensor.values.push_back(largest * ((2.0 * static_cast<double>(i) + 1.0) / kCount - 1.0));
    }
    nn::WeightSnapshot weights;
    weights.tensors = {tensor};
    return std::make_shared<const nn::WeightSnapshot>(weights);
}

store::ExperimentResults twoSeeds(experiment::RunStatus ofSecond) {
    store::ExperimentResults results;
    results.spec.repeats = {0, 2};
    results.plan = experiment::makePlan(results.spec);
    for (const bool first : {true, false}) {
        auto result = std::make_shared<experiment::RunResult>();
        result->status = first ? experiment::RunStatus::Done : ofSecond;
        result->epochs.resize(1);
        result->epochs[0].epoch = 1;
        result->epochs[0].test.accuracy = first ? 0.75 : 0.125;
        result->epochs[0].validation = result->epochs[0].test;
        result->trainSeconds = first ? 8.0 : 1.0;
        result->evalSeconds = first ? 2.0 : 0.25;
        result->steps = {step(1, 4.0), step(2, 2.0)};
        result->deployments = {{decimals(2), {1.0, first ? 0.5 : 0.25}, 0.0, {}}};
        results.runs.push_back(result);
    }
    return results;
}

std::shared_ptr<const FigureData> shared(const FigureData& data) {
    return std::make_shared<const FigureData>(data);
}

Figure figureOf(const FigureData& data, const std::string& kind, const std::map<std::string, std::string>& options) {
    const std::optional<Figure> figure = paperFigure(shared(data), {"1", kind, "", options});
    return figure.value_or(Figure{});
}

QString svgOf(const Figure& figure) {
    return QString::fromUtf8(renderPicture("svg", figure.size, figure.title, onPaper(figure, {})));
}

int darkPixels(const QImage& image, const std::function<bool(int, int)>& where) {
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            count += where(x, y) && qGray(image.pixel(x, y)) < 160 ? 1 : 0;
        }
    }
    return count;
}

} // namespace roundoff::ui
