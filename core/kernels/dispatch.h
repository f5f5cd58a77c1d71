// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <type_traits>

#include <hwy/highway.h>

// Tables of the functions name##F32 and name##F64 for all targets, and the one of them that fits a container.
#define ROUNDOFF_EXPORT_BOTH(name)                                                                                     \
    HWY_EXPORT(name##F32);                                                                                             \
    HWY_EXPORT(name##F64);

namespace roundoff::kernels::detail {

template <typename T, typename F32, typename F64>
constexpr auto pick(F32 f32, F64 f64) {
    if constexpr (std::is_same_v<T, float>) {
        return f32;
    } else {
        return f64;
    }
}

} // namespace roundoff::kernels::detail

#define ROUNDOFF_DISPATCH(T, name) detail::pick<T>(&HWY_DYNAMIC_DISPATCH(name##F32), &HWY_DYNAMIC_DISPATCH(name##F64))
