// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/evaluation.h"

#include <algorithm>
#include <numeric>
#include <vector>

#include <hwy/cache_control.h>

#include "core/nn/store_tensor.h"

namespace roundoff::nn {
namespace {

constexpr std::size_t kCacheLine = 64;
constexpr std::size_t kImagesAhead = 6; // By then they have come from memory.

} // namespace

template <typename T>
InputTable<T>::InputTable(const std::array<double, 256>& table, const LayerPrecision<T>& precision)
    : quantiser_(precision[Role::Activations]), layer_(precision.layer()) {
    std::array<T, 256> unrounded{};
    std::array<T, 256> rounded{};
    for (std::size_t i = 0; i < table.size(); ++i) {
        unrounded[i] = static_cast<T>(table[i]);
        rounded[i] = quantiser_.isScalar() ? quantiser_.scalar().nearest(unrounded[i]) : unrounded[i];
    }
    table_ = kernels::ByteTable<T>(rounded, table);
    unrounded_ = kernels::ByteTable<T>(unrounded, table);
}

template <typename T>
void InputTable<T>::gather(const Examples& examples, std::span<const std::uint32_t> indices,
                           kernels::MatrixView<T> inputs, const StepContext& context) const {
    for (std::size_t i = 0; i < indices.size(); ++i) {
        if (i + kImagesAhead < indices.size()) { // Shuffled images are never where the CPU expects the next one.
            const auto next = examples.image(indices[i + kImagesAhead]);
            for (std::size_t line = 0; line < next.size(); line += kCacheLine) {
                hwy::Prefetch(next.data() + line);
            }
        }
        table_(examples.image(indices[i]), inputs.row(i));
    }
    if (quantiser_.isScalar()) {
        show(examples, indices, inputs, context);
    } else { // Shared scales follow the batch.
        roundAndShow(quantiser_, layer_, {Role::Activations, TensorOperation::Input, tensorId(0, TensorUse::Input)},
                     inputs, context);
    }
}

template <typename T>
void InputTable<T>::show(const Examples& examples, std::span<const std::uint32_t> indices,
                         kernels::MatrixView<T> inputs, const StepContext& context) const {
    if (context.probe == nullptr) {
        return;
    }
    kernels::Matrix<T> unrounded(inputs.rows, inputs.cols);
    for (std::size_t i = 0; i < indices.size(); ++i) {
        unrounded_(examples.image(indices[i]), unrounded.view().row(i));
    }
    const PaddedRows rows = paddedRows(inputs);
    context.probe->remember<T>(unrounded.storage(), rows);
    context.probe->seeRounded<T>(layer_, Role::Activations, TensorOperation::Input, quantiser_.quantisation(),
                                 inputs.storage(), rows);
}

template <typename T>
BatchOutcome evaluateBatch(Network<T>& network, LossFunction<T>& loss, const InputTable<T>& table,
                           const Examples& examples, std::span<const std::uint32_t> batch, std::size_t number,
                           StepContext context) {
    std::vector<std::uint8_t> labels(batch.size());
    std::ranges::transform(batch, labels.begin(), [&](std::uint32_t example) { return examples.labels[example]; });
    context.step = StepContext::kEvaluationBit | static_cast<std::uint32_t>(number);
    table.gather(examples, batch, network.input(batch.size()), context);
    return loss.evaluate(network.forward(batch.size(), context), labels, {}, 1.0, context);
}

template <typename T>
BatchOutcome evaluate(Network<T>& network, LossFunction<T>& loss, const InputTable<T>& table, const Examples& examples,
                      std::span<const std::uint32_t> indices, std::size_t batchSize, StepContext context,
                      const std::function<bool()>& goOn) {
    std::vector<std::uint32_t> all;
    if (indices.empty()) {
        all.resize(examples.count());
        std::iota(all.begin(), all.end(), 0U);
        indices = all;
    }
    BatchOutcome total;
    for (std::size_t first = 0; first < indices.size() && goOn(); first += batchSize) {
        const auto batch = indices.subspan(first, std::min(batchSize, indices.size() - first));
        const BatchOutcome outcome = evaluateBatch(network, loss, table, examples, batch, first / batchSize, context);
        total.lossSum += outcome.lossSum;
        total.correct += outcome.correct;
    }
    return total;
}

template class InputTable<float>;
template class InputTable<double>;
template BatchOutcome evaluateBatch(Network<float>&, LossFunction<float>&, const InputTable<float>&, const Examples&,
                                    std::span<const std::uint32_t>, std::size_t, StepContext);
template BatchOutcome evaluateBatch(Network<double>&, LossFunction<double>&, const InputTable<double>&, const Examples&,
                                    std::span<const std::uint32_t>, std::size_t, StepContext);
template BatchOutcome evaluate(Network<float>&, LossFunction<float>&, const InputTable<float>&, const Examples&,
                               std::span<const std::uint32_t>, std::size_t, StepContext, const std::function<bool()>&);
template BatchOutcome evaluate(Network<double>&, LossFunction<double>&, const InputTable<double>&, const Examples&,
                               std::span<const std::uint32_t>, std::size_t, StepContext, const std::function<bool()>&);

} // namespace roundoff::nn
