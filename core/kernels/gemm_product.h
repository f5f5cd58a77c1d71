// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

#include <hwy/base.h>

namespace roundoff::kernels::detail {

/// C = A B as the register block sees it, shared by the code of all targets. A is addressed by two strides, so that A
/// and A^T are the same code: A(m, k) = a[m * aRowStride + k * aDepthStride].
template <typename T>
struct Product {
    const T* HWY_RESTRICT a;
    std::size_t aRowStride;
    std::size_t aDepthStride;
    const T* HWY_RESTRICT b;
    std::size_t bStride;
    T* HWY_RESTRICT c;
    std::size_t cStride;
    std::size_t rows;
    std::size_t cols;
    std::size_t depth;
    std::size_t cleared = 0; ///< Zeros are written to C from `cols` up to this column.
};

} // namespace roundoff::kernels::detail
