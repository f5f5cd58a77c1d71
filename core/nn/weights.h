// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace roundoff::nn {

/// One tensor of a network: layer1.weight as [outputs, inputs] in row-major order, layer1.bias as [outputs], ...
struct WeightTensor {
    std::string name;
    std::vector<std::size_t> shape;
    std::vector<double> values; ///< Exact: every container's value is a double.

    [[nodiscard]] std::string layer() const { return name.substr(0, name.find('.')); }
    [[nodiscard]] bool isBias() const { return shape.size() == 1; }

    bool operator==(const WeightTensor&) const = default;
};

/// All parameters of a network at one moment, in layer order, weight before bias.
struct WeightSnapshot {
    std::vector<WeightTensor> tensors;
    bool doubleContainer = false; ///< Whether they were computed in double; else every value is a float.

    [[nodiscard]] std::size_t parameterCount() const {
        std::size_t count = 0;
        for (const auto& tensor : tensors) {
            count += tensor.values.size();
        }
        return count;
    }

    bool operator==(const WeightSnapshot&) const = default;
};

/// SHA-256 of the values in order, as little-endian doubles.
[[nodiscard]] std::string digest(const WeightSnapshot& weights);

} // namespace roundoff::nn
