# SPDX-License-Identifier: GPL-3.0-or-later
"""Block formats of the OCP Microscaling Formats (MX) Specification, version 1.0, by exact arithmetic."""
import math
import random
from bisect import bisect_right
from fractions import Fraction

from exact import choices, floor_log2

# Exponent bits, trailing significand bits, bias, and codes without a finite value at the top (specification, section
# 5.3, tables 2 to 5). INT8 is by itself.
FLOATS = {
    "MXFP8-E5M2": (5, 2, 15, 4),
    "MXFP8-E4M3": (4, 3, 7, 1),
    "MXFP6-E3M2": (3, 2, 3, 0),
    "MXFP6-E2M3": (2, 3, 1, 0),
    "MXFP4": (2, 1, 1, 0),
}


def magnitudes(name):
    """All finite magnitudes of the element format, by code."""
    if name == "MXINT8":
        return [Fraction(code, 64) for code in range(128)]
    exponent_bits, trailing_bits, bias, without = FLOATS[name]
    values = []
    for code in range(2 ** (exponent_bits + trailing_bits) - without):
        field, trailing = divmod(code, 2**trailing_bits)
        significand = Fraction(trailing, 2**trailing_bits) + (1 if field else 0)
        values.append(significand * Fraction(2) ** (max(field, 1) - bias))
    return values


def neighbours(values, x):
    """The values around x >= 0 and whether the higher one's code is even; beyond the largest both are the largest."""
    if x >= values[-1]:
        return values[-1], values[-1], False
    below = bisect_right(values, x) - 1
    if values[below] == x:
        return x, x, False
    return values[below], values[below + 1], (below + 1) % 2 == 0


def signed_float(x, negative):
    return math.copysign(float(x), -1.0 if negative else 1.0)


def quantise_block(name, values, block, first):
    largest_exponent = floor_log2(values[-1])
    largest = max(abs(Fraction(x)) for x in block)
    exponent = -127 if largest == 0 else min(max(floor_log2(largest) - largest_exponent, -127), 127)
    scale = Fraction(2) ** exponent
    rows = []
    for offset, x in enumerate(block):
        exact = Fraction(x) / scale
        negative = math.copysign(1.0, x) < 0
        inner, outer, outer_is_even = neighbours(values, abs(exact))
        low, high, high_is_even = inner, outer, outer_is_even
        if negative:
            low, high, high_is_even = -outer, -inner, inner != outer and not outer_is_even
        # Negative values that become zero keep their sign, but integers have one zero.
        signed = negative and name != "MXINT8"
        rows.append([x, signed_float(abs(low * scale), signed or low < 0), signed_float(abs(high * scale), signed or high < 0),
                     choices(exact, low, high, high_is_even, first + offset)])
    return exponent, rows


def quantise(name, shape, tensor):
    values = magnitudes(name)
    row_length = shape[-1]
    exponents, rows = [], []
    for row in range(0, len(tensor), row_length):
        for column in range(0, row_length, 32):
            first = row + column
            exponent, block = quantise_block(name, values, tensor[first:first + min(32, row_length - column)], first)
            exponents.append(exponent)
            rows += block
    return {"format": name, "shape": shape, "exponents": exponents, "values": rows}


def every_code(name, exponent):
    """All elements, the middles between them, and what is just beside the middles, in blocks of one scale."""
    values = magnitudes(name)
    scale = Fraction(2) ** exponent
    points = list(values)
    for low, high in zip(values, values[1:]):
        middle, little = (low + high) / 2, (high - low) / 2**12
        points += [middle - little, middle, middle + little]
    beyond = Fraction(2) ** (floor_log2(values[-1]) + 1)
    points += [(values[-1] + beyond) / 2, beyond * (1 - Fraction(1, 2**20))]
    anchor = float(Fraction(2) ** floor_log2(values[-1]) * scale)  # Its binade decides the scale.
    tensor = []
    for sign in (1, -1):
        for point in points:
            if len(tensor) % 32 == 0:
                tensor.append(anchor)
            x = float(sign * point * scale)
            assert Fraction(x) == sign * point * scale
            tensor.append(x if sign > 0 or x != 0 else -0.0)
    return quantise(name, [len(tensor)], tensor)


def at_random(name, generator):
    """Rows of two blocks, the second one shorter, with magnitudes over many binades."""
    rows = []
    for spread, middle in ((3, 0), (12, -4), (40, -60), (20, -135), (10, 250)):
        for _ in range(45):
            rows.append(math.ldexp(generator.uniform(-1, 1), middle - generator.randrange(spread)))
    rows += [0.0] * 40 + [-0.0, 5e-324, -5e-324, 2.0**-1022, -(2.0**-127)]
    rows += [-5e-324, 2.0**200] + [math.ldexp(generator.uniform(-1, 1), 205 - k) for k in range(43)]
    return quantise(name, [len(rows) // 45, 45], rows)


def record():
    generator = random.Random(4)
    cases = []
    for name in [*FLOATS, "MXINT8"]:
        cases += [every_code(name, -5), at_random(name, generator)]
    return cases
