// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <vector>

#include "core/nn/weights.h"

namespace roundoff::nn {

/// The weights of a run: held in memory, or left where they are kept and read when they are asked for, so that the
/// results of many runs stay small. Copies share what has been read for as long as anybody holds it. Safe for several
/// threads.
class KeptWeights {
public:
    using Reader = std::function<WeightSnapshot()>;
    using Shape = std::vector<std::size_t>;

    /// There are none.
    KeptWeights() = default;
    /// Held in memory.
    KeptWeights(std::shared_ptr<const WeightSnapshot> weights); // NOLINT(google-explicit-constructor): a value of it
    /// Read on demand.
    /// @param shapes  of the tensors in order
    /// @param read  gives the same weights each time, or throws InputError; called from any thread, one at a time
    KeptWeights(std::vector<Shape> shapes, Reader read);

    [[nodiscard]] bool empty() const { return state_ == nullptr; }
    bool operator==(std::nullptr_t) const { return empty(); }

    /// Of the tensors in layer order, weight before bias; nothing is read for it.
    [[nodiscard]] const std::vector<Shape>& shapes() const;
    [[nodiscard]] std::size_t parameterCount() const;

    /// The weights; hold what is returned while they are used.
    /// @throws InputError if they cannot be read any more
    [[nodiscard]] std::shared_ptr<const WeightSnapshot> load() const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

} // namespace roundoff::nn
