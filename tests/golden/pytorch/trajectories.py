# SPDX-License-Identifier: GPL-3.0-or-later
"""Whole training runs of small multilayer perceptrons on MNIST, in float64, by PyTorch's own modules and optimisers."""

import gzip
import math

import numpy
import torch

INPUTS = 28 * 28
CLASSES = 10
MEAN = 0.1307
DEVIATION = 0.3081

# About this many elements of each final tensor are kept.
SAMPLES_PER_TENSOR = 200

WEIGHT, BIAS = 0, 1

ACTIVATIONS = {"relu": torch.nn.ReLU, "sigmoid": torch.nn.Sigmoid, "tanh": torch.nn.Tanh}


def read_idx(path):
    """The array of unsigned bytes in a gzipped IDX file."""
    content = gzip.decompress(path.read_bytes())
    rank = content[3]
    shape = numpy.frombuffer(content, ">u4", count=rank, offset=4)
    return numpy.frombuffer(content, numpy.uint8, offset=4 + 4 * rank).reshape(shape)


def read_split(directory, prefix):
    """Normalised images [examples, 784] in float64 and labels [examples], in the order of the files."""
    images = read_idx(directory / f"{prefix}-images-idx3-ubyte.gz").reshape(-1, INPUTS)
    labels = read_idx(directory / f"{prefix}-labels-idx1-ubyte.gz")
    normalised = (images.astype(numpy.float64) / 255.0 - MEAN) / DEVIATION
    return torch.from_numpy(normalised), torch.from_numpy(labels.astype(numpy.int64))


def initial_values(layer, kind, shape, fan_in):
    """Initial values of a tensor: any program with 64-bit integers and IEEE doubles gets the same bits.

    `layer` counts from 1; `kind` is WEIGHT or BIAS. Every element is 2u - 1, with u a multiple of 2^-32 in [0, 1) taken
    from a hash of its row-major index, over the square root of the layer's fan-in. README.md gives the steps in words.
    """
    mask = numpy.uint64(0xFFFFFFFF)
    index = numpy.arange(math.prod(shape), dtype=numpy.uint64)
    x = (index * numpy.uint64(2654435761) + numpy.uint64(layer * 40503 + kind * 9176 + 12345)) & mask
    x ^= x >> numpy.uint64(16)
    x = (x * numpy.uint64(0x85EBCA6B)) & mask
    x ^= x >> numpy.uint64(13)
    x = (x * numpy.uint64(0xC2B2AE35)) & mask
    x ^= x >> numpy.uint64(16)
    u = x.astype(numpy.float64) / 4294967296.0
    return torch.from_numpy((2.0 * u - 1.0) / math.sqrt(fan_in)).reshape(shape)


def make_network(hidden, activation):
    """Linear layers of widths 784, `hidden`..., 10 with the activation between them, at their initial values."""
    widths = [INPUTS, *hidden, CLASSES]
    modules = []
    for layer, (fan_in, fan_out) in enumerate(zip(widths, widths[1:]), start=1):
        linear = torch.nn.Linear(fan_in, fan_out)
        with torch.no_grad():
            linear.weight.copy_(initial_values(layer, WEIGHT, (fan_out, fan_in), fan_in))
            linear.bias.copy_(initial_values(layer, BIAS, (fan_out,), fan_in))
        modules += [linear, ACTIVATIONS[activation]()]
    return torch.nn.Sequential(*modules[:-1])


def make_optimiser(parameters, settings):
    common = {"lr": settings["learningRate"], "weight_decay": settings["weightDecay"]}
    if settings["kind"] == "sgd":
        return torch.optim.SGD(parameters, momentum=settings["momentum"], **common)
    kind = {"adam": torch.optim.Adam, "adamw": torch.optim.AdamW}[settings["kind"]]
    return kind(parameters, betas=(settings["beta1"], settings["beta2"]), eps=settings["epsilon"], **common)


def make_loss(kind):
    if kind == "cross-entropy":
        return torch.nn.CrossEntropyLoss()
    mean_squared_error = torch.nn.MSELoss()
    return lambda outputs, labels: mean_squared_error(
        outputs, torch.nn.functional.one_hot(labels, CLASSES).to(outputs.dtype))


def clip_gradients(parameters, clipping):
    """Clips in place; returns the global norm of the gradients as it was before."""
    # An infinite threshold makes the coefficient exactly 1: the norm is measured and nothing changes.
    norm_threshold = clipping["threshold"] if clipping["kind"] == "norm" else math.inf
    norm = torch.nn.utils.clip_grad_norm_(parameters, norm_threshold).item()
    if clipping["kind"] == "value":
        torch.nn.utils.clip_grad_value_(parameters, clipping["threshold"])
    return norm


def named_tensors(network):
    """Pairs of name and tensor: layer1.weight, layer1.bias, layer2.weight, ..."""
    linears = [module for module in network if isinstance(module, torch.nn.Linear)]
    for layer, linear in enumerate(linears, start=1):
        yield f"layer{layer}.weight", linear.weight.detach()
        yield f"layer{layer}.bias", linear.bias.detach()


def sample(name, tensor, count=SAMPLES_PER_TENSOR):
    """About `count` elements of a tensor at equal distances in row-major order, or all when it has no more."""
    flat = tensor.reshape(-1)
    # An odd stride meets every column: the widths of the hidden layers are powers of two.
    stride = (len(flat) // count) | 1 if len(flat) > count else 1
    indices = list(range(0, len(flat), stride))
    return {"name": name, "shape": list(tensor.shape), "indices": indices, "values": flat[indices].tolist()}


def train(case, train_split, test_split):
    """Trains one case; returns it with its golden part added."""
    images, labels = (tensor[: case["trainLimit"]] for tensor in train_split)
    network = make_network(case["hidden"], case["activation"])
    parameters = list(network.parameters())
    optimiser = make_optimiser(parameters, case["optimiser"])
    compute_loss = make_loss(case["loss"])

    step_losses, norms, epoch_losses = [], [], []
    for _ in range(case["epochs"]):
        weighted_losses = []
        for batch, targets in zip(images.split(case["batchSize"]), labels.split(case["batchSize"])):
            optimiser.zero_grad()
            loss = compute_loss(network(batch), targets)
            loss.backward()
            norms.append(clip_gradients(parameters, case["clipping"]))
            optimiser.step()
            step_losses.append(loss.item())
            weighted_losses.append(loss.item() * len(batch))
        epoch_losses.append(math.fsum(weighted_losses) / len(images))

    test_images, test_labels = test_split
    with torch.no_grad():
        correct = int((network(test_images).argmax(dim=1) == test_labels).sum())

    tensors = list(named_tensors(network))
    print(f"{case['name']}: {correct} of {len(test_labels)} correct, training loss "
          + ", ".join(f"{loss:.6f}" for loss in epoch_losses), flush=True)
    return {
        **case,
        "stepLoss": step_losses[:: case["stepStride"]],
        "preClipNorm": norms[:: case["stepStride"]],
        "finalWeights": [sample(name, tensor) for name, tensor in tensors],
        # Rounded once, from the exact sum: independent of any order of addition.
        "sums": [math.fsum(tensor.reshape(-1).tolist()) for _, tensor in tensors],
        "testAccuracy": correct,
        "trainLoss": epoch_losses,
    }


def sgd(weight_decay=0.0):
    return {"kind": "sgd", "learningRate": 0.01, "momentum": 0.9, "weightDecay": weight_decay}


def adam(kind="adam", weight_decay=0.0):
    return {"kind": kind, "learningRate": 1e-3, "weightDecay": weight_decay,
            "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-8}


def make_case(name, optimiser, hidden=(128, 64), activation="relu", loss="cross-entropy", clipping=None,
              train_limit=6000, step_stride=1):
    return {
        "name": name,
        "hidden": list(hidden),
        "activation": activation,
        "loss": loss,
        "optimiser": optimiser,
        "clipping": clipping or {"kind": "none"},
        "trainLimit": train_limit,
        "batchSize": 64,
        "epochs": 2,
        "stepStride": step_stride,
    }


def make_small_case(name, **settings):
    return make_case(name, sgd(), hidden=(32, 16), train_limit=1000, **settings)


def all_cases():
    # Neither 6000 nor 1000 is a multiple of 64, so every epoch of those ends with a shorter batch.
    return [
        make_case("sgd", sgd()),
        make_case("sgd-weight-decay", sgd(weight_decay=1e-4)),
        make_case("adam", adam()),
        make_case("adam-weight-decay", adam(weight_decay=1e-3)),
        make_case("adamw", adam("adamw", weight_decay=0.01)),
        make_case("sgd-all-images", sgd(), train_limit=60000, step_stride=10),
        make_case("adam-all-images", adam(), train_limit=60000, step_stride=10),
        make_small_case("sigmoid-mean-squared-error", activation="sigmoid", loss="mean-squared-error"),
        make_small_case("tanh-cross-entropy", activation="tanh"),
        make_small_case("relu-mean-squared-error", loss="mean-squared-error"),
        # Every step's norm is above the first threshold; the second lies among them, so some steps are not clipped.
        make_small_case("clip-norm", clipping={"kind": "norm", "threshold": 0.5}),
        make_small_case("clip-norm-some-steps", clipping={"kind": "norm", "threshold": 0.8}),
        make_small_case("clip-value", clipping={"kind": "value", "threshold": 0.01}),
    ]


def initial_weights(hidden):
    """A few initial values of each tensor, to check a program's own against before it trains."""
    network = make_network(hidden, "relu")
    return {"hidden": hidden, "tensors": [sample(name, tensor, count=8) for name, tensor in named_tensors(network)]}


def record(mnist):
    """The content of trajectories.json, from the folder of MNIST's files."""
    train_split, test_split = read_split(mnist, "train"), read_split(mnist, "t10k")
    return {
        "initialWeights": [initial_weights([128, 64]), initial_weights([32, 16])],
        "cases": [train(case, train_split, test_split) for case in all_cases()],
    }
