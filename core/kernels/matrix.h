// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <new>
#include <span>
#include <utility>

#include <hwy/aligned_allocator.h>

namespace roundoff::kernels {

/// Rows start at multiples of this many bytes, and no kernel uses wider vectors.
inline constexpr std::size_t kRowAlignment = 64;

/// Row-major matrix over memory it does not own. Kernels may read and write the padding between `cols` and `stride`.
template <typename T>
struct MatrixView {
    T* data = nullptr;
    std::size_t rows = 0;
    std::size_t cols = 0;
    std::size_t stride = 0; ///< Elements from one row to the next; rows are aligned to kRowAlignment.

    [[nodiscard]] T* row(std::size_t r) const { return data + r * stride; }
    [[nodiscard]] T& operator()(std::size_t r, std::size_t c) const { return data[r * stride + c]; }
    [[nodiscard]] MatrixView firstRows(std::size_t count) const { return {data, count, cols, stride}; }
    /// All elements, padding included.
    [[nodiscard]] std::span<T> storage() const { return {data, rows * stride}; }

    operator MatrixView<const T>() const { return {data, rows, cols, stride}; } // NOLINT(google-explicit-constructor)
};

/// Makes the padding zero again after a function that does not map zero to zero.
template <typename T>
void clearPadding(MatrixView<T> matrix) {
    for (std::size_t r = 0; matrix.cols < matrix.stride && r < matrix.rows; ++r) {
        std::fill(matrix.row(r) + matrix.cols, matrix.row(r) + matrix.stride, T{0});
    }
}

/// Row-major matrix with aligned, padded rows. The padding is zero to begin with, and every kernel that writes whole
/// rows leaves it zero, so sums over the storage are sums over the elements.
template <typename T>
class Matrix {
public:
    Matrix() = default;
    Matrix(std::size_t rows, std::size_t cols)
        : rows_(rows), cols_(cols), stride_(paddedCols(cols)),
          data_(hwy::AllocateAligned<T>(std::max<std::size_t>(size(), 1))) {
        if (!data_) {
            throw std::bad_alloc();
        }
        std::fill_n(data_.get(), size(), T{0});
    }
    Matrix(const Matrix& other) : Matrix(other.rows_, other.cols_) {
        std::copy_n(other.data_.get(), size(), data_.get());
    }
    Matrix& operator=(const Matrix& other) {
        Matrix copy(other);
        std::swap(*this, copy);
        return *this;
    }
    Matrix(Matrix&&) noexcept = default;
    Matrix& operator=(Matrix&&) noexcept = default;
    ~Matrix() = default;

    [[nodiscard]] std::size_t rows() const { return rows_; }
    [[nodiscard]] std::size_t cols() const { return cols_; }
    [[nodiscard]] std::size_t stride() const { return stride_; }
    [[nodiscard]] T* data() { return data_.get(); }
    [[nodiscard]] const T* data() const { return data_.get(); }
    [[nodiscard]] T& operator()(std::size_t r, std::size_t c) { return data_[r * stride_ + c]; }
    [[nodiscard]] const T& operator()(std::size_t r, std::size_t c) const { return data_[r * stride_ + c]; }
    /// All elements, padding included.
    [[nodiscard]] std::span<T> storage() { return {data_.get(), size()}; }
    [[nodiscard]] std::span<const T> storage() const { return {data_.get(), size()}; }
    [[nodiscard]] MatrixView<T> view() { return {data_.get(), rows_, cols_, stride_}; }
    [[nodiscard]] MatrixView<const T> view() const { return {data_.get(), rows_, cols_, stride_}; }

    /// How many elements a row of `cols` takes with its padding.
    [[nodiscard]] static constexpr std::size_t paddedCols(std::size_t cols) {
        constexpr std::size_t lanes = kRowAlignment / sizeof(T);
        return (cols + lanes - 1) / lanes * lanes;
    }

private:
    [[nodiscard]] std::size_t size() const { return rows_ * stride_; }

    std::size_t rows_ = 0;
    std::size_t cols_ = 0;
    std::size_t stride_ = 0;
    hwy::AlignedFreeUniquePtr<T[]> data_;
};

} // namespace roundoff::kernels
