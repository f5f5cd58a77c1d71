// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/fields.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <utility>

#include "core/base/error.h"
#include "core/data/catalogue.h"
#include "core/experiment/field_values.h"
#include "core/experiment/policy_json.h"

namespace roundoff::experiment {
namespace {

// Descriptions common to all kinds of fields.
struct Text {
    std::string path;
    std::string label;
    std::string unit;
    std::string help;
};

struct Range {
    double low;
    double high;
    bool lowOpen = false;
};

using Applies = std::function<bool(const RunSpec&)>;

Field describe(FieldKind kind, Text text, Applies applies) {
    Field field;
    field.kind = kind;
    field.path = std::move(text.path);
    field.label = std::move(text.label);
    field.unit = std::move(text.unit);
    field.help = std::move(text.help);
    field.applies = std::move(applies);
    return field;
}

// `access` gives a reference to the member, const or not as the run is.

template <typename Access>
Field integerField(Text text, Range range, Access access, Applies applies = {}) {
    Field field = describe(FieldKind::Integer, std::move(text), std::move(applies));
    field.low = range.low;
    field.high = range.high;
    field.get = [access](const RunSpec& run) { return Json(access(run)); };
    field.set = [access, range](RunSpec& run, const Json& value) {
        using Number = std::remove_reference_t<decltype(access(run))>;
        access(run) = readInteger<Number>(value, range.low, range.high);
    };
    return field;
}

template <typename Access>
Field optionalIntegerField(Text text, Range range, Access access) {
    Field field = describe(FieldKind::Integer, std::move(text), {});
    field.low = range.low;
    field.high = range.high;
    field.optional = true;
    field.get = [access](const RunSpec& run) { return access(run) ? Json(*access(run)) : Json(nullptr); };
    field.set = [access, range](RunSpec& run, const Json& value) {
        if (value.is_null()) {
            access(run).reset();
        } else {
            access(run) = readInteger<int>(value, range.low, range.high);
        }
    };
    return field;
}

template <typename Access>
Field realField(Text text, Range range, Access access, Applies applies = {}) {
    Field field = describe(FieldKind::Real, std::move(text), std::move(applies));
    field.low = range.low;
    field.high = range.high;
    field.lowOpen = range.lowOpen;
    field.get = [access](const RunSpec& run) { return Json(access(run)); };
    field.set = [access, range](RunSpec& run, const Json& value) {
        access(run) = readReal(value, range.low, range.high, range.lowOpen);
    };
    return field;
}

template <typename Access>
Field booleanField(Text text, Access access) {
    Field field = describe(FieldKind::Boolean, std::move(text), {});
    field.get = [access](const RunSpec& run) { return Json(access(run)); };
    field.set = [access](RunSpec& run, const Json& value) {
        if (!value.is_boolean()) {
            throw InputError("needs true or false, not " + describeJson(value));
        }
        access(run) = value.get<bool>();
    };
    return field;
}

template <typename Access>
Field optionalTextField(Text text, Access access) {
    Field field = describe(FieldKind::Text, std::move(text), {});
    field.optional = true;
    field.get = [access](const RunSpec& run) { return access(run) ? Json(*access(run)) : Json(nullptr); };
    field.set = [access](RunSpec& run, const Json& value) {
        if (value.is_null()) {
            access(run).reset();
        } else if (value.is_string() && !value.get_ref<const std::string&>().empty()) {
            access(run) = value.get<std::string>();
        } else {
            throw InputError("needs a path or null, not " + describeJson(value));
        }
    };
    return field;
}

template <typename Enum, typename Access>
Field choiceField(Text text, std::vector<std::pair<std::string, Enum>> choices, Access access, Applies applies = {}) {
    Field field = describe(FieldKind::Choice, std::move(text), std::move(applies));
    for (const auto& choice : choices) {
        field.choices.push_back(choice.first);
    }
    field.get = [access, choices](const RunSpec& run) {
        const auto found = std::find_if(choices.begin(), choices.end(),
                                        [&](const auto& c) { return c.second == access(run); });
        return found != choices.end() ? Json(found->first) : Json(nullptr);
    };
    field.set = [access, choices](RunSpec& run, const Json& value) {
        std::string known;
        for (const auto& [name, choice] : choices) {
            if (value.is_string() && value.get_ref<const std::string&>() == name) {
                access(run) = choice;
                return;
            }
            known += (known.empty() ? "" : ", ") + name;
        }
        throw InputError("needs one of " + known + ", not " + describeJson(value));
    };
    return field;
}

// The loss scaling that nobody chose: null, which follows the policy.
Field automaticChoice(Field field) {
    field.optional = true;
    field.set = [set = field.set](RunSpec& run, const Json& value) {
        if (value.is_null()) {
            run.lossScaling.kind = nn::LossScalingKind::Automatic;
        } else {
            set(run, value);
        }
    };
    return field;
}

Field datasetNameField() {
    std::vector<std::pair<std::string, std::string>> names;
    for (const std::string& name : data::datasetNames()) {
        names.emplace_back(name, name);
    }
    return choiceField<std::string>(
        {"dataset.name", "Data set", "", "Which images are learned."}, std::move(names),
        [](auto& run) -> auto& { return run.dataset.name; });
}

Field hiddenField() {
    Field field = describe(FieldKind::IntegerList,
                           {"network.hidden", "Hidden layers", "neurons",
                            "Widths of the hidden layers from the input on, such as 128, 64. Empty for none."},
                           {});
    field.low = 1;
    field.high = 1'000'000;
    field.get = [](const RunSpec& run) { return Json(run.network.hidden); };
    field.set = [](RunSpec& run, const Json& value) { run.network.hidden = readIntegerList(value, 1, 1'000'000, 64); };
    return field;
}

Field precisionField() {
    Field field = describe(
        FieldKind::Precision,
        {"precision", "Precision", "",
         "The number format of each tensor in training: one name for all of them, or a format for each role."},
        {});
    field.get = [](const RunSpec& run) { return policyToJson(run.precision); };
    field.set = [](RunSpec& run, const Json& value) { run.precision = policyFromJson(value); };
    return field;
}

Field deploymentsField() {
    Field field = describe(
        FieldKind::Deployments,
        {"deployments", "Deployments", "",
         "What the trained weights are rounded to, without training again; the test accuracy of each is measured."},
        {});
    field.get = [](const RunSpec& run) { return deploymentsToJson(run.deployments); };
    field.set = [](RunSpec& run, const Json& value) { run.deployments = deploymentsFromJson(value); };
    return field;
}

bool usesAdam(const RunSpec& run) {
    return run.optimiser.kind != nn::OptimiserKind::Sgd;
}

bool clips(const RunSpec& run) {
    return run.clipping.kind != nn::ClippingKind::None;
}

std::vector<Field> makeFields() {
    using nn::ClippingKind;
    using nn::LossScalingKind;
    constexpr double kHuge = 1e30;
    std::vector<Field> all;
    all.push_back(datasetNameField());
    all.push_back(optionalTextField(
        {"dataset.directory", "Folder", "",
         "Another folder with files of the same names. Empty for the ones that come with Roundoff."},
        [](auto& run) -> auto& { return run.dataset.directory; }));
    all.push_back(optionalIntegerField(
        {"dataset.trainLimit", "Training images", "images",
         "Train on only the first so many images. Empty for all of them."},
        {1, 10'000'000}, [](auto& run) -> auto& { return run.dataset.trainLimit; }));
    all.push_back(choiceField<Normalisation>(
        {"dataset.normalise", "Normalisation", "",
         "standard: (x / 255 - mean) / deviation of the data set. unit: x / 255."},
        {{"standard", Normalisation::Standard}, {"unit", Normalisation::Unit}},
        [](auto& run) -> auto& { return run.dataset.normalise; }));
    all.push_back(choiceField<nn::NetworkKind>(
        {"network.kind", "Kind", "", "mlp: fully connected layers."}, {{"mlp", nn::NetworkKind::Mlp}},
        [](auto& run) -> auto& { return run.network.kind; }));
    all.push_back(hiddenField());
    all.push_back(choiceField<nn::Activation>(
        {"network.activation", "Activation", "", "The non-linearity between the layers."},
        {{"relu", nn::Activation::Relu}, {"sigmoid", nn::Activation::Sigmoid}, {"tanh", nn::Activation::Tanh}},
        [](auto& run) -> auto& { return run.network.activation; }));
    all.push_back(choiceField<nn::OptimiserKind>(
        {"optimiser.kind", "Optimiser", "",
         "sgd: stochastic gradient descent with momentum. adam, adamw: adaptive steps."},
        {{"sgd", nn::OptimiserKind::Sgd}, {"adam", nn::OptimiserKind::Adam}, {"adamw", nn::OptimiserKind::AdamW}},
        [](auto& run) -> auto& { return run.optimiser.kind; }));
    all.push_back(realField(
        {"optimiser.learningRate", "Learning rate", "", "How far one step goes along the gradient. Adam likes 0.001."},
        {0.0, kHuge, true}, [](auto& run) -> auto& { return run.optimiser.learningRate; }));
    all.push_back(realField(
        {"optimiser.momentum", "Momentum", "", "How much of the last step's velocity the next one keeps."}, {0.0, 1.0},
        [](auto& run) -> auto& { return run.optimiser.momentum; }, [](const RunSpec& run) { return !usesAdam(run); }));
    const auto belowOne = std::nextafter(1.0, 0.0);
    all.push_back(realField(
        {"optimiser.beta1", "Beta 1", "", "Decay of Adam's mean of the gradients."}, {0.0, belowOne},
        [](auto& run) -> auto& { return run.optimiser.beta1; }, usesAdam));
    all.push_back(realField(
        {"optimiser.beta2", "Beta 2", "", "Decay of Adam's mean of the squared gradients."}, {0.0, belowOne},
        [](auto& run) -> auto& { return run.optimiser.beta2; }, usesAdam));
    all.push_back(realField(
        {"optimiser.epsilon", "Epsilon", "",
         "Keeps Adam from dividing by zero. In FP16, stepwise, anything below 6e-8 is zero."},
        {0.0, kHuge}, [](auto& run) -> auto& { return run.optimiser.epsilon; }, usesAdam));
    all.push_back(realField(
        {"optimiser.weightDecay", "Weight decay", "",
         "Pulls the weights toward zero: as an L2 term, or decoupled for adamw."},
        {0.0, kHuge}, [](auto& run) -> auto& { return run.optimiser.weightDecay; }));
    all.push_back(integerField(
        {"training.epochs", "Epochs", "epochs", "How many times all training images are seen."}, {1, 100'000},
        [](auto& run) -> auto& { return run.training.epochs; }));
    all.push_back(integerField(
        {"training.batchSize", "Batch size", "images",
         "Images in one step. The last batch of an epoch may be smaller."},
        {1, 65'536}, [](auto& run) -> auto& { return run.training.batchSize; }));
    all.push_back(integerField(
        {"training.seed", "Seed", "", "Decides the initial weights, the order of the images and the folds."},
        {0, static_cast<double>(std::uint64_t{1} << 53U)}, [](auto& run) -> auto& { return run.training.seed; }));
    all.push_back(booleanField(
        {"training.shuffle", "Shuffle", "",
         "A new order of the images in every epoch; otherwise the order of the file."},
        [](auto& run) -> auto& { return run.training.shuffle; }));
    all.push_back(optionalTextField(
        {"training.initialWeights", "Initial weights", "",
         "A safetensors file to start from. Empty for a random start."},
        [](auto& run) -> auto& { return run.training.initialWeights; }));
    all.push_back(choiceField<nn::Loss>(
        {"training.loss", "Loss", "", "What training makes small."},
        {{"cross-entropy", nn::Loss::CrossEntropy}, {"mean-squared-error", nn::Loss::MeanSquaredError}},
        [](auto& run) -> auto& { return run.training.loss; }));
    all.push_back(integerField(
        {"training.telemetryStride", "Look inside every", "steps",
         "So often it is counted what rounding does in every layer, for the Numerics page. 0 for never."},
        {0, 1'000'000}, [](auto& run) -> auto& { return run.training.telemetryStride; }));
    all.push_back(integerField(
        {"training.weightsStride", "Keep weights every", "epochs",
         "So often the experiment file keeps the weights of an epoch besides the last one's. 0 for never."},
        {0, 1'000'000}, [](auto& run) -> auto& { return run.training.weightsStride; }));
    all.push_back(precisionField());
    all.push_back(automaticChoice(choiceField<LossScalingKind>(
        {"lossScaling.kind", "Loss scaling", "",
         "Multiplies the loss so that small gradients do not underflow. Mixed-precision policies (AMP-*) bring dynamic "
         "scaling unless something is chosen here."},
        {{"none", LossScalingKind::None}, {"static", LossScalingKind::Static}, {"dynamic", LossScalingKind::Dynamic}},
        [](auto& run) -> auto& { return run.lossScaling.kind; })));
    all.push_back(realField(
        {"lossScaling.scale", "Scale", "", "The static scale, or the initial one of dynamic scaling."},
        {0.0, kHuge, true}, [](auto& run) -> auto& { return run.lossScaling.scale; },
        [](const RunSpec& run) { return run.lossScaling.kind != LossScalingKind::None; }));
    all.push_back(choiceField<ClippingKind>(
        {"clipping.kind", "Gradient clipping", "",
         "norm: scales all gradients so that their common norm stays below the threshold. value: limits each element."},
        {{"none", ClippingKind::None}, {"norm", ClippingKind::Norm}, {"value", ClippingKind::Value}},
        [](auto& run) -> auto& { return run.clipping.kind; }));
    all.push_back(realField(
        {"clipping.threshold", "Threshold", "", "The largest norm, or the largest magnitude of an element."},
        {0.0, kHuge, true}, [](auto& run) -> auto& { return run.clipping.threshold; }, clips));
    all.push_back(deploymentsField());
    return all;
}

// Levenshtein distance, to guess what a misspelt path was meant to be.
std::size_t editDistance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j <= b.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({substitution, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

} // namespace

std::string Field::key() const {
    const auto dot = path.find('.');
    return dot == std::string::npos ? path : path.substr(dot + 1);
}

std::span<const Field> fields() {
    static const std::vector<Field> all = makeFields();
    return all;
}

const Field& fieldAt(std::string_view path) {
    const Field* nearest = nullptr;
    std::size_t nearestDistance = std::numeric_limits<std::size_t>::max();
    for (const Field& field : fields()) {
        if (field.path == path) {
            return field;
        }
        const std::size_t distance = path.size() < 100 ? editDistance(field.path, path) : nearestDistance;
        if (distance < nearestDistance) {
            nearest = &field;
            nearestDistance = distance;
        }
    }
    std::string message = std::string(path) + ": there is no such field";
    if (nearest != nullptr) {
        message += "; did you mean " + nearest->path + "?";
    }
    throw InputError(message);
}

bool isGroup(std::string_view path) {
    const auto all = fields();
    return std::any_of(all.begin(), all.end(), [path](const Field& field) { return field.group() == path; });
}

void setField(RunSpec& run, std::string_view path, const Json& value) {
    const Field& field = fieldAt(path);
    try {
        field.set(run, value);
    } catch (const InputError& error) {
        const std::string what = error.what();
        // Nested values name their own place.
        throw InputError(
            what.starts_with(field.path + ".") || what.starts_with(field.path + "[") ? what : field.path + ": " + what);
    }
}

} // namespace roundoff::experiment
