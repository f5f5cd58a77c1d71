// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <span>

#include "core/kernels/byte_table.h"
#include "core/nn/examples.h"
#include "core/nn/loss_function.h"
#include "core/nn/network.h"

namespace roundoff::nn {

/// Images in one forward pass of an evaluation: enough for the products, few enough for the cache.
inline constexpr std::size_t kEvaluationBatch = 64;

/// Turns bytes into rows of inputs in the format of the first layer's activations. Stochastic rounding is for what
/// training computes: inputs of a scalar format are rounded to nearest-even then.
template <typename T>
class InputTable {
public:
    InputTable(const std::array<double, 256>& table, const LayerPrecision<T>& precision);

    /// inputs[i] = image indices[i]
    void gather(const Examples& examples, std::span<const std::uint32_t> indices, kernels::MatrixView<T> inputs,
                const StepContext& context) const;

private:
    // Inputs beside what they were before they were rounded, for the probe.
    void show(const Examples& examples, std::span<const std::uint32_t> indices, kernels::MatrixView<T> inputs,
              const StepContext& context) const;

    kernels::ByteTable<T> table_;
    kernels::ByteTable<T> unrounded_;
    kernels::TensorQuantiser<T> quantiser_;
    int layer_;
};

/// Loss and right answers of one batch of an evaluation.
/// @param number  of the batch, from 0: it has random bits of its own
/// @param batch  which examples
template <typename T>
[[nodiscard]] BatchOutcome evaluateBatch(Network<T>& network, LossFunction<T>& loss, const InputTable<T>& table,
                                         const Examples& examples, std::span<const std::uint32_t> batch,
                                         std::size_t number, StepContext context);

/// Loss and right answers over many examples, in batches.
/// @param indices  which examples; all of them if empty
/// @param goOn  asked before every batch; if it says no, what has been summed so far is returned
template <typename T>
[[nodiscard]] BatchOutcome evaluate(Network<T>& network, LossFunction<T>& loss, const InputTable<T>& table,
                                    const Examples& examples, std::span<const std::uint32_t> indices,
                                    std::size_t batchSize, StepContext context, const std::function<bool()>& goOn);

} // namespace roundoff::nn
