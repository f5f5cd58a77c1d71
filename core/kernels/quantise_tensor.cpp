// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/quantise_tensor.h"

#include <algorithm>
#include <limits>
#include <type_traits>

#include "core/kernels/random_pieces.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/quantise_tensor.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

#include "core/kernels/piece_extremes-inl.h"
#include "core/kernels/round_shared-inl.h"

#ifndef ROUNDOFF_QUANTISE_TENSOR_ONCE
#define ROUNDOFF_QUANTISE_TENSOR_ONCE

namespace roundoff::kernels::detail {

// The arguments of one call.
template <typename T>
struct TensorTask {
    MatrixView<T> values;
    Channels channels;
    format::Rounding rounding;
    const PieceFormat* format;
    const format::RandomStream* stream;
};

} // namespace roundoff::kernels::detail

#endif

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;
using detail::Extremes;
using detail::kPieces;
using detail::PieceFormat;
using detail::TensorTask;
using format::Rounding;
using format::Sharing;

HWY_INLINE WideVec loadWide(Wide d, const double* from, std::size_t valid) {
    return valid == hn::Lanes(d) ? hn::LoadU(d, from) : loadFirst(d, from, valid);
}

HWY_INLINE WideVec loadWide(Wide d, const float* from, std::size_t valid) {
    const hn::Rebind<float, Wide> df;
    return hn::PromoteTo(d, valid == hn::Lanes(d) ? hn::LoadU(df, from) : loadFirst(df, from, valid));
}

template <class D, typename T>
HWY_INLINE void storeValid(D d, hn::Vec<D> v, T* to, std::size_t valid) {
    if (HWY_LIKELY(valid == hn::Lanes(d))) {
        hn::StoreU(v, d, to);
    } else {
        storeFirst(d, v, to, valid);
    }
}

HWY_INLINE void storeNarrow(Wide d, WideVec v, double* to, std::size_t valid) {
    storeValid(d, v, to, valid);
}

HWY_INLINE void storeNarrow(Wide d, WideVec v, float* to, std::size_t valid) {
    // A code times a scale that was rounded up can lie just above the largest float.
    const auto largest = hn::Set(d, double{std::numeric_limits<float>::max()});
    const hn::Rebind<float, Wide> df;
    storeValid(df, hn::DemoteTo(df, hn::Max(hn::Min(v, largest), hn::Neg(largest))), to, valid);
}

// Rounds pieces of a row.
// @param first  number of the first value
// @param size  values in a piece; the last may be shorter
template <class To, typename T>
void roundRow(const To& to, T* row, std::uint64_t first, std::size_t count, std::size_t size,
              const typename To::Scales& scales, detail::RandomWindow& window) {
    const Wide d;
    for (std::size_t start = 0, piece = 0; start < count; start += size, ++piece) {
        const std::size_t end = std::min(start + size, count);
        if (scales.isNan[piece]) {
            std::fill(row + start, row + end, std::numeric_limits<T>::quiet_NaN());
            continue;
        }
        const auto lanes = To::allLanesOf(d, scales, piece);
        for (std::size_t i = start; i < end;) {
            std::size_t some = end - i;
            const std::uint32_t* random = To::kStochastic ? window.from(first + i, some) : nullptr;
            for (std::size_t k = 0; k < some; k += hn::Lanes(d)) {
                T* at = row + i + k;
                const std::size_t valid = std::min(hn::Lanes(d), some - k);
                const auto value = loadWide(d, at, valid);
                storeNarrow(d, to(d, value, lanes, To::kStochastic ? random + k : nullptr), at, valid);
            }
            i += some;
        }
    }
}

// Rounds a piece in each of some columns: rows `row` to `row + rows` of the matrix.
template <class To, typename T>
void roundColumns(const To& to, const MatrixView<T>& values, std::size_t row, std::size_t rows, std::size_t column,
                  std::size_t columns, const typename To::Scales& scales, detail::RandomColumns& numbers) {
    constexpr std::size_t kRows = 64; // The other vectors of their lines find them in the first-level cache.
    const Wide d;
    for (std::size_t start = row; start < row + rows;) {
        std::size_t some = std::min(kRows, row + rows - start);
        const std::uint32_t* random = To::kStochastic ? numbers.from(start, some) : nullptr;
        for (std::size_t c = 0; c < columns; c += hn::Lanes(d)) {
            const auto lanes = To::lanesOf(d, scales, c);
            const std::size_t valid = std::min(hn::Lanes(d), columns - c);
            T* at = values.row(start) + column + c;
            for (std::size_t r = 0; r < some; ++r, at += values.stride) {
                const auto value = loadWide(d, at, valid);
                storeNarrow(d, to(d, value, lanes, To::kStochastic ? random + r * kPieces + c : nullptr), at, valid);
            }
        }
        start += some;
    }
    for (std::size_t c = 0; scales.anyNan && c < columns; ++c) {
        for (std::size_t r = row; scales.isNan[c] && r < row + rows; ++r) {
            values(r, column + c) = std::numeric_limits<T>::quiet_NaN();
        }
    }
}

template <class To, typename T>
void roundInRows(const TensorTask<T>& task) {
    const To to(*task.format);
    const MatrixView<T>& values = task.values;
    detail::RandomWindow window(*task.stream, std::uint64_t{values.rows} * values.cols);
    Extremes extremes;
    typename To::Scales scales;
    const std::size_t size = task.format->sharing == Sharing::Group ? task.format->groupSize : values.cols;
    const bool integers = task.format->kind == PieceFormat::Kind::Integers;
    for (std::size_t r = 0; r < values.rows; ++r) {
        for (std::size_t start = 0; start < values.cols; start += kPieces * size) {
            T* first = values.row(r) + start;
            const std::size_t count = std::min(kPieces * size, values.cols - start);
            const std::size_t pieces = integers ? extremesInRow<FiniteRange<T>>(first, count, size, extremes)
                                                : extremesInRow<LargestMagnitude<T>>(first, count, size, extremes);
            setScales(*task.format, extremes, pieces, scales);
            roundRow(to, first, std::uint64_t{r} * values.cols + start, count, size, scales, window);
        }
    }
}

template <class To, typename T>
void roundInColumns(const TensorTask<T>& task) {
    const To to(*task.format);
    const MatrixView<T>& values = task.values;
    Extremes extremes;
    typename To::Scales scales;
    const std::size_t size = task.format->sharing == Sharing::Group ? task.format->groupSize : values.rows;
    const bool integers = task.format->kind == PieceFormat::Kind::Integers;
    for (std::size_t c = 0; c < values.cols; c += kPieces) {
        const std::size_t columns = std::min(kPieces, values.cols - c);
        detail::RandomColumns numbers(*task.stream, values.rows, c, columns);
        for (std::size_t r = 0; r < values.rows; r += size) {
            const std::size_t rows = std::min(size, values.rows - r);
            integers ? extremesOfColumns<FiniteRange<T>>(values, r, rows, c, columns, extremes)
                     : extremesOfColumns<LargestMagnitude<T>>(values, r, rows, c, columns, extremes);
            setScales(*task.format, extremes, columns, scales);
            roundColumns(to, values, r, rows, c, columns, scales, numbers);
        }
    }
}

// All values share one scale: only integers do.
template <class To, typename T>
void roundTogether(const TensorTask<T>& task) {
    const To to(*task.format);
    const MatrixView<T>& values = task.values;
    Extremes extremes;
    extremesOfAll<FiniteRange<T>>(values, extremes);
    std::fill(extremes.low + 1, extremes.low + kPieces, extremes.low[0]);
    std::fill(extremes.high + 1, extremes.high + kPieces, extremes.high[0]);
    typename To::Scales scales;
    setScales(*task.format, extremes, kPieces, scales);
    if (To::kStochastic && task.channels == Channels::Columns) {
        for (std::size_t c = 0; c < values.cols; c += kPieces) {
            const std::size_t columns = std::min(kPieces, values.cols - c);
            detail::RandomColumns numbers(*task.stream, values.rows, c, columns);
            roundColumns(to, values, 0, values.rows, c, columns, scales, numbers);
        }
        return;
    }
    detail::RandomWindow window(*task.stream, std::uint64_t{values.rows} * values.cols);
    for (std::size_t r = 0; r < values.rows; ++r) {
        roundRow(to, values.row(r), std::uint64_t{r} * values.cols, values.cols, values.cols, scales, window);
    }
}

template <class To, typename T>
void roundPieces(const TensorTask<T>& task) {
    if (task.format->sharing == Sharing::Tensor) {
        roundTogether<To>(task);
    } else if (task.channels == Channels::Rows) {
        roundInRows<To>(task);
    } else {
        roundInColumns<To>(task);
    }
}

template <Rounding kMode, typename T>
void roundInMode(const TensorTask<T>& task) {
    if (task.format->kind == PieceFormat::Kind::FloatBlocks) {
        roundPieces<ToFloats<kMode>>(task);
    } else {
        roundPieces<ToMultiples<kMode>>(task);
    }
}

template <typename T>
void roundTensor(const TensorTask<T>& task) {
    switch (task.rounding) {
    case Rounding::NearestEven: return roundInMode<Rounding::NearestEven>(task);
    case Rounding::NearestAway: return roundInMode<Rounding::NearestAway>(task);
    case Rounding::TowardZero: return roundInMode<Rounding::TowardZero>(task);
    case Rounding::Up: return roundInMode<Rounding::Up>(task);
    case Rounding::Down: return roundInMode<Rounding::Down>(task);
    case Rounding::Stochastic: return roundInMode<Rounding::Stochastic>(task);
    }
}

void roundTensorF32(const TensorTask<float>& task) {
    roundTensor(task);
}

void roundTensorF64(const TensorTask<double>& task) {
    roundTensor(task);
}

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "core/kernels/dispatch.h"

namespace roundoff::kernels {
namespace {

ROUNDOFF_EXPORT_BOTH(roundTensor)

} // namespace

template <typename T>
TensorQuantiser<T>::TensorQuantiser(const TensorQuantisation& quantisation) : quantisation_(quantisation) {
    std::visit(
        [&](const auto& f) {
            if constexpr (std::is_same_v<std::decay_t<decltype(f)>, format::Format>) {
                scalar_ = SpanQuantiser<T>({f, quantisation.rounding, quantisation.overflow, quantisation.subnormals});
            } else {
                pieces_ = detail::PieceFormat(f);
            }
        },
        quantisation.format);
}

template <typename T>
void TensorQuantiser<T>::operator()(MatrixView<T> values, Channels channels, const format::RandomStream& stream) const {
    if (isScalar()) {
        scalar_(values.storage(), stream);
    } else {
        ROUNDOFF_DISPATCH(T, roundTensor)({values, channels, quantisation_.rounding, &pieces_, &stream});
    }
}

template class TensorQuantiser<float>;
template class TensorQuantiser<double>;

} // namespace roundoff::kernels
#endif
