# SPDX-License-Identifier: GPL-3.0-or-later
"""Training and evaluation on MNIST with PyTorch, as fast as plain PyTorch does it on a CPU.

Images are one normalised tensor in memory, in the precision of the network. An epoch draws a permutation and takes
each batch from it with `index_select`, which is faster than a DataLoader by far; no step waits for a number to be
read. Optimisers have two implementations, one tensor at a time and all together (`foreach`): the faster one is used.
"""

import gzip
import pathlib
import time

import torch
from torch import nn

BATCH = 64
MEAN, DEVIATION = 0.1307, 0.3081
TYPES = {"FP64": torch.float64, "FP32": torch.float32, "BF16": torch.bfloat16, "FP16": torch.float16}
MNIST = pathlib.Path(__file__).resolve().parents[3] / "resources" / "datasets" / "mnist"


def read_idx(path):
    """The bytes of a compressed IDX file behind its header, as a tensor of its shape."""
    with gzip.open(path) as file:
        data = bytearray(file.read())
    dimensions = data[3]
    shape = [int.from_bytes(data[4 + 4 * i:8 + 4 * i], "big") for i in range(dimensions)]
    return torch.frombuffer(data, dtype=torch.uint8, offset=4 + 4 * dimensions).reshape(shape)


class Images:
    """Labelled images as training wants them: [count, 784] in `dtype`, and [count] classes."""

    def __init__(self, name, normalise="standard", dtype=torch.float32):
        pixels = read_idx(MNIST / f"{name}-images-idx3-ubyte.gz")
        scaled = pixels.reshape(len(pixels), -1).to(torch.float64) / 255.0
        if normalise == "standard":
            scaled = (scaled - MEAN) / DEVIATION
        self.inputs = scaled.to(dtype)
        self.classes = read_idx(MNIST / f"{name}-labels-idx1-ubyte.gz").to(torch.int64)


def make_network(sizes, dtype, seed=1):
    """Linear layers with ReLU between them; sizes like [784, 128, 64, 10]."""
    torch.manual_seed(seed)
    layers = []
    for inputs, outputs in zip(sizes, sizes[1:]):
        layers += [nn.Linear(inputs, outputs), nn.ReLU()]
    return nn.Sequential(*layers[:-1]).to(dtype)


def make_optimiser(network, kind, foreach, momentum=0.9):
    if kind == "adam":
        return torch.optim.Adam(network.parameters(), lr=0.001, foreach=foreach)
    return torch.optim.SGD(network.parameters(), lr=0.01, momentum=momentum, foreach=foreach)


def train(network, optimiser, images, chosen=None, steps=None, clip=None):
    """One epoch, or its first `steps` steps.

    chosen: indices of the images to train on, all without it
    clip:   called before each optimiser step, if given
    """
    loss = nn.CrossEntropyLoss()
    network.train()
    order = torch.randperm(len(images.classes) if chosen is None else len(chosen))
    if chosen is not None:
        order = chosen[order]
    for batch in order.split(BATCH)[:steps]:
        optimiser.zero_grad(set_to_none=True)
        outputs = network(images.inputs.index_select(0, batch))
        loss(outputs, images.classes.index_select(0, batch)).backward()
        if clip is not None:
            clip()
        optimiser.step()


def accuracy(network, images, chosen=None):
    """The share of images that the network gets right."""
    network.eval()
    with torch.inference_mode():
        inputs = images.inputs if chosen is None else images.inputs[chosen]
        classes = images.classes if chosen is None else images.classes[chosen]
        return (network(inputs).argmax(1) == classes).float().mean().item()


def faster_foreach(sizes, dtype, kind, images, momentum=0.9, steps=150):
    """Whether the optimiser is faster with all tensors together; also warms up what is used later."""
    seconds = {}
    for foreach in (False, True) * 2:
        network = make_network(sizes, dtype)
        optimiser = make_optimiser(network, kind, foreach, momentum)
        begin = time.perf_counter()
        train(network, optimiser, images, steps=steps)
        seconds[foreach] = min(time.perf_counter() - begin, seconds.get(foreach, float("inf")))
    return seconds[True] < seconds[False]


def why_not(precision):
    """Why this PyTorch cannot train in a precision on a CPU, or None if it can."""
    try:
        if precision.startswith("AMP-"):
            dtype = TYPES[precision[4:]]
            with torch.autocast("cpu", dtype=dtype):
                outputs = nn.Linear(8, 4)(torch.ones(2, 8))
            return None if outputs.dtype == dtype else f"autocast on a CPU has no {precision[4:]}"
        dtype = TYPES[precision]
        outputs = torch.relu(nn.Linear(8, 4).to(dtype)(torch.ones(2, 8, dtype=dtype)))
        nn.CrossEntropyLoss()(outputs, torch.zeros(2, dtype=torch.int64)).backward()
        return None
    except KeyError:
        return "no such type"
    except RuntimeError as error:
        return str(error)
