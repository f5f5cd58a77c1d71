// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deploy/shared_scales.h"

#include <type_traits>

#include "core/format/binary_float.h"
#include "core/format/tensor_rows.h"
#include "core/kernels/quantise_tensor.h"

namespace roundoff::deploy {
namespace {

using format::Format;

double toSingle(double value) {
    // A code times a scale that was rounded up can lie just above the largest float.
    return format::quantise(format::kFp32, value, format::Rounding::NearestEven, format::Overflow::Saturate,
                            format::Subnormals::Keep, 0);
}

} // namespace

void roundToSharedScales(const format::TensorFormat& format, format::Rounding rounding, std::uint64_t seed,
                         nn::WeightSnapshot& weights) {
    const kernels::TensorQuantiser<double> quantise({format, rounding, format::Overflow::Saturate, {}});
    std::uint32_t number = 0;
    for (auto& tensor : weights.tensors) {
        const format::RandomStream stream{seed, format::Purpose::Deployment, number++, 0, 0};
        const format::Rows rows = format::rowsOf(tensor.shape);
        quantise({tensor.values.data(), rows.count, rows.length, rows.length}, kernels::Channels::Rows, stream);
        if (!weights.doubleContainer) {
            for (double& value : tensor.values) {
                value = toSingle(value);
            }
        }
    }
}

std::size_t storedBits(const format::TensorFormat& format, const nn::WeightSnapshot& weights) {
    std::size_t bits = 0;
    for (const auto& tensor : weights.tensors) {
        std::visit(
            [&](const auto& f) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(f)>, Format>) {
                    bits += format::storedBits(f, tensor.shape);
                }
            },
            format);
    }
    return bits;
}

} // namespace roundoff::deploy
