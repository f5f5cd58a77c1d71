// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <cstddef>
#include <optional>
#include <vector>

#include "core/nn/loss_function.h"

namespace roundoff::nn {

/// The batches of one evaluation, which several threads work off, each with an `Evaluator` of its own: who is free
/// takes the next. The sum is that of one thread, to the bit.
class SharedEvaluation {
public:
    explicit SharedEvaluation(std::size_t batches) : outcomes_(batches) {}

    /// The number of a batch that nobody else has; none if all are taken. Safe from any thread.
    [[nodiscard]] std::optional<std::size_t> take() {
        const std::size_t batch = next_.fetch_add(1, std::memory_order_relaxed);
        return batch < outcomes_.size() ? std::optional(batch) : std::nullopt;
    }
    /// What a batch that was taken has come to. Safe from any thread.
    void set(std::size_t batch, const BatchOutcome& outcome) { outcomes_[batch] = outcome; }

    /// Over all batches, added in their order; when all threads have ended.
    [[nodiscard]] BatchOutcome total() const {
        BatchOutcome total;
        for (const BatchOutcome& outcome : outcomes_) {
            total.lossSum += outcome.lossSum;
            total.correct += outcome.correct;
        }
        return total;
    }

private:
    std::atomic<std::size_t> next_{0};
    std::vector<BatchOutcome> outcomes_;
};

} // namespace roundoff::nn
