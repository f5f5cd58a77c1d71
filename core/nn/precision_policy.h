// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/format/format.h"

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

/// A format for each role; for some of them, or all.
using RoleFormats = std::array<std::optional<format::Format>, kRoleCount>;

/// Which format each tensor of the training loop is rounded to, and how. A value; `name()` is derived from it.
struct PrecisionPolicy {
    /// Formats by role. All but the master weights have one; without master weights the optimiser updates the weights.
    RoleFormats formats;
    /// What products are accumulated in: FP32 for a float container and FP64 for a double one, which is also the
    /// default.
    std::optional<format::Format> accumulator;
    format::Rounding rounding = format::Rounding::NearestEven;
    std::optional<format::Overflow> overflow; ///< Without one, each format's own default.
    format::Subnormals subnormals = format::Subnormals::Keep;
    Arithmetic arithmetic = Arithmetic::Fused;
    std::map<std::string, RoleFormats> layers; ///< Overrides by layer name (layer1, layer2, ...).

    /// FP32 in every role, without master weights.
    PrecisionPolicy();

    [[nodiscard]] const std::optional<format::Format>& operator[](Role role) const {
        return formats[static_cast<std::size_t>(role)];
    }
    [[nodiscard]] std::optional<format::Format>& operator[](Role role) {
        return formats[static_cast<std::size_t>(role)];
    }

    /// The name under which `namedPolicy` gives an equal policy, else "custom".
    [[nodiscard]] std::string name() const;

    /// The formats of one layer, its overrides applied.
    [[nodiscard]] RoleFormats formatsOf(const std::string& layer) const;

    /// Whether the container is double: some format does not fit float, or products are accumulated in FP64.
    [[nodiscard]] bool needsDouble() const;

    bool operator==(const PrecisionPolicy&) const = default;
};

/// The policy of a name: a binary float's name (that format in every role), AMP-FP16 or AMP-BF16 (that format for
/// weights, activations and gradients; FP32 master weights and optimiser state; Micikevicius et al.: Mixed precision
/// training, ICLR 2018).
/// @throws InputError that lists what there is
[[nodiscard]] PrecisionPolicy namedPolicy(std::string_view name);

/// The policies that a person is offered, widest first.
[[nodiscard]] std::vector<std::string> offeredPolicies();

/// @throws InputError if the policy cannot be computed exactly: a decimal or integer in a role, an accumulator that is
///         not the container's, an overflow that a format cannot express
void validate(const PrecisionPolicy& policy);

} // namespace roundoff::nn
