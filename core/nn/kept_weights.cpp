// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/kept_weights.h"

#include <mutex>
#include <numeric>
#include <utility>

namespace roundoff::nn {

struct KeptWeights::State {
    std::vector<Shape> shapes;
    std::shared_ptr<const WeightSnapshot> held; // Null if they are read.
    Reader read;
    std::mutex mutex;
    std::weak_ptr<const WeightSnapshot> lastRead; // Guarded by mutex.
};

KeptWeights::KeptWeights(std::shared_ptr<const WeightSnapshot> weights) {
    if (weights == nullptr) {
        return;
    }
    state_ = std::make_shared<State>();
    for (const WeightTensor& tensor : weights->tensors) {
        state_->shapes.push_back(tensor.shape);
    }
    state_->held = std::move(weights);
}

KeptWeights::KeptWeights(std::vector<Shape> shapes, Reader read) : state_(std::make_shared<State>()) {
    state_->shapes = std::move(shapes);
    state_->read = std::move(read);
}

const std::vector<KeptWeights::Shape>& KeptWeights::shapes() const {
    static const std::vector<Shape> none;
    return state_ != nullptr ? state_->shapes : none;
}

std::size_t KeptWeights::parameterCount() const {
    std::size_t count = 0;
    for (const Shape& shape : shapes()) {
        count += std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>());
    }
    return count;
}

std::shared_ptr<const WeightSnapshot> KeptWeights::load() const {
    if (state_ == nullptr || state_->held != nullptr) {
        return state_ != nullptr ? state_->held : nullptr;
    }
    const std::lock_guard lock(state_->mutex);
    auto weights = state_->lastRead.lock();
    if (weights == nullptr) {
        weights = std::make_shared<const WeightSnapshot>(state_->read());
        state_->lastRead = weights;
    }
    return weights;
}

} // namespace roundoff::nn
