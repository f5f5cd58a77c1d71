# SPDX-License-Identifier: GPL-3.0-or-later
"""Single operations by PyTorch and NumPy: losses and activations with their gradients, rounding to 16-bit floats."""

import math

import numpy
import torch

FLOAT16_COUNT = 200
BFLOAT16_COUNT = 100

# Codes whose upper neighbour is interesting too: zero, subnormals of either parity, the steps into the normal numbers,
# into a new binade and into infinity.
FLOAT16_CODES = [0x0000, 0x0001, 0x0002, 0x01FF, 0x03FE, 0x03FF, 0x0400, 0x0401, 0x07FF, 0x3555, 0x3BFF, 0x3C00, 0x3C01,
                 0x5640, 0x77FF, 0x7BFE, 0x7BFF]
BFLOAT16_CODES = [0x0000, 0x0001, 0x007E, 0x007F, 0x0080, 0x3EAA, 0x3F7F, 0x3F80, 0x7F7E, 0x7F7F]


def softmax_cross_entropy():
    logits = torch.tensor([
        [0.5, -1.25, 3.0, 0.1, 2.2, -0.7, 1.9, -3.3, 0.0, 0.8],
        [0.1] * 10,
        [0.0, 0.0, 0.0, 1000.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [1000.0, -1000.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0],
        [-1000.0, -1000.0, -1000.0, -999.5, -1000.0, -1000.25, -1000.0, -1000.0, -1000.0, -998.0],
        [1000.0, 999.0, 1000.0, 700.0, 995.5, -1000.0, 1000.0, 0.0, 998.75, 960.0],
    ], requires_grad=True)
    labels = torch.tensor([2, 7, 3, 1, 9, 4])
    torch.nn.functional.cross_entropy(logits, labels).backward()
    row_losses = torch.nn.functional.cross_entropy(logits.detach(), labels, reduction="none")
    return {
        "logits": logits.tolist(),
        "labels": labels.tolist(),
        "rowLoss": row_losses.tolist(),
        "meanLoss": row_losses.mean().item(),
        "gradient": logits.grad.tolist(),
    }


def mean_squared_error():
    row, column = torch.arange(4.0).reshape(4, 1), torch.arange(10.0)
    outputs = (((7.0 * row + 3.0 * column) % 11.0) / 8.0 - 0.6).requires_grad_()
    labels = torch.tensor([3, 0, 9, 5])
    targets = torch.nn.functional.one_hot(labels, 10).to(torch.float64)
    loss = torch.nn.functional.mse_loss(outputs, targets)
    loss.backward()
    return {
        "outputs": outputs.tolist(),
        "labels": labels.tolist(),
        "loss": loss.item(),
        "gradient": outputs.grad.tolist(),
    }


def activation(function):
    """Values and derivatives at 41 points of [-20, 20], dense about 0 where the function bends."""
    inputs = torch.tensor([k**3 / 400.0 for k in range(-20, 21)], requires_grad=True)
    outputs = function(inputs)
    outputs.sum().backward()
    return {"inputs": inputs.tolist(), "outputs": outputs.tolist(), "derivatives": inputs.grad.tolist()}


def scattered(count, low_exponent, high_exponent):
    """`count` numbers of both signs with magnitudes spread evenly over the binades from 2^low to 2^high."""
    for k in range(count):
        # The golden ratio's multiples spread evenly and never repeat; the significand takes another irrational.
        exponent = low_exponent + (high_exponent - low_exponent) * ((k * 0.6180339887498949) % 1.0)
        significand = 1.0 + (k * 0.41421356237309515) % 1.0
        yield (-1.0) ** k * math.ldexp(significand, math.floor(exponent))


def float16_rounding():
    """Doubles, and the codes of the nearest float16 (ties to even), by NumPy's direct conversion from double."""
    values = []
    for code in FLOAT16_CODES:
        low = float(numpy.uint16(code).view(numpy.float16))
        high = 65536.0 if code == 0x7BFF else float(numpy.uint16(code + 1).view(numpy.float16))
        halfway = (low + high) / 2.0
        # A detour over float32 would turn the neighbours of the halfway value into ties.
        for magnitude in (low, math.nextafter(halfway, 0.0), halfway, math.nextafter(halfway, math.inf)):
            values += [magnitude, -magnitude]
    values += [math.pi, -math.e, 0.1, 1.0 / 3.0, 1e-8, 1e5, -1e300, 5e-324, 2.0**-149, 1.0 + 2.0**-24]
    values += [65519.0, -65521.0]
    values += scattered(FLOAT16_COUNT - len(values), -27, 17)
    with numpy.errstate(over="ignore", under="ignore"):
        codes = numpy.array(values, numpy.float64).astype(numpy.float16).view(numpy.uint16)
    return {"inputs": values, "codes": codes.tolist()}


def bfloat16_rounding():
    """Float32 values, and the codes of the nearest bfloat16 (ties to even), by PyTorch's conversion."""
    codes = numpy.array(BFLOAT16_CODES, numpy.uint32)
    low = (codes << numpy.uint32(16)).view(numpy.float32)
    # A bfloat16 is the upper half of a float32, so in the lower half 0x8000 is halfway to the next one.
    halfway = ((codes << numpy.uint32(16)) + numpy.uint32(0x8000)).view(numpy.float32)
    below = (halfway.view(numpy.uint32) - numpy.uint32(1)).view(numpy.float32)
    above = (halfway.view(numpy.uint32) + numpy.uint32(1)).view(numpy.float32)
    magnitudes = numpy.stack([low, below, halfway, above], axis=1).reshape(-1)
    values = numpy.stack([magnitudes, -magnitudes], axis=1).reshape(-1)
    others = numpy.array(list(scattered(BFLOAT16_COUNT - len(values), -130, 127)), numpy.float32)
    values = numpy.concatenate([values, others])
    rounded = torch.from_numpy(values).to(torch.bfloat16).view(torch.int16)
    return {"inputs": values.astype(numpy.float64).tolist(), "codes": [code & 0xFFFF for code in rounded.tolist()]}


def record():
    """The content of kernels.json."""
    return {
        "softmaxCrossEntropy": softmax_cross_entropy(),
        "meanSquaredError": mean_squared_error(),
        "sigmoid": activation(torch.sigmoid),
        "tanh": activation(torch.tanh),
        "float16": float16_rounding(),
        "bfloat16": bfloat16_rounding(),
    }
