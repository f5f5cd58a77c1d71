// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kernels/elementwise.h"

#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "core/kernels/elementwise.cpp"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
// After foreach_target.h, which includes this file again for every target.
#include <hwy/contrib/math/math-inl.h>

#include "core/kernels/for_each_vector-inl.h"

HWY_BEFORE_NAMESPACE();
namespace roundoff::kernels {
namespace HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

template <typename T>
void addRowT(T* x, std::size_t rows, std::size_t stride, const T* row) {
    const Tag<T> d;
    for (std::size_t r = 0; r < rows; ++r, x += stride) {
        forEachVector(d, x, stride, [&](auto v, std::size_t i) HWY_ATTR { return hn::Add(v, hn::LoadU(d, row + i)); });
    }
}

template <typename T>
void columnSumsT(const T* x, std::size_t rows, std::size_t stride, T* sums) {
    const Tag<T> d;
    for (std::size_t c = 0; c < stride; c += hn::Lanes(d)) {
        auto sum = hn::Zero(d);
        for (std::size_t r = 0; r < rows; ++r) {
            sum = hn::Add(sum, hn::LoadU(d, x + r * stride + c));
        }
        hn::StoreU(sum, d, sums + c);
    }
}

template <typename T>
void reluT(T* x, std::size_t count) {
    const Tag<T> d;
    forEachVector(d, x, count,
                  [&](auto v, std::size_t) HWY_ATTR { return hn::IfThenZeroElse(hn::Le(v, hn::Zero(d)), v); });
}

template <typename T>
void reluGradientT(const T* y, T* gradient, std::size_t count) {
    const Tag<T> d;
    forEachVectorWith(d, gradient, y, count,
                      [&](auto g, auto out) HWY_ATTR { return hn::IfThenElseZero(hn::Gt(out, hn::Zero(d)), g); });
}

template <typename T>
void sigmoidT(T* x, std::size_t count) {
    const Tag<T> d;
    const auto one = hn::Set(d, T{1});
    forEachVector(d, x, count,
                  [&](auto v, std::size_t) HWY_ATTR { return hn::Div(one, hn::Add(one, hn::Exp(d, hn::Neg(v)))); });
}

template <typename T>
void sigmoidGradientT(const T* y, T* gradient, std::size_t count) {
    const Tag<T> d;
    const auto one = hn::Set(d, T{1});
    forEachVectorWith(d, gradient, y, count,
                      [&](auto g, auto out) HWY_ATTR { return hn::Mul(g, hn::Mul(out, hn::Sub(one, out))); });
}

template <typename T>
void tanhT(T* x, std::size_t count) {
    const Tag<T> d;
    forEachVector(d, x, count, [&](auto v, std::size_t) HWY_ATTR { return hn::Tanh(d, v); });
}

template <typename T>
void tanhGradientT(const T* y, T* gradient, std::size_t count) {
    const Tag<T> d;
    const auto one = hn::Set(d, T{1});
    forEachVectorWith(d, gradient, y, count,
                      [&](auto g, auto out) HWY_ATTR { return hn::Mul(g, hn::Sub(one, hn::Mul(out, out))); });
}

template <class D>
HWY_INLINE hn::Vec<D> applyOperation(Operation op, hn::Vec<D> a, hn::Vec<D> b) {
    switch (op) {
    case Operation::Add: return hn::Add(a, b);
    case Operation::Subtract: return hn::Sub(a, b);
    case Operation::Multiply: return hn::Mul(a, b);
    case Operation::Divide: break;
    }
    return hn::Div(a, b);
}

template <typename T>
void applyT(Operation op, const T* a, const T* b, T scalar, T* out, std::size_t count) {
    const Tag<T> d;
    const auto same = hn::Set(d, scalar);
    mapVectors(d, a, b != nullptr ? b : a, out, count,
               [&](auto va, auto vb) HWY_ATTR { return applyOperation<Tag<T>>(op, va, b != nullptr ? vb : same); });
}

template <typename T>
void functionT(Function f, T* x, std::size_t count) {
    const Tag<T> d;
    forEachVector(d, x, count, [&](auto v, std::size_t) HWY_ATTR {
        switch (f) {
        case Function::Exp: return hn::Exp(d, v);
        case Function::Log: return hn::Log(d, v);
        case Function::SquareRoot: return hn::Sqrt(v);
        case Function::Negate: break;
        }
        return hn::Neg(v);
    });
}

// HWY_EXPORT takes plain functions: one of each for float and for double.
#define ROUNDOFF_BOTH(T, Suffix)                                                                                       \
    void addRow##Suffix(T* x, std::size_t rows, std::size_t stride, const T* row) {                                    \
        addRowT(x, rows, stride, row);                                                                                 \
    }                                                                                                                  \
    void columnSums##Suffix(const T* x, std::size_t rows, std::size_t stride, T* s) {                                  \
        columnSumsT(x, rows, stride, s);                                                                               \
    }                                                                                                                  \
    void relu##Suffix(T* x, std::size_t n) {                                                                           \
        reluT(x, n);                                                                                                   \
    }                                                                                                                  \
    void reluGradient##Suffix(const T* y, T* g, std::size_t n) {                                                       \
        reluGradientT(y, g, n);                                                                                        \
    }                                                                                                                  \
    void sigmoid##Suffix(T* x, std::size_t n) {                                                                        \
        sigmoidT(x, n);                                                                                                \
    }                                                                                                                  \
    void sigmoidGradient##Suffix(const T* y, T* g, std::size_t n) {                                                    \
        sigmoidGradientT(y, g, n);                                                                                     \
    }                                                                                                                  \
    void tanh##Suffix(T* x, std::size_t n) {                                                                           \
        tanhT(x, n);                                                                                                   \
    }                                                                                                                  \
    void tanhGradient##Suffix(const T* y, T* g, std::size_t n) {                                                       \
        tanhGradientT(y, g, n);                                                                                        \
    }                                                                                                                  \
    void apply##Suffix(Operation op, const T* a, const T* b, T s, T* o, std::size_t n) {                               \
        applyT(op, a, b, s, o, n);                                                                                     \
    }                                                                                                                  \
    void function##Suffix(Function f, T* x, std::size_t n) {                                                           \
        functionT(f, x, n);                                                                                            \
    }
ROUNDOFF_BOTH(float, F32)
ROUNDOFF_BOTH(double, F64)
#undef ROUNDOFF_BOTH

} // namespace HWY_NAMESPACE
} // namespace roundoff::kernels
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
#include "core/kernels/dispatch.h"

namespace roundoff::kernels {
namespace {

ROUNDOFF_EXPORT_BOTH(addRow)
ROUNDOFF_EXPORT_BOTH(columnSums)
ROUNDOFF_EXPORT_BOTH(relu)
ROUNDOFF_EXPORT_BOTH(reluGradient)
ROUNDOFF_EXPORT_BOTH(sigmoid)
ROUNDOFF_EXPORT_BOTH(sigmoidGradient)
ROUNDOFF_EXPORT_BOTH(tanh)
ROUNDOFF_EXPORT_BOTH(tanhGradient)
ROUNDOFF_EXPORT_BOTH(apply)
ROUNDOFF_EXPORT_BOTH(function)

} // namespace

template <typename T>
void addRow(MatrixView<T> x, const T* row) {
    ROUNDOFF_DISPATCH(T, addRow)(x.data, x.rows, x.stride, row);
}

template <typename T>
void columnSums(MatrixView<const T> x, T* sums) {
    ROUNDOFF_DISPATCH(T, columnSums)(x.data, x.rows, x.stride, sums);
}

template <typename T>
void relu(std::span<T> x) {
    ROUNDOFF_DISPATCH(T, relu)(x.data(), x.size());
}

template <typename T>
void reluGradient(std::span<const T> y, std::span<T> gradient) {
    ROUNDOFF_DISPATCH(T, reluGradient)(y.data(), gradient.data(), gradient.size());
}

template <typename T>
void sigmoid(std::span<T> x) {
    ROUNDOFF_DISPATCH(T, sigmoid)(x.data(), x.size());
}

template <typename T>
void sigmoidGradient(std::span<const T> y, std::span<T> gradient) {
    ROUNDOFF_DISPATCH(T, sigmoidGradient)(y.data(), gradient.data(), gradient.size());
}

template <typename T>
void tanh(std::span<T> x) {
    ROUNDOFF_DISPATCH(T, tanh)(x.data(), x.size());
}

template <typename T>
void tanhGradient(std::span<const T> y, std::span<T> gradient) {
    ROUNDOFF_DISPATCH(T, tanhGradient)(y.data(), gradient.data(), gradient.size());
}

template <typename T>
void apply(Operation op, std::span<const T> a, std::span<const T> b, std::span<T> out) {
    ROUNDOFF_DISPATCH(T, apply)(op, a.data(), b.data(), T{0}, out.data(), out.size());
}

template <typename T>
void apply(Operation op, std::span<const T> a, T b, std::span<T> out) {
    ROUNDOFF_DISPATCH(T, apply)(op, a.data(), nullptr, b, out.data(), out.size());
}

template <typename T>
void apply(Function f, std::span<T> x) {
    ROUNDOFF_DISPATCH(T, function)(f, x.data(), x.size());
}

#define ROUNDOFF_INSTANTIATE(T)                                                                                        \
    template void addRow(MatrixView<T>, const T*);                                                                     \
    template void columnSums(MatrixView<const T>, T*);                                                                 \
    template void relu(std::span<T>);                                                                                  \
    template void reluGradient(std::span<const T>, std::span<T>);                                                      \
    template void sigmoid(std::span<T>);                                                                               \
    template void sigmoidGradient(std::span<const T>, std::span<T>);                                                   \
    template void tanh(std::span<T>);                                                                                  \
    template void tanhGradient(std::span<const T>, std::span<T>);                                                      \
    template void apply(Operation, std::span<const T>, std::span<const T>, std::span<T>);                              \
    template void apply(Operation, std::span<const T>, T, std::span<T>);                                               \
    template void apply(Function, std::span<T>);
ROUNDOFF_INSTANTIATE(float)
ROUNDOFF_INSTANTIATE(double)
#undef ROUNDOFF_INSTANTIATE

} // namespace roundoff::kernels
#endif
