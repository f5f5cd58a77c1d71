// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/tensor_format.h"

namespace roundoff::nn {

/// The parts that tensors play in training.
enum class Role : std::uint8_t {
    Weights,       ///< Weights and biases as the products see them.
    MasterWeights, ///< What the optimiser updates, if it is kept apart from the weights.
    Activations,   ///< Inputs included.
    Gradients,     ///< Of weights and biases.
    ActivationGradients,
    OptimiserState ///< Velocities and moments.
};

inline constexpr std::size_t kRoleCount = 6;
inline constexpr std::array<Role, kRoleCount> kRoles{Role::Weights,   Role::MasterWeights,       Role::Activations,
                                                     Role::Gradients, Role::ActivationGradients, Role::OptimiserState};

/// The name of a role in specifications: weights, masterWeights, activations, ...
[[nodiscard]] std::string_view roleName(Role role);

/// How an element-wise step (bias, activation, loss, optimiser) computes.
enum class Arithmetic : std::uint8_t {
    Fused,   ///< Evaluates the step in the container and rounds what is stored.
    Stepwise ///< Rounds after every elementary operation and every constant, as an eager framework does.
};

/// What the tensors of one role are rounded to, and how, where that is not as in the rest of the policy.
struct RoleFormat {
    format::TensorFormat format = format::Format(format::kFp32);
    std::optional<format::Rounding> rounding; ///< Without one, the policy's.
    std::optional<format::Overflow> overflow; ///< Without one, the policy's.

    RoleFormat() = default;
    // NOLINTBEGIN(google-explicit-constructor): a format alone is the usual role.
    RoleFormat(const format::TensorFormat& f) : format(f) {}
    RoleFormat(const format::Format& f) : format(f) {}
    RoleFormat(const format::BinaryFloat& f) : format(format::Format(f)) {}
    // NOLINTEND(google-explicit-constructor)

    friend bool operator==(const RoleFormat&, const RoleFormat&) = default;
};

/// A format for each role; for some of them, or all.
using RoleFormats = std::array<std::optional<RoleFormat>, kRoleCount>;

/// What products are accumulated in: every product and every sum is rounded once to it, in the order of k.
struct Accumulator {
    /// FP32 or FP64, which then is the container's own fused multiply-add, or a format of at most 11 significand bits.
    format::BinaryFloat format = format::kFp32;
    /// So many products are summed in the format, and these sums in FP32 (Wang et al.: Training deep neural networks
    /// with 8-bit floating point numbers, NeurIPS 2018, section 2.3); 0 for one chain.
    int chunk = 0;
    std::optional<format::Rounding> rounding; ///< Without one, the policy's.
    std::optional<format::Overflow> overflow; ///< Without one, the policy's.

    Accumulator() = default;
    Accumulator(const format::BinaryFloat& f) : format(f) {} // NOLINT(google-explicit-constructor)

    /// Whether it is the container's own arithmetic.
    [[nodiscard]] bool isNative() const { return format == format::kFp32 || format == format::kFp64; }

    friend bool operator==(const Accumulator&, const Accumulator&) = default;
};

/// What one layer does differently.
struct LayerOverride {
    RoleFormats formats; ///< A role that is named is replaced as a whole, rounding and overflow included.
    std::optional<Accumulator> accumulator;

    bool operator==(const LayerOverride&) const = default;
};

/// Which format each tensor of the training loop is rounded to, and how. A value; `name()` is derived from it.
struct PrecisionPolicy {
    /// Formats by role. All but the master weights have one; without master weights the optimiser updates the weights.
    RoleFormats formats;
    /// Without one: FP32 in a float container, FP64 in a double one.
    std::optional<Accumulator> accumulator;
    format::Rounding rounding = format::Rounding::NearestEven;
    std::optional<format::Overflow> overflow; ///< Without one, each format's own default.
    format::Subnormals subnormals = format::Subnormals::Keep;
    Arithmetic arithmetic = Arithmetic::Fused;
    std::map<std::string, LayerOverride> layers; ///< By layer name (layer1, layer2, ...).

    /// FP32 in every role, without master weights.
    PrecisionPolicy();

    [[nodiscard]] const std::optional<RoleFormat>& operator[](Role role) const {
        return formats[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] std::optional<RoleFormat>& operator[](Role role) { return formats[static_cast<std::size_t>(role)]; }

    /// The name under which `namedPolicy` gives an equal policy, else "custom".
    [[nodiscard]] std::string name() const;

    /// The formats of one layer, its overrides applied.
    [[nodiscard]] RoleFormats formatsOf(const std::string& layer) const;
    [[nodiscard]] std::optional<Accumulator> accumulatorOf(const std::string& layer) const;

    /// How a role's rounding and overflow come out: its own, or the policy's, or the format's default.
    [[nodiscard]] format::Rounding roundingOf(const RoleFormat& role) const { return role.rounding.value_or(rounding); }
    [[nodiscard]] format::Overflow overflowOf(const RoleFormat& role) const;

    /// Whether the container is double: some scalar format does not fit float, or products are accumulated in FP64.
    /// Values of formats with shared scales are products of a code and a scale that the container rounds, as a network
    /// that unpacks them does; they go with both.
    [[nodiscard]] bool needsDouble() const;

    bool operator==(const PrecisionPolicy&) const = default;
};

/// The policy of a name:
/// - a binary float, FIXED<n>.<f> or DEC<d>: that format in every role;
/// - AMP-FP16, AMP-BF16: that format for weights, activations and all gradients; FP32 master weights and optimiser
/// state
///   (Micikevicius et al.: Mixed precision training, ICLR 2018);
/// - AMP-FP8: the same with FP8-E4M3 for weights and activations and FP8-E5M2 for all gradients; the former
///   saturate   (Micikevicius et al.: FP8 formats for deep learning, arXiv 2209.05433);
/// - BF16-SR: BF16 in every role, stored weights and optimiser state rounded stochastically (Gupta et al.: Deep
/// learning
///   with limited numerical precision, ICML 2015; Zamirai et al.: Revisiting BFloat16 training, arXiv 2010.06192);
/// - a format with shared scales: integers for weights and activations, as in quantisation-aware training (Jacob et
/// al.:
///   Quantization and training of neural networks, CVPR 2018), block formats for the activations' gradients too; FP32
///   for all else, master weights included.
/// @throws InputError that lists what there is
[[nodiscard]] PrecisionPolicy namedPolicy(std::string_view name);

/// The policies that a person is offered, widest first.
[[nodiscard]] std::vector<std::string> offeredPolicies();

/// @throws InputError if the policy cannot be computed exactly, or means nothing: an unscaled integer in a role, an
///         accumulator that the container cannot round to, an overflow that a format cannot express, shared scales with
///         stepwise arithmetic
void validate(const PrecisionPolicy& policy);

} // namespace roundoff::nn
