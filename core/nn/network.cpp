// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/nn/network.h"

#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/nn/activation_layer.h"
#include "core/nn/linear_layer.h"

namespace roundoff::nn {
namespace {

std::string shapeText(const std::vector<std::size_t>& shape) {
    std::string text = "[";
    for (const std::size_t size : shape) {
        text += (text.size() > 1 ? ", " : "") + std::to_string(size);
    }
    return text + "]";
}

} // namespace

template <typename T>
Network<T>::Network(std::size_t inputs, std::size_t batch, std::vector<std::unique_ptr<Layer<T>>> layers)
    : layers_(std::move(layers)) {
    activations_.emplace_back(batch, inputs);
    gradients_.emplace_back(); // Nobody needs the gradient of the images.
    bufferOf_.push_back(0);
    for (const auto& layer : layers_) {
        if (!layer->inPlace()) {
            activations_.emplace_back(batch, layer->outputs());
            gradients_.emplace_back(batch, layer->outputs());
        }
        bufferOf_.push_back(activations_.size() - 1);
        for (Parameter<T>& parameter : layer->parameters()) {
            parameters_.push_back(&parameter);
        }
    }
}

template <typename T>
kernels::MatrixView<const T> Network<T>::forward(std::size_t batch, const StepContext& context) {
    for (std::size_t i = 0; i < layers_.size(); ++i) {
        layers_[i]->forward(activation(i, batch), activation(i + 1, batch), context);
    }
    return activation(layers_.size(), batch);
}

template <typename T>
void Network<T>::backward(std::size_t batch, const StepContext& context) {
    for (std::size_t i = layers_.size(); i-- > 0;) {
        const bool wantsInputGradient = !layers_[i]->inPlace() && bufferOf_[i] != 0;
        layers_[i]->backward(activation(i, batch), activation(i + 1, batch), gradient(i + 1, batch),
                             wantsInputGradient ? gradient(i, batch) : kernels::MatrixView<T>{}, context);
    }
}

template <typename T>
WeightSnapshot Network<T>::snapshot() const {
    WeightSnapshot weights;
    weights.doubleContainer = sizeof(T) == sizeof(double);
    for (const Parameter<T>* parameter : parameters_) {
        weights.tensors.push_back(parameter->snapshot());
    }
    return weights;
}

template <typename T>
void Network<T>::assign(const WeightSnapshot& weights, const StepContext& context) {
    for (const WeightTensor& tensor : weights.tensors) {
        const auto known = std::any_of(parameters_.begin(), parameters_.end(),
                                       [&tensor](const Parameter<T>* p) { return p->name() == tensor.name; });
        if (!known) {
            throw InputError("tensor '" + tensor.name + "' is none of this network's: it has " +
                             std::to_string(parameters_.size() / 2) + " layers");
        }
    }
    for (Parameter<T>* parameter : parameters_) {
        const auto found = std::find_if(weights.tensors.begin(), weights.tensors.end(),
                                        [parameter](const WeightTensor& t) { return t.name == parameter->name(); });
        if (found == weights.tensors.end()) {
            throw InputError("tensor '" + parameter->name() + "' is missing");
        }
        if (found->shape != parameter->shape()) {
            throw InputError("tensor '" + parameter->name() + "' has the shape " + shapeText(found->shape) +
                             ", but this network needs " + shapeText(parameter->shape()));
        }
        parameter->assign(found->values, context);
    }
}

template <typename T>
std::unique_ptr<Network<T>> makeNetwork(const NetworkSpec& spec, const PrecisionPolicy& policy, std::size_t inputs,
                                        std::size_t classes, std::size_t batch) {
    const std::vector<std::size_t> widths = layerWidths(spec, inputs, classes);
    std::vector<std::unique_ptr<Layer<T>>> layers;
    std::uint32_t id = 0;
    for (std::size_t i = 1; i < widths.size(); ++i) {
        const std::string name = layerName(i);
        const auto precision = std::make_shared<const LayerPrecision<T>>(policy, i);
        layers.push_back(std::make_unique<LinearLayer<T>>(name, id++, widths[i - 1], widths[i], precision));
        if (i + 1 < widths.size()) {
            layers.push_back(std::make_unique<ActivationLayer<T>>(spec.activation, id++, widths[i], precision));
        }
    }
    return std::make_unique<Network<T>>(inputs, batch, std::move(layers));
}

template class Network<float>;
template class Network<double>;
template std::unique_ptr<Network<float>> makeNetwork(const NetworkSpec&, const PrecisionPolicy&, std::size_t,
                                                     std::size_t, std::size_t);
template std::unique_ptr<Network<double>> makeNetwork(const NetworkSpec&, const PrecisionPolicy&, std::size_t,
                                                      std::size_t, std::size_t);

} // namespace roundoff::nn
