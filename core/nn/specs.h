// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace roundoff::nn {

enum class NetworkKind : std::uint8_t { Mlp };
enum class Activation : std::uint8_t { Relu, Sigmoid, Tanh };
enum class Loss : std::uint8_t { CrossEntropy, MeanSquaredError };
enum class OptimiserKind : std::uint8_t { Sgd, Adam, AdamW };
enum class ClippingKind : std::uint8_t { None, Norm, Value };

/// Where the loss scale comes from. Automatic: dynamic for mixed-precision policies (AMP-*), none for all others.
enum class LossScalingKind : std::uint8_t { Automatic, None, Static, Dynamic };

struct NetworkSpec {
    NetworkKind kind = NetworkKind::Mlp;
    std::vector<int> hidden{128, 64}; ///< Widths of the hidden layers, from the input on; may be empty.
    Activation activation = Activation::Relu;

    bool operator==(const NetworkSpec&) const = default;
};

/// Parameters that a kind of optimiser does not use are kept, but have no effect.
struct OptimiserSpec {
    OptimiserKind kind = OptimiserKind::Sgd;
    double learningRate = 0.01;
    double momentum = 0.9;
    double beta1 = 0.9;
    double beta2 = 0.999;
    double epsilon = 1e-8;
    double weightDecay = 0.0; ///< L2 for SGD and Adam, decoupled for AdamW.

    bool operator==(const OptimiserSpec&) const = default;
};

struct LossScalingSpec {
    LossScalingKind kind = LossScalingKind::Automatic;
    double scale = 65536.0; ///< The static scale, or the initial one of dynamic scaling.

    bool operator==(const LossScalingSpec&) const = default;
};

struct ClippingSpec {
    ClippingKind kind = ClippingKind::None;
    double threshold = 1.0;

    bool operator==(const ClippingSpec&) const = default;
};

/// Layer widths from input to output.
[[nodiscard]] inline std::vector<std::size_t> layerWidths(const NetworkSpec& spec, std::size_t inputs,
                                                          std::size_t classes) {
    std::vector<std::size_t> widths{inputs};
    for (const int width : spec.hidden) {
        widths.push_back(static_cast<std::size_t>(width));
    }
    widths.push_back(classes);
    return widths;
}

} // namespace roundoff::nn
