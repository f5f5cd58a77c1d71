// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/initialisation.h"

#include <cmath>
#include <vector>

namespace roundoff::nn {

template <typename T>
void initialiseKaimingUniform(std::span<Parameter<T>> weightAndBias, std::uint64_t seed) {
    if (weightAndBias.empty()) {
        return;
    }
    const double bound = 1.0 / std::sqrt(static_cast<double>(weightAndBias.front().shape().back()));
    for (Parameter<T>& parameter : weightAndBias) {
        const format::RandomStream stream{seed, format::Purpose::Initialisation, parameter.id(), 0, 0};
        std::vector<double> values(parameter.size());
        for (std::size_t i = 0; i < values.size(); ++i) {
            values[i] = (2.0 * stream.uniformAt(i) - 1.0) * bound;
        }
        parameter.assign(values, {seed, 0, 0});
    }
}

template void initialiseKaimingUniform(std::span<Parameter<float>>, std::uint64_t);
template void initialiseKaimingUniform(std::span<Parameter<double>>, std::uint64_t);

} // namespace roundoff::nn
