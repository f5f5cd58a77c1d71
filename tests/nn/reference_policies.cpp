// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference_policies.h"

#include <array>
#include <utility>

#include "core/format/binary_float.h"

namespace roundoff::tests {
namespace {

using format::Overflow;
using format::Rounding;
using nn::PrecisionPolicy;
using nn::Role;

struct NamedPolicy {
    std::string name;
    PrecisionPolicy policy;
    nn::LossScalingSpec lossScaling{nn::LossScalingKind::None};
};

PrecisionPolicy named(const char* name) {
    return nn::namedPolicy(name);
}

template <typename Change>
PrecisionPolicy changed(const char* name, const Change& change) {
    PrecisionPolicy policy = named(name);
    change(policy);
    return policy;
}

format::TensorFormat tensorFormat(const char* name) {
    return format::parseTensorFormat(name);
}

nn::Accumulator accumulator(const format::BinaryFloat& f, int chunk, std::optional<Rounding> rounding = {}) {
    nn::Accumulator a(f);
    a.chunk = chunk;
    a.rounding = rounding;
    return a;
}

PrecisionPolicy eachRoleItsOwnWay(PrecisionPolicy policy) {
    policy[Role::MasterWeights] = format::kBf16;
    policy[Role::Weights]->rounding = Rounding::TowardZero;
    policy[Role::MasterWeights]->rounding = Rounding::Stochastic;
    policy[Role::Activations]->rounding = Rounding::Up;
    policy[Role::Gradients]->rounding = Rounding::Down;
    policy[Role::ActivationGradients]->rounding = Rounding::NearestAway;
    policy[Role::ActivationGradients]->overflow = Overflow::Saturate;
    policy[Role::OptimiserState]->rounding = Rounding::TowardZero;
    return policy;
}

void addScalarFormats(std::vector<NamedPolicy>& all) {
    for (const char* name : {"FP32", "FP16", "BF16", "FP8-E5M2", "E4M6", "BF16-SR"}) {
        all.push_back({name, named(name)});
    }
    for (const char* name : {"FP64", "TF32", "DEC3", "FIXED16.10"}) { // Double containers.
        all.push_back({name, named(name)});
    }
    // Scales that the first gradients overflow under.
    all.push_back({"AMP-FP16", named("AMP-FP16"), {nn::LossScalingKind::Dynamic, 0x1p21}});
    all.push_back({"AMP-FP8", named("AMP-FP8"), {nn::LossScalingKind::Automatic, 0x1p21}});
    all.push_back({"AMP-BF16", named("AMP-BF16"), {nn::LossScalingKind::Static, 1000.0}});
    all.push_back({"FP8 with stochastic weights and state", changed("FP8-E4M3", [](PrecisionPolicy& p) {
                       p.overflow = Overflow::Saturate;
                       p[Role::Weights]->rounding = Rounding::Stochastic;
                       p[Role::OptimiserState]->rounding = Rounding::Stochastic;
                   })});
    all.push_back({"BF16, stochastic throughout",
                   changed("BF16", [](PrecisionPolicy& p) { p.rounding = Rounding::Stochastic; })});
    all.push_back({"FP16, each role its own rounding", eachRoleItsOwnWay(named("FP16"))});
    all.push_back({"E4M3, saturating and flushed to zero", changed("E4M3", [](PrecisionPolicy& p) {
                       p.overflow = Overflow::Saturate;
                       p.subnormals = format::Subnormals::Flush;
                   })});
    all.push_back({"E4M3, saturating", changed("E4M3", [](PrecisionPolicy& p) { p.overflow = Overflow::Saturate; })});
    all.push_back({"FP8 with layers of their own", changed("FP8-E5M2", [](PrecisionPolicy& p) {
                       nn::LayerOverride last;
                       last.formats.fill(nn::RoleFormat(format::kFp32));
                       p.layers["layer3"] = last;
                       nn::LayerOverride first;
                       first.formats[static_cast<std::size_t>(Role::Activations)] = format::kBf16;
                       first.formats[static_cast<std::size_t>(Role::Gradients)] = format::kFp16;
                       first.accumulator = accumulator(format::kBf16, 0);
                       p.layers["layer1"] = first;
                   })});
}

void addAccumulators(std::vector<NamedPolicy>& all) {
    const auto with = [&](const std::string& name, const char* policy, const nn::Accumulator& a) {
        all.push_back({name, changed(policy, [&](PrecisionPolicy& p) { p.accumulator = a; })});
    };
    with("FP16 accumulator", "FP16", accumulator(format::kFp16, 0));
    with("FP32 in an FP16 accumulator", "FP32", accumulator(format::kFp16, 0));
    with("BF16 accumulator in stochastic chunks", "BF16", accumulator(format::kBf16, 4, Rounding::Stochastic));
    with("BF16 accumulator, up", "FP32", accumulator(format::kBf16, 0, Rounding::Up));
    with("FP8 accumulator, stochastic", "FP16", accumulator(format::kFp8E5M2, 0, Rounding::Stochastic));
    with("FP8 accumulator in chunks, up", "BF16", accumulator(format::kFp8E4M3, 3, Rounding::Up));
    nn::Accumulator saturating = accumulator(format::kFp8E4M3, 0, Rounding::TowardZero);
    saturating.overflow = Overflow::Saturate;
    with("FP8 accumulator, saturating toward zero", "FP32", saturating);
}

void addSharedScales(std::vector<NamedPolicy>& all) {
    for (const char* name : {"INT8-SYM", "INT8-SYM-CHANNEL", "INT8-AFFINE", "INT4-SYM-G64", "INT4-SYM-G4",
                             "INT5-AFFINE-G3", "MXFP8-E4M3", "MXFP8-E5M2", "MXINT8", "MXFP4", "BLOCK4-FP6-E2M3"}) {
        all.push_back({name, named(name)});
    }
    all.push_back({"MXFP4 activations", changed("FP32", [](PrecisionPolicy& p) {
                       p[Role::Activations] = tensorFormat("MXFP4");
                       p[Role::Activations]->rounding = Rounding::TowardZero;
                   })});
    all.push_back({"INT8-SYM-CHANNEL, stochastic",
                   changed("INT8-SYM-CHANNEL", [](PrecisionPolicy& p) { p.rounding = Rounding::Stochastic; })});
    all.push_back({"shared scales in every role",
                   changed("FP32",
                           [](PrecisionPolicy& p) {
                               p[Role::Weights] = tensorFormat("INT6-SYM-G3");
                               p[Role::MasterWeights] = tensorFormat("INT12-AFFINE-CHANNEL");
                               p[Role::Activations] = tensorFormat("BLOCK4-FP8-E4M3");
                               p[Role::Gradients] = tensorFormat("INT10-SYM-CHANNEL");
                               p[Role::Gradients]->rounding = Rounding::Stochastic;
                               p[Role::ActivationGradients] = tensorFormat("INT9-AFFINE");
                               p[Role::OptimiserState] = tensorFormat("MXFP8-E5M2");
                               p.accumulator = accumulator(format::kBf16, 5);
                           }),
                   {nn::LossScalingKind::Static, 4096.0}});
}

void addStepwise(std::vector<NamedPolicy>& all) {
    const auto stepwise = [&](const std::string& name, PrecisionPolicy policy,
                              const nn::LossScalingSpec& scaling = {nn::LossScalingKind::None}) {
        policy.arithmetic = nn::Arithmetic::Stepwise;
        all.push_back({name, std::move(policy), scaling});
    };
    stepwise("AMP-FP16 stepwise", named("AMP-FP16"), {nn::LossScalingKind::Dynamic, 0x1p21});
    stepwise("FP16 stepwise", named("FP16"));
    stepwise("BF16 stepwise, stochastic",
             changed("BF16", [](PrecisionPolicy& p) { p.rounding = Rounding::Stochastic; }));
    stepwise("FP16 stepwise, each role its own rounding", eachRoleItsOwnWay(named("FP16")));
    stepwise("DEC5 stepwise", named("DEC5"));
}

// All settings change from case to case, so that each policy and each optimiser meets all of them.
nn::TrainerSpec specOf(const NamedPolicy& policy, std::size_t number, std::size_t optimiser) {
    nn::TrainerSpec spec;
    spec.network.hidden = {7, 5};
    spec.network.activation = static_cast<nn::Activation>((number + optimiser) % 3);
    spec.loss = (number + 2 * optimiser) % 4 == 3 ? nn::Loss::MeanSquaredError : nn::Loss::CrossEntropy;
    spec.precision = policy.policy;
    spec.optimiser.kind = static_cast<nn::OptimiserKind>(optimiser);
    spec.optimiser.learningRate = spec.optimiser.kind == nn::OptimiserKind::Sgd ? 0.1 : 0.02;
    spec.optimiser.momentum = number % 5 == 4 ? 0.0 : 0.9;
    spec.optimiser.epsilon = 1e-3;
    spec.optimiser.weightDecay = number % 4 == 1 ? 0.0 : 0.05;
    spec.lossScaling = policy.lossScaling;
    spec.clipping.kind = static_cast<nn::ClippingKind>((number / 3 + optimiser) % 3);
    spec.clipping.threshold = spec.clipping.kind == nn::ClippingKind::Norm ? 0.4 : 0.08;
    spec.batchSize = 6;
    spec.seed = 7 + number;
    return spec;
}

// Adam's denominator can be zero: where a gradient is, that makes a NaN, and nowhere else.
void addEpsilons(const NamedPolicy& single, const NamedPolicy& half, std::vector<TrainingCase>& cases) {
    TrainingCase none{"FP32 without an epsilon, Adam", specOf(single, 1, 1)};
    none.spec.optimiser.epsilon = 0.0;
    cases.push_back(none);
    TrainingCase lost{"FP16 stepwise, where the epsilon is 0, Adam", specOf(half, 1, 1), false};
    lost.spec.precision.arithmetic = nn::Arithmetic::Stepwise;
    lost.spec.optimiser.epsilon = 1e-8;
    cases.push_back(lost);
}

// The optimiser goes through a weight [70, 13] in two pieces, unless its values share scales.
void addWideLayers(std::vector<TrainingCase>& cases) {
    NamedPolicy fused{"BF16-SR", named("BF16-SR")};
    NamedPolicy stepwise{"BF16 stepwise, stochastic", named("BF16")};
    stepwise.policy.rounding = Rounding::Stochastic;
    stepwise.policy.arithmetic = nn::Arithmetic::Stepwise;
    NamedPolicy shared{"INT8-SYM, master weights too", named("INT8-SYM")};
    shared.policy[Role::MasterWeights] = tensorFormat("INT16-SYM");
    for (const NamedPolicy& policy : {fused, stepwise, shared}) {
        TrainingCase wide{policy.name + ", wide layer, Adam", specOf(policy, 2, 1)};
        wide.spec.network.hidden = {70, 5};
        cases.push_back(wide);
    }
}

std::vector<TrainingCase> makeCases() {
    std::vector<NamedPolicy> policies;
    addScalarFormats(policies);
    addAccumulators(policies);
    addSharedScales(policies);
    addStepwise(policies);
    std::vector<TrainingCase> cases;
    constexpr std::array kOptimisers{"SGD", "Adam", "AdamW"};
    for (std::size_t number = 0; number < policies.size(); ++number) {
        for (std::size_t optimiser = 0; optimiser < kOptimisers.size(); ++optimiser) {
            cases.push_back({policies[number].name + ", " + kOptimisers.at(optimiser),
                             specOf(policies[number], number, optimiser)});
        }
    }
    addEpsilons(policies[0], policies[1], cases);
    addWideLayers(cases);
    return cases;
}

} // namespace

const std::vector<TrainingCase>& trainingCases() {
    static const std::vector<TrainingCase> kCases = makeCases();
    return kCases;
}

} // namespace roundoff::tests
