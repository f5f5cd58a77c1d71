// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "core/kernels/accumulate.h"
#include "core/kernels/matrix.h"
#include "core/kernels/quantise_tensor.h"
#include "core/nn/telemetry.h"

namespace roundoff::nn {

/// Which numbers of a piece of a matrix's storage are elements: the others are padding, of which nothing is told.
struct PaddedRows {
    std::size_t cols = 0;
    std::size_t stride = 0;
    std::size_t total = 0; ///< Elements of the whole matrix.
    std::size_t first = 0; ///< Index in the storage of the piece's first number.
};

template <typename T>
[[nodiscard]] PaddedRows paddedRows(kernels::MatrixView<T> matrix, std::size_t first = 0) {
    return {matrix.cols, matrix.stride, matrix.rows * matrix.cols, first};
}

/// Looks into a step of training: at what rounding does to every tensor, or for the first value that is not finite.
/// Changes nothing of what is computed.
class StepProbe {
public:
    enum class Purpose : std::uint8_t {
        Statistics,    ///< Counts; takes about three times as long as the step itself.
        FirstNonFinite ///< Looks for one value only.
    };

    explicit StepProbe(Purpose purpose) : purpose_(purpose) {}

    /// Whether narrow accumulators are to count what they lose, which takes them several times as long as the sums.
    [[nodiscard]] bool countsAccumulation() const { return countsAccumulation_; }
    void setCountsAccumulation(bool counts) { countsAccumulation_ = counts; }

    /// Keeps values as they are before they are rounded in place.
    /// @param storage  a piece of a matrix's storage
    template <typename T>
    void remember(std::span<const T> storage, const PaddedRows& rows);

    /// Statistics are of what is computed: a gradient that is unscaled or clipped is not counted once more.
    /// @param storage  that was kept last, rounded
    template <typename T>
    void seeRounded(int layer, Role role, TensorOperation operation, const kernels::TensorQuantisation& how,
                    std::span<const T> storage, const PaddedRows& rows);

    /// Values that an operation computed and nobody rounds, such as the losses of the examples.
    template <typename T>
    void seeUnrounded(int layer, Role role, TensorOperation operation, std::span<const T> values);

    /// What became of the weights that a step moves.
    /// @param direction  zero where the step is zero
    template <typename T>
    void seeUpdate(int layer, std::span<const T> direction, std::span<const T> before, std::span<const T> after);

    void seeAccumulation(int layer, const kernels::AccumulationCounts& counts);

    /// @param sumOfSquares  of one parameter's unscaled gradient, before clipping
    void seeGradient(int layer, double sumOfSquares);

    /// All statistics since the last call, without epoch and step.
    [[nodiscard]] TelemetrySample takeSample();
    /// All histograms since the last call, without epoch.
    [[nodiscard]] std::vector<ExponentTelemetry> takeExponents();
    /// Where the first infinity or NaN was seen, without epoch and step.
    [[nodiscard]] const std::optional<FirstNonFinite>& firstNonFinite() const { return first_; }

private:
    template <typename T>
    struct Values {
        std::vector<T> before;
        std::vector<T> after;
    };

    template <typename T>
    [[nodiscard]] Values<T>& values();
    template <typename T>
    void lookForNonFinite(int layer, Role role, TensorOperation operation, std::span<const T> before,
                          std::span<const T> after);
    LayerTelemetry& layerAt(int layer);

    Purpose purpose_;
    bool countsAccumulation_ = false;
    Values<float> floats_;
    Values<double> doubles_;
    std::map<std::pair<int, Role>, RoleTelemetry> roles_;
    std::map<std::pair<int, Role>, ExponentHistogram> exponents_;
    std::map<int, LayerTelemetry> layers_; // gradientNorm holds a sum of squares until it is taken
    std::optional<FirstNonFinite> first_;
};

} // namespace roundoff::nn
