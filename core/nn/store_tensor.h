// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/nn/layer_precision.h"
#include "core/nn/step_probe.h"

namespace roundoff::nn {

/// A tensor as it is stored in a step.
struct StoredTensor {
    Role role;                 ///< Whose numbers they are.
    TensorOperation operation; ///< What computed them.
    std::uint32_t id;          ///< Of its random bits: see `tensorId`.
    kernels::Channels channels = kernels::Channels::Rows;
};

/// Numbers of a tensor that are worth another thread's while.
inline constexpr std::size_t kSharedPiece = 8192;

/// Rounds a tensor by all threads of the context's team: number by number where the format lets it.
template <typename T>
void roundShared(const kernels::TensorQuantiser<T>& quantiser, const StoredTensor& tensor,
                 kernels::MatrixView<T> values, const StepContext& context) {
    const format::RandomStream stream = roundingStream(context, tensor.id);
    if (!quantiser.isScalar()) {
        quantiser(values, tensor.channels, stream);
    } else if (!quantiser.isIdentity()) {
        const std::span<T> all = values.storage();
        kernels::divide(context.team, all.size(), kSharedPiece, [&](std::size_t first, std::size_t last) {
            quantiser.scalar()(all.subspan(first, last - first), stream, first);
        });
    }
}

/// Rounds values that an operation has left in place by `quantiser`, and shows them to the probe if there is one.
template <typename T>
void roundAndShow(const kernels::TensorQuantiser<T>& quantiser, int layer, const StoredTensor& tensor,
                  kernels::MatrixView<T> values, const StepContext& context) {
    if (context.probe != nullptr) {
        context.probe->remember<T>(values.storage(), paddedRows(values));
    }
    roundShared<T>(quantiser, tensor, values, context);
    if (context.probe != nullptr) {
        context.probe->seeRounded<T>(layer, tensor.role, tensor.operation, quantiser.quantisation(), values.storage(),
                                     paddedRows(values));
    }
}

/// Rounds them to the format of their role in a layer.
template <typename T>
void storeTensor(const LayerPrecision<T>& precision, const StoredTensor& tensor, kernels::MatrixView<T> values,
                 const StepContext& context) {
    roundAndShow(precision[tensor.role], precision.layer(), tensor, values, context);
}

/// A piece [first, first + count) of a tensor's storage, in a scalar format.
template <typename T>
void storePiece(const LayerPrecision<T>& precision, const StoredTensor& tensor, kernels::MatrixView<T> matrix,
                std::size_t first, std::size_t count, const StepContext& context) {
    const std::span<T> values = matrix.storage().subspan(first, count);
    const kernels::TensorQuantiser<T>& quantiser = precision[tensor.role];
    if (context.probe != nullptr) {
        context.probe->remember<T>(values, paddedRows(matrix, first));
    }
    quantiser.scalar()(values, roundingStream(context, tensor.id), first);
    if (context.probe != nullptr) {
        context.probe->seeRounded<T>(precision.layer(), tensor.role, tensor.operation, quantiser.quantisation(), values,
                                     paddedRows(matrix, first));
    }
}

} // namespace roundoff::nn
