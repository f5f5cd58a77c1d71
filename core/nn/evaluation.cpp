// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/evaluation.h"

#include <algorithm>
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
BatchOutcome evaluate(Network<T>& network, LossFunction<T>& loss, const InputTable<T>& table, const Examples& examples,
                      std::span<const std::uint32_t> indices, std::size_t batchSize, StepContext context,
                      const std::function<bool()>& goOn) {
    const std::size_t count = indices.empty() ? examples.count() : indices.size();
    std::vector<std::uint32_t> batch;
    std::vector<std::uint8_t> labels;
    BatchOutcome total;
    for (std::size_t first = 0; first < count && goOn(); first += batchSize) {
        const std::size_t size = std::min(batchSize, count - first);
        batch.resize(size);
        labels.resize(size);
        for (std::size_t i = 0; i < size; ++i) {
            batch[i] = indices.empty() ? static_cast<std::uint32_t>(first + i) : indices[first + i];
            labels[i] = examples.labels[batch[i]];
        }
        context.step = StepContext::kEvaluationBit | static_cast<std::uint32_t>(first / batchSize);
        table.gather(examples, batch, network.input(size), context);
        const BatchOutcome outcome = loss.evaluate(network.forward(size, context), labels, {}, 1.0, context);
        total.lossSum += outcome.lossSum;
        total.correct += outcome.correct;
    }
    return total;
}

template class InputTable<float>;
template class InputTable<double>;
template BatchOutcome evaluate(Network<float>&, LossFunction<float>&, const InputTable<float>&, const Examples&,
                               std::span<const std::uint32_t>, std::size_t, StepContext, const std::function<bool()>&);
template BatchOutcome evaluate(Network<double>&, LossFunction<double>&, const InputTable<double>&, const Examples&,
                               std::span<const std::uint32_t>, std::size_t, StepContext, const std::function<bool()>&);

} // namespace roundoff::nn
